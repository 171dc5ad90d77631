"""What every act of this room begins and ends with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from lantoa.foundation.history import record
from lantoa.people import actions as people
from lantoa.people.actors import Actor
from lantoa.reviews import queries, rules
from lantoa.reviews.models import Mark, Review, ReviewPeriod


def note_opening(review: Review, *, by: Actor) -> None:
    """Somebody other than whom it is about has read it today: for her to know, for nobody above."""
    people.note_opening(review, queries.OPENED, unit=review.unit, by=by)


def note_list(found: Iterable[Review], *, by: Actor) -> None:
    """The same of each in what leaves as one file."""
    people.note_list(found, queries.OPENED, by=by)


def lock_period(period: ReviewPeriod) -> None:
    """Nobody closes it while something of it is written. Conflict when it is closed: by page, file or command alike."""
    period.refresh_from_db(from_queryset=ReviewPeriod.objects.select_for_update())
    rules.must_be_open(period.is_open)


def lock(review: Review) -> None:
    """The period first, then the review: everybody takes them in this order."""
    lock_period(review.period)
    period = review.period
    review.refresh_from_db(from_queryset=Review.objects.select_for_update())
    review.period = period


def must_conduct(may: bool) -> None:
    """Who leads the reviewing of a unit does it there, and nobody of her own paper."""
    rules.must(
        may,
        _("Người phụ trách kiểm điểm của đơn vị làm việc này, và không ai làm với bản của chính mình."),
    )


def write_mark(review: Review, stage: str, marks: rules.Marks, *, given_by: str, by: Actor) -> None:
    """Marks as whoever writes them says; none at all takes an earlier word away."""
    there = Mark.objects.filter(review=review, stage=stage)
    if marks.is_empty:
        there.delete()
        return
    template = review.template
    rules.must_be_marks(marks, template.common_most, template.task_most)
    said = rules.kept(marks) if template.has_marks else {"level": marks.level}
    named = {"given_by": given_by[:250], "rule": (template.basis or str(template))[:300]}
    written = {"written_by": by.person, "written_on": by.on}
    Mark.objects.update_or_create(review=review, stage=stage, defaults=said | named | written)


def note(verb: str, review: Review, by: Actor, **more: Any) -> None:
    """One event; of a person without a unit, so that the history above does not tell what the page hides."""
    unit = review.unit if review.is_collective else None
    record(f"review.{verb}", review, by=by, unit=unit, **more)


def behalf(review: Review, by: Actor) -> str:
    """For whom somebody else writes; "" for her own."""
    if review.person is None or by.person == review.person:
        return ""
    return review.person.full_name
