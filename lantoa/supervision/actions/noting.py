"""Noting on a paper of a sample, answering, taking back. What concerns a person is recorded without a unit."""

from __future__ import annotations

from django.db import transaction

from lantoa.foundation import clock
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.supervision import queries, rules
from lantoa.supervision.models import Note, NoteReply, SampledPaper


@transaction.atomic
def write_note(paper: SampledPaper, *, by: Actor, text: str) -> Note:
    """What was seen; read by the unit and by whom it is about from this moment. Never on one's own paper,
    nor on that of whom one stands in for.
    """
    one = paper.registration
    is_own = by.is_one_with(one.person_id)
    rules.must_look(queries.notes_for(paper.sample, by) and not is_own)
    text = clean(text)
    rules.must_note(text)
    note = Note.objects.create(
        paper=paper,
        unit=one.unit,
        person=one.person,
        text=text,
        written_by=by.person,
        written_on=by.on,
        answer_by=rules.answer_by(by.on),
    )
    SampledPaper.objects.filter(pk=paper.pk).update(read_on=by.on)
    _record("noted", note, by)
    return note


@transaction.atomic
def pass_on(paper: SampledPaper, *, by: Actor) -> SampledPaper:
    """Read, and nothing to note."""
    rules.must_look(queries.notes_for(paper.sample, by))
    paper.read_on = by.on
    paper.save(update_fields=["read_on"])
    record("supervision.paper_read", paper.sample, by=by, unit=paper.sample.unit, note=str(paper.order))
    return paper


@transaction.atomic
def reply(note: Note, *, by: Actor, text: str) -> NoteReply:
    """The word of whom it is about, or of her unit; it stands below the note wherever that is shown."""
    lock_note(note)
    is_own = queries.is_about(note, by)
    unit = None if is_own else queries.stands_for(note, by)
    text = clean(text)
    rules.must_reply(may=is_own or unit is not None, text=text, is_withdrawn=note.is_withdrawn)
    one = NoteReply.objects.create(note=note, as_unit=unit, text=text, written_by=by.person)
    _record("replied", note, by)
    return one


@transaction.atomic
def take_back(note: Note, *, by: Actor, why: str) -> Note:
    """Taken back by who wrote it; it stays readable as such, with the reason."""
    lock_note(note)
    is_writer = by.person is not None and note.written_by_id == by.person.pk
    rules.must_take_back(is_writer=is_writer, is_withdrawn=note.is_withdrawn)
    why = clean(why)
    rules.must_say_why(why)
    note.withdrawn_at, note.withdrawn_why = clock.now(), why
    note.save(update_fields=["withdrawn_at", "withdrawn_why"])
    _record("withdrawn", note, by, why)
    return note


def lock_note(note: Note) -> None:
    """Nobody takes it back, or answers it, until the act is over."""
    note.refresh_from_db(
        from_queryset=Note.objects.select_for_update(of=("self",)).select_related("paper__sample")
    )


def _record(verb: str, note: Note, by: Actor, said: str = "") -> None:
    # What was noted of a person stands with the note alone: who may read it there reads it.
    unit = None if note.person_id else note.unit
    record(f"supervision.{verb}", note, by=by, unit=unit, note=said)
