"""The library of exemplars as it goes out. They come in one by one: whoever is named has to agree first."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy

from lantoa.exemplars import queries
from lantoa.exemplars.models import Exemplar
from lantoa.foundation.tables import Column
from lantoa.foundation.tables.columns import DATE
from lantoa.people.records import Cell, Records, UnitLink, choices_of


def _text(code: str, label: Any, of: Any = None) -> Cell:
    return Cell(Column(code, label), of=of)


EXEMPLARS = Records(
    code="exemplars",
    label=gettext_lazy("Gương, điển hình"),
    imports="",
    views="exemplars.view",
    cells=(
        _text("title", gettext_lazy("Việc làm")),
        Cell(Column("subject", gettext_lazy("Của ai"), choices=choices_of(Exemplar.Subject))),
        _text("whose", gettext_lazy("Tên"), queries.who),
        Cell(Column("unit", gettext_lazy("Đơn vị")), link=UnitLink),
        _text("place", gettext_lazy("Nơi")),
        _text("field", gettext_lazy("Lĩnh vực"), lambda one: str(one.field or "")),
        _text("story", gettext_lazy("Câu chuyện")),
        Cell(Column("since", gettext_lazy("Từ ngày"), kind=DATE)),
        Cell(Column("status", gettext_lazy("Trạng thái"), choices=choices_of(Exemplar.Status))),
        Cell(Column("published_on", gettext_lazy("Ngày công bố"), kind=DATE)),
        _text("published_by", gettext_lazy("Nơi công bố")),
    ),
    seen=lambda by: (
        Exemplar.objects.visible_to(by).select_related("field", "unit").prefetch_related("named", "results")
    ),
    key=("unit", "title"),
    prefix="GD",
)
KINDS = [EXEMPLARS.kind]
