"""What the rules hand back: what was found and where, what could be said more clearly."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

from lantoa.writing.text import Text


@dataclass(frozen=True)
class Found:
    """Words of the original: what they show, where they start and end, as they were written."""

    key: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Hint:
    """One thing the author could add. A soft hint is shown after the others."""

    key: str
    message: str | Promise
    soft: bool = False
    words: tuple[Found, ...] = ()


@dataclass(frozen=True)
class Advice:
    """The same text under the same version of the rules gives the same advice."""

    rule_version: str
    hints: tuple[Hint, ...]
    found: tuple[Found, ...]

    def of(self, key: str) -> tuple[Found, ...]:
        """The words found under one key."""
        return tuple(one for one in self.found if one.key == key)

    def hint(self, key: str) -> Hint | None:
        """The hint of one key, if it is given."""
        return next((one for one in self.hints if one.key == key), None)


def found_at(key: str, text: Text, start: int, end: int) -> Found:
    """A stretch of the reading as words of the original."""
    first, last = text.span(start, end)
    return Found(key, first, last, text.original[first:last])


def found_words(key: str, text: Text, first: int, last: int) -> Found:
    """Words `first` to `last` of the reading as words of the original."""
    return found_at(key, text, text.words[first].start, text.words[last].end)
