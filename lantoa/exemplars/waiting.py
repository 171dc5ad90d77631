"""Exemplars that wait for the actor's word."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.exemplars.models import Exemplar
from lantoa.foundation.waiting import Kind, Waiting
from lantoa.people.actors import Actor

EXEMPLAR = Kind("dien-hinh", _("Gương, điển hình"))


def waiting(actor: Actor) -> Iterator[Waiting]:
    """Each exemplar proposed to the actor's unit by others."""
    for one in Exemplar.objects.awaiting(actor):
        url = reverse("exemplars:judge", args=[one.pk])
        yield Waiting(
            EXEMPLAR, one.title, url, _("Xem và cho ý kiến"), one.proposed_on or actor.on, one.unit_id
        )
