"""Who is told what of practices: who wrote it, who proposed it, who does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.models import Event
from lantoa.foundation.told import News, to, told, who_did
from lantoa.practices.models import Practice

Text = str | Promise


def _told(said: Text, *, note: bool = True, besides: str = "") -> Callable[[Event], Iterator[News]]:
    """`said` of the practice by name, with what the act said; `besides` are acts whose doers are told too."""

    def tell(event: Event) -> Iterator[News]:
        practice = Practice.objects.filter(pk=event.subject_id).first()
        if practice is not None:
            people = to(practice.drafted_by_id, practice.proposed_by_id, practice.person_id)
            title = str(said) % {"name": practice.name}
            people |= who_did(event, besides)
            yield News(people, title, practice.get_absolute_url(), event.note if note else "")

    return tell


TOLD = (
    told("practice.approved", _told(_("Mô hình “%(name)s” đã được duyệt"))),
    told("practice.returned", _told(_("Mô hình “%(name)s” được trả lại để sửa"))),
    told(
        "practice.recognised",
        _told(_("Mô hình “%(name)s” được công nhận"), besides="practice.recognition_asked"),
    ),
    told(
        "practice.recognition_refused",
        _told(_("Mô hình “%(name)s” chưa được công nhận"), besides="practice.recognition_asked"),
    ),
    told(
        "practice.consent_withdrawn",
        _told(_("Mô hình “%(name)s” đang ẩn: có người không còn đồng ý được nêu tên"), note=False),
    ),
)
