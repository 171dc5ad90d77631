"""Finding known phrases in a text: longest first, each word used once, in one pass.

A phrase that holds another hides it: «phát huy» is not the act «phát», «người lao động» is nobody's labour.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lantoa.writing.text import Text, Word, syllables


class Hit(NamedTuple):
    """A known phrase: its meaning (tag) and the first and last word it covers."""

    tag: str
    first: int
    last: int


class Branch:
    """What may follow a word, and what the words so far mean if they are a phrase already."""

    __slots__ = ("following", "tag")

    def __init__(self) -> None:
        self.tag = ""
        self.following: dict[str, Branch] = {}


class Vocabulary:
    """Phrases by meaning. A phrase under two meanings keeps the one that was named first.

    A `loose` vocabulary reads over commas and quotation marks: "cần, kiệm, liêm, chính".
    """

    def __init__(self, phrases: dict[str, Iterable[str]], *, loose: bool = False) -> None:
        self.inner = ' -–,;"“”' if loose else " -–"
        self.root = Branch()
        for tag, listed in phrases.items():
            for phrase in listed:
                self._learn(tag, syllables(phrase))

    def _learn(self, tag: str, forms: tuple[str, ...]) -> None:
        branch = self.root
        for form in forms:
            branch = branch.following.setdefault(form, Branch())
        if forms and not branch.tag:
            branch.tag = tag

    def hits(self, text: Text) -> list[Hit]:
        """The phrases found, from left to right; none reaches over a full stop."""
        if self in text.kept:
            return text.kept[self]
        found: list[Hit] = text.kept.setdefault(self, [])
        opening, free = self.root.following, 0
        for at, word in enumerate(text.words):
            if at >= free and word.form in opening:
                hit = self._longest_at(text.words, at)
                if hit:
                    found.append(hit)
                    free = hit.last + 1
        return found

    def _longest_at(self, words: list[Word], at: int) -> Hit | None:
        branch, best, last = self.root.following[words[at].form], "", at
        here = at
        while True:
            if branch.tag:
                best, last = branch.tag, here
            here += 1
            if not branch.following or here == len(words):
                break
            word = words[here]
            following = branch.following.get(word.form)
            if following is None or (word.gap != " " and word.gap.strip(self.inner)):
                break
            branch = following
        return Hit(best, at, last) if best else None
