"""The sheet: size, margins, typeface, page numbers, and what the file says of itself."""

from __future__ import annotations

import datetime as dt
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Emu, Mm

from lantoa.documents.docx.xml import paragraph, properties, w
from lantoa.documents.layout import Layout
from lantoa.documents.paper import Paper
from lantoa.foundation.text import clean


def open_document(paper: Paper, layout: Layout) -> Any:
    """An empty document laid out by the rule."""
    document = Document()
    _name_without_people(document, paper)
    _set_typeface(document, layout)
    _set_margins(document.sections[0], layout, landscape=False)
    _number_pages(document.sections[0], layout)
    if paper.two_sided:
        _mirror_margins(document)
    return document


def add_section(document: Any, layout: Layout, *, landscape: bool) -> None:
    """What follows stands on a new page of its own orientation and goes on counting pages."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    # The section break sits in a paragraph of its own; at normal height it could spill onto an empty page.
    breaks = document.element.body.xpath("./w:p[w:pPr/w:sectPr]")[-1]
    breaks.pPr.insert(0, w("spacing", before=0, after=0, line=20, lineRule="exact"))
    section.different_first_page_header_footer = False
    _set_margins(section, layout, landscape=landscape)


def _set_margins(section: Any, layout: Layout, *, landscape: bool) -> None:
    page = layout.page
    width, height = Mm(page.width_mm), Mm(page.height_mm)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (height, width) if landscape else (width, height)
    section.top_margin, section.bottom_margin = Mm(page.top_mm), Mm(page.bottom_mm)
    section.left_margin, section.right_margin = Mm(page.left_mm), Mm(page.right_mm)
    section.header_distance = Mm(layout.page_number.from_edge_mm)
    section.footer_distance = Mm(layout.page_number.from_edge_mm)
    section.gutter = Emu(0)


def _mirror_margins(document: Any) -> None:
    """The back of a sheet has its wide margin on the right."""
    # Word reads settings in the order of its schema: mirrorMargins comes right before alignBordersAndEdges.
    document.settings.element.find(qn("w:proofState")).addprevious(w("mirrorMargins"))


def keep_with_signature(document: Any) -> None:
    """The last paragraph goes with the signature to the next page, so that nobody signs an empty sheet."""
    last = document.element.body.sectPr.getprevious()
    if last is not None and last.tag == qn("w:p") and last.pPr.find(qn("w:keepNext")) is None:
        last.pPr.insert(0, w("keepNext"))


def _number_pages(section: Any, layout: Layout) -> None:
    """A PAGE field in the header; the first page has an empty header of its own."""
    section.different_first_page_header_footer = not layout.page_number.on_first_page
    section.header.is_linked_to_previous = False
    letters = layout.page_number.letters
    field = [
        w("r", properties(letters), w("fldChar", fldCharType="begin")),
        w("r", properties(letters), _instruction("PAGE")),
        w("r", properties(letters), w("fldChar", fldCharType="separate")),
        w("r", properties(letters), _text("2")),
        w("r", properties(letters), w("fldChar", fldCharType="end")),
    ]
    header = section.header._element
    header.remove(header[0])
    header.append(paragraph(*field, align="center"))


def _instruction(words: str) -> Any:
    element = w("instrText")
    element.text = f" {words} "
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def _text(words: str) -> Any:
    element = w("t")
    element.text = words
    return element


def _set_typeface(document: Any, layout: Layout) -> None:
    """One typeface for every script, in the defaults and in the style all text has."""
    half_points = round(layout.body.letters.size * 2)
    styles = document.styles.element
    for holder in (styles.find(f".//{qn('w:rPrDefault')}"), document.styles["Normal"].element):
        old = holder.find(qn("w:rPr"))
        if old is not None:
            holder.remove(old)
        name = layout.font.name
        holder.append(
            w(
                "rPr",
                w("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name),
                w("color", val=layout.font.colour),
                w("sz", val=half_points),
                w("szCs", val=half_points),
                w("lang", val="vi-VN", eastAsia="vi-VN"),
            )
        )
    spacing = styles.find(f".//{qn('w:pPrDefault')}//{qn('w:spacing')}")
    for key, value in {"after": "0", "line": "240"}.items():
        spacing.set(qn(f"w:{key}"), value)


def _name_without_people(document: Any, paper: Paper) -> None:
    """The file names the paper and the day, nobody's name and no picture of another page."""
    core = document.core_properties
    core.title = clean(f"{paper.type_label} {paper.abstract}")[:255]
    core.author = core.last_modified_by = core.comments = core.keywords = core.subject = ""
    core.language = "vi-VN"
    core.created = core.modified = dt.datetime.combine(paper.on, dt.time())
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]
