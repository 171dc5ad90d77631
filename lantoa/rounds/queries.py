"""Questions to rounds: whom one asks, where it overlaps another, who has answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import Period
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.actors import Actor
from lantoa.rounds import rules
from lantoa.rounds.models import Answer, Item, Round


def asked_below(unit: Unit, lowest: str, on: dt.date) -> QuerySet[Placement]:
    """Where the units stand that a round of this unit asks, without itself, in the order of the tree."""
    levels = rules.levels_asked(unit.level, lowest)
    return organisation.subtree(unit, on).filter(unit__level__in=levels).exclude(unit=unit)


def lowest_of(unit: Unit, lowest: str, on: dt.date) -> Placement | None:
    """The first unit of the lowest level asked: whose form a preview shows."""
    found = asked_below(unit, lowest, on).filter(unit__level=lowest)
    return found.select_related("unit").first()


def rounds_over(unit: Unit, period: Period, on: dt.date) -> QuerySet[Round]:
    """Open rounds of units in the line of this one or below it, whose period shares days with this one."""
    line = [*(place.unit_id for place in organisation.ancestors(unit, on)), unit.pk]
    open_ones = Round.objects.open().crossing(period)
    below = organisation.units_within(unit, on)
    return in_any(open_ones, Round.objects.filter(unit__in=line), Round.objects.filter(unit__in=below))


def asked_twice(found: Round, codes: Iterable[str]) -> list[str]:
    """The labels of the figures that this round asks too."""
    return list(Item.objects.filter(round=found, code__in=list(codes)).values_list("label", flat=True))


@dataclass(frozen=True)
class Row:
    """One unit directly below, and its answer."""

    place: Placement
    answer: Answer


def rows_below(found: Round, unit: Unit, on: dt.date) -> list[Row]:
    """Of each unit directly below that is asked: its answer; who has not sent stands first."""
    places = {place.unit_id: place for place in organisation.children(unit, on)}
    below = Placement.objects.on(on).filter(parent=unit).values("unit_id")
    answers = found.answers.standing().filter(unit__in=below).select_related("sent_by", "unit")
    rows = [Row(places[one.unit_id], one) for one in answers]
    for row in rows:
        row.answer.round = found
    order = [rules.ASKED, rules.GIVEN_BACK, rules.SENT, rules.ACCEPTED]
    return sorted(rows, key=lambda row: (order.index(row.answer.status), row.place.path))


def own_answer(found: Round, actor: Actor) -> Answer | None:
    """What the actor's own unit is asked, as it stands."""
    mine = actor.in_own_unit(found.answers.standing()).select_related("unit", "sent_by", "accepted_by")
    if (answer := mine.first()) is not None:
        answer.round = found
    return answer


def with_counts(rounds: QuerySet[Round]) -> QuerySet[Round]:
    """With how many were asked and how many have answered."""
    standing = Q(answers__carried_by__isnull=True)
    told = standing & Q(answers__status__in=[rules.SENT, rules.ACCEPTED])
    asked = Count("answers", filter=standing)
    counted = rounds.annotate(asked=asked, answered=Count("answers", filter=told)).select_related("unit")
    # "open" comes after "closed": whatever still takes answers stands first, the newest within.
    return counted.order_by("-state", "-opened_at", "-pk")
