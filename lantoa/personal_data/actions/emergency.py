"""Opening in an emergency: two persons, a reason, an end; whom it concerns is told at once and sees who read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from lantoa.foundation import clock
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people import actions as people
from lantoa.people import rules as second
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.personal_data import queries, rules
from lantoa.personal_data.models import Emergency

READ = "emergency.read"


@transaction.atomic
def ask_to_open(person: Person, *, by: Actor, parts: Sequence[str], reason: str, hours: int) -> Emergency:
    """Ask to read these parts of what is kept of one person, for so many hours after a second person agrees.

    NotAllowed for who has not the right, for oneself and out of reach; BadInput without a part or a reason.
    """
    rules.must_ask_to_open(
        may=by.may("personal_data.ask_to_open") and by.person is not None, is_own=by.is_one_with(person.pk)
    )
    assert by.person is not None
    reason, unit = clean(reason), queries.home_of(person, by.on)
    rules.must_open_something(parts, reason)
    rules.must_lie_in_reach(reaches=by.reaches(unit))
    one = Emergency.objects.create(
        person=person,
        unit=unit,
        parts=sorted(parts),
        reason=reason,
        hours=hours,
        asked_by=by.person,
        asked_in=by.unit,
        asked_on=by.on,
    )
    record("emergency.asked", one, by=by, unit=unit, after={"hours": hours})
    return one


@transaction.atomic
def agree_to_open(one: Emergency, *, by: Actor) -> Emergency:
    """The second person agrees: open from now on, and the person concerned is told.

    NotAllowed for who asked, for whom it concerns, for who is below the one who asked, and without the right.
    """
    held = _answering(one, by)
    now = clock.now()
    rules.OPENING_STEPS.move(
        held,
        rules.OPEN,
        answered_by=by.person,
        answered_at=now,
        until=now + dt.timedelta(hours=held.hours),
    )
    told = {"until": held.until.isoformat() if held.until else "", "asked_by": str(held.asked_by)}
    record("emergency.agreed", held, by=by, unit=held.unit, after=told)
    return held


@transaction.atomic
def refuse_to_open(one: Emergency, *, by: Actor, reason: str) -> Emergency:
    """The second person does not agree, and says why."""
    held = _answering(one, by)
    reason = clean(reason)[:300]
    rules.must_give_reason(reason, "reason")
    rules.OPENING_STEPS.move(
        held, rules.REFUSE, answered_by=by.person, answered_at=clock.now(), refusal=reason
    )
    record("emergency.refused", held, by=by, unit=held.unit)
    return held


@transaction.atomic
def end_opening(one: Emergency, *, by: Actor) -> Emergency:
    """Who asked takes it back, or shuts what is open before its time; who agreed may shut it as well."""
    held = _held(one)
    is_asker = by.is_one_with(held.asked_by_id)
    rules.must_be_one_of_the_two(is_one=is_asker or by.is_one_with(held.answered_by_id))
    rules.OPENING_STEPS.move(held, rules.END)
    record("emergency.ended", held, by=by, unit=held.unit)
    return held


def note_reading(one: Emergency, *, by: Actor) -> None:
    """Who asked reads, no deputy of hers: the opening and each paper written down when read leave one event a day.

    NotAllowed for anybody else, and when its time is over.
    """
    is_asker = by.person is not None and by.person.pk == one.asked_by_id
    rules.must_be_open_for(is_asker=is_asker, is_open=one.is_open())
    people.note_opening(one, READ, unit=one.unit, by=by)
    for paper, verb in queries.papers_opened(one):
        people.note_opening(paper, verb, unit=one.unit, by=by)


def _held(one: Emergency) -> Emergency:
    found = Emergency.objects.select_for_update(of=("self",)).select_related("person", "unit", "asked_by")
    return found.get(pk=one.pk)


def _answering(one: Emergency, by: Actor) -> Emergency:
    held = _held(one)
    rules.must_give_the_second_word(
        may=by.person is not None and by.may("personal_data.agree_to_open") and by.reaches(held.unit)
    )
    second.must_be_a_second_person(
        is_asker=by.is_one_with(held.asked_by_id),
        is_owner=by.is_one_with(held.person_id),
        is_below=queries.is_below_who_asked(held, by),
    )
    return held
