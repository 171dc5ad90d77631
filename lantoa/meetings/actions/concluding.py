"""What stays to be done after a meeting: written down line by line, given to somebody, done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.meetings import queries, rules
from lantoa.meetings.models import Conclusion, Meeting
from lantoa.people.actors import Actor
from lantoa.people.models import Person

TEXTS = {Conclusion.Part.NOT_DONE: "not_done", Conclusion.Part.NEXT: "next"}


def write_down(meeting: Meeting) -> None:
    """The lines of what was not done and of what is next, as things to do; a line that stands keeps what is known."""
    kept = {(one.part, one.what): one for one in meeting.conclusions.all()}
    wanted = _wanted(meeting)
    stale = [one.pk for key, one in kept.items() if key not in {(part, task.what) for part, task in wanted}]
    meeting.conclusions.filter(pk__in=stale).delete()
    Conclusion.objects.bulk_create(
        Conclusion(
            meeting=meeting, part=part, position=n, what=task.what, owner_id=task.owner_id, due=task.due
        )
        for n, (part, task) in enumerate(wanted, start=1)
        if (part, task.what) not in kept
    )


def _wanted(meeting: Meeting) -> list[tuple[str, rules.Task]]:
    """Each line once; what is learnt under the flag is no task."""
    if meeting.kind == rules.FLAG or not (meeting.not_done or meeting.next):
        return []
    people = queries.names_due(meeting.unit, meeting.held_on)
    found = {
        (str(part), task.what): task
        for part, name in TEXTS.items()
        for task in rules.read_tasks(getattr(meeting, name), people, meeting.held_on)
    }
    return [(part, task) for (part, _what), task in found.items()]


def close(finished: Iterable[int], meeting: Meeting) -> None:
    """What earlier meetings of the unit left is done by the day of this one."""
    if keys := list(finished):
        earlier = queries.open_conclusions(meeting.unit, meeting.held_on).exclude(meeting=meeting)
        Conclusion.objects.filter(pk__in=earlier.filter(pk__in=keys).values("pk")).update(
            done_on=meeting.held_on
        )


@transaction.atomic
def finish(one: Conclusion, *, on: dt.date, by: Actor) -> Conclusion:
    """It is done: said by whoever keeps the records, or by whose it is. Said twice it changes nothing."""
    if by.person is None or by.person.pk != one.owner_id:
        rules.must_edit(by.may("meetings.edit") and by.reaches(one.meeting.unit))
    if one.done_on is None:
        one.done_on = on
        one.save(update_fields=["done_on"])
        record("meeting_task.finished", one, by=by, unit=one.meeting.unit, on=on)
    return one


@transaction.atomic
def assign(one: Conclusion, *, owner: Person | None, due: dt.date | None, by: Actor) -> Conclusion:
    """Whose it is and until when. BadInput for a day before the meeting."""
    rules.must_edit(by.reaches(one.meeting.unit))
    if due is not None and due < one.meeting.held_on:
        raise BadInput(_("Hạn này trước ngày họp. Kiểm tra lại ngày."), "due")
    before = {"owner": str(one.owner or ""), "due": str(one.due or "")}
    one.owner, one.due = owner, due
    one.save(update_fields=["owner", "due"])
    after = {"owner": str(owner or ""), "due": str(due or "")}
    record("meeting_task.assigned", one, by=by, unit=one.meeting.unit, before=before, after=after)
    return one
