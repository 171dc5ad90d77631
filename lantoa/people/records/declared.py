"""What a room declares of a list of records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext_lazy

from lantoa.foundation.exchange import Answers, Kind, Plan
from lantoa.foundation.sheets import page_answer
from lantoa.foundation.tables import Column, Row, unguard
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.records import planning, writing
from lantoa.people.records.cells import Cell
from lantoa.people.records.links import Link

Text = Any


@dataclass(frozen=True)
class Records:
    """A list of records.

    seen(by): the records that the actor may see, with what the cells need beside them (select_related).
    of_unit: the path from a record to its unit.
    key: the codes of the cells by which a row is found without its code. `is_natural` when no two records may have
    the same: then a row with that key is that record. Otherwise only a record that says the same in every cell is the
    row's; one that is only near is asked about.
    add(values, by=) writes one; change(record, values, by=) mends one, None when a list may not.
    finish(added, by=) is done once when all rows stand; gives back the records as they then are.
    boxes: where a refusal that names another box than a column is shown.
    apart(values, by=): asked of every new row before any is written; it refuses what would be written onto something
    that stood there before, because undoing could not tell the two from each other.
    parts: names of relations whose rows were written with the record, go with it and are put back with it.
    private: column → the right that is needed to read it, "" for one that only comes in.
    stands(record): False for one that was struck out: its code is known, but no row without code is meant for it.
    as_told(record, by): the record as it stands for this reader, who may not hear of everything yet.
    noted(records, by=): the list leaves with these records; who is told of in them may want to know.
    prefix: one or two letters before the number, so that a spreadsheet takes the code for a text.
    """

    code: str
    label: Text
    imports: str
    views: str
    cells: tuple[Cell, ...]
    seen: Callable[[Any], QuerySet[Any]]
    key: tuple[str, ...]
    add: Callable[..., Any] | None = None
    change: Callable[..., Any] | None = None
    finish: Callable[..., Any] | None = None
    apart: Callable[..., None] | None = None
    of_unit: str = "unit"
    is_natural: bool = False
    hint: Text = ""
    prefix: str = "M"
    boxes: Mapping[str, str] = field(default_factory=dict)
    parts: frozenset[str] = frozenset()
    totals: frozenset[str] = frozenset()
    private: Mapping[str, str] = field(default_factory=dict)
    remove: Callable[[Any, Any], None] | None = None
    stands: Callable[[Any], bool] = lambda record: True
    as_told: Callable[[Any, Any], Any] = lambda record, by: record
    noted: Callable[..., None] | None = None

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Those declared, and the code at the end."""
        own = Column("id", gettext_lazy("Mã"), ("ma ban ghi", "ma dong"), most=14)
        return (*(cell.column for cell in self.cells), own)

    @cached_property
    def kind(self) -> Kind:
        """What the room of exchange gathers."""
        return Kind(
            code=self.code,
            label=self.label,
            imports=self.imports if self.add else "",
            views=self.views,
            columns=self.columns,
            plan=self.plan,
            write=self.write,
            undo=self.undo,
            rows=self.rows,
            count=self.count,
            hint=self.hint,
            totals=self.totals,
            private=self.private,
            note=self._note if self.noted else None,
        )

    def _note(self, unit: Unit, *, by: Any) -> None:
        assert self.noted is not None
        self.noted(self.within(unit, by), by=by)

    def links(self, unit: Unit, by: Any) -> dict[str, Link]:
        """What stands behind the cells that point to other tables."""
        return {cell.code: cell.link(unit, by) for cell in self.cells if cell.link}

    def within(self, unit: Unit, by: Any) -> QuerySet[Any]:
        """The records of this unit and of those below that the actor may see."""
        return organisation.within(self.seen(by), unit, on=by.on, of_unit=self.of_unit)

    def coded(self, pk: int) -> str:
        """ "LH12"."""
        return f"{self.prefix}{pk}"

    def texts(self, found: Iterable[Any], unit: Unit, *, by: Any) -> Iterator[dict[str, str]]:
        """The records as rows of text by column, as they go out."""
        records = list(found)
        if self.noted:
            self.noted(records, by=by)
        links = self.links(unit, by)
        self.prepare(links, [], records)
        for record in records:
            yield self.told(self.as_told(record, by), links)

    def answer(self, found: Iterable[Any], *, by: Any, unit: Unit | None = None) -> HttpResponse:
        """The list as a page shows it, whole, as a workbook with the columns that this role reads; LongList for a long
        one."""
        unit, noted = unit or by.unit, self.noted
        shown = found.select_related(*self._beside(by)) if isinstance(found, QuerySet) else list(found)
        n = shown.count() if isinstance(shown, QuerySet) else len(shown)
        note = partial(noted, shown, by=by) if noted else None
        return page_answer(self.kind, self.texts(shown, unit, by=by), n, by=by, unit=unit, note=note)

    def _beside(self, by: Any) -> list[str]:
        """What `seen` reads along with each record."""
        beside = self.seen(by).query.select_related
        return _paths(beside) if isinstance(beside, dict) else []

    def prepare(self, links: Mapping[str, Link], rows: Sequence[Row], records: Sequence[Any]) -> None:
        """Let each link ask once for all that will be named."""
        for cell in self.cells:
            if cell.code in links:
                texts = {unguard(row.texts[cell.code]) for row in rows}
                links[cell.code].prepare(texts, {cell.value(record) for record in records})

    def told(self, record: Any, links: Mapping[str, Link]) -> dict[str, str]:
        """One record as text by column."""
        told = {}
        for cell in self.cells:
            value = cell.value(record)
            told[cell.code] = links[cell.code].shown(value) if cell.code in links else cell.shown(value)
        return told | {"id": self.coded(record.pk)}

    def plan(
        self, rows: Sequence[Row], *, unit: Unit, by: Any, answers: Answers | None = None, options: Any = None
    ) -> list[Plan]:
        """What would be added or changed; nothing stays written."""
        return planning.Planner(self, unit, by, answers or {}).plan(rows)

    def write(self, plans: Sequence[Plan], *, unit: Unit, by: Any) -> dict[str, Any]:
        """Each row through its own action; a row that is refused becomes one in doubt."""
        return writing.write(self, plans, unit, by)

    def undo(self, log: Mapping[str, Any], *, by: Any) -> list[str]:
        """What was added goes, what was changed is as before; what somebody has built on stays and is named."""
        return writing.undo(self, log, by)

    def rows(self, unit: Unit, *, by: Any) -> Iterator[dict[str, str]]:
        """The list that goes out."""
        return self.texts(self.within(unit, by), unit, by=by)

    def count(self, unit: Unit, *, by: Any) -> int:
        """How many rows it has."""
        return self.within(unit, by).count()


def _paths(beside: Mapping[str, Any], before: str = "") -> list[str]:
    """{"decision": {"unit": {}}} → ["decision", "decision__unit"]."""
    found = []
    for name, more in beside.items():
        found += [before + name, *_paths(more, f"{before}{name}__")]
    return found
