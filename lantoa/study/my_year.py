"""What this room adds to a person's year on paper: the certificates and reflection papers of that year."""

from __future__ import annotations

from collections.abc import Iterator

from lantoa.foundation.my_year import Part
from lantoa.people.actors import Actor
from lantoa.study.models import Certificate, Essay


def parts(actor: Actor, year: int) -> Iterator[Part]:
    """Nothing in a year without any: an empty heading would be read as a reproach."""
    if actor.person is None:
        return
    hers = Certificate.objects.standing().filter(person=actor.person, issued_on__year=year)
    wrote = Essay.objects.filter(person=actor.person, study_class__held_on__year=year)
    if papers := list(wrote.select_related("study_class").order_by("sent_at", "pk")):
        yield Part("study/year_essays.html", {"rows": papers})
    if found := list(hers.select_related("course").order_by("issued_on", "pk")):
        yield Part("study/year.html", {"rows": found})
