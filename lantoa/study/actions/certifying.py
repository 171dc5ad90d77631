"""Certificates of a course by name: many at once, struck out with a reason."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.people.actors import Actor
from lantoa.people.fields import person_called
from lantoa.study import rules
from lantoa.study.actions.striking import strike_out
from lantoa.study.models import Certificate, Course


@transaction.atomic
def give_certificates(course: Course, *, names: str, issued_on: dt.date, by: Actor) -> list[Certificate]:
    """Write down by name who holds a certificate of the course, one a line, its number behind a semicolon or a tab.

    The names are of somebody in the course's unit or below. BadInput says which line names nobody or somebody who holds
    one, and when more bear a name than were given.
    """
    rules.must_edit(by.reaches(course.unit))
    demands.must_have_happened(issued_on, by.on, "issued_on")
    rules.must_follow(issued_on, course.starts, "issued_on")
    locked = Course.objects.select_for_update().get(pk=course.pk)
    made = [_given(locked, *line, issued_on, by) for line in rules.read_certificates(names, "names")]
    standing = locked.certificates.standing().count()
    rules.must_be_given(standing, locked.certified, locked.participants)
    for one in made:
        record("certificate.given", one, by=by, unit=course.unit, on=issued_on, note=one.number)
    return made


def _given(course: Course, name: str, number: str, issued_on: dt.date, by: Actor) -> Certificate:
    said = {"name": name[:80]}
    person = person_called(name, unit=course.unit, by=by, field="names")
    if person is None:
        words = _("Không có ai tên “%(name)s” ở đơn vị mở lớp và cấp dưới. Thêm người ở trang Người trước.")
        raise BadInput(words % said, "names")
    if course.certificates.standing().filter(person=person).exists():
        raise BadInput(_("%(name)s đã có giấy chứng nhận của lớp. Bỏ dòng này.") % said, "names")
    return Certificate.objects.create(course=course, person=person, number=number, issued_on=issued_on)


@transaction.atomic
def strike_out_certificate(certificate: Certificate, *, reason: str, by: Actor) -> Certificate:
    """Written down by mistake: it counts no more, and she still sees that it was there."""
    rules.must_edit(by.reaches(certificate.course.unit))
    strike_out(certificate, Certificate.objects.all().standing(), reason, by)
    record("certificate.struck_out", certificate, by=by, unit=certificate.course.unit, note=reason)
    return certificate
