"""What this room asks of a person today: whether she agrees to be named."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.consents.subjects import kinds
from lantoa.foundation.todo import Todo
from lantoa.people.actors import Actor


def items(actor: Actor) -> Iterator[Todo]:
    """One line for each kind of thing that names her and waits for her answer."""
    if actor.person is None or not actor.may("people.own"):
        return
    for kind in kinds():
        if count := kind.asks(actor):
            yield Todo(
                str(kind.asked) % {"n": count},
                reverse("consents:naming_me"),
                _("Đọc và cho biết có đồng ý không"),
                minutes=2 * count,
            )
