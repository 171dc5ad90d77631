"""What a room declares of the lists it takes in and gives out; the room of exchange gathers it.

A room that has such a list has a door `exchange.py` with `KINDS`. The same columns serve the list that comes in and the
one that goes out, so that what was given out and comes back unchanged says: nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from lantoa.foundation.tables import Column, Row

Text = str | Promise
# In the order in which they stand on the page: what waits for a person first.
CONFLICT, UNREADABLE, CHANGED, NEW, SAME = "conflict", "unreadable", "changed", "new", "same"
STATES = (CONFLICT, UNREADABLE, CHANGED, NEW, SAME)
AT_ONCE = 5000  # so many rows go out while the browser waits
# What somebody may answer to "are these two one?".
LATER, ANOTHER = "", "new"


@dataclass(frozen=True)
class Alike:
    """A record that may be the same thing as a row: what it is called, and what is alike and what differs."""

    pk: int
    label: str
    facts: Sequence[tuple[Text, str, str]]


@dataclass
class Plan:
    """What would be done with one row. `said` are words for the whole row, `row.wrongs` those at a cell."""

    row: Row
    state: str = SAME
    said: str = ""
    match: int | None = None
    changes: dict[str, tuple[str, str]] = field(default_factory=dict)
    alike: Sequence[Alike] = ()
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def will_write(self) -> bool:
        """Whether anything would be written."""
        return self.state in (NEW, CHANGED)


Answers = Mapping[int, str]


@dataclass(frozen=True)
class Kind:
    """One kind of list.

    plan(rows, unit=, by=, answers=, options=) → a Plan a row; writes nothing.
    write(plans, unit=, by=) → what was written, as JSON, for undoing.
    undo(log, by=) → names of what had to stay because somebody built on it.
    rows(unit, by=) → dicts of text by column, for the list that goes out.
    count(unit, by=) → how many rows that is, asked without reading them.
    note(unit, by=) writes down that `by` takes the list away, for those of whom it tells, as `rows` does; Conflict when
    that are too many. None for a list that nobody hears of.
    `imports` is the right to bring it in, "" for a list that only goes out. `totals` are the columns that are summed up
    at the foot; `private` says which right is needed to read a column, "" for one that never goes out.
    """

    code: str
    label: Text
    imports: str
    views: str
    columns: tuple[Column, ...]
    plan: Callable[..., list[Plan]]
    write: Callable[..., dict[str, Any]]
    undo: Callable[..., list[str]]
    rows: Callable[..., Iterable[Mapping[str, str]]]
    count: Callable[..., int]
    hint: Text = ""
    options: tuple[tuple[str, Text], ...] = ()
    totals: frozenset[str] = frozenset()
    private: Mapping[str, str] = field(default_factory=dict)
    note: Callable[..., None] | None = None
    names_persons: bool = False  # a long list of persons leaves only with a fresh proof of who asks
    gives_posts: bool = False  # comes in only with a fresh proof of who brings it

    def columns_for(self, actor: Any) -> tuple[Column, ...]:
        """The columns that this actor's pages show."""
        hidden = {code for code, right in self.private.items() if not right or not actor.may(right)}
        return tuple(column for column in self.columns if column.code not in hidden)


def only_out(
    code: str, label: Text, views: str, columns: tuple[Column, ...], totals: frozenset[str] = frozenset()
) -> Kind:
    """The table of one page, which goes out as it is shown and never comes in."""

    def nothing(*_rows: Any, **_asked: Any) -> Any:
        return []

    def none(*_unit: Any, **_asked: Any) -> int:
        return 0

    return Kind(code, label, "", views, columns, nothing, nothing, nothing, nothing, none, totals=totals)
