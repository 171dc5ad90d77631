"""Unknown is not zero: of every nought, whether it was recorded as none, not recorded, or is not yet due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from django.db.models import Exists, IntegerField, QuerySet, Value

from lantoa.figures.catalogue import catalogue
from lantoa.figures.counting import Units, units_of
from lantoa.figures.figure import COUNTED, NONE, NOT_DUE, NUMBER, RATIO, UNKNOWN, UNRECORDED, Figure
from lantoa.figures.measure import IN_PERIOD, Least, Measure, Share, UnitsWith
from lantoa.figures.models import DeclaredFigure, Nothing
from lantoa.figures.rules import can_be_unknown
from lantoa.foundation.dates import Period
from lantoa.organisation.models import Placement, Unit


def said_nothing(unit: Unit, period: Period) -> dict[str, Nothing]:
    """code → who said that nothing happened in the unit in the whole period: one question."""
    return said_nothing_by([unit.pk], period).get(unit.pk, {})


def said_nothing_by(units: Iterable[int], period: Period) -> dict[int, dict[str, Nothing]]:
    """unit id → code → who said that nothing happened there in the whole period: one question.

    By declaring nought for what is also counted, or by the press, which is what is told where somebody did both.
    """
    units = list(units)
    nought = DeclaredFigure.objects.in_force().filter(unit__in=units, kind=NUMBER, value=0)
    whole = nought.filter(starts__lte=period.starts, ends__gte=period.ends).order_by()
    pressed = Nothing.objects.filter(unit__in=units).holding(period).order_by()
    told = whole.values_list(
        _number(0),
        "declared_at",
        "unit_id",
        "indicator__code",
        "starts",
        "ends",
        "declared_by_name",
        _number(0),
    ).union(
        pressed.values_list(_number(1), "said_at", "unit_id", "code", "starts", "ends", "said_by_name", "pk"),
        all=True,
    )
    found: dict[int, dict[str, Nothing]] = {}
    for _order, at, unit, code, starts, ends, name, pk in sorted(told):
        one = Nothing(unit_id=unit, code=code, starts=starts, ends=ends, said_by_name=name, said_at=at)
        one.pk = pk or None  # a declaration is not taken back as a press is
        found.setdefault(unit, {})[code] = one
    return found


def _number(number: int) -> Value:
    return Value(number, output_field=IntegerField())


def stated_of(
    figures: Iterable[Figure], unit: Unit, period: Period, *, today: dt.date, on: dt.date
) -> list[Figure]:
    """The figures of one unit, each nought with its state; of what is there on a day, whether any was ever recorded.

    `on` is the day whose tree is asked. Three questions, one of them only where such a figure is nought.
    """
    told = with_states(figures, said_nothing(unit, period), today)
    never = _never_recorded([one for one in told if _is_bare_nought(one)], unit, period, on)
    return [_settled(one, one.code in never) for one in told]


class Tree(Protocol):
    """The children of a unit that day, and which of them a unit's records count for."""

    @property
    def placements(self) -> Sequence[Placement]:
        """The children, in the order of the tree."""

    @property
    def units(self) -> Units:
        """Every unit within."""

    @property
    def on(self) -> dt.date:
        """The day whose tree it is."""

    def homes(self, unit_ids: Iterable[int]) -> dict[int, str]:
        """id → the path of the child that the unit's records count for."""


def stated_of_children(
    columns: Sequence[Sequence[tuple[Placement, Figure]]], children: Tree, period: Period, *, today: dt.date
) -> list[list[Figure]]:
    """The same for every child, in the order of the tree: of each its figure in every column.

    Two questions, and one for each measure of what is there on a day that is nought in some child.
    """
    places = children.placements
    nothing = said_nothing_by([place.unit_id for place in places], period)
    rows = [
        with_states([column[number][1] for column in columns], nothing.get(place.unit_id, {}), today)
        for number, place in enumerate(places)
    ]
    heard = _ever_recorded([one for row in rows for one in row if _is_bare_nought(one)], children, period)
    return [
        [_settled(one, place.path not in heard.get(one.code, {place.path})) for one in row]
        for place, row in zip(places, rows, strict=True)
    ]


def _settled(figure: Figure, was_never_recorded: bool) -> Figure:
    """What is there on a day: nobody has recorded any, or a ratio has nothing to be a part of."""
    if not _is_bare_nought(figure):
        return figure
    if was_never_recorded:
        return replace(figure, state=UNRECORDED)
    return replace(figure, state=NONE) if figure.kind == RATIO and not figure.denominator else figure


def _ever_recorded(noughts: Iterable[Figure], children: Tree, period: Period) -> dict[str, set[str]]:
    """code of what is there on a day → the children of which there is any record until then."""
    found: dict[str, set[str]] = {}
    for code, measure, records in _records_until(noughts, children.units, period, children.on):
        units = records.order_by().values_list(measure.of_unit, flat=True).distinct()
        found[code] = set(children.homes(units).values())
    return found


def _is_bare_nought(figure: Figure) -> bool:
    return figure.source == COUNTED and not figure.state and not figure.split and _is_nought(figure)


def _never_recorded(figures: Iterable[Figure], unit: Unit, period: Period, on: dt.date) -> set[str]:
    """The measures, of what is there on a day or has come together, of which the unit has no record until then."""
    noughts = list(figures)
    units = units_of(unit, on) if noughts else []
    found = {
        code: Exists(records.order_by())
        for code, _measure, records in _records_until(noughts, units, period, on)
    }
    told = Unit.objects.filter(pk=unit.pk).values_list(*found.values()).get() if found else ()
    return {code for code, has in zip(found, told, strict=True) if not has}


def _records_until(
    noughts: Iterable[Figure], units: Units, period: Period, on: dt.date
) -> Iterator[tuple[str, Measure, QuerySet[Any]]]:
    """(code, measure, its records of those units until the period's end) of those that count what is there on a day."""
    asked = {one.code: _counted_of(catalogue()[one.code]) for one in noughts if one.code in catalogue()}
    for code, measure in asked.items():
        model = measure.records(on).model if measure and measure.records else Placement
        if measure is not None and model is not Placement:
            by_then = {f"{measure.on_date}__lt": period.ends} if measure.on_date else {}
            manager: Any = model._default_manager
            yield code, measure, manager.filter(**{f"{measure.of_unit}__in": units}, **by_then)


def _counted_of(measure: Measure) -> Measure | None:
    """The measure whose records are looked for; of a ratio its upper side. None for what happens in a period."""
    if isinstance(measure.counts, Share):
        return _counted_of(catalogue()[measure.counts.numerator])
    counts_records = measure.records is not None and not isinstance(measure.counts, UnitsWith | Least)
    return measure if counts_records and measure.meaning != IN_PERIOD else None


def with_states(figures: Iterable[Figure], nothing: Mapping[str, Nothing], today: dt.date) -> list[Figure]:
    """The same figures, each nought with its state."""
    return [replace(one, state=state_of(one, nothing, today)) for one in figures]


def state_of(figure: Figure, nothing: Mapping[str, Nothing], today: dt.date) -> str:
    """The state of a nought that records might have told; empty for every other figure."""
    measure = catalogue().get(figure.code)
    if figure.source != COUNTED:
        return figure.state
    if not _is_nought(figure) or figure.split or measure is None or not _tells_what_happens(measure):
        return ""
    if figure.code in nothing or (isinstance(measure.counts, Share) and measure.counts.numerator in nothing):
        return NONE
    return NOT_DUE if figure.period.starts > today else UNKNOWN


def _is_nought(figure: Figure) -> bool:
    """None counted; of a ratio: none of some, and none of none."""
    if figure.kind == RATIO:
        return figure.numerator is not None and not figure.numerator
    return figure.exact is not None and not figure.exact


def _tells_what_happens(measure: Measure) -> bool:
    """Whether records of what happens in a period make it more than nought; of a ratio, its upper side."""
    match measure.counts:
        case Share(numerator):
            return can_be_unknown(catalogue()[numerator])
        case UnitsWith():
            return True
    return can_be_unknown(measure)
