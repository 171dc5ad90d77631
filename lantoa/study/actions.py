"""What is done with classes, courses and admissions: record, correct, make up for, take back."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.fields import person_called
from lantoa.study import rules
from lantoa.study.models import (
    Admission,
    Certificate,
    Course,
    CourseIntake,
    Curriculum,
    CurriculumPart,
    StudyClass,
)

KEPT = (
    "topic",
    "theme_id",
    "level",
    "form",
    "sites",
    "held_on",
    "speaker",
    "party_summoned",
    "party_attended",
    "made_up",
    "outside_attended",
    "essays",
    "note",
)


@transaction.atomic
def record_class(*, unit: Unit, by: Actor, **fields: Any) -> StudyClass:
    """A class that was held. BadInput when its numbers cannot be, or when it is recorded already."""
    study_class = StudyClass(unit=unit, **fields)
    _check_and_save(study_class, by)
    record(
        "study_class.recorded",
        study_class,
        by=by,
        unit=unit,
        on=study_class.held_on,
        after=_kept(study_class),
    )
    return study_class


@transaction.atomic
def change_class(study_class: StudyClass, *, by: Actor, **fields: Any) -> StudyClass:
    """Correct what is recorded of a class."""
    before = _kept(study_class)
    for name, value in fields.items():
        setattr(study_class, name, value)
    _check_and_save(study_class, by)
    after = _kept(study_class)
    if after != before:
        record("study_class.corrected", study_class, by=by, unit=study_class.unit, before=before, after=after)
    return study_class


@transaction.atomic
def make_up(study_class: StudyClass, *, people: int, by: Actor) -> StudyClass:
    """So many more of those absent have now studied. The class's own attendance stays what it was."""
    rules.must_edit(by.reaches(study_class.unit))
    current = StudyClass.objects.select_for_update().get(pk=study_class.pk)
    if people < 1:
        raise BadInput(_("Nhập số đảng viên đã học bù, từ 1 trở lên."), "people")
    rules.must_fit(current.party_attended, current.party_summoned, current.made_up + people)
    current.made_up += people
    current.save(update_fields=["made_up"])
    record("study_class.made_up", current, by=by, unit=current.unit, note=str(people))
    return current


@transaction.atomic
def remove_class(study_class: StudyClass, *, reason: str, by: Actor) -> None:
    """Take back a class entered by mistake; the history keeps what it said and why it went."""
    rules.must_edit(by.reaches(study_class.unit))
    if not reason:
        raise BadInput(_("Ghi lý do bỏ lớp này, ví dụ ghi trùng."), "reason")
    record(
        "study_class.removed",
        study_class,
        by=by,
        unit=study_class.unit,
        note=reason,
        before=_kept(study_class),
    )
    study_class.delete()


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
    if not reason:
        raise BadInput(_("Ghi lý do gạch bỏ, ví dụ ghi trùng."), "reason")
    admission.withdrawn_on, admission.withdrawn_reason = by.on, reason
    admission.save(update_fields=["withdrawn_on", "withdrawn_reason"])
    record("admission.struck_out", admission, by=by, unit=admission.unit, note=reason)
    return admission


def _must_come_from(course: Course, admitted_on: dt.date, people: int) -> None:
    locked = Course.objects.select_for_update().get(pk=course.pk)
    rules.must_follow(admitted_on, locked.starts, "admitted_on")
    rules.must_have_taken_part(_admitted_from(locked) + people, locked.participants, "people")


def _admitted_from(course: Course) -> int:
    return course.admissions.standing().aggregate(n=Sum("people"))["n"] or 0


def _save_course(course: Course, by: Actor) -> None:
    rules.must_edit(by.reaches(course.unit))
    demands.must_have_happened(course.starts, by.on, "starts")
    rules.must_be_believable(participants=course.participants)
    if course.ends is not None:
        rules.must_follow(course.ends, course.starts, "ends")
    if course.pk:
        rules.must_have_taken_part(_admitted_from(course), course.participants, "participants")
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
    """So many of the course's participants came from the unit; told again, the later number stands."""
    rules.must_edit(by.reaches(course.unit) and by.reaches(unit))
    locked = Course.objects.select_for_update().get(pk=course.pk)
    others = _sent_to(locked, but=unit)
    rules.must_leave_room(people, others["people"], locked.participants)
    rules.must_be_certified_among(certified, people, others["certified"], locked.certified)
    found = locked.intakes.filter(unit=unit).first()
    intake = found or CourseIntake(course=locked, unit=unit)
    before = _intake(found) if found else {}
    intake.people, intake.certified = people, certified
    intake.save()
    record("course.intake_recorded", intake, by=by, unit=unit, before=before, after=_intake(intake))
    return intake


def _intake(intake: CourseIntake) -> dict[str, str]:
    certified = "" if intake.certified is None else str(intake.certified)
    return {"people": str(intake.people), "certified": certified}


@transaction.atomic
def remove_intake(intake: CourseIntake, *, by: Actor) -> None:
    """Entered by mistake: the line goes, the history keeps what it said."""
    rules.must_edit(by.reaches(intake.course.unit))
    record("course.intake_removed", intake, by=by, unit=intake.unit, before=_intake(intake))
    intake.delete()


@transaction.atomic
def give_certificate(
    course: Course, *, name: str, issued_on: dt.date, by: Actor, number: str = ""
) -> Certificate:
    """Write down by name who holds a certificate of the course; the name is of somebody in its unit or below."""
    rules.must_edit(by.reaches(course.unit))
    demands.must_have_happened(issued_on, by.on, "issued_on")
    rules.must_follow(issued_on, course.starts, "issued_on")
    person = person_called(name, unit=course.unit, by=by, field="name")
    if person is None:
        raise BadInput(
            _("Không có ai tên này ở đơn vị mở lớp và cấp dưới. Thêm người ở trang Người trước."), "name"
        )
    locked = Course.objects.select_for_update().get(pk=course.pk)
    standing = locked.certificates.standing()
    if standing.filter(person=person).exists():
        raise BadInput(_("Người này đã có giấy chứng nhận của lớp."), "name")
    rules.must_be_given(standing.count() + 1, locked.certified, locked.participants)
    certificate = Certificate.objects.create(course=locked, person=person, number=number, issued_on=issued_on)
    record("certificate.given", certificate, by=by, unit=course.unit, on=issued_on, note=number)
    return certificate


@transaction.atomic
def strike_out_certificate(certificate: Certificate, *, reason: str, by: Actor) -> Certificate:
    """Written down by mistake: it counts no more, and she still sees that it was there."""
    rules.must_edit(by.reaches(certificate.course.unit))
    if not reason:
        raise BadInput(_("Ghi lý do gạch bỏ, ví dụ ghi nhầm người."), "reason")
    certificate.withdrawn_on, certificate.withdrawn_reason = by.on, reason
    certificate.save(update_fields=["withdrawn_on", "withdrawn_reason"])
    record("certificate.struck_out", certificate, by=by, unit=certificate.course.unit, note=reason)
    return certificate


@transaction.atomic
def set_curriculum(*, unit: Unit, by: Actor, topics: str, programme_topics: str, **fields: Any) -> Curriculum:
    """A curriculum (kind, name, basis, starts, ends) with its subjects, one a line; apart those of the programme."""
    return _keep_curriculum(Curriculum(unit=unit, **fields), topics, programme_topics, "curriculum.added", by)


@transaction.atomic
def change_curriculum(
    curriculum: Curriculum, *, by: Actor, topics: str, programme_topics: str, **fields: Any
) -> Curriculum:
    """Correct or end a curriculum; what courses already said of themselves stays."""
    for name, value in fields.items():
        setattr(curriculum, name, value)
    return _keep_curriculum(curriculum, topics, programme_topics, "curriculum.edited", by)


def _keep_curriculum(
    curriculum: Curriculum, topics: str, programme_topics: str, verb: str, by: Actor
) -> Curriculum:
    rules.must_edit(by.reaches(curriculum.unit))
    demands.must_end_after_start(curriculum.starts, curriculum.ends)
    parts = [(*part, False) for part in rules.read_parts(topics, "topics")]
    parts += [(*part, True) for part in rules.read_parts(programme_topics, "programme_topics")]
    if not parts:
        raise BadInput(_("Ghi ít nhất một chuyên đề, mỗi dòng một chuyên đề."), "topics")
    same = Curriculum.objects.filter(unit=curriculum.unit, starts=curriculum.starts, name=curriculum.name)
    if same.exclude(pk=curriculum.pk).exists():
        raise BadInput(_("Chương trình tên này đã được ghi từ ngày ấy. Sửa chương trình đã có."), "name")
    curriculum.save()
    before = [str(one) for one in curriculum.parts.all()]
    curriculum.parts.all().delete()
    made = [
        CurriculumPart(
            curriculum=curriculum, position=n, title=title, lessons=lessons, is_programme=is_programme
        )
        for n, (title, lessons, is_programme) in enumerate(parts, start=1)
    ]
    CurriculumPart.objects.bulk_create(made)
    told = {"parts": "; ".join(map(str, made))}
    record(verb, curriculum, by=by, unit=curriculum.unit, before={"parts": "; ".join(before)}, after=told)
    return curriculum


def _course(course: Course) -> dict[str, str]:
    names = ["kind", "name", "starts", "ends", "participants", "certified"]
    names += ["curriculum_id", "has_programme", "movement_id"]
    return {name: str(getattr(course, name)) for name in names}


def _check_and_save(study_class: StudyClass, by: Actor) -> None:
    one = study_class
    rules.must_edit(by.reaches(one.unit))
    rules.must_have_been_held(one.held_on, by.on)
    rules.must_fit(one.party_attended, one.party_summoned, one.made_up)
    rules.must_be_believable(sites=one.sites, outside_attended=one.outside_attended, essays=one.essays)
    rules.must_have_writers(one.essays, one.party_attended, one.made_up, one.outside_attended)
    if one.form == StudyClass.Form.DIRECT:
        one.sites = 1
    try:
        with transaction.atomic():
            one.save()
    except IntegrityError as broken:
        if "recorded_once" not in str(broken) and "UNIQUE" not in str(broken):
            raise
        raise BadInput(
            _(
                "Lớp học nội dung này đã được ghi trong ngày. Nếu là lớp khác, ghi rõ thêm, ví dụ “buổi chiều”."
            ),
            "topic",
        ) from None


def _kept(study_class: StudyClass) -> dict[str, Any]:
    """What the history keeps of a class."""
    return {name: str(getattr(study_class, name)) for name in KEPT}
