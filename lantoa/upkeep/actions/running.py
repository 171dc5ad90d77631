"""Tasks run and are written down: when, how long, what came of it."""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Callable

from django.db import Error, close_old_connections, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_q.models import Schedule
from django_q.tasks import async_task

from lantoa.foundation import clock, heard
from lantoa.foundation.errors import BadInput, Refusal
from lantoa.foundation.tasks import Task
from lantoa.people.actors import Actor
from lantoa.upkeep import queries, rules
from lantoa.upkeep.models import TaskRun

log = logging.getLogger(__name__)
LISTENS_EVERY = 1  # seconds
BY_CLOCK = "lantoa.upkeep.actions.run_by_clock"


def run_task(code: str, *, by: Actor | None = None) -> TaskRun:
    """Run it now and write down what came of it. BadInput for a task that does not exist.

    A refusal and a fault are written down with the run, not raised: the next run tries again.
    """
    task = queries.task_called(code)
    if task is None:
        raise BadInput(_("Không có việc này. Chọn một việc trong danh sách."))
    return _run(task, TaskRun.objects.create(code=code, started_at=clock.now(), by=by.person if by else None))


def ask_for(code: str, *, by: Actor) -> TaskRun:
    """The same by the worker, where it runs, while the page goes on; at once where it does not.

    One that is under way is not asked for twice. BadInput for a task that does not exist.
    """
    now = clock.now()
    if under_way := queries.asked_for(code, now):
        return under_way
    if queries.task_called(code) is None or rules.has_stopped(queries.last_beat(), now):
        return run_task(code, by=by)
    run = TaskRun.objects.create(code=code, started_at=now, by=by.person)
    transaction.on_commit(lambda: async_task("lantoa.upkeep.actions.run_asked", run.pk))
    return run


def run_asked(pk: int) -> str:
    """What the worker calls for `ask_for`; once, however often it is called. Waiting for its turn is no part of it."""
    run = TaskRun.objects.filter(pk=pk, ended_at__isnull=True).first()
    task = queries.task_called(run.code) if run else None
    if run is None or task is None:
        return ""
    run.started_at = clock.now()
    return _run(task, run).said


def _run(task: Task, run: TaskRun) -> TaskRun:
    try:
        run.said, run.is_good = task.run(run.started_at)[:500], True
    except Refusal as refusal:
        run.said, run.is_good = str(refusal)[:500], False
    except Exception as fault:
        log.exception("task %s failed", task.code)
        run.said, run.is_good = (
            _("Lỗi %(kind)s, xem nhật ký máy chủ.") % {"kind": type(fault).__name__},
            False,
        )
    run.ended_at = clock.now()
    run.save()
    return run


def run_by_clock(code: str) -> str:
    """What the worker calls."""
    return run_task(code).said


def listen(is_wanted: Callable[[], bool]) -> None:
    """Let the rooms hear of each act within a second or two, as long as it is wanted; nobody need wake them."""
    known: tuple[int, bool] | None = None
    while is_wanted():
        close_old_connections()
        try:
            known = hear_if_new(known)
        except Error:
            log.warning("hearing waits for the database", exc_info=True)
        time.sleep(LISTENS_EVERY)


def hear_if_new(known: tuple[int, bool] | None) -> tuple[int, bool]:
    """Let every room hear unless all is as `known`; what is known now.

    No run is written down for it: that the clock still runs its tasks is seen by theirs.
    """
    now = heard.newest()
    if now != known or now[1]:
        heard.hear_all()
    return now


@transaction.atomic
def schedule_all(now: dt.datetime) -> None:
    """Tell the queue of every task; a task that is gone is told no more. Safe to run at every start."""
    tasks = queries.all_tasks()
    Schedule.objects.filter(func=BY_CLOCK).exclude(name__in=[task.code for task in tasks]).delete()
    for task in tasks:
        rhythm = {"schedule_type": Schedule.DAILY}
        if task.every:
            rhythm = {"schedule_type": Schedule.MINUTES, "minutes": int(task.every.total_seconds() // 60)}  # type: ignore[dict-item]
        known = {"func": BY_CLOCK, "args": f"'{task.code}'", "repeats": -1, **rhythm}
        found, new = Schedule.objects.update_or_create(name=task.code, defaults=known)
        if new:
            found.next_run = _first_run(task, now)
            found.save(update_fields=["next_run"])


def _first_run(task: Task, now: dt.datetime) -> dt.datetime:
    if task.at is None:
        return now
    here = timezone.localtime(now)
    due = here.replace(hour=task.at.hour, minute=task.at.minute, second=0, microsecond=0)
    return due if due > here else due + dt.timedelta(days=1)
