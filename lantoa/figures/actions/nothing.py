"""Saying that nothing happened: one press for a unit, a measure and a period, and taking it back."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.figures import rules
from lantoa.figures.catalogue import catalogue
from lantoa.figures.declared import with_declared
from lantoa.figures.figure import is_nothing
from lantoa.figures.models import Nothing
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor


@transaction.atomic
def say_nothing(code: str, *, unit: Unit, period: Period, by: Actor) -> Nothing:
    """Of this measure nothing happened there in the period; saying it twice is saying it once.

    NotAllowed out of reach; BadInput where something is recorded or declared, and before the period has begun.
    """
    rules.must_declare(by.reaches(unit), "", by.role, "", unit.level)
    if not rules.can_be_unknown(catalogue()[code]):
        raise BadInput(_("Con số này không ghi “không phát sinh”: nó có tại mọi ngày hoặc là tỷ lệ."))
    if period.starts > by.on:
        raise BadInput(_("Kỳ %(period)s chưa đến nên chưa ghi được.") % {"period": period.label})
    found = with_declared(code, unit=unit, period=period)
    if not is_nothing(found):
        raise BadInput(
            _("Trong kỳ đã có %(shown)s, nên không phải là không phát sinh.") % {"shown": found.show()}
        )
    said, is_new = Nothing.objects.get_or_create(
        unit=unit,
        code=code,
        starts=period.starts,
        ends=period.ends,
        defaults={"said_by": by.person, "said_by_name": str(by.person or by.label)},
    )
    if is_new:
        record("figure.nothing", said, by=by, unit=unit, note=f"{catalogue()[code].label}, {period.label}")
    return said


@transaction.atomic
def take_back_nothing(said: Nothing, *, by: Actor) -> None:
    """It is unknown again."""
    rules.must_declare(by.reaches(said.unit), "", by.role, "", said.unit.level)
    label = catalogue()[said.code].label if said.code in catalogue() else said.code
    record("figure.nothing_withdrawn", said, by=by, unit=said.unit, note=str(label))
    said.delete()
