"""From which days "lũy kế" counts."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.figures import rules
from lantoa.figures.models import Stage
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor, heads_the_tree


@transaction.atomic
def keep_stage(*, name: str, starts: dt.date, last_day: dt.date | None, by: Actor) -> Stage:
    """From this day "lũy kế" counts anew, for everybody; without a last day the stage goes on.

    NotAllowed for who does not act for the whole tree, BadInput where it crosses another stage.
    """
    rules.must_keep_stages(by.may("figures.stages") and heads_the_tree(by))
    ends = last_day + dt.timedelta(days=1) if last_day else None
    rules.must_be_a_stage(starts, ends)
    for other in Stage.objects.crossing(starts, ends):
        raise BadInput(
            _("Giai đoạn này chồng lên “%(other)s”. Sửa ngày, hoặc bỏ giai đoạn kia trước.")
            % {"other": other},
            "starts",
        )
    stage = Stage.objects.create(name=clean(name), starts=starts, ends=ends)
    record(
        "stage.set",
        stage,
        by=by,
        unit=by.unit,
        on=starts,
        after={"starts": str(starts), "ends": str(ends or "")},
    )
    return stage


@transaction.atomic
def drop_stage(stage: Stage, *, by: Actor) -> None:
    """The stage no longer counts; the years of a term hold again for its days."""
    rules.must_keep_stages(by.may("figures.stages") and heads_the_tree(by))
    record("stage.deleted", stage, by=by, unit=by.unit, before={"starts": str(stage.starts)})
    stage.delete()
