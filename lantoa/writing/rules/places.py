"""Looking around a place of a text: what stands directly before it, what follows, where the clause ends."""

from __future__ import annotations

from collections.abc import Iterable

from lantoa.writing.text import Text, is_comma, is_stop, syllables

Phrases = frozenset[tuple[str, ...]]
LONGEST = 4


def phrases(*listed: str | Iterable[str]) -> Phrases:
    """Phrases as tuples of syllables; a string holds several between bars."""
    every = (one.split("|") if isinstance(one, str) else one for one in listed)
    return frozenset(syllables(phrase) for some in every for phrase in some if phrase.strip())


def words(listed: str) -> frozenset[str]:
    """Single syllables, spelled as the readings are."""
    return frozenset(syllables(listed))


def form(text: Text, at: int) -> str:
    """The word at a place, nothing beyond either end."""
    return text.words[at].form if 0 <= at < len(text.words) else ""


def is_cut(text: Text, at: int) -> bool:
    """Whether a mark of punctuation stands before the word, or there is no such word."""
    return at >= len(text.words) or is_stop(text.words[at].gap) or is_comma(text.words[at].gap)


def stands_before(text: Text, at: int, wanted: Phrases) -> bool:
    """Whether one of the phrases stands directly before the word."""
    for size in range(1, min(LONGEST, at) + 1):
        if is_cut(text, at - size + 1):
            return False
        if tuple(word.form for word in text.words[at - size : at]) in wanted:
            return True
    return False


def starts_with(text: Text, at: int, wanted: Phrases) -> bool:
    """Whether one of the phrases starts with this word."""
    forms = tuple(word.form for word in text.words[at : at + LONGEST])
    return any(forms[:size] in wanted for size in range(1, len(forms) + 1))


def before(text: Text, at: int, letters: int = 30) -> str:
    """What is written before the word, so many letters of it."""
    return text.reading[max(0, text.words[at].start - letters) : text.words[at].start]


def around(text: Text, at: int, letters: int = 40) -> str:
    """What is written around the word."""
    return text.reading[max(0, text.words[at].start - letters) : text.words[at].end + letters]
