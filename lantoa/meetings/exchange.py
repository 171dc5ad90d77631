"""The list of meetings with who was there, as it comes in from Excel and goes out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.errors import BadInput
from lantoa.foundation.tables import Column
from lantoa.foundation.tables.columns import DATE, NUMBER, TICK, TIME
from lantoa.foundation.text import fold
from lantoa.meetings import actions, queries, rules
from lantoa.meetings.models import Appointment, Meeting
from lantoa.meetings.rules import Absence
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.records import Cell, OneOf, Records, UnitLink, choices_of, in_lines, lines_cell, whole
from lantoa.programme import queries as programme
from lantoa.programme.models import Theme

KINDS_OF_MEETING = choices_of(
    Meeting.Kind,
    regular=("thuong ky", "hop thuong ky", "sinh hoat chi bo"),
    thematic=("chuyen de",),
    flag=("chao co",),
    board=("chi uy", "cap uy", "hop chi uy"),
    conference=("hoi nghi", "so ket", "tong ket", "hoi nghi so ket"),
)
ABSENT = re.compile(r"([^(;]+?)\s*(?:\(([^)]*)\))?\s*")
COUNTED = ("members", "present", "guests", "minutes", "opinions")
TEXTS = (
    "place",
    "chair",
    "secretary_name",
    "topic",
    "story",
    "presenter",
    "attendance_note",
    "programme",
    "speeches",
    "praise",
    "done",
    "not_done",
    "next",
    "minutes_number",
)


def _themes(unit: Unit, by: Actor) -> OneOf:
    return OneOf(programme.themes_of(unit, by.on), _("chuyên đề"), Theme.objects)


def _line(code: str, label: Any, *names: str, most: int = 200) -> Cell:
    return Cell(Column(code, label, names, most=most))


# Of these each line counts: one that is next becomes a thing to do.
OF_LINES = ("programme", "speeches", "praise", "done", "not_done", "next")


def _count(code: str, label: Any, *names: str) -> Cell:
    return Cell(Column(code, label, names, kind=NUMBER))


def _absent_in_words(meeting: Meeting) -> str:
    """ "Bùi Văn Thắng (không lý do); Đỗ Thị Hương (ốm)"."""
    return _in_words(
        (str(one.person), one.reason if one.with_reason else "none") for one in meeting.absences.all()
    )


def _in_words(absent: Iterable[tuple[str, str]]) -> str:
    named = sorted(absent, key=lambda one: fold(one[0]))
    return "; ".join(f"{name} ({_reason(reason)})" for name, reason in named)


def _reason(text: str) -> str:
    """The reason offered that says the same, by its code or its words; else what was written."""
    for code, (_with, words) in rules.REASONS.items():
        if fold(text) in (code, fold(str(words))):
            return str(words)
    return text or str(rules.REASONS["other"][1])


def _tidied(text: str) -> str:
    found = [ABSENT.fullmatch(part.strip()) for part in text.split(";")]
    return _in_words((one[1], one[2] or "") for one in found if one)


CELLS = (
    Cell(Column("held_on", gettext_lazy("Ngày họp"), ("ngay", "thoi gian"), kind=DATE, required=True)),
    Cell(
        Column(
            "kind",
            gettext_lazy("Loại"),
            ("loai buoi", "loai sinh hoat", "hinh thuc"),
            choices=KINDS_OF_MEETING,
        ),
        is_set_once=True,
    ),
    Cell(Column("unit", gettext_lazy("Đơn vị"), ("chi bo",)), link=UnitLink, is_set_once=True),
    _count("members", gettext_lazy("Số phải dự"), "dang vien phai du", "tong so", "trieu tap"),
    _count("present", gettext_lazy("Số có mặt"), "co mat", "du hop", "so du"),
    Cell(
        Column(
            "absent",
            gettext_lazy("Vắng (lý do)"),
            ("vang", "dang vien vang", "ho ten nguoi vang", "ten nguoi vang"),
            most=4000,
            hint=gettext_lazy("Họ tên, cách nhau bằng dấu chấm phẩy; lý do trong ngoặc."),
        ),
        of=_absent_in_words,
        tidy=_tidied,
    ),
    Cell(Column("combined", gettext_lazy("Có phần chuyên đề"), (), kind=TICK)),
    Cell(Column("starts_at", gettext_lazy("Bắt đầu lúc"), ("gio",), kind=TIME)),
    _count("minutes", gettext_lazy("Thời lượng (phút)"), "so phut", "thoi luong"),
    _line("place", gettext_lazy("Địa điểm"), "noi hop"),
    _line("chair", gettext_lazy("Chủ trì"), "nguoi chu tri", most=120),
    _line("secretary_name", gettext_lazy("Thư ký"), most=120),
    _line("topic", gettext_lazy("Chuyên đề"), "ten chuyen de", "noi dung", most=300),
    Cell(Column("theme", gettext_lazy("Thuộc chuyên đề"), ("chuyen de nam",)), link=_themes),
    _line("story", gettext_lazy("Câu chuyện về Bác"), "cau chuyen", most=300),
    _line("presenter", gettext_lazy("Người trình bày, kể chuyện"), "nguoi trinh bay"),
    _line("attendance_note", gettext_lazy("Vì sao khác danh sách"), most=300),
    _count("opinions", gettext_lazy("Số ý kiến phát biểu"), "so y kien"),
    _count("guests", gettext_lazy("Khách mời"), "khach"),
    lines_cell("programme", gettext_lazy("Chương trình hội nghị")),
    lines_cell("speeches", gettext_lazy("Tham luận"), ("y kien tham luan",)),
    lines_cell("praise", gettext_lazy("Biểu dương, khen thưởng tại hội nghị")),
    lines_cell("done", gettext_lazy("Làm được"), ("viec da lam duoc",), most=2000),
    lines_cell("not_done", gettext_lazy("Chưa làm được"), ("viec chua lam duoc",), most=2000),
    lines_cell("next", gettext_lazy("Việc tới"), ("viec thang toi",), most=2000),
    _line("minutes_number", gettext_lazy("Số biên bản"), "bien ban so", most=60),
)


def _said(values: dict[str, Any]) -> dict[str, Any]:
    """In the words of the table."""
    said = whole(values, *COUNTED)
    said |= {code: "" for code in TEXTS if code in said and said[code] is None}
    return in_lines(said, *OF_LINES)


def _absences(text: str | None, unit: Unit, on: Any) -> list[Absence]:
    """Those named, among the members of that day. BadInput names who is none."""
    named = [found for part in (text or "").split(";") if (found := ABSENT.fullmatch(part.strip()))]
    if not named:
        return []
    due: dict[str, list[int]] = {}
    for member in queries.due_to_attend(unit, on):
        due.setdefault(member.person.name_folded, []).append(member.person_id)
    return [_absence(found[1], found[2] or "", due) for found in named]


def _absence(name: str, reason: str, due: dict[str, list[int]]) -> Absence:
    people = due.get(fold(name), [])
    if len(people) != 1:
        said = (
            _("%(name)s không có trong danh sách phải dự hôm ấy")
            if not people
            else _("có hơn một người tên %(name)s")
        )
        raise BadInput(said % {"name": name}, "absent")
    code = next(
        (code for code, (_ok, words) in rules.REASONS.items() if fold(str(words)) == fold(reason)), ""
    )
    if code or not reason:
        return rules.absence(people[0], code or "other")
    return Absence(people[0], True, reason[:120])


def _add(values: dict[str, Any], *, by: Actor) -> Meeting:
    said = _said(values)
    said["kind"] = said["kind"] or (
        Meeting.Kind.THEMATIC if said["topic"] and not said["combined"] else Meeting.Kind.REGULAR
    )
    absent = _absences(said.pop("absent"), said["unit"], said["held_on"])
    return actions.record_meeting(by=by, absent=absent, **said)


def _change(meeting: Meeting, values: dict[str, Any], *, by: Actor) -> Meeting:
    """What the list does not say of attendance stays."""
    said = _said(values)
    kept = [Absence(one.person_id, one.with_reason, one.reason) for one in meeting.absences.all()]
    absent = kept
    if "absent" in said:
        absent = _absences(said.pop("absent"), meeting.unit, said.get("held_on") or meeting.held_on)
        said.setdefault("present", meeting.members - len(absent))
    said = {"present": meeting.present, "members": meeting.members} | said
    return actions.change_meeting(meeting, by=by, absent=absent, **said)


MEETINGS = Records(
    code="meetings",
    label=gettext_lazy("Buổi sinh hoạt, điểm danh"),
    imports="meetings.edit",
    views="meetings.view",
    cells=CELLS,
    seen=lambda by: (
        Meeting.objects.visible_to(by).select_related("theme", "unit").prefetch_related("absences__person")
    ),
    key=("unit", "kind", "held_on"),
    is_natural=True,
    add=_add,
    change=_change,
    parts=frozenset({"absences", "conclusions"}),
    prefix="SH",
    private={"absent": "meetings.view"},
    hint=gettext_lazy("Mỗi dòng một buổi; người vắng ghi họ tên, còn lại là có mặt."),
)
# The calendar

CALENDAR_TEXTS = ("place", "topic", "story", "presenter")
DAYS = (
    Cell(Column("held_on", gettext_lazy("Ngày họp"), ("ngay", "thoi gian"), kind=DATE, required=True)),
    Cell(
        Column("kind", gettext_lazy("Loại"), ("loai buoi", "loai sinh hoat"), choices=KINDS_OF_MEETING),
        is_set_once=True,
    ),
    Cell(Column("unit", gettext_lazy("Đơn vị"), ("chi bo",)), link=UnitLink, is_set_once=True),
    Cell(Column("starts_at", gettext_lazy("Bắt đầu lúc"), ("gio",), kind=TIME)),
    _line("place", gettext_lazy("Địa điểm"), "noi hop"),
    _line("topic", gettext_lazy("Chuyên đề"), "ten chuyen de", "noi dung", most=300),
    _line("story", gettext_lazy("Câu chuyện về Bác"), "cau chuyen", most=300),
    _line("presenter", gettext_lazy("Đến lượt, người trình bày"), "nguoi trinh bay", "den luot"),
    Cell(Column("state", gettext_lazy("Trạng thái"), (), most=60), attr="state", only_out=True),
)


def _planned(values: dict[str, Any]) -> dict[str, Any]:
    return values | {code: values[code] or "" for code in CALENDAR_TEXTS if code in values}


def _appoint(values: dict[str, Any], *, by: Actor) -> Appointment:
    said = _planned(values)
    return actions.appoint(by=by, **said | {"kind": said["kind"] or Meeting.Kind.REGULAR})


def _reappoint(one: Appointment, values: dict[str, Any], *, by: Actor) -> Appointment:
    return actions.reappoint(one, by=by, **{"held_on": one.held_on} | _planned(values))


CALENDAR = Records(
    code="calendar",
    label=gettext_lazy("Lịch sinh hoạt"),
    imports="meetings.edit",
    views="meetings.view",
    cells=DAYS,
    seen=lambda by: Appointment.objects.visible_to(by).select_related("unit", "meeting"),
    key=("unit", "kind", "held_on"),
    is_natural=True,
    add=_appoint,
    change=_reappoint,
    prefix="LS",
    stands=lambda one: one.meeting_id is None,
    hint=gettext_lazy("Mỗi dòng một buổi sắp họp: ngày, loại, chuyên đề, đến lượt ai."),
)
KINDS = [MEETINGS.kind, CALENDAR.kind]
