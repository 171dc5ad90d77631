"""How those directly below carry out what a unit has issued: on time, late, not yet."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from lantoa.programme import rules

TONES = {rules.ON_TIME: "t-green", rules.OVERDUE: "t-red"}


def told(rows: Iterable[Any], due: dt.date, on: dt.date, words: Mapping[str, Any]) -> list[tuple[Any, int]]:
    """Each row gets `how` in these words and a `tone`; how many there are of each, in their order."""
    counted: Counter[str] = Counter()
    for row in rows:
        how = rules.how_issued(row.answered_on, due, on)
        counted[how] += 1
        row.how, row.tone = words[how], TONES.get(how, "t-gold")
    return [(words[how], counted[how]) for how in words]
