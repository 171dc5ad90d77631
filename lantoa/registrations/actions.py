"""What is done to registrations: write, send, return, approve, record what was achieved.

Each act locks the paper, checks, changes and writes one history event, all in one transaction.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import attachments, clock
from lantoa.foundation.attachments import Judged
from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.registrations import queries, rules
from lantoa.registrations.models import (
    Evidence,
    Progress,
    Registration,
    RegistrationTask,
    ReturnReason,
)
from lantoa.registrations.rules import Undertaking

TEXTS = ("shortcomings", "thought", "ethics", "method", "style", "example")
LONGEST_TYPED = 4000


# Writing


@transaction.atomic
def start_draft(*, by: Actor, year: int, collective: bool = False) -> Registration:
    """The actor's draft for that year, made if there is none; for her unit when `collective`.

    BadInput for a year that is not open or without a cell, Conflict when it has been sent already.
    """
    if by.person is None or not by.may("registrations.write"):
        raise NotAllowed(_("Vai trò đang dùng không viết bản đăng ký."))
    home = queries.home_of(by.person, by)
    if home is None:
        raise BadInput(_("Đồng chí chưa được xếp vào chi bộ nào. Liên hệ người quản trị."))
    owner: dict[str, Any] = {"person": by.person}
    rest: dict[str, Any] = {"unit": home.unit, "is_party_member": home.is_party_member}
    if collective:
        owner, rest = {"person": None, "unit": by.unit, "subject": Registration.Subject.COLLECTIVE}, {}
    found, is_new = Registration.objects.get_or_create(
        year=year, **owner, defaults={**rest, "entered_by": by.person}
    )
    if is_new:
        rules.must_be_open(year, by.on)
        # Without a unit: nobody above is told that somebody has begun to write.
        record("registration.started", found, by=by, unit=None)
    rules.must_own(queries.is_own(found, by))
    rules.must_be_editable(found.status)
    return found


@transaction.atomic
def keep_typed(
    *, by: Actor, year: int, typed: Mapping[str, str], at: dt.datetime | None = None
) -> Registration:
    """Keep the boxes exactly as they stand, unread: a draft is never lost for an unfinished date."""
    registration = _lock(start_draft(by=by, year=year))
    rules.must_be_editable(registration.status)
    registration.typed = {name: text[:LONGEST_TYPED] for name, text in typed.items()}
    registration.saved_at = at or clock.now()
    registration.save(update_fields=["typed", "saved_at"])
    return registration


@transaction.atomic
def save_draft(
    registration: Registration,
    *,
    by: Actor,
    tasks: Sequence[Undertaking],
    texts: Mapping[str, str] | None = None,
    at: dt.datetime | None = None,
) -> Registration:
    """Write down what was read from the boxes; the draft is whole again and may be sent.

    BadInput when a task says nothing or a target has no unit, Conflict once it has been sent.
    """
    _lock(registration)
    rules.must_own(queries.is_own(registration, by))
    rules.must_be_editable(registration.status)
    rules.must_be_whole(tasks)
    for name in TEXTS:
        setattr(registration, name, clean((texts or {}).get(name, "")))
    registration.typed, registration.saved_at = {}, at or clock.now()
    registration.save(update_fields=[*TEXTS, "typed", "saved_at"])
    _replace_tasks(registration, tasks, by)
    return registration


def _replace_tasks(registration: Registration, tasks: Sequence[Undertaking], by: Actor) -> None:
    """Nothing hangs on the tasks of a paper that is still being written."""
    duties = {}
    if registration.person:
        duties = {duty.name: duty for duty in queries.duties_of(registration.person, by.on)}
    registration.tasks.all().delete()
    RegistrationTask.objects.bulk_create(
        RegistrationTask(
            registration=registration,
            order=order,
            what=task.what,
            tied_to=task.tied_to,
            duty=duties.get(task.tied_to),
            target_value=task.target_value,
            target_unit=task.target_unit,
            product=task.product,
            due=task.due,
            solution=task.solution,
        )
        for order, task in enumerate(tasks, start=1)
    )


# Sending and judging


@transaction.atomic
def submit(
    registration: Registration, *, by: Actor, late_reason: str = "", at: dt.datetime | None = None
) -> Registration:
    """Send it to whoever judges it. Keeps the programme and the pillars in force on this day.

    Conflict when it was sent already or is being rewritten elsewhere, BadInput when it names no task.
    """
    _lock(registration)
    rules.must_own(queries.is_own(registration, by))
    _must_be_next(registration, rules.SUBMIT)
    if registration.typed:
        raise Conflict(_("Bản nháp vừa được sửa ở nơi khác. Đọc lại một lượt rồi gửi."))
    if not registration.tasks.exists():
        raise BadInput(_("Hãy viết việc đồng chí sẽ làm."), "what")
    _address(registration, by)
    now = at or clock.now()
    registration.code = registration.code or rules.code_for(registration.year, registration.pk)
    registration.registered_on = registration.registered_on or by.on
    registration.submitted_at = now
    registration.submitted_late = rules.is_late(registration.year, registration.registered_on)
    registration.late_reason = clean(late_reason)[:300] if registration.submitted_late else ""
    registration.programme_name, registration.pillars = queries.programme_in_force(by.on)
    registration.save()
    rules.STEPS.move(registration, rules.SUBMIT)
    record(
        "registration.submitted", registration, by=by, unit=registration.unit, after=_as_sent(registration)
    )
    return registration


def _address(registration: Registration, by: Actor) -> None:
    """From which unit it comes and to which it goes, as things stand on this day."""
    if registration.person and (home := queries.home_of(registration.person, by)):
        registration.unit, registration.is_party_member = home.unit, home.is_party_member
    registration.sent_to = queries.receiver_of(registration.unit, registration.person, by.on).unit


def _as_sent(registration: Registration) -> dict[str, Any]:
    """The words that were sent: an earlier version stays readable in the history."""
    tasks = [
        {
            "what": t.what,
            "tied_to": t.tied_to,
            "target": f"{t.target_value or ''} {t.target_unit}".strip(),
            "due": show_date(t.due),
        }
        for t in registration.tasks.all()
    ]
    return {"code": registration.code, "tasks": tasks}


@transaction.atomic
def return_for_changes(
    registration: Registration,
    *,
    by: Actor,
    reasons: Iterable[str],
    note: str = "",
    at: dt.datetime | None = None,
) -> Registration:
    """Send it back to its owner with the reason; the owner may rewrite and submit again."""
    _lock(registration)
    _must_judge(registration, by)
    _must_be_next(registration, rules.RETURN)
    reasons, note = list(dict.fromkeys(reasons)), clean(note)
    rules.must_say_why(reasons, note, ReturnReason.values)
    registration.return_reasons, registration.return_note = reasons, note
    registration.returned_at = at or clock.now()
    registration.save(update_fields=["return_reasons", "return_note", "returned_at"])
    rules.STEPS.move(registration, rules.RETURN)
    record("registration.returned", registration, by=by, unit=registration.unit, note=registration.reason)
    return registration


@transaction.atomic
def approve(
    registration: Registration,
    *,
    by: Actor,
    meeting_on: dt.date | None,
    minutes_number: str,
    at: dt.datetime | None = None,
) -> Registration:
    """Record that a meeting agreed to it: the meeting's date and the number of its minutes.

    NotAllowed for one's own paper or out of reach, Conflict when somebody was faster.
    """
    _lock(registration)
    _must_judge(registration, by)
    _must_be_next(registration, rules.APPROVE)
    minutes_number = clean(minutes_number)
    rules.must_name_meeting(meeting_on, minutes_number, by.on)
    registration.approved_by, registration.approved_at = by.person, at or clock.now()
    registration.meeting_on, registration.minutes_number = meeting_on, minutes_number
    registration.save(update_fields=["approved_by", "approved_at", "meeting_on", "minutes_number"])
    rules.STEPS.move(registration, rules.APPROVE)
    note = _("Họp ngày %(day)s, biên bản số %(number)s") % {
        "day": show_date(meeting_on),
        "number": minutes_number,
    }
    record("registration.approved", registration, by=by, unit=registration.unit, note=note)
    return registration


# Results


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
    registration = _lock(task.registration)
    rules.must_own(queries.is_own(registration, by))
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
        "progress.recorded", registration, by=by, unit=registration.unit, note=str(line), after=_as_line(line)
    )
    return line


@transaction.atomic
def correct_progress(
    line: Progress, *, by: Actor, on: dt.date, text: str = "", value: Decimal | None = None, link: str = ""
) -> Progress:
    """Mend a line that was written wrongly; what it said before stays in the history."""
    registration = _lock(line.task.registration)
    rules.must_own(queries.is_own(registration, by))
    rules.must_be_under_way(registration.status)
    rules.must_be_past(on, by.on, registration.year)
    text, before = clean(text), _as_line(line)
    rules.must_say_something(text, value)
    line.on, line.text, line.value, line.link = on, text, value, link
    line.save(update_fields=["on", "text", "value", "link"])
    record(
        "progress.corrected",
        registration,
        by=by,
        unit=registration.unit,
        note=str(line),
        before=before,
        after=_as_line(line),
    )
    return line


def _as_line(line: Progress) -> dict[str, Any]:
    value = None if line.value is None else float(line.value)
    return {"on": line.on.isoformat(), "text": line.text, "value": value, "link": line.link}


# Checks


def _lock(registration: Registration) -> Registration:
    """Hold the row until the act is over and see it as it is now."""
    registration.refresh_from_db(from_queryset=Registration.objects.select_for_update())
    return registration


def _must_be_next(registration: Registration, verb: str) -> None:
    """Conflict that names who was faster and when."""
    if not rules.STEPS.may(verb, registration.status):
        raise Conflict(queries.who_was_faster(registration))


def _must_judge(registration: Registration, by: Actor) -> None:
    rules.must_judge(
        may=by.may("registrations.judge"),
        reaches=by.reaches(registration.sent_to or registration.unit),
        is_own=queries.is_own(registration, by),
    )
