"""Nominations that wait for the actor's word."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from lantoa.commendations.models import Proposal
from lantoa.foundation.waiting import Kind, Queue, Waiting
from lantoa.people.actors import Actor

NOMINATION = Kind("khen-thuong", _("Đề nghị khen thưởng"))


def queues(actor: Actor) -> Iterator[Queue]:
    """The nominations on which the body decides that this actor speaks for."""
    sent = Proposal.objects.waiting_for(actor).select_related("person")
    yield Queue(sent, lambda: map(_nomination, sent))


def _nomination(one: Proposal) -> Waiting:
    return Waiting(
        NOMINATION,
        f"{one.get_proposed_form_display()}: {one.achievement}",
        one.get_absolute_url(),
        _("Mở đề nghị"),
        one.submitted_on or one.written_on,
        one.unit_id,
        one.who,
    )
