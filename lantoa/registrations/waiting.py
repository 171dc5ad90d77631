"""Registrations that wait for the actor's word."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.waiting import Kind, Queue, Waiting
from lantoa.people.actors import Actor
from lantoa.registrations import queries

REGISTRATION = Kind("dang-ky", _("Bản đăng ký"))


def queues(actor: Actor) -> Iterator[Queue]:
    """The papers sent to the actor's unit, and those sent below where nobody judges."""
    yield Queue(queries.may_wait_for(actor), lambda: waiting(actor))


def waiting(actor: Actor) -> Iterator[Waiting]:
    """Each paper; a list of these opens them one after the other."""
    for one in queries.waiting_for(actor).select_related("person").prefetch_related("tasks"):
        first = one.first_task
        yield Waiting(
            REGISTRATION,
            first.what if first else str(one),
            reverse("registrations:judge", args=[one.pk]),
            _("Đọc và duyệt"),
            timezone.localtime(one.submitted_at).date(),
            one.unit_id,
            one.owner_name if one.person_id or one.is_household else "",
        )
