"""Questions to rounds: whom one asks, where it overlaps another, who has answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db.models import Count, Q, QuerySet

from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import Period
from lantoa.foundation.text import title_key
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.actors import Actor
from lantoa.rounds import rules
from lantoa.rounds.models import Answer, Bound, Item, Line, Round
from lantoa.rounds.rules import WITHDRAWN
from lantoa.rounds.words import Amount


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


# Months are 28 to 31 days long, quarters 90 to 92, halves 181 to 184.
SAME_LENGTH = 4


@dataclass(frozen=True)
class Row:
    """One unit directly below, and its answer."""

    place: Placement
    answer: Answer
    changed: tuple[
        Line, ...
    ] = ()  # of what waits to be received: the cells that say another number than was counted


def rows_below(found: Round, unit: Unit, on: dt.date) -> list[Row]:
    """Of each unit directly below that is asked: its answer; who has not sent stands first."""
    places = {place.unit_id: place for place in organisation.children(unit, on)}
    below = Placement.objects.on(on).filter(parent=unit).values("unit_id")
    answers = found.answers.standing().filter(unit__in=below).select_related("sent_by", "unit")
    rows = [Row(places[one.unit_id], one) for one in answers]
    for row in rows:
        row.answer.round = found
    order = [rules.ASKED, rules.GIVEN_BACK, rules.SENT, rules.ACCEPTED]
    return sorted(rows, key=lambda row: (order.index(row.answer.status), title_key(row.place.name)))


def with_changes(rows: Sequence[Row]) -> list[Row]:
    """The same rows, those that wait to be received with what was corrected or asked about there; one query."""
    sent = [row.answer.pk for row in rows if row.answer.status == rules.SENT]
    found: dict[int, list[Line]] = {}
    for line in Line.objects.filter(answer__in=sent).exclude(reason="").select_related("item"):
        found.setdefault(line.answer_id, []).append(line)
    return [replace(row, changed=tuple(found.get(row.answer.pk, ()))) for row in rows]


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


def last_said(answer: Answer) -> dict[str, Amount]:
    """code → what the unit said of it in its last earlier round about as long a period."""
    days = (answer.round.ends - answer.round.starts).days
    lines = Line.objects.filter(
        answer__unit=answer.unit_id,
        answer__round__ends__lte=answer.round.starts,
        answer__sent_at__isnull=False,
    )
    found: dict[str, Amount] = {}
    for line in lines.exclude(item__code="").select_related("item__round").order_by("-item__round__ends"):
        asked = line.item.round
        if abs((asked.ends - asked.starts).days - days) <= SAME_LENGTH:
            found.setdefault(line.item.code, line.total)
    return found


def bounds_for(answer: Answer, on: dt.date) -> list[tuple[str, str]]:
    """The rules between figures that hold for the unit: (never more, than)."""
    line = [*(place.unit_id for place in organisation.ancestors(answer.unit, on)), answer.unit_id]
    return list(Bound.objects.for_line(line).values_list("part", "whole"))


def answers_above(answer: Answer, on: dt.date) -> list[Answer]:
    """The answers of the units above that the round asks, the nearest first."""
    line = [place.unit_id for place in organisation.ancestors(answer.unit, on)]
    found = {
        one.unit_id: one
        for one in Answer.objects.filter(round=answer.round_id, unit__in=line).select_related("unit", "round")
    }
    return [found[unit] for unit in reversed(line) if unit in found]


def receives(actor: Actor, answer: Answer) -> bool:
    """Whether the actor's unit is the one directly above, as the round asks it."""
    above = answers_above(answer, actor.on)
    return bool(above) and above[0].unit_id == (actor.unit.pk if actor.unit else None)


def children_to_accept(answer: Answer, on: dt.date) -> QuerySet[Answer]:
    """The answers of the units directly below that were sent and not received yet."""
    below = Placement.objects.on(on).filter(parent=answer.unit_id).values("unit_id")
    return Answer.objects.standing().filter(round=answer.round_id, unit__in=below, status=rules.SENT)


def with_round(answers: QuerySet[Answer]) -> QuerySet[Answer]:
    """With what a page of one answer shows."""
    people = ("sent_by", "accepted_by", "reopen_asked_by")
    return answers.select_related("round__unit", "unit", "carried_by__unit", *people)


def to_send(actor: Actor) -> QuerySet[Answer]:
    """What the actor's own unit has not sent yet; the nearest deadline first."""
    mine = Answer.objects.untold().filter(unit=actor.unit)
    return mine.select_related("round").order_by("round__due_on", "pk")


def asked_to_reopen(actor: Actor) -> QuerySet[Answer]:
    """Requests of others to open again what the actor's unit, or one directly below it, has sent."""
    asked = (
        Answer.objects.standing()
        .filter(reopen_asked_by__isnull=False)
        .exclude(reopen_asked_by__in=actor.one_with)
    )
    below = Placement.objects.on(actor.on).filter(parent=actor.unit).values("unit_id")
    found = in_any(asked, Answer.objects.filter(unit=actor.unit), Answer.objects.filter(unit__in=below))
    return found.select_related("round").order_by("pk")


def to_receive(actor: Actor) -> list[tuple[Round, int]]:
    """Open rounds in which units directly below have sent, and how many wait to be received."""
    below = Placement.objects.on(actor.on).filter(parent=actor.unit).values("unit_id")
    sent = Q(answers__status=rules.SENT, answers__carried_by__isnull=True, answers__unit__in=below)
    found = Round.objects.open().filter(sent).annotate(n=Count("answers", filter=sent, distinct=True))
    return [(one, one.n) for one in found.order_by("due_on", "pk")]


def rounds_that_may_ask(unit: Unit, on: dt.date) -> list[Round]:
    """Open rounds that ask this unit already, or that a unit in its line opened."""
    line = [*(place.unit_id for place in organisation.ancestors(unit, on)), unit.pk]
    opened_above = Round.objects.filter(unit__in=line)
    asking = Answer.objects.filter(unit=unit).values("round_id")
    return list(in_any(Round.objects.open(), opened_above, asking).select_related("unit"))


def late_answers(unit: Unit, on: dt.date) -> QuerySet[Answer]:
    """Of the unit and all below it: what was not sent by its day, the longest late first."""
    found = organisation.within(Answer.objects.overdue(on), unit, on=on)
    return found.select_related("round", "unit").order_by("round__due_on", "pk")


def answers_of_period(unit: Unit, period: Period) -> list[Answer]:
    """What the unit has sent or signed in rounds of exactly this period, the oldest first."""
    told = (
        Answer.objects.standing()
        .told()
        .filter(unit=unit, round__starts=period.starts, round__ends=period.ends)
    )
    return list(
        told.exclude(round__state=WITHDRAWN).select_related("round", "unit").order_by("sent_at", "pk")
    )
