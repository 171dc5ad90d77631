"""Which registrations are nearly copies: compared at night with their pool, kept as yes or no."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from lantoa.foundation import clock
from lantoa.registrations.models import Registration
from lantoa.supervision.models import Comparison
from lantoa.writing import comparing, likeness

AT_ONCE = 200


def compare_papers(at: dt.datetime) -> int:
    """Every agreed registration of this year and the next that was not compared since it was sent; how many.

    A paper is told of when it is very like somebody else's (writing.likeness.VERY_ALIKE), not like its owner's own.
    """
    day, done, last = timezone.localtime(at).date(), 0, 0
    waiting = _not_compared(day.year).values_list("pk", flat=True)
    while keys := list(waiting.filter(pk__gt=last)[:AT_ONCE]):
        _compare(keys, day)
        done, last = done + len(keys), keys[-1]
    return done


def _not_compared(year: int) -> QuerySet[Registration]:
    since = Comparison.objects.filter(registration=OuterRef("pk"), compared_at__gte=OuterRef("approved_at"))
    found = Registration.objects.approved().filter(year__gte=year, year__lte=year + 1)
    return found.filter(~Exists(since)).order_by("pk")


@transaction.atomic
def _compare(keys: list[int], day: dt.date) -> None:
    matches = comparing.closest(Registration._meta.label_lower, [str(key) for key in keys], on=day)
    for key in keys:
        alike = any(not one.is_own and one.score >= likeness.VERY_ALIKE for one in matches.get(str(key), ()))
        Comparison.objects.update_or_create(
            registration_id=key, defaults={"is_near_copy": alike, "compared_at": clock.now()}
        )
