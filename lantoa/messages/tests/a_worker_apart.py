"""The worker of a year in a process of its own, for a story that kills it: the clock is put forward, turn by turn."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter

from django.conf import settings
from django.utils import timezone

from lantoa.foundation import late
from lantoa.messages import rules
from lantoa.messages.models import Message, Reminded
from lantoa.messages.tests import test_reminding as stories
from lantoa.shortcomings import late as shortcomings
from lantoa.shortcomings.models import Shortcoming
from lantoa.upkeep import actions
from lantoa.upkeep.models import TaskRun
from tests.cast import build

FIRST, AFTER = dt.date(2026, 1, 5), dt.date(2027, 1, 10)
HOURS = sorted((*stories.HOURS, dt.time(9, 0), dt.time(16, 0)))


def say(word: object) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def begin() -> None:
    """66 units, each with something to mend every month."""
    stories.a_year(build())


def turns() -> list[dt.datetime]:
    days = (FIRST + dt.timedelta(days=n) for n in range((AFTER - FIRST).days))
    return [timezone.make_aware(dt.datetime.combine(day, hour)) for day in days for hour in HOURS]


def work(since: int) -> None:
    """What the queue calls, at each turn from this one on; which one it is is said before it begins."""
    late.all_due = lambda first, last, on: list(shortcomings.due(first, last, on))
    for number, now in list(enumerate(turns()))[since:]:
        say(number)
        settings.LANTOA_NOW = now.isoformat()
        actions.run_by_clock("messages.remind")


def judge() -> None:
    """Every reminder that should go went once, and none when it is quiet."""
    assert not TaskRun.objects.filter(is_good=False).exists()
    sent = Message.objects.filter(verb="reminder.sent")
    assert all(rules.is_loud(timezone.localtime(one)) for one in sent.values_list("shows_at", flat=True))
    told = set(Reminded.objects.values_list("key", flat=True))
    expected = {
        f"shortcoming:{one.pk}:{one.deadline:%Y%m%d}:{step}:{one.owner_id}"
        for one in Shortcoming.objects.all()
        for step, when in rules.reminder_days(one.deadline).items()
        if when >= FIRST
    }
    assert len(expected) > 2000 and expected <= told, sorted(expected - told)[:5]
    days = Counter((one.person_id, timezone.localtime(one.shows_at).date()) for one in sent)
    assert max(days.values()) == 1
    assert Reminded.objects.filter(message__isnull=True).count() == 0
    cut_off = TaskRun.objects.filter(ended_at__isnull=True).count()
    say(f"{sent.count()} sent, {cut_off} cut off")


def go(errand: str) -> None:
    say("ready")
    name, _sign, since = errand.partition(" ")
    {"begin": begin, "work": lambda: work(int(since)), "judge": judge}[name]()
