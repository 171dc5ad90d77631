"""What was decided of registrations at a meeting: which were agreed to, whose year was spoken of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.agenda import Decided
from lantoa.meetings.models import Meeting
from lantoa.people.actors import Actor
from lantoa.registrations import queries


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
