"""What a new office asks: of its administrator the five steps, of its head the word on who administers."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.beginning import queries
from lantoa.foundation.todo import Todo
from lantoa.people.actors import Actor
from lantoa.people.models import Beginning


def items(actor: Actor) -> Iterator[Todo]:
    """Nothing where the office began long ago or otherwise."""
    if actor.person is None:
        return
    waiting = Beginning.objects.filter(head=actor.person, confirmed_at=None, refused_at=None)
    if found := waiting.select_related("administrator").first():
        title = _("Xác nhận người quản trị: đồng chí %s") % found.administrator
        yield Todo(title, reverse("beginning:confirm"), _("Đọc và trả lời"), minutes=1, due=actor.on)
    if beginning := queries.beginning_of(actor):
        left = [step for step in queries.steps_of(beginning, actor) if not step.is_done]
        if left:
            title = _("5 bước để bắt đầu: còn %(n)s bước") % {"n": len(left)}
            minutes = sum(step.minutes for step in left)
            url = reverse("beginning:steps")
            yield Todo(title, url, _("Xem các bước"), minutes=minutes, due=actor.on, note=left[0].title)
