"""Exemplars that wait for the actor's word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.exemplars.models import Exemplar
from lantoa.foundation.waiting import Kind, Queue, Waiting
from lantoa.people.actors import Actor

EXEMPLAR = Kind("dien-hinh", _("Gương, điển hình"))


def queues(actor: Actor) -> Iterator[Queue]:
    """The exemplars proposed to the actor's unit by others."""
    proposed = Exemplar.objects.awaiting(actor)
    yield Queue(proposed, lambda: [_proposed(one, actor.on) for one in proposed])


def _proposed(one: Exemplar, on: dt.date) -> Waiting:
    url = reverse("exemplars:judge", args=[one.pk])
    return Waiting(EXEMPLAR, one.title, url, _("Xem và cho ý kiến"), one.proposed_on or on, one.unit_id)
