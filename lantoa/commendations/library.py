"""Rules of eligibility that are known from a published guidance, for an office that has none yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

BASIS = "Hướng dẫn số 06-HD/TW, ngày 09/6/2025 của Ban Tổ chức Trung ương, mục 19"
SINCE = dt.date(2025, 6, 9)


@dataclass(frozen=True)
class Ready:
    """One rule, as the guidance has it: years in a row rated as having done the work outstandingly."""

    name: str
    level: str
    form: str
    years: int
    subject: str = "individual"
    merit: str = "rated"


# What the guidance asks of collectives was not found in full: an office writes those lines itself.
READY = (
    Ready("Giấy khen của đảng ủy, chi bộ cơ sở cho đảng viên", "grassroots", "certificate", 1),
    Ready("Giấy khen của cấp ủy cấp trên trực tiếp cho đảng viên", "superior", "certificate", 5),
    Ready("Bằng khen của ban thường vụ tỉnh ủy cho đảng viên", "province", "diploma", 5),
)
