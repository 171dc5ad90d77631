"""How far a practice went: everyone who learned it, read in a constant number of questions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Any

from django.db.models import Count, Q, QuerySet

from lantoa.adoptions.models import AdoptedPart, Adoption, AdoptionQuerySet
from lantoa.adoptions.queries.adopting import root_of
from lantoa.adoptions.rules.spreading import Place, Spread, spread_from
from lantoa.adoptions.words import DROPPED
from lantoa.foundation.half_open import holds_on
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Heir, Placement, Unit
from lantoa.organisation.paths import after, ancestor_paths, common_ancestor
from lantoa.practices.models import Field, Practice
from lantoa.practices.words import OTHER

# From here on a question is asked with a subquery instead of a list of numbers.
MANY = 500


def spread_of_practice(practice: Practice, on: dt.date) -> Spread:
    """Everyone who learned from this practice until that day, directly or through others: one question."""
    rows = Adoption.objects.filter(root=root_of(practice), adopted_on__lte=on).order_by("adopted_on", "pk")
    found = rows.values_list("practice_id", "origin_id", "adopted_on", "practice__stopped_on")
    return spread_from(practice.pk, (Place(*row) for row in found), on)


def adoptions_for(unit: Unit, field: Field | None, on: dt.date) -> AdoptionQuerySet:
    """What the unit and those below it took over until that day, of one field or of all."""
    taken = Adoption.objects.filter(adopted_on__lte=on)
    if field is not None:
        taken = taken.filter(practice__field=field)
    return organisation.within(taken, unit, on=on, of_unit="practice__unit")


def given_by(unit: Unit, field: Field | None, on: dt.date) -> AdoptionQuerySet:
    """What others took over from the unit and those below it until that day, through however many hands."""
    given = Adoption.objects.filter(adopted_on__lte=on)
    if field is not None:
        given = given.filter(root__field=field)
    return organisation.within(given, unit, on=on, of_unit="root__unit")


def organisations_reached(spread: Spread) -> tuple[int, int]:
    """How many units took part, each once whatever it was called then, and in how many grassroots organisations."""
    return _reached(Practice.objects.filter(pk__in=_keys(spread)).values("unit"), spread.until)


def _reached(units: QuerySet[Any, Any], on: dt.date) -> tuple[int, int]:
    heirs = Heir.objects.filter(holds_on(on), unit__in=units).values("heir")
    return reached_at(Placement.objects.on(on).filter(unit__in=heirs).values_list("path", flat=True), on)


def reached_at(places: Iterable[str], on: dt.date) -> tuple[int, int]:
    """The same of where units stand that day."""
    paths = set(places)
    above = {path for one in paths for path in ancestor_paths(one)}
    grassroots = Placement.objects.on(on).filter(unit__level="grassroots")
    if len(above) < MANY:
        grassroots = grassroots.filter(path__in=above)
    else:  # those below what they all stand under, and what that stands under itself
        under = common_ancestor(paths)
        below = Q(path__gte=under, path__lt=after(under))
        grassroots = grassroots.filter(below | Q(path__in=ancestor_paths(under)))
    return len(paths), len(above.intersection(grassroots.values_list("path", flat=True)))


def short_names(keys: Iterable[int], on: dt.date) -> dict[int, str]:
    """Practice id to the name of its unit that day, without the word for what kind of organisation it is."""
    units = dict(Practice.objects.filter(pk__in=set(keys)).values_list("pk", "unit_id"))
    names = organisation.names_of(units.values(), on)
    return {key: shortened(names.get(unit, "")) for key, unit in units.items()}


KINDS = ("Chi bộ ", "Đảng bộ ", "Đảng ủy ", "Đảng bộ bộ phận ")


def shortened(name: str) -> str:
    """ "Chi bộ thôn Nà Lùng" → "thôn Nà Lùng": on a drawing every line is a cell."""
    return next((name.removeprefix(kind) for kind in KINDS if name.startswith(kind)), name)


@dataclass(frozen=True)
class Dropped:
    """A core part, and how many of the places that stopped had dropped it before."""

    text: str
    places: int


def dropped_by_most(spread: Spread) -> Dropped | None:
    """The core part that most of those who stopped had dropped; None where nobody who stopped dropped any."""
    parts = AdoptedPart.objects.filter(
        adoption__practice__in=_keys(spread), adoption__practice__stopped_on__lte=spread.until, fate=DROPPED
    )
    counted = (
        parts.order_by().values("core__text").annotate(places=Count("pk")).order_by("-places", "core__text")
    )
    row = counted.exclude(core=None).first()
    return Dropped(row["core__text"], row["places"]) if row else None


def _keys(spread: Spread) -> QuerySet[Any, Any] | list[int]:
    """The places; as a subquery where they are thousands and the whole of a chain."""
    if len(spread.places) >= MANY:
        whole = Adoption.objects.filter(root=spread.origin, adopted_on__lte=spread.until)
        if whole.exists():
            return whole.values("practice")
    return list(spread.places)


@dataclass(frozen=True)
class Results:
    """The measured result where it began, and the middle one where it was taken over, in the same unit of count."""

    unit_of_count: str
    origin: Decimal
    median: Decimal
    places: int

    @property
    def percent(self) -> int | None:
        """The middle one against the origin, in percent."""
        return round(100 * self.median / self.origin) if self.origin else None


def results_of(practice: Practice, spread: Spread) -> Results | None:
    """None while the origin told no number, or nobody told one that counts the same thing."""
    if practice.result_value is None:
        return None
    told = Practice.objects.filter(
        pk__in=_keys(spread), result_unit=practice.result_unit, result_value__isnull=False
    )
    values = [
        value
        for key, value in told.values_list("pk", "result_value")
        if key in spread.places and value is not None
    ]
    if not values:
        return None
    return Results(practice.result_unit, practice.result_value, median(values), len(values))


def stop_reasons(spread: Spread) -> list[str]:
    """Why those places stopped that have stopped: the ready reason, or the words where none fitted."""
    stopped = Practice.objects.filter(pk__in=_keys(spread), stopped_on__lte=spread.until)
    told = stopped.values_list("pk", "stop_cause", "stop_reason")
    ready = {code: str(label) for code, label in Practice.StopCause.choices if code != OTHER}
    return [ready.get(cause, reason) for key, cause, reason in told if key in spread.places]


@dataclass(frozen=True)
class Row:
    """One place in the table twin of the drawing."""

    practice: Practice
    place: Place
    generation: int
    name: str
    parent_name: str
    learned_from: str
    goes_on: bool


def rows_of(spread: Spread, keys: list[int]) -> list[Row]:
    """The places in the order asked, with the names of that day. A constant number of questions."""
    on = spread.until
    teachers = {spread.places[key].learned_from for key in keys}
    practices = Practice.objects.in_bulk({*keys, *teachers})
    units = {practice.unit_id for practice in practices.values()}
    names, parents = organisation.names_of(units, on), _parents_of(units, on)
    names |= organisation.names_of(parents.values(), on)
    return [
        Row(
            practices[key],
            spread.places[key],
            spread.generation_of[key],
            names.get(practices[key].unit_id, practices[key].place_name),
            names.get(parents.get(practices[key].unit_id, 0), ""),
            shortened(names.get(practices[spread.places[key].learned_from].unit_id, "")),
            spread.places[key].goes_on(on),
        )
        for key in keys
    ]


def _parents_of(unit_ids: set[int], on: dt.date) -> dict[int, int]:
    """Unit id to the unit above it: that day, or when it last stood."""
    rows = Placement.objects.filter(unit__in=unit_ids, starts__lte=on, parent__isnull=False)
    return dict(rows.order_by("starts").values_list("unit_id", "parent_id"))


@dataclass(frozen=True)
class Travelled:
    """A practice that others took over, with how many did."""

    practice: Practice
    places: int


def most_travelled(
    adoptions: QuerySet[Adoption], at_most: int, *, listed: QuerySet[Practice]
) -> list[Travelled]:
    """Which practices (of those listed) these adoptions go back to, the most frequent first."""
    return travelled(most_travelled_keys(adoptions, at_most, listed=listed))


def travelled(places: dict[int, int]) -> list[Travelled]:
    """Practices by their keys, with how many took each over."""
    practices = Practice.objects.select_related("field").in_bulk(places)
    return [Travelled(practices[key], n) for key, n in places.items()]


def most_travelled_keys(
    adoptions: QuerySet[Adoption], at_most: int, *, listed: QuerySet[Practice]
) -> dict[int, int]:
    """The same as keys of practices, with how many places each."""
    counted = (
        adoptions.filter(root__in=listed.order_by().values("pk"))
        .order_by()
        .values("root")
        .annotate(places=Count("pk"))
        .order_by("-places", "root")
    )
    return dict(counted.values_list("root", "places")[:at_most])
