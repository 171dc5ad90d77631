"""The running text: bases, headings, paragraphs, listed lines and tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lantoa.documents import rules
from lantoa.documents.docx import tables
from lantoa.documents.docx.xml import Element, gap, link, paragraph, run, twips, w
from lantoa.documents.layout import Layout, Letters
from lantoa.documents.paper import Block, Bullets, Heading, PageBreak, Paper, Paragraph, Run, Table, runs_of


def text(paper: Paper, layout: Layout, part: Any) -> Iterator[Element]:
    """Everything between the head and the signature. `part` holds the addresses of links."""
    for line in rules.listed(layout.bases, paper.bases):
        yield _running((run(line, layout.bases.letters),), layout)
    for block in paper.body:
        yield from _block(block, layout, part)


def _block(block: Block, layout: Layout, part: Any) -> Iterator[Element]:
    match block:
        case Heading():
            yield _heading(block, layout)
        case Paragraph(centred=True):
            runs = _runs(block.runs, layout.body.letters, part)
            yield paragraph(*runs, align="center", before=layout.body.space_pt, line=layout.body.line)
        case Paragraph():
            yield _running(_runs(block.runs, layout.body.letters, part), layout)
        case Bullets():
            for item in block.items:
                yield _running(_runs((Run(block.mark), *runs_of(item)), layout.body.letters, part), layout)
        case Table():
            yield gap(layout.body.space_pt)
            yield tables.table(block, layout, part, twips(mm=layout.page.text_mm))
            yield gap(layout.body.space_pt)
        case PageBreak():
            yield w(
                "p",
                w("pPr", w("pageBreakBefore"), w("spacing", before=0, after=0, line=20, lineRule="exact")),
            )


def _heading(heading: Heading, layout: Layout) -> Element:
    """A heading stays with what follows it and appears in Word's outline."""
    levels = layout.body.headings
    letters = levels[min(heading.level, len(levels)) - 1]
    return _running((run(heading.text, letters),), layout, keep_next=True, outline=heading.level - 1)


def _running(runs: tuple[Element, ...], layout: Layout, **more: Any) -> Element:
    body = layout.body
    return paragraph(
        *runs, align="both", before=body.space_pt, line=body.line, indent_mm=body.indent_mm, **more
    )


def _runs(runs: tuple[Run, ...], letters: Letters, part: Any) -> tuple[Element, ...]:
    made = []
    for one in runs:
        element = run(one.text, letters, bold=one.bold, italic=one.italic)
        made.append(link(part, one.link, element) if one.link else element)
    return tuple(made)
