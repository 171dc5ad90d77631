"""What ran last and what is late."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError

from lantoa.foundation.gathering import gather
from lantoa.foundation.tasks import Task
from lantoa.upkeep import rules
from lantoa.upkeep.models import KeptCopy, TaskRun


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
    found = []
    for task in all_tasks():
        last = TaskRun.objects.filter(code=task.code).order_by("-started_at").first()
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


def last_copy() -> KeptCopy | None:
    """The newest copy."""
    return KeptCopy.objects.order_by("-at").first()


def places() -> list[tuple[Path, bool]]:
    """Where copies go, and whether each can be written to now."""
    found = [Path(one) for one in settings.KEEP_PLACES]
    return [(one, one.is_dir()) for one in found]


def health(now: dt.datetime) -> dict[str, str]:
    """Four words for a probe, no figures: the process, the database, the worker, the last copy."""
    said = {"alive": "ok", "database": "ok", "worker": "ok", "copy": "ok"}
    try:
        copy = last_copy()
        if rules.has_stopped(last_beat(), now):
            said["worker"] = "stopped"
        if rules.is_copy_late(copy.at if copy else None, now):
            said["copy"] = "late"
    except DatabaseError:
        said |= {"database": "away", "worker": "unknown", "copy": "unknown"}
    return said
