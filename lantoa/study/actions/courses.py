"""What is done with courses: record, correct, say who sent whom."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.study import queries, rules
from lantoa.study.models import (
    Course,
    CourseIntake,
)


@transaction.atomic
def record_course(*, unit: Unit, by: Actor, **fields: Any) -> Course:
    """A course (kind, name, starts, ends, participants, certified, has_programme, movement)."""
    course = Course(unit=unit, **fields)
    _save_course(course, by)
    record("course.recorded", course, by=by, unit=unit, on=course.starts, after=_course(course))
    return course


@transaction.atomic
def change_course(course: Course, *, by: Actor, **fields: Any) -> Course:
    """Correct what is recorded of a course, or write down how it ended."""
    before = _course(course)
    for name, value in fields.items():
        setattr(course, name, value)
    _save_course(course, by)
    after = _course(course)
    if after != before:
        record("course.corrected", course, by=by, unit=course.unit, before=before, after=after)
    return course


def _save_course(course: Course, by: Actor) -> None:
    rules.must_edit(by.reaches(course.unit))
    demands.must_have_happened(course.starts, by.on, "starts")
    rules.must_be_believable(participants=course.participants)
    if course.ends is not None:
        rules.must_follow(course.ends, course.starts, "ends")
    if course.pk:
        rules.must_have_taken_part(queries.admitted_from(course) or 0, course.participants, "participants")
    rules.must_be_certified(course.certified, course.participants)
    if course.pk:
        rules.must_be_given(course.certificates.standing().count(), course.certified, course.participants)
    _follow_curriculum(course)
    if course.pk:
        sent = _sent_to(course)
        rules.must_leave_room(0, sent["people"], course.participants)
        rules.must_be_certified_among(0, 0, sent["certified"], course.certified)
    same = Course.objects.filter(unit=course.unit, starts=course.starts, name=course.name)
    if same.exclude(pk=course.pk).exists():
        raise BadInput(_("Lớp này đã được ghi. Nếu là lớp khác, ghi rõ thêm, ví dụ “lớp số 2”."), "name")
    course.save()


def _follow_curriculum(course: Course) -> None:
    """What its curriculum has of the programme, the course has."""
    if course.curriculum is None:
        return
    rules.must_be_of_the_kind(course.curriculum.kind, course.kind)
    if course.curriculum.parts.filter(is_programme=True).exists():
        course.has_programme = True


def _sent_to(course: Course, *, but: Unit | None = None) -> dict[str, int]:
    """How many all units, or all but one, have sent, and how many of these are certified."""
    found = course.intakes.exclude(unit=but) if but else course.intakes.all()
    sums = found.aggregate(people=Sum("people"), certified=Sum("certified"))
    return {name: number or 0 for name, number in sums.items()}


@transaction.atomic
def record_intake(
    course: Course, *, unit: Unit, people: int, by: Actor, certified: int | None = None
) -> CourseIntake:
    """So many of the course's participants came from the unit, which stands in it once."""
    rules.must_edit(by.reaches(course.unit) and by.reaches(unit))
    locked = Course.objects.select_for_update().get(pk=course.pk)
    if locked.intakes.filter(unit=unit).exists():
        raise BadInput(_("Đơn vị này đã có dòng trong lớp. Bấm Sửa ở dòng của đơn vị để ghi số mới."), "unit")
    intake = CourseIntake(course=locked, unit=unit)
    _count_intake(intake, people, certified)
    record("course.intake_recorded", intake, by=by, unit=unit, after=_intake(intake))
    return intake


@transaction.atomic
def change_intake(
    intake: CourseIntake, *, people: int, by: Actor, certified: int | None = None
) -> CourseIntake:
    """Correct how many the unit has sent, or write down how many of these are certified."""
    rules.must_edit(by.reaches(intake.course.unit))
    intake.course = Course.objects.select_for_update().get(pk=intake.course_id)
    before = _intake(intake)
    _count_intake(intake, people, certified)
    record("course.intake_recorded", intake, by=by, unit=intake.unit, before=before, after=_intake(intake))
    return intake


def _count_intake(intake: CourseIntake, people: int, certified: int | None) -> None:
    course, others = intake.course, _sent_to(intake.course, but=intake.unit)
    rules.must_leave_room(people, others["people"], course.participants)
    rules.must_be_certified_among(certified, people, others["certified"], course.certified)
    intake.people, intake.certified = people, certified
    intake.save()


def _intake(intake: CourseIntake) -> dict[str, str]:
    certified = "" if intake.certified is None else str(intake.certified)
    return {"people": str(intake.people), "certified": certified}


@transaction.atomic
def remove_intake(intake: CourseIntake, *, by: Actor) -> None:
    """Entered by mistake: the line goes, the history keeps what it said."""
    rules.must_edit(by.reaches(intake.course.unit))
    record("course.intake_removed", intake, by=by, unit=intake.unit, before=_intake(intake))
    intake.delete()


def _course(course: Course) -> dict[str, str]:
    names = ["kind", "name", "starts", "ends", "participants", "certified"]
    names += ["curriculum_id", "has_programme", "movement_id"]
    return {name: str(getattr(course, name)) for name in names}
