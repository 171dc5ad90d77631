"""The tree as one walks through it, and the page of a unit with its life."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string

from lantoa.foundation.dates import read_date, show_date
from lantoa.foundation.gathering import gather
from lantoa.foundation.panels import Panel, Tool
from lantoa.organisation import queries, rules
from lantoa.organisation.models import Placement, Reorganisation, Succession, Unit


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
    return _page(request, get_object_or_404(_in_reach(actor, asked_day(request)), code=code))


def _in_reach(actor: Any, day: dt.date) -> QuerySet[Unit]:
    """The units the actor reaches today or, when she looks ahead, on that day: what is planned opens too."""
    today = actor.in_reach(Unit.objects.all(), of_unit="pk")
    if day <= actor.on:
        return today
    return today | actor.as_of(day).in_reach(Unit.objects.all(), of_unit="pk")


def _page(request: HttpRequest, unit: Unit) -> HttpResponse:
    day, actor = asked_day(request), request.actor
    life = list(unit.placements.select_related("parent").order_by("-starts"))
    here = next((p for p in life if p.starts <= day and (p.ends is None or p.ends > day)), None)
    above = queries.ancestors(unit, day)
    context: dict[str, Any] = {
        "unit": unit,
        "day": day,
        "on_day": f"?ngay={show_date(day)}" if day != actor.on else "",
        "here": here,
        "last": life[0] if life else None,
        "life": _told(life, day, actor.on),
        "above": above,
        "out_of_place": bool(above) and rules.is_out_of_place(unit.level, above[-1].unit.level),
        "children": _with_counts(queries.children_by_name(unit, day), day),
        "successor": queries.successor_of(unit, day),
        "continues": _named(unit.inheritances, "predecessor", day),
        "continued_by": _named(unit.successions, "successor", day),
        "changes": _changes(unit),
    }
    context["any_below"] = any(place.below for place in context["children"])
    shown = {place.unit_id for place in [*above, *context["children"]]}
    shown |= {one["unit"].pk for one in [*context["continues"], *context["continued_by"]]}
    shown |= {context["successor"].pk} if context["successor"] else set()
    context["opens"] = _opens(actor, day, shown)
    rooms = [room for room in gather("panels") if hasattr(room, "of_unit")]
    offered = [one for room in rooms for one in room.of_unit(unit, actor, day)]
    context["tools"] = [one for one in offered if isinstance(one, Tool)]
    panels = sorted((one for one in offered if isinstance(one, Panel)), key=lambda one: one.order)
    context["panels"] = [render_to_string(one.template, {**one.context}, request) for one in panels]
    return render(request, "organisation/unit.html", context)


def _opens(actor: Any, day: dt.date, shown: set[int]) -> set[int]:
    """Which of the units shown may be opened; the others are only named."""
    reached = set(_in_reach(actor, day).filter(pk__in=shown).values_list("pk", flat=True))
    return reached | ({actor.unit.pk} if actor.unit else set())


def _told(life: list[Placement], day: dt.date, today: dt.date) -> list[Placement]:
    """Names and places through time, each with its last day and the parent's name."""
    parents = queries.names_of({p.parent_id for p in life if p.parent_id}, day)
    for place in life:
        place.parent_name = parents.get(place.parent_id, "")
        place.last_day = place.ends - dt.timedelta(days=1) if place.ends else None
        place.is_planned = place.starts > today
    return life


def _with_counts(rows: list[Placement], day: dt.date) -> list[Placement]:
    """The children, each with how many units hang directly below it."""
    below = Placement.objects.on(day).filter(parent__in=[p.unit_id for p in rows])
    numbers = dict(below.order_by().values_list("parent_id").annotate(Count("pk")))
    for row in rows:
        row.below = numbers.get(row.unit_id, 0)
    return rows


def _named(successions: QuerySet[Succession], which: str, day: dt.date) -> list[dict[str, Any]]:
    """The units on the other side of these successions, by the name of that day."""
    rows = list(successions.select_related(which).order_by("starts", "pk"))
    names = queries.names_of({getattr(row, f"{which}_id") for row in rows}, day)
    return [
        {"unit": getattr(row, which), "name": names[getattr(row, f"{which}_id")], "row": row} for row in rows
    ]


def _changes(unit: Unit) -> QuerySet[Reorganisation]:
    """The reorganisations that changed this unit, or made it continue another; the latest first."""
    which = Q(units=unit) | Q(successions__successor=unit)
    stands = Reorganisation.objects.filter(undone_at__isnull=True)
    return stands.filter(which).distinct().order_by("-effective_on", "-pk").defer("changes")
