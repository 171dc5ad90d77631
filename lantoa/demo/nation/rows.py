"""Rows as lines of text: one template a table, in the text format of COPY, which SQLite's rows are read from too."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable
from itertools import count
from typing import Any

from django.db.models import NOT_PROVIDED, Field, Model

NOTHING = r"\N"
LINES_AT_ONCE = 20_000


def said(value: Any) -> str:
    """A value as COPY reads it. Texts of the nation hold neither tabs nor line ends nor backslashes."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


class Table:
    """The columns of one kind of row: those that vary from row to row, by place; the others stand in the template."""

    def __init__(self, model: type[Model], *varying: str, **same: Any) -> None:
        """`varying` and `same` name columns; a column that is not named has its default, or nothing."""
        self.model, self.name = model, model._meta.db_table
        self.fields = [field for field in model._meta.concrete_fields if field.column]
        by_name = {field.column: field for field in self.fields}
        if unknown := {*varying, *same} - set(by_name):
            raise ValueError(f"{self.name} has no {sorted(unknown)}")
        rest = [field for field in self.fields if field.column not in varying]
        self.columns = [*varying, *(field.column for field in rest)]
        fixed = [said(same[field.column] if field.column in same else _default(field)) for field in rest]
        self.template = "\t".join(["%s"] * len(varying) + [text.replace("%", "%%") for text in fixed]) + "\n"


def _default(field: Field[Any, Any]) -> Any:
    value = field.get_default()
    if value is None and not field.null and field.default is NOT_PROVIDED:
        raise ValueError(f"{field.model._meta.db_table}.{field.column} must be given")
    return value


class Rows:
    """Keeps lines until there are enough of them to be written; gives each table its numbers."""

    def __init__(self, write: Callable[[Table, str], None]) -> None:
        self._write = write
        self._lines: dict[Table, list[str]] = defaultdict(list)
        self._numbers: dict[type[Model], count[int]] = defaultdict(lambda: count(1))
        self.written: dict[str, int] = defaultdict(int)

    def number(self, model: type[Model]) -> int:
        """The next key of a table."""
        return next(self._numbers[model])

    def put(self, table: Table, *values: Any) -> None:
        """One row; the values are numbers, texts, days, or `NOTHING`."""
        lines = self._lines[table]
        lines.append(table.template % values)
        if len(lines) >= LINES_AT_ONCE:
            self._flush(table)

    def close(self) -> None:
        """Write what is left."""
        for table in list(self._lines):
            self._flush(table)

    def _flush(self, table: Table) -> None:
        if lines := self._lines.pop(table, []):
            self._write(table, "".join(lines))
            self.written[table.name] += len(lines)
