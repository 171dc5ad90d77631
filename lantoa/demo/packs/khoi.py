"""Article 0: the Khối of a province that the article does not name, May 2023. 152 practices, every organisation took part.

How many organisations there are the article does not say; 38 of them, most marked as illustration, are invented.
"""

from __future__ import annotations

import datetime as dt

from lantoa.demo.records import Builder
from lantoa.demo.stated import REPORTS
from lantoa.demo.units import ILLUSTRATION
from lantoa.organisation.models import Unit

ROOT, PERIOD = REPORTS["khoi"]
SINCE, TODAY = dt.date(2020, 8, 1), dt.date(2023, 5, 10)
ORGANISATIONS, PRACTICES = 38, 152
TYPICAL = [
    "Xử lý thủ tục “5 tại chỗ”",
    "Xây dựng công sở kiểu mẫu",
    "Đoàn kết, sáng tạo, nâng cao chất lượng, siết chặt kỷ cương, phát triển",
]


def load(build: Builder) -> None:
    """The Khối, its organisations, their whole-term plans and practices."""
    root = build.unit("Đảng bộ Khối các cơ quan tỉnh (tỉnh không nêu tên)", None, "superior", code=ROOT)
    insurance = build.unit("Đảng bộ Bảo hiểm xã hội tỉnh", root, "grassroots")
    hospital = build.unit("Đảng bộ Bệnh viện Đa khoa tỉnh", root, "grassroots")
    build.unit("Khoa Cấp cứu, Bệnh viện Đa khoa tỉnh", hospital, "cell", "hospital", code="khoa-cap-cuu")
    units = [insurance, hospital]
    for number in range(3, ORGANISATIONS + 1):
        units.append(build.unit(f"Tổ chức cơ sở đảng số {number:02d} {ILLUSTRATION}", root, "grassroots"))
    build.officer(root, "khoi")
    build.directive(root, kind="guidance", number="03", issued_on=dt.date(2021, 4, 12), abstract="Về xây dựng mô hình tiêu biểu học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh giai đoạn 2021–2025", term="2021–2025")  # fmt: skip
    for unit in units:
        build.members(unit, 4)
        build.term_plan(unit, issued_on=dt.date(2021, 3, 26), first=2021, last=2025)
    _practices(build, units)


def _practices(build: Builder, units: list[Unit]) -> None:
    """Four each; the three that the article names belong to the social insurance and are marked as typical."""
    for number in range(PRACTICES):
        unit = units[number % len(units)]
        named = TYPICAL[number // len(units)] if number % len(units) == 0 and number // len(units) < 3 else ""
        build.practice(
            unit,
            name=named or f"Mô hình số {number + 1} {ILLUSTRATION}",
            individual=number % 4 == 3,
            registered_on=dt.date(2021, 4, 1) + dt.timedelta(days=number * 5),
            is_typical=bool(named),
        )
