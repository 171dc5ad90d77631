"""What this room asks of a person today: write, answer, send drafts round, rate."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.todo import Todo, to_judge
from lantoa.people.actors import Actor
from lantoa.reviews import queries, rules
from lantoa.reviews.models import Review
from lantoa.reviews.words import Kind, Status

# A quarter is looked back on in two minutes, a year in the evening one gives it.
MINUTES = {Kind.QUARTER: 2, Kind.YEAR: 30, Kind.OCCASION: 15}
MINUTES_TO_ANSWER, MINUTES_TO_SHOW = 5, 2
MOST_LINES = 5


def items(actor: Actor) -> Iterator[Todo]:
    """Everything, in no order: the hall sorts by deadline."""
    if not actor.may("reviews.own"):
        return
    for one in queries.to_write(actor)[:MOST_LINES]:
        yield _to_write(one)
    for one in queries.to_answer(actor)[:MOST_LINES]:
        note = _("Lời trả lời in liền sau nhận xét.")
        yield Todo(
            _("Đọc nhận xét, trả lời"),
            one.get_absolute_url(),
            _("Đọc và trả lời"),
            minutes=MINUTES_TO_ANSWER,
            due=one.answer_by,
            note=note,
        )
    yield from _to_show(actor)
    yield from to_judge(
        queries.to_decide(actor), _("Xếp loại %(n)s bản kiểm điểm"), reverse("reviews:index"), on=actor.on
    )


def _to_write(one: Review) -> Todo:
    title = _("Viết báo cáo kiểm điểm tập thể") if one.is_collective else _("Viết bản kiểm điểm")
    note = _("Trả lại để sửa: %s") % one.returned_why if one.returned_why else str(one.period)
    minutes = MINUTES[Kind(one.period.kind)]
    url = reverse("reviews:write", args=[one.pk])
    return Todo(title, url, _("Viết"), minutes=minutes, due=one.period.send_by, note=note)


def _to_show(actor: Actor) -> Iterator[Todo]:
    """Drafts that lie with who conducts, once the day to send them has come."""
    for period in (
        queries.conducted_by(actor).open().filter(send_by__lte=rules.near_until(actor.on))[:MOST_LINES]
    ):
        if sent := period.reviews.filter(status=Status.SUBMITTED).count():
            yield Todo(
                _("Gửi %(n)s bản kiểm điểm đọc trước họp") % {"n": sent},
                period.get_absolute_url(),
                _("Xem và gửi"),
                minutes=MINUTES_TO_SHOW,
                due=period.meets_on or period.send_by,
            )
