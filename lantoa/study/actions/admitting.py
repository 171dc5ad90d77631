"""Who was admitted to the Party, counted: by which unit, from which course."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from lantoa.foundation import demands
from lantoa.foundation.history import record
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.study import queries, rules
from lantoa.study.actions.striking import strike_out
from lantoa.study.models import Admission, Course


@transaction.atomic
def record_admission(
    *, unit: Unit, admitted_on: dt.date, people: int, by: Actor, course: Course | None = None, **fields: Any
) -> Admission:
    """So many were admitted by the unit that day; with a course, no more of it in all than took part in it."""
    rules.must_edit(by.reaches(unit))
    demands.must_have_happened(admitted_on, by.on, "admitted_on")
    rules.must_be_believable(people=people)
    if course is not None:
        _must_come_from(course, admitted_on, people)
    admission = Admission.objects.create(
        unit=unit, admitted_on=admitted_on, people=people, course=course, **fields
    )
    record("admission.recorded", admission, by=by, unit=unit, on=admitted_on, after={"people": str(people)})
    return admission


@transaction.atomic
def strike_out_admission(admission: Admission, *, reason: str, by: Actor) -> Admission:
    """Recorded by mistake: it stays readable and is counted no more."""
    rules.must_edit(by.reaches(admission.unit))
    strike_out(admission, Admission.objects.all().standing(), reason, by)
    record("admission.struck_out", admission, by=by, unit=admission.unit, note=reason)
    return admission


def _must_come_from(course: Course, admitted_on: dt.date, people: int) -> None:
    locked = Course.objects.select_for_update().get(pk=course.pk)
    rules.must_follow(admitted_on, locked.starts, "admitted_on")
    rules.must_have_taken_part((queries.admitted_from(locked) or 0) + people, locked.participants, "people")
