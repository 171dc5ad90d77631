"""A long list that goes out becomes a file beside the pages; where it stands is kept in the database.

The file is hers who asked, in the post in which she asked, for a day. Whether she may still have it is judged anew when
it is made and when it is taken.
"""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.http import Http404, HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.urls import resolve
from django.utils.translation import gettext as _

from lantoa.exchange import processes, queries, rules
from lantoa.exchange.models import Export
from lantoa.foundation import clock
from lantoa.foundation.entry.sending import set_aside
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed, Refusal
from lantoa.foundation.exchange import Kind
from lantoa.foundation.history import record
from lantoa.foundation.sheets import LongList, wants_workbook
from lantoa.organisation.models import Unit
from lantoa.people import sign_in
from lantoa.people.actors import Actor
from lantoa.people.models import Account

log = logging.getLogger(__name__)
State, Phase = Export.State, Export.Phase
PAGE = "exchange.page"  # the salt of an address that leads back here: only a page that was too long gives one
EVERY = 1.0  # seconds between two notes of how far it is


def start(kind: Kind, unit: Unit, *, by: Actor) -> Export:
    """Ask for the file; one that she has asked for and that is under way is not begun twice.

    Conflict for a list that tells of more people than anybody needs: it is said here, not after the file was awaited.
    """
    if not queries.may_read(kind, unit, by):
        raise NotAllowed(_("Đồng chí không xuất được danh sách này ở đơn vị ấy."))
    if kind.note:
        with set_aside():
            kind.note(unit, by=by)
    return _asked(kind, unit, by, title=str(kind.label))


def start_of_page(asked: LongList, address: str, *, by: Actor, words: str = "") -> Export:
    """The same for the list that a page shows, filter and all: the page said that she may read it.

    `words` are those of the filter, as the page shows them: by them two files of one list are told apart.

    BadInput for a filter too long to be kept.
    """
    if len(address) > Export.LONGEST:
        raise BadInput(_("Bộ lọc dài quá. Mở lại trang, lọc ngắn hơn rồi xuất."))
    if asked.note:
        with set_aside():
            asked.note()
    title = f"{asked.kind.label}: {words}" if words else str(asked.kind.label)
    return _asked(asked.kind, asked.unit, by, address, title=title)


def ask_page(address: str, by: Actor, user: Any, session: Any) -> LongList | HttpResponseBase:
    """What the page at this address says to this actor, by its own view: rights and filter are judged as for a click.

    Http404 for an address that asks for no workbook, and whatever the page itself refuses.
    """
    parts, request = urlsplit(address), HttpRequest()
    request.method, request.path, request.path_info = "GET", parts.path, parts.path
    request.META["QUERY_STRING"], request.GET = parts.query, QueryDict(parts.query)
    if not wants_workbook(request):
        raise Http404
    holder: Any = request
    holder.actor, holder.user, holder.session, holder.actors = by, user, session, [by]
    found = resolve(parts.path)
    request.resolver_match = found
    try:
        return found.func(request, *found.args, **found.kwargs)
    except LongList as asked:
        return asked


@transaction.atomic
def _asked(kind: Kind, unit: Unit, by: Actor, address: str = "", *, title: str) -> Export:
    assert by.person is not None and by.post_id is not None
    clear(clock.now())
    mine = Export.objects.visible_to(by).filter(unit=unit, kind=kind.code, address=address)
    if failed := mine.filter(state=State.FAILED).first():
        return again(failed, by=by)
    one, is_new = Export.objects.get_or_create(
        unit=unit,
        kind=kind.code,
        by=by.person,
        post=by.post_id,
        state=State.RUNNING,
        address=address,
        defaults={"title": title[:300]},
    )
    if is_new:
        record("export.asked", one, by=by, unit=unit, note=str(kind.label))
        transaction.on_commit(lambda: hand_over(one.pk))
    return one


def again(one: Export, *, by: Actor) -> Export:
    """Once more: what failed, for a day from now, or what nobody has been heard of for too long.

    The one under way instead, where she has asked for the same anew meanwhile.
    """
    now = clock.now()
    if one.state == State.FAILED:
        waits = {"asked_at": now, "phase": Phase.WAITING, "phase_at": now, "said": "", "done": 0, "whole": 0}
        try:
            with transaction.atomic():
                rules.OUT.move(one, rules.AGAIN, **waits)
                record("export.asked", one, by=by, unit=one.unit, note=one.title.partition(":")[0])
        except IntegrityError:
            mine = Export.objects.visible_to(by).filter(unit=one.unit_id, kind=one.kind, address=one.address)
            return mine.filter(state=State.RUNNING).first() or one
    elif not rules.has_died(one.phase_at, now):
        return one
    transaction.on_commit(lambda: hand_over(one.pk))
    return one


def hand_over(pk: int) -> None:
    """To whoever has time for it."""
    processes.hand_over("lantoa.exchange.leaving.carry_on", "take_out", pk)


def carry_on(pk: int) -> str:
    """Make the file, unless another process is at it; what came of it, in words."""
    one = _taken(pk)
    if one is None:
        return _("Tệp này đã có nơi khác lập.")
    try:
        return _made(one)
    except Refusal as refusal:
        return _fail(one, str(refusal))
    except Exception:
        log.exception("file %s failed", pk)
        return _fail(one, _("Có lỗi nên chưa lập được tệp. Thử lại; nếu vẫn lỗi, xem nhật ký máy chủ."))


@transaction.atomic
def _taken(pk: int) -> Export | None:
    """Ours from now on, where nobody has it or who had it has died."""
    one = Export.objects.select_for_update(of=("self",)).select_related("unit").filter(pk=pk).first()
    now = clock.now()
    if one is None or one.state != State.RUNNING:
        return None
    if one.phase == Phase.WRITING and not rules.has_died(one.phase_at, now):
        return None
    one.phase, one.phase_at = Phase.WRITING, now
    one.save(update_fields=["phase", "phase_at"])
    return one


def _made(one: Export) -> str:
    by = processes.doer(one.post, one.by_id, f"export-{one.pk}")
    found = _list(one, by)
    # On SQLite a reading that is still open could not note how far it is, once anybody else has written.
    rows = found.rows if connection.vendor == "postgresql" else list(found.rows)
    content = found.as_bytes(_noted(one.pk, rows, found.n), by=by)
    columns = [column.code for column in found.kind.columns_for(by)]
    made = {"content": content, "columns": columns, "phase": "", "phase_at": clock.now()}
    rules.OUT.move(one, rules.FINISH, **made)
    return _("Đã lập tệp.")


def _list(one: Export, by: Actor) -> LongList:
    """What goes into the file, with the rights that she has now; nothing of it is read yet."""
    refused = NotAllowed(_("Đồng chí không còn xem được danh sách này."))
    if not one.address:
        kind = queries.kinds()[one.kind]
        if not queries.may_read(kind, one.unit, by):
            raise refused
        return LongList(kind, kind.rows(one.unit, by=by), kind.count(one.unit, by=by), one.unit)
    user = Account.objects.filter(person=one.by_id).first()
    try:  # a fresh key was shown when she asked, and is shown again when she takes it
        found = ask_page(one.address, by, user, {sign_in.PROVED: int(clock.now().timestamp())})
    except (Http404, PermissionDenied):
        raise refused from None
    if not isinstance(found, LongList):
        raise Conflict(_("Danh sách nay đã ngắn hơn. Mở lại trang ấy và bấm Xuất Excel."))
    if not is_of(found, one):
        raise refused
    return found


def is_of(found: LongList, one: Export) -> bool:
    """Whether the page still speaks of the list it spoke of: her own unit may be another by now, or its columns."""
    shown = {column.code for column in found.kind.columns}
    return (found.kind.code, found.unit) == (one.kind, one.unit) and shown.issuperset(one.columns)


def _noted(pk: int, rows: Iterable[Any], whole: int) -> Iterator[Any]:
    """The rows; whoever goes through them is seen at it."""
    noted_at, done = 0.0, 0
    for done, row in enumerate(rows, start=1):
        if time.monotonic() - noted_at >= EVERY:
            noted_at = time.monotonic()
            Export.objects.filter(pk=pk).update(done=done - 1, whole=whole, phase_at=clock.now())
        yield row
    Export.objects.filter(pk=pk).update(done=done, whole=done, phase_at=clock.now())


def _fail(one: Export, said: str) -> str:
    try:
        rules.OUT.move(one, rules.FAIL, phase="", said=said[:500])
    except Conflict:  # another process ended it, or its day is over
        return _("Tệp này không chờ lập nữa.")
    return said


def taken(one: Export) -> None:
    """She has the file; until its day is over she may take it again."""
    Export.objects.filter(pk=one.pk, state=State.READY, taken_at=None).update(taken_at=clock.now())


def take_up(at: dt.datetime) -> str:
    """What waits although nobody has begun, and what somebody began and did not end."""
    waiting = Export.objects.filter(state=State.RUNNING).order_by("pk").values_list("pk", flat=True)
    said = [carry_on(pk) for pk in waiting]
    return " ".join(said) or _("Không có tệp nào đang chờ.")


def clear(at: dt.datetime) -> str:
    """Files whose day is over go."""
    gone, _each = Export.objects.filter(asked_at__lte=at - rules.FILE_KEPT_FOR).delete()
    return _("Đã xóa %(n)s tệp quá 24 giờ.") % {"n": gone}
