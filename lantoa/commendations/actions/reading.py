"""Reading of records that are hers to know about: whoever sees a rating among the evidence has read that review."""

from __future__ import annotations

from collections.abc import Iterable

from lantoa.commendations.queries.eligibility import Fulfilment
from lantoa.people.actors import Actor
from lantoa.reviews import actions as reviews


def note_evidence(found: Iterable[Fulfilment], *, by: Actor) -> None:
    """Each review among what was found is noted as opened today, for whom it is about."""
    years = (year for rule in found for asked in rule.asked for year in asked.years)
    read = {one.review.pk: one.review for year in years for one in year.shown if one.review}
    for review in read.values():
        reviews.note_opening(review, by=by)
