"""The list of stories and quotations, as it comes in from Excel and goes out."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy

from lantoa.foundation.tables import Column
from lantoa.people.actors import Actor
from lantoa.people.records import Cell, Records, UnitLink, choices_of, in_lines, lines_cell
from lantoa.readings import actions
from lantoa.readings.models import Reading

KINDS_OF_READING = choices_of(
    Reading.Kind, story=("chuyen", "mau chuyen"), quotation=("trich dan", "loi day")
)
TEXTS = ("text", "page", "lesson")
CELLS = (
    Cell(Column("title", gettext_lazy("Tên"), ("ten cau chuyen", "cau noi"), most=300, required=True)),
    Cell(Column("kind", gettext_lazy("Loại"), ("loai tu lieu",), choices=KINDS_OF_READING)),
    Cell(Column("source", gettext_lazy("Nguồn"), ("sach", "xuat xu"), most=300, required=True)),
    Cell(Column("page", gettext_lazy("Trang"), ("so trang",), most=40)),
    lines_cell("text", gettext_lazy("Nội dung"), ("toan van",), most=20_000),
    Cell(Column("lesson", gettext_lazy("Bài học rút ra"), ("y nghia",), most=500)),
    Cell(Column("unit", gettext_lazy("Đơn vị"), ("don vi nhap",)), link=UnitLink, is_set_once=True),
)


def _said(values: dict[str, Any]) -> dict[str, Any]:
    return in_lines(values, "text") | {code: "" for code in TEXTS if code in values and values[code] is None}


def _add(values: dict[str, Any], *, by: Actor) -> Reading:
    said = _said(values)
    said["kind"] = said["kind"] or Reading.Kind.STORY
    return actions.enter(by=by, **said)


def _change(one: Reading, values: dict[str, Any], *, by: Actor) -> Reading:
    return actions.correct(one, by=by, **_said(values))


READINGS = Records(
    code="readings",
    label=gettext_lazy("Tư liệu về Bác"),
    imports="readings.edit",
    views="readings.view",
    cells=CELLS,
    seen=lambda by: Reading.objects.visible_to(by).select_related("unit"),
    key=("unit", "title"),
    is_natural=True,
    add=_add,
    change=_change,
    prefix="TL",
    hint=gettext_lazy("Mỗi dòng một câu chuyện hoặc câu nói, kèm nguồn và trang."),
)
KINDS = [READINGS.kind]
