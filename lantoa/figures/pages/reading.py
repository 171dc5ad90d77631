"""What stands behind a number: its records, its way of counting, its declaration."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from lantoa.figures.catalogue import catalogue, fields_of_work
from lantoa.figures.counting import day_of_tree, figure, records_of, units_having
from lantoa.figures.declared import figures, with_declared
from lantoa.figures.figure import NONE
from lantoa.figures.folding.reading import kept_of
from lantoa.figures.measure import Measure, Share, UnitsWith
from lantoa.figures.unknown import said_nothing, with_states
from lantoa.foundation.dates import Period
from lantoa.foundation.filters import chosen, period_choices
from lantoa.foundation.pages import paginate
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.addresses import asked_unit


def asked_period(request: HttpRequest) -> Period:
    """The period named in the address, or the current year."""
    text = request.GET.get("ky", "")
    return Period.parse(text) if text else Period.year(request.actor.on.year)


def index(request: HttpRequest) -> HttpResponse:
    """The numbers of one field of work: its value for a unit and a period, and how each is counted."""
    unit, period = asked_unit(request), asked_period(request)
    fields = fields_of_work()
    asked = chosen(request, "nhom", fields) or next(iter(fields))
    nothing = said_nothing(unit, period)
    codes = [measure.code for measure in catalogue().values() if measure.room == asked]
    kept = kept_of(unit, day_of_tree(unit, period))
    context = {
        "fields": fields.items(),
        "asked": asked,
        "heading": fields[asked],
        "figures": with_states(
            figures(codes, unit=unit, period=period, kept=kept), nothing, request.actor.on
        ),
        "as_of": kept and kept.as_of,
        "may_declare": request.actor.may("figures.declare") and request.actor.reaches(unit),
        "unit": unit,
        "units": organisation.children_by_name(unit, request.actor.on) if request.actor.reaches(unit) else [],
        "above": _above(request, unit),
        "period": period,
        "periods": period_choices(request, request.actor.on),
        "unit_name": organisation.name_of(unit, day_of_tree(unit, period)),
    }
    return render(request, "figures/index.html", context)


def _above(request: HttpRequest, unit: Unit) -> Placement | None:
    """The unit above, where the reader's reach goes so far."""
    line = organisation.ancestors(unit, request.actor.on)
    return line[-1] if line and request.actor.reaches(line[-1].unit) else None


def records(request: HttpRequest, code: str) -> HttpResponse:
    """The list behind one number. What the reader may not open is counted, not named."""
    measure = catalogue().get(code)
    if measure is None:
        raise Http404
    unit, period = asked_unit(request), asked_period(request)
    split = _asked_split(request, measure)
    nothing = said_nothing(unit, period)
    context: dict[str, Any] = {
        "measure": measure,
        "figure": figure(code, unit=unit, period=period, split=split)
        if split
        else with_declared(code, unit=unit, period=period),
        "unit": unit,
        "period": period,
        "unit_name": organisation.name_of(unit, day_of_tree(unit, period)),
        "split": split and measure.splits[split[0]].parts[split[1]][0],
    }
    (context["figure"],) = with_states([context["figure"]], nothing, request.actor.on)
    context["nothing"] = nothing.get(code) if context["figure"].state == NONE else None
    asked = urlencode({"don-vi": unit.code, "ky": period.code, "chi-tieu": code})
    context["declared_url"] = f"{reverse('figures:declared')}?{asked}"
    context["may_declare"] = request.actor.may("figures.declare") and request.actor.reaches(unit)
    match measure.counts:
        case Share(numerator, denominator):
            context["parts"] = [figure(c, unit=unit, period=period) for c in (numerator, denominator)]
        case UnitsWith():
            context["units"] = sorted(
                units_having(measure, unit, period), key=lambda row: (not row[1], row[0].path)
            )
        case _:
            context |= _rows(request, measure, unit, period, split)
    return render(request, "figures/records.html", context)


def _asked_split(request: HttpRequest, measure: Measure) -> tuple[str, str] | None:
    name, _colon, part = request.GET.get("tach", "").partition(":")
    if not name:
        return None
    if name not in measure.splits or part not in measure.splits[name].parts:
        raise Http404
    return name, part


def _rows(
    request: HttpRequest, measure: Measure, unit: Unit, period: Period, split: tuple[str, str] | None
) -> dict[str, Any]:
    found = records_of(measure, unit, period, split=split).order_by("pk")
    total = found.count()
    seen = found.filter(pk__in=found.model.objects.visible_to(request.actor).values("pk"))
    page = paginate(request, seen.select_related(*_related(measure, found.model)))
    names = organisation.names_of([_value(row, f"{measure.of_unit}_id") for row in page], period.last_day)
    rows = [
        {
            "thing": row,
            "url": row.get_absolute_url() if hasattr(row, "get_absolute_url") else "",
            "unit": names.get(_value(row, f"{measure.of_unit}_id"), ""),
            "cells": [_value(row, path) for path, _heading in measure.columns],
        }
        for row in page
    ]
    return {"page": page, "rows": rows, "total": total, "hidden": total - seen.count()}


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
