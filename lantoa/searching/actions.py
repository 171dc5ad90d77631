"""The index follows the history: whoever searches first reads what has happened since. All can be written again."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.db import transaction

from lantoa.exchange.models import Import
from lantoa.foundation import heard
from lantoa.foundation.models import Event
from lantoa.foundation.search import Found, Source
from lantoa.organisation.models import Placement, Reorganisation, Unit
from lantoa.searching import queries
from lantoa.searching import words as said
from lantoa.searching.models import Entry, Sight

log = logging.getLogger(__name__)
AT_ONCE, MANY = 500, 2000
# Its cursor in the history: see foundation/heard.py.
CURSOR = "searching.index"
Wanted = dict[str, set[int]]


class _Later(Exception):
    """Too many records for somebody who waits for a page."""


def catch_up(*, is_patient: bool = False) -> int:
    """Index what the acts since the last time concern; gives how many acts were read.

    Who waits for a page does not wait for thousands of records, nor for a first index: the clock, who is patient,
    does those.
    """
    if not heard.has_begun(CURSOR):
        return rebuild() if is_patient or Event.objects.count() < MANY else 0
    read: list[int] = []

    def take(verbs: dict[int, str]) -> None:
        wanted = _concerned(list(Event.objects.filter(pk__in=verbs).order_by("pk")))
        if not is_patient and sum(map(len, wanted.values())) > MANY:
            raise _Later
        for source in queries.sources():
            index(source, sorted(wanted[source.code]))
        read.append(len(verbs))

    try:
        while heard.has_more(CURSOR) and not heard.read_on(CURSOR, take, most=MANY, waits=True):
            pass
    except _Later:
        log.info("the search leaves a long list to the clock")
    return sum(read)


def _concerned(events: Sequence[Event]) -> Wanted:
    """The keys of each source that these acts touch."""
    wanted: Wanted = defaultdict(set)
    subjects: dict[str, set[int]] = defaultdict(set)
    for event in events:
        if event.subject_id.isdecimal():
            subjects[event.subject_type].add(int(event.subject_id))
    for source in queries.sources():
        for kind, hears in source.hears.items():
            if subjects[kind]:
                wanted[source.code].update(hears(subjects[kind]))
    _of_imports(subjects["exchange.import"], wanted)
    _of_the_tree(subjects, events, wanted)
    return wanted


def _of_imports(keys: Iterable[int], wanted: Wanted) -> None:
    """What a list added or changed; of one that was taken back, what is not there any more or as it was."""
    for one in Import.objects.filter(pk__in=list(keys)):
        for source in queries.sources():
            if one.kind in source.imports:
                wanted[source.code] |= set(one.touched) | _vanished(source)


def _vanished(source: Source) -> set[int]:
    return set(
        Entry.objects.filter(kind=source.code).exclude(key__in=source.keys()).values_list("key", flat=True)
    )


def _of_the_tree(subjects: dict[str, set[int]], events: Sequence[Event], wanted: Wanted) -> None:
    """After a change of the tree: every unit it touched, those below, and what hangs on them."""
    told = subjects["organisation.unit"] | subjects["organisation.reorganisation"]
    if not told:
        return
    days = {event.on for event in events if event.subject_type == "organisation.unit"}
    of_these = Reorganisation.objects.filter(units__in=subjects["organisation.unit"], effective_on__in=days)
    undone = Reorganisation.objects.filter(pk__in=subjects["organisation.reorganisation"])
    changes = [*of_these.values_list("pk", flat=True), *undone.values_list("pk", flat=True)]
    touched = Unit.objects.filter(reorganisations__in=changes).values_list("pk", flat=True)
    units = set(touched) | subjects["organisation.unit"]
    below = Placement.objects.filter(parent__in=units).values_list("unit_id", flat=True)
    wanted["unit"] |= units | set(below)
    hanging = Entry.objects.filter(sights__unit_id__in=units).exclude(kind="unit")
    for kind, key in hanging.values_list("kind", "key").distinct():
        wanted[kind].add(key)


def rebuild() -> int:
    """Write the whole index again; gives how many rows it has."""
    with transaction.atomic():
        # What has happened until now is in what is written now; what was not committed yet is heard later.
        while not heard.read_on(CURSOR, lambda verbs: None, most=MANY, waits=True):
            pass
        Sight.objects.all()._raw_delete("default")
        Entry.objects.all()._raw_delete("default")
        for source in queries.sources():
            for keys in in_lots(source.keys()):
                _write(source, keys)
        return Entry.objects.count()


def index(source: Source, keys: Sequence[int]) -> None:
    """Write the rows of these records again, as they stand; of those that are gone nothing stays."""
    for lot in in_lots(keys):
        Sight.objects.filter(entry__kind=source.code, entry__key__in=lot).delete()
        Entry.objects.filter(kind=source.code, key__in=lot).delete()
        _write(source, lot)


def in_lots(keys: Iterable[int]) -> Iterator[list[int]]:
    """So many keys at a time."""
    rest = iter(keys)
    while lot := list(islice(rest, AT_ONCE)):
        yield lot


def _write(source: Source, keys: Sequence[int]) -> None:
    found = list(source.found(keys))
    entries = Entry.objects.bulk_create([_entry(source.code, one) for one in found])
    Sight.objects.bulk_create(
        Sight(
            entry=entry,
            permission=sight.permission,
            way=sight.way,
            unit_id=sight.unit,
            person_id=sight.person,
            starts=sight.starts,
            ends=sight.ends,
        )
        for entry, one in zip(entries, found, strict=True)
        for sight in dict.fromkeys(one.sights)
    )


def _entry(kind: str, one: Found) -> Entry:
    return Entry(
        kind=kind,
        key=one.key,
        part=one.part,
        title=one.title[:300],
        line=one.line[:600],
        code=one.code[:120],
        url=one.url,
        words=said.words_of(kind, [one.title, one.code, *one.texts]),
        starts=one.starts,
        ends=one.ends,
    )
