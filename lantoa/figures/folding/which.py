"""Which measures are folded, and which are counted whole beforehand: by what they are, never by their name."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Model, Q
from django.db.models.fields.related import ForeignObjectRel, RelatedField
from django.db.models.sql import Query

from lantoa.figures.catalogue import catalogue
from lantoa.figures.measure import (
    ON_DAY,
    SINCE_START,
    Distinct,
    Least,
    Measure,
    Records,
    Share,
    Total,
    UnitsWith,
)

# Days on which a measure that looks at the day would look at different ones.
DAYS = tuple(dt.date(year, month, day) for year in (2001, 2026) for month, day in ((1, 1), (5, 17), (12, 31)))
WHOLE = ""
_judged: dict[str, tuple[Measure, bool]] = {}
_judged_whole: dict[str, tuple[Measure, bool]] = {}


def folded() -> dict[str, Measure]:
    """code → measure, of all that are folded."""
    return {code: one for code, one in catalogue().items() if is_folded(one)}


def whole() -> dict[str, Measure]:
    """code → measure, of all that are counted whole beforehand."""
    return {code: one for code, one in catalogue().items() if is_whole(one)}


def heard_of() -> dict[str, Measure]:
    """code → measure, of all whose records must be heard of."""
    also = [code for one in whole().values() if isinstance(one.counts, UnitsWith) for code in one.counts.also]
    return folded() | whole() | {code: catalogue()[code] for code in also}


def is_folded(measure: Measure) -> bool:
    """Whether months and units of it add up, and only its own rows and those they belong to decide what is counted.

    Not folded: different persons, the least, what is there on a day, ratios and units with a record (of which the
    measures below may be), whatever looks at the day it is asked for, and whatever asks a second question.
    """
    return _judge(measure, _judged, _adds_up)


def is_whole(measure: Measure) -> bool:
    """Whether it adds up over neither months nor units (different values, the least, units with a record; whatever is
    there on a day), and only its own rows, those they belong to and the tree decide what is counted.

    Not so: what counts from the first day of a stage, which an office may change; whatever looks at the day it is
    asked for, but for what is there on that day; whatever asks a second question. Those are counted live.
    """
    return _judge(measure, _judged_whole, _is_counted_whole)


def _judge(
    measure: Measure, known: dict[str, tuple[Measure, bool]], judge: Callable[[Measure], bool]
) -> bool:
    one = known.get(measure.code)
    if one is None or one[0] is not measure:
        one = known[measure.code] = (measure, judge(measure))
    return one[1]


def _is_counted_whole(measure: Measure) -> bool:
    counts = measure.counts
    if isinstance(counts, Records | Total) and measure.meaning != ON_DAY:
        return False
    if isinstance(counts, Share) or not _is_of_its_rows(measure):
        return False
    also = counts.also if isinstance(counts, UnitsWith) else ()
    return all(_is_of_its_rows(catalogue()[code]) for code in also)


def _is_of_its_rows(measure: Measure) -> bool:
    """Whether some days and the measure's own rows say what is counted in them, whenever that is asked."""
    if measure.records is None or measure.meaning == SINCE_START:
        return False
    if measure.meaning != ON_DAY and not (measure.on_date and _is_the_same_every_day(measure)):
        return False
    return all(_asks_no_second_question(measure, day) for day in DAYS) and _leads_to_one_each(
        measure, _paths(measure)
    )


def _adds_up(measure: Measure) -> bool:
    counts = measure.counts
    if measure.records is None or not measure.on_date or measure.meaning == ON_DAY:
        return False
    if not isinstance(counts, Records | Total) or _has_parts_that_change(measure):
        return False
    return (
        _is_the_same_every_day(measure) and _asks_no_second_question(measure) and _goes_to_one_each(measure)
    )


def _has_parts_that_change(measure: Measure) -> bool:
    """Parts that an office keeps as a list come while nothing is counted anew."""
    return not all(isinstance(split.parts, dict) for split in measure.splits.values())


def parts_of(measure: Measure) -> dict[str, Q]:
    """part as it is kept → which records it holds; the whole is not among them."""
    return {
        as_kept((name, part)): held
        for name, split in measure.splits.items()
        for part, (_label, held) in split.parts.items()
    }


def as_kept(split: tuple[str, str] | None) -> str:
    """(name of the split, name of the part) as a column: "level=cell"; "" for the whole."""
    return f"{split[0]}={split[1]}" if split else WHOLE


def records_of(measure: Measure, day: dt.date = DAYS[0]) -> Any:
    """Everything that the measure ever counts; the day makes a difference only to what is there on a day."""
    assert measure.records is not None
    return measure.records(day).order_by()


def signature() -> str:
    """Changes when a measure is folded or counted whole that was not, or is counted otherwise than before."""
    return _signature(tuple(folded()), tuple(whole()))


@cache
def _signature(_folded: tuple[str, ...], _whole: tuple[str, ...]) -> str:
    told = [(*_counting(one), sorted(_told(one))) for _code, one in sorted(folded().items())]
    told += [_counting(one) for _code, one in sorted(heard_of().items()) if not is_folded(one)]
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _counting(measure: Measure) -> tuple[Any, ...]:
    query = str(records_of(measure).query)
    return measure.code, query, measure.of_unit, measure.on_date, measure.meaning, repr(measure.counts)


def _told(measure: Measure) -> Iterator[tuple[str, str]]:
    return ((part, repr(held)) for part, held in parts_of(measure).items())


def _is_the_same_every_day(measure: Measure) -> bool:
    assert measure.records is not None
    return len({str(measure.records(day).query) for day in DAYS}) == 1


def _asks_no_second_question(measure: Measure, day: dt.date = DAYS[0]) -> bool:
    query = records_of(measure, day).query
    plain = not (query.distinct or query.combinator or query.is_sliced or query.group_by)
    return plain and not _holds_a_query(query.where)


def _holds_a_query(node: Any) -> bool:
    if isinstance(node, Query) or hasattr(node, "query"):
        return True
    inner = [*getattr(node, "children", ()), getattr(node, "lhs", None), getattr(node, "rhs", None)]
    if hasattr(node, "get_source_expressions"):
        inner += node.get_source_expressions()
    return any(_holds_a_query(one) for one in inner if one is not None and not isinstance(one, str | int))


def _goes_to_one_each(measure: Measure) -> bool:
    """Whether every path leads from a record to one thing, so that no record is counted twice."""
    parts = {name for held in parts_of(measure).values() for name in names_in(held)}
    return _leads_to_one_each(measure, _paths(measure) | parts)


def _leads_to_one_each(measure: Measure, paths: set[str]) -> bool:
    model = records_of(measure).model
    return all(_leads_to_one(model, path) for path in paths)


def _paths(measure: Measure) -> set[str]:
    """From a record to whose it is, when it is, and what of it is counted."""
    paths = {measure.of_unit, measure.on_date} - {""}
    match measure.counts:
        case Total(of) | Distinct(of):
            paths.add(of)
        case Least(numerator, denominator):
            paths |= {numerator, denominator}
    return paths


def things_of(measure: Measure) -> set[type[Model]]:
    """The tables of which something decides what is counted: those asked, and those whose rows are told apart."""
    found = records_of(measure)
    of = [measure.counts.of] if isinstance(measure.counts, Distinct) else []
    asked = found.values_list(*filter(None, (measure.of_unit, measure.on_date)), *of).query
    joined = {table.table_name for name, table in asked.alias_map.items() if asked.alias_refcount[name]}
    tables = joined | {found.model._meta.db_table}
    ends = [_end_of(found.model, path) for path in of]
    return {model for model in apps.get_models() if model._meta.db_table in tables} | {*filter(None, ends)}


def _end_of(model: type[Model], path: str) -> Any:
    """The model that the path ends at; None where it ends at no other thing."""
    here: Any = model
    for step in path.split("__"):
        field = next(
            (f for f in here._meta.get_fields() if step in (f.name, getattr(f, "attname", ""))), None
        )
        here = getattr(field, "related_model", None)
        if here is None:
            return None
    return here


def names_in(held: Q) -> Iterator[str]:
    """The paths that a condition speaks of."""
    for child in held.children:
        if isinstance(child, Q):
            yield from names_in(child)
        elif isinstance(child, tuple):
            yield child[0]
        else:
            yield "?"  # an expression: nobody can tell where it leads


def _leads_to_one(model: type[Model], path: str) -> bool:
    here: Any = model
    for step in path.split("__"):
        names = {field.name: field for field in here._meta.get_fields()}
        if step not in names:  # a lookup or a transform of the field before it
            return here is not model or step == "pk"
        field = names[step]
        if not isinstance(field, RelatedField | ForeignObjectRel):
            return True
        if not (field.many_to_one or field.one_to_one):
            return False
        here = field.related_model
    return True
