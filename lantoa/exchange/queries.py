"""The kinds of list that rooms declare, and what a draft would do as the database stands now."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from django.conf import settings
from django.db.models import Q, QuerySet

from lantoa.exchange import rules
from lantoa.exchange.models import Export, Import
from lantoa.foundation.exchange import STATES, Kind, Plan, only_out
from lantoa.foundation.gathering import gather
from lantoa.foundation.tables import Column, Grid, Heading, dates_are_ambiguous, heading_from, read_rows
from lantoa.foundation.tables.columns import DATE, plain
from lantoa.foundation.tables.rows import Row
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor

CELLS = ("rows", "mended", "answers", "log")  # of a long list this is megabytes


def kinds() -> dict[str, Kind]:
    """Every kind of list, by its code."""
    return {kind.code: kind for room in gather("exchange") for kind in getattr(room, "KINDS", ())}


def kinds_for(actor: Actor) -> list[Kind]:
    """The kinds that this actor may bring in."""
    return [kind for kind in kinds().values() if kind.imports and actor.may(kind.imports)]


def seen(actor: Actor) -> QuerySet[Import]:
    """The lists that this actor may see: those of units in reach, of kinds that her role brings in."""
    mine = [kind.code for kind in kinds_for(actor)]
    return Import.objects.visible_to(actor).filter(kind__in=mine).select_related("by", "unit")


def progress_file(pk: int) -> Path:
    """Where the process that brings a list in notes how far it is: the database is busy with the list itself."""
    return Path(settings.VAR_DIR) / "progress" / f"import-{pk}"


def progress(pk: int) -> tuple[int, int] | None:
    """(rows done, rows in all) of a list under way; None while nothing is noted."""
    try:
        done, whole = progress_file(pk).read_text(encoding="ascii").split("/")
        return int(done), int(whole)
    except (OSError, ValueError):
        return None


def may_read(kind: Kind, unit: Unit, actor: Actor) -> bool:
    """Whether this actor's pages show this list there."""
    return actor.may(kind.views) and (unit == actor.unit or actor.reaches(unit))


def kind_of(one: Export) -> Kind:
    """The list that the file is made of; a page's own table is declared by no room and is known by its columns."""
    columns = tuple(Column(code, code) for code in one.columns)
    return kinds().get(one.kind) or only_out(one.kind, one.title, "", columns)


def may_take(one: Export, actor: Actor) -> bool:
    """Whether she may still read everything that the file shows, with the rights that she has now.

    Of a page's own list the page is asked besides, when the file is taken.
    """
    kind = kind_of(one)
    shown = {column.code for column in kind.columns_for(actor)}
    return (bool(one.address) or may_read(kind, one.unit, actor)) and shown.issuperset(one.columns)


def files_of(actor: Actor, now: dt.datetime) -> QuerySet[Export]:
    """The actor's own files of long lists, without their bytes."""
    return (
        Export.objects.visible_to(actor)
        .since(now - rules.FILE_KEPT_FOR)
        .select_related("unit")
        .defer("content")
    )


def to_be_told(actor: Actor, now: dt.datetime) -> QuerySet[Import]:
    """The actor's own long lists: under way, given back with a reason, or brought in within the last day."""
    state = Import.State
    news = Q(state=state.RUNNING) | Q(state=state.DRAFT) & ~Q(said="")
    recent = Q(state=state.DONE, options__has_key="post", done_at__gt=now - rules.UNDONE_FOR)
    return seen(actor).filter(news | recent, by=actor.person).defer(*CELLS)


def how_many(draft: Import) -> int:
    """The rows below the heading."""
    return max(0, len(draft.rows) - draft.first_row)


def remembered(unit: Unit, kind: str) -> dict[str, str]:
    """What headings meant last time here: plain heading → code."""
    last = Import.objects.filter(unit=unit, kind=kind, state=Import.State.DONE).first()
    if last is None:
        return {}
    return {
        plain(name): code
        for name, code in zip(last.names, last.meaning, strict=False)
        if plain(name) and code
    }


def no_longer_there(draft: Import) -> list[str]:
    """Columns of this kind that were there last time and are missing now."""
    before = remembered(draft.unit, draft.kind)
    columns = {column.code: str(column.label) for column in kinds()[draft.kind].columns}
    return [
        columns[code]
        for code in dict.fromkeys(before.values())
        if code in columns and code not in draft.meaning
    ]


def others_at_work(unit: Unit, kind: str, actor: Actor, now: dt.datetime) -> list[Import]:
    """Drafts of somebody else, of the last half hour, and long lists on their way, in the same branch of the tree."""
    looking = Q(state=Import.State.DRAFT, touched_at__gt=now - rules.AT_WORK_FOR) & ~Q(by=actor.person)
    writing = Q(state=Import.State.RUNNING)
    recent = Import.objects.filter(looking | writing, kind=kind).defer(*CELLS)
    found = recent.select_related("by", "unit")
    on = actor.on
    return [
        one
        for one in found
        if organisation.is_under(one.unit, unit, on) or organisation.is_under(unit, one.unit, on)
    ]


@dataclass
class Looked:
    """A draft as it stands against the database now."""

    draft: Import
    kind: Kind
    plans: list[Plan]
    is_ambiguous: bool

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many rows in each state, in the order of the page."""
        counted = Counter(plan.state for plan in self.plans)
        return {state: counted.get(state, 0) for state in STATES}

    @property
    def to_write(self) -> list[Plan]:
        """The rows that would be written."""
        return [plan for plan in self.plans if plan.will_write]

    @property
    def waiting(self) -> list[Plan]:
        """The rows that wait for somebody's word."""
        return [plan for plan in self.plans if plan.state in STATES[:2]]


def look(draft: Import, by: Actor) -> Looked:
    """What the draft would do; writes nothing."""
    kind = kinds()[draft.kind]
    rows = _rows(draft, kind)
    left_out = set(draft.left_out)
    answers = {int(number): answer for number, answer in draft.answers.items()}
    kept = [row for row in rows if row.number not in left_out]
    plans = kind.plan(kept, unit=draft.unit, by=by, answers=answers, options=draft.options)
    dates = [column.code for column in kind.columns if column.kind == DATE]
    ambiguous = dates_are_ambiguous(row.texts[code] for row in rows for code in dates)
    return Looked(draft, kind, plans, ambiguous or draft.order != "dmy")


def heading_of(draft: Import) -> Heading:
    """The heading as it is understood."""
    return heading_from(draft.names, draft.meaning, draft.first_row)


def _rows(draft: Import, kind: Kind) -> list[Row]:
    mended = {int(number): cells for number, cells in draft.mended.items()}
    grid = Grid(draft.rows, draft.file_name)
    return read_rows(grid, heading_of(draft), kind.columns, order=draft.order, mended=mended)
