"""What this room asks of a person today."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.exemplars import rules
from lantoa.exemplars.models import Exemplar
from lantoa.foundation.todo import Todo
from lantoa.people.actors import Actor

MOST = 5


def items(actor: Actor) -> Iterator[Todo]:
    """What waits for one's word; what came back; what had to be hidden."""
    if actor.person is None:
        return
    yield from _to_judge(actor)
    yield from _to_mend(actor)


def _to_judge(actor: Actor) -> Iterator[Todo]:
    waiting = Exemplar.objects.awaiting(actor)
    count = waiting.count()
    if not count:
        return
    oldest = waiting.first()
    days = (actor.on - oldest.proposed_on).days if oldest and oldest.proposed_on else 0
    yield Todo(
        _("%(n)s gương, điển hình chờ đồng chí xem") % {"n": count},
        reverse("exemplars:index") + "?cho=toi",
        _("Xem và cho ý kiến"),
        minutes=3 * count,
        note=_("Chờ lâu nhất: %(days)s ngày") % {"days": days} if days else "",
    )


def _to_mend(actor: Actor) -> Iterator[Todo]:
    own = Exemplar.objects.of(actor)
    for one in own.filter(status=rules.RETURNED).order_by("pk")[:MOST]:
        yield Todo(
            _("Gương, điển hình được trả lại để sửa: %(title)s") % {"title": one.title},
            reverse("exemplars:edit", args=[one.pk]),
            _("Sửa và đề nghị lại"),
            minutes=10,
            note=one.return_reason,
        )
    for one in own.hidden().order_by("pk")[:MOST]:
        yield Todo(
            _("Bài đang ẩn vì có người rút đồng ý: %(title)s") % {"title": one.title},
            one.get_absolute_url(),
            _("Bỏ tên hoặc rút bài"),
            minutes=5,
        )
