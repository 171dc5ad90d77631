"""How a room declares a number: what it counts, for whom, when, and how to say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import Promise

Text = str | Promise

IN_PERIOD = "in_period"  # phát sinh trong kỳ
SINCE_START = "since_start"  # lũy kế từ đầu giai đoạn đến hết kỳ
EVER = "ever"  # từ trước đến nay: what is observed over years, such as what lives on
ON_DAY = "on_day"  # hiện có tại ngày cuối kỳ


@dataclass(frozen=True)
class Records:
    """One for each record (lượt, bản, buổi)."""


@dataclass(frozen=True)
class Distinct:
    """Different values of a field: persons, not occurrences."""

    of: str


@dataclass(frozen=True)
class Total:
    """The sum of a field."""

    of: str


@dataclass(frozen=True)
class Least:
    """The smallest ratio over the records, in per cent: "luôn đạt hơn" is a minimum, never an average."""

    numerator: str
    denominator: str


@dataclass(frozen=True)
class Share:
    """The ratio of two measures; numerator and denominator stay apart. `records` is not used."""

    numerator: str
    denominator: str


@dataclass(frozen=True)
class UnitsWith:
    """How many units of a level have at least one record in themselves or below, of all such units.

    `also` names further measures in which the unit must have a record too.
    """

    level: str
    also: tuple[str, ...] = ()


def everybody(by: Any, unit: Any) -> bool:
    """Whoever may open a record may read by name that it is missing from a ratio."""
    return True


Counts = Records | Distinct | Total | Least | Share | UnitsWith


@dataclass(frozen=True)
class Split:
    """One way of dividing a measure: collective and individual, members and others."""

    label: Text
    parts: Mapping[str, tuple[Text, Q]]


A_PERSON = {
    *("person", "person_id", "who", "who_key", "subject_key"),
    *("author", "author_key", "donor", "donor_key", "presenter", "subject_name"),
}


@dataclass(frozen=True)
class Measure:
    """A number, declared once by the room whose records it counts.

    `records(on)` gives everything that is ever counted, before unit and period; `on` is the last day
    of the period. `of_unit` and `on_date` are ORM paths from a record. `columns` is what the list behind
    the number shows: (attribute or ORM path, heading). `names_missing(actor, unit)` says whether who is in the lower
    side of a ratio and not in the upper is read by name, or only as a number. `in_annex` gives it a row at the end of
    a report's annex where it has something to tell, without the form naming it.
    """

    code: str
    label: Text
    unit_of_count: Text
    how_counted: Text
    records: Callable[[dt.date], QuerySet[Any]] | None = None
    of_unit: str = "unit"
    on_date: str = ""
    meaning: str = IN_PERIOD
    counts: Counts = field(default_factory=Records)
    splits: Mapping[str, Split] = field(default_factory=dict)
    columns: tuple[tuple[str, Text], ...] = ()
    names_missing: Callable[[Any, Any], bool] = everybody
    in_annex: bool = False

    @property
    def room(self) -> str:
        """The room that declares it."""
        return self.code.split(".", 1)[0]

    @property
    def names_persons(self) -> bool:
        """Whether each line of the list behind it is somebody's: a column, or what is counted once, is a person."""
        paths = [path for path, _heading in self.columns]
        paths += [self.counts.of] if isinstance(self.counts, Distinct) else []
        return any(not A_PERSON.isdisjoint(path.split("__")) for path in paths)
