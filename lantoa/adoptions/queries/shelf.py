"""Narrowing the library down: by the work and the size of the unit, by place, by how long it lives elsewhere."""

from __future__ import annotations

import datetime as dt

from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils.translation import gettext as _

from lantoa.adoptions.models import Adoption
from lantoa.foundation.errors import BadInput
from lantoa.organisation import queries as organisation
from lantoa.organisation.finding import called, told_apart
from lantoa.organisation.models import Placement, Unit
from lantoa.organisation.sectors import works_in
from lantoa.people.actors import Actor
from lantoa.people.models import Membership
from lantoa.practices.models import PracticeQuerySet

# How many people belong to a unit: code → (from, below).
SIZES = {"nho": (1, 10), "vua": (10, 31), "lon": (31, 1_000_000)}
LIVES, TOO_EARLY, GONE = "con", "chua-du", "dung"


def of_sector(found: PracticeQuerySet, sector: str, on: dt.date) -> PracticeQuerySet:
    """Of units that do this kind of work, by what they are called that day."""
    here = Placement.objects.on(on).filter(works_in(sector), unit=OuterRef("unit"))
    return found.filter(Exists(here))


def of_size(found: PracticeQuerySet, size: str, on: dt.date) -> PracticeQuerySet:
    """Of units with so many members that day; one whose members are not known has no size."""
    least, below = SIZES[size]
    belonging = Membership.objects.on(on).filter(unit__in=found.order_by().values("unit")).order_by()
    counted = belonging.values("unit").annotate(many=Count("pk"))
    return found.filter(unit__in=counted.filter(many__gte=least, many__lt=below).values("unit"))


def in_area(found: PracticeQuerySet, area: Unit, on: dt.date) -> PracticeQuerySet:
    """In this unit or below it."""
    return organisation.within(found, area, on=on)


def area_called(typed: str, actor: Actor, on: dt.date) -> Unit:
    """The unit of the actor's tree with that code, or its commune or agency that is called so that day.

    BadInput when there is none, or several.
    """
    places = actor.in_own_tree(Placement.objects.on(on))
    if place := places.filter(unit__code=typed).select_related("unit").first():
        return place.unit
    found = called(typed, places.filter(unit__level__in=(Unit.Level.GRASSROOTS, Unit.Level.SUPERIOR)), on)
    if len(found) == 1:
        return Unit.objects.get(pk=found[0].unit_id)
    if found:
        names = "; ".join(told_apart(found)[:4])
        raise BadInput(
            _("Có %(n)s nơi cùng tên. Gõ rõ hơn: %(names)s.") % {"n": len(found), "names": names}, "noi"
        )
    raise BadInput(
        _("Không có xã, cơ quan nào tên “%(typed)s”. Gõ đủ tên hoặc mã.") % {"typed": typed[:80]}, "noi"
    )


def after_six_months(found: PracticeQuerySet, asked: str, on: dt.date) -> PracticeQuerySet:
    """Those of which most places old enough still ran at six months, of which none is old enough, or most are gone.

    Of what was thought out here: the numbers of its root, as `numbers_of` counts them.
    """
    old_enough = Q(half_year_on__lte=on)
    outlived = Q(practice__stopped_on__isnull=True) | Q(practice__stopped_on__gt=F("half_year_on"))
    roots = Adoption.objects.filter(adopted_on__lte=on).order_by().values("root")
    roots = roots.annotate(
        observed=Count("pk", filter=old_enough), alive=Count("pk", filter=old_enough & outlived)
    )
    fits = {
        LIVES: Q(observed__gt=0, alive__gte=F("observed") - F("alive")),
        TOO_EARLY: Q(observed=0),
        GONE: Q(alive__lt=F("observed") - F("alive")),
    }[asked]
    return found.filter(pk__in=roots.filter(fits).values("root"))


def in_order(found: PracticeQuerySet, asked: str, on: dt.date) -> PracticeQuerySet:
    """The newest first, unless the most taken over or the name is asked for."""
    if asked == "nhieu-noi":
        times = Count("descents", filter=Q(descents__adopted_on__lte=on))
        return found.annotate(times=times).order_by("-times", "-registered_on", "-pk")
    return found.order_by("folded", "pk") if asked == "ten" else found
