"""Lists of classes, courses and admissions, as they come in from Excel and go out."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.tables import Column
from lantoa.foundation.tables.columns import DATE, NUMBER, TICK
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.records import Cell, OneOf, Records, UnitLink, choices_of, whole
from lantoa.programme import queries as programme
from lantoa.programme.models import Movement, Theme
from lantoa.study import actions, rules
from lantoa.study.models import Admission, ClassUnit, Course, StudyClass

MOST_CLASSES = 60
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
    _count("excused", gettext_lazy("Vắng có lý do"), "co ly do"),
    _count("exempt", gettext_lazy("Được miễn"), "mien"),
    Cell(Column("level", gettext_lazy("Cấp tổ chức"), ("cap",), choices=LEVELS)),
    Cell(Column("form", gettext_lazy("Hình thức"), ("hinh thuc hoc",), choices=FORMS)),
    _count("sites", gettext_lazy("Số điểm cầu"), "diem cau"),
    Cell(Column("speaker", gettext_lazy("Báo cáo viên"), ("nguoi trinh bay",), most=200)),
    Cell(Column("theme", gettext_lazy("Thuộc chuyên đề"), ("chuyen de nam",)), link=_themes),
    Cell(Column("note", gettext_lazy("Ghi chú"), (), most=500)),
)


def _said(values: dict[str, Any]) -> dict[str, Any]:
    """In the words of the table: whole numbers, nothing typed is none."""
    said = whole(values, *COUNTED, "sites", "excused", "exempt")
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

# Courses of political theory, and who was admitted


def _movements(unit: Unit, by: Actor) -> OneOf:
    return OneOf(programme.movements_ever(unit, by.on), _("phong trào"), Movement.objects)


def _courses(unit: Unit, by: Actor) -> OneOf:
    return OneOf(Course.objects.offered_to(by), _("lớp"), Course.objects)


KINDS_OF_COURSE = choices_of(
    Course.Kind,
    prospective=("nhan thuc ve dang", "boi duong nhan thuc ve dang", "doi tuong dang", "quan chung uu tu"),
    new_members=("dang vien moi", "lop dang vien moi"),
    example=("dang vien lam theo loi bac", "lam theo loi bac"),
    theory=("ly luan chinh tri", "chuyen de", "khac"),
)
IN_MOVEMENT = Cell(
    Column("movement", gettext_lazy("Phong trào"), ("phong trao thi dua",), most=300), link=_movements
)
COURSE = (
    Cell(
        Column(
            "kind", gettext_lazy("Loại lớp"), ("loai", "doi tuong"), choices=KINDS_OF_COURSE, required=True
        )
    ),
    Cell(Column("name", gettext_lazy("Tên lớp"), ("lop", "ten"), required=True, most=250)),
    Cell(
        Column("starts", gettext_lazy("Khai giảng ngày"), ("tu ngay", "ngay khai giang"), DATE, required=True)
    ),
    Cell(Column("ends", gettext_lazy("Bế giảng ngày"), ("den ngay", "ngay be giang"), kind=DATE)),
    Cell(Column("unit", gettext_lazy("Đơn vị mở lớp"), ("don vi",)), link=UnitLink, is_set_once=True),
    _count("participants", gettext_lazy("Số học viên"), "hoc vien", "so nguoi hoc", required=True),
    _count("certified", gettext_lazy("Số được cấp giấy chứng nhận"), "giay chung nhan", "duoc cap giay"),
    Cell(
        Column(
            "has_programme",
            gettext_lazy("Có nội dung học tập Bác"),
            ("noi dung hoc tap bac", "hoc tap bac"),
            kind=TICK,
        )
    ),
    IN_MOVEMENT,
)


def _course_said(values: dict[str, Any]) -> dict[str, Any]:
    said = whole(values, "participants", "certified")
    return said | ({"has_programme": bool(said["has_programme"])} if "has_programme" in said else {})


COURSES = Records(
    code="courses",
    label=gettext_lazy("Lớp bồi dưỡng, lý luận chính trị"),
    imports="study.edit",
    views="study.view",
    cells=COURSE,
    seen=lambda by: Course.objects.visible_to(by).select_related("movement", "unit"),
    key=("unit", "starts", "name"),
    is_natural=True,
    add=lambda values, *, by: actions.record_course(by=by, **_course_said(values)),
    change=lambda course, values, *, by: actions.change_course(course, by=by, **_course_said(values)),
    prefix="LB",
    totals=frozenset({"participants", "certified"}),
    hint=gettext_lazy("Mỗi dòng một lớp; để trống số giấy chứng nhận khi chưa cấp."),
)
ADMISSION = (
    Cell(Column("admitted_on", gettext_lazy("Ngày kết nạp"), ("ngay", "ket nap ngay"), DATE, required=True)),
    Cell(
        Column("unit", gettext_lazy("Đơn vị kết nạp"), ("don vi", "chi bo")), link=UnitLink, is_set_once=True
    ),
    _count("people", gettext_lazy("Số người được kết nạp"), "so nguoi", "so ket nap", required=True),
    Cell(Column("course", gettext_lazy("Từ lớp bồi dưỡng"), ("lop", "tu lop"), most=250), link=_courses),
    IN_MOVEMENT,
    Cell(
        Column("withdrawn", gettext_lazy("Gạch bỏ vì"), (), most=300), attr="withdrawn_reason", only_out=True
    ),
)

ADMISSIONS = Records(
    code="admissions",
    label=gettext_lazy("Kết nạp đảng viên"),
    imports="study.edit",
    views="study.view",
    cells=ADMISSION,
    seen=lambda by: Admission.objects.visible_to(by).select_related("course", "movement", "unit"),
    key=("unit", "admitted_on", "course", "movement"),
    add=lambda values, *, by: actions.record_admission(by=by, **whole(values, "people")),
    prefix="KN",
    totals=frozenset({"people"}),
    stands=lambda one: one.withdrawn_on is None,
    hint=gettext_lazy("Mỗi dòng một lần kết nạp, chỉ ghi số người; tên người ghi ở trang Người."),
)


# How many came from each unit to a class


def _classes(unit: Unit, by: Actor) -> OneOf:
    return OneOf(StudyClass.objects.visible_to(by)[:MOST_CLASSES], _("lớp học"), StudyClass.objects)


PARTS = (
    Cell(
        Column(
            "study_class", gettext_lazy("Lớp học"), ("lop", "noi dung", "ten lop"), required=True, most=300
        ),
        link=_classes,
        is_set_once=True,
    ),
    Cell(Column("unit", gettext_lazy("Đơn vị dự"), ("don vi", "chi bo")), link=UnitLink, is_set_once=True),
    _count("summoned", gettext_lazy("Được triệu tập"), "trieu tap", "tong so", required=True),
    _count("attended", gettext_lazy("Số dự"), "du", "co mat", "tham gia", required=True),
    _count("made_up", gettext_lazy("Đã học bù"), "hoc bu"),
)


def _record_part(values: dict[str, Any], *, by: Actor) -> ClassUnit:
    said = whole(values, "summoned", "attended", "made_up")
    return actions.record_part(by=by, **said | {"made_up": said["made_up"] or 0})


def _change_part(part: ClassUnit, values: dict[str, Any], *, by: Actor) -> ClassUnit:
    kept = {name: getattr(part, name) for name in ("summoned", "attended", "made_up")}
    said = kept | whole(values, "summoned", "attended", "made_up")
    said["made_up"] = said["made_up"] or 0
    return actions.record_part(part.study_class, unit=part.unit, by=by, **said)


CLASS_UNITS = Records(
    code="study_units",
    label=gettext_lazy("Số dự lớp học của từng đơn vị"),
    imports="study.edit",
    views="study.view",
    cells=PARTS,
    seen=lambda by: ClassUnit.objects.visible_to(by).select_related("study_class__unit", "unit"),
    key=("study_class", "unit"),
    is_natural=True,
    add=_record_part,
    change=_change_part,
    prefix="SD",
    boxes={"attendance": "attended"},
    totals=frozenset({"summoned", "attended", "made_up"}),
    hint=gettext_lazy("Mỗi dòng một đơn vị trong một lớp đã ghi; cộng lại không quá số của lớp."),
)
KINDS = [CLASSES.kind, COURSES.kind, ADMISSIONS.kind, CLASS_UNITS.kind]
