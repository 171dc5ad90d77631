"""What stands beside a paper while it is judged, and the order «Cần xem kỹ hơn». Nothing here judges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from lantoa.people.actors import Actor
from lantoa.registrations.models import Registration, RegistrationTask, ReturnReason
from lantoa.registrations.queries.likeness import text_of, text_of_task
from lantoa.writing import comparing
from lantoa.writing import queries as writing
from lantoa.writing import rules as advice
from lantoa.writing.comparing import Match, Piece
from lantoa.writing.likeness import VERY_ALIKE
from lantoa.writing.models import Considered, StockPhrase
from lantoa.writing.panel import LABELS, Line, quotes
from lantoa.writing.rules import Hint

# The ready reason that says what a hint says.
REASON_FOR = {
    "action": ReturnReason.NOT_CONCRETE,
    "target": ReturnReason.NO_TARGET,
    "formal_target": ReturnReason.NO_TARGET,
    "deadline": ReturnReason.NO_DEADLINE,
    "duty": ReturnReason.NO_DUTY,
}
PLACES = {reason: place for place, reason in enumerate(ReturnReason)}
LABEL = Registration._meta.label_lower


@dataclass(frozen=True)
class Look:
    """Why a paper may deserve a closer look. The order is for sorting and is shown to nobody."""

    order: float = 0.0
    reasons: tuple[str | Promise, ...] = ()
    matches: tuple[Match, ...] = ()


def looks_at(papers: Sequence[Registration], on: date) -> dict[int, Look]:
    """For each of these papers: a fixed number of queries, however many they are and however large the pool."""
    if not papers:
        return {}
    stock = writing.phrases(StockPhrase.Kind.SENTENCE)[StockPhrase.Kind.SENTENCE]
    found = comparing.closest(LABEL, [str(one.pk) for one in papers], on=on)
    return {one.pk: _look(one, found.get(str(one.pk), []), stock) for one in papers}


def _look(one: Registration, matches: list[Match], stock: Iterable[str]) -> Look:
    likest = max(matches, key=lambda match: match.score, default=None)
    look = advice.needs_a_closer_look(
        text_of(one),
        deadline_given=bool(one.ordered_tasks) and all(task.due for task in one.ordered_tasks),
        likeness=likest.score if likest else 0.0,
        is_own=bool(likest and likest.is_own),
        stock_phrases=stock,
    )
    return Look(look.order, look.reasons, tuple(matches))


def closer_first(papers: Sequence[Registration], looks: Mapping[int, Look]) -> list[Registration]:
    """What may deserve a closer look first; equal ones in the order they came."""
    return sorted(papers, key=lambda one: -looks[one.pk].order)


# Beside one paper


@dataclass(frozen=True)
class Remark:
    """One hint for the reviewer: its words, where the ready reason for it stands, what its author said to it."""

    hint: Hint
    reason: str = ""
    reason_at: int | None = None
    is_considered: bool = False
    considered_because: str = ""


@dataclass(frozen=True)
class Beside:
    """What the rules see in one task."""

    task: RegistrationTask
    found: tuple[Line, ...]
    remarks: tuple[Remark, ...]


def advice_on(one: Registration) -> list[Beside]:
    """The advice of the rules on each task; what was compared is told apart."""
    texts = {task.pk: text_of_task(task) for task in one.ordered_tasks}
    said = _set_aside(one, texts.values())
    beside = []
    for task in one.ordered_tasks:
        text = texts[task.pk]
        found = writing.advise(
            text, deadline_given=bool(task.due), chosen_duty=task.tied_to, on=task.due or date(one.year, 1, 1)
        )
        lines = (Line(label, quotes(found.of(key))) for key, label in LABELS.items() if found.of(key))
        remarks = (_remark(hint, said.get(writing.text_hash(text), {})) for hint in found.hints)
        beside.append(Beside(task, tuple(lines), tuple(remarks)))
    return beside


def _remark(hint: Hint, said: Mapping[str, str]) -> Remark:
    reason = REASON_FOR.get(hint.key)
    return Remark(
        hint,
        str(reason.label) if reason else "",
        PLACES[reason] if reason else None,
        hint.key in said,
        said.get(hint.key, ""),
    )


def _set_aside(one: Registration, texts: Iterable[str]) -> dict[str, dict[str, str]]:
    """hash of a text → hint → why its author set it aside."""
    if one.person_id is None:
        return {}
    kept = Considered.objects.filter(
        account__person=one.person_id,
        subject=f"registrations.draft:{one.year}",
        text_hash__in=[writing.text_hash(text) for text in texts],
    )
    said: dict[str, dict[str, str]] = {}
    for hash_, key, reason in kept.values_list("text_hash", "key", "reason"):
        said.setdefault(hash_, {})[key] = reason
    return said


@dataclass(frozen=True)
class Alike:
    """Another paper with the same passages. `other` and both texts only for whoever may read the other too."""

    is_own: bool
    year: int
    is_very_alike: bool
    other: Registration | None = None
    here: tuple[Piece, ...] = ()
    there: tuple[Piece, ...] = ()


def alike_to(one: Registration, matches: Iterable[Match], actor: Actor) -> list[Alike]:
    """The likest papers, side by side where the actor may see the other; else only that there is one."""
    return [_alike(one, match, actor) for match in matches if match.subject_type == LABEL]


def _alike(one: Registration, match: Match, actor: Actor) -> Alike:
    very = match.score >= VERY_ALIKE
    visible = Registration.objects.visible_to(actor).exclude(pk=one.pk)
    other = visible.filter(pk=match.subject_id).for_lists().first()
    if other is None or not actor.may("registrations.view"):
        return Alike(match.is_own, match.year, very)
    here, there = text_of(one), text_of(other)
    pool = writing.pool_of(one.unit, actor.on)
    shared = comparing.shared_passages(here, there, pool=pool, on=actor.on)
    return Alike(
        match.is_own,
        match.year,
        very,
        other,
        tuple(comparing.pieces(here, [(p.start, p.end) for p in shared])),
        tuple(comparing.pieces(there, [(p.other_start, p.other_end) for p in shared])),
    )
