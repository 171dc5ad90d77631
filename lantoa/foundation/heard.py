"""What a room does when it hears of acts: declared as LISTENERS in its `heard.py`, told by events of the history.

Each listener has a cursor (`Listening`). An event is told and the cursor moved in one transaction, so whoever is cut
off in between has heard nothing, and hears it again. Numbers of events are given before they are committed: on
PostgreSQL a lower one may come to light after a higher one. The cursor keeps what it passed over as gaps, with who was
writing then, until those have ended (docs/decisions/0015-rooms-hear-by-a-kept-cursor.md).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_

from django.db import connection, transaction
from django.db.models import Max, Q
from django.utils.functional import Promise

from lantoa.foundation import gaps
from lantoa.foundation.gathering import gather
from lantoa.foundation.models import Event, Listening

Text = str | Promise
log = logging.getLogger(__name__)
# The task of the clock that lets every room hear; the worker looks each second whether there is anything new.
TASK = "history.hear"
AT_ONCE, A_TURN = 500, 50
RANGES_AT_ONCE = 200
# Whoever holds one of these on the table may have a number that nobody sees yet: an insert takes its lock before its
# number and keeps it to the end.
WRITERS = """
    SELECT virtualtransaction FROM pg_locks
    WHERE locktype = 'relation' AND granted AND pid IS DISTINCT FROM pg_backend_pid()
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND relation = %s::regclass
      AND mode IN ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
"""


@dataclass(frozen=True)
class Listener:
    """`code` ("room.thing") is the name of its cursor and never changes. `hear` takes one event, in the transaction
    that moves the cursor; it reads how things stand now, for the event may be old. A new listener hears everything.
    """

    code: str
    label: Text
    verbs: frozenset[str]
    hear: Callable[[Event], None]


@cache
def listeners() -> tuple[Listener, ...]:
    """Those of every room, bottom floor first."""
    return tuple(one for room in gather("heard") for one in room.LISTENERS)


def newest() -> tuple[int, bool]:
    """The highest number that can be seen, and whether a lower one may yet come to light; cheap to ask."""
    last = Event.objects.aggregate(last=Max("pk"))["last"] or 0
    return last, Listening.objects.exclude(gaps=[]).exists()


def hear_all() -> tuple[int, list[Listener]]:
    """Let every room hear what it has not heard: how many events were told, and who stands still at a fault.

    In turns of a few events each, so that no room waits for one that takes long over each.
    """
    told, stuck, waiting = 0, [], list(listeners())
    while waiting:
        for one in list(waiting):
            try:
                some, is_all = _hear_some(one, A_TURN)
                told += some
            except Exception:
                is_all = True
                try:
                    told += hear(one)  # up to the one that cannot be told
                except Exception:
                    log.exception("listener %s stands still", one.code)
                    stuck.append(one)
            if is_all:
                waiting.remove(one)
    return told, stuck


def hear(listener: Listener) -> int:
    """Tell it everything it has not heard; how many events that were.

    What it raises is raised here, when all that came before has been told and kept: the next call tries again.
    Nothing is told while somebody else is telling it.
    """
    told, at_once = 0, AT_ONCE
    while True:
        try:
            some, is_all = _hear_some(listener, at_once)
        except Exception:
            if at_once == 1:
                raise
            at_once = 1  # up to the one that cannot be told
            continue
        told += some
        if is_all:
            return told


def _hear_some(listener: Listener, most: int) -> tuple[int, bool]:
    """How many events were told, and whether there are no more."""
    told: list[int] = []
    is_all = read_on(listener.code, lambda verbs: told.append(_tell(listener, verbs)), most=most)
    return sum(told), is_all


def has_begun(code: str) -> bool:
    """Whether anything was ever read under this cursor."""
    return Listening.objects.filter(listener=code).exists()


def has_more(code: str) -> bool:
    """Whether there may be events that were not read under this cursor; a gap may yet be filled."""
    cursor = Listening.objects.filter(listener=code).first()
    return cursor is None or bool(cursor.gaps) or Event.objects.filter(pk__gt=cursor.heard_up_to).exists()


@transaction.atomic
def read_on(
    code: str, take: Callable[[dict[int, str]], object], *, most: int = AT_ONCE, waits: bool = False
) -> bool:
    """Give `take` the next events (number → verb), `most` at once and late ones besides; whether there are no more.

    In one transaction with the move of the cursor: what `take` raises leaves both as they were. While somebody else
    reads under this cursor nothing is read, or `waits` until she has. The order of the questions must not change.
    """
    cursor = _taken(code, waits=waits)
    if cursor is None:
        return True
    seen = dict(
        Event.objects.filter(pk__gt=cursor.heard_up_to).order_by("pk").values_list("pk", "verb")[:most]
    )
    missing = [*gaps.read(cursor.gaps), *gaps.between(cursor.heard_up_to, seen)]
    # First who is writing, then what is there: who has ended before the first question is seen by the second.
    writers = writing_now() if missing else frozenset()
    late = _found_in(missing)
    take(seen | late)
    cursor.gaps = [gap.kept for gap in gaps.still_open(missing, late, writers)]
    cursor.heard_up_to = max(seen, default=cursor.heard_up_to)
    cursor.save()
    return len(seen) < most


def _taken(code: str, *, waits: bool) -> Listening | None:
    """The cursor, held until the end of the transaction; None while somebody else holds it."""
    Listening.objects.get_or_create(listener=code)
    return Listening.objects.select_for_update(skip_locked=not waits).filter(listener=code).first()


def _tell(listener: Listener, seen: dict[int, str]) -> int:
    wanted = [pk for pk, verb in seen.items() if verb in listener.verbs]
    for event in Event.objects.filter(pk__in=wanted).order_by("pk"):
        listener.hear(event)
    return len(wanted)


def writing_now() -> frozenset[str]:
    """Transactions that may have written an event nobody sees. SQLite has one writer, and the cursor is held by it."""
    if connection.vendor == "sqlite":
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute(WRITERS, [Event._meta.db_table])
        return frozenset(writer for (writer,) in cursor.fetchall())


def _found_in(missing: list[gaps.Gap]) -> dict[int, str]:
    """Number → verb of events that are there by now."""
    found: dict[int, str] = {}
    if connection.vendor == "sqlite":
        return found
    for begins in range(0, len(missing), RANGES_AT_ONCE):
        ranges = [Q(pk__range=(gap.first, gap.last)) for gap in missing[begins : begins + RANGES_AT_ONCE]]
        found |= dict(Event.objects.filter(reduce(or_, ranges)).values_list("pk", "verb"))
    return found
