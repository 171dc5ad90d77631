"""Who may open what stands behind a number."""

import datetime as dt

from lantoa.figures.models import Indicator, Nothing, Rounding, Stage
from tests.access import Row

VIEWERS = "secretary other_secretary committee officer leader inspector far_secretary"
DECLARERS = "secretary other_secretary committee officer far_secretary"

KEEPERS = f"{DECLARERS} leader"


def _kept(world):
    return [
        Indicator.objects.get_or_create(unit=world.province, code="own.access", label="Hộ hiến đất")[0].pk
    ]


def _nothing(world):
    said = {"starts": dt.date(2026, 1, 1), "ends": dt.date(2027, 1, 1), "said_by_name": "Vũ Minh Đức"}
    return [Nothing.objects.get_or_create(unit=world.province, code="outreach.articles", defaults=said)[0].pk]


def _rounded(world):
    return [
        Rounding.objects.get_or_create(unit=world.province, code="own.access", defaults={"step": 10})[0].pk
    ]


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
    Row(
        "figures:grid",
        args=lambda w: [w.cell.code],
        allowed="secretary committee officer",
        typed=lambda cast: {},
    ),
    Row("figures:say_nothing", method="POST", allowed=DECLARERS, args=lambda w: ["outreach.articles"]),
    Row("figures:take_back_nothing", method="POST", allowed="officer", args=_nothing),
    Row("figures:indicators", allowed=VIEWERS),
    Row("figures:indicator_new", allowed=KEEPERS),
    Row("figures:saying", allowed=KEEPERS),
    Row("figures:procedures", allowed=KEEPERS),
    Row(
        "figures:count_besides",
        method="POST",
        allowed=KEEPERS,
        data=lambda w: {"measure": "outreach.houses_built"},
    ),
    Row("figures:switch_on", method="POST", allowed=KEEPERS, args=lambda w: ["land.area"]),
    Row("figures:indicator_edit", allowed="officer leader", args=_kept),
    Row("figures:indicator_stop", method="POST", allowed="officer leader", args=_kept),
    Row("figures:indicator_resume", method="POST", allowed="officer leader", args=_kept),
    Row("figures:say_exactly", method="POST", allowed="officer leader", args=_rounded),
]
