"""The inspections of a year as they go out: what the page shows."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy

from lantoa.foundation.tables import Column
from lantoa.foundation.tables.columns import DATE
from lantoa.people.records import Cell, Records, UnitLink, choices_of
from lantoa.supervision.models import Inspection
from lantoa.supervision.words import Kind, Status


def _text(code: str, label: Any, of: Any = None) -> Cell:
    return Cell(Column(code, label), of=of)


INSPECTIONS = Records(
    code="supervision",
    label=gettext_lazy("Kiểm tra, giám sát"),
    imports="",
    views="supervision.own",
    cells=(
        Cell(Column("kind", gettext_lazy("Loại"), choices=choices_of(Kind))),
        Cell(Column("unit", gettext_lazy("Đơn vị")), link=UnitLink),
        _text("whose", gettext_lazy("Đảng viên"), lambda one: str(one.person or "")),
        _text("what", gettext_lazy("Nội dung")),
        _text("month", gettext_lazy("Tháng"), lambda one: f"{one.month}" if one.month else ""),
        _text("led_by", gettext_lazy("Người phụ trách"), lambda one: str(one.led_by or "")),
        _text("decision_number", gettext_lazy("Quyết định số")),
        Cell(Column("decided_on", gettext_lazy("Ngày quyết định"), kind=DATE)),
        Cell(Column("status", gettext_lazy("Trạng thái"), choices=choices_of(Status))),
        Cell(Column("concluded_on", gettext_lazy("Ngày kết luận"), kind=DATE)),
    ),
    seen=lambda by: Inspection.objects.visible_to(by).select_related("person", "led_by", "unit"),
    key=("unit", "what"),
    prefix="KTGS",
)
KINDS = [INSPECTIONS.kind]
