"""What is late and what falls due: opinions and complaints that have a day to be answered by, and are open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.late import Due, Late
from lantoa.messages import queries as messages
from lantoa.outreach.models import CitizenComplaint, CitizenOpinion, ComplaintQuerySet, OpinionQuerySet
from lantoa.people.roles import ROLES

HANDLING_ROLES = [code for code, role in ROLES.items() if "outreach.complaints" in role.permissions]


def late(on: dt.date) -> Iterator[Late]:
    """Counted at the unit that has to answer; what went to a body outside the tree, at the unit that passed it on."""
    overdue = CitizenOpinion.objects.overdue(on)
    opinions, complaints = (_("%(n)s ý kiến nhân dân quá hạn trả lời"), _("%(n)s đơn quá hạn giải quyết"))
    passed_on = _("%(n)s ý kiến nhân dân đã chuyển cơ quan khác, quá hạn trả lời")
    outside = overdue.filter(forwarded_to__isnull=True, forwarded_on__isnull=False)
    yield _opinions("y-kien", _("Ý kiến nhân dân"), opinions, overdue.filter(forwarded_to__isnull=False), 60)
    yield _opinions("y-kien-noi-khac", _("Ý kiến ở cơ quan khác"), passed_on, outside, 61)
    yield _opinions(
        "y-kien-tai-cho", _("Ý kiến tại nơi nhận"), opinions, overdue.filter(forwarded_on__isnull=True), 62
    )
    open_ones = CitizenComplaint.objects.overdue(on)
    yield _complaints(
        "don-chuyen", _("Đơn chuyển đến"), complaints, open_ones.filter(forwarded_to__isnull=False), 63
    )
    yield _complaints("don", _("Đơn đã nhận"), complaints, open_ones.filter(forwarded_to__isnull=True), 64)


def _opinions(code: str, label: str, said: str, things: OpinionQuerySet, order: int) -> Late:
    return Late(
        code,
        label,
        _("quá hạn"),
        said,
        "outreach.edit",
        things,
        _listed,
        of_unit="forwarded_to" if code == "y-kien" else "unit",
        order=order,
    )


def _complaints(code: str, label: str, said: str, things: ComplaintQuerySet, order: int) -> Late:
    return Late(
        code,
        label,
        _("quá hạn"),
        said,
        "outreach.complaints",
        things,
        _complaints_listed,
        of_unit="forwarded_to" if code == "don-chuyen" else "unit",
        order=order,
    )


def _listed(code: str) -> str:
    return f"{reverse('outreach:opinions')}?{urlencode({'trang-thai': 'received', 'han': 'qua', 'don-vi': code})}"


def _complaints_listed(code: str) -> str:
    return f"{reverse('outreach:complaints')}?{urlencode({'han': 'qua', 'don-vi': code})}"


def due(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """Told to who does the work of the unit that has to answer; of an outer body, at the unit that passed it on."""
    opinions = list(CitizenOpinion.objects.open().filter(due_on__range=(first, last)))
    complaints = list(CitizenComplaint.objects.open().filter(due_on__range=(first, last)))
    doers = messages.receivers_of({one.forwarded_to_id or one.unit_id for one in opinions}, on)
    for opinion in opinions:
        outside = opinion.forwarded_on and not opinion.forwarded_to_id
        title = _("hỏi lại nơi nhận ý kiến nhân dân") if outside else _("trả lời ý kiến nhân dân")
        yield from _due("opinion", opinion, title, doers)
    units = {one.forwarded_to_id or one.unit_id for one in complaints}
    handlers = messages.receivers_of(units, on, HANDLING_ROLES)
    for complaint in complaints:
        title = _("giải quyết đơn số %(number)s") % {"number": complaint.number}
        yield from _due("complaint", complaint, title, handlers)


def _due(
    kind: str, one: CitizenOpinion | CitizenComplaint, title: str, doers: Mapping[int, Iterable[int]]
) -> Iterator[Due]:
    assert one.due_on
    unit, url = one.forwarded_to_id or one.unit_id, one.get_absolute_url()
    for person in sorted(doers.get(unit, ())):
        yield Due(f"{kind}:{one.pk}", person, unit, one.due_on, title, url, priority=15, is_of_unit=True)
