"""What is done to shortcomings: write down, report mended, send back, verify, reply, take out.

Each act locks the row, checks, changes and writes one history event, all in one transaction. What concerns a
person is recorded without a unit, so that the history of the levels above does not tell what the page hides.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import attachments, clock
from lantoa.foundation.attachments import Judged
from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.meetings.models import Meeting
from lantoa.organisation.models import Unit
from lantoa.people import actions as people
from lantoa.people.actors import EVERYTHING, Actor
from lantoa.people.models import Person
from lantoa.people.queries import head_of
from lantoa.shortcomings import queries, rules
from lantoa.shortcomings.models import FoundAgain, Shortcoming
from lantoa.shortcomings.words import Source


def note_opening(one: Shortcoming, *, by: Actor) -> None:
    """Somebody other than whom it is about has read it today: for her to know, for nobody above."""
    people.note_opening(one, queries.OPENED, unit=one.kept_by, by=by)


def note_list(found: Iterable[Shortcoming], *, by: Actor) -> None:
    """The same of each in a list that leaves as a file or on paper."""
    people.note_list(found, queries.OPENED, by=by)


@transaction.atomic
def write_down(
    *,
    by: Actor,
    finding: str,
    deadline: dt.date | None,
    person: Person | None = None,
    unit: Unit | None = None,
    source: str = Source.SELF,
    source_note: str = "",
    found_on: dt.date | None = None,
    meeting: Meeting | None = None,
    owner: Person | None = None,
    cause: str = "",
    remedy: str = "",
    field: str = "",
) -> Shortcoming:
    """One shortcoming of `person`, or of `unit` when no person is named.

    NotAllowed for people and units one does not look after, BadInput for what is missing.
    """
    of_oneself = person is not None and person == by.person
    rules.must_write(_may_write(by, person, unit))
    if source not in Source.values or (source == Source.SELF and person and not of_oneself):
        raise BadInput(_("Chọn nơi nêu ra: kiểm điểm, kiểm tra hay giám sát."), "source")
    home = queries.home_of(person, by) if person else unit
    rules.must_write(home is not None)
    assert home
    found_on, finding = meeting.held_on if meeting else found_on or by.on, clean(finding)
    rules.must_be_found(finding, found_on, deadline, by.on)
    assert deadline
    one = Shortcoming.objects.create(
        unit=home,
        person=person,
        kept_by=queries.keeper_of(home, person, by.on),
        finding=finding,
        field=clean(field)[:120],
        source=Source.SELF if of_oneself else source,
        meeting=meeting,
        source_note=clean(source_note)[:200],
        found_on=found_on,
        owner=owner or person,
        cause=clean(cause),
        remedy=clean(remedy),
        deadline=deadline,
        written_by=by.person,
    )
    _record("written", one, by, note=finding)
    return one


@transaction.atomic
def assign(
    *,
    by: Actor,
    unit: Unit,
    person: Person | None,
    finding: str,
    deadline: dt.date | None,
    found_on: dt.date,
    source: str,
    source_note: str = "",
    meeting: Meeting | None = None,
    remedy: str = "",
    owner: Person | None = None,
) -> Shortcoming:
    """What a review or an inspection asks to be mended. The room that calls has judged that `by` may ask it there.

    A unit's is mended by its head where nobody else is named; BadInput for what is missing.
    """
    finding = clean(finding)
    rules.must_be_found(finding, found_on, deadline, by.on)
    assert deadline
    if owner is None and person is None:
        owner = Person.objects.filter(pk=head_of(unit.pk, by.on) or 0).first()
    one = Shortcoming.objects.create(
        unit=unit,
        person=person,
        kept_by=queries.keeper_of(unit, person, by.on),
        finding=finding,
        source=source,
        meeting=meeting,
        source_note=clean(source_note)[:200],
        found_on=found_on,
        owner=owner or person,
        remedy=clean(remedy),
        deadline=deadline,
        written_by=by.person,
    )
    _record("written", one, by, note=finding)
    return one


def _may_write(by: Actor, person: Person | None, unit: Unit | None) -> bool:
    if by.reach == EVERYTHING:
        return True
    if person is not None:
        if person == by.person:
            return by.may("shortcomings.own")
        return queries.people_one_writes_of(by).filter(pk=person.pk).exists()
    return unit in queries.units_one_writes_of(by)


@transaction.atomic
def report_mended(
    one: Shortcoming, *, by: Actor, done: str, mended_on: dt.date | None, evidence: Judged | None = None
) -> Shortcoming:
    """Who mends it says what was done, or the secretary for a member who cannot sign in; a third person verifies it.

    Conflict when it is not open. Reported by the only one who verifies in the cell, it goes to the committee above.
    """
    _lock(one)
    for_another = not queries.mends(one, by)
    rules.must_mend(not for_another or queries.reports_for(one, by))
    done = clean(done)
    rules.must_say_what_was_done(done, mended_on, one.found_on, by.on)
    said: dict[str, Any] = {"done": done, "mended_on": mended_on, "reported_by": by.person}
    if evidence:
        said["evidence"] = attachments.keep(evidence, by=by)
    if for_another:
        concerned = [one.owner_id, by.person.pk if by.person else None]
        said["kept_by"] = queries.keeper_of(one.unit, one.person, by.on, besides=concerned)
    rules.STEPS.move(one, rules.REPORT, **said)
    _record("reported", one, by, note=done, on_behalf_of=str(one.owner) if for_another else "")
    return one


@transaction.atomic
def send_back(one: Shortcoming, *, by: Actor, why: str) -> Shortcoming:
    """Not mended yet, with the reason; its owner goes on."""
    _lock(one)
    _must_verify(one, by)
    why = clean(why)
    rules.must_say_why(why)
    keeper = one.kept_by
    if one.is_reported_for_another:
        keeper = queries.keeper_of(one.unit, one.person, by.on)
    rules.STEPS.move(one, rules.SEND_BACK, sent_back_why=why, kept_by=keeper)
    _record("not_accepted", one, by, note=why)
    return one


@transaction.atomic
def verify(one: Shortcoming, *, by: Actor, note: str = "", meeting: Meeting | None = None) -> Shortcoming:
    """Somebody else has seen that it is mended, at a later meeting if one is named. NotAllowed for who is concerned."""
    _lock(one)
    _must_verify(one, by)
    rules.must_be_a_later_meeting(
        meeting.held_on if meeting else None,
        mended_on=one.mended_on,
        found_at=one.meeting.held_on if one.meeting else None,
    )
    seen: dict[str, Any] = {
        "verified_by": by.person,
        "verified_on": by.on,
        "verified_note": clean(note),
        "verified_meeting": meeting,
    }
    rules.STEPS.move(one, rules.VERIFY, **seen, sent_back_why="")
    _record("verified", one, by, note=one.verified_note)
    return one


@transaction.atomic
def reopen(one: Shortcoming, *, by: Actor, why: str, deadline: dt.date | None) -> Shortcoming:
    """It was found again after it had been verified: back to its owner with a new deadline; each time is kept.

    It is followed where it would be if nobody had reported it yet.

    NotAllowed for whoever it concerns, BadInput without a reason or a day, Conflict when it is not verified.
    """
    _lock(one)
    _must_verify(one, by)
    why = clean(why)
    rules.must_say_why(why)
    rules.must_be_due_again(deadline, by.on)
    verified_on = one.verified_on
    again: dict[str, Any] = {
        "kept_by": queries.keeper_of(one.unit, one.person, by.on),
        "times_reopened": one.times_reopened + 1,
        "reopened_on": by.on,
        "reopened_why": why,
        "deadline": deadline,
        "verified_by": None,
        "verified_on": None,
        "verified_note": "",
        "verified_meeting": None,
    }
    rules.STEPS.move(one, rules.REOPEN, **again)
    assert verified_on
    FoundAgain.objects.create(shortcoming=one, verified_on=verified_on, reopened_on=by.on, why=why)
    _record("reopened", one, by, note=why)
    return one


@transaction.atomic
def reply(one: Shortcoming, *, by: Actor, text: str) -> Shortcoming:
    """The word of whom it is about, shown wherever it is shown; earlier words stay in the history."""
    _lock(one)
    rules.must_be_about_one(queries.is_about(one, by))
    rules.must_still_stand(one.status)
    text = clean(text)
    rules.must_say_why(text, "text")
    one.reply, one.replied_at = text, clock.now()
    one.save(update_fields=["reply", "replied_at"])
    _record("replied", one, by, note=text)
    return one


@transaction.atomic
def withdraw(one: Shortcoming, *, by: Actor, why: str) -> Shortcoming:
    """Taken out by whoever wrote it by mistake, with the reason; whoever it is about still reads that it was."""
    _lock(one)
    rules.must_write(one.written_by_id is not None and by.person is not None and one.written_by == by.person)
    why = clean(why)
    rules.must_say_why(why)
    rules.STEPS.move(one, rules.WITHDRAW)
    _record("withdrawn", one, by, note=why)
    return one


def _lock(one: Shortcoming) -> None:
    one.refresh_from_db(from_queryset=Shortcoming.objects.select_for_update())


def _must_verify(one: Shortcoming, by: Actor) -> None:
    rules.must_verify(may=queries.may_verify(one, by), is_another=queries.is_another(one, by))


def _record(verb: str, one: Shortcoming, by: Actor, note: str, on_behalf_of: str = "") -> None:
    after = {"deadline": show_date(one.deadline), "status": one.status}
    unit = None if one.person_id else one.unit
    record(f"shortcoming.{verb}", one, by=by, unit=unit, note=note, after=after, on_behalf_of=on_behalf_of)
