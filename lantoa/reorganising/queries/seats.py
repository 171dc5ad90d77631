"""Who may stand at the head of the units that a decision brings: posts end with the units that ended.

Nobody is chosen beforehand; until somebody is named, what waits goes to the level above.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Reorganisation, Succession, Unit
from lantoa.people import queries as people
from lantoa.people.actors import Actor
from lantoa.people.models import Membership, Post

CELL, TREE = Post.Reach.UNIT, Post.Reach.SUBTREE
# Of a unit whose predecessors had nobody at their head: what its head is called and may do.
USUAL = {
    Unit.Level.CELL: ("secretary", CELL, gettext_lazy("Bí thư chi bộ")),
    Unit.Level.SECTION: ("secretary", TREE, gettext_lazy("Bí thư đảng ủy bộ phận")),
    Unit.Level.GRASSROOTS: ("committee", TREE, gettext_lazy("Bí thư đảng ủy")),
    Unit.Level.SUPERIOR: ("committee", TREE, gettext_lazy("Bí thư đảng ủy")),
    Unit.Level.PROVINCE: ("leader", TREE, gettext_lazy("Bí thư")),
}
MOST_PEOPLE = 60  # of one unit: those who held posts come first


@dataclass(frozen=True)
class Seat:
    """The head's place in a new unit, and who may take it: (key as a form sends it, how she is told from others)."""

    unit: Unit
    name: str
    role: str
    reach: str
    title: str
    people: list[tuple[str, str]]

    @property
    def box(self) -> str:
        """The name of the box: the new unit has no number that lasts before it is recorded."""
        return f"dung-dau-{self.unit.code}"


def seats_of(changes: QuerySet[Reorganisation], on: dt.date, by: Actor) -> list[Seat]:
    """A seat for each unit that the changes brought in the place of others. A fixed number of questions."""
    sources: dict[int, list[int]] = defaultdict(list)
    told = Succession.objects.filter(reorganisation__in=changes).order_by("pk")
    for before, after in told.values_list("predecessor_id", "successor_id"):
        sources[after].append(before)
    older = set(Placement.objects.filter(unit__in=sources, starts__lt=on).values_list("unit_id", flat=True))
    units = Unit.objects.in_bulk(set(sources) - older)
    names = organisation.names_of(units, on)
    known = _Known({one for unit in units for one in sources[unit]}, on, by)
    found = [known.seat(unit, names.get(pk, ""), sources[pk]) for pk, unit in sorted(units.items())]
    return [seat for seat in found if seat is not None and seat.people]


class _Known:
    """Who held what and who belonged where on the eve of the day, in the units that go into others."""

    def __init__(self, units: Iterable[int], on: dt.date, by: Actor) -> None:
        eve = on - dt.timedelta(days=1)
        posts = Post.objects.on(eve).filter(unit__in=units).select_related("person", "title")
        self.posts = list(posts.order_by("-is_head", "pk"))
        members = Membership.objects.on(eve).filter(unit__in=units).select_related("person")
        self.members = list(members.order_by("person__sort_key", "person_id"))
        own = by.person.pk if by.person else None
        everybody = [*(one.person for one in self.posts), *(one.person for one in self.members)]
        self.called = people.known_as([one for one in everybody if one.pk != own], by=by)

    def seat(self, unit: Unit, name: str, sources: list[int]) -> Seat | None:
        """None for a unit of which nobody can say what its head is called."""
        held = [post for post in self.posts if post.unit_id in sources]
        role, reach, title = USUAL.get(Unit.Level(unit.level), ("", "", "")) if unit.level else ("", "", "")
        if head := next((post for post in held if post.is_head), None):
            role, reach, title = head.role, head.reach, str(head.title or title)
        belong = [one.person_id for one in self.members if one.unit_id in sources]
        keys = dict.fromkeys([*(post.person_id for post in held), *belong])
        chosen = [(str(key), self.called[key]) for key in keys if key in self.called][:MOST_PEOPLE]
        return Seat(unit, name, role, reach, str(title), chosen) if role else None
