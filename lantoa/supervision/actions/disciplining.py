"""Decisions of discipline: written down by the body that decided, answered, ended. A person's bears no unit."""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction

from lantoa.foundation.dates import show_date
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.supervision import queries, rules
from lantoa.supervision.models import Discipline, Inspection


@transaction.atomic
def write_discipline(
    *,
    by: Actor,
    unit: Unit,
    form: str,
    what: str,
    decision_number: str,
    decided_on: dt.date | None,
    person: Person | None = None,
    inspection: Inspection | None = None,
) -> Discipline:
    """A decision of the actor's own body about an organisation below it, or a person of it or below.

    NotAllowed for who does not plan there and of whom she is one with; BadInput for what is missing, or a decision that
    stands there already.
    """
    rules.must_plan(by.may("supervision.plan") and by.unit is not None)
    assert by.unit
    rules.must_not_be_hers(by.is_one_with(person.pk if person else None))
    below = unit != by.unit and organisation.is_under(unit, by.unit, by.on)
    rules.must_be_below(is_below=below, is_itself=unit == by.unit, names_person=person is not None)
    form, what, number = clean(form)[:120], clean(what), clean(decision_number)[:40]
    rules.must_be_disciplined(form, what, number, decided_on, by.on)
    whom = {"person": person} if person else {"person": None, "unit": unit}
    rules.must_be_new(Discipline.objects.filter(body=by.unit, decision_number=number, **whom).exists())
    assert decided_on
    try:
        with transaction.atomic():
            one = Discipline.objects.create(
                body=by.unit,
                unit=unit,
                person=person,
                inspection=inspection,
                form=form,
                what=what,
                decision_number=number,
                decided_on=decided_on,
                written_by=by.person,
            )
    except IntegrityError:  # somebody wrote the same in the same moment
        rules.must_be_new(True)
        raise
    _record("written", one, by)
    return one


@transaction.atomic
def reply_to_discipline(one: Discipline, *, by: Actor, text: str) -> Discipline:
    """The word of whom it is about; shown wherever the decision is shown."""
    _lock(one)
    rules.must_be_about_her(queries.is_disciplined(one, by))
    text = clean(text)
    rules.must_say_why(text, "text")
    one.reply, one.replied_on = text, by.on
    one.save(update_fields=["reply", "replied_on"])
    _record("answered", one, by)
    return one


@transaction.atomic
def end_discipline(one: Discipline, *, by: Actor, ended_on: dt.date | None, ended_why: str) -> Discipline:
    """It is no longer in force, by which paper. Conflict when that was written down before."""
    _lock(one)
    rules.must_plan(queries.keeps_discipline(one, by))
    rules.must_not_be_hers(by.is_one_with(one.person_id))
    rules.must_be_in_force(one.is_in_force)
    why = clean(ended_why)[:300]
    rules.must_end(ended_on, why, one.decided_on, by.on)
    one.ended_on, one.ended_why = ended_on, why
    one.save(update_fields=["ended_on", "ended_why"])
    _record("ended", one, by, show_date(ended_on) if ended_on else "")
    return one


def _lock(one: Discipline) -> None:
    one.refresh_from_db(from_queryset=Discipline.objects.select_for_update())


def _record(verb: str, one: Discipline, by: Actor, note: str = "") -> None:
    unit = None if one.person_id else one.unit
    record(f"discipline.{verb}", one, by=by, unit=unit, note=note)
