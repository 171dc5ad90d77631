"""How a practice fares where it was taken over: how many run, what they kept, what is due to be asked."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, Max, Q

from lantoa.adoptions import rules
from lantoa.adoptions.models import AdoptedPart, Adoption, AdoptionQuerySet
from lantoa.adoptions.words import CHANGED
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor
from lantoa.people.rules import falls_due
from lantoa.practices.models import Practice, PracticeQuerySet
from lantoa.practices.words import RUNNING


@dataclass(frozen=True)
class LifeNumbers:
    """How many took it over, in all generations; how many of them run; who was seen to turn six months old."""

    taken_over: int = 0
    stopped: int = 0
    observed: int = 0
    alive: int = 0

    @property
    def running(self) -> int:
        """Those that have not stopped."""
        return self.taken_over - self.stopped

    @property
    def most_stopped(self) -> bool:
        """More than half of those old enough to tell are gone: worth asking why before one begins."""
        return self.alive * 2 < self.observed


def numbers_of(practices: Iterable[Practice], on: dt.date) -> dict[int, LifeNumbers]:
    """pk → numbers on that day, in three questions however many practices and adoptions there are.

    A practice that was itself taken over is asked for what spread from it, not for the whole of its root.
    """
    rows = list(practices)
    keys, taken_over = [one.pk for one in rows], [one.pk for one in rows if not one.is_original]
    counted = _by_root(keys, on)
    asked = Adoption.objects.filter(practice__in=taken_over)
    copies = dict(asked.values_list("practice_id", "root_id")) if taken_over else {}
    below = _below(copies, on) if copies else {}
    return {key: below.get(key) or counted.get(key) or LifeNumbers() for key in keys}


def reached_of(practices: PracticeQuerySet, on: dt.date) -> dict[str, PracticeQuerySet]:
    """Those of them that were taken over elsewhere (`spread`), and of these in a place that ran for six months
    (`lasting`)."""
    # From what was taken over to its root: those are few beside all that may be read.
    edges = Adoption.objects.filter(adopted_on__lte=on).order_by()
    lasting = edges.alive_at("half_year_on").filter(half_year_on__lte=on)
    return {
        "spread": practices.order_by().filter(pk__in=edges.values("root")),
        "lasting": practices.order_by().filter(pk__in=lasting.values("root")),
    }


def _by_root(keys: list[int], on: dt.date) -> dict[int, LifeNumbers]:
    old_enough = Q(half_year_on__lte=on)
    outlived = Q(practice__stopped_on__isnull=True) | Q(practice__stopped_on__gt=F("half_year_on"))
    found = Adoption.objects.filter(root__in=keys, adopted_on__lte=on).order_by().values("root_id")
    rows = found.annotate(
        taken_over=Count("pk"),
        gone=Count("pk", filter=Q(practice__stopped_on__lte=on)),
        observed=Count("pk", filter=old_enough),
        alive=Count("pk", filter=old_enough & outlived),
    ).values_list("root_id", "taken_over", "gone", "observed", "alive")
    return {root: LifeNumbers(*counts) for root, *counts in rows}


def _below(roots: dict[int, int], on: dt.date) -> dict[int, LifeNumbers]:
    """Numbers of copies: each walks down the edges of its root."""
    edges: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    rows = Adoption.objects.filter(root__in=set(roots.values()), adopted_on__lte=on)
    for origin, *edge in rows.values_list("origin_id", "practice_id", "half_year_on", "practice__stopped_on"):
        edges[origin].append(tuple(edge))
    return {key: _tally(key, edges, on) for key in roots}


def _tally(key: int, edges: dict[int, list[tuple[Any, ...]]], on: dt.date) -> LifeNumbers:
    taken_over = stopped = observed = alive = 0
    queue = [key]
    while queue:
        for practice, half_year_on, stopped_on in edges.get(queue.pop(), ()):
            queue.append(practice)
            taken_over += 1
            stopped += stopped_on is not None and stopped_on <= on
            if half_year_on <= on:
                observed += 1
                alive += stopped_on is None or stopped_on > half_year_on
    return LifeNumbers(taken_over, stopped, observed, alive)


@dataclass
class PartCount:
    """A core part and what became of it at those who took it over."""

    text: str
    kept: int = 0
    changed: int = 0
    dropped: int = 0
    ways: list[str] = field(default_factory=list)

    @property
    def all(self) -> int:
        """How many told of it."""
        return self.kept + self.changed + self.dropped

    @property
    def kept_percent(self) -> int:
        """Share of those who kept it."""
        return round(self.kept * 100 / self.all) if self.all else 0


def parts_of(practice: Practice, *, ways: int = 3) -> list[PartCount]:
    """Each core part with how many keep, change or drop it, and up to `ways` ways in which it was changed."""
    parts = {part.pk: PartCount(part.text) for part in practice.core_parts.all()}
    told = AdoptedPart.objects.filter(core__in=parts).values_list("core_id", "fate", "why")
    for core, fate, why, count in told.annotate(n=Count("pk")).order_by("core_id", "-n", "why"):
        part = parts[core]
        setattr(part, fate, getattr(part, fate) + count)
        if fate == CHANGED and len(part.ways) < ways:
            part.ways.append(why)
    return list(parts.values())


def adopters_of(practice: Practice) -> AdoptionQuerySet:
    """Who took it over, in all generations that came from it, the newest first."""
    found = Adoption.objects.filter(root=practice)
    if (above := Adoption.objects.filter(practice=practice).first()) is not None:
        found = Adoption.objects.filter(practice__in=_after(practice.pk, above.root_id))
    return found.select_related("practice__unit", "origin__unit").order_by("-adopted_on", "-pk")


def _after(key: int, root: int) -> list[int]:
    """The practices that came from this one, hand to hand."""
    children: dict[int, list[int]] = defaultdict(list)
    edges = Adoption.objects.filter(root=root).order_by()
    for origin, practice in edges.values_list("origin_id", "practice_id"):
        children[origin].append(practice)
    found, queue = [], [key]
    while queue:
        new = children.get(queue.pop(), [])
        found += new
        queue += new
    return found


def with_names(adoptions: Iterable[Adoption], on: dt.date) -> list[Any]:
    """Adds `then` and `now` (the adopter's name on the day it took over, and today or of who continues it) and
    `learned_from`, in a constant number of questions."""
    rows: list[Any] = list(adoptions)
    units = {row.practice.unit_id for row in rows} | {row.origin.unit_id for row in rows}
    names = organisation.names_of(units, on)
    heirs = organisation.heirs_of(units, on)
    heir_names = organisation.names_of(set(heirs.values()), on)
    for row in rows:
        unit = row.practice.unit_id
        row.then = row.practice.place_name
        row.now = heir_names.get(heirs.get(unit, unit), names.get(unit, row.then))
        row.learned_from = names.get(row.origin.unit_id, row.origin.place_name)
    return rows


def due_question(adoption: Adoption, on: dt.date) -> dt.date | None:
    """The day of the question that waits for an answer; None when none does."""
    answered = adoption.checkups.aggregate(last=Max("due_on"))["last"]
    return rules.question_due(adoption.adopted_on, answered, on)


def waiting_for_an_answer(actor: Actor) -> list[tuple[Adoption, dt.date]]:
    """What the actor's unit took over and is asked about today, with the day of the question, the oldest first.

    No question fell on a day before the office began.
    """
    if not actor.may("practices.judge"):
        return []
    running = Adoption.objects.filter(practice__status=RUNNING, half_year_on__lte=actor.on)
    asked = actor.in_own_unit(running, "practice__unit").annotate(answered=Max("checkups__due_on"))
    due = [
        (adoption, rules.question_due(adoption.adopted_on, adoption.answered, actor.on))
        for adoption in asked.select_related("practice")
    ]
    asked_here = ((one, day) for one, day in due if day and falls_due(day, actor.since))
    return sorted(asked_here, key=lambda pair: (pair[1], pair[0].pk))


def helping(practice: Practice) -> AdoptionQuerySet:
    """Those who keep it going and have told of a result, the latest first: whom the originating cell helps."""
    going_on = adopters_of(practice).filter(practice__status=RUNNING)
    return going_on.filter(practice__result_on__isnull=False).order_by("-practice__result_on", "-pk")


LATELY = dt.timedelta(days=30)


def helping_lately(actor: Actor) -> list[tuple[Practice, int]]:
    """The practices thought out in the actor's unit of whose use elsewhere a result was told in the last 30 days,
    each with how many units keep it going."""
    if not actor.may("practices.judge"):
        return []
    told = Adoption.objects.filter(practice__status=RUNNING, practice__result_on__gt=actor.on - LATELY)
    roots = actor.in_own_unit(told, "root__unit").values("root")
    own = list(Practice.objects.filter(pk__in=roots).order_by("pk"))
    numbers = numbers_of(own, actor.on) if own else {}
    return [(practice, numbers[practice.pk].running) for practice in own]
