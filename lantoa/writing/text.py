"""A text as the rules read it: composed, lower case, one spelling; every place maps to the original.

Vietnamese is typed composed (NFC) and decomposed (NFD), with the tone on either vowel ("hoà", "hòa"), with
"i" or "y" ("kĩ", "kỹ"). The reading makes one of all these without ever losing where a letter stood.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

# Zero-width and direction marks, soft hyphens: nobody sees them, so no word is split by them.
INVISIBLE = frozenset("\u00ad\ufeff") | {chr(c) for c in (*range(0x200B, 0x2010), *range(0x2060, 0x2065))}
BLANKS = re.compile(r"[^\S\n ]|  ")  # a tab, a hard blank, two blanks
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|%")

# The tone of "oa", "oe", "uy" stands on the first vowel; "quý" is left alone, its "u" belongs to "q".
OLD, NEW = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ", "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"
TONES = dict(zip(OLD.split(), NEW.split(), strict=True))
OLD_TONE = re.compile(rf"(?<!q)({'|'.join(TONES)})(?![^\W\d_])")
Y_TO_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
LONE_Y = re.compile(r"(?<![^\W\d_])[hklmst][yýỳỷỹỵ](?![^\W\d_])")
QUI = re.compile(r"(?<![^\W\d_])q[uú][iíìỉĩị](?![^\W\d_])")
I_TO_Y = str.maketrans("iíìỉĩị", "yýỳỷỹỵ")

ALL_QUOTED = 0.8  # of the text: then the marks are round the undertaking itself
QUOTED = re.compile(r"“[^“”\n]{1,160}”|\"[^\"\n]{1,160}\"|«[^«»\n]{1,160}»|‘[^‘’\n]{1,160}’")


def one_spelling(text: str) -> str:
    """Lower-case composed text with one spelling for each syllable; never changes the length."""
    text = OLD_TONE.sub(lambda m: TONES[m[0]], text)
    text = LONE_Y.sub(lambda m: m[0].translate(Y_TO_I), text)
    return QUI.sub(lambda m: m[0].translate(I_TO_Y), text)


@lru_cache(maxsize=4096)
def _composed(cluster: str) -> str:
    return unicodedata.normalize("NFC", cluster).lower()


def _clusters(original: str) -> Iterator[tuple[int, int]]:
    """A letter and the marks that stand on it: (start, end) in the original."""
    start = 0
    for place in range(1, len(original) + 1):
        if place == len(original) or not unicodedata.combining(original[place]):
            yield start, place
            start = place


class Word(NamedTuple):
    """One syllable or number: its form in the reading, where it stands there, what stands before it."""

    form: str
    start: int
    end: int
    gap: str

    @property
    def is_number(self) -> bool:
        """Whether it is written with digits."""
        return self.form[0].isdigit()


class Text:
    """The original and its reading. `start` and `end` of every match are places in the original."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.kept: dict[object, list[Any]] = {}  # what a vocabulary has found here already
        self.places: list[tuple[int, int]] | None = None
        lower = original.lower()
        plain = len(lower) == len(original) and unicodedata.is_normalized("NFC", original)
        if plain and not BLANKS.search(original) and not any(mark in original for mark in INVISIBLE):
            self.reading = one_spelling(lower)
        else:
            self.reading = one_spelling(self._mapped())

    def _mapped(self) -> str:
        """The composed lower-case text, noting for each letter which part of the original it came from.

        However many blanks stand between two words, and whichever, the reading has one.
        """
        letters: list[str] = []
        self.places = []
        for start, end in _clusters(self.original):
            for letter in _composed(self.original[start:end]):
                is_blank = letter != "\n" and letter.isspace()
                if letter in INVISIBLE or (is_blank and letters[-1:] == [" "]):
                    continue
                letters.append(" " if is_blank else letter)
                self.places.append((start, end))
        return "".join(letters)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Places in the original of a stretch of the reading."""
        if end <= start:
            raise ValueError("a match has at least one letter")
        if self.places is None:
            return start, end
        return self.places[start][0], self.places[end - 1][1]

    @cached_property
    def words(self) -> list[Word]:
        """Syllables and numbers in order; the gap is what stands between a word and the one before."""
        found, last = [], 0
        for match in WORD.finditer(self.reading):
            gap = self.reading[last : match.start()]
            found.append(Word(match[0], match.start(), match.end(), gap if gap.strip() else " "[: len(gap)]))
            last = match.end()
        return found

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Which words stand between quotation marks: names and slogans, not undertakings."""
        spans = [m.span() for m in QUOTED.finditer(self.reading)]
        if not spans or sum(end - start for start, end in spans) > ALL_QUOTED * len(self.reading):
            return frozenset()
        inside, at = set(), 0
        for number, word in enumerate(self.words):
            while at < len(spans) and spans[at][1] <= word.start:
                at += 1
            if at < len(spans) and spans[at][0] < word.start:
                inside.add(number)
        return frozenset(inside)

    def words_span(self, first: int, last: int) -> tuple[int, int]:
        """Places in the original from the word `first` to the word `last`, both included."""
        return self.span(self.words[first].start, self.words[last].end)


STOP = re.compile(r"[.;:!?…\n()\[\]“”\"«»]|[-–—+]\s")
COMMA = re.compile(r"[,/]")


@lru_cache(maxsize=1024)
def is_stop(gap: str) -> bool:
    """Whether a sentence or a clause ends here."""
    return bool(STOP.search(gap))


@lru_cache(maxsize=1024)
def is_comma(gap: str) -> bool:
    """Whether a part of an enumeration ends here."""
    return bool(COMMA.search(gap))


def syllables(phrase: str) -> tuple[str, ...]:
    """The forms of a phrase, spelled as the readings are."""
    return tuple(word.form for word in Text(phrase).words)


def lines(*texts: str) -> Iterable[str]:
    """The phrases of a word list: one a line or several between bars."""
    for text in texts:
        for phrase in re.split(r"[\n|]", text):
            if phrase.strip():
                yield phrase.strip()
