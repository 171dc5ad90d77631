"""How those directly below carry out what a unit has issued: on time, late, not yet; unknown from before the office."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy

from lantoa.people.actors import Actor
from lantoa.programme import rules

TONES = {rules.ON_TIME: "t-green", rules.OVERDUE: "t-red", rules.BEFORE: "t-grey"}
BEFORE = gettext_lazy("hạn trước khi dùng hệ thống")


def told(rows: Iterable[Any], due: dt.date, by: Actor, words: Mapping[str, Any]) -> list[tuple[Any, int]]:
    """Each row gets `how` in these words and a `tone`; how many there are of each, in their order."""
    words = {**words, rules.BEFORE: BEFORE}
    counted: Counter[str] = Counter()
    for row in rows:
        how = rules.how_issued(row.answered_on, due, by.on, by.since)
        counted[how] += 1
        row.how, row.tone = words[how], TONES.get(how, "t-gold")
    return [(words[how], counted[how]) for how in words if how != rules.BEFORE or counted[how]]
