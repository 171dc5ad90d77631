"""Practices that wait for the actor's word."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.waiting import Kind, Waiting
from lantoa.people.actors import Actor
from lantoa.practices.models import Practice, RecognitionRequest

PRACTICE = Kind("mo-hinh", _("Mô hình"))
RECOGNITION = Kind("de-nghi-cong-nhan", _("Đề nghị công nhận mô hình"))


def waiting(actor: Actor) -> Iterator[Waiting]:
    """Each practice proposed to the actor's unit by others; each that asks to be recognised there."""
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
    for asked in RecognitionRequest.objects.awaiting(actor).select_related("practice__person"):
        yield Waiting(
            RECOGNITION,
            asked.practice.name,
            reverse("practices:answer_request", args=[asked.pk]),
            _("Xem và trả lời"),
            asked.asked_on,
            asked.practice.unit_id,
            asked.practice.person.full_name if asked.practice.person else "",
        )
