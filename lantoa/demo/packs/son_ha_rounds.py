"""A round about October in the invented province: in time, late, waiting to be received, silent. Nothing here is real."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from django.utils import timezone

from lantoa.foundation.dates import Period
from lantoa.organisation.models import Unit
from lantoa.people import actors
from lantoa.people.actors import Actor
from lantoa.people.models import Post
from lantoa.rounds import actions, compose
from lantoa.rounds.models import Answer, Round
from lantoa.rounds.rules import Said
from lantoa.rounds.words import Amount

OPENED, DUE = dt.date(2026, 11, 2), dt.date(2026, 11, 10)
FIGURES = ["meetings.regular", "meetings.thematic", "meetings.attendance", "registrations.approved"]
SPOKEN, RULE = "Phát biểu ý kiến", {"part": "registrations.approved", "whole": "registrations.registered"}
# commune → (the day on which it sent, whether the province has received it); who is not here is silent.
SENT = {
    "Đảng bộ xã An Phú": (dt.date(2026, 11, 6), True),
    "Đảng bộ xã Thanh Bình": (dt.date(2026, 11, 9), True),
    "Đảng bộ phường Trung Sơn": (dt.date(2026, 11, 13), True),
    "Đảng bộ xã Bản Lầu": (dt.date(2026, 11, 10), False),
}
CORRECTS, WHY = "Đảng bộ xã Bản Lầu", "Chi bộ thôn Na Mạ họp thêm một buổi, mới ghi sổ giấy."


def load(root: Unit, communes: dict[str, Unit]) -> None:
    """The officer asks her communes; four answer, one of them with a correction."""
    officer = _acting(root, "officer", OPENED)
    actions.keep_bound(**RULE, by=officer)
    found = actions.open_round(
        by=officer,
        title="Số liệu tháng 10/2026",
        period=Period.months(2026, 10, 1),
        due_on=DUE,
        lowest=Unit.Level.GRASSROOTS,
        figures=FIGURES,
        prose=[SPOKEN],
        note="Xem kỹ số buổi sinh hoạt của từng chi bộ trước khi gửi.",
    )
    for name, (day, is_received) in SENT.items():
        _answer(found, communes[name], name, day)
        if is_received:
            answer = Answer.objects.select_related("round__unit", "unit").get(
                round=found, unit=communes[name]
            )
            actions.accept(answer, by=replace(officer, on=day))


def _acting(unit: Unit, role: str, on: dt.date) -> Actor:
    post = Post.objects.filter(unit=unit, role=role).select_related("person", "unit", "title").order_by("pk")
    return actors.as_post(post[0], on)


def _answer(found: Round, unit: Unit, name: str, day: dt.date) -> None:
    """What was counted is confirmed; the moment of sending is that of its day."""
    answer = Answer.objects.select_related("round__unit", "unit").get(round=found, unit=unit)
    said = {cell.item.pk: cell.starts_with for cell in compose.sheet(answer, day).cells}
    items = list(found.items.all())
    said[items[-1].pk] = Said(text="24/27 đồng chí phát biểu (đạt 89%)")
    if name == CORRECTS:
        counted = said[items[0].pk].amount.value or Decimal(0)
        said[items[0].pk] = Said(Amount(counted + 1), reason=WHY)
    actions.send(answer, by=_acting(unit, "committee", day), said=said)
    at = timezone.make_aware(dt.datetime.combine(day, dt.time(9, 40)))
    Answer.objects.filter(pk=answer.pk).update(first_sent_at=at, sent_at=at)
