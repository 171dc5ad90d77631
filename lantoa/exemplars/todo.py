"""What this room asks of a person today."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.exemplars import rules
from lantoa.exemplars.models import Exemplar
from lantoa.foundation.todo import Todo, to_judge
from lantoa.people.actors import Actor

MOST = 5


def items(actor: Actor) -> Iterator[Todo]:
    """What waits for one's word; what came back; what had to be hidden."""
    if actor.person is None:
        return
    waiting, said = Exemplar.objects.awaiting(actor), _("%(n)s gương, điển hình chờ đồng chí xem")
    yield from to_judge(waiting, said, reverse("exemplars:index") + "?cho=toi", on=actor.on)
    yield from _to_mend(actor)


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
