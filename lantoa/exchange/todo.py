"""What is said of one's own long lists on the first page: under way, not brought in and why, done."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.exchange import queries
from lantoa.exchange.models import Import
from lantoa.foundation import clock
from lantoa.foundation.todo import DONE, LATER, Todo
from lantoa.people.actors import Actor


def items(actor: Actor) -> Iterator[Todo]:
    """Nothing for who brings no lists in."""
    if actor.person is None or not actor.may("exchange.import"):
        return
    labels = {code: kind.label for code, kind in queries.kinds().items()}
    for one in queries.to_be_told(actor, clock.now()):
        words = {"list": labels[one.kind], "file": one.file_name}
        yield _line(one, str(_("%(list)s %(file)s") % words).strip())


def _line(one: Import, name: str) -> Todo:
    here = one.get_absolute_url()
    if one.state == Import.State.RUNNING:
        return Todo(_("Đang nhập danh sách: %s") % name, here, _("Xem đến đâu"), state=LATER)
    if one.state == Import.State.DONE:
        n = one.counts.get("new", 0) + one.counts.get("changed", 0)
        said = _("Đã ghi %(n)s dòng; hoàn tác được trong 24 giờ.") % {"n": n}
        return Todo(_("Đã nhập xong danh sách: %s") % name, here, _("Xem"), note=said, state=DONE)
    return Todo(
        _("Chưa nhập được danh sách: %s") % name, here, _("Xem và nhập lại"), minutes=5, note=one.said
    )
