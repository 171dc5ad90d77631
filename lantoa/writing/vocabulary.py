"""Finding known phrases in a text: longest first, each word used once, in one pass.

A phrase that holds another hides it: «phát huy» is not the act «phát», «người lao động» is nobody's labour.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lantoa.writing.text import Text, syllables


class Hit(NamedTuple):
    """A known phrase: its meaning (tag) and the first and last word it covers."""

    tag: str
    first: int
    last: int


class Vocabulary:
    """Phrases by meaning. A phrase under two meanings keeps the one that was named first.

    A `loose` vocabulary reads over commas and quotation marks: "cần, kiệm, liêm, chính".
    """

    def __init__(self, phrases: dict[str, Iterable[str]], *, loose: bool = False) -> None:
        self.inner = ' -–,;"“”' if loose else " -–"
        self.known: dict[tuple[str, ...], str] = {}
        self.longest: dict[str, int] = {}
        for tag, listed in phrases.items():
            for phrase in listed:
                self._learn(tag, syllables(phrase))

    def _learn(self, tag: str, forms: tuple[str, ...]) -> None:
        if forms:
            self.known.setdefault(forms, tag)
            self.longest[forms[0]] = max(self.longest.get(forms[0], 0), len(forms))

    def hits(self, text: Text) -> list[Hit]:
        """The phrases found, from left to right; none reaches over a full stop."""
        if self in text.kept:
            return text.kept[self]
        found: list[Hit] = text.kept.setdefault(self, [])
        free = 0
        for at, word in enumerate(text.words):
            if at < free or word.form not in self.longest:
                continue
            hit = self._longest_at(text, at)
            if hit:
                found.append(hit)
                free = hit.last + 1
        return found

    def _longest_at(self, text: Text, at: int) -> Hit | None:
        words = text.words
        room = self.longest[words[at].form]
        forms = [words[at].form]
        for word in words[at + 1 : at + room]:
            if word.gap.strip(self.inner):
                break
            forms.append(word.form)
        for size in range(len(forms), 0, -1):
            tag = self.known.get(tuple(forms[:size]))
            if tag:
                return Hit(tag, at, at + size - 1)
        return None
