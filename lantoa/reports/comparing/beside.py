"""The rows and numbers of a file beside ours. What could be two of ours is left aside rather than compared falsely."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lantoa.foundation.numbers import show
from lantoa.foundation.text import fold
from lantoa.reports.comparing.file import Line, Read
from lantoa.reports.comparing.numbers import amounts, numbers_in, scale_of
from lantoa.reports.content import AnnexRow, Content, Entry
from lantoa.reports.sentences import plain

ENOUGH, AHEAD = 0.75, 0.1  # how like two labels must be, and how much more than the next
LEFT_OUT = frozenset(
    [
        "so",
        "tong",
        "cac",
        "da",
        "duoc",
        "cua",
        "la",
        "trong",
        "ky",
        "co",
        "va",
        "theo",
        "luot",
        "dien",
        "tich",
    ]
)
PART = re.compile(
    r"\s*(?:trong đó\b|[-–+])", re.IGNORECASE
)  # how a line begins that tells a part of the one above
OTHER_UNIT = 0.1  # how much another unit of count speaks against a row: offices write "chiếc" for "xe đạp"


@dataclass(frozen=True)
class Pair:
    """A row of the file and ours: equal or not."""

    line: Line
    row: AnnexRow

    @property
    def told(self) -> tuple[str, ...]:
        """The numbers of the file, to the last digit: 65 in "triệu đồng" is 65000000."""
        return amounts(self.line.value, self.line.unit_of_count)

    @property
    def number(self) -> Decimal | None:
        """The one number of the file, in the unit that ours is counted in; None where it says several, or words."""
        told = self.told
        if len(told) != 1 or not told[0].replace(".", "", 1).isdecimal():
            return None
        return Decimal(told[0]).scaleb(-scale_of(self.row.unit_of_count))

    @property
    def is_same(self) -> bool:
        """Whether both say one number; parts that ours names in brackets are asked only where theirs names some."""
        ours = self.row.now.shown if "(" in self.line.value else self.row.now.shown.partition("(")[0]
        return self.told == amounts(ours, self.row.unit_of_count)


@dataclass(frozen=True)
class Stray:
    """A number of the prose that nothing counted says."""

    number: str
    sentence: str


@dataclass(frozen=True)
class Compared:
    """Rows that are another, how many are the same, rows nobody here knows, ours the file lacks, stray numbers."""

    differing: tuple[Pair, ...]
    same: int
    unknown: tuple[Line, ...]
    lacking: tuple[AnnexRow, ...]
    stray: tuple[Stray, ...]


def compared(file: Read, content: Content) -> Compared:
    """The file beside the content of the same unit and period, with its tables."""
    alone = [line for line in file.lines if not line.beside]
    shared = [line for line in file.lines if line.beside]
    single = [replace(line, label=label, beside=()) for line in shared for label in line.labels]
    matched = list(_matched([*alone, *single], content.annex))
    of_single = {id(pair.line): pair.row for pair in matched}
    pairs = [pair for pair in matched if not any(pair.line is one for one in single)]
    pairs += _together(shared, single, of_single)
    pairs += list(_parts_below(file.lines, pairs, content))
    known = {id(pair.line) for pair in pairs}
    ours = {pair.row.code for pair in matched}
    differing = [pair for pair in pairs if not pair.is_same]
    lacking = [row for row in content.annex if row.code not in ours and amounts(row.now.shown)]
    return Compared(
        differing=tuple(differing),
        same=len(pairs) - len(differing),
        unknown=tuple(line for line in file.lines if id(line) not in known and amounts(line.value)),
        lacking=tuple(lacking),
        stray=tuple(_stray(file.sentences, content)),
    )


def _together(shared: Iterable[Line], single: Iterable[Line], rows: Mapping[int, AnnexRow]) -> Iterator[Pair]:
    """Rows of the file under one value beside the sum of ours; left aside where one of them is unknown or no number."""
    each = iter(single)
    for line in shared:
        ours = [rows.get(id(next(each))) for _label in line.labels]
        numbers = [_number(one) for one in ours]
        if all(number is not None for number in numbers) and ours[0] is not None:
            whole = sum((number for number in numbers if number is not None), Decimal(0))
            labels = " + ".join(one.label for one in ours if one is not None)
            yield Pair(line, replace(ours[0], label=labels, now=Entry(show(whole), whole)))


def _parts_below(lines: Iterable[Line], pairs: Iterable[Pair], content: Content) -> Iterator[Pair]:
    """ "Trong đó: xây mới", "- sửa chữa" directly below a row whose parts are told: the part of that name."""
    rows = {id(pair.line): pair.row for pair in pairs}
    parts = {figure.code: figure.parts for figure in content.declared}
    whole: AnnexRow | None = None
    for line in lines:
        if not PART.match(line.label):
            whole = rows.get(id(line))
        elif whole is not None and id(line) not in rows:
            named = [part for part in parts.get(whole.code, ()) if _says(line.label, part[0])]
            for name, number in sorted(named, key=lambda part: -len(part[0]))[:1]:
                label = f"{whole.label}, {name}"
                yield Pair(line, replace(whole, label=label, now=Entry(show(number), number)))


def _says(label: str, name: str) -> bool:
    """Whether the label has these whole words: "nhà" does not stand in "nhàn"."""
    return re.search(rf"\b{re.escape(fold(name))}\b", fold(label)) is not None


def _number(row: AnnexRow | None) -> Decimal | None:
    """What a row counts; a nought in words is one."""
    if row is None:
        return None
    return row.now.number if amounts(row.now.shown) or row.now.number is not None else Decimal(0)


def _matched(lines: Sequence[Line], rows: Sequence[AnnexRow]) -> Iterator[Pair]:
    """Each row of the file with the one of ours it is surely; words that are equal go first."""
    free = {row.code: row for row in rows}
    left: list[Line] = []
    for line in lines:
        exact = [row for row in free.values() if fold(row.label) == fold(line.label)]
        if len(exact) == 1:
            yield Pair(line, free.pop(exact[0].code))
        else:
            left.append(line)
    for line in left:
        scores = sorted(((_likeness(line, row), code) for code, row in free.items()), reverse=True)
        best, *others = scores or [(0.0, "")]
        if best[0] >= ENOUGH and best[0] - (others[0][0] if others else 0) >= AHEAD:
            yield Pair(line, free.pop(best[1]))


def _likeness(line: Line, row: AnnexRow) -> float:
    """How many of both labels' words are the same, 0 to 1; another unit of count speaks against it."""
    theirs, ours = _words(line.label), _words(row.label)
    if not theirs or not ours:
        return 0.0
    alike = 2 * len(theirs & ours) / (len(theirs) + len(ours))
    units = [_unit(one.unit_of_count) for one in (line, row)]
    return alike - (OTHER_UNIT if all(units) and units[0] != units[1] else 0)


def _unit(unit_of_count: str) -> str:
    """ "triệu đồng" counts what "đồng" does, "m²" is "m2"."""
    folded = fold(unit_of_count)
    return unicodedata.normalize("NFKC", folded.partition(" ")[2] if scale_of(folded) else folded)


def _words(label: str) -> set[str]:
    """Without what stands in brackets: "(PAR Index)" is another name for the same."""
    return set(re.findall(r"[^\W_]+", fold(re.sub(r"\([^)]*\)", " ", label)))) - LEFT_OUT


def _stray(sentences: Iterable[str], content: Content) -> Iterator[Stray]:
    known = set(_known(content))
    for sentence in sentences:
        for shown, value in numbers_in(sentence):
            if value not in known:
                yield Stray(shown, sentence)


def _known(content: Content) -> Iterator[Decimal]:
    """Every number that is counted, declared or said."""
    for figure in (*content.figures, *content.declared):
        parts = (figure.value, figure.exact, figure.numerator, figure.denominator, figure.low, figure.high)
        yield from (one.normalize() for one in (*parts, figure.share) if one is not None)
        yield from (number.normalize() for _name, number in figure.parts)
    lines = [plain(line) for part in content.parts for line in (*part.lines, *part.items)]
    shown = [entry.shown for row in content.annex for entry in (row.now, row.before, row.since)]
    for text in (*lines, *shown):
        yield from (value for _shown, value in numbers_in(text))
    due, absent = content.units_due, len(content.missing)
    counts = (due, absent, due - absent, len(content.unrecorded))
    yield from (Decimal(number).normalize() for number in counts)
