"""Telling what was done, and mending a line that was written wrongly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db import transaction

from lantoa.foundation import attachments, clock
from lantoa.foundation.attachments import Judged
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.registrations import queries, rules
from lantoa.registrations.actions.shared import lock, told_for
from lantoa.registrations.models import Evidence, Progress, RegistrationTask


@transaction.atomic
def record_progress(
    task: RegistrationTask,
    *,
    by: Actor,
    on: dt.date,
    text: str = "",
    value: Decimal | None = None,
    link: str = "",
    photos: Sequence[Judged] = (),
    at: dt.datetime | None = None,
) -> Progress:
    """One line on a task, with its number and its photos: all of it or nothing.

    BadInput for a day in the future, an empty line or too many photos; Conflict before it is approved.
    """
    registration = lock(task.registration)
    rules.must_own(queries.is_own(registration, by) or queries.records_for(registration, by))
    rules.must_be_under_way(registration.status)
    rules.must_be_past(on, by.on, registration.year)
    rules.must_be_few(len(photos))
    text = clean(text)
    rules.must_say_something(text, value)
    line = Progress.objects.create(
        task=task,
        on=on,
        text=text,
        value=value,
        link=link,
        recorded_at=at or clock.now(),
        recorded_by=by.person,
    )
    for photo in photos:
        Evidence.objects.create(progress=line, attachment=attachments.keep(photo, by=by))
    record(
        "progress.recorded",
        registration,
        by=by,
        unit=registration.unit,
        note=str(line),
        after=_as_line(line),
        on_behalf_of=told_for(registration, by),
    )
    return line


@transaction.atomic
def correct_progress(
    line: Progress, *, by: Actor, on: dt.date, text: str = "", value: Decimal | None = None, link: str = ""
) -> Progress:
    """Mend a line that was written wrongly; what it said before stays in the history."""
    registration = lock(line.task.registration)
    rules.must_own(queries.may_mend_line(line, by))
    rules.must_be_under_way(registration.status)
    rules.must_be_past(on, by.on, registration.year)
    text, before = clean(text), _as_line(line)
    rules.must_say_something(text, value)
    line.on, line.text, line.value, line.link = on, text, value, link
    line.recorded_by, line.confirmed_on, line.confirmed_how = by.person, None, ""
    line.save(update_fields=["on", "text", "value", "link", "recorded_by", "confirmed_on", "confirmed_how"])
    record(
        "progress.corrected",
        registration,
        by=by,
        unit=registration.unit,
        note=str(line),
        before=before,
        after=_as_line(line),
        on_behalf_of=told_for(registration, by),
    )
    return line


@transaction.atomic
def take_back_line(line: Progress, *, by: Actor, note: str = "") -> None:
    """Its owner takes out a line that somebody else typed for her; what it said stays in the history.

    NotAllowed for anybody else's line, and for what she has told or confirmed herself.
    """
    lock(line.task.registration)
    rules.must_take_back(queries.may_take_back(line, by))
    note_line_out(line, by=by, note=clean(note) or str(line))


def note_line_out(line: Progress, *, by: Actor, note: str) -> None:
    """The line goes; what it said stays in the history."""
    registration = line.task.registration
    record(
        "progress.withdrawn",
        registration,
        by=by,
        unit=registration.unit,
        note=note,
        before=_as_line(line),
    )
    line.delete()


def _as_line(line: Progress) -> dict[str, Any]:
    value = None if line.value is None else float(line.value)
    return {"on": line.on.isoformat(), "text": line.text, "value": value, "link": line.link}
