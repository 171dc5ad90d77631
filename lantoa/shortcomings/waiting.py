"""Shortcomings reported as mended that wait to be verified."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.waiting import Kind, Queue, Waiting
from lantoa.people.actors import Actor
from lantoa.shortcomings import queries

MENDED = Kind("han-che", _("Hạn chế đã báo khắc phục"))


def queues(actor: Actor) -> Iterator[Queue]:
    """What the actor's unit has to verify."""
    yield Queue(queries.to_verify(actor), lambda: waiting(actor))


def waiting(actor: Actor) -> Iterator[Waiting]:
    """Each one that the actor's unit has to verify, since the day it was last reported."""
    found = list(queries.to_verify(actor).select_related("person", "owner"))
    days = queries.reported_days(found)
    for one in found:
        yield Waiting(
            MENDED,
            one.finding,
            reverse("shortcomings:verify", args=[one.pk]),
            _("Kiểm tra, xác nhận"),
            days.get(one.pk) or one.mended_on or actor.on,
            one.unit_id,
            one.person.full_name if one.person else "",
        )
