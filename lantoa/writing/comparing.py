"""Questions about many texts that are in the index already: for whoever reads them, in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from lantoa.writing import likeness, queries
from lantoa.writing.likeness import Outline, Passage, Weights
from lantoa.writing.models import IndexedText, Pool, Posting

ENOUGH_POSTINGS = 300  # of one text: its rarest shingles first
LOOKED_AT = 3


@dataclass(frozen=True)
class Match:
    """The likest other text of one that is indexed: which, whose, of what year, how alike."""

    subject_type: str
    subject_id: str
    year: int
    is_own: bool
    score: float


def closest(subject_type: str, numbers: Iterable[str], *, on: dt.date) -> dict[str, list[Match]]:
    """By subject: the likest of its owner's other texts and the likest of anybody else's, alike ones only.

    A fixed number of queries for each pool, however many texts are asked about and however large the pool is.
    """
    asked = IndexedText.objects.filter(subject_type=subject_type, subject_id__in=list(numbers))
    by_pool: dict[Pool, list[IndexedText]] = {}
    for document in asked.select_related("pool").order_by("pk"):
        by_pool.setdefault(document.pool, []).append(document)
    found: dict[str, list[Match]] = {}
    for pool, documents in by_pool.items():
        found |= _closest_in(pool, documents, on)
    return found


def _closest_in(pool: Pool, documents: Sequence[IndexedText], on: dt.date) -> dict[str, list[Match]]:
    said, counted = queries.wording(), queries.count_of(pool.key, on)
    if counted is None:
        return {}
    mine = {one.pk: likeness.outline(one.shingles, one.words) for one in documents}
    weights = counted.weights(_all(mine.values()), said)
    rarest = {pk: _rarest(outline, weights) for pk, outline in mine.items()}
    places: dict[int, list[int]] = {}
    wanted = frozenset().union(*rarest.values())
    rows = Posting.objects.filter(pool=pool, hash__among=wanted) if wanted else Posting.objects.none()
    for hash_, number in rows.values_list("hash", "document_id").order_by("hash", "document_id"):
        places.setdefault(hash_, []).append(number)
    looked_at = {pk: _candidates(pk, hashes, places, weights) for pk, hashes in rarest.items()}
    others = IndexedText.objects.in_bulk(set().union(*looked_at.values()))
    theirs = {pk: likeness.outline(one.shingles, one.words) for pk, one in others.items()}
    more = counted.weights(_all(theirs.values()) - frozenset(weights.frequency), said)
    weights = Weights(weights.documents, {**weights.frequency, **more.frequency}, weights.stock)
    return {
        one.subject_id: _best(
            one, mine[one.pk], {pk: others[pk] for pk in looked_at[one.pk]}, theirs, weights
        )
        for one in documents
    }


def _all(outlines: Iterable[Outline]) -> frozenset[int]:
    return frozenset().union(*(outline.hashes for outline in outlines))


def _rarest(outline: Outline, weights: Weights) -> frozenset[int]:
    """The shingles that say most, as many as can be looked up without asking half the pool."""
    chosen: set[int] = set()
    postings = 0
    for hash_ in sorted(outline.hashes, key=lambda h: (-weights.of(h), h)):
        postings += weights.frequency.get(hash_, 1)
        if weights.of(hash_) <= 0 or (chosen and postings > ENOUGH_POSTINGS):
            break
        chosen.add(hash_)
    return frozenset(chosen)


def _candidates(
    self_pk: int, hashes: frozenset[int], places: Mapping[int, list[int]], weights: Weights
) -> list[int]:
    shared: dict[int, float] = {}
    for hash_ in sorted(hashes):
        for number in places.get(hash_, ()):
            if number != self_pk:
                shared[number] = shared.get(number, 0.0) + weights.of(hash_)
    return nsmallest(LOOKED_AT, shared, key=lambda number: (-round(shared[number], 9), number))


def _best(
    one: IndexedText,
    outline: Outline,
    others: Mapping[int, IndexedText],
    theirs: Mapping[int, Outline],
    weights: Weights,
) -> list[Match]:
    best: dict[bool, Match] = {}
    for pk in sorted(others):
        other = others[pk]
        score = likeness.score(outline, theirs[pk], weights)
        is_own = other.owner == one.owner
        if score >= likeness.ALIKE and (is_own not in best or score > best[is_own].score):
            best[is_own] = Match(other.subject_type, other.subject_id, other.year, is_own, score)
    return [best[is_own] for is_own in sorted(best)]


def shared_passages(text: str, other: str, *, pool: str, on: dt.date) -> tuple[Passage, ...]:
    """The passages that two texts share, weighed as in that pool, for somebody who may read both."""
    said, counted = queries.wording(), queries.count_of(pool, on)
    one, there = likeness.read(text, said), likeness.read(other, said)
    weights = counted.weights(one.hashes, said) if counted else Weights(0, {}, said.stock)
    return likeness.passages(one, there, weights)


@dataclass(frozen=True)
class Piece:
    """A stretch of a text, and whether the other text has it too."""

    text: str
    is_shared: bool


def pieces(text: str, spans: Iterable[tuple[int, int]]) -> list[Piece]:
    """The text cut at the passages, whole again when read one after the other."""
    found, at = [], 0
    for start, end in sorted(spans):
        start = max(start, at)
        if end <= start:
            continue
        found += [Piece(text[at:start], False), Piece(text[start:end], True)]
        at = end
    return [piece for piece in [*found, Piece(text[at:], False)] if piece.text]
