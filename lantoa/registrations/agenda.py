"""What registrations bring to a meeting: what falls due, who is silent; and what was decided of them at one."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.agenda import NEXT, REVIEW, Decided, Point
from lantoa.foundation.dates import show_date
from lantoa.meetings.models import Meeting
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.registrations import queries, rules
from lantoa.registrations.models import Progress, Registration, RegistrationTask


def decided(meeting: Meeting, actor: Actor) -> Iterator[Decided]:
    """ "Thông qua 12 bản đăng ký năm 2027", year by year; the list opens for whoever may read it."""
    passed, remarked = (
        _("Thông qua %(n)s bản đăng ký năm %(year)s"),
        _("Nhận xét kết quả năm %(year)s của %(n)s bản"),
    )
    for words, part in ((passed, "registrations__year"), (remarked, "year_ends__registration__year")):
        years = Counter(Meeting.objects.filter(pk=meeting.pk).values_list(part, flat=True))
        if words == passed:
            years -= Counter(one.year for one in queries.untold(meeting, actor))
        for year in sorted(year for year in years if year):
            yield Decided(words % {"n": years[year], "year": year}, _list(meeting, year, actor))


def _list(meeting: Meeting, year: int, actor: Actor) -> str:
    if not actor.may("registrations.view"):
        return ""
    return f"{reverse('registrations:index')}?{urlencode({'nam': year, 'buoi': meeting.pk})}"


SOON, MOST = 31, 12  # days, names or lines


def brings(unit: Unit, actor: Actor, on: dt.date) -> Iterator[Point]:
    """Who has told of results since the last month, whom to ask, and what was undertaken for the coming weeks."""
    if not actor.may("registrations.view"):
        return
    here = Registration.objects.visible_to(actor).in_year(on.year).filter(unit=unit, person__isnull=False)
    told = Progress.objects.filter(
        task__registration__in=here.approved(), recorded_at__date__range=(on - dt.timedelta(days=SOON), on)
    )
    if people := told.values("task__registration__person").distinct().count():
        yield Point(REVIEW, _("%(n)s đồng chí đã ghi kết quả trong tháng") % {"n": people})
    silent = [one.owner_name for one in here.without_progress_since(rules.silent_since(on))[:MOST]]
    if silent:
        words = _("Cần hỏi: %(names)s") % {"names": ", ".join(silent)}
        yield Point(REVIEW, words, _("quá 90 ngày chưa ghi kết quả; nên trao đổi trực tiếp"))
    last = on + dt.timedelta(days=SOON)
    coming = RegistrationTask.objects.filter(registration__in=here.approved(), due__range=(on, last))
    for task in coming.select_related("registration__person").order_by("due", "pk")[:MOST]:
        note = f"{task.registration.owner_name}, {_('hạn')} {show_date(task.due)}" if task.due else ""
        yield Point(NEXT, task.what, note, task.registration.get_absolute_url())
