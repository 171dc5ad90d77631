"""The level above says which practices of a movement were effective in the year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.history import record
from lantoa.people.actors import Actor
from lantoa.practices import queries
from lantoa.practices.models import MovementAssessment, Practice
from lantoa.programme.models import Movement


@transaction.atomic
def assess_in_movement(
    movement: Movement, found: Mapping[int, bool], *, assessed_on: dt.date, by: Actor
) -> int:
    """{key of a practice: whether it was effective} as found on that day; how many were said otherwise than before.

    NotAllowed for practices that are the actor's own, of another movement or out of her reach. Said again in the same
    year, the later word stands.
    """
    demands.must_have_happened(assessed_on, by.on, "assessed_on")
    if not found:
        raise BadInput(_("Chọn “có hiệu quả” hoặc “chưa hiệu quả” cho ít nhất một mô hình."))
    practices = queries.assessable(movement, by).filter(pk__in=list(found)).in_bulk()
    if set(practices) != set(found):
        raise NotAllowed(
            _("Chỉ cấp trên đánh giá mô hình đã đăng ký trong phong trào, không đánh giá mô hình của mình.")
        )
    return sum(_say(practice, found[pk], assessed_on, by) for pk, practice in practices.items())


def _say(practice: Practice, is_effective: bool, on: dt.date, by: Actor) -> bool:
    if practice.registered_on is not None and on < practice.registered_on:
        said = _("Mô hình “%(name)s” đăng ký sau ngày đánh giá này.") % {"name": practice.label_in_history}
        raise BadInput(said, "assessed_on")
    before = practice.assessments.select_for_update().filter(year=on.year).first()
    if before is not None and (before.is_effective, before.assessed_on) == (is_effective, on):
        return False
    MovementAssessment.objects.update_or_create(
        practice=practice, year=on.year, defaults={"assessed_on": on, "is_effective": is_effective}
    )
    note = _("có hiệu quả") if is_effective else _("chưa hiệu quả")
    record("practice.assessed", practice, by=by, unit=practice.unit, on=on, note=note)
    return True
