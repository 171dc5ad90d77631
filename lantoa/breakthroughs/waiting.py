"""Breakthroughs, amendments and opinions that wait for the actor's word."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.breakthroughs.models import Amendment, Breakthrough
from lantoa.foundation.waiting import Kind, Queue, Waiting
from lantoa.people.actors import Actor

BREAKTHROUGH = Kind("dot-pha", _("Nội dung đột phá"))
AMENDMENT = Kind("sua-doi", _("Sửa đổi nội dung đột phá"))
APPRAISAL = Kind("tham-dinh", _("Thẩm định nội dung đột phá"))


def queues(actor: Actor) -> Iterator[Queue]:
    """What the actor's unit approves, what it gives an opinion on first, and what it amends."""
    sent = Breakthrough.objects.awaiting(actor).select_related("person")
    to_appraise = Breakthrough.objects.awaiting_appraisal(actor).select_related("person")
    changes = Amendment.objects.awaiting(actor).select_related("breakthrough__person")
    yield Queue(sent, lambda: [_of(one, BREAKTHROUGH, "breakthroughs:judge") for one in sent])
    yield Queue(to_appraise, lambda: [_of(one, APPRAISAL, "breakthroughs:appraise") for one in to_appraise])
    yield Queue(changes, lambda: map(_change, changes))


def _of(one: Breakthrough, kind: Kind, page: str) -> Waiting:
    return Waiting(
        kind,
        one.statement,
        reverse(page, args=[one.pk]),
        _("Xem và thẩm định") if kind is APPRAISAL else _("Xem và cho ý kiến"),
        one.submitted_on or one.starts,
        one.unit_id,
        one.person.full_name if one.person else "",
    )


def _change(one: Amendment) -> Waiting:
    paper = one.breakthrough
    return Waiting(
        AMENDMENT,
        f"{paper.statement}: {one.reason}",
        one.get_absolute_url(),
        _("Xem và cho ý kiến"),
        one.proposed_on,
        paper.unit_id,
        paper.person.full_name if paper.person else "",
    )
