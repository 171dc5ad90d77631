"""Tables as CSV that Excel opens in Vietnamese and that runs nothing: UTF-8 with BOM, every cell quoted, guarded."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator
from decimal import Decimal

from lantoa.documents.paper import Column, Scalar, Table, cell_of
from lantoa.foundation.dates import show_date
from lantoa.foundation.text import clean

BOM = "\ufeff"
# What a spreadsheet takes for the beginning of a formula, with the forms an input method or a paste may give:
# full-width, small and typographic.
STARTERS = "=+@\\-＝＋－＠﹦﹢﹣﹫−"
# Quotes alone do not help: where ";" separates cells, Excel ignores them from the second cell on and breaks
# a line's text at separators and line ends. So what follows those is guarded too. An apostrophe that already
# stands there gets another one, so that `unguard` gives back exactly what was there.
AT_START = re.compile(rf"(?='*(?:[\t\r\n]|\s*[{STARTERS}]))")
INSIDE = re.compile(rf"(?<=[,;|\t\r\n])([^\S\t\r\n]*)(?='*[{STARTERS}])")
INSIDE_GUARDED = re.compile(rf"(?<=[,;|\t\r\n])([^\S\t\r\n]*)'(?='*[{STARTERS}])")


def guard(text: str) -> str:
    """The text with ' before anything a spreadsheet could run: "=1+1" → "'=1+1"."""
    guarded = INSIDE.sub(r"\1'", text)
    return f"'{guarded}" if AT_START.match(text) else guarded


def unguard(text: str) -> str:
    """What `guard` was given, for reading our own exports back."""
    bare = INSIDE_GUARDED.sub(r"\1", text)
    return bare[1:] if bare.startswith("'") and AT_START.match(bare[1:]) else bare


def lines(table: Table) -> Iterator[bytes]:
    """The file piece by piece, for tables too long to hold."""
    yield _line([_title(column) for column in table.columns], BOM)
    for row in table.rows:
        yield _line([_written(cell_of(value).value) for value in row])


def write(table: Table) -> bytes:
    """The whole file."""
    return b"".join(lines(table))


def _line(cells: list[str], lead: str = "") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return (lead + out.getvalue()).encode()


def _title(column: Column) -> str:
    return guard(f"{column.group} – {column.title}" if column.group else column.title)


def _written(value: Scalar) -> str:
    """Numbers with a decimal comma and no grouping, as our own reader takes them; dates as dd/mm/yyyy."""
    match value:
        case None:
            return ""
        case int() | float() | Decimal():
            return f"{Decimal(str(value)):f}".replace(".", ",")
        case dt.datetime():
            return f"{value:%d/%m/%Y %H:%M}"
        case dt.date():
            return show_date(value)
    return guard(clean(str(value)))
