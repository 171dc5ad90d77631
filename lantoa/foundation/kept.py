"""What a page says around its rows, kept in the memory of this process for as long as nothing happens.

Every write is an action that leaves an act in the history, in its own transaction. While the newest act is the one that
was newest when something was counted, counting again would find the same: docs/decisions/0023-kept-until-something-
happens.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from django.core.cache import caches
from django.db import connection

from lantoa.foundation.heard import writing_now
from lantoa.foundation.keeps import all_kept
from lantoa.foundation.models import Event

Answer = TypeVar("Answer")
Key = tuple[object, ...]
# Nothing is kept longer, so that a database mended by hand, where no act was written, is not read wrongly for long.
SECONDS = 60


def until_something_happens(key: Key, ask: Callable[[], Answer]) -> Answer:
    """What `ask` answers, or answered when nothing had happened since; it asks the database and nothing else.

    `key` is plain values: what is asked, everything it is asked with, the day, and who asks (`Actor.sight`): two keys
    are equal only where `ask` would be. Inside a transaction nothing is kept and nothing kept is read: what is written
    there others do not see yet, and it may be undone, its number given to another act.
    """
    if connection.in_atomic_block:
        return ask()
    kept, name, last = caches["kept"], _name(key), _last_change()
    if (known := kept.get(name)) and known[0] == last:
        return known[1]  # type: ignore[no-any-return]
    # On PostgreSQL an act of a lower number may come to light later. Whoever has such a number is still writing when
    # this is asked, or has ended before the answer below is read; so then it is told, and not kept.
    is_settled = not writing_now()
    answer = ask()
    if is_settled:
        kept.set(name, (last, answer), SECONDS)
    return answer


def _name(key: Key) -> str:
    return hashlib.blake2b(repr(key).encode(), digest_size=16).hexdigest()


def _last_change() -> int:
    """The number of the newest act that was more than reading somebody's paper."""
    with connection.cursor() as cursor:
        cursor.execute(*_question())
        found = cursor.fetchone()
    return found[0] if found else 0


@cache
def _question() -> tuple[str, tuple[Any, ...]]:
    """Put together once, for it is asked on every page. That somebody opens a paper changes nothing of any list."""
    readings = sorted({one.read_as for one in all_kept() if one.read_as})
    acts = Event.objects.exclude(verb__in=readings).order_by("-pk").values_list("pk")[:1]
    return acts.query.sql_with_params()
