"""Putting an offer aside, and bringing it back."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.history import record
from lantoa.matching.models import Dismissal
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.practices.models import Practice


def _must_choose_for(unit: Unit | None, by: Actor) -> None:
    if unit is None or unit != by.unit or not by.may("practices.judge"):
        raise NotAllowed(_("Bí thư, cấp ủy của đơn vị chọn mô hình cho đơn vị mình."))


@transaction.atomic
def dismiss(practice: Practice, *, by: Actor) -> Dismissal:
    """It does not fit the actor's unit: not offered again. Pressing twice is pressing once."""
    _must_choose_for(by.unit, by)
    dismissal, is_new = Dismissal.objects.get_or_create(
        unit=by.unit, practice=practice, defaults={"dismissed_by": by.person, "dismissed_on": by.on}
    )
    if is_new:
        record("offer.dismissed", practice, by=by, unit=by.unit)
    return dismissal


@transaction.atomic
def bring_back(dismissal: Dismissal, *, by: Actor) -> None:
    """It may be offered to the unit again. NotAllowed for who does not choose for that unit."""
    _must_choose_for(dismissal.unit, by)
    practice = dismissal.practice
    dismissal.delete()
    record("offer.brought_back", practice, by=by, unit=by.unit)
