"""The index follows the history: whoever searches first reads what has happened since. All can be written again."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.db import transaction
from django.db.models import Max

from lantoa.exchange.models import Import
from lantoa.foundation import clock
from lantoa.foundation.models import Event, EventQuerySet
from lantoa.foundation.search import Found, Source
from lantoa.organisation.models import Placement, Reorganisation
from lantoa.searching import queries
from lantoa.searching import words as said
from lantoa.searching.models import Entry, Reading, Sight

AT_ONCE, MANY = 500, 2000
# An act is heard at most so much later than acts of higher numbers; transactions do not run longer.
LATEST = dt.timedelta(minutes=10)
Wanted = dict[str, set[int]]


def catch_up(*, is_patient: bool = False) -> int:
    """Index what the acts since the last time concern; gives how many acts were read.

    Who waits for a page does not wait for thousands of records, nor for a first index: the clock, who is patient,
    does those.
    """
    if not _unread().exists():
        return 0
    with transaction.atomic():
        reading = Reading.objects.select_for_update().order_by("pk").first()
        if reading is None:
            return rebuild() if is_patient or Event.objects.count() < MANY else 0
        events = list(_unread(reading).order_by("pk"))
        wanted = _concerned(events)
        if not is_patient and sum(map(len, wanted.values())) > MANY:
            return 0
        for source in queries.sources():
            index(source, sorted(wanted[source.code]))
        _remember(reading, [event.pk for event in events])
    return len(events)


def _unread(reading: Reading | None = None) -> EventQuerySet:
    reading = reading or Reading.objects.order_by("pk").first() or Reading()
    return Event.objects.filter(pk__gt=reading.upto).exclude(pk__in=reading.read)


def _remember(reading: Reading, keys: Iterable[int]) -> None:
    read = {*reading.read, *keys}
    settled = Event.objects.filter(pk__gt=reading.upto, pk__in=read, at__lt=clock.now() - LATEST)
    reading.upto = settled.aggregate(last=Max("pk"))["last"] or reading.upto
    reading.read = sorted(key for key in read if key > reading.upto)
    reading.save()


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
    since = min(event.at for event in events) - LATEST
    changes = Reorganisation.objects.filter(recorded_at__gte=since) | Reorganisation.objects.filter(
        pk__in=subjects["organisation.reorganisation"]
    )
    units = set(changes.values_list("units", flat=True)) | subjects["organisation.unit"]
    units -= {None}  # type: ignore[arg-type]
    below = Placement.objects.filter(parent__in=units).values_list("unit_id", flat=True)
    wanted["unit"] |= units | set(below)
    hanging = Entry.objects.filter(sights__unit_id__in=units).exclude(kind="unit")
    for kind, key in hanging.values_list("kind", "key").distinct():
        wanted[kind].add(key)


def rebuild() -> int:
    """Write the whole index again; gives how many rows it has."""
    with transaction.atomic():
        Reading.objects.all().delete()
        last = Event.objects.aggregate(last=Max("pk"))["last"] or 0
        recent = Event.objects.filter(at__gte=clock.now() - LATEST).values_list("pk", flat=True)
        first = min(recent, default=last + 1) - 1
        Reading.objects.create(upto=min(last, first), read=sorted(recent))
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
