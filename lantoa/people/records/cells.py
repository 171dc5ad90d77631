"""One column of a list of records: where the record keeps it, how it is shown, whether two values are one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy

from lantoa.foundation import demands, numbers
from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import BadInput
from lantoa.foundation.tables import Choice, Column
from lantoa.foundation.tables.grid import LONGEST_CELL
from lantoa.foundation.text import clean, fold
from lantoa.people.records.links import Link


def choices_of(choices: type[Any], **names: tuple[str, ...]) -> tuple[Choice, ...]:
    """The words of a TextChoices as a cell may hold them; `names` are other folded ways of writing one."""
    return tuple(Choice(code, label, names.get(code, ())) for code, label in choices.choices)


def whole(values: dict[str, Any], *codes: str) -> dict[str, Any]:
    """The row with its counts as whole numbers, what is not written left unknown; BadInput names the other column."""
    known = {code: values[code] for code in codes if values.get(code) is not None}
    return values | {code: demands.must_be_whole(number, code) for code, number in known.items()}


NEXT_LINE = ";;"  # a cell of a list is one line
BETWEEN = f" {NEXT_LINE} "


def in_lines(values: dict[str, Any], *codes: str) -> dict[str, Any]:
    """The row with these texts in as many lines as they were written in before they went out in one cell."""
    told = {code: values[code].split(NEXT_LINE) for code in codes if values.get(code)}
    return values | {
        code: "\n".join(line.strip() for line in lines if line.strip()) for code, lines in told.items()
    }


@dataclass(frozen=True)
class Cell:
    """A column, the attribute that holds it, and the table it points to.

    `of(record)` reads what is no plain attribute; `tidy(value)` is what the action makes of what was typed. `only_out`
    is shown and never taken in. `is_set_once` is not changed by a list: what it says otherwise is a conflict, mended on
    the record's own page.
    """

    column: Column
    attr: str = ""
    link: Callable[[Any, Any], Link] | None = None
    of: Callable[[Any], Any] | None = None
    tidy: Callable[[Any], Any] | None = None
    only_out: bool = False
    is_set_once: bool = False

    @property
    def code(self) -> str:
        """The code of the column."""
        return self.column.code

    def value(self, record: Any) -> Any:
        """What the record says now; the key where it points to another table."""
        if self.of:
            return self.of(record)
        return getattr(record, self.attr or (f"{self.code}_id" if self.link else self.code))

    def shown(self, value: Any) -> str:
        """The value as a person would have typed it."""
        if self.column.choices:
            return next(
                (str(one.label) for one in self.column.choices if one.code == value), str(value or "")
            )
        match value:
            case None | "":
                return ""
            case bool():
                return "x" if value else ""
            case dt.date():
                return show_date(value)
            case dt.time():
                return f"{value:%H:%M}"
            case int() | float() | Decimal():
                return numbers.show(value).replace(".", "")
        return one_line(str(value))


def one_line(text: str) -> str:
    """As a cell of a table keeps it."""
    return " ".join(clean(text).replace("\u00a0", " ").split())[:LONGEST_CELL]


def same(before: Any, after: Any) -> bool:
    """Whether two values of a cell say the same."""
    if isinstance(before, str) and isinstance(after, str):
        return one_line(before) == one_line(after)
    return bool(before == after)


def comparable(value: Any) -> Any:
    """A value as rows are found by it: texts without marks and blanks."""
    return (fold(one_line(value)) or None) if isinstance(value, str) else value


@contextmanager
def boxes(**columns: str) -> Iterator[None]:
    """While this lasts, a refusal at a box of the action is one at a column: `boxes(on="answered_on")`."""
    try:
        yield
    except BadInput as bad:
        raise BadInput(str(bad), columns.get(bad.field, bad.field)) from bad


def lines_cell(code: str, label: Any, names: tuple[str, ...] = (), *, most: int = 4000) -> Cell:
    """A text of several lines in the one line of a cell; `in_lines` makes them lines again."""
    hint = gettext_lazy("Nhiều dòng thì cách nhau bằng dấu “;;”.")

    def in_one(record: Any) -> str:
        lines = (line.strip() for line in getattr(record, code).splitlines())
        return BETWEEN.join(filter(None, lines))

    return Cell(Column(code, label, names, most=most, hint=hint, between=BETWEEN), of=in_one)
