"""What this room asks of a person today: know of a new post of hers, answer as the second person, know what was
given below."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.todo import DONE, Todo
from lantoa.people import queries
from lantoa.people.actors import Actor


def items(actor: Actor) -> Iterator[Todo]:
    """Everything, in no order: the hall sorts by deadline."""
    if actor.person:
        yield from _held(actor)
    if actor.may("people.confirm_posts"):
        yield from _to_confirm(actor)
        yield from _given_below(actor)


def _held(actor: Actor) -> Iterator[Todo]:
    assert actor.person is not None
    for one in queries.newly_held_by(actor.person):
        who = one.answered_by or one.asked_by
        note = _("Từ ngày %(day)s.") % {"day": show_date(one.post.starts if one.post else one.starts)}
        if who:
            note += " " + _("Người xác nhận: %(who)s.") % {"who": who}
        yield Todo(
            _("Đồng chí được giao chức vụ: %(label)s") % {"label": one.label},
            reverse("people:me"),
            _("Xem và ghi đã biết"),
            minutes=1,
            note=note,
        )


def _to_confirm(actor: Actor) -> Iterator[Todo]:
    count = queries.waiting_for(actor).count()
    if count:
        yield Todo(
            _("Xác nhận %(n)s chức vụ do người khác đề nghị giao") % {"n": count},
            reverse("people:grants"),
            _("Xem và xác nhận"),
            minutes=count,
        )


def _given_below(actor: Actor) -> Iterator[Todo]:
    count = queries.newly_given_below(actor).count()
    if count:
        yield Todo(
            _("Trong 14 ngày qua có %(n)s chức vụ mới giao ở đơn vị và cấp dưới trực tiếp") % {"n": count},
            reverse("people:grants"),
            _("Xem danh sách"),
            state=DONE,
        )
