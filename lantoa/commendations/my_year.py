"""What this room adds to a person's year on paper: the thanks and the commendations of that year."""

from __future__ import annotations

from collections.abc import Iterator

from lantoa.commendations.models import Commendation, Thanks
from lantoa.foundation.my_year import Part
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor


def parts(actor: Actor, year: int) -> Iterator[Part]:
    """Nothing in a year without any: an empty heading would be read as a reproach."""
    if actor.person is None:
        return
    hers = Commendation.objects.standing().filter(person=actor.person, decision__decided_on__year=year)
    found = list(hers.select_related("decision").order_by("decision__decided_on", "pk"))
    names = organisation.names_of([one.decision.unit_id for one in found if one.decision.unit_id], actor.on)
    rows = [(one, one.decision.body or names.get(one.decision.unit_id or 0, "")) for one in found]
    thanks = Thanks.objects.filter(person=actor.person, given_on__year=year).shown()
    said = list(thanks.select_related("practice", "given_by").order_by("given_on", "pk"))
    if rows or said:
        yield Part("commendations/year.html", {"rows": rows, "thanks": said})
