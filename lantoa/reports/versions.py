"""What a report said each time it was kept, and how two of those texts differ, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypedDict

from lantoa.reports.content import Content
from lantoa.reports.sentences import plain


class Told(TypedDict):
    """One section as it is kept: its heading, its sentences and paragraphs."""

    heading: str
    lines: list[str]


def text_of(content: Content, texts: Mapping[str, str]) -> list[Told]:
    """Everything the report says below its headings; `texts` maps a section to what was written by hand."""
    return [
        Told(
            heading=part.heading,
            lines=[
                *map(plain, part.lines),
                *(f"- {plain(line)}" for line in part.items),
                *(line.strip() for line in texts.get(part.code, "").splitlines() if line.strip()),
            ],
        )
        for part in content.parts
    ]


@dataclass(frozen=True)
class Pair:
    """A line before and after; one of the two is empty where it is new or gone."""

    before: str
    after: str

    @property
    def is_same(self) -> bool:
        """Whether nothing has changed."""
        return self.before == self.after


@dataclass(frozen=True)
class ComparedSection:
    """A heading with its lines side by side."""

    heading: str
    pairs: tuple[Pair, ...]

    @property
    def differs(self) -> bool:
        """Whether some line is another."""
        return not all(pair.is_same for pair in self.pairs)


def compared(before: Sequence[Told], after: Sequence[Told]) -> list[ComparedSection]:
    """Two kept texts side by side, section by section, in the order of the later one; what is gone stands last."""
    then = {told["heading"]: told["lines"] for told in before}
    now = {told["heading"]: told["lines"] for told in after}
    headings = [*now, *(heading for heading in then if heading not in now)]
    return [
        ComparedSection(heading, tuple(_pairs(then.get(heading, []), now.get(heading, []))))
        for heading in headings
    ]


def _pairs(before: list[str], after: list[str]) -> Iterator[Pair]:
    for _tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        left, right = before[i:j], after[k:m]
        for number in range(max(len(left), len(right))):
            yield Pair(
                left[number] if number < len(left) else "", right[number] if number < len(right) else ""
            )
