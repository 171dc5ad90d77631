"""The papers of a file: there, not made, due until; what the unit inspected sends."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from lantoa.foundation import attachments, clock
from lantoa.foundation.attachments import Judged
from lantoa.foundation.dates import show_date
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.supervision import queries, rules
from lantoa.supervision.actions.inspecting import lock, note_act
from lantoa.supervision.models import FileDocument
from lantoa.supervision.words import Presence


@transaction.atomic
def record_paper(
    paper: FileDocument,
    *,
    by: Actor,
    done_on: dt.date | None,
    number: str = "",
    note: str = "",
    attachment: Judged | None = None,
    not_needed: bool = False,
) -> FileDocument:
    """The paper is there, with its number and day; or it is not made, and `note` says why.

    NotAllowed for who keeps no file there, BadInput for what is missing, Conflict once the file was put away.
    """
    _begin(paper)
    rules.must_plan(queries.keeps_file(paper.inspection, by))
    rules.must_be_under_way(paper.inspection.status)
    note = clean(note)
    if not_needed:
        rules.must_say_why(note, "note")
        paper.presence, paper.done_on, paper.number = Presence.NOT_NEEDED, None, ""
    else:
        rules.must_be_there(done_on, paper.inspection.decided_on, by.on)
        paper.presence, paper.done_on, paper.number = Presence.DONE, done_on, clean(number)[:40]
    _keep(paper, note, attachment, by)
    note_act("paper_recorded", paper.inspection, by, note=f"{paper}: {paper.get_presence_display()}")
    return paper


@transaction.atomic
def set_due(paper: FileDocument, *, by: Actor, due: dt.date | None) -> FileDocument:
    """Until when a paper is due; None for no day."""
    _begin(paper)
    rules.must_plan(queries.keeps_file(paper.inspection, by))
    rules.must_be_under_way(paper.inspection.status)
    rules.must_fall_due_later(due, paper.inspection.decided_on)
    paper.due = due
    paper.save(update_fields=["due"])
    said = show_date(due) if due else "–"
    note_act("paper_due", paper.inspection, by, note=f"{paper}: {said}")
    return paper


@transaction.atomic
def send_self_report(
    paper: FileDocument, *, by: Actor, text: str = "", attachment: Judged | None = None
) -> FileDocument:
    """The unit, or the person, inspected sends its own report. Conflict when nothing is under way."""
    _begin(paper)
    may = paper.is_self_report and queries.answers_for(paper.inspection, by)
    rules.must_send(may=may, is_open=paper.inspection.is_open)
    text = clean(text)
    rules.must_report_something(text, has_file=attachment is not None or paper.attachment_id is not None)
    paper.presence, paper.done_on = Presence.DONE, by.on
    _keep(paper, text, attachment, by)
    note_act("self_reported", paper.inspection, by, note=text)
    return paper


def _begin(paper: FileDocument) -> None:
    lock(paper.inspection)
    paper.refresh_from_db(fields=["presence", "due", "number", "done_on", "note", "attachment"])


def _keep(paper: FileDocument, note: str, attachment: Judged | None, by: Actor) -> None:
    if attachment:
        paper.attachment = attachments.keep(attachment, by=by)
    paper.note, paper.written_by, paper.written_at = note, by.person, clock.now()
    paper.save()
