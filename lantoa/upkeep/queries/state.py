"""What ran last and what is late."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import DatabaseError
from django.db.models import Max

from lantoa.foundation.gathering import gather
from lantoa.foundation.tasks import Task
from lantoa.people.actors import SUBTREE, keeper_of_lists
from lantoa.people.models import Post, PostQuerySet
from lantoa.upkeep import rules
from lantoa.upkeep.models import KeptCopy, TaskRun
from lantoa.upkeep.queries.disks import folders, lies_within_the_data


def all_tasks() -> list[Task]:
    """What every room lets the clock do."""
    return [task for room in gather("tasks") for task in getattr(room, "TASKS", [])]


def task_called(code: str) -> Task | None:
    """The task of that code."""
    return next((task for task in all_tasks() if task.code == code), None)


@dataclass(frozen=True)
class Line:
    """One task on the page: its last run, and whether it is late."""

    task: Task
    last: TaskRun | None
    is_late: bool


def lines(now: dt.datetime) -> list[Line]:
    """Every task with its last run."""
    newest = TaskRun.objects.order_by().values("code").annotate(newest=Max("pk")).values("newest")
    runs = {run.code: run for run in TaskRun.objects.filter(pk__in=newest)}
    found = []
    for task in all_tasks():
        last = runs.get(task.code)
        late = last is not None and now - last.started_at > task.interval + rules.SILENT_AFTER
        found.append(Line(task, last, late or (last is not None and last.is_good is False)))
    return found


def last_beat() -> dt.datetime | None:
    """When something last ran by the clock."""
    return (
        TaskRun.objects.filter(by__isnull=True)
        .order_by("-started_at")
        .values_list("started_at", flat=True)
        .first()
    )


def asked_for(code: str, now: dt.datetime) -> TaskRun | None:
    """The run of this task that is under way, or waits for the worker; None when that is too long ago to be so."""
    last = TaskRun.objects.filter(code=code).order_by("-pk").first()
    return last if last and not last.ended_at and now - last.started_at < rules.DEAD_AFTER else None


def minutes_to_restore() -> tuple[int, int] | None:
    """In how many minutes the last copy is brought back on a machine like this one, idle and busy.

    None while there is no copy, or nobody has looked at the data as is done then: how long that takes is not known.
    """
    copy, looked = last_copy(), TaskRun.objects.filter(code="upkeep.check_data", ended_at__isnull=False)
    done = looked.order_by("-pk").first()
    return rules.minutes_to_restore(copy.seconds, done.seconds or 0) if copy and done else None


def last_copy() -> KeptCopy | None:
    """The newest copy."""
    return KeptCopy.objects.order_by("-at").first()


def last_second_copy() -> KeptCopy | None:
    """The newest copy that also went to a place outside the data."""
    elsewhere = {str(path) for path in folders() if not lies_within_the_data(path)}
    newest = KeptCopy.objects.order_by("-at")[:100]
    return next((one for one in newest if elsewhere & set(one.places)), None)


def health(now: dt.datetime) -> dict[str, str]:
    """Four words for a probe, no figures: the process, the database, the worker, the last copy."""
    said = {"alive": "ok", "database": "ok", "worker": "ok", "copy": "ok"}
    try:
        copy = last_copy()
        if rules.has_stopped(last_beat(), now):
            said["worker"] = "stopped"
        second = last_second_copy()
        if any(rules.is_copy_late(one.at if one else None, now) for one in (copy, second)):
            said["copy"] = "late"
    except DatabaseError:
        said |= {"database": "away", "worker": "unknown", "copy": "unknown"}
    return said


@dataclass(frozen=True)
class Standstill:
    """The worker does nothing: since when, and what is late by it; what never ran is late by nothing."""

    since: dt.datetime | None
    late: list[str]


def standstill(now: dt.datetime) -> Standstill | None:
    """What every page says to who looks after the installation; None while the worker runs. One question then."""
    beat = last_beat()
    if not rules.has_stopped(beat, now):
        return None
    return Standstill(beat, [str(line.task.label) for line in lines(now) if line.is_late] if beat else [])


def keepers_of_the_machine(on: dt.date) -> PostQuerySet:
    """Who administers the unit that keeps the installation."""
    held = Post.objects.on(on).filter(unit=keeper_of_lists(on), role="administrator", reach=SUBTREE)
    return held.select_related("person", "title").order_by("pk")
