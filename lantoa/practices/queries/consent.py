"""Who is named in practices."""

from __future__ import annotations

from collections.abc import Iterable

from lantoa.consents.models import Consent, ConsentQuerySet
from lantoa.people.actors import Actor
from lantoa.practices.models import Practice, bare
from lantoa.practices.words import BEFORE_REGISTRATION, DRAFT


def naming_me(actor: Actor) -> ConsentQuerySet:
    """Every practice that names the actor, the latest first; drafts are nobody's but their writer's."""
    found = Consent.objects.about(Practice).of(actor).exclude(practice__status=DRAFT)
    return found.prefetch_related("subject").order_by("-practice__registered_on", "-pk")


def to_answer(actor: Actor) -> ConsentQuerySet:
    """Where the actor is named, in what is being written, and has not said whether she agrees."""
    asked = Consent.objects.about(Practice).of(actor).unanswered()
    return asked.filter(practice__status__in=BEFORE_REGISTRATION)


def names_to_leave_out(practices: Iterable[Practice]) -> list[str]:
    """The persons these practices name: what another unit takes over does not carry their names."""
    ids = [one.pk for one in practices]
    rows = Consent.objects.about(Practice).filter(subject_id__in=ids).values_list("name", flat=True)
    return sorted({bare(name) for name in rows} - {""})
