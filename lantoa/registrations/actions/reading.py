"""Whoever opens a member's paper is known to the member: once a day, and to nobody above."""

from __future__ import annotations

from collections.abc import Iterable

from lantoa.people import actions as people
from lantoa.people.actors import Actor
from lantoa.registrations import queries
from lantoa.registrations.models import Registration


def note_opening(registration: Registration, *, by: Actor) -> None:
    """Write down that somebody other than its owner has opened it today, for its owner to read."""
    people.note_opening(registration, queries.OPENED, unit=registration.unit, by=by)


def note_list(papers: Iterable[Registration], *, by: Actor) -> None:
    """The same of each paper of a list that leaves as a file."""
    people.note_list(papers, queries.OPENED, by=by)
