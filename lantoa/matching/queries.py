"""What a unit needs, and the practices that may answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from lantoa.adoptions.queries import numbers_of
from lantoa.matching import rules
from lantoa.matching.models import Dismissal
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Membership
from lantoa.practices import queries as practices
from lantoa.practices.models import Practice, PracticeQuerySet
from lantoa.practices.words import GOING_ON
from lantoa.programme import queries as programme
from lantoa.shortcomings import queries as shortcomings
from lantoa.shortcomings.models import Shortcoming


@dataclass(frozen=True)
class Offered:
    """A practice offered for a need, with why."""

    practice: Practice
    why: str


@dataclass(frozen=True)
class Answered:
    """A need of the unit (an open shortcoming, or its theme) with up to three practices that may answer it."""

    title: str
    is_theme: bool
    address: str
    offers: list[Offered]


def answered_needs(actor: Actor) -> list[Answered]:
    """Each need of the actor's unit that some practice may answer; shortcomings first, then the theme.

    A constant number of questions: needs and practices are read once and compared here.
    """
    unit, on = actor.unit, actor.on
    if unit is None:
        return []
    needs = _needs(actor, unit, on)
    if not needs:
        return []
    listed = Practice.objects.shared_with(actor)
    rows = _others(listed, actor)
    candidates = {one.key: one for one in _candidates(rows, on)}
    pool = rules.pool_of(candidates.values())
    without = _not_again(actor)
    sector, size = rules.sector_of(organisation.name_of(unit, on)), _sizes([unit.pk], on).get(unit.pk, 0)
    by_key = {row.pk: row for row in practices.with_places(rows, on)}
    found = []
    for title, field, is_theme, address in needs:
        offers = rules.offers(rules.Need(title, field, sector, size), candidates, pool, without=without)
        offered = [Offered(by_key[int(offer.key)], offer.why) for offer in offers]
        found.append(Answered(title, is_theme, address, offered))
    return [one for one in found if one.offers]


def best_offers(actor: Actor, at_most: int = rules.AT_MOST) -> list[tuple[Answered, Offered]]:
    """Up to three offers in all, from every need one before a second from any; no practice twice."""
    answered, found, seen = answered_needs(actor), [], set()
    for place in range(rules.AT_MOST):
        for need in answered:
            if place < len(need.offers) and need.offers[place].practice.pk not in seen:
                seen.add(need.offers[place].practice.pk)
                found.append((need, need.offers[place]))
    return found[:at_most]


def everything() -> list[rules.Candidate]:
    """Every registered practice of the database that was not taken over from another: for commands."""
    roots = Practice.objects.registered().originals()
    rows = list(roots.select_related("field", "unit").order_by("pk"))
    return _candidates(
        rows, max((row.registered_on for row in rows if row.registered_on), default=dt.date.min)
    )


def _needs(actor: Actor, unit: Unit, on: dt.date) -> list[tuple[str, str, bool, str]]:
    """(words, field, is a theme, address) of what the unit has open, as far as this actor may read it."""
    mine = shortcomings.open_of_unit(unit, on=on)
    seen = mine.filter(pk__in=Shortcoming.objects.visible_to(actor).values("pk"))
    found = [(one.finding, one.field, False, one.get_absolute_url()) for one in seen]
    themes = programme.themes_of(unit, on)
    return found + [(theme.title, "", True, "") for theme in themes if theme.kind == theme.Span.YEAR]


def _others(listed: PracticeQuerySet, actor: Actor) -> list[Practice]:
    """Practices of other units that are going on, or at least were taken over by somebody; roots only."""
    own = actor.in_own_unit(Practice.objects.filter(pk=OuterRef("pk")))
    living = Q(status__in=GOING_ON) | Q(descents__practice__stopped_on__isnull=True, descents__isnull=False)
    roots = listed.filter(living, ~Exists(own), is_original=True).distinct()
    return list(roots.select_related("field", "unit").order_by("pk"))


def _not_again(actor: Actor) -> set[int | str]:
    """What the unit has put aside, and what it has taken over already."""
    aside = actor.in_own_unit(Dismissal.objects.all()).values_list("practice_id", flat=True)
    taken = actor.in_own_unit(Practice.objects.filter(is_original=False, stopped_on__isnull=True))
    return {*aside, *taken.values_list("adopted_from__root_id", flat=True)}


def _candidates(rows: Iterable[Practice], on: dt.date) -> list[rules.Candidate]:
    rows = list(rows)
    numbers = numbers_of(rows, on)
    units = {row.unit_id for row in rows}
    names, sizes = organisation.names_of(units, on), _sizes(units, on)
    return [
        rules.Candidate(
            row.pk,
            row.name,
            row.reason,
            row.how,
            " ".join((row.target, row.scope)),
            row.field.name if row.field else "",
            rules.sector_of(names.get(row.unit_id, row.place_name)),
            sizes.get(row.unit_id, 0),
            numbers[row.pk].alive,
            numbers[row.pk].observed,
        )
        for row in rows
    ]


def _sizes(unit_ids: Iterable[int], on: dt.date) -> dict[int, int]:
    """Unit id to how many people belong to it that day."""
    belonging = Membership.objects.on(on).filter(unit__in=set(unit_ids)).order_by()
    return dict(belonging.values_list("unit").annotate(many=Count("pk")))


def put_aside(actor: Actor) -> list[Dismissal]:
    """What the actor's unit has put aside, the latest first."""
    aside = Dismissal.objects.visible_to(actor).filter(
        practice__in=Practice.objects.shared_with(actor).values("pk")
    )
    return list(aside.select_related("practice"))
