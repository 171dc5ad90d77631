"""What is said of one's own long lists on the first page: under way, not brought in or made and why, done.

What is done is a line among what is to do until its result was looked at, or the file taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.exchange import queries, rules
from lantoa.exchange.models import Export, Import
from lantoa.foundation import clock
from lantoa.foundation.dates import show_moment
from lantoa.foundation.numbers import show
from lantoa.foundation.todo import DONE, LATER, TODO, Todo
from lantoa.people.actors import Actor


def items(actor: Actor) -> Iterator[Todo]:
    """Nothing for who brings no lists in and takes none out."""
    if actor.person is None or not actor.may("people.view"):
        return
    labels = {code: kind.label for code, kind in queries.kinds().items()}
    for file in queries.files_of(actor, clock.now()):
        yield _file(file, file.title or str(queries.kind_of(file).label))
    if not actor.may("exchange.import"):
        return
    for one in queries.to_be_told(actor, clock.now()):
        words = {"list": labels[one.kind], "file": one.file_name}
        yield _line(one, str(_("%(list)s %(file)s") % words).strip())


def _line(one: Import, name: str) -> Todo:
    here = one.get_absolute_url()
    if one.state == Import.State.RUNNING:
        return Todo(_("Đang nhập danh sách: %s") % name, here, _("Xem đến đâu"), state=LATER)
    if one.state == Import.State.DONE and one.done_at:
        n = one.counts.get("new", 0) + one.counts.get("changed", 0)
        title, until = _("Đã nhập xong danh sách: %s") % name, one.done_at + rules.UNDONE_FOR
        words = {"n": n, "at": show_moment(until)}
        said = _("Đã ghi %(n)s dòng; hoàn tác được đến %(at)s.") % words
        state = DONE if one.seen_at else TODO
        return Todo(title, here, _("Xem"), due=localdate(until), note=said, state=state)
    return Todo(
        _("Chưa nhập được danh sách: %s") % name, here, _("Xem và nhập lại"), minutes=5, note=one.said
    )


def _file(one: Export, name: str) -> Todo:
    here = one.get_absolute_url()
    if one.state == Export.State.RUNNING:
        return Todo(_("Đang lập tệp: %s") % name, here, _("Xem đến đâu"), state=LATER)
    if one.state == Export.State.READY:
        title, until = _("Đã lập xong tệp: %s") % name, one.asked_at + rules.FILE_KEPT_FOR
        words = {"n": show(one.whole), "at": show_moment(until)}
        said = _("%(n)s dòng; tải về được đến %(at)s.") % words
        state = DONE if one.taken_at else TODO
        return Todo(title, here, _("Xem và tải về"), due=localdate(until), note=said, state=state)
    return Todo(_("Chưa lập được tệp: %s") % name, here, _("Xem và lập lại"), minutes=1, note=one.said)
