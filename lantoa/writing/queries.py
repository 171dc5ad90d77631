"""Questions to the index: the likest other text, how much of a text is common, what was set aside."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import nsmallest
from typing import Any

from django.db.models import Count, Max, Min, Model, Sum
from django.db.models.functions import Length
from django.utils.translation import gettext as _

from lantoa.foundation.text import clean
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.models import Account, Duty, Person, Post
from lantoa.writing import likeness, rules
from lantoa.writing.likeness import Passage, Weights, Wording
from lantoa.writing.models import Considered, Frequency, IndexedText, Pool, Posting, Snapshot, StockPhrase
from lantoa.writing.rules import Advice, Found, Hint

Subject = Model | tuple[str, str] | str
ENOUGH_POSTINGS = 700  # the rarest shingles first: who shares none of these shares nothing of weight
LOOKED_AT = 4  # candidates whose exact score is taken


@dataclass(frozen=True)
class Likeness:
    """The likest other text. Its owner and its words are only for those who may see both."""

    subject_type: str
    subject_id: str
    year: int
    owner: str
    is_own: bool
    score: float
    passages: tuple[Passage, ...]

    @property
    def is_very_alike(self) -> bool:
        """Most of the smaller text stands in the other."""
        return self.score >= likeness.VERY_ALIKE


@dataclass(frozen=True)
class Common:
    """How much of a text stands in many others or is stock, and where."""

    share: float
    spans: tuple[tuple[int, int], ...]

    @property
    def is_most(self) -> bool:
        """Phần lớn là câu mẫu."""
        return self.share >= likeness.MOSTLY_COMMON


def subject_key(subject: Subject) -> tuple[str, str]:
    """(type, id) of a record, of a pair, or of "registrations.registration:12"."""
    if isinstance(subject, Model):
        return subject._meta.label_lower, str(subject.pk)
    if isinstance(subject, str):
        kind, _colon, number = subject.partition(":")
        return kind, number
    return subject[0], str(subject[1])


def pool_of(unit: Unit, on: dt.date) -> str:
    """The pool of a unit: its grassroots organisation on that day, or the unit itself where it has none."""
    return pools_of([unit.pk], on)[unit.pk]


def pools_of(unit_ids: Iterable[int], on: dt.date) -> dict[int, str]:
    """Unit id → its pool that day; a unit that has ended belongs where the one that continues it belongs."""
    wanted = set(unit_ids)
    paths = organisation.paths_of(wanted, on)
    grassroots = organisation.grassroots_above(paths.values(), on)
    return {unit: f"unit:{grassroots.get(paths.get(unit, ''), unit)}" for unit in wanted}


def owner_of(person: Person) -> str:
    """The owner's key of a person."""
    return f"person:{person.pk}"


def duties_of(person: Person | None, on: dt.date) -> list[str]:
    """The duties of the titles a person holds that day."""
    held = Post.objects.on(on).filter(person=person, title__isnull=False).values("title")
    return list(Duty.objects.filter(title__in=held).values_list("name", flat=True)) if person else []


def phrases(*kinds: str) -> dict[str, list[str]]:
    """The stock phrases in use, by kind."""
    found: dict[str, list[str]] = {kind: [] for kind in kinds or StockPhrase.Kind.values}
    for kind, text in StockPhrase.objects.filter(is_used=True, kind__in=found).values_list("kind", "text"):
        found[kind].append(text)
    return found


def wording() -> Wording:
    """The words of the form and the stock sentences that are in use, ready for reading.

    Building the vocabulary takes longer than the comparison, and fetching the phrases a good part of it: the same
    phrases give the same vocabulary. Phrases are added, retired and taken back, never rewritten.
    """
    used = StockPhrase.objects.filter(is_used=True).aggregate(
        number=Count("pk"), which=Sum("pk"), letters=Sum(Length("text")), first=Min("text"), last=Max("text")
    )
    version = tuple(used.values())
    if version not in _wordings:
        kept = phrases()
        _wordings.clear()
        _wordings[version] = Wording(*(tuple(kept[kind]) for kind in StockPhrase.Kind.values))
    return _wordings[version]


_wordings: dict[Any, Wording] = {}


# Likeness


def likest(
    text: str, *, pool: str, owner: str, exclude: Subject | None = None, on: dt.date
) -> Likeness | None:
    """The likest other text of the pool if it is alike at all (score ≥ 0,30); the first indexed of equals.

    Frequencies are those of the day's snapshot, so the same text meets the same weights all day. `exclude`
    is the subject the text belongs to. Texts under 15 words are not compared.
    """
    found = likenesses(text, pool=pool, owner=owner, exclude=exclude, on=on)
    return min(found, key=lambda one: (-one.score, one.is_own), default=None)


def likenesses(
    text: str, *, pool: str, owner: str, exclude: Subject | None = None, on: dt.date
) -> list[Likeness]:
    """At most two: the likest of the owner's own other texts, and the likest of anybody else's."""
    asked = _Asked.of(text, pool, on)
    return _likenesses(asked, owner, exclude) if asked else []


@dataclass(frozen=True)
class _Asked:
    """A text and the pool it is compared in, both read once."""

    said: Wording
    counted: Counted
    document: likeness.ShingledText

    @classmethod
    def of(cls, text: str, pool: str, on: dt.date) -> _Asked | None:
        """None where there is no such pool yet."""
        said, counted = wording(), count_of(pool, on)
        return cls(said, counted, likeness.read(text, said)) if counted else None

    @cached_property
    def weights(self) -> Weights:
        """What the shingles of the text weigh."""
        return self.counted.weights(self.document.hashes, self.said)


def _likenesses(of: _Asked, owner: str, exclude: Subject | None) -> list[Likeness]:
    asked, weights = of.document, of.weights
    if asked.words < likeness.FEWEST_WORDS:
        return []
    candidates = _candidates(of.counted.pool, asked, weights, exclude)
    read = {one.pk: likeness.outline(one.shingles, one.words) for one in candidates}
    theirs = frozenset().union(*(document.hashes for document in read.values())) - asked.hashes
    more = of.counted.weights(theirs, of.said).frequency
    weights = replace(weights, frequency={**weights.frequency, **more})
    best: dict[bool, tuple[float, IndexedText]] = {}
    for one in sorted(candidates, key=lambda one: one.pk):
        score = likeness.score(asked.outline, read[one.pk], weights)
        is_own = one.owner == owner
        if score >= likeness.ALIKE and (is_own not in best or score > best[is_own][0]):
            best[is_own] = (score, one)
    return [_likeness(asked, *best[is_own], is_own, weights) for is_own in sorted(best)]


def _likeness(
    asked: likeness.ShingledText, score: float, other: IndexedText, is_own: bool, weights: Weights
) -> Likeness:
    there = likeness.unpack(other.shingles, other.words)
    places = likeness.passages(asked, there, weights)
    return Likeness(other.subject_type, other.subject_id, other.year, other.owner, is_own, score, places)


def common(text: str, *, pool: str, on: dt.date) -> Common:
    """How much of the text stands in many texts of the pool or is stock."""
    asked = _Asked.of(text, pool, on)
    if asked:
        return _common(asked.document, asked.weights)
    said = wording()
    return _common(likeness.read(text, said), Weights(0, {}, said.stock))


def _common(document: likeness.ShingledText, weights: Weights) -> Common:
    spans = likeness.common_spans(document, weights)
    return Common(likeness.common_share(document, weights), tuple(spans))


@dataclass(frozen=True)
class Counted:
    """A pool and the frequencies of a day: of the latest snapshot, or as they are if there is none."""

    pool: Pool
    snapshot: Snapshot | None
    documents: int

    def weights(self, hashes: Iterable[int], said: Wording) -> Weights:
        """What these shingles weigh."""
        wanted = frozenset(hashes)
        if self.snapshot:
            listed = Frequency.objects.filter(snapshot=self.snapshot, hash__among=wanted)
            return Weights(self.documents, dict(listed.values_list("hash", "documents")), said.stock)
        posted = Posting.objects.filter(pool=self.pool, hash__among=wanted).values("hash")
        rows = posted.annotate(n=Count("pk")).values_list("hash", "n")
        return Weights(self.documents, dict(rows), said.stock)


def count_of(pool: str, on: dt.date) -> Counted | None:
    """The pool as it was counted on the day's snapshot, or as it is; None where there is no such pool."""
    kept = Snapshot.objects.filter(pool__key=pool, on__lte=on).select_related("pool").order_by("-on").first()
    if kept:
        return Counted(kept.pool, kept, kept.documents)
    held = Pool.objects.filter(key=pool).first()
    return Counted(held, None, IndexedText.objects.filter(pool=held).count()) if held else None


def _candidates(
    pool: Pool, asked: likeness.ShingledText, weights: Weights, exclude: Subject | None
) -> list[IndexedText]:
    """The documents that share most of the rarest shingles."""
    weight_of = {h: weight for h in asked.hashes if (weight := weights.of(h)) > 0}
    chosen: set[int] = set()
    postings = 0
    for hash_ in sorted(weight_of, key=lambda h: (-weight_of[h], h)):
        postings += weights.frequency.get(hash_, 1)
        if chosen and postings > ENOUGH_POSTINGS:
            break
        chosen.add(hash_)
    shared: dict[int, float] = {}
    rows = Posting.objects.filter(pool=pool, hash__among=chosen).values_list("hash", "document_id")
    for hash_, document in rows.order_by("hash", "document_id"):
        shared[document] = shared.get(document, 0.0) + weight_of[hash_]
    first = nsmallest(LOOKED_AT + 1, shared, key=lambda document: (-round(shared[document], 9), document))
    found = IndexedText.objects.filter(pk__in=first)
    if exclude is not None:
        kind, number = subject_key(exclude)
        found = found.exclude(subject_type=kind, subject_id=number)
    return list(found)


# Advice


def advise(
    text: str,
    *,
    kind: str = "registration",
    deadline_given: bool = False,
    duties: Sequence[str] = (),
    chosen_duty: str = "",
    pool: str = "",
    owner: str = "",
    exclude: Subject | None = None,
    on: dt.date,
) -> Advice:
    """The advice of the rules, and what the pool knows: an own earlier text, another's, mostly common words.

    It is for the author: no number, no name, no word of anybody else's.
    """
    said = rules.advise(
        text,
        kind=kind,
        deadline_given=deadline_given,
        duties=duties,
        chosen_duty=chosen_duty,
        stock_phrases=phrases(StockPhrase.Kind.SENTENCE)[StockPhrase.Kind.SENTENCE],
    )
    more: list[Hint] = []
    if pool and text.strip():
        asked = _Asked.of(text, pool, on)
        shared = _common(asked.document, asked.weights) if asked else common(text, pool=pool, on=on)
        if said.hint("stock") is None and shared.is_most:
            words = tuple(Found("stock", a, b, text[a:b]) for a, b in shared.spans)
            more.append(Hint("stock", rules.MESSAGES["stock"], words=words))
        found = _likenesses(asked, owner, exclude) if asked else []
        more += [_copy_hint(text, one) for one in reversed(found)]
    firm = [hint for hint in said.hints if not hint.soft]
    soft = [hint for hint in said.hints if hint.soft]
    return replace(said, hints=(*firm, *more, *soft))


def _copy_hint(text: str, found: Likeness) -> Hint:
    """Only the author's own words are marked."""
    key = "self_copy" if found.is_own else "peer_copy"
    words = tuple(Found(key, p.start, p.end, text[p.start : p.end]) for p in found.passages)
    if found.is_own:
        message = _(
            "Giống nhiều với bản năm %(year)s. Nếu là việc làm tiếp, hãy ghi kết quả đã đạt và mục tiêu mới."
        )
        return Hint(key, message % {"year": found.year}, words=words)
    return Hint(key, _("Có đoạn giống với bản đăng ký khác trong đơn vị."), words=words)


def text_hash(text: str) -> str:
    """Which text a hint was set aside for."""
    return hashlib.sha256(clean(text).encode()).hexdigest()


def considered(account: Account, subject: str, hash_: str) -> frozenset[str]:
    """Keys of the hints that this account has set aside for the text of this hash."""
    kept = Considered.objects.filter(account=account, subject=subject, text_hash=hash_)
    return frozenset(kept.values_list("key", flat=True))
