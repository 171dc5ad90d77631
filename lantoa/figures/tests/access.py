"""Who may open what stands behind a number."""

import datetime as dt

from lantoa.figures.models import Stage
from tests.access import Row

VIEWERS = "secretary other_secretary committee officer leader inspector far_secretary"
DECLARERS = "secretary other_secretary committee officer far_secretary"

TABLE = [
    Row("figures:index", allowed=VIEWERS),
    Row("figures:records", args=lambda w: ["registrations.members"], allowed=VIEWERS),
    Row("figures:declared", allowed=VIEWERS),
    Row("figures:stages", allowed=VIEWERS),
    Row(
        "figures:stages",
        method="POST",
        allowed="officer leader",
        data=lambda w: {"name": "Nhiệm kỳ 2025–2030", "starts": "15/10/2025"},
    ),
    Row(
        "figures:stage_drop",
        method="POST",
        allowed="officer leader",
        args=lambda w: [Stage.objects.create(name="Giai đoạn", starts=dt.date(2021, 5, 18)).pk],
    ),
    Row("figures:declare", allowed=DECLARERS),
]
