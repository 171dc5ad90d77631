"""The first page of the room: what was done for people, with people, and said about it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.figures.as_of import AsOf, asked_as_of
from lantoa.figures.declared import figures
from lantoa.figures.unknown import said_nothing, with_states
from lantoa.foundation.dates import Period
from lantoa.foundation.filters import asked_period, period_choices
from lantoa.outreach import queries
from lantoa.outreach.models import Campaign
from lantoa.people.actors import Actor

MOST_CAMPAIGNS = 6


def index(request: HttpRequest) -> HttpResponse:
    """Four parts, each with its own figures for the actor's unit and the period asked."""
    actor = request.actor
    period = asked_period(request) or Period.year(actor.on.year)
    as_of = asked_as_of(request, actor.unit, period)
    campaigns = Campaign.objects.visible_to(actor).running(actor.on)[:MOST_CAMPAIGNS]
    context = {
        "period": period,
        "as_of": as_of,
        "periods": period_choices(request, actor.on),
        "campaigns": campaigns,
        "figures": _figures(actor, as_of),
        "may_edit": actor.may("outreach.edit"),
        "may_open": actor.may("figures.view"),
        "may_settle": actor.may("outreach.complaints"),
        "may_read_opinions": queries.may_read_opinions(actor),
    }
    context["unit_name"] = actor.name_of(actor.unit)
    return render(request, "outreach/index.html", context)


def _figures(actor: Actor, as_of: AsOf) -> dict[str, Any]:
    """name → its figure as of the day, with what is declared, and what a nought means."""
    codes = {
        "donating": "donating_units",
        "donors": "individual_donors",
        "money": "money",
        "things": "gifts_in_kind",
        "pledges": "pledges",
        "houses": "houses_built",
        "repaired": "houses_repaired",
        "works": "works",
        "articles": "articles",
        "columns": "columns",
        "issues": "issues",
        "shares": "shares",
        "prize_works": "prize_works",
    }
    if queries.may_read_opinions(actor):
        codes |= {"opinions": "opinions", "resolved": "opinions_resolved", "receptions": "receptions"}
    if actor.may("outreach.complaints"):
        codes |= {"complaints": "complaints"}
    unit = actor.unit
    counted = figures(
        [f"outreach.{code}" for code in codes.values()], unit=unit, period=as_of.period, on=as_of.on
    )
    told = with_states(counted, said_nothing(unit, as_of.period), actor.on)
    return dict(zip(codes, as_of.carried(told), strict=True))
