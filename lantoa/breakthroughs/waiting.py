"""Breakthroughs, amendments and opinions that wait for the actor's word."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.breakthroughs.models import Amendment, Breakthrough
from lantoa.foundation.waiting import Kind, Waiting
from lantoa.people.actors import Actor

BREAKTHROUGH = Kind("dot-pha", _("Nội dung đột phá"))
AMENDMENT = Kind("sua-doi", _("Sửa đổi nội dung đột phá"))
APPRAISAL = Kind("tham-dinh", _("Thẩm định nội dung đột phá"))


def waiting(actor: Actor) -> Iterator[Waiting]:
    """What the actor's unit approves, what it amends, and what it gives an opinion on first."""
    for one in Breakthrough.objects.awaiting(actor).select_related("person"):
        yield _of(one, BREAKTHROUGH, reverse("breakthroughs:judge", args=[one.pk]))
    for one in Breakthrough.objects.awaiting_appraisal(actor).select_related("person"):
        yield _of(one, APPRAISAL, reverse("breakthroughs:appraise", args=[one.pk]))
    for change in Amendment.objects.awaiting(actor).select_related("breakthrough__person"):
        paper = change.breakthrough
        yield Waiting(
            AMENDMENT,
            f"{paper.statement}: {change.reason}",
            change.get_absolute_url(),
            _("Xem và cho ý kiến"),
            change.proposed_on,
            paper.unit_id,
            paper.person.full_name if paper.person else "",
        )


def _of(one: Breakthrough, kind: Kind, url: str) -> Waiting:
    button = _("Xem và thẩm định") if kind is APPRAISAL else _("Xem và cho ý kiến")
    who = one.person.full_name if one.person else ""
    return Waiting(kind, one.statement, url, button, one.submitted_on or one.starts, one.unit_id, who)
