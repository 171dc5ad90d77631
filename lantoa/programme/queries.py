"""Questions to the programme: what it is called on a day, on what it rests, what applies to a unit."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from lantoa.foundation.dates import Period
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.programme.models import Directive, LegalBasis, Movement, Plan, PlanTask, Programme, Theme


def programme_on(day: dt.date) -> Programme | None:
    """The programme as it is called on that day; None before it began."""
    return Programme.objects.on(day).first()


def bases_on(day: dt.date) -> QuerySet[LegalBasis]:
    """The documents in force on that day, oldest first."""
    return LegalBasis.objects.on(day)


def themes_of(unit: Unit, on: dt.date) -> list[Theme]:
    """The themes that apply to the unit on that day: its superiors' first, the term's before the year's.

    Each carries `set_by`, the name of the unit that set it.
    """
    order = _line(unit, on)
    found = list(Theme.objects.for_unit(unit, on).on(on))
    found.sort(key=lambda t: (order.index(t.unit_id), t.kind != Theme.Span.TERM, t.starts, t.pk))
    return _signed(found, on, "set_by")


def theme_to_offer(unit: Unit, on: dt.date) -> Theme | None:
    """The theme a form offers first: the year's theme set nearest to the unit."""
    years = [theme for theme in themes_of(unit, on) if theme.kind == Theme.Span.YEAR]
    return years[-1] if years else None


def directives_for(unit: Unit, on: dt.date) -> list[Directive]:
    """Directing documents for the unit up to that day, newest first, with `issued_by`."""
    found = Directive.objects.for_unit(unit, on).filter(issued_on__lte=on).select_related("file")
    return _signed(list(found), on, "issued_by")


def movements_for(unit: Unit, on: dt.date) -> list[Movement]:
    """Movements running on that day that concern the unit, with `kept_by`."""
    return _signed(list(Movement.objects.for_unit(unit, on).on(on)), on, "kept_by")


def movements_ever(unit: Unit, on: dt.date) -> QuerySet[Movement]:
    """All movements up to that day that concern the unit, running ones and ended ones; the newest first."""
    return Movement.objects.for_unit(unit, on).filter(starts__lte=on).order_by("-starts", "-pk")


def movements_offered_to(actor: Actor) -> QuerySet[Movement]:
    """What a form offers: the movements of the actor's own unit and of those above it, as long as the list may be."""
    if actor.unit is None:
        return Movement.objects.none()
    return Movement.objects.for_unit(actor.unit, actor.on)


def taking_part(participations: Any, on: dt.date) -> dict[str, int | None]:
    """Of these on that day: `units` that take part, the sum of their `persons`, and how many units have not said.

    `persons` is None while no unit has told its number: unknown is not zero.
    """
    found = participations.on(on).aggregate(units=Count("pk"), told=Count("persons"), persons=Sum("persons"))
    return {
        "units": found["units"],
        "persons": found["persons"],
        "unsaid": found["units"] - found["told"],
    }


def plans_with_names(plans: Any, on: dt.date) -> list[Plan]:
    """The plans, each with `unit_name` as it stands on that day."""
    return _signed(list(plans), on, "unit_name")


def plan_of_year(unit: Unit, year: int) -> Plan | None:
    """The unit's own plan for a year, the furthest along if there are several."""
    period = Period.year(year)
    found = Plan.objects.of_year().filter(unit=unit, starts__lt=period.ends, ends__gt=period.starts)
    order = list(Plan.Status.values)
    return max(found, key=lambda plan: order.index(plan.status), default=None)


def tasks_due(unit: Unit, on: dt.date, within: int = 14) -> QuerySet[PlanTask]:
    """The unit's planned tasks that are not done and are due within so many days, or overdue."""
    return PlanTask.objects.filter(
        Q(due__lte=on + dt.timedelta(days=within)),
        plan__unit=unit,
        plan__status=Plan.Status.ISSUED,
        done_on__isnull=True,
    ).order_by("due", "pk")


def _line(unit: Unit, on: dt.date) -> list[int]:
    """The ids from the root down to the unit."""
    return [*(place.unit_id for place in organisation.ancestors(unit, on)), unit.pk]


def _signed(things: list[Any], on: dt.date, attribute: str) -> list[Any]:
    names = organisation.names_of({thing.unit_id for thing in things}, on)
    for thing in things:
        setattr(thing, attribute, names.get(thing.unit_id, ""))
    return things
