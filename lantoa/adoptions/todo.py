"""What this room asks of a person today."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.adoptions import queries
from lantoa.foundation.dates import show_date
from lantoa.foundation.numbers import show
from lantoa.foundation.todo import Todo
from lantoa.people.actors import Actor

MOST = 5


def items(actor: Actor) -> Iterator[Todo]:
    """What was taken over and is asked after today; and the news that one's own way helps elsewhere."""
    if actor.person is None or not actor.may("practices.write"):
        return
    yield from _to_follow(actor)
    yield from _helping(actor)


def _to_follow(actor: Actor) -> Iterator[Todo]:
    for adoption, day in queries.waiting_for_an_answer(actor)[:MOST]:
        yield Todo(
            _("Còn duy trì “%(name)s”?") % {"name": adoption.practice.name},
            reverse("adoptions:checkup", args=[adoption.practice_id]),
            _("Trả lời"),
            minutes=1,
            due=day,
            note=_("Vận dụng từ %(day)s") % {"day": show_date(adoption.adopted_on)},
        )


def _helping(actor: Actor) -> Iterator[Todo]:
    for practice, count in queries.helping_lately(actor)[:MOST]:
        yield Todo(
            _("Cách làm của đồng chí đang giúp %(n)s đơn vị: %(name)s")
            % {"n": show(count), "name": practice.name},
            reverse("adoptions:helping", args=[practice.pk]),
            _("Xem và in"),
            note=_("Có nơi vừa báo kết quả"),
        )
