"""Whoever opens what tells of a person is known to that person: once a day, and to nobody above. Judges nobody."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.history import record, record_each
from lantoa.organisation.models import Unit
from lantoa.people import queries, rules
from lantoa.people.actors import Actor


def note_opening(paper: Any, verb: str, *, unit: Unit, by: Actor) -> None:
    """Somebody other than its person has opened the paper today (`paper.person_id`; None tells of nobody).

    Without a unit: it watches the readers, and no level above reads of what members read. Conflict for who opens
    papers faster than anybody reads; then the `unit` of the paper hears of it.
    """
    if not (new := queries.not_read_today([paper], verb, by)):
        return
    if queries.read_lately(by, clock.now(), in_lists=False) >= rules.MOST_OPENED:
        _stop(verb, unit, by)
        rules.must_read_slowly()
    _note(new, verb, by, note="")


def note_list(papers: Iterable[Any], verb: str, *, by: Actor) -> None:
    """The same of every paper in a list that leaves as a file. Conflict for more of them than anybody needs at once."""
    if not (new := queries.not_read_today(papers, verb, by)):
        return
    if queries.read_lately(by, clock.now(), in_lists=True) + len(new) > rules.MOST_IN_LISTS:
        _stop(verb, by.unit, by)
        rules.must_take_less(len(new))
    _note(new, verb, by, note=_("trong danh sách xuất ra"))


def note_opening_of_strangers(paper: Any, verb: str, *, unit: Unit, by: Actor) -> None:
    """The same of a paper that tells of people whom the house does not know, a citizen's: written down once a day for
    the one who answers for data, and nobody opens more of them than anybody reads.
    """
    if by.person is None or queries.has_read_today(paper, verb, by):
        return
    if queries.read_lately(by, clock.now(), in_lists=False, verbs=(verb,)) >= rules.MOST_OPENED:
        _stop(verb, unit, by)
        rules.must_read_slowly()
    _note([paper], verb, by, note="")


@transaction.atomic
def _note(papers: Iterable[Any], verb: str, by: Actor, *, note: str) -> None:
    record_each(verb, papers, by=by, note=note)


@transaction.atomic
def _stop(verb: str, unit: Unit | None, by: Actor) -> None:
    """The unit hears of who, not of which papers."""
    subject = unit or by.person
    assert subject is not None
    record(f"{verb.partition('.')[0]}.bulk_reading_stopped", subject, by=by, unit=unit)
