"""What a new office asks: of its administrator the five steps, of its head the word on who administers."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.beginning import queries
from lantoa.foundation.todo import Todo
from lantoa.people.actors import Actor
from lantoa.people.models import Beginning
from lantoa.registrations import queries as registrations
from lantoa.registrations.models import RegistrationYear


def items(actor: Actor) -> Iterator[Todo]:
    """Nothing where the office began long ago or otherwise."""
    if actor.person is None:
        return
    headed = Beginning.objects.filter(head=actor.person, refused_at=None)
    if found := headed.select_related("administrator").first():
        yield from _of_head(found, actor)
    if beginning := queries.beginning_of(actor):
        left = [step for step in queries.steps_of(beginning, actor) if not step.is_done]
        if left:
            title = _("5 bước để bắt đầu: còn %(n)s bước") % {"n": len(left)}
            minutes = sum(step.minutes for step in left)
            url = reverse("beginning:steps")
            yield Todo(title, url, _("Xem các bước"), minutes=minutes, due=actor.on, note=left[0].title)


def _of_head(beginning: Beginning, actor: Actor) -> Iterator[Todo]:
    """Her word on who administers; then the first year, which only who looks after the whole unit opens."""
    if beginning.confirmed_at is None:
        title = _("Xác nhận người quản trị: đồng chí %s") % beginning.administrator
        yield Todo(title, reverse("beginning:confirm"), _("Đọc và trả lời"), minutes=1, due=actor.on)
    elif actor.unit == beginning.unit and _may_open_the_first_year(actor):
        title = _("Mở đăng ký năm đầu tiên cho cả đơn vị")
        url = reverse("registrations:open_year")
        yield Todo(title, url, _("Chọn ngày mở và hạn"), minutes=2, due=actor.on)


def _may_open_the_first_year(actor: Actor) -> bool:
    return (
        registrations.may_open_years(actor) and not RegistrationYear.objects.filter(unit=actor.unit).exists()
    )
