"""What is late: answers that were not sent by their day; and who is reminded before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.late import Due, Late
from lantoa.people.models import Post
from lantoa.rounds.models import Answer


def late(on: dt.date) -> Iterator[Late]:
    """Answers still to be sent after their day, of whatever round."""
    yield Late(
        "so-lieu",
        _("Số liệu"),
        _("đơn vị"),
        _("%(n)s đơn vị chưa gửi số liệu đã quá hạn"),
        "rounds.view",
        Answer.objects.overdue(on),
        lambda code: f"{reverse('rounds:late')}?don-vi={code}",
        order=10,
    )


def due(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """Whoever is at the head of a unit that has not sent; who stands in for her while she is away."""
    waiting = Answer.objects.untold().filter(round__due_on__range=(first, last)).select_related("round")
    heads = Post.objects.on(on).heading().filter(unit__in=waiting.values("unit_id"))
    in_order = heads.order_by(F("stands_for").asc(nulls_first=True), "-starts", "-pk")
    at_the_head = dict(in_order.values_list("unit_id", "person_id"))
    for one in waiting:
        if (person := at_the_head.get(one.unit_id)) is not None:
            yield Due(
                f"answer:{one.pk}",
                person,
                one.unit_id,
                one.round.due_on,
                _("xác nhận và gửi “%(title)s”") % {"title": one.round.title},
                one.get_absolute_url(),
                priority=10,
            )
