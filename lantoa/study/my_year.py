"""What this room adds to a person's year on paper: the certificates of that year."""

from __future__ import annotations

from collections.abc import Iterator

from lantoa.foundation.my_year import Part
from lantoa.people.actors import Actor
from lantoa.study.models import Certificate


def parts(actor: Actor, year: int) -> Iterator[Part]:
    """Nothing in a year without any: an empty heading would be read as a reproach."""
    if actor.person is None:
        return
    hers = Certificate.objects.standing().filter(person=actor.person, issued_on__year=year)
    if found := list(hers.select_related("course").order_by("issued_on", "pk")):
        yield Part("study/year.html", {"rows": found})
