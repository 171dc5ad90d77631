"""What is late: members without a registration of the year, registrations without a result for ninety days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.late import Due, Late
from lantoa.organisation import queries as organisation
from lantoa.people.models import Beginning, Membership, MembershipQuerySet
from lantoa.registrations import queries, rules
from lantoa.registrations.models import Registration, RegistrationYear, YearEnd


def late(on: dt.date) -> Iterator[Late]:
    """Who was exempt, or came after the deadline that is asked of her, is not late with her paper; nor where the usual
    one had passed when the office began, and nobody opened the year.
    """
    year = on.year
    sent = Registration.objects.submitted().in_year(year).filter(person=OuterRef("person"))
    members = Membership.objects.on(on).due_to_attend()
    yield Late(
        "ban-dang-ky",
        _("Bản đăng ký"),
        _("người"),
        _("%(n)s đảng viên chưa có bản đăng ký năm {year}").format(year=year),
        "registrations.view",
        members.filter(queries.was_asked(year, on), ~Exists(sent)),
        lambda code: _list("registrations:missing", **{"don-vi": code, "nam": year}),
        order=10,
    )
    yield Late(
        "ket-qua",
        _("Kết quả quá 90 ngày"),
        _("bản đăng ký"),
        _("%(n)s bản đăng ký quá 90 ngày chưa có kết quả mới"),
        "registrations.view",
        Registration.objects.in_year(year).without_progress_since(rules.silent_since(on)),
        lambda code: _list("registrations:index", **{"don-vi": code, "nam": year, "loc": "chua-ghi"}),
        order=40,
    )


def _list(name: str, **asked: object) -> str:
    return f"{reverse(name)}?{urlencode(asked)}"


def due(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """The paper of the year; the word of whom a remark is about; the self-assessment of the year."""
    yield from _to_write(first, last, on)
    answerable = YearEnd.objects.filter(
        status="remarked", answer_by__range=(first, last), closed_on__isnull=True
    )
    for ending in answerable.select_related("registration"):
        if not ending.is_answered and ending.registration.person_id and ending.answer_by:
            yield _of(
                ending.registration,
                "answer",
                ending.answer_by,
                _("đọc nhận xét của chi bộ và nêu ý kiến"),
                10,
            )
    end_of_year = dt.date(on.year, 12, 31)
    if first <= end_of_year <= last and rules.asks_for_year_end(on.year, on):
        approved = (
            Registration.objects.in_year(on.year).approved().filter(person__isnull=False, year_end=None)
        )
        for one in approved:
            yield _of(
                one, "assess", end_of_year, _("tự đánh giá kết quả năm %(year)s") % {"year": one.year}, 30
            )


def _of(one: Registration, what: str, day: dt.date, title: str, priority: int) -> Due:
    assert one.person_id
    url = f"{one.get_absolute_url()}#cuoi-nam"
    return Due(f"registration:{one.pk}:{what}", one.person_id, one.unit_id, day, title, url, priority)


def _to_write(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """The nearest unit that opened the year sets the deadline, so the lowest are asked first; else the usual day.

    Nobody is asked for what was before her time.
    """
    seen: set[tuple[int, int]] = set()
    for year, deadline, here in _asked(first, last, on):
        sent = Registration.objects.submitted().in_year(year).filter(person=OuterRef("person"))
        came = Membership.objects.filter(person=OuterRef("person"), starts__lte=deadline)
        rows = here.filter(~Exists(sent)).values_list("person_id", "unit_id", Exists(came))
        for person, unit, was_there in rows:
            if was_there and (person, year) not in seen and first <= deadline <= last:
                yield Due(
                    f"registration:{person}:{year}",
                    person,
                    unit,
                    deadline,
                    _("đăng ký học tập, thực hành năm %(year)s") % {"year": year},
                    reverse("registrations:write", args=[year]),
                    priority=30,
                )
            seen.add((person, year))


def _asked(first: dt.date, last: dt.date, on: dt.date) -> Iterator[tuple[int, dt.date, MembershipQuerySet]]:
    """(year, deadline, who is asked by it), the most binding first, of years that have a deadline in the time."""
    members, usual_year = Membership.objects.on(on).due_to_attend(), rules.year_to_register(on)
    usual = rules.deadline(usual_year)
    opened = list(RegistrationYear.objects.filter(opens_on__lte=on, year__gte=on.year).select_related("unit"))
    days = [(usual_year, usual), *((one.year, one.deadline) for one in opened)]
    near = {year for year, deadline in days if first <= deadline <= last}
    opened = [one for one in opened if one.year in near]
    paths = organisation.paths_of({one.unit_id for one in opened}, on)
    for one in sorted(opened, key=lambda one: -len(paths.get(one.unit_id, ""))):
        yield one.year, one.deadline, organisation.within(members, one.unit, on=on)
    if first <= usual <= last:
        yield usual_year, usual, members.filter(Beginning.objects.in_use_on(usual))
