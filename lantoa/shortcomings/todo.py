"""What this room asks of a person today: mend what is due soon or sent back; verify what was reported."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.todo import Todo
from lantoa.people.actors import Actor
from lantoa.shortcomings import queries, rules
from lantoa.shortcomings.models import Shortcoming

MINUTES_TO_REPORT, MINUTES_TO_VERIFY = 3, 2
MOST_LINES = 5


def items(actor: Actor) -> Iterator[Todo]:
    """Everything, in no order: the hall sorts by deadline."""
    if not actor.may("shortcomings.own"):
        return
    due = queries.to_mend(actor).filter(deadline__lte=rules.near_until(actor.on))
    for one in due.order_by("deadline", "pk")[:MOST_LINES]:
        yield _to_mend(one, actor)
    yield from _to_verify(actor)


def _to_mend(one: Shortcoming, actor: Actor) -> Todo:
    title = _("Khắc phục hạn chế của đơn vị") if one.person_id is None else _("Khắc phục hạn chế")
    note = one.finding
    if one.sent_back_why:
        note = _("Chưa được xác nhận: %(why)s") % {"why": one.sent_back_why}
    return Todo(
        title,
        reverse("shortcomings:show", args=[one.pk]),
        _("Báo đã khắc phục"),
        minutes=MINUTES_TO_REPORT,
        due=one.deadline,
        note=note,
    )


def _to_verify(actor: Actor) -> Iterator[Todo]:
    waiting = queries.to_verify(actor).count()
    if waiting:
        yield Todo(
            _("Kiểm tra, xác nhận %(n)s hạn chế đã báo khắc phục") % {"n": waiting},
            f"{reverse('shortcomings:index')}?xem=don-vi&loc=cho-xac-nhan",
            _("Xem và xác nhận"),
            minutes=MINUTES_TO_VERIFY * waiting,
        )
