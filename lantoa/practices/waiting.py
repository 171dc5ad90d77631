"""Practices that wait for the actor's word."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.waiting import Kind, Waiting
from lantoa.people.actors import Actor
from lantoa.practices.models import Practice

PRACTICE = Kind("mo-hinh", _("Mô hình"))


def waiting(actor: Actor) -> Iterator[Waiting]:
    """Each practice proposed to the actor's unit by others."""
    for one in Practice.objects.awaiting(actor).select_related("person"):
        yield Waiting(
            PRACTICE,
            one.name,
            reverse("practices:judge", args=[one.pk]),
            _("Xem và cho ý kiến"),
            one.proposed_on or actor.on,
            one.unit_id,
            one.person.full_name if one.person else "",
        )
