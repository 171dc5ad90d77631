"""What its owner does with it: starts it, stops it, tells of its result."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.numbers import show
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.practices import queries, rules
from lantoa.practices.actions.writing import must_write
from lantoa.practices.models import CorePart, Practice


@transaction.atomic
def start(practice: Practice, *, by: Actor, on: dt.date | None = None) -> Practice:
    """It is being done since that day (today unless said; not after today)."""
    must_write(practice, by)
    on = on or by.on
    rules.must_lie_between(on, None, by.on, "on")
    practice.began_on = on
    practice.save(update_fields=["began_on"])
    rules.STEPS.move(practice, "start")
    record("practice.started", practice, by=by, unit=practice.unit, on=on)
    return practice


@transaction.atomic
def stop(
    practice: Practice, *, by: Actor, reason: str, on: dt.date | None = None, cause: str = ""
) -> Practice:
    """It is no longer done since that day, and why: a reason teaches those who think of taking it over.

    `cause` is one of Practice.StopCause; its words are the reason where nothing else is written.
    """
    must_write(practice, by)
    on, cause, reason = on or by.on, cause or rules.OTHER, clean(reason)
    if cause != rules.OTHER:
        reason = reason or str(Practice.StopCause(cause).label)
    rules.must_give_a_reason(reason)
    rules.must_lie_between(on, practice.began_on, by.on, "on")
    if not rules.STEPS.may("stop", practice.status):
        raise Conflict(_("Chỉ ghi dừng cho mô hình đã đăng ký và chưa dừng."))
    moved = Practice.objects.filter(pk=practice.pk, status__in=rules.GOING_ON).update(
        status=rules.STOPPED, stopped_on=on, stop_reason=reason, stop_cause=cause
    )
    if not moved:
        raise Conflict(_("Mô hình này vừa được người khác xử lý. Tải lại trang để xem trạng thái mới."))
    practice.refresh_from_db()
    record("practice.stopped", practice, by=by, unit=practice.unit, on=on, note=reason)
    return practice


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
    rules.must_tell_a_result(text, value, unit_of_count)
    rules.must_lie_between(on, practice.began_on, by.on, "on")
    if practice.began_on is None:
        raise Conflict(_("Ghi ngày bắt đầu thực hiện trước, rồi ghi kết quả."))
    Practice.objects.filter(pk=practice.pk).update(
        result=text,
        result_value=value,
        result_unit=unit_of_count if value is not None else "",
        result_on=on,
    )
    practice.refresh_from_db()
    said = " ".join(filter(None, [show(value) if value is not None else "", unit_of_count]))
    note = "; ".join(filter(None, [said, text]))
    record("practice.result_reported", practice, by=by, unit=practice.unit, on=on, note=note)
    return practice


@transaction.atomic
def write_core_parts(practice: Practice, *, by: Actor, texts: Iterable[str]) -> Practice:
    """The parts without which it would be another practice, one a line; also after it was registered.

    A part keeps what adopters said of it while its words, or its place, stay the same.
    """
    must_write(practice, by)
    if queries.adoption_of(practice):
        raise NotAllowed(_("Phần cốt lõi do nơi khởi đầu ghi; đơn vị vận dụng ghi giữ, đổi hay bỏ."))
    wanted = list(dict.fromkeys(clean(text)[:300] for text in texts if clean(text)))
    if not wanted:
        raise BadInput(_("Ghi ít nhất một phần cốt lõi, mỗi phần một dòng."), "core_parts")
    before = queries.core_texts(practice)
    _rewrite_parts(practice, wanted)
    record(
        "practice.core_parts_written",
        practice,
        by=by,
        unit=practice.unit,
        before={"parts": before},
        after={"parts": wanted},
    )
    return practice


def _rewrite_parts(practice: Practice, wanted: list[str]) -> None:
    there = list(practice.core_parts.select_for_update())
    by_text = {part.text: part for part in there}
    free = {part.place: part for part in there if part.text not in wanted}
    kept = [by_text.get(text) or free.pop(place, None) for place, text in enumerate(wanted, start=1)]
    ids = [part.pk for part in kept if part]
    practice.core_parts.exclude(pk__in=ids).delete()
    # Places are unique: move everything out of the way before it gets its own.
    practice.core_parts.update(place=F("place") + len(there) + len(wanted))
    for place, (part, text) in enumerate(zip(kept, wanted, strict=True), start=1):
        row = part or CorePart(practice=practice)
        row.place, row.text = place, text
        row.save()
