"""What this room adds to a person's year on paper: what she undertook and did, and who has opened it."""

from __future__ import annotations

from collections.abc import Iterator

from lantoa.foundation.my_year import Part
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor
from lantoa.registrations import queries
from lantoa.registrations.models import Registration
from lantoa.registrations.printing import texts_of

FIRST, LAST = 10, 90


def parts(actor: Actor, year: int) -> Iterator[Part]:
    """Nothing for a year in which she sent nothing."""
    mine = Registration.objects.of(actor.person).standing().submitted().in_year(year)
    one = mine.for_lists().first()
    if one is None:
        return
    one = queries.as_told(one, actor)
    unit_name = organisation.name_of(one.unit, one.registered_on or actor.on)
    yield Part(
        "registrations/year_done.html", {"one": one, "texts": texts_of(one), "unit_name": unit_name}, FIRST
    )
    yield Part("registrations/year_readers.html", {"readers": queries.readers_of(one)}, LAST)
