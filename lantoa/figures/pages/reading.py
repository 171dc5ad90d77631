"""The numbers of a unit, field by field."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.figures.as_of import asked_as_of
from lantoa.figures.catalogue import catalogue, fields_of_work
from lantoa.figures.declared import figures
from lantoa.figures.folding.reading import kept_of
from lantoa.figures.unknown import stated_of
from lantoa.foundation import filters
from lantoa.foundation.dates import Period
from lantoa.foundation.filters import chosen, period_choices
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.addresses import asked_unit


def asked_period(request: HttpRequest) -> Period:
    """The period named in the address, or the current year."""
    return filters.asked_period(request) or Period.year(request.actor.on.year)


def index(request: HttpRequest) -> HttpResponse:
    """The numbers of one field of work: its value for a unit and a period, and how each is counted."""
    unit, period = asked_unit(request), asked_period(request)
    fields = fields_of_work()
    asked = chosen(request, "nhom", fields) or next(iter(fields))
    as_of = asked_as_of(request, unit, period)
    codes = [measure.code for measure in catalogue().values() if measure.room == asked]
    kept = kept_of(unit, as_of.on)
    counted = figures(codes, unit=unit, period=as_of.period, on=as_of.on, kept=kept)
    context = {
        "fields": fields.items(),
        "asked": asked,
        "heading": fields[asked],
        "figures": as_of.carried(stated_of(counted, unit, as_of.period, today=request.actor.on, on=as_of.on)),
        "as_of": as_of,
        "folded_at": kept and kept.as_of,
        "may_declare": request.actor.may("figures.declare") and request.actor.reaches(unit),
        "unit": unit,
        "units": organisation.children_by_name(unit, request.actor.on) if request.actor.reaches(unit) else [],
        "above": _above(request, unit),
        "period": period,
        "periods": period_choices(request, request.actor.on),
        "unit_name": organisation.name_of(unit, as_of.on),
    }
    return render(request, "figures/index.html", context)


def _above(request: HttpRequest, unit: Unit) -> Placement | None:
    """The unit above, where the reader's reach goes so far."""
    line = organisation.ancestors(unit, request.actor.on)
    return line[-1] if line and request.actor.reaches(line[-1].unit) else None
