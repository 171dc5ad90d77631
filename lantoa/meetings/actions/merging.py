"""Two devices recorded one meeting: what they say alike is said once, where they differ both stand side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from lantoa.foundation.attachments import Judged
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.meetings import rules
from lantoa.meetings.actions import concluding
from lantoa.meetings.actions.recording import kept_words, record_meeting, write
from lantoa.meetings.models import Meeting, OtherAnswer
from lantoa.meetings.rules import Absence
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor

BOXES = (
    "starts_at",
    "minutes",
    "place",
    "chair",
    "secretary_name",
    "theme_id",
    "topic",
    "story",
    "presenter",
    "attendance_note",
    "opinions",
    "programme",
    "speeches",
    "praise",
    "guests",
    "done",
    "not_done",
    "next",
    "minutes_number",
    "present",
    "members",
)
REASON = "reason"


def record_from_a_phone(
    *, unit: Unit, kind: str, held_on: dt.date, by: Actor, absent: Iterable[Absence] | None, **said: Any
) -> Meeting:
    """A meeting recorded while the network was cut: new, or merged into what another device has sent by now.

    Refuses what `record_meeting` refuses.
    """
    key: dict[str, Any] = {"unit": unit, "kind": kind, "held_on": held_on}
    if there := Meeting.objects.filter(**key).first():
        return merge(there, by=by, absent=absent, **said)
    try:
        with transaction.atomic():
            return record_meeting(**key, by=by, absent=absent, **said)
    except BadInput:
        if there := Meeting.objects.filter(**key).first():
            return merge(there, by=by, absent=absent, **said)
        raise


@transaction.atomic
def merge(
    meeting: Meeting,
    *,
    by: Actor,
    absent: Iterable[Absence] | None,
    finished: Iterable[int] = (),
    combined: bool = False,
    file: Judged | None = None,
    **said: Any,
) -> Meeting:
    """What a second device says of a recorded meeting. Said again, it changes nothing.

    BadInput for a second file of minutes: there is place for one.
    """
    rules.must_edit(by.reaches(meeting.unit))
    found = Meeting.objects.select_for_update().get(pk=meeting.pk)
    rules.must_be_the_only_file(bool(file and found.minutes_file_id))
    before = kept_words(found)
    sent = Meeting(unit=found.unit, kind=found.kind, held_on=found.held_on, **said)
    taken = absent is not None
    now, beside = rules.merged(_said(found, _absences(found)), _said(sent, list(absent or ())))
    found.combined = found.combined or combined
    _fill(found, now)
    _rewrite(found, now, by, counted=taken or found.present is not None, file=file)
    concluding.close(finished, found)
    _stand_beside(found, beside, by)
    after = kept_words(found)
    if after != before or beside:
        record("meeting.merged", found, by=by, unit=found.unit, before=before, after=after)
    return found


def _said(meeting: Meeting, absences: list[Absence]) -> dict[str, str]:
    """Box → its answer as text; a number that follows from the list of the absent is none."""
    told = {box: str(value) for box in BOXES if (value := getattr(meeting, box)) not in (None, "")}
    if not meeting.members:
        told.pop("members")  # nobody said how many were due
    if meeting.kind in (rules.REGULAR, rules.THEMATIC) and _follows(meeting, absences):
        told = {box: value for box, value in told.items() if box not in ("present", "members")}
    away = {f"{REASON}:{one.person_id}": rules.code_of(one.with_reason, one.reason) for one in absences}
    return told | away


def _follows(meeting: Meeting, absences: list[Absence]) -> bool:
    return meeting.present is None or meeting.present == meeting.members - len(absences)


def _absences(meeting: Meeting) -> list[Absence]:
    return [Absence(one.person_id, one.with_reason, one.reason) for one in meeting.absences.all()]


def _fill(meeting: Meeting, now: dict[str, str]) -> None:
    for box in BOXES:
        if box in now and box not in ("present", "members"):
            setattr(meeting, box, _read(box, now[box]))


def _read(box: str, text: str) -> Any:
    column: Any = Meeting._meta.get_field(box.removesuffix("_id"))
    return column.to_python(text)


def _rewrite(
    meeting: Meeting, now: dict[str, str], by: Actor, *, counted: bool, file: Judged | None = None
) -> None:
    away = [
        rules.absence(int(box.partition(":")[2]), code)
        for box, code in now.items()
        if box.startswith(f"{REASON}:")
    ]
    numbers = {box: int(now[box]) if box in now else None for box in ("present", "members")}
    write(meeting, by, absent=away if counted else None, file=file, **numbers)


def _stand_beside(meeting: Meeting, beside: dict[str, str], by: Actor) -> None:
    name = str(by.person or by.label)[:120]
    for place, value in beside.items():
        box, _colon, person = place.partition(":")
        key = {"meeting": meeting, "box": box, "person_id": int(person) if person else None, "value": value}
        if not OtherAnswer.objects.filter(**key).exists():
            OtherAnswer.objects.create(**key, said_by_name=name)


@transaction.atomic
def choose(answer: OtherAnswer, *, by: Actor) -> Meeting:
    """The other answer is the right one: it takes the place of what is recorded, which the history keeps."""
    meeting = Meeting.objects.select_for_update().get(pk=answer.meeting_id)
    rules.must_edit(by.reaches(meeting.unit))
    before = kept_words(meeting)
    place = f"{REASON}:{answer.person_id}" if answer.person_id else answer.box
    now = _said(meeting, _absences(meeting)) | {place: answer.value}
    _fill(meeting, now)
    _rewrite(meeting, now, by, counted=meeting.present is not None)
    answer.delete()
    record("meeting.corrected", meeting, by=by, unit=meeting.unit, before=before, after=kept_words(meeting))
    return meeting


@transaction.atomic
def drop(answer: OtherAnswer, *, by: Actor) -> None:
    """What is recorded stays; the other answer is kept in the history only."""
    meeting = answer.meeting
    rules.must_edit(by.reaches(meeting.unit))
    note = answer.value[:200]
    answer.delete()
    record("meeting.answer_dropped", meeting, by=by, unit=meeting.unit, note=note)
