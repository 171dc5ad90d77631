"""What falls due: her paper, her answer. Of persons nothing is counted as late for a level above."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.late import Due
from lantoa.reviews.models import Review
from lantoa.reviews.words import OPEN, Status


def due(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """Whoever has a paper to send, and whoever may still answer what was said of her."""
    mine = Review.objects.of_persons().filter(period__status=OPEN)
    for one in mine.filter(status=Status.WRITING, period__send_by__range=(first, last)).select_related(
        "period"
    ):
        assert one.person_id
        yield Due(
            f"review:{one.pk}",
            one.person_id,
            one.unit_id,
            one.period.send_by,
            _("gửi bản kiểm điểm"),
            reverse("reviews:write", args=[one.pk]),
            priority=15,
        )
    silent = mine.filter(status=Status.HEARD, replied_on__isnull=True, waived_on__isnull=True)
    for one in silent.filter(answer_by__range=(first, last)):
        assert one.person_id and one.answer_by
        yield Due(
            f"review-reply:{one.pk}",
            one.person_id,
            one.unit_id,
            one.answer_by,
            _("trả lời nhận xét kiểm điểm"),
            one.get_absolute_url(),
            priority=15,
        )
