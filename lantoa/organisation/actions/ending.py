"""A unit ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput
from lantoa.organisation import placing
from lantoa.organisation.actions.shared import Kind, begin, must_be_his, write_down
from lantoa.organisation.models import Succession, Unit


@transaction.atomic
def dissolve(
    unit: Unit,
    *,
    on: dt.date,
    by: Any,
    successor: Unit | None = None,
    also: Sequence[Unit] = (),
    decision: str = "",
    decision_date: dt.date | None = None,
    note: str = "",
) -> None:
    """The unit ends before that day. What lies below it, and its records, go to the successor.

    Without a successor its parent is the successor. A root cannot be dissolved without one. `also` are those that
    take over a part of it without its records.
    """
    work = begin(by, on, unit)
    heir = successor or placing.standing(unit, on).parent
    if heir is None:
        raise BadInput(
            _("Đơn vị gốc không thể kết thúc khi chưa có đơn vị kế tục. Chọn đơn vị kế tục."), "successor"
        )
    must_be_his(by, on, [heir])
    placing.end(work, unit, heir)
    work.successions += [
        Succession(predecessor=unit, successor=one, starts=on, carries_records=False) for one in also
    ]
    write_down(work, Kind.DISSOLVE, unit, by=by, decision=decision, decision_date=decision_date, note=note)
