"""What is late below a unit, who was reminded when, and who would read a reminder."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet, Value

from lantoa.foundation import late
from lantoa.foundation.kept import until_something_happens
from lantoa.foundation.late import Late
from lantoa.messages import rules
from lantoa.messages.models import Urged, Urging
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.actors import SUBTREE, Actor
from lantoa.people.models import Post


@dataclass(frozen=True)
class Row:
    """One unit directly below: how much of each kind is late there, and when it was last reminded."""

    place: Placement
    counts: dict[str, int]
    last_on: dt.date | None
    is_urged: bool

    @property
    def pk(self) -> int:
        """Of the unit."""
        return self.place.unit_id


@dataclass(frozen=True)
class Below:
    """What is late below the actor's unit: `rows` where there is any, where most kinds are late first."""

    kinds: list[Late]
    rows: list[Row]
    units: int
    day: dt.date
    # (kind, in how many units, in all), of what is not filtered
    told: list[tuple[Late, int, int]] = field(default_factory=list)

    def said(self, row: Row) -> list[str]:
        """What is late there, in words."""
        return [
            str(kind.said) % {"n": row.counts[kind.code]} for kind in self.kinds if kind.code in row.counts
        ]


def late_below(actor: Actor, day: dt.date, only: str = "") -> Below:
    """Child by child, in a fixed number of questions; `only` of one kind. Nothing below: no rows.

    `day` is the one on which a reminder would be read: who has one of that day gets no other.
    """
    kinds = [one for one in late.kinds(actor.on) if actor.may(one.permission)]
    places = _children(actor)
    counts = _counts_kept(kinds, places[0].path[: -organisation.STEP], actor.on) if places else {}
    told = [(one, *_summed(counts, one.code)) for one in kinds]
    # A kind of which nothing is late has no column: the name of the unit keeps its room.
    wanted = [one for one, units, _n in told if units and (not only or one.code == only)]
    last = _last_urged(actor) if counts else {}
    rows = []
    for place in places:
        here = {one.code: n for one in wanted if (n := counts.get(place.path, {}).get(one.code, 0))}
        if here:
            last_on = last.get(place.unit_id)
            rows.append(Row(place, here, last_on, last_on is not None and last_on >= day))
    rows.sort(key=lambda row: -len(row.counts))  # by name within
    return Below(wanted, rows, len(places), day, told)


def _children(actor: Actor) -> list[Placement]:
    if actor.unit is None or actor.reach != SUBTREE:
        return []
    return organisation.children_by_name(actor.unit, actor.on)


def _counts_kept(kinds: list[Late], here: str, on: dt.date) -> dict[str, dict[str, int]]:
    """The same as were counted a moment ago, while nothing has happened since: a province's take a second."""
    key = ("messages.late_below", here, on, *(one.code for one in kinds))
    return until_something_happens(key, lambda: _counts(kinds, here, on))


def _counts(kinds: Iterable[Late], here: str, on: dt.date) -> dict[str, dict[str, int]]:
    """Path of a child → kind → how many; all kinds in one question."""
    asked = [_by_child(one, here, on) for one in kinds]
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for code, path, n in asked[0].union(*asked[1:], all=True) if asked else []:
        found[path][code] = n
    return found


def _by_child(kind: Late, here: str, on: dt.date) -> QuerySet[Any, Any]:
    things = organisation.by_child(kind.things, here, on=on, of_unit=kind.of_unit).order_by()
    counted = things.values("child").annotate(n=Count("pk", distinct=True), kind=Value(kind.code))
    return counted.values_list("kind", "child", "n")


def _summed(counts: dict[str, dict[str, int]], code: str) -> tuple[int, int]:
    numbers = [of_unit[code] for of_unit in counts.values() if code in of_unit]
    return len(numbers), sum(numbers)


def _last_urged(actor: Actor) -> dict[int, dt.date]:
    """Unit → the day of its last reminder, whoever sent it."""
    below: Any = (
        organisation.children(actor.unit, actor.on).order_by().values("unit_id") if actor.unit else []
    )
    urged = Urged.objects.filter(unit__in=below).order_by().values("unit_id").annotate(last=Max("on"))
    return dict(urged.values_list("unit_id", "last"))


def receivers_of(
    units: Iterable[Unit | int], on: dt.date, roles: Iterable[str] = rules.URGED_ROLES
) -> dict[int, set[int]]:
    """Unit → persons who do its work that day: secretary, committee, office, or who holds one of these roles."""
    held = Post.objects.on(on).filter(unit__in=units, role__in=roles)
    found: dict[int, set[int]] = {}
    for unit, person in held.values_list("unit_id", "person_id"):
        found.setdefault(unit, set()).add(person)
    return found


def urgings_of(actor: Actor) -> QuerySet[Urging]:
    """What the actor's unit has sent, the newest first, with to how many units and how many have opened it."""
    opened = Count("urged", filter=Q(urged__messages__read_at__isnull=False), distinct=True)
    found = Urging.objects.filter(unit=actor.unit).select_related("by")
    return found.annotate(n=Count("urged", distinct=True), opened=opened).order_by("-at", "-pk")


def only_of(below: Below, code: str) -> Below:
    """The same, of one kind only; asks nothing."""
    if not code:
        return below
    kinds = [one for one in below.kinds if one.code == code]
    rows = [replace(row, counts={code: row.counts[code]}) for row in below.rows if code in row.counts]
    return replace(below, kinds=kinds, rows=rows)


def only_at(below: Below, units: Collection[int]) -> Below:
    """The same, of these units only; all of them where none is named."""
    return replace(below, rows=[row for row in below.rows if row.pk in units]) if units else below


def urged_with_opening(urging: Urging) -> QuerySet[Urged]:
    """The units of one time, each with when somebody there first opened it."""
    return urging.urged.annotate(opened_at=Min("messages__read_at")).order_by("pk")


def lists_of(urged: Urged, actor: Actor) -> list[tuple[str, str]]:
    """(words, address) of the lists behind a reminder that this reader may open, as things stand today."""
    if not actor.reaches(urged.unit):
        return []
    kinds = [one for one in late.kinds(actor.on) if one.code in urged.counts and actor.may(one.permission)]
    return [(str(one.label), one.listed(urged.unit.code)) for one in kinds]
