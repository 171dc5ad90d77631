"""The list of practices, as it comes in from Excel and goes out; what comes in is a draft, still to be proposed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.tables import Column
from lantoa.foundation.tables.columns import DATE, MONEY, NUMBER
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.fields import person_called
from lantoa.people.records import Cell, OneOf, Records, UnitLink, choices_of, whole
from lantoa.practices import actions, rules
from lantoa.practices.models import Field, Practice, RecognitionLevel
from lantoa.programme import queries as programme
from lantoa.programme.models import Axis, Movement

ONE_DAY = dt.timedelta(days=1)
TEXTS = ("content_of_uncle", "reason", "how", "target", "scope", "cost_note", "hardest", "contact")


def _fields(unit: Unit, by: Actor) -> OneOf:
    return OneOf(Field.objects.filter(is_offered=True), _("lĩnh vực"), Field.objects)


def _movements(unit: Unit, by: Actor) -> OneOf:
    return OneOf(programme.movements_for(unit, by.on), _("phong trào"), Movement.objects)


def _text(code: str, label: Any, *names: str, most: int = 250) -> Cell:
    return Cell(Column(code, label, names, most=most))


CELLS = (
    Cell(Column("name", gettext_lazy("Tên mô hình"), ("ten", "mo hinh"), required=True, most=200)),
    Cell(
        Column("unit", gettext_lazy("Đơn vị"), ("chi bo", "don vi thuc hien")),
        link=UnitLink,
        is_set_once=True,
    ),
    Cell(Column("kind", gettext_lazy("Loại"), (), choices=choices_of(Practice.Kind))),
    Cell(
        Column(
            "subject", gettext_lazy("Chủ thể"), ("tap the ca nhan",), choices=choices_of(Practice.Subject)
        ),
        is_set_once=True,
    ),
    Cell(
        Column("subject_name", gettext_lazy("Tên tập thể, cá nhân"), ("nguoi thuc hien", "ho ten"), most=200),
        is_set_once=True,
    ),
    Cell(Column("level", gettext_lazy("Cấp đăng ký"), ("cap",), choices=choices_of(RecognitionLevel))),
    Cell(Column("field", gettext_lazy("Lĩnh vực"), ()), link=_fields),
    Cell(Column("axis", gettext_lazy("Trục kết quả"), ("truc",), choices=choices_of(Axis))),
    Cell(Column("movement", gettext_lazy("Phong trào"), ("phong trao thi dua",), most=300), link=_movements),
    _text("content_of_uncle", gettext_lazy("Nội dung học tập Bác"), "noi dung hoc tap", most=300),
    _text("reason", gettext_lazy("Vì sao làm"), "ly do", most=4000),
    _text("how", gettext_lazy("Cách làm"), "noi dung", "noi dung thuc hien", most=4000),
    _text("target", gettext_lazy("Chỉ tiêu, sản phẩm"), "chi tieu", most=4000),
    _text("scope", gettext_lazy("Đối tượng, phạm vi"), "pham vi"),
    Cell(Column("participants", gettext_lazy("Số người tham gia"), ("so nguoi",), kind=NUMBER)),
    Cell(Column("cost", gettext_lazy("Kinh phí (đồng)"), ("kinh phi",), kind=MONEY)),
    _text("cost_note", gettext_lazy("Nguồn kinh phí")),
    _text("hardest", gettext_lazy("Việc khó nhất"), "kho khan"),
    _text("contact", gettext_lazy("Người liên hệ"), "lien he", most=200),
    Cell(Column("starts", gettext_lazy("Bắt đầu"), ("tu ngay", "ngay bat dau"), kind=DATE)),
    Cell(
        Column("last_day", gettext_lazy("Dự kiến đến hết ngày"), ("den ngay", "den het ngay"), kind=DATE),
        of=lambda one: one.ends and one.ends - ONE_DAY,
    ),
    Cell(
        Column("status", gettext_lazy("Trạng thái"), ("tinh trang",)),
        of=lambda one: str(one.get_status_display()),
        only_out=True,
    ),
)


def _written(values: dict[str, Any]) -> dict[str, Any]:
    said = {code: value for code, value in values.items() if code not in ("unit", "subject", "subject_name")}
    said |= {code: "" for code in (*TEXTS, "axis") if code in said and said[code] is None}
    if "last_day" in said:
        last = said.pop("last_day")
        said["ends"] = last and last + ONE_DAY
    return whole(said, "participants")


def _add(values: dict[str, Any], *, by: Actor) -> Practice:
    """A draft of hers."""
    said = _written(values)
    said["kind"] = said["kind"] or Practice.Kind.MODEL
    said["level"] = said["level"] or RecognitionLevel.GRASSROOTS
    name, unit = values["subject_name"] or "", values["unit"]
    subject = values["subject"] or Practice.Subject.COLLECTIVE
    person = (
        person_called(name, unit=unit, by=by, field="subject_name") if subject == rules.INDIVIDUAL else None
    )
    return actions.draft(unit=unit, by=by, subject=subject, person=person, subject_name=name, **said)


def _change(practice: Practice, values: dict[str, Any], *, by: Actor) -> Practice:
    return actions.edit(practice, by=by, **_written(values))


PRACTICES = Records(
    code="practices",
    label=gettext_lazy("Mô hình, cách làm"),
    imports="practices.judge",
    views="practices.view",
    cells=CELLS,
    seen=lambda by: Practice.objects.visible_to(by).select_related("unit", "person", "field", "movement"),
    key=("unit", "name"),
    is_natural=True,
    add=_add,
    change=_change,
    prefix="MH",
    boxes={"person": "subject_name", "ends": "last_day"},
    hint=gettext_lazy("Mỗi dòng một mô hình; nhập vào là bản nháp, còn phải đề nghị và thẩm định."),
)
KINDS = [PRACTICES.kind]
