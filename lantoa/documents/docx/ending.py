"""The end of a paper: who receives it on the left, who signs on the right."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from docx.shared import Mm

from lantoa.documents import rules
from lantoa.documents.docx.xml import Element, cell, gap, grid, paragraph, row, run, twips, w
from lantoa.documents.layout import Layout, Letters, Signing
from lantoa.documents.paper import Paper, Signature
from lantoa.foundation import proofs

ROOM_TO_SIGN = 64
SQUARE_MM, SMALL = 20, Letters(8)


def ending(paper: Paper, layout: Layout, part: Any) -> Iterator[Element]:
    """The signature block, kept on one page; nothing when nobody signs and nobody receives."""
    right = list(_signature(paper.signature, layout.signing))
    below = [*_recipients(paper, layout), *_square(paper, part)]
    left = list(_signature(paper.countersignature, layout.signing))
    stands_below = left and below
    if stands_below:
        _keep_together([*left, *right, *below[:-1]])
    if left or right or below:
        yield gap(layout.body.space_pt * 2, keep_next=True)
        yield _columns(layout, left or below, right)
    if stands_below:
        yield gap(layout.body.space_pt, keep_next=True)
        yield from below


def _keep_together(paragraphs: list[Element]) -> None:
    """Each goes to the next page with what follows it: no sheet begins with the last lines of those who receive it."""
    for one in paragraphs:
        one.pPr.insert(0, w("keepNext"))


def _columns(layout: Layout, left: list[Element], right: list[Element]) -> Element:
    half = twips(mm=layout.page.text_mm) // 2
    return grid(
        [half, half], [row(cell(half, *left or [gap()]), cell(half, *right or [gap()]))], borders=False
    )


def _recipients(paper: Paper, layout: Layout) -> Iterator[Element]:
    style = layout.recipients
    items = [*paper.recipients, *([f"{style.archive_lead}{paper.archive}"] if paper.archive else [])]
    if not items:
        return
    yield paragraph(run(style.title, style.title_letters))
    for line in rules.listed(style.items, items):
        yield paragraph(run(line, style.items.letters))


def _square(paper: Paper, part: Any) -> Iterator[Element]:
    """A QR code below those who receive it, beside the signature: no sheet holds the square alone."""
    if paper.proof:
        picture = part.new_pic_inline(io.BytesIO(proofs.printed_square(paper.proof)), Mm(SQUARE_MM), None)
        yield paragraph(w("r", w("drawing", picture)), before=6)
        yield paragraph(run(paper.proof_words, SMALL))


def _signature(signature: Signature | None, style: Signing) -> Iterator[Element]:
    """Raises ValueError for an authority the layout does not know."""
    if signature is None:
        return
    if signature.authority:
        if signature.authority not in style.authority:
            raise ValueError(f"no such authority to sign: {signature.authority!r}")
        lead = f"{style.authority[signature.authority]} {signature.body}"
        yield paragraph(run(lead, style.authority_letters), align="center")
    if signature.position:
        yield paragraph(run(signature.position, style.position), align="center")
    if signature.hint:
        yield paragraph(run(signature.hint, style.hint), align="center")
    yield paragraph(run(signature.name, style.name), align="center", before=ROOM_TO_SIGN)
