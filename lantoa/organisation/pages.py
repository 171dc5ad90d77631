"""The tree as one walks through it, and the page of a unit with its life."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from lantoa.foundation.dates import read_date
from lantoa.organisation import queries
from lantoa.organisation.models import Heir, Placement, Reorganisation, Succession, Unit


def asked_day(request: HttpRequest) -> dt.date:
    """The day named in the address (?ngay=), today otherwise."""
    text = request.GET.get("ngay", "")
    return read_date(text, "ngay") if text else request.actor.on


def tree(request: HttpRequest) -> HttpResponse:
    """The actor's own unit, what lies above it, and what lies directly below."""
    unit = request.actor.unit
    if unit is None:
        raise Http404
    return _page(request, unit)


def unit(request: HttpRequest, code: str) -> HttpResponse:
    """One unit. Out of reach is the same as not there."""
    actor = request.actor
    if actor.unit and actor.unit.code == code:
        return _page(request, actor.unit)
    return _page(request, get_object_or_404(actor.in_reach(Unit.objects.all(), of_unit="pk"), code=code))


def _page(request: HttpRequest, unit: Unit) -> HttpResponse:
    day = asked_day(request)
    life = list(unit.placements.select_related("parent").order_by("-starts"))
    here = next((p for p in life if p.starts <= day and (p.ends is None or p.ends > day)), None)
    context: dict[str, Any] = {
        "unit": unit,
        "day": day,
        "here": here,
        "last": life[0] if life else None,
        "life": life,
        "above": _above(request, unit, day),
        "children": _with_counts(queries.children(unit, day), day),
        "continues": _named(Succession.objects.filter(successor=unit), "predecessor", day),
        "continued_by": _named(Succession.objects.filter(predecessor=unit), "successor", day),
        "changes": _changes(unit),
        "may_see_overview": request.actor.may("statistics.view"),
        "may_see_papers": request.actor.may("registrations.view"),
    }
    parents = queries.names_of({p.parent_id for p in life if p.parent_id}, day)
    for place in life:
        place.parent_name = parents.get(place.parent_id, "")
    return render(request, "organisation/unit.html", context)


def _above(request: HttpRequest, unit: Unit, day: dt.date) -> list[Placement]:
    """What lies above; only what is in reach opens."""
    rows = queries.ancestors(unit, day)
    reached = request.actor.in_reach(Unit.objects.filter(pk__in=[p.unit_id for p in rows]), of_unit="pk")
    open_ones = set(reached.values_list("pk", flat=True)) | {
        request.actor.unit.pk if request.actor.unit else 0
    }
    for row in rows:
        row.opens = row.unit_id in open_ones
    return rows


def _with_counts(children: Any, day: dt.date) -> list[Placement]:
    """The children, each with how many units hang directly below it."""
    rows = list(children)
    below = Placement.objects.on(day).filter(parent__in=[p.unit_id for p in rows])
    numbers: dict[int, int] = {}
    for parent_id in below.values_list("parent_id", flat=True):
        numbers[parent_id] = numbers.get(parent_id, 0) + 1
    for row in rows:
        row.below = numbers.get(row.unit_id, 0)
    return rows


def _named(rows: Any, which: str, day: dt.date) -> list[dict[str, Any]]:
    rows = list(rows.select_related(which, "reorganisation").order_by("starts"))
    names = queries.names_of({getattr(row, f"{which}_id") for row in rows}, day)
    return [
        {"unit": getattr(row, which), "name": names[getattr(row, f"{which}_id")], "row": row} for row in rows
    ]


def _changes(unit: Unit) -> list[Reorganisation]:
    """The reorganisations in which this unit, or one it continues, began, moved or ended."""
    starts = {p.starts for p in unit.placements.all()} | {
        h.starts for h in Heir.objects.filter(heir=unit).exclude(unit=unit)
    }
    dated = Reorganisation.objects.filter(effective_on__in=starts, undone_at__isnull=True).order_by(
        "-effective_on"
    )
    return [change for change in dated if unit.pk in change.changes.get("units", [])]
