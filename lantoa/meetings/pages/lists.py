"""Meetings by the month: the year of one cell, my cell's, and everywhere below."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.dates import Period
from lantoa.foundation.pages import paginate
from lantoa.foundation.panels import show_panel
from lantoa.foundation.sheets import wants_workbook
from lantoa.meetings import queries
from lantoa.meetings.exchange import MEETINGS
from lantoa.meetings.models import Meeting
from lantoa.meetings.pages.months import asked_month, months_to_choose
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor
from lantoa.people.addresses import asked_unit, asked_year
from lantoa.people.rules import falls_due
from lantoa.readings.models import Reading

NAMES_SHOWN, TOLD_SHOWN = 30, 12


def index(request: HttpRequest) -> HttpResponse:
    """Twelve months of a cell and what stands in each; for a unit without members of its own, the list below it."""
    unit, actor = asked_unit(request), request.actor
    if not queries.meets_monthly(unit, actor.on):
        query = request.GET.urlencode()
        return redirect(reverse("meetings:everywhere") + (f"?{query}" if query else ""))
    year = asked_year(request)
    if wants_workbook(request):
        held = queries.meetings_of(unit, year, actor.on).visible_to(actor)
        return MEETINGS.answer(held, by=actor, unit=unit)
    months, quarters = queries.months_of(unit, year, actor)
    context = {
        "unit": unit,
        "of_unit": "" if unit == actor.unit else "&" + urlencode({"don-vi": unit.code}),
        "unit_name": actor.name_of(unit),
        "year": year,
        "years": range(actor.on.year, 2015, -1),
        "months": months,
        "quarters": quarters,
        "held": sum(1 for month in months if month.state == queries.HELD),
        "so_far": sum(month.state not in (queries.LATER, queries.BEFORE) for month in months),
        "nothing": not any(month.meetings or month.others for month in months),
        "may_edit": actor.may("meetings.edit") and actor.reaches(unit),
        "in_reach_below": actor.reach != "unit" and actor.unit != unit,
    }
    return render(request, "meetings/index.html", context)


def mine(request: HttpRequest) -> HttpResponse:
    """The meetings of the cell one belongs to, as a member sees them."""
    period = Period.year(asked_year(request))
    found = Meeting.objects.visible_to(request.actor).in_period(period)
    if request.actor.unit is not None:
        found = found.filter(unit=request.actor.unit)
    context = {"page": paginate(request, found.select_related("theme")), "year": period.starts.year}
    return render(request, "meetings/mine.html", context)


def everywhere(request: HttpRequest) -> HttpResponse:
    """All meetings in reach in a month, and which cells have recorded none."""
    unit, actor = asked_unit(request), request.actor
    month, kind = asked_month(request), request.GET.get("loai", "")
    found = Meeting.objects.visible_to(actor).in_period(month)
    found = actor.within(found, unit)
    if kind in Meeting.Kind.values:
        found = found.filter(kind=kind)
    if wants_workbook(request):
        return MEETINGS.answer(found, by=actor, unit=unit)
    page = paginate(request, found.select_related("theme"))
    names = organisation.names_of({meeting.unit_id for meeting in page}, actor.on)
    for meeting in page:
        meeting.unit_name = names.get(meeting.unit_id, "")
    context = {
        "page": page,
        "unit": unit,
        "of_unit": "" if unit == actor.unit else "&" + urlencode({"don-vi": unit.code}),
        "unit_name": actor.name_of(unit),
        "month": month,
        "months": months_to_choose(actor.on),
        "kind": kind,
        "kinds": Meeting.Kind.choices,
        "may_edit": actor.may("meetings.edit"),
        **_who_has_not(unit, month, actor),
    }
    return render(request, "meetings/everywhere.html", context)


def _who_has_not(unit: Any, month: Period, actor: Actor) -> dict[str, Any]:
    """n/N of the cells, and the names of the first that are missing; of a month that had begun before the office did,
    only since when it is used.
    """
    if month.starts > actor.on:
        return {}
    missing, missing_count, cells = queries.cells_without_meeting(unit, month, actor.on)
    if not cells and not falls_due(month.starts, actor.since):
        return {"since": actor.since}
    return {
        "cells": cells,
        "met": cells - missing_count,
        "missing": missing[:NAMES_SHOWN],
        "missing_more": max(0, missing_count - NAMES_SHOWN),
    }


def tellings(request: HttpRequest, pk: int) -> HttpResponse:
    """Which units in sight have told this story, the latest first: a panel beside it."""
    story = get_object_or_404(Reading.objects.visible_to(request.actor), pk=pk)
    told = Meeting.objects.visible_to(request.actor).filter(story=story.title).order_by("-held_on", "-pk")
    rows = organisation.with_unit_names(told[:TOLD_SHOWN], request.actor.on)
    return show_panel(request, "meetings/tellings.html", {"rows": rows}, title=_("Nơi đã kể"))
