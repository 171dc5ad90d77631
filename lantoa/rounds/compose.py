"""The form of a round as a unit sees it: what was counted, what those below sent, what it said the last time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lantoa.figures.catalogue import catalogue
from lantoa.foundation.dates import Period
from lantoa.organisation.models import Unit
from lantoa.rounds import adding, queries, rules
from lantoa.rounds.adding import Below, Sum
from lantoa.rounds.counting import NOTHING, Counted, counted_for
from lantoa.rounds.models import Answer, Item, Line
from lantoa.rounds.rules import Said
from lantoa.rounds.words import Adds, Amount, Kind


@dataclass(frozen=True)
class Cell:
    """One cell of the form: what was counted for the unit, what those below it sent, what it said the last time."""

    item: Item
    counted: Counted = NOTHING
    below: Sum | None = None
    last: Amount | None = None
    line: Line | None = None

    @property
    def has_records(self) -> bool:
        """Whether the house counts it."""
        return self.item.code in catalogue()

    @property
    def starts_with(self) -> Said:
        """What stands in the boxes when the form is opened: what was said before, else what was counted."""
        if self.line:
            line = self.line
            return Said(Amount(line.value, line.whole), line.text, line.reason)
        return Said(self.counted.amount)

    def total(self, said: Amount) -> Amount:
        """The unit's own number and those below it."""
        return said + self.below.amount if self.below else said


@dataclass(frozen=True)
class Sheet:
    """The whole form of one answer."""

    answer: Answer
    cells: tuple[Cell, ...]
    below: Below = field(default_factory=Below)


def blank_sheet(items: Sequence[Item], unit: Unit, period: Period, on: dt.date) -> list[Cell]:
    """What the unit will see when it is asked; it has nobody below who is asked too."""
    counted = counted_for(items, unit, period, on, has_below=False)
    return [Cell(item, counted.get(item.code, NOTHING)) for item in items]


def sheet(answer: Answer, on: dt.date) -> Sheet:
    """The form of one answer as things stand this day, in a number of queries that does not grow with its cells."""
    found, unit = answer.round, answer.unit
    items, below = list(found.items.all()), adding.below(answer, on)
    counted = counted_for(items, unit, found.period, on, has_below=below.is_asked)
    before = queries.last_said(answer)
    lines = {line.item_id: line for line in answer.lines.all()}
    cells = [
        Cell(
            item,
            counted.get(item.code, NOTHING),
            _below(item, below) if below.is_asked else None,
            before.get(item.code),
            lines.get(item.pk),
        )
        for item in items
    ]
    return Sheet(answer, tuple(cells), below)


def _below(item: Item, below: Below) -> Sum:
    """What those below sent, where it may be added up."""
    return below.of(item.pk) if item.adds in (Adds.SUM, Adds.PARTS) else Sum()


def asked_about(
    of: Sheet, said: Mapping[int, Said], bounds: Iterable[tuple[str, str]] = ()
) -> dict[int, list[str]]:
    """item → what in its cell wants a reason: a correction, a broken rule (part, whole), an outlier."""
    figures = [cell for cell in of.cells if cell.item.kind == Kind.FIGURE]
    totals = {cell.item.code: (cell.item.label, cell.total(said[cell.item.pk].amount)) for cell in figures}
    pairs, found = list(bounds), {}
    for cell in figures:
        code, own = cell.item.code, said[cell.item.pk].amount
        sentences = [
            rules.correction(cell.counted.amount, own, has_records=cell.has_records),
            rules.outlier(totals[code][1], cell.last or rules.UNKNOWN, of.answer.round.outlier_percent),
            *(
                rules.bound_broken(*totals[code], *totals[whole])
                for part, whole in pairs
                if part == code and whole in totals
            ),
        ]
        if kept := [one for one in sentences if one]:
            found[cell.item.pk] = kept
    return found
