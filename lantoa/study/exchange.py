"""The list of classes, as it comes in from Excel and goes out."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.tables import Column
from lantoa.foundation.tables.columns import DATE, NUMBER
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.records import Cell, OneOf, Records, UnitLink, choices_of
from lantoa.programme import queries as programme
from lantoa.programme.models import Theme
from lantoa.study import actions, rules
from lantoa.study.models import StudyClass

COUNTED = ("party_summoned", "party_attended", "made_up", "outside_attended", "essays")
LEVELS = choices_of(StudyClass.Level, grassroots=("cap co so",), superior=("cap tren truc tiep co so",))
FORMS = choices_of(StudyClass.Form, online=("truc tuyen", "hoi nghi truc tuyen"))


def _themes(unit: Unit, by: Actor) -> OneOf:
    return OneOf(programme.themes_of(unit, by.on), _("chuyên đề"), Theme.objects)


def _count(code: str, label: Any, *names: str, required: bool = False) -> Cell:
    return Cell(Column(code, label, names, kind=NUMBER, required=required))


CELLS = (
    Cell(
        Column(
            "topic",
            gettext_lazy("Văn bản, chuyên đề được học"),
            ("noi dung", "noi dung hoc tap", "ten lop", "van ban", "chuyen de duoc hoc"),
            required=True,
            most=300,
        )
    ),
    Cell(
        Column(
            "held_on",
            gettext_lazy("Ngày học"),
            ("ngay", "thoi gian", "ngay to chuc"),
            kind=DATE,
            required=True,
        )
    ),
    Cell(
        Column("unit", gettext_lazy("Đơn vị tổ chức"), ("don vi", "chi bo", "don vi to chuc")),
        link=UnitLink,
        is_set_once=True,
    ),
    _count("party_summoned", gettext_lazy("Đảng viên được triệu tập"), "trieu tap", "tong so", required=True),
    _count(
        "party_attended", gettext_lazy("Đảng viên dự"), "du", "so du", "tham gia", "co mat", required=True
    ),
    _count("made_up", gettext_lazy("Đảng viên đã học bù"), "hoc bu"),
    _count("outside_attended", gettext_lazy("Người ngoài Đảng dự"), "ngoai dang", "quan chung"),
    _count("essays", gettext_lazy("Bài thu hoạch"), "thu hoach"),
    Cell(Column("level", gettext_lazy("Cấp tổ chức"), ("cap",), choices=LEVELS)),
    Cell(Column("form", gettext_lazy("Hình thức"), ("hinh thuc hoc",), choices=FORMS)),
    _count("sites", gettext_lazy("Số điểm cầu"), "diem cau"),
    Cell(Column("speaker", gettext_lazy("Báo cáo viên"), ("nguoi trinh bay",), most=200)),
    Cell(Column("theme", gettext_lazy("Thuộc chuyên đề"), ("chuyen de nam",)), link=_themes),
    Cell(Column("note", gettext_lazy("Ghi chú"), (), most=500)),
)


def _said(values: dict[str, Any]) -> dict[str, Any]:
    """In the words of the table: whole numbers, nothing typed is none."""
    said = {
        code: int(value) if code in (*COUNTED, "sites") and value else value for code, value in values.items()
    }
    said |= {code: 0 for code in COUNTED if code in said and said[code] is None}
    return said | {code: "" for code in ("speaker", "note") if code in said and said[code] is None}


def _add(values: dict[str, Any], *, by: Actor) -> StudyClass:
    said = _said(values)
    said["level"] = said["level"] or rules.usual_level(said["unit"].level)
    said["form"], said["sites"] = said["form"] or StudyClass.Form.DIRECT, said["sites"] or 1
    return actions.record_class(by=by, **said)


def _change(study_class: StudyClass, values: dict[str, Any], *, by: Actor) -> StudyClass:
    return actions.change_class(study_class, by=by, **_said(values))


CLASSES = Records(
    code="study",
    label=gettext_lazy("Lớp học tập, quán triệt"),
    imports="study.edit",
    views="study.view",
    cells=CELLS,
    seen=lambda by: StudyClass.objects.visible_to(by).select_related("theme", "unit"),
    key=("unit", "held_on", "topic"),
    is_natural=True,
    add=_add,
    change=_change,
    prefix="LH",
    boxes={"attendance": "party_attended"},
    totals=frozenset(COUNTED),
    hint=gettext_lazy("Mỗi dòng một lớp, hội nghị: nội dung, ngày, số dự trên số được triệu tập."),
)
KINDS = [CLASSES.kind]
