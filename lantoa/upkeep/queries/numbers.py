"""Numbers for whoever watches the machine: ages, lengths, room on the disk. Nothing of any person or paper."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.conf import settings
from django_q.models import OrmQ

from lantoa.messages.models import Sending
from lantoa.upkeep.queries.state import last_beat, last_copy, last_second_copy, lines


@dataclass(frozen=True)
class Number:
    """One number: its name, what it says in English as Prometheus has it, and of which task or place."""

    name: str
    says: str
    value: float
    of: dict[str, str] = field(default_factory=dict)


def numbers(now: dt.datetime) -> Iterator[Number]:
    """Every number as it stands now, in seconds, pieces and bytes. What never happened has no age and is left out."""
    yield from _of_tasks(now)
    yield Number("queue_length", "Tasks that wait for the worker.", OrmQ.objects.count())
    waiting = Sending.objects.filter(next_try_at__isnull=False).count()
    yield Number("sendings_waiting", "Letters and other hints still to be sent or tried again.", waiting)
    yield from _of_copies(now)
    disk = shutil.disk_usage(settings.VAR_DIR)
    yield Number("data_free_bytes", "Room left on the disk of the data.", disk.free)


def _of_tasks(now: dt.datetime) -> Iterator[Number]:
    beat = last_beat()
    if beat:
        age = (now - beat).total_seconds()
        yield Number("worker_age_seconds", "Since the clock last started a task.", age)
    for line in lines(now):
        of = {"task": line.task.code}
        yield Number("task_late", "1: a task is late or failed at its last run.", int(line.is_late), of)
        if line.last:
            age = (now - line.last.started_at).total_seconds()
            yield Number("task_age_seconds", "Since a task last began.", age, of)
        if line.last and line.last.seconds is not None:
            yield Number("task_seconds", "How long its last run took.", line.last.seconds, of)


def _of_copies(now: dt.datetime) -> Iterator[Number]:
    for place, copy in (("any", last_copy()), ("second", last_second_copy())):
        if copy:
            age = (now - copy.at).total_seconds()
            yield Number("copy_age_seconds", "Since the last verified copy.", age, {"place": place})
            yield Number("copy_bytes", "Size of the last verified copy.", copy.size, {"place": place})
