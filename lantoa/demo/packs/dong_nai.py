"""Article 2: a province's cells and departments, 2021 to March 2024. Thirteen quarterly and thirty-nine monthly topics."""

from __future__ import annotations

import datetime as dt

from lantoa.demo.records import Builder
from lantoa.demo.stated import REPORTS
from lantoa.demo.units import ILLUSTRATION
from lantoa.organisation.models import Unit

ROOT, PERIOD = REPORTS["dong-nai"]
SINCE, TODAY = dt.date(2020, 7, 1), dt.date(2024, 3, 31)


def load(build: Builder) -> None:
    """The Khối with the units the article names, and the cell of the Mass-Mobilisation board."""
    root = build.unit("Đảng bộ tỉnh Đồng Nai", None, "province", code=ROOT)
    khoi = build.unit(
        "Đảng bộ Khối các cơ quan tỉnh Đồng Nai", root, "superior", code="khoi-cac-co-quan-tinh-dong-nai"
    )
    for name, code in (
        ("Đảng bộ Sở Tư pháp", "so-tu-phap-dong-nai"),
        ("Đảng bộ Kho bạc Nhà nước Đồng Nai", "kho-bac-dong-nai"),
        ("Đảng bộ Cục Hải quan Đồng Nai", "hai-quan-dong-nai"),
    ):
        build.members(build.unit(name, khoi, "grassroots", code=code), 5)
    cell = build.unit("Chi bộ Ban Dân vận Tỉnh ủy", khoi, "grassroots", code="chi-bo-ban-dan-van-dong-nai")
    build.members(cell, 12)
    build.officer(root, "dongnai")
    _meetings(build, cell)


def _meetings(build: Builder, cell: Unit) -> None:
    """One thematic meeting a quarter, one topic on the first Monday of each month: two series that never add up."""
    for quarter in range(13):
        held = dt.date(2021 + quarter // 4, quarter % 4 * 3 + 2, 15)
        build.meeting(
            cell, "thematic", held, topic=f"Chuyên đề quý {quarter % 4 + 1}/{held.year} {ILLUSTRATION}"
        )
    for month in range(39):
        first = dt.date(2021 + month // 12, month % 12 + 1, 1)
        monday = first + dt.timedelta(days=-first.weekday() % 7)
        build.meeting(
            cell, "flag", monday, topic=f"Chuyên đề tháng {monday.month:02d}/{monday.year} {ILLUSTRATION}"
        )
