"""What is done in the programme: set a theme, record a document, launch a movement, write and issue a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from lantoa.foundation import attachments, demands
from lantoa.foundation.attachments import Judged
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.models import Attachment
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor, heads_the_tree
from lantoa.programme import rules
from lantoa.programme.models import (
    Directive,
    LegalBasis,
    Movement,
    Participation,
    Pillar,
    Plan,
    PlanTask,
    Programme,
    Theme,
)

Fields = Mapping[str, Any]


# Themes, documents, movements


def set_theme(*, unit: Unit, by: Actor, **fields: Any) -> Theme:
    """The unit's theme for a year or a term (kind, title, starts, ends)."""
    return _write(Theme(unit=unit, **fields), "theme.added", by)


def change_theme(theme: Theme, *, by: Actor, **fields: Any) -> Theme:
    """Correct a theme."""
    return _rewrite(theme, "theme.edited", by, fields)


def record_directive(*, unit: Unit, by: Actor, file: Judged | None = None, **fields: Any) -> Directive:
    """A directing document the unit issued (kind, number, symbol, issued_on, abstract, term)."""
    rules.must_not_lie_ahead(fields["issued_on"], by.on, "issued_on")
    return _write(Directive(unit=unit, file=_keep(file, by), **fields), "directive.recorded", by)


def change_directive(
    directive: Directive, *, by: Actor, file: Judged | None = None, **fields: Any
) -> Directive:
    """Correct what is recorded of a document; a new file replaces the old one."""
    rules.must_not_lie_ahead(fields["issued_on"], by.on, "issued_on")
    return _rewrite(directive, "directive.edited", by, _with_file(fields, file, by))


def launch_movement(*, unit: Unit, by: Actor, **fields: Any) -> Movement:
    """A movement the unit carries out (name, level, launched_by, starts, ends, targets)."""
    return _write(Movement(unit=unit, **fields), "movement.added", by)


def change_movement(movement: Movement, *, by: Actor, **fields: Any) -> Movement:
    """Correct or end a movement."""
    return _rewrite(movement, "movement.edited", by, fields)


@transaction.atomic
def sum_up_movement(movement: Movement, *, on: dt.date, results: str, by: Actor) -> Movement:
    """What the movement has brought, in words, as summed up on that day; told again, the later words stand."""
    _must_reach(by, movement.unit)
    rules.must_not_lie_ahead(on, by.on, "on")
    rules.must_follow(on, movement.starts, "on")
    if not results:
        raise BadInput(_("Ghi kết quả của phong trào: đã làm được gì, còn gì chưa được."), "results")
    before = {"results": movement.results} if movement.results else {}
    movement.summed_up_on, movement.results = on, results
    movement.save(update_fields=["summed_up_on", "results"])
    record("movement.summed_up", movement, by=by, unit=movement.unit, on=on, before=before)
    return movement


@transaction.atomic
def join_movement(
    movement: Movement,
    *,
    unit: Unit,
    joined_on: dt.date,
    by: Actor,
    content: str = "",
    persons: int | None = None,
) -> Participation:
    """The unit takes part since that day, with so many of its people; None where nobody has counted them.

    A unit that had left joins again in the same line: a unit stands in a movement once.
    """
    _must_reach(by, unit)
    rules.must_be_running(movement.starts, movement.ends, joined_on)
    rules.must_not_lie_ahead(joined_on, by.on, "joined_on")
    if not Movement.objects.for_unit(unit, by.on).filter(pk=movement.pk).exists():
        raise BadInput(_("Phong trào này của cấp khác, đơn vị không thuộc nơi phát động."), "unit")
    found = Participation.objects.select_for_update().filter(movement=movement, unit=unit).first()
    if found is not None and found.left_on is None:
        raise BadInput(_("Đơn vị đã tham gia phong trào này. Sửa ở dòng của đơn vị trong bảng."), "unit")
    joined = found or Participation(movement=movement, unit=unit)
    joined.joined_on, joined.content, joined.persons = joined_on, content, persons
    joined.left_on, joined.left_because = None, ""
    joined.save()
    record("movement.joined", joined, by=by, unit=unit, on=joined_on, after=_numbers(joined))
    return joined


@transaction.atomic
def change_participation(
    joined: Participation, *, joined_on: dt.date, by: Actor, content: str = "", persons: int | None = None
) -> Participation:
    """Correct since when, with what or with how many the unit takes part."""
    _must_reach(by, joined.unit)
    rules.must_be_running(joined.movement.starts, joined.movement.ends, joined_on)
    rules.must_not_lie_ahead(joined_on, by.on, "joined_on")
    if joined.left_on is not None:
        raise BadInput(_("Đơn vị đã thôi tham gia. Ghi tham gia lại nếu đơn vị trở lại phong trào."))
    before = _numbers(joined)
    joined.joined_on, joined.content, joined.persons = joined_on, content, persons
    joined.save(update_fields=["joined_on", "content", "persons"])
    record(
        "movement.participation_edited",
        joined,
        by=by,
        unit=joined.unit,
        before=before,
        after=_numbers(joined),
    )
    return joined


@transaction.atomic
def leave_movement(joined: Participation, *, on: dt.date, reason: str, by: Actor) -> Participation:
    """The unit takes part no longer since that day; it was there before, and stays counted then."""
    _must_reach(by, joined.unit)
    rules.must_not_lie_ahead(on, by.on, "on")
    rules.must_follow(on, joined.joined_on, "on")
    if not reason:
        raise BadInput(_("Ghi lý do thôi tham gia."), "reason")
    if joined.left_on is not None:
        raise BadInput(_("Đơn vị đã thôi tham gia từ trước."))
    joined.left_on, joined.left_because = on, reason
    joined.save(update_fields=["left_on", "left_because"])
    record("movement.left", joined, by=by, unit=joined.unit, on=on, note=reason)
    return joined


def _numbers(joined: Participation) -> dict[str, str]:
    persons = "" if joined.persons is None else str(joined.persons)
    return {"joined_on": str(joined.joined_on), "persons": persons, "content": joined.content}


# Plans


@transaction.atomic
def draft_plan(*, unit: Unit, by: Actor, tasks: Iterable[Fields] = (), **fields: Any) -> Plan:
    """A plan begun (scope, title, content, starts, ends) with the lines of its assignment table."""
    plan = _write(Plan(unit=unit, **fields), "plan.created", by)
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
    file: Judged | None = None,
    **fields: Any,
) -> Plan:
    """A plan that was signed on paper before it was entered here."""
    rules.must_name_a_document(number, issued_on)
    rules.must_not_lie_ahead(issued_on, by.on, "issued_on")
    plan = Plan(unit=unit, status=rules.ISSUED, number=number, issued_on=issued_on, **fields)
    plan.file = _keep(file, by)
    _write(plan, "plan.issued", by, note=number, on=issued_on)
    _replace_tasks(plan, tasks)
    return plan


@transaction.atomic
def change_plan(plan: Plan, *, by: Actor, tasks: Iterable[Fields] | None = None, **fields: Any) -> Plan:
    """Rewrite a draft; `tasks` None leaves the table as it is."""
    rules.must_be_draft(plan.status)
    _rewrite(plan, "plan.edited", by, fields)
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
    _move(plan, rules.RETURN, by)
    plan.return_reason = reason[:500]
    plan.save(update_fields=["return_reason"])
    record("plan.returned", plan, by=by, unit=plan.unit, note=reason)
    return plan


@transaction.atomic
def issue_plan(
    plan: Plan, *, number: str, issued_on: dt.date | None, by: Actor, file: Judged | None = None
) -> Plan:
    """Record the number and date under which the committee signed it."""
    rules.must_name_a_document(number, issued_on)
    assert issued_on is not None
    rules.must_not_lie_ahead(issued_on, by.on, "issued_on")
    _must_reach(by, plan.unit)
    plan.number, plan.issued_on, plan.return_reason = number, issued_on, ""
    plan.file = _keep(file, by) or plan.file
    # Before the step: an issued plan without a number would break its constraint. The loser rolls back.
    plan.save(update_fields=["number", "issued_on", "return_reason", "file"])
    _move(plan, rules.ISSUE, by)
    record("plan.issued", plan, by=by, unit=plan.unit, note=number, on=issued_on)
    return plan


@transaction.atomic
def close_plan(plan: Plan, *, by: Actor) -> Plan:
    """The year or term has been summed up."""
    _move(plan, rules.CLOSE, by)
    record("plan.closed", plan, by=by, unit=plan.unit)
    return plan


@transaction.atomic
def finish_task(task: PlanTask, *, on: dt.date, by: Actor) -> PlanTask:
    """A planned task is done; doing it twice changes nothing."""
    _must_reach(by, task.plan.unit)
    rules.must_not_lie_ahead(on, by.on, "on")
    if task.done_on is None:
        task.done_on = on
        task.save(update_fields=["done_on"])
        record("plan_task.finished", task, by=by, unit=task.plan.unit, on=on)
    return task


# The programme itself


@transaction.atomic
def begin_programme(
    *, name: str, short_name: str, starts: dt.date, pillars: list[str], by: Actor
) -> Programme:
    """From that day on the programme is called this and has these pillars; what was before keeps its own."""
    rules.must_keep_settings(heads_the_tree(by))
    current = Programme.objects.select_for_update().filter(ends__isnull=True).first()
    if current and starts <= current.starts:
        raise BadInput(_("Ngày bắt đầu phải sau ngày %s.") % f"{current.starts:%d/%m/%Y}", "starts")
    if not pillars:
        raise BadInput(_("Nhập ít nhất một nội dung, mỗi dòng một nội dung."), "pillars")
    if current:
        current.ends = starts
        current.save(update_fields=["ends"])
        current.pillars.filter(ends__isnull=True).update(ends=starts)
    programme = Programme.objects.create(name=name, short_name=short_name, starts=starts)
    known = list(Pillar.objects.values_list("code", "name"))
    Pillar.objects.bulk_create(
        Pillar(programme=programme, code=rules.code_of(p, known), name=p, position=n, starts=starts)
        for n, p in enumerate(pillars, start=1)
    )
    record("programme.renamed", programme, by=by, unit=by.unit, on=starts, note=name)
    return programme


@transaction.atomic
def record_basis(*, by: Actor, **fields: Any) -> LegalBasis:
    """A document on which the programme rests (symbol, kind, issuer, issued_on, abstract, starts, ends…)."""
    rules.must_keep_settings(heads_the_tree(by))
    demands.must_end_after_start(fields["starts"], fields.get("ends"))
    try:
        with transaction.atomic():
            basis = LegalBasis.objects.create(**fields)
    except IntegrityError:
        raise BadInput(_("Văn bản có số, ký hiệu này đã được ghi."), "symbol") from None
    record("basis.recorded", basis, by=by, unit=by.unit)
    return basis


@transaction.atomic
def change_basis(basis: LegalBasis, *, by: Actor, **fields: Any) -> LegalBasis:
    """Correct, verify against the original, or end a legal basis."""
    rules.must_keep_settings(heads_the_tree(by))
    demands.must_end_after_start(fields.get("starts", basis.starts), fields.get("ends"))
    before = _set(basis, fields)
    basis.save()
    after = {name: str(getattr(basis, name)) for name in before}
    record("basis.edited", basis, by=by, unit=by.unit, before=before, after=after)
    return basis


# Common to all


def _must_reach(by: Actor, unit: Unit) -> None:
    rules.must_edit(by.reaches(unit))


def _move(plan: Plan, verb: str, by: Actor) -> None:
    _must_reach(by, plan.unit)
    rules.LIFE.move(plan, verb)


@transaction.atomic
def _write(thing: Any, verb: str, by: Actor, *, note: str = "", on: dt.date | None = None) -> Any:
    if thing.unit is None:
        raise NotAllowed(_("Đồng chí chưa thuộc đơn vị nào nên chưa ghi được."))
    _must_reach(by, thing.unit)
    if hasattr(thing, "starts"):
        demands.must_end_after_start(thing.starts, thing.ends)
    thing.save()
    record(verb, thing, by=by, unit=thing.unit, note=note, on=on)
    return thing


@transaction.atomic
def _rewrite(thing: Any, verb: str, by: Actor, fields: Fields) -> Any:
    _must_reach(by, thing.unit)
    before = _set(thing, fields)
    if hasattr(thing, "starts"):
        demands.must_end_after_start(thing.starts, thing.ends)
    if before:
        thing.save()
        after = {name: str(getattr(thing, name)) for name in before}
        record(verb, thing, by=by, unit=thing.unit, before=before, after=after)
    return thing


def _set(thing: models.Model, fields: Fields) -> dict[str, str]:
    """Set what differs; gives the old values of what changed, in words for the history."""
    before = {}
    for name, value in fields.items():
        if getattr(thing, name) != value:
            before[name] = str(getattr(thing, name))
            setattr(thing, name, value)
    return before


def _replace_tasks(plan: Plan, tasks: Iterable[Fields]) -> None:
    plan.tasks.all().delete()
    PlanTask.objects.bulk_create(
        PlanTask(plan=plan, position=position, **task) for position, task in enumerate(tasks, start=1)
    )


def _keep(file: Judged | None, by: Actor) -> Attachment | None:
    return attachments.keep(file, by=by) if file else None


def _with_file(fields: dict[str, Any], file: Judged | None, by: Actor) -> dict[str, Any]:
    return {**fields, "file": _keep(file, by)} if file else fields
