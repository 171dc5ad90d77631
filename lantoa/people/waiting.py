"""Posts that wait for the actor's word as the second person."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.waiting import Kind, Queue, Waiting
from lantoa.people import queries
from lantoa.people.actors import Actor

POST = Kind("chuc-vu", _("Giao chức vụ"))


def queues(actor: Actor) -> Iterator[Queue]:
    """The posts that others asked for in the actor's reach."""
    yield Queue(queries.asked_by_others(actor), lambda: waiting(actor))


def waiting(actor: Actor) -> Iterator[Waiting]:
    """Each post that somebody else asked for in the actor's reach."""
    for one in queries.waiting_for(actor):
        yield Waiting(
            POST,
            str(one),
            reverse("people:grants"),
            _("Xem và xác nhận"),
            one.asked_on,
            one.unit_id,
            str(one.asked_by or ""),
        )
