"""What its owner does with it: starts it, stops it, tells of its result."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.numbers import show
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.practices import queries, rules
from lantoa.practices.actions.parts import lines_of, rewrite_parts
from lantoa.practices.actions.writing import must_write
from lantoa.practices.models import Practice


@transaction.atomic
def start(practice: Practice, *, by: Actor, on: dt.date | None = None) -> Practice:
    """It is being done since that day (today unless said; not after today)."""
    must_write(practice, by)
    on = on or by.on
    rules.must_lie_between(on, None, by.on, "on")
    rules.STEPS.move(practice, "start", began_on=on)
    record("practice.started", practice, by=by, unit=practice.unit, on=on)
    return practice


@transaction.atomic
def stop(
    practice: Practice, *, by: Actor, reason: str, on: dt.date | None = None, cause: str = ""
) -> Practice:
    """It is no longer done since that day, and why: a reason teaches those who think of taking it over.

    `cause` is one of Practice.StopCause; its words stand at the head of the reason.
    """
    must_write(practice, by)
    on, cause, reason = on or by.on, cause or rules.OTHER, clean(reason)
    if cause != rules.OTHER:
        reason = "; ".join(filter(None, [str(Practice.StopCause(cause).label), reason]))
    rules.must_give_a_reason(reason)
    rules.must_lie_between(on, practice.began_on, by.on, "on")
    if not rules.STEPS.may("stop", practice.status):
        raise Conflict(_("Chỉ ghi dừng cho mô hình đã đăng ký và chưa dừng."))
    rules.STEPS.move(practice, "stop", stopped_on=on, stop_reason=reason, stop_cause=cause)
    record("practice.stopped", practice, by=by, unit=practice.unit, on=on, note=reason)
    return practice


def run_again(practice: Practice) -> None:
    """What stopped it was a mistake. Part of an act that records it."""
    rules.STEPS.move(practice, "run_again", stopped_on=None, stop_reason="", stop_cause="")


@transaction.atomic
def report_result(
    practice: Practice,
    *,
    by: Actor,
    text: str = "",
    value: Decimal | None = None,
    unit_of_count: str = "",
    on: dt.date | None = None,
) -> Practice:
    """What came of it so far: words, or a number together with what it counts. The latest one is shown."""
    must_write(practice, by)
    on, text, unit_of_count = on or by.on, clean(text), clean(unit_of_count)
    rules.must_lie_between(on, practice.began_on, by.on, "on")
    if practice.began_on is None:
        raise Conflict(_("Ghi ngày bắt đầu thực hiện trước, rồi ghi kết quả."))
    keep_result(practice, text=text, value=value, unit_of_count=unit_of_count, on=on)
    note = result_in_words(text, value, unit_of_count)
    record("practice.result_reported", practice, by=by, unit=practice.unit, on=on, note=note)
    return practice


def keep_result(
    practice: Practice, *, text: str, value: Decimal | None, unit_of_count: str, on: dt.date
) -> None:
    """Write the latest result down; part of an act that records it."""
    rules.must_tell_a_result(text, value, unit_of_count)
    Practice.objects.filter(pk=practice.pk).update(
        result=text,
        result_value=value,
        result_unit=unit_of_count if value is not None else "",
        result_on=on,
    )
    practice.refresh_from_db()


def result_in_words(text: str, value: Decimal | None, unit_of_count: str) -> str:
    """ "48 việc; dân đỡ đi lại"."""
    number = f"{show(value)} {unit_of_count}" if value is not None else ""
    return "; ".join(filter(None, [number, text]))


@transaction.atomic
def write_core_parts(practice: Practice, *, by: Actor, texts: Iterable[str]) -> Practice:
    """The parts without which it would be another practice, one a line; also after it was registered.

    What adopters said of a part stays with it while its words, or its place, stay the same.
    """
    must_write(practice, by)
    if not practice.is_original:
        raise NotAllowed(_("Phần cốt lõi do nơi khởi đầu ghi; đơn vị vận dụng ghi giữ, đổi hay bỏ."))
    wanted = lines_of(texts)
    if not wanted:
        raise BadInput(_("Ghi ít nhất một phần cốt lõi, mỗi phần một dòng."), "core_parts")
    before = queries.core_texts(practice)
    rewrite_parts(practice, wanted)
    record(
        "practice.core_parts_written",
        practice,
        by=by,
        unit=practice.unit,
        before={"parts": before},
        after={"parts": wanted},
    )
    return practice
