"""Printer for Word: a paper and a layout in, the bytes of a .docx out."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from lantoa.documents.docx import body, ending, head, page, tables
from lantoa.documents.docx.xml import Element
from lantoa.documents.layout import Layout
from lantoa.documents.paper import Paper


def write(paper: Paper, layout: Layout) -> bytes:
    """The paper as a .docx file laid out by the rule."""
    return write_all([paper], layout)


def write_all(papers: Sequence[Paper], layout: Layout) -> bytes:
    """Several papers in one .docx file, each beginning on a page of its own. ValueError for none."""
    if not papers:
        raise ValueError("a file holds at least one paper")
    document = page.open_document(papers[0], layout)
    for number, paper in enumerate(papers):
        if number:
            page.add_section(document, layout, landscape=False)
        _put(document, paper, layout)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _put(document: Any, paper: Paper, layout: Layout) -> None:
    _add(document, head.top(paper, layout))
    _add(document, body.text(paper, layout, document.part))
    if closing := list(ending.ending(paper, layout, document.part)):
        page.keep_with_signature(document)
        _add(document, closing)
    for number, annex in enumerate(paper.annexes, start=1):
        page.add_section(document, layout, landscape=tables.is_wide(annex.table, layout))
        label = _("Phụ lục") if len(paper.annexes) == 1 else _("Phụ lục %(number)s") % {"number": number}
        _add(document, tables.annex(annex, paper, layout, document.part, label))


def _add(document: Any, elements: Iterable[Element]) -> None:
    """Append to the text; the properties of the last section stay at its end."""
    last = document.element.body.sectPr
    for element in elements:
        last.addprevious(element)
