"""Who is told what of shortcomings: whose it is, who mends it, who wrote it down. The finding stays on its page."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.menu import way
from lantoa.foundation.models import Event
from lantoa.foundation.told import News, to, told
from lantoa.people import queries as people
from lantoa.shortcomings.models import Shortcoming


def _one(event: Event) -> Shortcoming | None:
    return Shortcoming.objects.filter(pk=event.subject_id).first()


def written(event: Event) -> Iterator[News]:
    """Whom it is about, and who is to mend it."""
    if (one := _one(event)) is None:
        return
    due = _("Hạn khắc phục: %s") % show_date(one.deadline)
    yield News(
        to(one.person_id), _("Có một hạn chế ghi về đồng chí, cần khắc phục"), one.get_absolute_url(), due
    )
    said = _("Đồng chí được giao khắc phục một hạn chế")
    yield News(to(one.owner_id) - to(one.person_id), said, one.get_absolute_url(), due)


def not_accepted(event: Event) -> Iterator[News]:
    """Who mends it, and who reported it mended."""
    if one := _one(event):
        said = _("Chưa xác nhận là đã khắc phục xong một hạn chế")
        yield News(
            to(one.owner_id, one.reported_by_id), said, one.get_absolute_url(), _("Lý do: %s") % event.note
        )


def verified(event: Event) -> Iterator[News]:
    """The same, and whom it was about."""
    if one := _one(event):
        people = to(one.owner_id, one.reported_by_id, one.person_id)
        yield News(people, _("Đã xác nhận khắc phục xong một hạn chế"), one.get_absolute_url(), event.note)


def reopened(event: Event) -> Iterator[News]:
    """Who is to mend it again, and whom it is about."""
    if one := _one(event):
        people = to(one.owner_id, one.person_id)
        due = _("Hạn khắc phục: %s") % show_date(one.deadline)
        yield News(people, _("Mở lại một hạn chế đã xác nhận"), one.get_absolute_url(), due)


def replied(event: Event) -> Iterator[News]:
    """Who wrote it down reads the word of whom it is about."""
    if one := _one(event):
        yield News(
            to(one.written_by_id), _("Có ý kiến về một hạn chế đồng chí đã ghi"), one.get_absolute_url()
        )


def withdrawn(event: Event) -> Iterator[News]:
    """Whom it was about, and who was to mend it."""
    if one := _one(event):
        people = to(one.owner_id, one.person_id)
        yield News(people, _("Một hạn chế đã được rút lại"), one.get_absolute_url(), event.note)


def stopped(event: Event) -> Iterator[News]:
    """The head of the unit that keeps them."""
    said = _("Đã dừng một người mở hoặc xuất quá nhiều hạn chế của đảng viên trong 10 phút")
    note = f"{event.person_name}, {event.post_label}"
    yield News(to(people.head_of(event.unit_id, event.on)), said, way("history"), note)


TOLD = (
    told("shortcoming.bulk_reading_stopped", stopped),
    told("shortcoming.written", written),
    told("shortcoming.not_accepted", not_accepted),
    told("shortcoming.verified", verified),
    told("shortcoming.reopened", reopened),
    told("shortcoming.replied", replied),
    told("shortcoming.withdrawn", withdrawn),
)
