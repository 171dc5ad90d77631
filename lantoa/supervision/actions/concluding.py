"""The conclusion, what it asks to be mended, and the end of the file."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.shortcomings import actions as shortcomings
from lantoa.shortcomings.words import Source
from lantoa.supervision import queries, rules
from lantoa.supervision.actions.inspecting import lock, note_act
from lantoa.supervision.actions.noting import lock_note
from lantoa.supervision.models import Inspection, Note, Remedy
from lantoa.supervision.words import INSPECTS, FilePaper, Presence


@transaction.atomic
def remember_remedy(
    one: Inspection,
    *,
    by: Actor,
    finding: str,
    deadline: dt.date | None,
    remedy: str = "",
    owner: Person | None = None,
    note: Note | None = None,
) -> Remedy:
    """What the conclusion will ask to be mended; in force only when it is issued, at once when it was already."""
    lock(one)
    rules.must_plan(queries.keeps_file(one, by))
    rules.must_be_alive(one.status)
    finding = clean(finding)
    rules.must_be_remedied(finding, deadline, by.on)
    assert deadline
    kept = Remedy.objects.create(
        inspection=one,
        note=note,
        finding=finding,
        remedy=clean(remedy),
        owner=owner,
        deadline=deadline,
        written_by=by.person,
    )
    note_act("remedy_written", one, by, note=finding)
    if one.is_concluded:
        _put_in_force(kept, one, by)
    return kept


@transaction.atomic
def drop_remedy(remedy: Remedy, *, by: Actor) -> None:
    """A draft is taken out of the conclusion. Conflict once it is in force, or when somebody took it out before."""
    one = remedy.inspection
    assert one
    lock(one)
    rules.must_plan(queries.keeps_file(one, by))
    held = Remedy.objects.select_for_update().filter(pk=remedy.pk).first()
    rules.must_be_there_still(held is not None)
    assert held
    rules.must_be_a_draft(held.shortcoming_id is None)
    note_act("remedy_dropped", one, by, note=held.finding)
    held.delete()


@transaction.atomic
def conclude(
    one: Inspection,
    *,
    by: Actor,
    conclusion: str,
    concluded_on: dt.date | None,
    conclusion_number: str = "",
) -> Inspection:
    """The conclusion is issued: each remedy becomes a shortcoming of the unit (or person), with owner and deadline."""
    lock(one)
    rules.must_plan(queries.keeps_file(one, by))
    text, number = clean(conclusion), clean(conclusion_number)[:40]
    rules.must_be_concluded(text, number, concluded_on, one.begun_on, by.on)
    said = {"conclusion": text, "conclusion_number": number, "concluded_on": concluded_on}
    begun = {} if one.begun_on else {"begun_on": concluded_on}
    verb = rules.CONCLUDE_REGULAR if one.is_regular else rules.CONCLUDE
    rules.STEPS.move(one, verb, **said, **begun)
    one.papers.filter(kind=FilePaper.CONCLUSION).update(
        presence=Presence.DONE, number=number, done_on=concluded_on, written_by=by.person
    )
    note_act("concluded", one, by, note=text)
    for remedy in one.remedies.drafts():
        _put_in_force(remedy, one, by)
    return one


def _put_in_force(remedy: Remedy, one: Inspection, by: Actor) -> None:
    source = Source.INSPECTION if one.kind in INSPECTS else Source.OVERSIGHT
    where = ", ".join(filter(None, (one.kind_name, one.conclusion_number)))
    remedy.shortcoming = shortcomings.assign(
        by=by,
        unit=one.unit,
        person=one.person,
        finding=remedy.finding,
        remedy=remedy.remedy,
        owner=remedy.owner,
        deadline=remedy.deadline,
        source=source,
        source_note=where,
        found_on=one.concluded_on or by.on,
    )
    remedy.save(update_fields=["shortcoming"])


@transaction.atomic
def assign(
    note: Note,
    *,
    by: Actor,
    finding: str,
    deadline: dt.date | None,
    remedy: str = "",
    owner: Person | None = None,
) -> Remedy:
    """Something to be mended follows from a note: at once when the sample belongs to no inspection; else it waits in
    the draft of that inspection's conclusion. It is asked of the unit, never of the person whose paper it was.
    """
    lock_note(note)
    sample = note.paper.sample
    rules.must_look(queries.notes_for(sample, by))
    rules.must_stand(not note.is_withdrawn)
    if sample.inspection and not sample.inspection.is_closed:
        return remember_remedy(
            sample.inspection,
            by=by,
            finding=finding,
            deadline=deadline,
            remedy=remedy,
            owner=owner,
            note=note,
        )
    finding = clean(finding)
    rules.must_be_remedied(finding, deadline, by.on)
    assert deadline
    kept = Remedy.objects.create(
        note=note,
        finding=finding,
        remedy=clean(remedy),
        owner=owner,
        deadline=deadline,
        written_by=by.person,
    )
    kept.shortcoming = shortcomings.assign(
        by=by,
        unit=sample.unit,
        person=None,
        finding=finding,
        remedy=kept.remedy,
        owner=owner,
        deadline=deadline,
        source=Source.OVERSIGHT,
        source_note=_("Lấy mẫu bản đăng ký năm %(year)s, lần %(turn)s")
        % {"year": sample.year, "turn": sample.turn},
        found_on=by.on,
    )
    kept.save(update_fields=["shortcoming"])
    record("supervision.remedy_assigned", note, by=by, unit=sample.unit, note=finding)
    return kept


@transaction.atomic
def close(one: Inspection, *, by: Actor) -> Inspection:
    """The file is put away. Conflict while a paper is missing or something is still to be mended."""
    lock(one)
    rules.must_plan(queries.keeps_file(one, by))
    missing = [str(paper) for paper in one.papers.filter(presence=Presence.WAITING)]
    rules.must_be_ready_to_close(missing=missing, to_mend=queries.remedies_open(one))
    rules.STEPS.move(one, rules.CLOSE, closed_on=by.on)
    note_act("closed", one, by)
    return one
