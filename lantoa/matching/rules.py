"""Which practices fit a need, and the one sentence that says why: texts in, offers out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from lantoa.foundation.text import fold
from lantoa.organisation.sectors import SECTORS, sector_of
from lantoa.writing import fitting

__all__ = [
    "AT_MOST",
    "SECTORS",
    "Candidate",
    "Need",
    "Offer",
    "by_keywords",
    "offers",
    "pool_of",
    "sector_of",
]

AT_MOST = 3
# A text that shares only one everyday matter with the need is no answer. Measured on texts like those of the tests.
ENOUGH = 5.5
SAME_FIELD, SAME_WORK, SAME_SIZE, LIVES_ON, DIES_OUT = 1.2, 1.15, 1.05, 1.05, 0.9
# What a practice says in each of its parts weighs differently: its name and why it was begun, most.
NAME, REASON, HOW, TARGET = 3.0, 2.0, 1.0, 1.0


@dataclass(frozen=True)
class Need:
    """What is looked for: in words, and if known of which field, by what kind of unit, of how many people."""

    text: str
    field: str = ""
    sector: str = ""
    size: int = 0


@dataclass(frozen=True)
class Candidate:
    """A practice as far as fitting is concerned. `alive` of `observed` places still ran after six months."""

    key: int | str
    name: str
    reason: str = ""
    how: str = ""
    target: str = ""
    field: str = ""
    sector: str = ""
    size: int = 0
    alive: int = 0
    observed: int = 0


@dataclass(frozen=True)
class Offer:
    """A practice that fits, and why in one sentence. `weight` orders; it is shown to nobody."""

    key: int | str
    why: str
    weight: float


# The same texts are asked again and again; reading one takes a hundred times as long as finding it here.
@lru_cache(maxsize=20_000)
def _spoken(parts: tuple[tuple[str, float], ...], folded: bool) -> fitting.Spoken:
    return fitting.spoken(parts, folded=folded)


def pool_of(candidates: Iterable[Candidate], *, folded: bool = False) -> fitting.Pool:
    """The candidates as texts that can be asked; `folded` reads everything without accents."""
    return fitting.Pool({one.key: _spoken(_parts(one), folded) for one in candidates})


def _parts(one: Candidate) -> tuple[tuple[str, float], ...]:
    return ((one.name, NAME), (one.reason, REASON), (one.how, HOW), (one.target, TARGET))


def offers(
    need: Need,
    candidates: Mapping[Any, Candidate],
    pool: fitting.Pool,
    *,
    without: Collection[int | str] = (),
) -> list[Offer]:
    """Up to three candidates that answer the need, the best first. None is better than one that does not fit."""
    folded = fitting.without_accents(need.text)
    if folded:
        pool = pool_of(candidates.values(), folded=True)
    fits = pool.answers(_spoken(((need.text, 1.0), (need.field, 1.0)), folded))
    found = [
        _offer(need, candidates[fit.key], fit)
        for fit in fits
        if fit.key not in without and fit.is_sound and fit.score >= ENOUGH
    ]
    return sorted(found, key=lambda offer: (-offer.weight, str(offer.key)))[:AT_MOST]


def _offer(need: Need, one: Candidate, fit: fitting.Fit) -> Offer:
    weight, reasons = fit.score, []
    if fit.shared:
        shared = ", ".join(f"“{words}”" for words in fit.shared[:2])
        reasons.append(_("cùng nói về %(words)s") % {"words": shared})
    if need.field and fold(need.field) == fold(one.field):
        weight *= SAME_FIELD
        reasons.append(_("cùng lĩnh vực %(field)s") % {"field": one.field[:1].lower() + one.field[1:]})
    if need.sector and need.sector == one.sector:
        weight *= SAME_WORK
        reasons.append(_("nơi làm cũng là %(sector)s") % {"sector": SECTORS.get(one.sector, one.sector)})
    if need.size and one.size and one.size <= 2 * need.size and need.size <= 2 * one.size:
        weight *= SAME_SIZE
        reasons.append(_("quy mô tương đương"))
    if one.observed:
        weight *= DIES_OUT if one.alive * 2 < one.observed else LIVES_ON
        told = {"alive": one.alive, "observed": one.observed}
        reasons.append(_("%(alive)s/%(observed)s nơi còn duy trì sau 6 tháng") % told)
    return Offer(one.key, _sentence(reasons), weight)


def _sentence(reasons: Sequence[str]) -> str:
    text = "; ".join(reasons)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def by_keywords(need: Need, candidates: Iterable[Candidate]) -> list[int | str]:
    """What a plain search for the words of the need finds, to compare with: the most different words first."""
    words = set(fold(need.text).split())
    found = []
    for one in candidates:
        text = set(fold(" ".join((one.name, one.reason, one.how, one.target))).split())
        if shared := len(words & text):
            found.append((-shared, str(one.key), one.key))
    return [key for _shared, _text, key in sorted(found)[:AT_MOST]]
