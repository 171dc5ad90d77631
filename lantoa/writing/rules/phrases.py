"""Finding «câu mẫu»: turns of phrase that stand in everybody's paper."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from lantoa.writing.rules.acts import VERBS
from lantoa.writing.text import Text
from lantoa.writing.vocabulary import Hit, Vocabulary
from lantoa.writing.words import read

KNOWN = tuple(read("stock"))
MATTERS = Vocabulary({"matter": read("matters")}, loose=True)


@lru_cache(maxsize=8)
def _vocabulary(more: tuple[str, ...]) -> Vocabulary:
    return Vocabulary({"stock": [*KNOWN, *more]}, loose=True)


def stock(text: Text, more: Iterable[str] = ()) -> list[Hit]:
    """The stock phrases of the text, each phrase once. `more` are those that the organisation keeps."""
    found: dict[tuple[str, ...], Hit] = {}
    for hit in _vocabulary(tuple(more)).hits(text):
        found.setdefault(tuple(word.form for word in text.words[hit.first : hit.last + 1]), hit)
    return list(found.values())


def names_a_matter(text: Text) -> bool:
    """Whether a field of work is named, outside quotation marks."""
    return any(hit.first not in text.quoted for hit in MATTERS.hits(text))


def set_phrases(text: Text) -> list[Hit]:
    """Virtues and stock phrases: what anybody could have written."""
    return [hit for hit in VERBS.hits(text) if hit.tag == "virtue"] + _vocabulary(()).hits(text)
