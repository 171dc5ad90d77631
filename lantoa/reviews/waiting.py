"""Reviews that wait to be rated, and complaints that wait to be looked at anew."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.waiting import Kind, Waiting
from lantoa.people.actors import Actor
from lantoa.reviews import queries

RATING = Kind("xep-loai", _("Bản kiểm điểm chờ xếp loại"))
COMPLAINT = Kind("khieu-nai-xep-loai", _("Khiếu nại về xếp loại"))


def waiting(actor: Actor) -> Iterator[Waiting]:
    """Each since the right of reply was used or over; each complaint since it was filed."""
    for one in queries.to_decide(actor):
        yield Waiting(
            RATING,
            str(one.period),
            reverse("reviews:decide", args=[one.pk]),
            _("Đọc, xếp loại"),
            one.replied_on or one.waived_on or one.answer_by or actor.on,
            one.unit_id,
            one.person.full_name if one.person else "",
        )
    for said in queries.complaints_for(actor):
        yield Waiting(
            COMPLAINT,
            str(said.review.period),
            reverse("reviews:answer", args=[said.pk]),
            _("Thẩm tra, trả lời"),
            said.filed_on,
            said.review.unit_id,
            said.review.person.full_name if said.review.person else "",
        )
