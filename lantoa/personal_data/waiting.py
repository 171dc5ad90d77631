"""Openings in an emergency that wait for the actor's word as the second person."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from lantoa.foundation.waiting import Kind, Queue, Waiting
from lantoa.people.actors import Actor
from lantoa.personal_data import queries

OPENING = Kind("mo-khan-cap", _("Mở khẩn cấp"))


def queues(actor: Actor) -> Iterator[Queue]:
    """The openings that others asked for in the actor's reach."""
    yield Queue(queries.asked_by_others(actor), lambda: waiting(actor))


def waiting(actor: Actor) -> Iterator[Waiting]:
    """Each that somebody else asked for in the actor's reach."""
    for one in queries.waiting_for(actor):
        yield Waiting(
            OPENING,
            str(one),
            one.get_absolute_url(),
            _("Xem và trả lời"),
            one.asked_on,
            one.unit_id,
            str(one.asked_by),
        )
