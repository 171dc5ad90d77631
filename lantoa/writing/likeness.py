"""How alike two texts are: shared shingles of three syllables, weighed by how rare they are in the pool.

Words of the form and known stock sentences say nothing. A sentence that is mostly virtue and set phrase says
little, even if nobody has listed it: in a small pool its rarity proves nothing.

Only numbers go in and come out; what is stored and who may read it is the matter of other doors. Hashes are
32-bit and sums are taken in a fixed order, so every database gives the same answer.
"""

from __future__ import annotations

import math
import sys
import zlib
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lantoa.writing.rules.phrases import set_phrases
from lantoa.writing.text import Text, is_stop
from lantoa.writing.vocabulary import Vocabulary
from lantoa.writing.words import read as listed

SIZE = 3  # syllables of a shingle
ALIKE, VERY_ALIKE = 0.30, 0.60
MOSTLY_COMMON = 0.60
FEWEST_WORDS = 15  # shorter texts are not compared: everybody helps one poor household
LEAST_RUN = 3  # shingles in a row that make a passage worth showing
COMMON_AT_LEAST, COMMON_SHARE = 5, 0.08
GENERAL_SHARE, GENERAL_WORDS, GENERAL_WEIGHT = 0.30, 8, 0.2
SENTENCE_ENDS = ".;:\n"
LAST_BIT = 1 << 31
SMALL_POOL = 50  # below it, two of three documents would already look like many
OCCURRENCES = 8  # of one shingle that are looked at, so that a text of one word costs no more than another


class Shingle(NamedTuple):
    """Three syllables: their hash, where they stand in the original, whether anybody could have said them."""

    hash: int
    start: int
    end: int
    general: bool = False


@dataclass(frozen=True)
class Outline:
    """A text as it is weighed: each shingle once, those that anybody could have said, how many words."""

    hashes: frozenset[int]
    general: frozenset[int]
    words: int


@dataclass(frozen=True)
class ShingledText:
    """A text as it is compared: its shingles in order, and how many words are the author's own."""

    shingles: tuple[Shingle, ...]
    words: int

    @cached_property
    def hashes(self) -> frozenset[int]:
        """Each shingle once."""
        return frozenset(shingle.hash for shingle in self.shingles)

    @cached_property
    def general(self) -> frozenset[int]:
        """Those of sentences that anybody could have written."""
        return frozenset(shingle.hash for shingle in self.shingles if shingle.general)

    @property
    def outline(self) -> Outline:
        """What is weighed of it."""
        return Outline(self.hashes, self.general, self.words)


@dataclass(frozen=True)
class Passage:
    """The same words in two originals: where they start and end in the one and in the other."""

    start: int
    end: int
    other_start: int
    other_end: int


class Wording:
    """Words that are nobody's own: headings of the form, what stands under some of them, stock sentences."""

    def __init__(
        self, headings: Iterable[str] = (), particulars: Iterable[str] = (), stock: Iterable[str] = ()
    ) -> None:
        self.form = Vocabulary({"particulars": particulars, "heading": headings}, loose=True)
        self.stock = frozenset(
            h for phrase in stock for h, _first, _last in _hashes(Text(phrase), frozenset())
        )

    def skipped(self, text: Text) -> frozenset[int]:
        """Words of the form; after a heading of particulars (name, post, unit) the words up to the full stop."""
        out: set[int] = set()
        for hit in self.form.hits(text):
            if not _is_heading(text, hit.last):
                continue
            out.update(range(hit.first, hit.last + 1))
            at = hit.last + 1
            while hit.tag == "particulars" and at < len(text.words) and at not in out:
                if at > hit.last + 1 and any(mark in text.words[at].gap for mark in ".;\n"):
                    break
                out.add(at)
                at += 1
        return frozenset(out)


def seed_wording() -> Wording:
    """The words of the lists, as a new database has them."""
    return Wording(listed("headings"), listed("particulars"), listed("sentences"))


def _is_heading(text: Text, last: int) -> bool:
    """A colon follows a heading, or it has a line to itself; the same words in a sentence are the author's."""
    return last + 1 == len(text.words) or any(mark in text.words[last + 1].gap for mark in ":\n")


def _general_words(text: Text, skipped: frozenset[int]) -> frozenset[int]:
    """Words of the sentences that are mostly virtue and set phrase."""
    covered = {at for hit in set_phrases(text) for at in range(hit.first, hit.last + 1)}
    out: set[int] = set()
    sentence: list[int] = []
    for at in range(len(text.words) + 1):
        ends = at == len(text.words) or any(mark in text.words[at].gap for mark in SENTENCE_ENDS)
        if ends and sentence:
            own = [word for word in sentence if word not in skipped]
            if len(own) >= GENERAL_WORDS and len(covered.intersection(own)) >= GENERAL_SHARE * len(own):
                out.update(own)
            sentence = []
        sentence.append(at)
    return frozenset(out)


def _hashes(text: Text, skipped: frozenset[int]) -> Iterable[tuple[int, int, int]]:
    """(hash, first word, last word) of each shingle; none reaches over a full stop. Numbers are all alike."""
    run: list[int] = []
    forms = ["#" if word.is_number else word.form for word in text.words]
    for at, word in enumerate(text.words):
        if at in skipped or (run and is_stop(word.gap)):
            run = []
        if at in skipped:
            continue
        run.append(at)
        if len(run) >= SIZE:
            said = " ".join([forms[n] for n in run[-SIZE:]])
            yield zlib.crc32(said.encode()) - 2**31, run[-SIZE], at


def read(original: str, wording: Wording) -> ShingledText:
    """The text as it is compared: without the words of the form."""
    text = Text(original)
    skipped = wording.skipped(text)
    general = _general_words(text, skipped)
    found = [
        Shingle(h, *text.words_span(first, last), first in general and last in general)
        for h, first, last in _hashes(text, skipped)
    ]
    return ShingledText(tuple(found), len(text.words) - len(skipped))


# Weights


@dataclass(frozen=True)
class Weights:
    """How much each shingle says: nothing if many documents of the pool have it, or if it is stock."""

    documents: int
    frequency: Mapping[int, int]
    stock: frozenset[int] = frozenset()

    @cached_property
    def most(self) -> float:
        """A shingle in more documents than this is common."""
        return max(COMMON_AT_LEAST, COMMON_SHARE * self.documents)

    def is_common(self, hash_: int) -> bool:
        """Whether it stands in too many documents to tell anything."""
        return hash_ in self.stock or self.frequency.get(hash_, 1) > self.most

    @cached_property
    def _known(self) -> dict[int, float]:
        """Weights that were asked for before."""
        return {}

    def of(self, hash_: int) -> float:
        """log((n + 1) / (df + ½)); a shingle that was never counted stands in the text itself."""
        weight = self._known.get(hash_)
        if weight is None:
            seen = self.frequency.get(hash_, 1)
            few = 0.0 if self.is_common(hash_) else 1.0
            weight = few * math.log((max(self.documents, SMALL_POOL, seen) + 1) / (seen + 0.5))
            self._known[hash_] = weight
        return weight

    def total(self, hashes: frozenset[int], general: frozenset[int] = frozenset()) -> float:
        """The sum, taken so that its order does not matter; general shingles count little."""
        known = self._known
        for hash_ in hashes - known.keys():
            self.of(hash_)
        weigh = known.__getitem__
        little = hashes & general
        telling = hashes - little if little else hashes
        return math.fsum(map(weigh, telling)) + GENERAL_WEIGHT * math.fsum(map(weigh, little))


def score(one: Outline, other: Outline, weights: Weights) -> float:
    """Shared weight over the weight of the smaller document, from 0 to 1; 0 if either is too short."""
    if min(one.words, other.words) < FEWEST_WORDS:
        return 0.0
    general = one.general | other.general
    smaller = min(weights.total(one.hashes, general), weights.total(other.hashes, general))
    if smaller <= 0:
        return 0.0
    return min(1.0, weights.total(one.hashes & other.hashes, general) / smaller)


def common_share(document: ShingledText, weights: Weights) -> float:
    """How much of the text stands in many documents or is stock, from 0 to 1; 0 for a short text."""
    hashes = document.hashes
    if document.words < FEWEST_WORDS or not hashes:
        return 0.0
    return sum(1 for hash_ in hashes if weights.is_common(hash_)) / len(hashes)


def common_spans(document: ShingledText, weights: Weights) -> list[tuple[int, int]]:
    """Where the common words stand in the original; neighbours are joined."""
    spans: list[tuple[int, int]] = []
    for shingle in document.shingles:
        if not weights.is_common(shingle.hash):
            continue
        if spans and shingle.start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], shingle.end))
        else:
            spans.append((shingle.start, shingle.end))
    return spans


def passages(one: ShingledText, other: ShingledText, weights: Weights) -> tuple[Passage, ...]:
    """The longest shared runs, from left to right; each holds at least one shingle that says something."""
    places: dict[int, list[int]] = {}
    for place, shingle in enumerate(other.shingles):
        listed = places.setdefault(shingle.hash, [])
        if len(listed) < OCCURRENCES:
            listed.append(place)
    found, at = [], 0
    while at < len(one.shingles):
        run, there = _longest_run(one, other, at, places.get(one.shingles[at].hash, []))
        told = any(weights.of(shingle.hash) > 0 for shingle in one.shingles[at : at + run])
        if run >= LEAST_RUN and told:
            found.append(_passage(one, other, at, there, run))
        at += max(1, run)
    return tuple(found)


def _longest_run(one: ShingledText, other: ShingledText, at: int, starts: list[int]) -> tuple[int, int]:
    best, where = 0, 0
    for there in starts:
        run = 1
        while _goes_on(one, at + run) and _goes_on(other, there + run):
            if one.shingles[at + run].hash != other.shingles[there + run].hash:
                break
            run += 1
        if run > best:
            best, where = run, there
    return best, where


def _goes_on(document: ShingledText, at: int) -> bool:
    """Whether this shingle overlaps the one before it: a passage ends with its sentence."""
    return at < len(document.shingles) and document.shingles[at].start < document.shingles[at - 1].end


def _passage(one: ShingledText, other: ShingledText, at: int, there: int, run: int) -> Passage:
    return Passage(
        one.shingles[at].start,
        one.shingles[at + run - 1].end,
        other.shingles[there].start,
        other.shingles[there + run - 1].end,
    )


# As bytes


def pack(document: ShingledText) -> bytes:
    """Hashes, starts and ends (the last bit says «general»), 12 bytes a shingle, alike on every machine."""
    columns = [
        array("i", [shingle.hash for shingle in document.shingles]),
        array("I", [shingle.start for shingle in document.shingles]),
        array("I", [shingle.end | LAST_BIT * shingle.general for shingle in document.shingles]),
    ]
    return b"".join(_little(column).tobytes() for column in columns)


def unpack(packed: bytes | memoryview, words: int) -> ShingledText:
    """The inverse of pack."""
    found = (
        Shingle(h, start, end & ~LAST_BIT, end >= LAST_BIT)
        for h, start, end in zip(*(_column(packed, n) for n in range(3)), strict=True)
    )
    return ShingledText(tuple(found), words)


def outline(packed: bytes | memoryview, words: int) -> Outline:
    """What is weighed of a packed document, without unpacking the places."""
    hashes, ends = _column(packed, 0), _column(packed, 2)
    general = frozenset(h for h, end in zip(hashes, ends, strict=True) if end >= LAST_BIT)
    return Outline(frozenset(hashes), general, words)


def _column(packed: bytes | memoryview, number: int) -> array[int]:
    size = len(packed) // 3
    return _little(array("iII"[number], bytes(packed[number * size : (number + 1) * size])))


def _little(column: array[int]) -> array[int]:
    if sys.byteorder == "big":
        column.byteswap()
    return column
