"""What is done with meetings: record, correct, note that the results are posted, take back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from lantoa.foundation import attachments
from lantoa.foundation.attachments import Judged
from lantoa.foundation.dates import Period, show_date
from lantoa.foundation.entry.sending import ask
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.history import record
from lantoa.meetings import queries, rules
from lantoa.meetings.actions import concluding, planning
from lantoa.meetings.models import Attendance, Meeting
from lantoa.meetings.rules import Absence, Held
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor

# What the history keeps of a meeting.
KEPT = (
    "kind",
    "held_on",
    "starts_at",
    "minutes",
    "combined",
    "place",
    "chair",
    "secretary_name",
    "theme_id",
    "topic",
    "story",
    "presenter",
    "members",
    "exempt",
    "present",
    "absent_with_reason",
    "absent_without_reason",
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
    "minutes_file_id",
)


@transaction.atomic
def record_meeting(
    *,
    unit: Unit,
    kind: str,
    held_on: dt.date,
    by: Actor,
    absent: Iterable[Absence] | None = (),
    present: int | None = None,
    members: int | None = None,
    file: Judged | None = None,
    finished: Iterable[int] = (),
    **fields: Any,
) -> Meeting:
    """A meeting that was held; `finished` are keys of what earlier meetings left to be done and is done by now.

    For members' meetings `members` is the cell's list on the day and `present` that list less the absent,
    unless they are told (papers of a time whose list is not known); `absent` is None where nobody took
    attendance: how many came is then not known. BadInput when the meeting is recorded
    already, its day has not come, or its numbers need a word.
    """
    _ask_about_another(unit, kind, held_on)
    meeting = Meeting(unit=unit, kind=kind, held_on=held_on, **fields)
    write(meeting, by, absent=absent, present=present, members=members, file=file)
    planning.keep_the_day(meeting)
    concluding.close(finished, meeting)
    record("meeting.recorded", meeting, by=by, unit=unit, on=held_on, after=kept_words(meeting))
    return meeting


def _ask_about_another(unit: Unit, kind: str, held_on: dt.date) -> None:
    """A cell meets regularly once a month; a second one is rarely meant."""
    month = Period.months(held_on.year, held_on.month, 1)
    there = Meeting.objects.in_period(month).filter(unit=unit, kind=rules.REGULAR).exclude(held_on=held_on)
    if kind == rules.REGULAR and (other := there.values_list("held_on", flat=True).first()):
        ask(
            _("Tháng %(month)s đã ghi buổi sinh hoạt thường kỳ ngày %(day)s. Vẫn ghi thêm một buổi nữa?")
            % {"month": f"{held_on:%m/%Y}", "day": show_date(other)},
            "held_on",
        )


@transaction.atomic
def settle(held: Held, *, unit: Unit, by: Actor) -> Meeting:
    """The recorded meeting that is meant; made in place, with nothing said of attendance, when there is none.

    Its minutes get their number if they had none. BadInput for a day that has not come.
    """
    rules.must_have_been_held(held.held_on, by.on)
    chosen = Meeting.objects.filter(pk=held.meeting_id, unit=unit).first() if held.meeting_id else None
    found = chosen or queries.meeting_of(unit, held.held_on, held.minutes_number)
    if found is None:
        return _made_in_place(held, unit, by)
    if not found.minutes_number:
        before = kept_words(found)
        found.minutes_number = held.minutes_number
        found.save(update_fields=["minutes_number"])
        record("meeting.corrected", found, by=by, unit=unit, before=before, after=kept_words(found))
    return found


def _made_in_place(held: Held, unit: Unit, by: Actor) -> Meeting:
    taken = Meeting.objects.filter(unit=unit, held_on=held.held_on).values_list("kind", flat=True)
    usual = [rules.REGULAR, rules.BOARD] if unit.level == Unit.Level.CELL else [rules.BOARD, rules.REGULAR]
    kind = next((kind for kind in usual if kind not in taken), None)
    if kind is None:
        raise BadInput(
            _("Ngày này đã ghi buổi họp mang số biên bản khác. Chọn buổi đó trong danh sách."), "meeting"
        )
    made = Meeting.objects.create(
        unit=unit, kind=kind, held_on=held.held_on, minutes_number=held.minutes_number
    )
    record("meeting.recorded", made, by=by, unit=unit, on=held.held_on, after=kept_words(made))
    return made


@transaction.atomic
def change_meeting(
    meeting: Meeting,
    *,
    by: Actor,
    absent: Iterable[Absence] | None = (),
    present: int | None = None,
    members: int | None = None,
    file: Judged | None = None,
    finished: Iterable[int] = (),
    **fields: Any,
) -> Meeting:
    """Correct what is recorded; the list of absences is the new one."""
    before = kept_words(meeting)
    for name, value in fields.items():
        setattr(meeting, name, value)
    write(meeting, by, absent=absent, present=present, members=members, file=file)
    concluding.close(finished, meeting)
    after = kept_words(meeting)
    if after != before:
        record("meeting.corrected", meeting, by=by, unit=meeting.unit, before=before, after=after)
    return meeting


@transaction.atomic
def mark_posted(meeting: Meeting, *, at: dt.datetime, by: Actor) -> Meeting:
    """The results are on the electronic handbook: noted once."""
    rules.must_edit(by.reaches(meeting.unit))
    waiting = Meeting.objects.filter(pk=meeting.pk, posted_to_handbook_at__isnull=True)
    if not waiting.update(posted_to_handbook_at=at):
        raise Conflict(_("Việc đăng Sổ tay của buổi này đã được ghi."))
    meeting.posted_to_handbook_at = at
    record("meeting.posted", meeting, by=by, unit=meeting.unit)
    return meeting


@transaction.atomic
def remove_meeting(meeting: Meeting, *, reason: str, by: Actor) -> None:
    """Take back a meeting entered by mistake; the history keeps what it said and why it went."""
    rules.must_edit(by.reaches(meeting.unit))
    if not reason:
        raise BadInput(_("Ghi lý do bỏ buổi này, ví dụ ghi trùng."), "reason")
    record("meeting.removed", meeting, by=by, unit=meeting.unit, note=reason, before=kept_words(meeting))
    try:
        meeting.delete()
    except ProtectedError:
        said = _("Buổi này đã thông qua giấy tờ của đơn vị nên không bỏ được. Sửa lại buổi thay vì bỏ.")
        raise Conflict(said) from None


def write(
    meeting: Meeting,
    by: Actor,
    *,
    absent: Iterable[Absence] | None,
    present: int | None,
    members: int | None,
    file: Judged | None,
) -> None:
    """Save the meeting, who was absent and what is to be done after it; refuses what `record_meeting` refuses."""
    rules.must_edit(by.reaches(meeting.unit))
    rules.must_have_been_held(meeting.held_on, by.on)
    _name_the_topic(meeting)
    away = _take_attendance(meeting, absent, present, members)
    rules.must_be_sayable(meeting)
    if file:
        meeting.minutes_file = attachments.keep(file, by=by)
    _save_once(meeting)
    meeting.absences.all().delete()
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, person_id=a.person_id, with_reason=a.with_reason, reason=a.reason)
        for a in away
    )
    concluding.write_down(meeting)


def _name_the_topic(meeting: Meeting) -> None:
    """A thematic meeting on the year's theme needs no second title."""
    if meeting.kind != rules.REGULAR:
        meeting.combined = False
    if (meeting.kind == rules.THEMATIC or meeting.combined) and not meeting.topic and meeting.theme:
        meeting.topic = meeting.theme.title


def _take_attendance(
    meeting: Meeting, absent: Iterable[Absence] | None, present: int | None, members: int | None
) -> list[Absence]:
    """Fill in the numbers; gives the absences of those who were truly due that day.

    How many came follows from the cell's list and its absent. Without a list, and where nobody took attendance
    (`absent` is None), it is what is told, or not known.
    """
    if meeting.kind not in (rules.REGULAR, rules.THEMATIC):
        meeting.present = present
        meeting.members = members or (0 if meeting.kind == rules.FLAG else present or 0)
        return []
    due, meeting.exempt = queries.due_and_exempt(meeting.unit, meeting.held_on)
    away = [a for a in absent or () if a.person_id in due]
    meeting.members = len(due) if members is None else members
    meeting.absent_with_reason = sum(a.with_reason for a in away)
    meeting.absent_without_reason = len(away) - meeting.absent_with_reason
    follows = present is None and absent is not None and members is None and due
    meeting.present = len(due) - len(away) if follows else present
    return away


def _save_once(meeting: Meeting) -> None:
    """Pressing twice, or two people at once, records one meeting."""
    try:
        with transaction.atomic():
            meeting.save()
    except IntegrityError as broken:
        if "one_meeting_of_a_kind" not in str(broken) and "UNIQUE" not in str(broken):
            raise
        raise BadInput(
            _("Buổi %(kind)s ngày này đã được ghi. Mở buổi đã ghi để sửa.")
            % {"kind": meeting.get_kind_display()},
            "held_on",
        ) from None


def kept_words(meeting: Meeting) -> dict[str, str]:
    """What the history keeps of it, as text."""
    return {name: str(value) for name in KEPT if (value := getattr(meeting, name)) not in (None, "")}
