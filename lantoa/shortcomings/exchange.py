"""The list of what is to be mended, as it goes out: what the page shows, in the order of the page."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy

from lantoa.foundation.tables import Column
from lantoa.foundation.tables.columns import DATE
from lantoa.people.records import Cell, Records, UnitLink, choices_of
from lantoa.shortcomings import actions
from lantoa.shortcomings.models import Shortcoming, Source, Status


def _text(code: str, label: Any, of: Any = None) -> Cell:
    return Cell(Column(code, label), of=of)


SHORTCOMINGS = Records(
    code="shortcomings",
    label=gettext_lazy("Hạn chế, khắc phục"),
    imports="",
    views="shortcomings.own",
    cells=(
        _text("finding", gettext_lazy("Hạn chế, khuyết điểm")),
        _text("whose", gettext_lazy("Của ai"), lambda one: str(one.person or "")),
        Cell(Column("unit", gettext_lazy("Đơn vị")), link=UnitLink),
        _text("field", gettext_lazy("Lĩnh vực")),
        Cell(Column("source", gettext_lazy("Nguồn"), choices=choices_of(Source))),
        Cell(Column("found_on", gettext_lazy("Ngày nêu ra"), kind=DATE)),
        _text("owner", gettext_lazy("Người khắc phục"), lambda one: str(one.owner or "")),
        _text("cause", gettext_lazy("Nguyên nhân")),
        _text("remedy", gettext_lazy("Biện pháp khắc phục")),
        Cell(Column("deadline", gettext_lazy("Hạn khắc phục"), kind=DATE)),
        Cell(Column("status", gettext_lazy("Trạng thái"), choices=choices_of(Status))),
        Cell(Column("mended_on", gettext_lazy("Ngày khắc phục xong"), kind=DATE)),
        Cell(Column("verified_on", gettext_lazy("Ngày xác nhận"), kind=DATE)),
    ),
    seen=lambda by: Shortcoming.objects.visible_to(by).select_related("person", "owner", "unit"),
    key=("unit", "finding"),
    prefix="HC",
    noted=actions.note_list,
)
KINDS = [SHORTCOMINGS.kind]
