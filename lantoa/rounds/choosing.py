"""What a round can ask: ready forms, forms of earlier rounds, measures by field, declared indicators."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.figures.catalogue import catalogue, fields_of_work
from lantoa.figures.measure import Share
from lantoa.figures.models import Indicator
from lantoa.figures.rules import Counted
from lantoa.foundation.dates import Period
from lantoa.organisation.models import Unit
from lantoa.rounds import rules
from lantoa.rounds.library import ready
from lantoa.rounds.models import Item, Round
from lantoa.rounds.words import Adds, Kind

MOST_EARLIER = 12


@dataclass(frozen=True)
class Begun:
    """A form to begin with; `months` in the period it is for."""

    codes: tuple[str, ...] = ()
    prose: tuple[str, ...] = ()
    months: int = 1


def begun(code: str, earlier: QuerySet[Round]) -> Begun:
    """The ready form of that code, or that of an earlier round ("ky-12"); an empty one for anything else."""
    if form := ready(code):
        return Begun(
            tuple(c for c in form.codes if c in catalogue()), tuple(map(str, form.prose)), form.months
        )
    kind, _dash, key = code.partition("-")
    found = (
        earlier.filter(pk=int(key)).first() if kind == "ky" and key[:9] == key and key.isdecimal() else None
    )
    if found is None:
        return Begun()
    items = list(found.items.all())
    return Begun(
        tuple(item.code for item in items if item.code),
        tuple(item.label for item in items if not item.code),
        months_in(found.period),
    )


def months_in(period: Period) -> int:
    """How many months a period has."""
    return (period.ends.year - period.starts.year) * 12 + period.ends.month - period.starts.month


def earlier_rounds(unit: Unit) -> QuerySet[Round]:
    """Those that the unit opened before, the newest first."""
    return Round.objects.filter(unit=unit)


def offered(unit: Unit, on: dt.date) -> list[tuple[str, list[tuple[str, str]]]]:
    """(field of work, [(code, label)]) of every figure that can be asked of those below the unit."""
    groups = []
    for room, label in fields_of_work().items():
        found = [(one.code, str(one.label)) for one in catalogue().values() if one.room == room]
        groups.append((str(label), found))
    declared = [(one.code, one.label) for one in _indicators(unit, on).values()]
    return [*groups, *([(_("Chỉ tiêu khai báo"), declared)] if declared else [])]


def _indicators(unit: Unit, on: dt.date) -> dict[str, Indicator]:
    kept = Indicator.objects.holding_for(unit, on).asked().by_name()
    return {one.code: one for one in kept if one.code not in catalogue() and one.kind in rules.ASKABLE}


def items_of(codes: Sequence[str], prose: Iterable[str], unit: Unit, on: dt.date) -> list[Item]:
    """The cells of a form, not yet kept: figures in the order of the house, then words.

    BadInput for too few or too many, KeyError for a code that is not offered.
    """
    indicators = _indicators(unit, on)
    figures = [_of_measure(code) for code in catalogue() if code in set(codes)]
    figures += [_of_indicator(one) for code, one in indicators.items() if code in set(codes)]
    words = [Item(label=label[:250], kind=Kind.PROSE, adds=Adds.PARTS) for label in prose]
    found = [*figures, *words]
    rules.must_ask_something(len(found))
    for position, item in enumerate(found, start=1):
        item.position = position
    return found


def _of_measure(code: str) -> Item:
    measure = catalogue()[code]
    parts = []
    if isinstance(measure.counts, Share):
        parts = [catalogue()[measure.counts.numerator], catalogue()[measure.counts.denominator]]
    return Item(
        code=code,
        label=str(measure.label),
        unit_of_count=str(measure.unit_of_count),
        adds=rules.adds_of(measure, parts),
    )


def _of_indicator(one: Indicator) -> Item:
    return Item(
        code=one.code, label=one.label, unit_of_count=one.unit_of_count, adds=rules.adds_of_indicator(one)
    )


def figures_offered(unit: Unit, on: dt.date) -> dict[str, str]:
    """code → label of every figure that can be asked, for rules between two of them."""
    return {code: label for _field, choices in offered(unit, on) for code, label in choices}


def counted(unit: Unit, on: dt.date) -> dict[str, Counted]:
    """code → what each figure that can be asked counts."""
    measures = {code: Counted.of(one) for code, one in catalogue().items()}
    declared = _indicators(unit, on)
    return measures | {code: Counted(one.label, one.unit_of_count) for code, one in declared.items()}
