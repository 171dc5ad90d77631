"""The list of breakthroughs as it goes out. They come in one by one, each with its milestones and its approval."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy

from lantoa.breakthroughs import queries
from lantoa.breakthroughs.models import Breakthrough
from lantoa.foundation.tables import Column
from lantoa.foundation.tables.columns import DATE, NUMBER
from lantoa.people.records import Cell, Records, UnitLink, choices_of


def _text(code: str, label: Any, of: Any = None) -> Cell:
    return Cell(Column(code, label), of=of)


BREAKTHROUGHS = Records(
    code="breakthroughs",
    label=gettext_lazy("Nội dung đột phá"),
    imports="",
    views="breakthroughs.view",
    cells=(
        _text("statement", gettext_lazy("Nội dung đột phá")),
        Cell(Column("kind", gettext_lazy("Loại"), choices=choices_of(Breakthrough.Kind))),
        _text("who", gettext_lazy("Người đứng đầu"), lambda one: str(one.person or "")),
        _text("title_name", gettext_lazy("Chức danh")),
        Cell(Column("unit", gettext_lazy("Đơn vị")), link=UnitLink),
        _text("problem", gettext_lazy("Vấn đề khó, bức xúc cần giải quyết")),
        _text("solution", gettext_lazy("Cách làm")),
        Cell(Column("start_value", gettext_lazy("Số đầu kỳ"), kind=NUMBER)),
        Cell(Column("target_value", gettext_lazy("Chỉ tiêu"), kind=NUMBER)),
        _text("unit_of_value", gettext_lazy("Đơn vị tính")),
        _text("product", gettext_lazy("Sản phẩm")),
        Cell(Column("starts", gettext_lazy("Từ ngày"), kind=DATE)),
        Cell(Column("last_day", gettext_lazy("Phải đạt đích vào ngày"), kind=DATE)),
        Cell(Column("status", gettext_lazy("Trạng thái"), choices=choices_of(Breakthrough.Status))),
        _text("document_number", gettext_lazy("Số văn bản duyệt")),
        Cell(Column("approved_on", gettext_lazy("Ngày văn bản duyệt"), kind=DATE)),
    ),
    seen=lambda by: Breakthrough.objects.visible_to(by).select_related("person", "unit"),
    key=("unit", "statement"),
    as_told=queries.as_told,
    prefix="DP",
)
KINDS = [BREAKTHROUGHS.kind]
