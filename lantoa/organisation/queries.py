"""Questions to the tree on a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property, reduce
from operator import or_
from typing import Any, NamedTuple, TypeVar

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Substr

from lantoa.foundation.half_open import goes_past, holds_on
from lantoa.foundation.kept import until_something_happens
from lantoa.foundation.text import title_key
from lantoa.organisation.models import Heir, Placement, Unit
from lantoa.organisation.paths import MAX_DEPTH, STEP, after, ancestor_paths

__all__ = ["STEP"]
Things = TypeVar("Things", bound=QuerySet[Any])


def placement(unit: Unit, on: dt.date) -> Placement | None:
    """Where the unit stands that day; None when it does not exist then."""
    return Placement.objects.on(on).filter(unit=unit).select_related("unit").first()


def path_that_day(unit: OuterRef, on: dt.date) -> Subquery:
    """The path of an outer question's unit that day, as a column of that question; NULL when it does not stand."""
    return Subquery(Placement.objects.on(on).filter(unit=unit).values("path")[:1])


def name_that_day(unit: OuterRef, on: dt.date | OuterRef) -> Subquery:
    """What an outer question's unit was called that day, likewise."""
    return Subquery(Placement.objects.filter(holds_on(on), unit=unit).values("name")[:1])


def last_name(unit: OuterRef) -> Subquery:
    """What an outer question's unit was called last, likewise."""
    return Subquery(Placement.objects.filter(unit=unit).order_by("-starts").values("name")[:1])


def last_day_in(unit: Unit, starts: dt.date, ends: dt.date) -> dt.date | None:
    """The last day of the half-open stretch on which the unit stood somewhere; None when it never did."""
    standing = unit.placements.filter(goes_past(starts), starts__lt=ends)
    ended = [last or ends for last in standing.values_list("ends", flat=True)]
    return min(max(ended), ends) - dt.timedelta(days=1) if ended else None


def names_of(unit_ids: Iterable[int], on: dt.date) -> dict[int, str]:
    """id → name on that day (the last name of a unit that has ended, the first of one not yet founded)."""
    names: dict[int, str] = {}
    later: dict[int, str] = {}
    unit_ids = set(filter(None, unit_ids))
    rows = Placement.objects.filter(unit__in=unit_ids).order_by("starts")
    for unit_id, name, starts in rows.values_list("unit_id", "name", "starts"):
        if starts <= on:
            names[unit_id] = name
        else:
            later.setdefault(unit_id, name)
    names = later | names
    if missing := unit_ids - set(names):  # founded and ended on one day: it stood on none
        names |= dict(Unit.objects.filter(pk__in=missing).values_list("pk", "code"))
    return names


def with_parents(unit_ids: Iterable[int], on: dt.date) -> dict[int, str]:
    """id → "Chi bộ thôn 1, Đảng bộ xã An Phú" on that day; a unit that stands nowhere then by its name alone."""
    unit_ids = set(unit_ids)
    places = Placement.objects.on(on).filter(unit__in=unit_ids, parent__isnull=False)
    parent_of = dict(places.values_list("unit_id", "parent_id"))
    names = names_of({*unit_ids, *parent_of.values()}, on)
    return {
        unit: ", ".join(filter(None, [names.get(unit, ""), names.get(parent_of.get(unit) or 0, "")]))
        for unit in unit_ids
    }


def name_of(unit: Unit, on: dt.date) -> str:
    """The unit's name on that day."""
    return names_of([unit.pk], on).get(unit.pk, unit.code)


def with_unit_names(rows: Iterable[Any], on: dt.date) -> list[Any]:
    """The rows, each with the name of its unit that day in `unit_name`, in one query."""
    found = list(rows)
    names = names_of([row.unit_id for row in found], on)
    for row in found:
        row.unit_name = names.get(row.unit_id, "")
    return found


def paths_of(unit_ids: Iterable[int], on: dt.date) -> dict[int, str]:
    """id → path on that day; a unit that has ended has the path of the one that continues it."""
    heirs = Heir.objects.filter(holds_on(on), unit__in=set(unit_ids))
    heir_of = dict(heirs.values_list("unit_id", "heir_id"))
    places = Placement.objects.on(on).filter(unit__in=set(heir_of.values()))
    path_of = dict(places.values_list("unit_id", "path"))
    return {unit: path_of[heir] for unit, heir in heir_of.items() if heir in path_of}


def paths_where(units: QuerySet[Any, Any], on: dt.date) -> QuerySet[Placement]:
    """Where units stand that day, those that have ended where their heir does; `units` asks for ids.

    Nothing leaves the database on the way: `paths_of` for units that are themselves asked for.
    """
    heirs = Heir.objects.filter(holds_on(on), unit__in=units)
    return Placement.objects.on(on).filter(unit__in=heirs.values("heir_id"))


def subtree(unit: Unit, on: dt.date) -> QuerySet[Placement]:
    """The unit and everything below it that day, in the order of the tree."""
    return Standing(unit, on).subtree()


def children(unit: Unit, on: dt.date) -> QuerySet[Placement]:
    """What lies directly below the unit that day."""
    return Placement.objects.on(on).filter(parent=unit).select_related("unit").order_by("path")


def by_child(things: Things, path: str, *, on: dt.date, of_unit: str = "unit") -> Things:
    """The things that count that day for what lies below the path, each with the path of the child in `child`.

    One thing stands in one row: a unit has one heir a day, and an heir one place.
    """
    heir, place = f"{of_unit}__heirs__", f"{of_unit}__heirs__heir__placements__"
    below = Q(**{f"{place}path__gt": path, f"{place}path__lt": after(path)})
    found = things.filter(holds_on(on, heir), holds_on(on, place), below)
    return found.annotate(child=Substr(f"{place}path", 1, len(path) + STEP))


def with_path(things: Things, *, on: dt.date, of_unit: str = "unit") -> Things:
    """The things of units that count for one that stands that day, each with where it stands in `stands_at`."""
    heir, place = f"{of_unit}__heirs__", f"{of_unit}__heirs__heir__placements__"
    found = things.filter(holds_on(on, heir), holds_on(on, place))
    return found.annotate(stands_at=F(f"{place}path"))


def at_or_above(things: Things, path: OuterRef, *, on: dt.date, of_unit: str = "unit") -> Things:
    """The things of the units that stand that day on an outer question's path or above it, of the nearest first."""
    heir, place = f"{of_unit}__heirs__", f"{of_unit}__heirs__heir__placements__"
    line = [Substr(path, 1, STEP * depth) for depth in range(1, MAX_DEPTH + 1)]
    found = things.filter(holds_on(on, heir), holds_on(on, place), **{f"{place}path__in": line})
    return found.order_by(f"-{place}path")  # whoever stands above has the beginning of the path


def children_by_name(unit: Unit, on: dt.date) -> list[Placement]:
    """The same in the order in which people look for a name: "thôn 2" before "thôn 10", Đ after D."""
    return sorted(children(unit, on), key=lambda place: title_key(place.name))


class Choice(NamedTuple):
    """A unit in a box to choose from."""

    unit_id: int
    code: str
    name: str


def choices_below(unit: Unit, on: dt.date) -> list[Choice]:
    """The same to choose from; as it was found while nothing has happened since."""

    def found() -> list[Choice]:
        return [Choice(place.unit_id, place.unit.code, place.name) for place in children_by_name(unit, on)]

    return until_something_happens(("organisation.choices_below", unit.pk, on), found)


def with_children(unit: Unit, on: dt.date) -> tuple[Placement | None, list[Placement]]:
    """(where the unit stands that day, what lies directly below it in the order of the tree); one question."""
    standing = Placement.objects.on(on).filter(Q(unit=unit) | Q(parent=unit)).select_related("unit")
    found = list(standing.order_by("path"))
    here = next((place for place in found if place.unit_id == unit.pk), None)
    return here, [place for place in found if place is not here] if here else []


def with_children_by_name(unit: Unit, on: dt.date) -> tuple[Placement | None, list[Placement]]:
    """The same, what lies below in the order in which people look for a name."""
    here, below = with_children(unit, on)
    return here, sorted(below, key=lambda place: title_key(place.name))


def paths_within(unit: Unit, on: dt.date) -> dict[int, str]:
    """id → path of every unit that counts for this one that day, ended ones with the path of their heir; one query."""
    here = placement(unit, on)
    if here is None:
        return {}
    standing = Placement.objects.on(on).under(here.path).filter(unit=OuterRef("heir"))
    rows = Heir.objects.filter(holds_on(on)).annotate(path=Subquery(standing.values("path")[:1]))
    below = Placement.objects.on(on).under(here.path).values("unit_id")
    return dict(rows.filter(heir__in=below).values_list("unit_id", "path"))


def ancestors(unit: Unit, on: dt.date) -> list[Placement]:
    """From the root to the unit's parent that day."""
    return Standing(unit, on).line[:-1]


def grassroots_above(paths: Iterable[str], on: dt.date) -> dict[str, int]:
    """Path → id of the grassroots organisation at or above it that day, the highest where there are several."""
    above = {path: ancestor_paths(path) for path in set(paths)}
    every = {one for line in above.values() for one in line}
    standing = Placement.objects.on(on).filter(path__in=every, unit__level="grassroots")
    found = dict(standing.values_list("path", "unit_id"))
    highest = {path: next((found[one] for one in line if one in found), None) for path, line in above.items()}
    return {path: unit for path, unit in highest.items() if unit is not None}


def is_under(unit: Unit, ancestor: Unit, on: dt.date) -> bool:
    """Whether the unit, or the one that continues it, lies at or below the ancestor that day."""
    paths = paths_of([unit.pk, ancestor.pk], on)
    return unit.pk in paths and ancestor.pk in paths and paths[unit.pk].startswith(paths[ancestor.pk])


def successor_of(unit: Unit, on: dt.date) -> Unit | None:
    """Who continues the unit on that day, however many mergers later; None while it stands, or before it began."""
    row = Heir.objects.filter(holds_on(on), unit=unit).exclude(heir=unit).select_related("heir").first()
    return row.heir if row else None


def heirs_of(unit_ids: set[int], on: dt.date) -> dict[int, int]:
    """Who answers that day for each unit: itself, or the one that continues it."""
    found = Heir.objects.filter(holds_on(on), unit__in=unit_ids)
    return {unit: unit for unit in unit_ids} | dict(found.values_list("unit_id", "heir_id"))


def standing_for(unit: Unit, on: dt.date) -> Unit:
    """The unit itself while it stands that day, else the one that continues it."""
    return successor_of(unit, on) or unit


class Standing:
    """Where a unit stands on one day; what is asked of it is asked once. Kept for one request, never longer."""

    def __init__(self, unit: Unit, on: dt.date, path: str | None = None) -> None:
        self.unit, self.on = unit, on
        if path:  # known already; otherwise asked when somebody wants it
            self.path = path

    @cached_property
    def line(self) -> list[Placement]:
        """From the root down to the unit itself that day; nothing when it does not stand."""
        if self.path is None:
            return []
        found = Placement.objects.on(self.on).filter(path__in=ancestor_paths(self.path))
        return list(found.select_related("unit").order_by("path"))

    @cached_property
    def path(self) -> str | None:
        """Its path that day; None when it does not stand."""
        return Placement.objects.on(self.on).filter(unit=self.unit).values_list("path", flat=True).first()

    def subtree(self) -> QuerySet[Placement]:
        """The unit and everything below it that day, in the order of the tree."""
        if self.path is None:
            return Placement.objects.none()
        return Placement.objects.on(self.on).under(self.path).order_by("path")

    def units_within(self) -> QuerySet[Any, Any]:
        """ids of the units that count for this one that day: in its subtree, or ended and continued there."""
        return self._within

    @cached_property
    def _within(self) -> QuerySet[Any, Any]:
        return counted_below(self.path, self.on)  # put together once; it is asked inside other questions only

    def unit_within(self, of_unit: str) -> Subquery:
        """The unit of a row where it counts for this one that day, else nothing: looked up for each row by itself.

        For lists that are read in their order until a page is full: a list of all that count is put together first.
        """
        return Subquery(self.units_within().filter(unit=OuterRef(of_unit))[:1])

    def holds(self, unit: Unit) -> bool:
        """Whether one unit counts for this one that day; asked afresh, because the tree may change meanwhile.

        The unit itself does as long as it stands.
        """
        if unit == self.unit and self.path is not None:
            return True
        heirs = Heir.objects.filter(holds_on(self.on), unit=unit).values("heir_id")
        places = Placement.objects.on(self.on).filter(unit__in=heirs).values_list("path", flat=True)
        here = self.path
        return here is not None and any(path.startswith(here) for path in places)

    def units_of_the_tree(self) -> QuerySet[Any, Any]:
        """ids of the units that count that day in the whole tree it stands in."""
        return counted_below(self.path and self.path[:STEP], self.on)


def counted_below(path: str | None, on: dt.date) -> QuerySet[Any, Any]:
    """ids of the units that count that day at or below the path: those that stand there, and those they continue."""
    below = Placement.objects.on(on).under(path) if path else Placement.objects.none()
    return Heir.objects.filter(holds_on(on), heir__in=below.values("unit_id")).values("unit_id")


def units_within(unit: Unit, on: dt.date, *, only_itself: bool = False) -> QuerySet[Any, Any]:
    """ids of the units that count for `unit` that day: in its subtree, or ended and continued there.

    With `only_itself` the subtree is left out: the unit and those it continues.
    """
    if only_itself:
        return Heir.objects.filter(holds_on(on), heir=unit).values("unit_id")
    return Standing(unit, on).units_within()


def within(
    queryset: Things,
    unit: Unit,
    *,
    on: dt.date,
    of_unit: str = "unit",
    tree: str = "now",
    date_field: str | None = None,
    only_itself: bool = False,
) -> Things:
    """The records that count for `unit`.

    tree "now": the record's unit, or the one that continues it, lies under `unit` on the day `on`.
    tree "then": the record's unit lay under `unit` on the record's own date (`date_field`).
    `of_unit` is the ORM path from a record to its unit.
    """
    if tree == "now":
        return queryset.filter(**{f"{of_unit}__in": units_within(unit, on, only_itself=only_itself)})
    if date_field is None:
        raise ValueError("the tree of then needs the record's own date")
    return queryset.filter(_then(unit, of_unit, date_field))


def _then(unit: Unit, of_unit: str, date_field: str) -> Q:
    """For each stretch in which `unit` stood somewhere: records of that stretch below where it stood."""
    stretches = []
    for stood in Placement.objects.filter(unit=unit):
        in_stretch = Q(**{f"{date_field}__gte": stood.starts})
        if stood.ends:
            in_stretch &= Q(**{f"{date_field}__lt": stood.ends})
        day = OuterRef(date_field)
        below = Placement.objects.filter(
            holds_on(day),
            unit=OuterRef(of_unit),
            path__gte=stood.path,
            path__lt=after(stood.path),
        )
        stretches.append(in_stretch & Q(Exists(below)))
    return reduce(or_, stretches, Q(pk__in=[]))
