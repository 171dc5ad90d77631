"""Who is told what of exemplars: who wrote one and proposed it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.exemplars.models import Exemplar
from lantoa.foundation.models import Event
from lantoa.foundation.told import News, to, told, who_did

Text = str | Promise


def _told(said: Text, *, note: bool = True) -> Callable[[Event], Iterator[News]]:
    """`said` of the exemplar by its title, with what the act said."""

    def tell(event: Event) -> Iterator[News]:
        one = Exemplar.objects.filter(pk=event.subject_id).first()
        if one is not None:
            people = to(one.proposed_by_id) | who_did(event, "exemplar.written")
            yield News(
                people, str(said) % {"title": one.title}, one.get_absolute_url(), event.note if note else ""
            )

    return tell


TOLD = (
    told("exemplar.published", _told(_("Bài “%(title)s” đã được công bố"))),
    told("exemplar.returned", _told(_("Bài “%(title)s” được trả lại để sửa"))),
    told(
        "exemplar.consent_withdrawn",
        _told(_("Bài “%(title)s” đang ẩn: có người không còn đồng ý được nêu tên"), note=False),
    ),
)
