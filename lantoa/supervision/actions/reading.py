"""Whoever opens an inspection of a person, or a note on her, is known to her: once a day, and to nobody above."""

from __future__ import annotations

from collections.abc import Iterable

from lantoa.people import actions as people
from lantoa.people.actors import Actor
from lantoa.supervision import queries
from lantoa.supervision.models import Discipline, Inspection, Note


def note_inspection_read(one: Inspection, *, by: Actor) -> None:
    """Somebody other than whom it concerns has opened the file today; of a unit's nothing is written down."""
    people.note_opening(one, queries.INSPECTION_READ, unit=one.programme.unit, by=by)


def note_inspections_taken(found: Iterable[Inspection], *, by: Actor) -> None:
    """The same of each of a person in a list that leaves as a file."""
    people.note_list(found, queries.INSPECTION_READ, by=by)


def note_note_read(one: Note, *, by: Actor) -> None:
    """The same of what was noted of her."""
    people.note_opening(one, queries.NOTE_READ, unit=one.unit, by=by)


def note_discipline_read(one: Discipline, *, by: Actor) -> None:
    """The same of a decision of discipline about her."""
    people.note_opening(one, queries.DISCIPLINE_READ, unit=one.body, by=by)
