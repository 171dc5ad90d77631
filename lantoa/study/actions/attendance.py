"""Who was absent from a class, by name; how many came from each unit; who has made up for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.study import queries, rules
from lantoa.study.models import ClassAbsence, ClassUnit, StudyClass
from lantoa.study.rules import Missed

COUNTED = ["party_summoned", "party_attended", "made_up", "exempt", "excused"]


@transaction.atomic
def take_attendance(study_class: StudyClass, *, missed: Iterable[Missed], by: Actor) -> StudyClass:
    """The unit's own list of the day less who is named: the class's numbers follow from it.

    Who is exempt is not among those summoned; who has made up for it before keeps the day. BadInput for a unit that
    has no list, or when everybody is exempt.
    """
    rules.must_edit(by.reaches(study_class.unit))
    found = StudyClass.objects.select_for_update().get(pk=study_class.pk)
    members, always_exempt = queries.members_on(found.unit, found.held_on)
    rules.must_have_a_list(len(members))
    due = {one.person_id for one in members}
    studied = dict(found.absences.values_list("person_id", "made_up_on"))
    rows = [_row(found, one, studied) for one in missed if one.person_id in due]
    found.absences.all().delete()
    ClassAbsence.objects.bulk_create(rows)
    _count(found, summoned=len(due), always_exempt=always_exempt)
    record("study_class.attendance_taken", found, by=by, unit=found.unit, note=found.ratio)
    return found


def _row(found: StudyClass, one: Missed, studied: dict[int, dt.date | None]) -> ClassAbsence:
    kept = None if one.why == ClassAbsence.Why.EXEMPT else studied.get(one.person_id)
    return ClassAbsence(study_class=found, person_id=one.person_id, why=one.why, made_up_on=kept)


def _count(found: StudyClass, *, summoned: int, always_exempt: int) -> None:
    """What follows from the list."""
    rows = list(found.absences.all())
    exempt = sum(one.why == ClassAbsence.Why.EXEMPT for one in rows)
    found.party_summoned = summoned - exempt
    found.party_attended = found.party_summoned - (len(rows) - exempt)
    found.made_up = sum(one.made_up_on is not None for one in rows)
    found.exempt = exempt + always_exempt
    found.excused = sum(one.why == ClassAbsence.Why.EXCUSED for one in rows)
    rules.must_fit(found.party_attended, found.party_summoned, found.made_up)
    must_hold_its_parts(found)
    found.save(update_fields=COUNTED)


def must_hold_its_parts(one: StudyClass) -> None:
    """What its units have told is no more than the class. BadInput names the sum."""
    told = queries.parts_of(one)
    rules.must_fit_in_class(told["attended"], one.party_attended, "attendance")
    rules.must_fit_in_class(told["summoned"], one.party_summoned, "attendance")
    rules.must_fit_in_class(told["made_up"], one.made_up, "made_up")


@transaction.atomic
def make_up_for(absence: ClassAbsence, *, on: dt.date, by: Actor) -> ClassAbsence:
    """She has studied it since. Said twice it changes nothing; the attendance of the class stays."""
    rules.must_edit(by.reaches(absence.study_class.unit))
    found = StudyClass.objects.select_for_update().get(pk=absence.study_class_id)
    absence = found.absences.get(pk=absence.pk)
    demands.must_have_happened(on, by.on, "on")
    rules.must_come_after_class(on, found.held_on, "on")
    if absence.why == ClassAbsence.Why.EXEMPT:
        raise BadInput(_("Đồng chí này được miễn nên không phải học bù."))
    if absence.made_up_on is None:
        absence.made_up_on = on
        absence.save(update_fields=["made_up_on"])
        found.made_up = found.absences.filter(made_up_on__isnull=False).count()
        found.save(update_fields=["made_up"])
        record("study_class.made_up", found, by=by, unit=found.unit, on=on, note="1")
    return absence


@transaction.atomic
def record_part(
    study_class: StudyClass, *, unit: Unit, summoned: int, attended: int, by: Actor, made_up: int = 0
) -> ClassUnit:
    """So many of those summoned from a unit came; told again, the later stands; in all no more than the class."""
    rules.must_edit(by.reaches(study_class.unit) and by.reaches(unit))
    rules.must_fit(attended, summoned, made_up)
    found = StudyClass.objects.select_for_update().get(pk=study_class.pk)
    others = queries.parts_of(found, but=unit)
    rules.must_fit_in_class(attended + others["attended"], found.party_attended, "attendance")
    rules.must_fit_in_class(summoned + others["summoned"], found.party_summoned, "attendance")
    rules.must_fit_in_class(made_up + others["made_up"], found.made_up, "made_up")
    before = found.by_unit.filter(unit=unit).first()
    told = {"summoned": summoned, "attended": attended, "made_up": made_up}
    part, _new = ClassUnit.objects.update_or_create(study_class=found, unit=unit, defaults=told)
    was = {"ratio": before.ratio} if before else {}
    record("study_class.part_recorded", found, by=by, unit=unit, before=was, after={"ratio": part.ratio})
    return part


@transaction.atomic
def remove_part(part: ClassUnit, *, by: Actor) -> None:
    """Entered by mistake: the line goes, the history keeps what it said."""
    rules.must_edit(by.reaches(part.study_class.unit))
    record("study_class.part_removed", part.study_class, by=by, unit=part.unit, before={"ratio": part.ratio})
    part.delete()
