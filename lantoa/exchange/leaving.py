"""A long list that goes out becomes a file beside the pages; where it stands is kept in the database.

The file is hers who asked, in the post in which she asked, for a day. Whether she may still have it is judged anew when
it is made and when it is taken.
"""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Iterator, Mapping

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lantoa.exchange import processes, queries, rules
from lantoa.exchange.models import Export
from lantoa.foundation import clock
from lantoa.foundation.entry.sending import set_aside
from lantoa.foundation.errors import Conflict, NotAllowed, Refusal
from lantoa.foundation.exchange import Kind
from lantoa.foundation.history import record
from lantoa.foundation.sheets import as_workbook
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor

log = logging.getLogger(__name__)
State, Phase = Export.State, Export.Phase
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
    return _asked(kind, unit, by)


@transaction.atomic
def _asked(kind: Kind, unit: Unit, by: Actor) -> Export:
    assert by.person is not None and by.post_id is not None
    clear(clock.now())
    mine = Export.objects.visible_to(by).filter(unit=unit, kind=kind.code)
    if failed := mine.filter(state=State.FAILED).first():
        return again(failed, by=by)
    one, is_new = Export.objects.get_or_create(
        unit=unit, kind=kind.code, by=by.person, post=by.post_id, state=State.RUNNING
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
                record("export.asked", one, by=by, unit=one.unit, note=str(queries.kinds()[one.kind].label))
        except IntegrityError:
            mine = Export.objects.visible_to(by).filter(unit=one.unit_id, kind=one.kind)
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
    kind = queries.kinds()[one.kind]
    if not queries.may_read(kind, one.unit, by):
        raise NotAllowed(_("Đồng chí không còn xem được danh sách này."))
    rows = _noted(one.pk, list(kind.rows(one.unit, by=by)))
    content = as_workbook(kind, rows, by=by)
    columns = [column.code for column in kind.columns_for(by)]
    made = {"content": content, "columns": columns, "phase": "", "phase_at": clock.now()}
    rules.OUT.move(one, rules.FINISH, **made)
    return _("Đã lập tệp.")


def _noted(pk: int, rows: list[Mapping[str, str]]) -> Iterator[Mapping[str, str]]:
    """The rows; whoever goes through them is seen at it."""
    noted_at = 0.0
    for done, row in enumerate(rows):
        if time.monotonic() - noted_at >= EVERY:
            noted_at = time.monotonic()
            Export.objects.filter(pk=pk).update(done=done, whole=len(rows), phase_at=clock.now())
        yield row
    Export.objects.filter(pk=pk).update(done=len(rows), whole=len(rows), phase_at=clock.now())


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
