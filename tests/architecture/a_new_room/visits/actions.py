"""What is done with visits: record one."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.history import record
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.visits.models import Visit


@transaction.atomic
def record_visit(unit: Unit, held_on: dt.date, families: int, *, by: Actor) -> Visit:
    """Record one. NotAllowed for another unit's."""
    if not by.may("visits.edit") or not by.reaches(unit):
        raise NotAllowed(_("Đồng chí chỉ ghi việc thăm hỏi của đơn vị mình."))
    visit = Visit.objects.create(unit=unit, held_on=held_on, families=families)
    record("visit.recorded", visit, by=by, unit=unit, on=held_on)
    return visit
