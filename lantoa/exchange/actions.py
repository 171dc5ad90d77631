"""A list is opened, mended, written or dropped, and taken back within a day. Only `carry_out` writes to other rooms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.exchange import queries, rules
from lantoa.exchange.models import Import
from lantoa.exchange.noting import Noted
from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.exchange import Plan
from lantoa.foundation.history import record
from lantoa.foundation.tables import Grid, find_heading
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor

State = Import.State
NAMED = 200  # how many rows the history names


@transaction.atomic
def open_list(grid: Grid, *, kind: str, unit: Unit, by: Actor) -> Import:
    """A draft that only its writer sees; nothing else is written. Drafts put aside for a month go."""
    declared = queries.kinds()[kind]
    must_be_his(declared.imports, unit, by)
    assert by.person is not None
    old = Import.objects.filter(state=State.DRAFT, touched_at__lt=clock.now() - rules.KEPT_FOR)
    old.update(state=State.DROPPED, **_no_cells())
    heading = find_heading(grid, declared.columns, queries.remembered(unit, kind))
    return Import.objects.create(
        unit=unit,
        kind=kind,
        by=by.person,
        file_name=grid.name,
        rows=grid.rows,
        names=heading.names,
        meaning=heading.meaning,
        first_row=heading.first_row,
        options={"old_font": grid.old_font} if grid.old_font else {},
    )


def _no_cells() -> dict[str, Any]:
    return {"rows": [], "mended": {}, "answers": {}}


def must_be_his(permission: str, unit: Unit, by: Actor) -> None:
    """NotAllowed without the right to bring in this kind, or out of reach."""
    if not (permission and by.may(permission) and by.reaches(unit)):
        raise NotAllowed(_("Đồng chí không nhập được danh sách này ở đơn vị ấy."))


@transaction.atomic
def mend(
    draft: Import,
    *,
    by: Actor,
    cells: Mapping[tuple[int, str], str],
    answers: Mapping[int, str],
    left_out: Sequence[int] = (),
    options: Mapping[str, bool] | None = None,
    meaning: Sequence[str] | None = None,
    order: str = "",
) -> None:
    """Cells typed anew, questions answered, rows left out, columns understood otherwise. Still only a draft."""
    rules.must_be_draft(draft.state)
    must_be_his(queries.kinds()[draft.kind].imports, draft.unit, by)
    for (number, code), text in cells.items():
        draft.mended.setdefault(str(number), {})[code] = " ".join(text.split())[:4000]
    draft.answers |= {str(number): answer for number, answer in answers.items()}
    draft.left_out = sorted({*draft.left_out, *left_out})
    if options is not None:
        draft.options = {**draft.options, **options}
    if meaning is not None and len(meaning) == len(draft.meaning):
        draft.meaning = list(meaning)
        if not any(draft.names):
            draft.names = list(draft.meaning)
    draft.order = order or draft.order
    draft.touched_at = clock.now()
    draft.save()


@transaction.atomic
def carry_out(draft: Import, *, by: Actor, seen: int | None = None, beside: bool = False) -> Import:
    """Write every row that can be written, in one act; those in doubt go on waiting in a draft of their own.

    `seen` is how many rows the page said it would write: Conflict when it is another number by now, because somebody
    else was faster. `beside`: by a process of its own, which has been asked to (`exchange/beside.py`).
    """
    draft = Import.objects.select_for_update(of=("self",)).select_related("unit", "by").get(pk=draft.pk)
    (rules.must_be_running if beside else rules.must_be_draft)(draft.state)
    kind = queries.kinds()[draft.kind]
    must_be_his(kind.imports, draft.unit, by)
    must_be_alone(draft, by)
    looked = queries.look(draft, by)
    plans = looked.to_write
    rules.must_have_something(len(plans))
    if seen is not None and seen != len(plans):
        raise Conflict(
            _("Dữ liệu vừa thay đổi: nay có %(n)s dòng sẽ nhập. Xem lại rồi nhập.") % {"n": len(plans)}
        )
    draft.log = kind.write(Noted(plans, draft.pk) if beside else plans, unit=draft.unit, by=by)
    plans = [plan for plan in plans if plan.will_write]  # one that its action refused has become one in doubt
    rules.must_have_something(len(plans))
    draft.counts = looked.counts
    _leave_the_rest(draft, looked.waiting)
    kept = {"log": draft.log, "counts": draft.counts, "options": draft.options}
    at_the_end = {"done_at": clock.now(), "touched_at": clock.now(), "phase": "", "said": ""}
    rules.STEPS.move(draft, rules.END if beside else rules.BRING_IN, **kept, **at_the_end, **_no_cells())
    told = {**looked.counts, "rows": [_named(plan) for plan in plans[:NAMED]]}
    record("import.imported", draft, by=by, unit=draft.unit, note=str(kind.label), after=told)
    return draft


def must_be_alone(draft: Import, by: Actor) -> None:
    """Conflict while somebody's long list of this kind is being brought in there."""
    others = queries.others_at_work(draft.unit, draft.kind, by, clock.now())
    running = [one for one in others if one.state == State.RUNNING and one.pk != draft.pk]
    if running:
        said = _("Đồng chí %(name)s đang nhập danh sách cùng loại ở %(unit)s. Chờ xong rồi nhập.")
        raise Conflict(said % {"name": running[0].by, "unit": running[0].unit})


def _named(plan: Plan) -> str:
    return next((text for text in plan.row.texts.values() if text), str(plan.row.number))


def _leave_the_rest(draft: Import, waiting: Sequence[Plan]) -> None:
    """Rows in doubt never hold up the others and are never lost."""
    if not waiting:
        return
    numbers = {plan.row.number for plan in waiting}
    rows = [row if number in numbers else [] for number, row in enumerate(draft.rows, start=1)]
    rest = Import.objects.create(
        unit=draft.unit,
        kind=draft.kind,
        by=draft.by,
        file_name=draft.file_name,
        rows=draft.rows[: draft.first_row] + rows[draft.first_row :],
        names=draft.names,
        meaning=draft.meaning,
        first_row=draft.first_row,
        order=draft.order,
        mended={number: cells for number, cells in draft.mended.items() if int(number) in numbers},
        options=draft.options,
    )
    draft.options = draft.options | {"rest": rest.pk}


@transaction.atomic
def drop(draft: Import, *, by: Actor) -> None:
    """Nothing of the list was written, and its cells go."""
    rules.must_be_draft(draft.state)
    must_be_his(queries.kinds()[draft.kind].imports, draft.unit, by)
    rules.STEPS.move(draft, rules.DROP, **_no_cells())


def see(done: Import, *, by: Actor) -> None:
    """Whoever brought it in has looked at what it did; anybody else's look changes nothing."""
    Import.objects.filter(pk=done.pk, by=by.person, state=State.DONE, seen_at=None).update(
        seen_at=clock.now()
    )


@transaction.atomic
def undo(done: Import, *, by: Actor) -> list[str]:
    """Take the list back within a day; names of what had to stay because somebody has built on it since.

    BadInput when the day is over or a unit cannot go any more; then nothing changes.
    """
    done = Import.objects.select_for_update(of=("self",)).select_related("unit").get(pk=done.pk)
    rules.must_be_undoable(done.state, done.done_at, clock.now())
    kind = queries.kinds()[done.kind]
    must_be_his(kind.imports, done.unit, by)
    try:
        kept = kind.undo(done.log, by=by)
    except BadInput as bad:
        raise BadInput(_("Chưa hoàn tác được: %s") % bad) from bad
    log = {"kept": kept, "touched": done.touched}
    rules.STEPS.move(done, rules.UNDO, log=log, touched_at=clock.now())
    after: dict[str, Any] = {"kept": kept[:NAMED]}
    record("import.undone", done, by=by, unit=done.unit, note=str(kind.label), after=after)
    return kept
