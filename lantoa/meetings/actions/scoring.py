"""The cell scores its meeting itself; the weights are changed from a day on by who keeps the lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.history import record
from lantoa.meetings import queries, rules
from lantoa.meetings.models import Meeting, ScoreRule, ScoreSheet
from lantoa.people.actors import Actor, keeps_lists


@transaction.atomic
def score(meeting: Meeting, *, points: Mapping[str, Decimal], note: str, by: Actor) -> ScoreSheet:
    """What the cell gives itself under the rule in force on the day of the meeting; told again, the later stands."""
    rules.must_edit(by.reaches(meeting.unit))
    rule = queries.score_rule(meeting.held_on)
    if rule is None or meeting.kind not in (rules.REGULAR, rules.THEMATIC):
        raise BadInput(_("Ngày họp này chưa có cách chấm điểm, hoặc buổi này không thuộc loại được chấm."))
    rules.must_be_within(points, rule.lines)
    total = rules.total_of(
        points,
        has_theme=meeting.combined or meeting.kind == rules.THEMATIC,
        thematic=rule.thematic,
        is_scaled=rule.without_theme == ScoreRule.WithoutTheme.SCALED,
    )
    said = {
        "rule": rule,
        "points": {code: str(value) for code, value in points.items()},
        "total": total,
        "band": rules.band_of(total, rule.bands),
        "note": note,
    }
    sheet, _new = ScoreSheet.objects.update_or_create(meeting=meeting, defaults=said)
    record("meeting.scored", meeting, by=by, unit=meeting.unit, after={"total": str(total)})
    return sheet


@transaction.atomic
def change_rule(*, starts: dt.date, most: Mapping[str, int], by: Actor, **fields: Any) -> ScoreRule:
    """From that day on the criteria weigh this; sheets written before keep the rule they were written under."""
    if not keeps_lists(by):
        raise NotAllowed(_("Cách chấm điểm do cấp cao nhất trong hệ thống quy định."))
    current = ScoreRule.objects.select_for_update().filter(ends__isnull=True).first()
    if current is None or starts <= current.starts:
        raise BadInput(_("Ngày áp dụng phải sau ngày áp dụng của cách chấm hiện nay."), "starts")
    lines = [{**line, "most": most.get(line["code"], line["most"])} for line in current.lines]
    if sum(line["most"] for line in lines) != 100:
        raise BadInput(_("Tổng điểm tối đa các mục phải là 100."))
    current.ends = starts
    current.save(update_fields=["ends"])
    rule = ScoreRule.objects.create(
        starts=starts, lines=lines, bands=current.bands, thematic=current.thematic, **fields
    )
    record("score_rule.changed", rule, by=by, unit=by.unit, on=starts, note=rule.name)
    return rule
