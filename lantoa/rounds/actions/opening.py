"""Opening a round for a unit and what lies below it; closing and withdrawing one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db import transaction

from lantoa.foundation.dates import Period
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.rounds import choosing, queries, rules
from lantoa.rounds.models import Answer, Item, Round

AT_ONCE = 2000


@transaction.atomic
def open_round(
    *,
    by: Actor,
    title: str,
    period: Period,
    due_on: dt.date,
    lowest: str,
    figures: Sequence[str],
    prose: Iterable[str] = (),
    note: str = "",
    outlier_percent: int = 50,
) -> Round:
    """Ask the actor's unit and everything below it, down to the level `lowest`.

    `figures` are codes of measures and indicators, `prose` headings of cells in words. BadInput when nobody is asked,
    nothing is asked, the deadline has passed, or an open round asks the same units the same figure of the same days.
    """
    rules.must_open_for_own(by.unit is not None)
    assert by.unit is not None
    items = choosing.items_of(figures, prose, by.unit, by.on)
    levels = rules.levels_asked(by.unit.level, lowest)
    asked = list(queries.asked_below(by.unit, lowest, by.on).values_list("unit_id", flat=True))
    rules.must_have_below(levels, len(asked))
    rules.must_be_due_in_time(due_on, period, by.on)
    must_not_overlap(by.unit, period, items, by.on)
    found = Round.objects.create(
        unit=by.unit,
        title=clean(title),
        starts=period.starts,
        ends=period.ends,
        due_on=due_on,
        lowest=lowest,
        note=clean(note),
        outlier_percent=outlier_percent,
        opened_by=by.person,
        opened_on=by.on,
    )
    _ask(found, items, [by.unit.pk, *asked], by.on)
    record("round.opened", found, by=by, unit=by.unit, note=found.title)
    return found


def _ask(found: Round, items: Sequence[Item], units: Sequence[int], on: dt.date) -> None:
    for item in items:
        item.round = found
    Item.objects.bulk_create(items)
    answers = (Answer(round=found, unit_id=unit, asked_on=on) for unit in units)
    Answer.objects.bulk_create(answers, batch_size=AT_ONCE)


def must_not_overlap(unit: Unit, period: Period, items: Iterable[Item], on: dt.date) -> None:
    """BadInput naming the open round that asks the same units the same figure of the same days."""
    codes = [item.code for item in items if item.code]
    for other in queries.rounds_over(unit, period, on):
        rules.must_not_overlap(other.title, other.period.label, queries.asked_twice(other, codes))


@transaction.atomic
def close_round(found: Round, *, by: Actor) -> Round:
    """Take no more answers; what was sent stands. NotAllowed for who does not act for the unit that opened it."""
    rules.must_be_own_round(by.unit == found.unit)
    rules.LIFE_OF_A_ROUND.move(found, rules.CLOSE)
    record("round.closed", found, by=by, unit=found.unit, note=found.title)
    return found


@transaction.atomic
def withdraw_round(found: Round, *, by: Actor, reason: str) -> Round:
    """Take back a round opened by mistake, while nobody has answered it."""
    rules.must_be_own_round(by.unit == found.unit)
    rules.must_be_unanswered(found.answers.told().count())
    rules.must_say_why(clean(reason))
    rules.LIFE_OF_A_ROUND.move(found, rules.WITHDRAW)
    record("round.withdrawn", found, by=by, unit=found.unit, note=clean(reason))
    return found
