"""Practices that wait for the actor's word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.waiting import Kind, Queue, Waiting
from lantoa.people.actors import Actor
from lantoa.practices.models import Practice, RecognitionRequest

PRACTICE = Kind("mo-hinh", _("Mô hình"))
RECOGNITION = Kind("de-nghi-cong-nhan", _("Đề nghị công nhận mô hình"))


def queues(actor: Actor) -> Iterator[Queue]:
    """The practices proposed to the actor's unit by others; those that ask to be recognised there."""
    proposed = Practice.objects.awaiting(actor).select_related("person")
    asked = RecognitionRequest.objects.awaiting(actor).select_related("practice__person")
    yield Queue(proposed, lambda: [_proposed(one, actor.on) for one in proposed])
    yield Queue(asked, lambda: map(_asked, asked))


def _proposed(one: Practice, on: dt.date) -> Waiting:
    return Waiting(
        PRACTICE,
        one.name,
        reverse("practices:judge", args=[one.pk]),
        _("Xem và cho ý kiến"),
        one.proposed_on or on,
        one.unit_id,
        one.person.full_name if one.person else "",
    )


def _asked(one: RecognitionRequest) -> Waiting:
    return Waiting(
        RECOGNITION,
        one.practice.name,
        reverse("practices:answer_request", args=[one.pk]),
        _("Xem và trả lời"),
        one.asked_on,
        one.practice.unit_id,
        one.practice.person.full_name if one.practice.person else "",
    )
