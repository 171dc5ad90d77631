"""Incidents with personal data: written down, put right, told to whom it concerns, closed with what was learnt."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from lantoa.foundation import clock
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor, heads_the_tree
from lantoa.personal_data import queries, rules
from lantoa.personal_data.models import Incident, IncidentNotice, IncidentTerm
from lantoa.personal_data.words import IncidentStatus


@transaction.atomic
def record_incident(
    *, by: Actor, unit: Unit, title: str, what: str, noticed_at: dt.datetime, **said: Any
) -> Incident:
    """One incident of a unit; its clock begins when it was noticed. BadInput for a moment yet to come."""
    rules.must_answer_for_unit(may=by.may("personal_data.answer") and by.reaches(unit))
    rules.must_be_noticed_by_now(noticed_at, clock.now())
    term = queries.incident_term_on(noticed_at.date())
    one = Incident.objects.create(
        unit=unit,
        title=clean(title),
        what=clean(what),
        noticed_at=noticed_at,
        report_by=rules.hours_after(noticed_at, term.hours if term else None),
        recorded_by=by.person,
        **said,
    )
    record("incident.recorded", one, by=by, unit=unit)
    return one


@transaction.atomic
def mend_incident(one: Incident, *, by: Actor, **said: Any) -> Incident:
    """What is known by now; when it was noticed stays. Conflict for one that is closed."""
    _must_be_open(one, by)
    before = {name: getattr(one, name) for name in said}
    for name, value in said.items():
        setattr(one, name, clean(value) if isinstance(value, str) else value)
    one.save(update_fields=list(said))
    names: dict[str, Any] = {field.name: field for field in Incident._meta.concrete_fields}
    changed = [str(names[name].verbose_name) for name in said if before[name] != getattr(one, name)]
    record("incident.mended", one, by=by, unit=one.unit, note=", ".join(changed))
    return one


@transaction.atomic
def note_told(
    one: Incident, *, by: Actor, to: str, name: str, at: dt.datetime, how: str = ""
) -> IncidentNotice:
    """Somebody was told. BadInput for a moment before it was noticed, or yet to come."""
    _must_be_open(one, by)
    rules.must_be_told_after(at, one.noticed_at, clock.now())
    made = IncidentNotice.objects.create(
        incident=one, to=to, name=clean(name), at=at, how=clean(how), recorded_by=by.person
    )
    record("incident.told", one, by=by, unit=one.unit, after={"to": to, "at": at.isoformat()})
    return made


@transaction.atomic
def close_incident(one: Incident, *, by: Actor, lesson: str) -> Incident:
    """Over, with its cause and what was learnt."""
    _must_be_open(one, by)
    lesson = clean(lesson)
    rules.must_give_reason(lesson, "lesson")
    rules.INCIDENT_STEPS.move(one, rules.CLOSE, lesson=lesson, closed_by=by.person, closed_on=by.on)
    record("incident.closed", one, by=by, unit=one.unit)
    return one


@transaction.atomic
def set_incident_term(
    *, by: Actor, starts: dt.date, hours: int | None = None, basis: str = ""
) -> IncidentTerm:
    """Within how many hours incidents noticed from that day on are reported."""
    rules.must_keep_terms(heads_the_tree=by.may("personal_data.answer") and heads_the_tree(by))
    said = {"hours": hours, "basis": clean(basis)}
    term, _is_new = IncidentTerm.objects.update_or_create(starts=starts, defaults=said)
    record("incident.term_set", term, by=by, unit=by.unit, after=said)
    return term


def _must_be_open(one: Incident, by: Actor) -> None:
    one.refresh_from_db(from_queryset=Incident.objects.select_for_update())
    rules.must_answer_for_unit(may=by.may("personal_data.answer") and by.reaches(one.unit))
    rules.must_not_be_closed(is_open=one.status == IncidentStatus.OPEN)
