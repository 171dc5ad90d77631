"""What came of courses: people admitted, certificates given; struck out when it was a mistake."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.fields import person_called
from lantoa.study import queries, rules
from lantoa.study.models import (
    Admission,
    Certificate,
    Course,
)


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
    rules.must_have_taken_part((queries.admitted_from(locked) or 0) + people, locked.participants, "people")


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
