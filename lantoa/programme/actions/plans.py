"""What is done with a plan: write, submit, issue with number and date, sum up, close; finish its lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.documents import actions as documents
from lantoa.documents.models import Document
from lantoa.foundation.attachments import Judged
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.programme import queries, rules
from lantoa.programme.actions import common
from lantoa.programme.models import Plan, PlanTask

Fields = Mapping[str, Any]


@transaction.atomic
def draft_plan(
    *, unit: Unit, by: Actor, tasks: Iterable[Fields] = (), rests_on: Iterable[Plan] = (), **fields: Any
) -> Plan:
    """A plan begun (scope, title, other_bases, content, starts, ends) with the lines of its assignment table.

    `rests_on` are plans of the units above it. A line may name as `origin` the superior's line that it carries on.
    """
    plan: Plan = common.write(Plan(unit=unit, **fields), "plan.created", by)
    _rest(plan, rests_on)
    _replace_tasks(plan, tasks)
    return plan


@transaction.atomic
def record_issued_plan(
    *,
    unit: Unit,
    number: str,
    issued_on: dt.date,
    by: Actor,
    tasks: Iterable[Fields] = (),
    rests_on: Iterable[Plan] = (),
    lower_by: dt.date | None = None,
    file: Judged | None = None,
    **fields: Any,
) -> Plan:
    """A plan that was signed on paper before it was entered here."""
    rules.must_name_a_document(number, issued_on)
    rules.must_not_lie_ahead(issued_on, by.on, "issued_on")
    rules.must_leave_time(lower_by, issued_on)
    plan = Plan(unit=unit, status=rules.ISSUED, issued_on=issued_on, **fields)
    plan.number, plan.document = _in_the_register(plan, number, issued_on, by)
    plan.file, plan.lower_by = common.keep(file, by), lower_by
    common.write(plan, "plan.issued", by, note=plan.number, on=issued_on)
    _rest(plan, rests_on)
    _replace_tasks(plan, tasks)
    return plan


@transaction.atomic
def change_plan(
    plan: Plan,
    *,
    by: Actor,
    tasks: Iterable[Fields] | None = None,
    rests_on: Iterable[Plan] | None = None,
    **fields: Any,
) -> Plan:
    """Rewrite a draft; `tasks` None leaves the table as it is, `rests_on` None the plans it cites."""
    rules.must_be_draft(plan.status)
    common.rewrite(plan, "plan.edited", by, fields)
    if rests_on is not None:
        _rest(plan, rests_on)
    if tasks is not None:
        _replace_tasks(plan, tasks)
    return plan


@transaction.atomic
def submit_plan(plan: Plan, *, by: Actor) -> Plan:
    """The draft goes to who signs it."""
    _move(plan, rules.SUBMIT, by)
    record("plan.submitted", plan, by=by, unit=plan.unit)
    return plan


@transaction.atomic
def return_plan(plan: Plan, *, reason: str, by: Actor) -> Plan:
    """Back to its writers with what must be mended; it is a draft again."""
    if not reason:
        raise BadInput(_("Ghi rõ chỗ cần sửa để người soạn biết việc phải làm."), "reason")
    _move(plan, rules.RETURN, by, return_reason=reason[:500])
    record("plan.returned", plan, by=by, unit=plan.unit, note=reason)
    return plan


@transaction.atomic
def issue_plan(
    plan: Plan,
    *,
    number: str,
    issued_on: dt.date | None,
    by: Actor,
    lower_by: dt.date | None = None,
    file: Judged | None = None,
) -> Plan:
    """Record the number and date under which the committee signed it; without a number it gets the register's next.

    With `lower_by` every unit directly below is asked to issue its own plan by that day.
    """
    issued_on = rules.must_be_dated(issued_on)
    rules.must_not_lie_ahead(issued_on, by.on, "issued_on")
    rules.must_leave_time(lower_by, issued_on)
    common.must_reach(by, plan.unit)
    number, document = _in_the_register(plan, number, issued_on, by)
    signed = {"number": number, "document": document, "issued_on": issued_on, "lower_by": lower_by}
    _move(plan, rules.ISSUE, by, **signed, return_reason="", file=common.keep(file, by) or plan.file)
    record("plan.issued", plan, by=by, unit=plan.unit, note=number, on=issued_on)
    return plan


def _in_the_register(plan: Plan, number: str, on: dt.date, by: Actor) -> tuple[str, Document | None]:
    """Its number and its line in the unit's register of papers: the number typed, else the next one."""
    line = documents.number_paper(
        kind="Kế hoạch",
        about=str(Plan._meta.verbose_name),
        unit=plan.unit,
        abstract=plan.title,
        on=on,
        by=by,
        symbol=number,
    )
    return (line.symbol, line) if line else (number, None)


@transaction.atomic
def review_plan(plan: Plan, *, on: dt.date, said: str, by: Actor) -> Plan:
    """The first six months are summed up: what was done, what was not."""
    _must_tell(plan, on, said, by)
    _move(plan, rules.REVIEW, by, reviewed_on=on, review=said)
    record("plan.reviewed", plan, by=by, unit=plan.unit, on=on)
    return plan


@transaction.atomic
def sum_up_plan(plan: Plan, *, on: dt.date, said: str, by: Actor) -> Plan:
    """The year or term is summed up."""
    _must_tell(plan, on, said, by)
    _move(plan, rules.SUM_UP, by, summed_up_on=on, summing_up=said)
    record("plan.summed_up", plan, by=by, unit=plan.unit, on=on)
    return plan


@transaction.atomic
def close_plan(plan: Plan, *, by: Actor) -> Plan:
    """Nothing more is done with it; it was summed up before."""
    _move(plan, rules.CLOSE, by)
    record("plan.closed", plan, by=by, unit=plan.unit)
    return plan


@transaction.atomic
def finish_task(task: PlanTask, *, on: dt.date, by: Actor, result: str = "") -> PlanTask:
    """A planned task is done, with what came of it; doing it twice changes nothing."""
    common.must_reach(by, task.plan.unit)
    rules.must_not_lie_ahead(on, by.on, "on")
    if task.done_on is None:
        task.done_on, task.result = on, result[:500]
        task.save(update_fields=["done_on", "result"])
        record("plan_task.finished", task, by=by, unit=task.plan.unit, on=on, note=result)
    return task


def _move(plan: Plan, verb: str, by: Actor, **changes: Any) -> None:
    common.must_reach(by, plan.unit)
    rules.LIFE.move(plan, verb, **changes)


def _must_tell(plan: Plan, on: dt.date, said: str, by: Actor) -> None:
    rules.must_not_lie_ahead(on, by.on, "on")
    if plan.issued_on:
        rules.must_follow(on, plan.issued_on, "on")
    if not said:
        raise BadInput(_("Ghi kết quả: việc đã làm được, việc chưa làm được."), "said")


def _rest(plan: Plan, on: Iterable[Plan]) -> None:
    """Only on plans of units above, issued. BadInput names what is none."""
    wanted = list(on)
    known = queries.plans_above(plan.unit, plan.starts, plan.ends).filter(pk__in=[one.pk for one in wanted])
    if known.count() != len(wanted):
        raise BadInput(
            _("Chỉ lấy làm căn cứ kế hoạch đã ban hành của cấp trên, cho cùng thời gian."), "rests_on"
        )
    plan.rests_on.set(wanted)


def _replace_tasks(plan: Plan, tasks: Iterable[Fields]) -> None:
    """The lines of the table; a line carries on a superior's only where the plan rests on that superior's plan."""
    cited = set(PlanTask.objects.filter(plan__carried_on_by=plan).values_list("pk", flat=True))
    plan.tasks.all().delete()
    PlanTask.objects.bulk_create(
        PlanTask(plan=plan, position=position, **_line(task, cited))
        for position, task in enumerate(tasks, start=1)
    )


def _line(task: Fields, cited: set[int]) -> dict[str, Any]:
    origin = task.get("origin")
    said = {name: value for name, value in task.items() if name != "origin"}
    return {**said, "origin_id": int(origin) if origin and int(origin) in cited else None}
