"""Planning an inspection, deciding it, dropping it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from lantoa.foundation.dates import show_date
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.supervision import queries, rules
from lantoa.supervision.models import FileDocument, Inspection, YearProgramme
from lantoa.supervision.words import UNFORESEEN


@transaction.atomic
def plan(
    programme: YearProgramme,
    *,
    by: Actor,
    kind: str,
    unit: Unit,
    what: str,
    person: Person | None = None,
    covers_from: dt.date | None = None,
    covers_to: dt.date | None = None,
    month: int | None = None,
    led_by: Person | None = None,
    team: str = "",
) -> Inspection:
    """One more line of the programme: of an organisation below, or of a person there.

    NotAllowed for who does not plan for the programme's unit; BadInput for what is missing.
    """
    rules.must_plan(queries.plans(programme, by))
    rules.must_plan(not by.is_one_with(person.pk if person else None))
    one = Inspection(programme=programme, written_by=by.person)
    _say(one, kind, unit, what, person, (covers_from, covers_to), month, led_by, team, on=by.on)
    one.save()
    note_act("planned", one, by, note=one.what)
    return one


@transaction.atomic
def change(one: Inspection, *, by: Actor, **said: Any) -> Inspection:
    """A line of the programme before it is begun; takes what `plan` takes. Conflict once it is decided."""
    lock(one)
    rules.must_plan(queries.keeps_file(one, by))
    rules.must_be_unbegun(one.status)
    named = said.get("person")
    rules.must_plan(not by.is_one_with(named.pk if named else None))
    covers = (said.pop("covers_from", None), said.pop("covers_to", None))
    values = (said.get("month"), said.get("led_by"), said.get("team", ""))
    _say(one, said["kind"], said["unit"], said["what"], said.get("person"), covers, *values, on=by.on)
    one.save()
    note_act("changed", one, by, note=one.what)
    return one


def _say(
    one: Inspection,
    kind: str,
    unit: Unit,
    what: str,
    person: Person | None,
    covers: tuple[dt.date | None, dt.date | None],
    month: int | None,
    led_by: Person | None,
    team: str,
    *,
    on: dt.date,
) -> None:
    what = clean(what)
    rules.must_be_planned(kind=kind, what=what, covers=covers, month=month, is_led=led_by is not None)
    body = one.programme.unit
    is_itself = unit == body
    below = not is_itself and organisation.is_under(unit, body, on)
    rules.must_be_below(is_below=below, is_itself=is_itself, names_person=person is not None)
    of_unit = led_by is not None and person is None and queries.belongs_to(led_by, unit, on)
    rules.must_be_led_by_another(is_subject=led_by is not None and led_by == person, is_of_the_unit=of_unit)
    one.kind, one.unit, one.person, one.what = kind, unit, person, what
    one.covers_from, one.covers_to = covers
    one.month, one.led_by, one.team = month, led_by, clean(team)[:500]


@transaction.atomic
def open_inspection(
    one: Inspection, *, by: Actor, decision_number: str, decided_on: dt.date | None
) -> Inspection:
    """It was decided: the file of twelve papers begins, those that have a deadline by rule with it."""
    lock(one)
    rules.must_plan(queries.keeps_file(one, by))
    rules.must_have_a_file(one.kind)
    number = clean(decision_number)[:40]
    rules.must_be_decided(number, decided_on, by.on)
    assert decided_on
    begun = {"decision_number": number, "decided_on": decided_on, "begun_on": decided_on}
    rules.STEPS.move(one, rules.OPEN, **begun)
    due = rules.first_deadlines(decided_on)
    FileDocument.objects.bulk_create(
        FileDocument(inspection=one, kind=kind, order=order, due=due.get(kind))
        for order, kind in enumerate(rules.PAPERS, start=1)
    )
    note_act("opened", one, by, note=f"{number}, {show_date(decided_on)}")
    return one


@transaction.atomic
def drop(one: Inspection, *, by: Actor, why: str) -> Inspection:
    """It does not take place, and why."""
    lock(one)
    rules.must_plan(queries.keeps_file(one, by))
    why = clean(why)
    rules.must_say_why(why)
    rules.STEPS.move(one, rules.DROP, dropped_why=why)
    note_act("dropped", one, by, note=why)
    return one


def lock(one: Inspection) -> None:
    """Nobody else changes it until the act is over."""
    one.refresh_from_db(from_queryset=Inspection.objects.select_for_update())


def note_act(verb: str, one: Inspection, by: Actor, note: str = "") -> None:
    """One event. What concerns a person is recorded without a unit: the history above does not tell what pages hide.

    Nor does it tell a unit what it has not been told: a draft of the programme, or what no programme foresees.
    """
    foreseen = one.programme.issued_on is not None and one.kind not in UNFORESEEN
    concerned = one.unit if one.begun_on or foreseen else one.programme.unit
    unit = None if one.person_id else concerned
    record(f"inspection.{verb}", one, by=by, unit=unit, note=note, after={"status": one.status})
