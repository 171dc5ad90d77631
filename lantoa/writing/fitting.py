"""How well a practice answers a need, by what both speak of: words, pairs of words, and matters.

A need is written as what is wrong ("hồ sơ trễ hạn, dân đi lại nhiều lần"), a practice as what is done ("không hẹn
lại lần hai"); often they share no word. So beside words the matters they speak of are compared (words/concepts.txt).
The weighing is BM25 over several parts of a text; nothing is learned, the same texts always fit alike.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lantoa.foundation.text import fold
from lantoa.writing import words
from lantoa.writing.text import Text, is_comma, is_stop, syllables
from lantoa.writing.vocabulary import Vocabulary

MATTER, PAIR, WORD = "matter", "pair", "word"
WEIGHT = {MATTER: 2.0, PAIR: 1.4, WORD: 0.3}
# BM25: how soon repeating stops to count, and how much a long text is held against.
SATURATION, LENGTH = 1.2, 0.4
# A pool of a few texts tells nothing of what is rare; it is weighed as if it held so many.
LEAST = 60

Term = tuple[str, str]


@dataclass(frozen=True)
class Spoken:
    """What a text speaks of: terms with how much, and the words in which it said them."""

    terms: Mapping[Term, float]
    said: Mapping[Term, str] = field(repr=False)

    @property
    def length(self) -> float:
        """How much is said in all."""
        return sum(self.terms.values())


@cache
def _matters(*, folded: bool) -> Vocabulary:
    listed: dict[str, Iterable[str]] = {}
    for line in words.read_lines("concepts"):
        name, _colon, phrases = line.partition(":")
        listed[name] = [fold(one) if folded else one for one in phrases.split("|")]
    return Vocabulary(listed, loose=True)


@cache
def _passing(*, folded: bool) -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    listed = [syllables(fold(one) if folded else one) for one in words.read("passing")]
    alone = frozenset(one[0] for one in listed if len(one) == 1)
    return frozenset(listed), alone


def spoken(parts: Iterable[tuple[str, float]], *, folded: bool = False) -> Spoken:
    """What the parts of a text speak of, each part with its weight. `folded` reads without accents."""
    terms: dict[Term, float] = {}
    said: dict[Term, str] = {}
    for original, weight in parts:
        for term, as_said in _terms(Text(fold(original) if folded else original), folded=folded):
            terms[term] = terms.get(term, 0.0) + weight
            said.setdefault(term, as_said)
    return Spoken(terms, said)


def without_accents(text: str) -> bool:
    """Whether somebody typed without accents: then everything is compared without them."""
    return fold(text) == text.lower().strip()


def _terms(text: Text, *, folded: bool) -> Iterable[tuple[Term, str]]:
    for hit in _matters(folded=folded).hits(text):
        start, end = text.words_span(hit.first, hit.last)
        yield (MATTER, hit.tag), text.original[start:end]
    passing, alone = _passing(folded=folded)
    before = ""
    for place, word in enumerate(text.words):
        if is_stop(word.gap) or is_comma(word.gap):
            before = ""
        if word.form not in alone and len(word.form) > 1 and not word.is_number:
            yield (WORD, word.form), word.form
        if (
            before
            and not word.is_number
            and (before, word.form) not in passing
            and not {before, word.form} & alone
        ):
            start, end = text.words_span(place - 1, place)
            yield (PAIR, f"{before} {word.form}"), text.original[start:end]
        before = "" if word.is_number else word.form


@dataclass(frozen=True)
class Fit:
    """How well one text of the pool answers, and the words of the need it answers to, the weightiest first."""

    key: int | str
    score: float
    shared: tuple[str, ...]
    is_sound: bool


class Pool:
    """Texts that may answer. Built once, asked often; keys are the caller's."""

    def __init__(self, texts: Mapping[Any, Spoken]) -> None:
        self.texts = texts
        self.holding: dict[Term, list[int | str]] = {}
        for key, text in texts.items():
            for term in text.terms:
                self.holding.setdefault(term, []).append(key)
        self.average = sum(text.length for text in texts.values()) / len(texts) if texts else 1.0

    def answers(self, need: Spoken) -> list[Fit]:
        """Every text that shares something with the need, the best first; equals in the order of their keys."""
        scores: dict[int | str, dict[Term, float]] = {}
        for term in need.terms:
            rare = self._rarity(term)
            for key in self.holding.get(term, ()):
                scores.setdefault(key, {})[term] = rare * WEIGHT[term[0]] * self._much(self.texts[key], term)
        fits = [self._fit(key, weights, need) for key, weights in scores.items()]
        return sorted(fits, key=lambda fit: (-fit.score, str(fit.key)))

    def _rarity(self, term: Term) -> float:
        held = len(self.holding.get(term, ()))
        return math.log(1 + (max(len(self.texts), LEAST) - held + 0.5) / (held + 0.5))

    def _much(self, text: Spoken, term: Term) -> float:
        much = text.terms[term]
        longer = 1 - LENGTH + LENGTH * text.length / self.average
        return much * (SATURATION + 1) / (much + SATURATION * longer)

    def _fit(self, key: int | str, weights: Mapping[Term, float], need: Spoken) -> Fit:
        ordered = sorted(weights, key=lambda term: (-weights[term], term))
        kinds = Counter(kind for kind, _form in ordered)
        # One pair of words is chance; a matter, or two pairs, is something to speak of.
        sound = kinds[MATTER] > 0 or kinds[PAIR] > 1
        return Fit(key, sum(weights.values()), _told(ordered, need), sound)


def _told(ordered: Sequence[Term], need: Spoken) -> tuple[str, ...]:
    """The words of the need for what is shared, without those that stand inside another."""
    told: list[str] = []
    for term in ordered:
        said = need.said[term]
        if term[0] != WORD and not any(
            said.lower() in one.lower() or one.lower() in said.lower() for one in told
        ):
            told.append(said)
    return tuple(told[:3])
