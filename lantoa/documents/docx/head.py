"""The top of the first page: issuer and number on the left, title and date on the right, then kind and abstract."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantoa.documents import rules
from lantoa.documents.docx.widths import balanced, bold_width
from lantoa.documents.docx.xml import Element, cell, gap, grid, paragraph, row, rule, run, twips
from lantoa.documents.layout import RULE, TEXT, Layout, Letters, Mark
from lantoa.documents.paper import Paper

MONTH_AND_YEAR = re.compile(r"tháng \d+ năm \d+")
# Points a line may be longer than computed, in a typeface that only stands in for Times.
SLACK = 4
# How wide ordinary and italic letters are beside bold ones.
LIGHTER = 0.95


def top(paper: Paper, layout: Layout) -> Iterator[Element]:
    """Everything above the running text."""
    left, right = (twips(mm=width) for width in layout.head.columns_mm)
    yield grid(
        [left, right],
        [row(cell(left, *_issuer(paper, layout, left)), cell(right, *_titles(paper, layout, right)))],
        borders=False,
    )
    if paper.type_label:
        yield from _subject(paper, layout)
    yield from _addressees(paper, layout)


def _issuer(paper: Paper, layout: Layout, width: int) -> Iterator[Element]:
    head = layout.head
    if paper.superior_name:
        yield _centred(paper.superior_name, head.superior, room=width)
    yield _centred(paper.issuer_name, head.issuer, room=width)
    yield from _mark(head.issuer_mark, paper.issuer_name, head.issuer, width)
    if paper.body_abbreviation:
        number = layout.number
        line = rules.number_line(number, paper.number, paper.type_code, paper.body_abbreviation)
        yield _centred(line, number.letters)
    if paper.urgency:
        if paper.urgency not in layout.urgency.degrees:
            raise ValueError(f"no such degree of urgency: {paper.urgency!r}")
        yield _centred(paper.urgency, layout.urgency.letters, before=4)
    if not paper.type_label and paper.abstract:
        yield _centred(f"{layout.subject.letter_lead}{paper.abstract}", layout.subject.letter, room=width)


def _titles(paper: Paper, layout: Layout, width: int) -> Iterator[Element]:
    head = layout.head
    for title in head.titles:
        yield _centred(title.text, title.letters)
    yield from _mark(head.title_mark, head.titles[-1].text, head.titles[-1].letters, width)
    line = rules.date_line(paper.place, paper.on, day_is_blank=paper.day_is_blank)
    yield _centred(_unbroken(line), head.place_and_date, before=4)


def _unbroken(line: str) -> str:
    """The line with its month and year held together: "tháng 11 năm 2026" never ends in the next line."""
    return MONTH_AND_YEAR.sub(lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), line)


def _subject(paper: Paper, layout: Layout) -> Iterator[Element]:
    subject = layout.subject
    width = twips(mm=layout.page.text_mm)
    yield _centred(paper.type_label, subject.kind, before=18, keep_next=True)
    if paper.abstract:
        yield _centred(paper.abstract, subject.abstract, room=width, keep_next=True)
    yield from _mark(subject.mark, paper.abstract or paper.type_label, subject.abstract, width)
    yield gap(6)


def _addressees(paper: Paper, layout: Layout) -> Iterator[Element]:
    if not paper.addressees:
        return
    style = layout.addressee
    word = rules.addressee_word(style, paper.type_code)
    if len(paper.addressees) == 1:
        yield _centred(f"{word}: {paper.addressees[0]}", style.letters, before=12, after=6)
        return
    yield _centred(f"{word}:", style.letters, before=12, keep_next=True)
    for name in paper.addressees:
        yield _centred(f"- {name}", style.letters, keep_next=True)
    yield gap(6)


def _centred(
    text: str,
    letters: Letters,
    *,
    room: int = 0,
    before: float = 0,
    after: float = 0,
    keep_next: bool = False,
) -> Element:
    """A centred line; one that needs several lines in `room` (twips) is broken into lines of like length."""
    side = max(0, (room - _length(text, letters, room)) // 2 - twips(pt=SLACK)) if room else 0
    side = side if _is_long(text, letters, room) else 0
    words = run(text, letters)
    return paragraph(
        words, align="center", before=before, after=after, keep_next=keep_next, left=side, right=side
    )


def _mark(mark: Mark, text: str, letters: Letters, room: int) -> Iterator[Element]:
    """What closes a block: a text, or a rule centred below it, as long as a share of its lines."""
    if mark.kind == TEXT:
        yield _centred(mark.text, mark.letters)
    elif mark.kind == RULE:
        yield rule(round((room - _length(text, letters, room) * mark.share) / 2))


def _length(text: str, letters: Letters, room: int) -> int:
    """How long the text's lines are, in twips."""
    return twips(pt=balanced(_shown(text, letters), _bold_size(letters), room / 20))


def _is_long(text: str, letters: Letters, room: int) -> bool:
    return twips(pt=bold_width(_shown(text, letters), _bold_size(letters))) > room


def _bold_size(letters: Letters) -> float:
    """The size at which bold letters would be about as wide as these."""
    return letters.size if letters.bold else letters.size * LIGHTER


def _shown(text: str, letters: Letters) -> str:
    return text.upper() if letters.caps else text
