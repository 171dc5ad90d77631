"""What a room keeps of a person, table by table: its door `keeps.py` holds KEEPS, which the room personal_data shows
to her. A column of such a table that no line names fails the check: whoever adds one says what it is for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from django.apps import apps
from django.db.models import Model, Q
from django.utils.functional import Promise

from lantoa.foundation.gathering import gather

Text = str | Promise


@dataclass(frozen=True)
class Kept:
    """What one table keeps of a person, and why.

    `table` is "registrations.registration"; `person` the ways from a row to her key ("person", "account__person"), with
    blanks between. `purpose` is the code of what it is kept for, in the register of purposes; where a line names none,
    it is the room's own: `PURPOSE` of its door. `fields` are the columns that say something of her: they stand in the
    file she takes away;
    `besides` those that say nothing of her. `since` is the column of the day on which keeping began, `read_as` the verb
    under which the history writes who has opened it, `page` the address at which she sees it, `only` which
    rows she may know of yet, where not all.
    """

    table: str
    person: str
    label: Text
    why: Text
    until: Text
    fields: str
    besides: str = ""
    since: str = ""
    read_as: str = ""
    page: str = ""
    purpose: str = ""
    only: Q | None = None

    @property
    def model(self) -> type[Model]:
        """The table itself."""
        return _tables()[self.table]

    def of(self, key: int) -> Q:
        """Which rows tell of the person with this key."""
        found = Q(pk__in=[])
        for way in self.person.split():
            found |= Q(**{way: key})
        return found if self.only is None else found & self.only


@cache
def _tables() -> dict[str, type[Model]]:
    return {one._meta.label_lower: one for one in apps.get_models()}


def all_kept() -> tuple[Kept, ...]:
    """What every room keeps, bottom floor first."""
    return tuple(
        one if one.purpose else replace(one, purpose=getattr(room, "PURPOSE", ""))
        for room in gather("keeps")
        for one in room.KEEPS
    )
