"""Word's elements, built one by one. What people typed only ever becomes the text of a w:t element."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.shared import Mm, Pt

from lantoa.documents.layout import Letters, Line
from lantoa.foundation.text import clean

Element = Any
NAMESPACES = {"w": nsmap["w"]}
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str, *children: Element, **attributes: object) -> Element:
    """<w:name w:attribute="…">children</w:name>."""
    named = {_clark(key): str(value) for key, value in attributes.items()}
    element = oxml_parser.makeelement(_clark(name), named, NAMESPACES)
    element.extend([child for child in children if child is not None])
    return element


@cache
def _clark(name: str) -> str:
    """ "{namespace}name": asked for a hundred times a table row."""
    return qn(f"w:{name}")


def twips(*, mm: float = 0, pt: float = 0) -> int:
    """Twentieths of a point, the unit of Word's distances."""
    return round(Mm(mm).twips + Pt(pt).twips) if mm else round(pt * 20)


def properties(letters: Letters, *, bold: bool = False, italic: bool = False) -> Element:
    """Run properties; the typeface and colour come from the document's defaults."""
    half_points = round(letters.size * 2)
    return w(
        "rPr",
        w("b") if letters.bold or bold else None,
        w("i") if letters.italic or italic else None,
        w("sz", val=half_points),
        w("szCs", val=half_points),
        w("u", val="single") if letters.underline else None,
    )


def run(text: str, letters: Letters, *, bold: bool = False, italic: bool = False) -> Element:
    """A run; line ends in the text become line breaks."""
    element = w("r", properties(letters, bold=bold, italic=italic))
    for number, line in enumerate(_kept(text, letters).split("\n")):
        if number:
            element.append(w("br"))
        piece = w("t")
        piece.text = line
        piece.set(XML_SPACE, "preserve")
        element.append(piece)
    return element


def _kept(text: str, letters: Letters) -> str:
    """The text in NFC and printable, with the blanks at its ends: they part one run from the next."""
    text = str(text).replace("\t", " ")
    core = clean(text)
    if core:
        lead, end = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
        text = f"{lead}{core}{end}"
    else:
        text = " " * text.count(" ")
    return text.upper() if letters.caps else text


def link(part: Any, address: str, *runs: Element) -> Element:
    """A hyperlink around runs. It stays black and without a line: the paper is to be printed and signed."""
    element = w("hyperlink", *runs, history="1")
    element.set(qn("r:id"), part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    return element


def paragraph(
    *runs: Element,
    align: str = "left",
    before: float = 0,
    after: float = 0,
    line: Line | None = None,
    indent_mm: float = 0,
    left: int = 0,
    right: int = 0,
    ruled: bool = False,
    keep_next: bool = False,
    outline: int | None = None,
) -> Element:
    """A paragraph. Distances in points, `left` and `right` in twips; `ruled` draws a line along its top."""
    indent = {"left": left, "right": right, "firstLine": twips(mm=indent_mm)}
    return w(
        "p",
        w(
            "pPr",
            w("keepNext") if keep_next else None,
            w("pBdr", w("top", val="single", sz=6, space=1, color="auto")) if ruled else None,
            w("spacing", before=twips(pt=before), after=twips(pt=after), **_line(line)),
            w("ind", **{k: v for k, v in indent.items() if v}) if any(indent.values()) else None,
            w("jc", val=align),
            w("outlineLvl", val=outline) if outline is not None else None,
        ),
        *runs,
    )


def _line(line: Line | None) -> dict[str, object]:
    if line is None:
        return {"line": 240, "lineRule": "auto"}
    if line.rule == "exact":
        return {"line": twips(pt=line.value), "lineRule": "exact"}
    return {"line": round(line.value * 240), "lineRule": "auto"}


def gap(points: float = 1, *, keep_next: bool = False) -> Element:
    """An empty paragraph of that height."""
    return paragraph(line=Line("exact", points), keep_next=keep_next)


def rule(side: int) -> Element:
    """A line on the page, so many twips from both sides."""
    return paragraph(line=Line("exact", 4), before=2, ruled=True, left=side, right=side)


def grid(widths: Iterable[int], rows: Iterable[Element], *, borders: bool, header_cells: int = 0) -> Element:
    """A table with fixed column widths in twips."""
    widths = list(widths)
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    margin = 80 if borders else 0
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=sum(widths), type="dxa"),
            w("jc", val="center"),
            w("tblBorders", *(w(edge, val="single", sz=4, space=0, color="auto") for edge in edges))
            if borders
            else None,
            w("tblLayout", type="fixed"),
            w("tblCellMar", w("left", w=margin, type="dxa"), w("right", w=margin, type="dxa")),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        *rows,
    )


def cell(width: int, *paragraphs: Element, span: int = 1, merge: str = "", middle: bool = False) -> Element:
    """A table cell. `merge` is "restart" for the first of cells merged downwards and "continue" for the rest."""
    return w(
        "tc",
        w(
            "tcPr",
            w("tcW", w=width, type="dxa"),
            w("gridSpan", val=span) if span > 1 else None,
            w("vMerge", val=merge) if merge else None,
            w("vAlign", val="center") if middle else None,
        ),
        *paragraphs,
    )


def row(*cells: Element, header: bool = False) -> Element:
    """A table row that is never split between pages; a header row is printed again on each page."""
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if header else None), *cells)
