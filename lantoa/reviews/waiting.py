"""Reviews that wait to be rated, and complaints that wait to be looked at anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.waiting import Kind, Queue, Waiting
from lantoa.people.actors import Actor
from lantoa.reviews import queries
from lantoa.reviews.models import Complaint, Review

RATING = Kind("xep-loai", _("Bản kiểm điểm chờ xếp loại"))
COMPLAINT = Kind("khieu-nai-xep-loai", _("Khiếu nại về xếp loại"))


def queues(actor: Actor) -> Iterator[Queue]:
    """The reviews since the right of reply was used or over; the complaints since they were filed."""
    ready, filed = queries.to_decide(actor), queries.complaints_for(actor)
    yield Queue(ready, lambda: [_ready(one, actor.on) for one in ready])
    yield Queue(filed, lambda: map(_filed, filed))


def _ready(one: Review, on: dt.date) -> Waiting:
    return Waiting(
        RATING,
        str(one.period),
        reverse("reviews:decide", args=[one.pk]),
        _("Đọc, xếp loại"),
        one.replied_on or one.waived_on or one.answer_by or on,
        one.unit_id,
        one.person.full_name if one.person else "",
    )


def _filed(said: Complaint) -> Waiting:
    return Waiting(
        COMPLAINT,
        str(said.review.period),
        reverse("reviews:answer", args=[said.pk]),
        _("Thẩm tra, trả lời"),
        said.filed_on,
        said.review.unit_id,
        said.review.person.full_name if said.review.person else "",
    )
