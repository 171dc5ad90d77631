"""What was sent is compared with what others send later; what is back with its owner is not."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.registrations.models import Registration
from lantoa.registrations.queries import likeness
from lantoa.writing import actions as writing
from lantoa.writing import queries as pools

AT_ONCE = 2000


def put_in(registration: Registration, *, on: dt.date) -> None:
    """Compare its words from now on with those of its grassroots organisation, as the tree stands on that day."""
    writing.index(
        registration,
        pool=pools.pool_of(registration.unit, on),
        year=registration.year,
        owner=likeness.owner_of(registration),
        text=likeness.text_of(registration),
    )


def follow(number: str, on: dt.date) -> None:
    """Compare the words of the paper of this number as it stands now: while it is sent, no longer when it is back."""
    paper = Registration.objects.submitted().for_lists().filter(pk=number).first()
    if paper is None or paper.is_editable:
        writing.forget((Registration._meta.label_lower, number))
    else:
        put_in(paper, on=on)


def take_out(registration: Registration) -> None:
    """Compare its words no more."""
    writing.forget(registration)


def follow_the_tree(units: Iterable[Unit], on: dt.date) -> int:
    """Papers of these units, of those below and of those they continue move to the pool they belong to on that day.

    How many moved; a second call moves none.
    """
    below = {
        pk for unit in units for pk in organisation.units_within(unit, on).values_list("unit_id", flat=True)
    }
    papers = Registration.objects.submitted().filter(unit__in=below).values_list("pk", "unit_id")
    pool_of, by_pool = pools.pools_of(below, on), defaultdict(list)
    for pk, unit_id in papers:
        by_pool[pool_of[unit_id]].append(str(pk))
    return sum(_move(pool, numbers) for pool, numbers in by_pool.items())


def _move(pool: str, numbers: list[str]) -> int:
    kind = Registration._meta.label_lower
    parts = (numbers[begins : begins + AT_ONCE] for begins in range(0, len(numbers), AT_ONCE))
    return sum(writing.move_to_pool(kind, part, pool=pool) for part in parts)
