"""Who is told of which act of this room."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.foundation.models import Event
from lantoa.foundation.told import News, to, told
from lantoa.people.queries import head_of
from lantoa.supervision.models import Inspection


def _one(event: Event) -> Inspection | None:
    return Inspection.objects.filter(pk=event.subject_id).select_related("programme").first()


def _concerned(one: Inspection, event: Event) -> frozenset[int]:
    """The person inspected, or who heads the unit."""
    return to(one.person_id) if one.person_id else to(head_of(one.unit_id, event.on))


def opened(event: Event) -> Iterator[News]:
    """Whom it concerns, and who leads it."""
    if one := _one(event):
        said = _("Có quyết định kiểm tra, giám sát đồng chí hoặc đơn vị của đồng chí")
        yield News(_concerned(one, event), said, one.get_absolute_url(), event.note)
        yield News(
            to(one.led_by_id), _("Cuộc do đồng chí phụ trách đã mở"), one.get_absolute_url(), event.note
        )


def concluded(event: Event) -> Iterator[News]:
    """Whom it concerns."""
    if one := _one(event):
        yield News(_concerned(one, event), _("Đã có kết luận kiểm tra, giám sát"), one.get_absolute_url(), "")


def self_reported(event: Event) -> Iterator[News]:
    """Who leads the team, and who wrote the inspection down."""
    if one := _one(event):
        said = _("Đã nhận báo cáo của nơi được kiểm tra, giám sát")
        yield News(to(one.led_by_id, one.written_by_id), said, one.get_absolute_url())


TOLD = (
    told("inspection.opened", opened),
    told("inspection.concluded", concluded),
    told("inspection.self_reported", self_reported),
)
