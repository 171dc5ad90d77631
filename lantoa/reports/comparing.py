"""A report made elsewhere laid beside what is counted: rows matched by their labels, numbers of the prose looked up.

Nothing is changed and nothing kept. A row that could be two of ours is left aside rather than compared falsely.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _
from docx import Document
from docx.oxml.ns import qn
from python_calamine import CalamineError, CalamineWorkbook

from lantoa.documents import names
from lantoa.foundation.attachments import Judged
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput
from lantoa.foundation.numbers import show
from lantoa.foundation.text import fold
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
OTHER_UNIT = 0.1  # how much another unit of count speaks against a row: offices write "chiếc" for "xe đạp"
VALUE_HEADS = ("ky bao cao", "ky nay", "trong ky", "thuc hien", "ket qua", "so luong", "so lieu", "nam nay")
LABEL_HEADS = ("chi tieu", "noi dung", "ten chi tieu", "chi tieu bao cao")
# Columns that look like the value and are another: what is compared, planned, of the year before.
OTHER_HEADS = ("so sanh", "so voi", "cung ky", "nam truoc", "ky truoc", "ke hoach", "luy ke", "ty le", "tang")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SUMS = frozenset(["cong", "tong", "tong cong", "tong so", "cong chung"])
UNIT_HEADS = ("don vi tinh", "dvt", "don vi")
NOUGHT = frozenset(["", "-", "–", "0", "khong", "khong phat sinh", "chua ghi", "chua den ky", "khong co"])
NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
# What looks like a number in prose and counts nothing: days, periods, symbols of papers, numbering.
NO_COUNT = re.compile(
    r"(?i)\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}"
    r"|\b(?:ngày|tháng|năm|quý|khóa|nhiệm kỳ|giai đoạn)\s+\d+(?:\s*[-–]\s*\d{4})?"
    r"|\bsố\s+\d+[-/][\w/-]+|\d+-[A-ZĐ][\w/-]*|\d{4}\s*[-–]\s*\d{4}|^\s*\d+\.\s|\b\d{1,2}\s+giờ\b|\b[a-zA-Zđ]\d"
    r"|\b\d+\s+tháng\s+(?:đầu|cuối)\s+năm\s+\d{4}"
)
SCALES = {"nghin": 3, "ngan": 3, "trieu": 6, "ty": 9}
SCALED = re.compile(rf"({NUMBER.pattern})\s*(nghìn|ngàn|triệu|tỷ)?", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """One row of the file: what it calls itself, what it counts in, the value of the period, where it stands.

    `beside` are the labels of the rows below that share the value, where its cell is merged over them.
    """

    label: str
    unit_of_count: str
    value: str
    place: str
    beside: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """What the value is of."""
        return (self.label, *self.beside)


@dataclass(frozen=True)
class Seen:
    """A cell as it stands in its row and column; `of` is the same for all the places one merged cell covers."""

    text: str
    of: object = None


@dataclass(frozen=True)
class Read:
    """The file: rows with a value, and the sentences outside its tables."""

    lines: tuple[Line, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Pair:
    """A row of the file and ours: equal or not."""

    line: Line
    row: AnnexRow

    @property
    def is_same(self) -> bool:
        """Whether both say one number; parts that ours names in brackets are asked only where theirs names some."""
        ours = self.row.now.shown if "(" in self.line.value else self.row.now.shown.partition("(")[0]
        return _scaled(amounts(self.line.value), self.line.unit_of_count) == amounts(ours)


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


def read(file: Judged, period: Period) -> Read:
    """The rows and sentences of a Word or Excel file; of several columns of values that of the period.

    BadInput for another kind, or when nothing can be read.
    """
    if file.media_type == names.XLSX:
        return Read(tuple(_lines_of(_sheets(file.content), period)), ())
    if file.media_type != names.DOCX:
        raise BadInput(_("Chọn tệp Word (.docx) hoặc Excel (.xlsx)."), "file")
    document = Document(io.BytesIO(file.content))
    tables = [
        (
            _("bảng %(n)s") % {"n": n},
            [[Seen(cell.text, cell._tc) for cell in row.cells] for row in table.rows],
        )
        for n, table in enumerate(document.tables, start=1)
    ]
    return Read(tuple(_lines_of(tables, period)), tuple(_paragraphs(document)))


def _paragraphs(document: Any) -> Iterator[str]:
    for paragraph in document.element.body.iterchildren(qn("w:p")):
        text = "".join(part.text or "" for part in paragraph.iter(qn("w:t"))).strip()
        yield from (one for one in re.split(r"(?<=[^\d][.;!?])\s+(?=[A-ZÀ-ỸĐ-])", text) if one)


def _sheets(content: bytes) -> Iterator[tuple[str, list[list[Seen]]]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            rows = [[Seen(_cell(cell)) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
            _spread(rows, sheet.merged_cell_ranges or ())
            yield _("trang “%(name)s”") % {"name": name}, rows
    except (CalamineError, OSError, ValueError, KeyError) as broken:
        raise BadInput(_("Không mở được tệp Excel này. Lưu lại dạng .xlsx rồi chọn lại."), "file") from broken


def _spread(rows: list[list[Seen]], merged: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """What a merged cell says stands in each of its places; a workbook keeps it in the first one only."""
    for (top, left), (bottom, right) in merged:
        for row in rows[top : bottom + 1]:
            for column in range(left, min(right + 1, len(row))):
                row[column] = Seen(rows[top][left].text, (top, left))


def _cell(value: Any) -> str:
    return show(Decimal(str(value))) if isinstance(value, int | float) else str(value)


def _lines_of(tables: Iterable[tuple[str, list[list[Seen]]]], period: Period) -> Iterator[Line]:
    for name, cells in tables:
        rows = [[one.text for one in row] for row in cells]
        heads = next((number for number, row in enumerate(rows[:12]) if _place(row, LABEL_HEADS) >= 0), None)
        if heads is None:
            continue
        label, unit = _place(rows[heads], LABEL_HEADS), _place(rows[heads], UNIT_HEADS)
        first = _first_row(cells, heads, label)
        value = _place_of_value(rows[heads:first], period, {label, unit})
        found: list[tuple[object, Line]] = []
        for number, row in enumerate(rows[first:], start=first + 1):
            said = _value(row, label, unit, value)
            name_of_row = " ".join(row[label].split()) if label < len(row) else ""
            # A cell merged over the whole row is a heading and no value.
            is_row = any(c.isalpha() for c in name_of_row) and fold(name_of_row) not in SUMS
            if said is not None and said != name_of_row and is_row:
                counted_in = row[unit].strip() if 0 <= unit < len(row) else ""
                place = _("%(table)s, dòng %(row)s") % {"table": name, "row": number}
                of = cells[number - 1][value].of if value >= 0 else None
                _add(found, of, Line(name_of_row, counted_in, said, place))
        yield from (line for _of, line in found)


def _add(found: list[tuple[object, Line]], of: object, line: Line) -> None:
    """One more row; or, where it shares the cell of the value with the row above, one more label of that one."""
    before, above = found[-1] if found else (None, None)
    if above is not None and of is not None and of == before:
        if line.label not in above.labels:
            found[-1] = (of, replace(above, beside=(*above.beside, line.label)))
        return
    found.append((of, line))


def _place(row: Sequence[str], heads: Sequence[str]) -> int:
    """In which column the first of these headings stands; -1 for none."""
    folded = [fold(cell) for cell in row]
    for head in heads:
        for number, cell in enumerate(folded):
            if _begins(cell, head) or (head == "chi tieu" and cell.startswith(head)):
                return number
    return -1


def _first_row(cells: Sequence[Sequence[Seen]], heads: int, label: int) -> int:
    """The first row below the heading: one whose cell is merged over several rows, or says the same, has several."""
    title, number = cells[heads][label], heads + 1
    while number < len(cells) and label < len(cells[number]):
        below = cells[number][label]
        if below.text != title.text or (below.of is None) != (title.of is None):
            break
        number += 1
    return number


def _place_of_value(heads: Sequence[Sequence[str]], period: Period, taken: set[int]) -> int:
    """In which column the period's value stands; -1 where no heading tells.

    That of the period by its name or year goes first, then a usual word; never one that is compared or planned, or of
    another year alone.
    """
    width = max(len(row) for row in heads)
    told = {n: [fold(row[n]) for row in heads if n < len(row)] for n in range(width) if n not in taken}
    year = str(period.starts.year)
    ours = {n: words for n, words in told.items() if _may_be_value(" ".join(words), year)}
    usual = [
        n for head in VALUE_HEADS for n, words in ours.items() if any(_begins(one, head) for one in words)
    ]
    named = [n for n, words in ours.items() if fold(period.label) in " ".join(words)]
    of_year = [n for n, words in ours.items() if year in YEAR.findall(" ".join(words))]
    best = [n for some in (named, of_year) for n in usual if n in some]
    return [*best, *named, *of_year, *usual, -1][0]


def _may_be_value(heading: str, year: str) -> bool:
    years = YEAR.findall(heading)
    return (not years or year in years) and not any(one in heading for one in OTHER_HEADS)


def _begins(cell: str, head: str) -> bool:
    return cell == head or cell.startswith(f"{head} ")


def _value(row: Sequence[str], label: int, unit: int, value: int) -> str | None:
    """The value of the period: of its own column, else the first cell after the label that is one."""
    if value >= 0:
        return " ".join(row[value].split()) if value < len(row) else None
    for number, cell in enumerate(row):
        if number > label and number != unit and amounts(cell):
            return " ".join(cell.split())
    return None


def amounts(text: str) -> tuple[str, ...]:
    """The numbers a cell says, as plain digits; none for a nought in any words. "56/66 (84,8%)" → ("56", "66")."""
    if fold(text).strip(" .") in NOUGHT:
        return ()
    bare = re.sub(r"\([^)]*%\)", "", text)
    found = [_plain(number) for number in NUMBER.findall(bare)]
    return tuple(found) if found and any(one != "0" for one in found) else () if found else (fold(text),)


def _scaled(numbers: tuple[str, ...], unit_of_count: str) -> tuple[str, ...]:
    """What is counted in "triệu đồng" as so many đồng; words stay."""
    scale = _scale(unit_of_count)
    if not scale:
        return numbers
    return tuple(
        f"{Decimal(one).scaleb(scale).normalize():f}" if one[0].isdigit() else one for one in numbers
    )


def _scale(unit_of_count: str) -> int:
    return SCALES.get(fold(unit_of_count).partition(" ")[0], 0)


def _plain(number: str) -> str:
    try:
        return f"{Decimal(number.replace('.', '').replace(',', '.')).normalize():f}"
    except InvalidOperation:
        return number


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
    """ "Trong đó: xây mới" below a row whose parts are told: the part of that name."""
    rows = {id(pair.line): pair.row for pair in pairs}
    parts = {figure.code: figure.parts for figure in content.declared}
    whole: AnnexRow | None = None
    for line in lines:
        whole = rows.get(id(line), whole)
        if whole is None or id(line) in rows:
            continue
        for name, number in parts.get(whole.code, ()):
            if fold(name) in fold(line.label):
                label = f"{whole.label}, {name}"
                yield Pair(line, replace(whole, label=label, now=Entry(show(number), number)))


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
    return unicodedata.normalize("NFKC", folded.partition(" ")[2] if _scale(folded) else folded)


def _words(label: str) -> set[str]:
    """Without what stands in brackets: "(PAR Index)" is another name for the same."""
    return set(re.findall(r"[^\W_]+", fold(re.sub(r"\([^)]*\)", " ", label)))) - LEFT_OUT


def _stray(sentences: Iterable[str], content: Content) -> Iterator[Stray]:
    known = set(_known(content))
    for sentence in sentences:
        for shown, value in numbers_in(sentence):
            if value not in known:
                yield Stray(shown, sentence)


def numbers_in(sentence: str) -> Iterator[tuple[str, Decimal]]:
    """The numbers that count something: ("3 tỷ", 3000000000). Days, symbols of papers and numbering count nothing."""
    for number, scale in SCALED.findall(NO_COUNT.sub(" ", sentence)):
        value = Decimal(_plain(number)).scaleb(SCALES.get(fold(scale), 0))
        yield f"{number} {scale}".strip(), value.normalize()


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
    yield from (Decimal(number).normalize() for number in (due, absent, due - absent))
