"""How far a practice went: of one practice, of a unit, of a field of work."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from lantoa.adoptions import drawing
from lantoa.adoptions.pages.adopting import load
from lantoa.adoptions.queries import spread as spreads
from lantoa.adoptions.rules import spreading, survival
from lantoa.figures.as_of import asked_day
from lantoa.foundation.branches import in_any
from lantoa.foundation.filters import asked_key
from lantoa.foundation.kept import until_something_happens
from lantoa.foundation.pages import paginate
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.addresses import asked_unit
from lantoa.practices.models import Field, Practice
from lantoa.practices.queries import with_places

LINES = 44  # of the drawing, before generations are folded
PER_PAGE = 50
REASONS = 5
A_FEW = 3  # fewer cases are told one by one, not as something that goes together
MILESTONES = (6, 12, 18, 24)
MOST_TRAVELLED = 8


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The spread of one practice: numbers, generations, the tree and its table, how long it lives, what it brings."""
    practice, as_of = load(request, pk), asked_day(request)
    on = as_of.on
    with_places([practice], on)
    spread = spreads.spread_of_practice(practice, on)
    began = practice.began_on or practice.registered_on or on
    context = {
        "practice": practice,
        "as_of": as_of,
        "recognitions": practice.recognitions.all(),
        "places": len(spread.places),
    }
    if spread.places:
        context |= _numbers(spread) | _drawn(spread, began) | _lives(spread.spans, on)
        context |= _reasons(spread)
        context |= {
            "page": (page := paginate(request, sorted(spread.places, key=_by_day(spread)), per=PER_PAGE)),
            "rows": spreads.rows_of(spread, list(page.object_list)),
            "pace": spreading.pace(spread, began),
            "until": spreading.days_until_places(spread, began),
            "results": spreads.results_of(practice, spread),
        }
    return render(request, "adoptions/spread.html", context)


def _by_day(spread: spreading.Spread) -> Any:
    return lambda key: (spread.places[key].began, key)


def _numbers(spread: spreading.Spread) -> dict[str, Any]:
    direct = len(spread.learners.get(spread.origin, ()))
    units, grassroots = spreads.organisations_reached(spread)
    generations = [(one, _dots(one)) for one in spread.generations()]
    return {
        "running": spread.running,
        "stopped": len(spread.places) - spread.running,
        "second_hand": len(spread.places) - direct,
        "units": units,
        "grassroots": grassroots,
        "generations": generations,
    }


AT_MOST_DOTS = 17


def _dots(one: spreading.Generation) -> list[tuple[int, bool]]:
    """A row of dots for a generation, (x, goes on), in its own proportion where there are too many to count."""
    dots = min(one.places, AT_MOST_DOTS)
    running = round(one.running * dots / one.places)
    return [(9 + 19 * n, n < running) for n in range(dots)]


def _drawn(spread: spreading.Spread, began: dt.date) -> dict[str, Any]:
    spots = spreading.drawn(spread, LINES)
    names = spreads.short_names([spot.key for spot in spots], spread.until)
    folded = sum(len(spot.folded) for spot in spots)
    return {"tree": drawing.tree(spread, spots, names, began), "folded": folded}


def _lives(spans: list[survival.Span], on: dt.date) -> dict[str, Any]:
    """The curve of the places that began at least six months ago, and the same in numbers."""
    grown = survival.old_enough(spans, 6, on)
    lives = [survival.life(span, on) for span in grown]
    falls = survival.survival(lives)
    milestones = [survival.still_there(spans, months, on) for months in MILESTONES]
    return {
        "grown": len(grown),
        "curve": drawing.curve(lives, falls) if len(grown) >= drawing.ENOUGH else None,
        "milestones": [one for one in milestones if one.old_enough],
        "after_half_a_year": milestones[0],
        "after_a_year": milestones[1],
    }


def _reasons(spread: spreading.Spread) -> dict[str, Any]:
    """Why places stopped, and a core part that half of them or more had dropped before."""
    stopped, dropped = len(spread.places) - spread.running, spreads.dropped_by_most(spread)
    telling = dropped if dropped and dropped.places >= max(A_FEW, stopped / 2) else None
    return {"reasons": spreading.most_common(spreads.stop_reasons(spread), REASONS), "telling": telling}


def overview(request: HttpRequest) -> HttpResponse:
    """What a unit took over and gave away, in one field of work or in all."""
    actor, as_of = request.actor, asked_day(request)
    unit, on = asked_unit(request), as_of.on
    field = _field(request)
    told = until_something_happens(
        ("adoptions.spread", actor.sight, unit.pk, field and field.pk, on),
        lambda: _told(actor, unit, field, on),
    )
    spans, used = told.spans, Practice.objects.filter(field=OuterRef("pk"))
    context = {
        "unit": unit,
        "as_of": as_of,
        "unit_name": organisation.name_of(unit, on),
        "fields": in_any(
            Field.objects.all(), Field.objects.filter(is_offered=True), Field.objects.filter(Exists(used))
        ),
        "field": field,
        "taken": len(spans),
        "running": sum(stopped is None or stopped > on for _began, stopped in spans),
        "units": told.units,
        "grassroots": told.grassroots,
        "practices": told.practices,
        "given": told.given,
        "quarters": _quarters([began for began, _stopped in spans], on),
        "most_taken": spreads.travelled(told.most_taken),
        "most_given": spreads.travelled(told.most_given),
        **_lives(spans, on),
    }
    return render(request, "adoptions/spread_overview.html", context)


@dataclass(frozen=True)
class Told:
    """What a unit took over and gave away, in numbers and keys of practices."""

    spans: list[survival.Span]
    units: int
    grassroots: int
    practices: int
    given: int
    most_taken: dict[int, int]
    most_given: dict[int, int]


def _told(actor: Actor, unit: Unit, field: Field | None, on: dt.date) -> Told:
    """What was taken over is read once: since when, what it goes back to, where that stands."""
    taken = spreads.adoptions_for(unit, field, on)
    given = spreads.given_by(unit, field, on)
    listed = Practice.objects.shared_with(actor)
    placed = organisation.with_path(taken, on=on, of_unit="practice__unit")
    rows = list(placed.values_list("adopted_on", "practice__stopped_on", "root_id", "stands_at"))
    units, grassroots = spreads.reached_at((path for *_span, path in rows), on)
    return Told(
        [(began, stopped) for began, stopped, _root, _path in rows],
        units,
        grassroots,
        len({root for _began, _stopped, root, _path in rows}),
        given.count(),
        spreads.most_travelled_keys(taken, MOST_TRAVELLED, listed=listed),
        spreads.most_travelled_keys(given, MOST_TRAVELLED, listed=listed),
    )


def _field(request: HttpRequest) -> Field | None:
    asked = asked_key(request.GET.get("linh-vuc"))
    return get_object_or_404(Field, pk=asked) if asked else None


def _quarters(days: list[dt.date], on: dt.date) -> list[dict[str, Any]]:
    """The last twelve quarters, the latest last: how many took something over, and the width of the bar in percent."""
    counted = Counter((day.year, (day.month + 2) // 3) for day in days)
    now = on.year * 4 + (on.month + 2) // 3 - 1
    quarters = [(number // 4, number % 4 + 1) for number in range(now - 11, now + 1)]
    most = max([counted[quarter] for quarter in quarters], default=0) or 1
    return [
        {
            "year": year,
            "quarter": quarter,
            "count": counted[year, quarter],
            "width": 100 * counted[year, quarter] // most,
        }
        for year, quarter in quarters
    ]
