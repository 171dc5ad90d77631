"""What stands behind a number: exactly what was counted, by whom it is missing, and the same as a workbook."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Exists, F, Min, Model, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.figures.as_of import AsOf, asked_as_of
from lantoa.figures.catalogue import catalogue
from lantoa.figures.children import by_child
from lantoa.figures.counting import figure, lowest_first, records_of, units_having
from lantoa.figures.declared import with_declared
from lantoa.figures.figure import NONE, RATIO, Figure
from lantoa.figures.measure import Distinct, Least, Measure, Records, Share, Total, UnitsWith
from lantoa.figures.pages.reading import asked_period
from lantoa.figures.unknown import said_nothing, stated_of
from lantoa.foundation.filters import period_choices
from lantoa.foundation.pages import paginate
from lantoa.foundation.sheets import Sheet, in_parts, wants_workbook
from lantoa.foundation.templatetags.lantoa import in_words
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people import rules as of_people
from lantoa.people import sign_in
from lantoa.people.actors import Actor
from lantoa.people.addresses import asked_unit

Split = tuple[str, str] | None


@dataclass(frozen=True)
class Asked:
    """Which number, of which unit, as of which day, for whose eyes."""

    measure: Measure
    unit: Unit
    as_of: AsOf
    split: Split
    by: Actor

    def records(self, measure: Measure | None = None) -> QuerySet[Any]:
        """Everything that is counted."""
        measure = measure or self.measure
        found = records_of(measure, self.unit, self.as_of.period, on=self.as_of.on, split=self.split)
        return found.order_by("pk")

    def figure(self, code: str = "") -> Figure:
        """The number; one of its two sides, where a code is given."""
        where: dict[str, Any] = {"unit": self.unit, "period": self.as_of.period, "on": self.as_of.on}
        if code or self.split:
            return figure(code or self.measure.code, split=self.split, **where)
        return with_declared(self.measure.code, **where)


def records(request: HttpRequest, code: str) -> HttpResponse:
    """The list behind one number. What the reader may not open is counted, not named."""
    measure = catalogue().get(code)
    if measure is None:
        raise Http404
    unit, period = asked_unit(request), asked_period(request)
    as_of = asked_as_of(request, unit, period)
    asked = Asked(measure, unit, as_of, _asked_split(request, measure), request.actor)
    if wants_workbook(request):
        sheet, n = _sheet(asked)
        if measure.names_persons and n > of_people.MANY_PERSONS and not sign_in.is_fresh(request):
            return sign_in.ask_to_prove(request)
        code_of_list = re.sub(r"[^-\w]+", "-", f"{code}-{as_of.period.code}")[:40]
        return sheet.answer_unless_long(code_of_list, _file_name(asked), n, unit=unit)
    nothing = said_nothing(unit, as_of.period)
    (shown,) = stated_of([asked.figure()], unit, as_of.period, today=request.actor.on, on=as_of.on)
    query = urlencode({"don-vi": unit.code, "ky": as_of.period.code, "chi-tieu": code})
    context: dict[str, Any] = {
        "measure": measure,
        "figure": shown,
        "unit": unit,
        "period": as_of.period,
        "as_of": as_of,
        "unit_name": organisation.name_of(unit, as_of.on),
        "split": asked.split and measure.splits[asked.split[0]].parts[asked.split[1]][0],
        "nothing": nothing.get(code) if shown.state == NONE else None,
        "declared_url": f"{reverse('figures:declared')}?{query}{as_of.query}",
        "may_declare": request.actor.may("figures.declare") and request.actor.reaches(unit),
        "difference": _difference(asked),
        **_choices(request, asked),
    }
    return render(request, "figures/records.html", context | _behind(request, asked))


def _asked_split(request: HttpRequest, measure: Measure) -> Split:
    name, _colon, part = request.GET.get("tach", "").partition(":")
    if not name:
        return None
    if name not in measure.splits or part not in measure.splits[name].parts:
        raise Http404
    return name, part


def _choices(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    """What may be chosen instead: another period, another unit, a part of the number."""
    chosen = f"{asked.split[0]}:{asked.split[1]}" if asked.split else ""
    may = request.actor.reaches(asked.unit)
    parts = [
        (f"{name}:{part}", label, f"{name}:{part}" == chosen)
        for name, split in asked.measure.splits.items()
        for part, (label, _held) in split.parts.items()
    ]
    return {
        "periods": period_choices(request, request.actor.on),
        "units": organisation.children_by_name(asked.unit, request.actor.on) if may else [],
        "parts_of_it": parts,
    }


def _behind(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    match asked.measure.counts:
        case Share(numerator, denominator):
            sides = [asked.figure(code) for code in (numerator, denominator)]
            return {"parts": asked.as_of.carried(sides)} | _missing(request, asked)
        case UnitsWith():
            return {"units_with": paginate(request, _units(asked))}
        case Distinct(of):
            return _things(request, asked, of)
    return _rows(request, asked)


def _units(asked: Asked) -> list[tuple[Any, bool]]:
    """Every unit of the level, those without a record first."""
    having = units_having(asked.measure, asked.unit, asked.as_of.period, on=asked.as_of.on)
    return sorted(having, key=lambda row: (row[1], row[0].path))


def _seen(found: QuerySet[Any], by: Actor) -> QuerySet[Any]:
    return found.filter(pk__in=found.model.objects.visible_to(by).values("pk"))


def _rows(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    """One row a record; of a minimum, the lowest occasion first."""
    found = asked.records()
    if isinstance(asked.measure.counts, Least):
        found = lowest_first(asked.measure, found)
    total = found.count()
    seen = _seen(found, asked.by)
    page = paginate(request, seen.select_related(*_related(asked.measure, found.model)))
    rows, columns = list(_told(page, asked)), list(asked.measure.columns)
    if extra := _amount(asked.measure):
        columns.append((extra, str(asked.measure.unit_of_count).capitalize()))
        rows = [row | {"cells": [*row["cells"], _value(row["thing"], extra)]} for row in rows]
    told = {"page": page, "rows": rows, "columns": columns}
    return told | {"total": total, "hidden": total - seen.count()}


def _amount(measure: Measure) -> str:
    """What is added up of each record, where the columns of its list do not show it: a sum is read beside its parts."""
    of = measure.counts.of if isinstance(measure.counts, Total) else ""
    return "" if of in [path for path, _heading in measure.columns] else of


def _things(request: HttpRequest, asked: Asked, of: str) -> dict[str, Any]:
    """One row for each different thing, however many records tell of it."""
    found = asked.records()
    total = asked.records().order_by().values(of).distinct().count()
    of_records = found.count()
    seen = _different(_seen(found, asked.by), of)
    page = paginate(request, seen)
    rows = list(_told_things(page, asked, found.model))
    return {
        "page": page,
        "rows": rows,
        "columns": asked.measure.columns,
        "total": total,
        "of_records": of_records,
        "says_records": of_records != total,
        "hidden": total - seen.count(),
    }


def _different(found: QuerySet[Any], of: str) -> QuerySet[Any]:
    """The different values, each with how many records tell of it and the first of these."""
    told = found.order_by().filter(**{f"{of}__isnull": False}).values(of)
    return told.annotate(n=Count("pk"), first=Min("pk")).order_by("first")


def _told_things(
    page: Iterable[dict[str, Any]], asked: Asked, model: type[Model]
) -> Iterable[dict[str, Any]]:
    groups = list(page)
    told = model._default_manager.filter(pk__in=[one["first"] for one in groups])
    firsts = {one.pk: one for one in told.select_related(*_related(asked.measure, model))}
    rows = _told([firsts[one["first"]] for one in groups], asked)
    for group, row in zip(groups, rows, strict=True):
        yield row | {"n": group["n"]}


def _told(things: Iterable[Any], asked: Asked) -> Iterable[dict[str, Any]]:
    """Each record in the cells of its list."""
    things, measure = list(things), asked.measure
    names = organisation.names_of([_value(row, f"{measure.of_unit}_id") for row in things], asked.as_of.on)
    for row in things:
        yield {
            "thing": row,
            "url": row.get_absolute_url() if hasattr(row, "get_absolute_url") else "",
            "unit": names.get(_value(row, f"{measure.of_unit}_id"), ""),
            "cells": [_value(row, path) for path, _heading in measure.columns],
        }


def _missing(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    """Of a ratio: how many of the lower side are not in the upper, and who, where the reader may read it by name."""
    without = _without(asked)
    if without is None:
        return {}
    below, found, of = without
    n = found.order_by().values(of).distinct().count()
    context: dict[str, Any] = {"missing": n, "missing_of": below}
    if asked.measure.names_missing(asked.by, asked.unit):
        lower = replace(asked, measure=below)
        page = paginate(request, _different(_seen(found, asked.by), of))
        context |= {"missing_page": page, "missing_rows": list(_told_things(page, lower, found.model))}
    return context


def _without(asked: Asked) -> tuple[Measure, QuerySet[Any], str] | None:
    """What the lower side counts and the upper does not, and by which field; None where the two count other things."""
    counts = asked.measure.counts
    assert isinstance(counts, Share)
    above, below = catalogue()[counts.numerator], catalogue()[counts.denominator]
    of, wanted = _counted_by(above), _counted_by(below)
    upper, lower = asked.records(above), asked.records(below)
    if of is None or of != wanted or (of == "pk" and upper.model is not lower.model):
        return None
    return below, lower.filter(~Exists(upper.order_by().filter(**{of: OuterRef(of)}))), of


def _counted_by(measure: Measure) -> str | None:
    match measure.counts:
        case Records():
            return "pk"
        case Distinct(of):
            return of
    return None


def _difference(asked: Asked) -> list[dict[str, Any]]:
    """Unit by unit, by the tree of the period's end and by that of the day asked; only where the two differ."""
    as_of = asked.as_of
    if as_of.asked is None or as_of.on == as_of.end or asked.split:
        return []
    told: dict[int, dict[str, Any]] = {}
    for side, on in (("then", as_of.end), ("now", as_of.on)):
        for place, one in by_child(asked.measure.code, unit=asked.unit, period=as_of.period, on=on).children:
            told.setdefault(place.unit_id, {"name": place.name})[side] = one
    rows = [row for row in told.values() if _shown(row.get("then")) != _shown(row.get("now"))]
    for row in rows:
        row["more"] = _more(row.get("then"), row.get("now"))
    return rows


def _shown(one: Figure | None) -> str:
    return one.bare if one else ""


def _more(then: Figure | None, now: Figure | None) -> Any:
    if RATIO in (then and then.kind, now and now.kind):
        return None
    return ((now.exact if now else None) or 0) - ((then.exact if then else None) or 0)


# The same as a workbook


def _file_name(asked: Asked) -> str:
    return f"{asked.measure.code}-{asked.unit.code}-{asked.as_of.period.code}"


def _sheet(asked: Asked) -> tuple[Sheet, int]:
    """What the reader sees of it, with formulas for what is summed up, and of how many rows; none is read yet."""
    measure, label = asked.measure, str(asked.measure.label)
    match measure.counts:
        case Share(numerator, denominator):
            sides = _sheet_of_sides(asked, numerator, denominator)
            return sides, len(list(sides.rows))  # the units directly below: a ratio never has more rows
        case UnitsWith():
            heads = [_("Đơn vị"), _("Có bản ghi (1), chưa có (0)")]
            having = [(place.name, int(has)) for place, has in _units(asked)]
            return Sheet(label, heads, having, sums={1}, shares={2: (1, None)}), len(having)
        case Distinct(of):
            groups = _different(_seen(asked.records(), asked.by), of)
            told = _each(groups, lambda some: _told_things(some, asked, asked.records().model))
            rows = ([*_cells(row), row["n"]] for row in told)
            return Sheet(label, [*_heads(measure), _("Số bản ghi")], rows), groups.count()
    found = _seen(asked.records(), asked.by).select_related(*_related(measure, asked.records().model))
    if isinstance(measure.counts, Total):
        found = found.annotate(amount_told=F(measure.counts.of))
        heads = [*_heads(measure), str(measure.unit_of_count).capitalize()]
        lines = _each(found, lambda some: _told(some, asked))
        summed = ([*_cells(row), row["thing"].amount_told] for row in lines)
        return Sheet(label, heads, summed, sums={len(heads) - 1}), found.count()
    rows = (_cells(row) for row in _each(found, lambda some: _told(some, asked)))
    return Sheet(label, _heads(measure), rows), found.count()


def _each(
    found: QuerySet[Any], told: Callable[[list[Any]], Iterable[dict[str, Any]]]
) -> Iterator[dict[str, Any]]:
    for some in in_parts(found):
        yield from told(some)


def _sheet_of_sides(asked: Asked, numerator: str, denominator: str) -> Sheet:
    """The two sides of a ratio, unit by unit; the ratio is a formula."""
    where: dict[str, Any] = {"unit": asked.unit, "period": asked.as_of.period, "on": asked.as_of.on}
    above, below = (by_child(code, **where) for code in (numerator, denominator))
    heads = [_("Đơn vị"), above.own.label, below.own.label]
    rows: list[Sequence[Any]] = [
        (place.name, upper.exact, lower.exact)
        for (place, upper), (_place, lower) in zip(above.children, below.children, strict=True)
    ]
    rows.append((organisation.name_of(asked.unit, asked.as_of.on), above.own.exact, below.own.exact))
    return Sheet(str(asked.measure.label), [*heads, _("Tỷ lệ")], rows, sums={1, 2}, shares={3: (1, 2)})


def _heads(measure: Measure) -> list[str]:
    return [*(str(heading) for _path, heading in measure.columns or (("", _("Bản ghi")),)), _("Đơn vị")]


def _cells(row: dict[str, Any]) -> list[Any]:
    """The cells of a row: numbers stay numbers, all else is in words."""
    cells = row["cells"] or [str(row["thing"])]
    is_number = [isinstance(cell, int | float | Decimal) and not isinstance(cell, bool) for cell in cells]
    told = [cell if number else in_words(cell) for cell, number in zip(cells, is_number, strict=True)]
    return [*told, row["unit"]]


def _related(measure: Measure, model: type[Model]) -> list[str]:
    """The foreign keys that the columns walk through, so that a page of the list is one query."""
    names = {path.split("__")[0] for path, _heading in measure.columns}
    keys = {f.name for f in model._meta.fields if f.is_relation}
    return sorted(names & keys)


def _value(thing: Any, path: str) -> Any:
    """Follow "task__registration_id" through attributes; choices come as their words, methods are called."""
    for step in path.split("__"):
        if thing is None:
            return ""
        words = getattr(thing, f"get_{step}_display", None)
        thing = words() if words else getattr(thing, step)
        if callable(thing) and not hasattr(thing, "all"):
            thing = thing()
    return "" if thing is None else thing
