"""Who is told what of plans: who sent one, what was said of it."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.models import Event
from lantoa.foundation.told import News, to, told, who_did
from lantoa.programme.models import ListProposal, Plan

WROTE = "plan.created plan.edited plan.submitted"


def _about(event: Event, title: str, note: str) -> Iterator[News]:
    plan = Plan.objects.filter(pk=event.subject_id).first()
    if plan is not None:
        yield News(who_did(event, WROTE), title % {"plan": plan}, plan.get_absolute_url(), note)


def returned(event: Event) -> Iterator[News]:
    """Its writers mend it."""
    return _about(event, _("Kế hoạch được trả lại để sửa: %(plan)s"), _("Lý do: %s") % event.note)


def issued(event: Event) -> Iterator[News]:
    """Its writers learn its number."""
    return _about(event, _("Kế hoạch đã ban hành: %(plan)s"), _("Số %s") % event.note)


def answered(event: Event) -> Iterator[News]:
    """Who proposed a change of a list reads what its keeper says."""
    found = ListProposal.objects.filter(pk=event.subject_id, answered_on__isnull=False).first()
    if found is not None:
        said = _("Đề nghị được nhận: %(words)s") if found.agreed else _("Đề nghị chưa được nhận: %(words)s")
        yield News(to(found.asked_by_id), said % {"words": found}, reverse("programme:lists"), found.answer)


TOLD = (told("plan.returned", returned), told("plan.issued", issued), told("list.answered", answered))
