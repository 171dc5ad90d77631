"""What this room adds to a person's year on paper: the movements that she took part in by name."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from lantoa.foundation.dates import Period
from lantoa.foundation.my_year import Part
from lantoa.people.actors import Actor
from lantoa.programme.models import Participant


def parts(actor: Actor, year: int) -> Iterator[Part]:
    """Nothing in a year without any: an empty heading would be read as a reproach."""
    if actor.person is None:
        return
    period = Period.year(year)
    hers = Participant.objects.filter(
        Q(left_on__isnull=True) | Q(left_on__gt=period.starts), person=actor.person, joined_on__lt=period.ends
    )
    running = Q(participation__movement__ends__isnull=True) | Q(
        participation__movement__ends__gt=period.starts
    )
    if found := list(hers.filter(running).select_related("participation__movement")):
        yield Part("programme/year.html", {"rows": found})
