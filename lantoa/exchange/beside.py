"""A long list is brought in by a process of its own; where it stands is kept in the database.

All of it is one transaction: a process that dies leaves nothing, and the next begins anew. The worker of upkeep does it
where it runs; where none does, a process is started for this one list.
"""

from __future__ import annotations

import datetime as dt
import logging

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.exchange import actions, processes, queries, rules
from lantoa.exchange.models import Import
from lantoa.exchange.noting import noting
from lantoa.foundation import clock
from lantoa.foundation.errors import Refusal
from lantoa.people.actors import Actor

log = logging.getLogger(__name__)
State, Phase = Import.State, Import.Phase


@transaction.atomic
def start(draft: Import, *, by: Actor, seen: int | None = None) -> Import:
    """Ask for it. Conflict when it is under way, or somebody else brings in the same kind there."""
    draft = Import.objects.select_for_update(of=("self",)).select_related("unit", "by").get(pk=draft.pk)
    rules.must_be_draft(draft.state)
    actions.must_be_his(queries.kinds()[draft.kind].imports, draft.unit, by)
    actions.must_be_alone(draft, by)
    asked = draft.options | {"post": by.post_id, "seen": seen}
    waits = {"phase": Phase.WAITING, "phase_at": clock.now(), "said": ""}
    rules.STEPS.move(draft, rules.START, options=asked, **waits)
    transaction.on_commit(lambda: hand_over(draft.pk))
    return draft


def hand_over(pk: int) -> None:
    """To whoever has time for it."""
    processes.hand_over("lantoa.exchange.beside.carry_on", "bring_in", pk)


def carry_on(pk: int) -> str:
    """Bring it in, unless another process has it in hand; what came of it, in words.

    A refusal or a fault makes it a draft again that says why: nothing of it is written then.
    """
    one = _taken(pk)
    if one is None:
        return _("Danh sách này đã có nơi khác nhập.")
    try:
        with noting(pk):
            done = actions.carry_out(one, by=_doer(one), seen=one.options.get("seen"), beside=True)
    except Refusal as refusal:
        return _give_back(pk, str(refusal))
    except Exception:
        log.exception("list %s failed", pk)
        return _give_back(pk, _("Có lỗi nên chưa ghi gì. Thử lại; nếu vẫn lỗi, xem nhật ký máy chủ."))
    return _("Đã nhập %(n)s dòng.") % {"n": done.counts.get("new", 0) + done.counts.get("changed", 0)}


@transaction.atomic
def _taken(pk: int) -> Import | None:
    """Ours from now on, where nobody has it or who had it has died."""
    one = Import.objects.select_for_update().filter(pk=pk, state=State.RUNNING).first()
    now = clock.now()
    if one is None or (one.phase == Phase.WRITING and not rules.has_died(one.phase_at, now)):
        return None
    one.phase, one.phase_at = Phase.WRITING, now
    one.save(update_fields=["phase", "phase_at"])
    return one


def _doer(one: Import) -> Actor:
    return processes.doer(one.options.get("post"), one.by_id, f"import-{one.pk}")


def _give_back(pk: int, said: str) -> str:
    running = Import.objects.filter(pk=pk, state=State.RUNNING).first()
    if running is not None:
        rules.STEPS.move(running, rules.GIVE_BACK, phase="", said=said[:500], touched_at=clock.now())
    return said


def take_up(at: dt.datetime) -> str:
    """What waits although nobody has begun, and what somebody began and did not end."""
    waiting = Import.objects.filter(state=State.RUNNING).order_by("pk").values_list("pk", flat=True)
    said = [carry_on(pk) for pk in waiting]
    return " ".join(said) or _("Không có danh sách dài nào đang chờ.")
