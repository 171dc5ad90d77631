"""The book of papers that went out: every number of a register with its paper, and the numbers that none bears."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.documents import rules, xlsx
from lantoa.documents.models import Document, Register
from lantoa.documents.paper import Column, Row, Table
from lantoa.documents.xlsx import Sheet
from lantoa.organisation.models import Unit


@dataclass(frozen=True)
class Line:
    """One line: a paper, or the numbers `number` to `last` that no paper bears."""

    number: int
    last: int
    key: int | None = None
    paper: Document | None = None

    @property
    def label(self) -> str:
        """ "03", or "03 đến 07"."""
        if self.last > self.number:
            return _("%(first)02d đến %(last)02d") % {"first": self.number, "last": self.last}
        return f"{self.number:02d}"


def registers_of(unit: Unit) -> list[Register]:
    """The unit's books that hold a paper, the one that was written in last first."""
    found = Register.objects.filter(unit=unit).select_related("type", "term")
    written = found.annotate(written=Max("documents__issued_on")).filter(written__isnull=False)
    return list(written.order_by("-written", "type__place", "pk"))


def lines_of(register: Register) -> list[Line]:
    """Every number of the book from 1 on, its papers not yet loaded (`with_papers`)."""
    papers = list(register.documents.order_by("number").values_list("number", "pk"))
    lines = [Line(number, number, key) for number, key in papers]
    empty = [Line(first, last) for first, last in rules.gaps(number for number, _key in papers)]
    return sorted([*lines, *empty], key=lambda line: line.number)


def with_papers(lines: Iterable[Line]) -> list[Line]:
    """The same lines with their papers, by one query."""
    lines = list(lines)
    found = Document.objects.select_related("signed_file", "type").in_bulk(
        [line.key for line in lines if line.key]
    )
    return [replace(line, paper=found.get(line.key or 0)) for line in lines]


def how_many_empty(lines: Iterable[Line]) -> int:
    """How many numbers no paper bears."""
    return sum(line.last - line.number + 1 for line in lines if line.key is None)


HEADS = (
    gettext_lazy("Số"),
    gettext_lazy("Số, ký hiệu"),
    gettext_lazy("Ngày văn bản"),
    gettext_lazy("Tên loại và trích yếu"),
    gettext_lazy("Là văn bản của"),
    gettext_lazy("Bản ký"),
)
SHAPES = (("text", 8), ("text", 18), ("date", 14), ("text", 60), ("text", 26), ("text", 12))


def title_of(register: Register) -> str:
    """How the book is headed."""
    return _("Sổ văn bản đi: %(book)s") % {"book": register.title}


def as_workbook(register: Register, lines: Iterable[Line]) -> bytes:
    """These lines of the book as Excel, with the columns that offices keep it in."""
    columns = tuple(Column(str(head), kind, width) for head, (kind, width) in zip(HEADS, SHAPES, strict=True))
    rows = tuple(_row(line) for line in with_papers(lines))
    return xlsx.write([Sheet(_("Sổ văn bản đi"), Table(columns, rows), title_of(register))])


def _row(line: Line) -> Row:
    paper = line.paper
    if paper is None:
        return (line.label, "", None, _("Chưa có văn bản nào mang số này."), "", "")
    signed = _("có") if paper.is_signed else _("chưa có")
    said = f"{paper.type.label} {paper.abstract}"
    return (line.label, paper.symbol, paper.issued_on, said, paper.about, signed)
