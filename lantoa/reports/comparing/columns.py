"""In which column of a foreign table the value of a period stands. Headings in, columns out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from lantoa.foundation.dates import Period
from lantoa.foundation.text import fold
from lantoa.reports.comparing.numbers import amounts

VALUE_HEADS = ("ky bao cao", "ky nay", "trong ky", "thuc hien", "ket qua", "so luong", "so lieu", "nam nay")
# Columns that look like the value and are another: what is compared, planned, of the year before.
OTHER_HEADS = (
    *(
        "so sanh",
        "so voi",
        "cung ky",
        "nam truoc",
        "ky truoc",
        "ke hoach",
        "luy ke",
        "ty le",
        "tang",
        "ghi chu",
    ),
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Parts of a year that a heading names, as fold leaves them: "quy iv", "thang 10", "6 thang dau", "ca nam".
QUARTER, MONTH = re.compile(r"\bquy (iv|i{1,3}|[1-4])\b"), re.compile(r"\bthang (\d{1,2})\b")
MONTHS, WHOLE_YEAR = re.compile(r"\b(\d{1,2}) thang(?: (dau|cuoi))?\b"), re.compile(r"\bca nam\b")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def place_of_value(
    heads: Sequence[Sequence[str]], rows: Sequence[Sequence[str]], period: Period, taken: set[int]
) -> list[int]:
    """The columns in which the period's value may stand: one where the headings tell it, several where they do not.

    That of the period by its name or year goes first, then a usual word, then the only one with numbers; never one
    that is compared or planned, or of another time.
    """
    width = max(len(row) for row in heads)
    told = {n: [fold(row[n]) for row in heads if n < len(row)] for n in range(width) if n not in taken}
    ours = {n: words for n, words in told.items() if _may_be_value(" ".join(words), period)}
    usual = {
        n for n, words in ours.items() if any(begins(one, head) for head in VALUE_HEADS for one in words)
    }
    exact = {n for n, words in ours.items() if _names(" ".join(words), period)}
    of_year = {n for n, words in ours.items() if YEAR.search(" ".join(words))}
    numbered = {n for n in ours if n > max(taken) and any(_has_numbers(row, n) for row in rows)}
    tiers = (usual & exact, exact, usual & of_year, of_year, usual, numbered)
    best = next((some for some in tiers if some), set())
    return _different(_likeliest({n: ours[n] for n in best}, period), rows)


def begins(cell: str, head: str) -> bool:
    """Whether the cell is this heading, with words behind it or none."""
    return cell == head or cell.startswith(f"{head} ")


def is_heading(row: Sequence[str]) -> bool:
    """Whether all that stands in the row are words or years."""
    told = [one for one in row if one.strip()]
    return bool(told) and all(YEAR.search(one) or not re.search(r"\d", one) for one in told)


def _likeliest(columns: Mapping[int, Sequence[str]], period: Period) -> list[int]:
    """Those headed by the very name of the period, else by the most usual word, else all."""
    named = [n for n, words in columns.items() if fold(period.label) in words]
    by_head = (
        [n for n, words in columns.items() if any(begins(one, h) for one in words)] for h in VALUE_HEADS
    )
    return named or next(filter(None, by_head), list(columns))


def _different(columns: Iterable[int], rows: Sequence[Sequence[str]]) -> list[int]:
    """Without those that say the same in every row: one cell that is merged over several columns."""
    found = {tuple(row[n] for row in rows if n < len(row)): n for n in sorted(columns, reverse=True)}
    return sorted(found.values())


def _has_numbers(row: Sequence[str], column: int) -> bool:
    return column < len(row) and any(one[:1].isdigit() for one in amounts(row[column]))


def _may_be_value(heading: str, period: Period) -> bool:
    """Whether it names no other time than the period, and nothing that is compared with it."""
    years = set(YEAR.findall(heading))
    is_ours = not years or years == {str(period.starts.year), str(period.last_day.year)}
    return is_ours and _parts(heading) <= _parts_of(period) and not any(one in heading for one in OTHER_HEADS)


def _names(heading: str, period: Period) -> bool:
    """Whether it says the time itself; of a year or several the years are enough."""
    if fold(period.label) in heading or _parts(heading):
        return True
    return period.code.isdecimal() and bool(YEAR.search(heading))


def _parts(heading: str) -> set[str]:
    """The parts of a year it names: {"q1"}, {"m10"}, {"6 dau"}, {"12"}."""
    quarters = {f"q{ROMAN.get(one) or one}" for one in QUARTER.findall(heading)}
    months = {f"m{int(one)}" for one in MONTH.findall(heading)}
    counts = {f"{int(many)} {which}".strip() for many, which in MONTHS.findall(heading)}
    return quarters | months | counts | ({"12"} if WHOLE_YEAR.search(heading) else set())


def _parts_of(period: Period) -> set[str]:
    """What the period may be called among the parts of its year."""
    month, code = period.starts.month, period.code
    if code.isdecimal():
        return {"12"}
    if "-H" in code:
        return {"6", "6 dau" if month == 1 else "6 cuoi"}
    if "-Q" in code:
        return {
            f"q{(month + 2) // 3}",
            *({"3", "3 dau"} if month == 1 else {"3 cuoi"} if month == 10 else set()),
        }
    return {f"m{month}"} if len(code) == 7 else set()
