"""What this room asks of a person today: check and send what her unit is asked; receive what those below have sent."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.foundation.todo import Todo
from lantoa.people.actors import Actor
from lantoa.rounds import queries
from lantoa.rounds.models import Answer

MINUTES_TO_CHECK, MOST_LINES = 3, 10


def items(actor: Actor) -> Iterator[Todo]:
    """Everything, in no order: the hall sorts by deadline."""
    if actor.unit is None or not actor.may("rounds.answer"):
        return
    for one in queries.to_send(actor)[:MOST_LINES]:
        yield _to_check(one)
    for one in queries.asked_to_reopen(actor)[:MOST_LINES]:
        yield Todo(
            _("Trả lời đề nghị mở lại số liệu: %(title)s") % {"title": one.round.title},
            one.get_absolute_url(),
            _("Xem đề nghị"),
            minutes=2,
            note=one.reopen_reason,
        )
    yield from _to_receive(actor)


def _to_check(one: Answer) -> Todo:
    title, button = _("Kiểm tra số liệu: %(title)s"), _("Kiểm tra số liệu")
    note = ""
    if one.return_reason:
        note = _("Trả lại để xem lại: %(why)s") % {"why": one.return_reason}
    elif one.is_of_the_top:
        title, button = _("Chốt số liệu: %(title)s"), _("Xem bản tổng hợp")
    return Todo(
        title % {"title": one.round.title},
        one.get_absolute_url(),
        button,
        minutes=MINUTES_TO_CHECK,
        due=one.round.due_on,
        note=note,
    )


def _to_receive(actor: Actor) -> Iterator[Todo]:
    for found, n in queries.to_receive(actor):
        yield Todo(
            _("%(n)s đơn vị đã gửi, chờ nhận: %(title)s") % {"n": n, "title": found.title},
            f"{found.get_absolute_url()}?loc=sent",
            _("Xem và nhận"),
            minutes=1,
        )
