"""Lists of emulation movements and of the units that take part, as they come in from Excel and go out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.documents import actions as documents
from lantoa.foundation.dates import read_date, show_date
from lantoa.foundation.errors import BadInput
from lantoa.foundation.tables import Column
from lantoa.foundation.tables.columns import DATE, NUMBER
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.records import Cell, OneOf, Records, UnitLink, choices_of, in_lines, lines_cell, whole
from lantoa.people.records.cells import NEXT_LINE
from lantoa.programme import actions, queries, rules
from lantoa.programme.models import Movement, Participation, Plan, Theme

ONE_DAY = dt.timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 2016, 2100
LEVELS = choices_of(
    Movement.Level,
    central=("trung uong", "tw"),
    province=("tinh", "cap tinh"),
    unit=("don vi", "co so", "cap co so"),
)


def _texts(values: dict[str, Any], *codes: str) -> dict[str, Any]:
    """What is not written is empty text there."""
    return values | {code: values[code] or "" for code in codes if code in values}


def _movements(unit: Unit, by: Actor) -> OneOf:
    return OneOf(queries.movements_ever(unit, by.on), _("phong trào"), Movement.objects)


# The movements themselves

MOVEMENT = (
    Cell(
        Column("name", gettext_lazy("Tên phong trào"), ("phong trao", "dot thi dua"), required=True, most=300)
    ),
    Cell(
        Column("starts", gettext_lazy("Từ ngày"), ("phat dong ngay", "ngay phat dong"), DATE, required=True)
    ),
    Cell(
        Column("last_day", gettext_lazy("Đến hết ngày"), ("den ngay", "ket thuc"), kind=DATE),
        of=lambda one: one.ends and one.ends - ONE_DAY,
    ),
    Cell(Column("unit", gettext_lazy("Đơn vị triển khai"), ("don vi",)), link=UnitLink, is_set_once=True),
    Cell(Column("level", gettext_lazy("Cấp phát động"), ("cap",), choices=LEVELS)),
    Cell(
        Column(
            "launched_by", gettext_lazy("Cơ quan phát động"), ("noi phat dong", "don vi phat dong"), most=200
        )
    ),
    Cell(Column("targets", gettext_lazy("Mục tiêu, chỉ tiêu thi đua"), ("muc tieu", "chi tieu"), most=2000)),
    Cell(Column("summed_up_on", gettext_lazy("Tổng kết ngày"), (), kind=DATE), only_out=True),
    Cell(Column("results", gettext_lazy("Kết quả"), (), most=4000), only_out=True),
)


def _written(values: dict[str, Any]) -> dict[str, Any]:
    said = _texts(values, "launched_by", "targets")
    if "last_day" in said:
        last = said.pop("last_day")
        said["ends"] = last and last + ONE_DAY
    return said


def _launch(values: dict[str, Any], *, by: Actor) -> Movement:
    said = _written(values)
    return actions.launch_movement(by=by, **said | {"level": said["level"] or Movement.Level.UNIT})


def _mend(movement: Movement, values: dict[str, Any], *, by: Actor) -> Movement:
    return actions.change_movement(movement, by=by, **_written(values))


MOVEMENTS = Records(
    code="movements",
    label=gettext_lazy("Phong trào thi đua"),
    imports="programme.edit",
    views="programme.view",
    cells=MOVEMENT,
    seen=lambda by: Movement.objects.visible_to(by).select_related("unit"),
    key=("unit", "name", "starts"),
    add=_launch,
    change=_mend,
    prefix="PT",
    boxes={"ends": "last_day"},
    hint=gettext_lazy("Mỗi dòng một phong trào, đợt thi đua mà đơn vị triển khai."),
)

# Who takes part

PARTICIPATION = (
    Cell(
        Column("movement", gettext_lazy("Phong trào"), ("ten phong trao",), required=True, most=300),
        link=_movements,
        is_set_once=True,
    ),
    Cell(
        Column("unit", gettext_lazy("Đơn vị tham gia"), ("don vi", "chi bo")),
        link=UnitLink,
        is_set_once=True,
    ),
    Cell(
        Column(
            "joined_on", gettext_lazy("Tham gia từ ngày"), ("tu ngay", "ngay dang ky"), DATE, required=True
        )
    ),
    Cell(
        Column(
            "content", gettext_lazy("Nội dung đăng ký thi đua"), ("noi dung", "noi dung dang ky"), most=1000
        )
    ),
    Cell(Column("persons", gettext_lazy("Số người tham gia"), ("so nguoi",), kind=NUMBER)),
    Cell(Column("party_members", gettext_lazy("Trong đó đảng viên"), ("dang vien",), kind=NUMBER)),
    Cell(Column("left_on", gettext_lazy("Thôi tham gia từ"), (), kind=DATE), only_out=True),
    Cell(Column("left_because", gettext_lazy("Lý do thôi"), (), most=300), only_out=True),
)


def _counted(values: dict[str, Any]) -> dict[str, Any]:
    return whole(_texts(values, "content"), "persons", "party_members")


def _left_before(values: dict[str, Any], *, by: Actor) -> None:
    """Who had left joins again in the line that she had: that line is not the list's to take away."""
    if Participation.objects.filter(movement=values["movement"], unit=values["unit"]).exists():
        said = _("Đơn vị đã tham gia rồi thôi. Ghi tham gia lại ở trang của phong trào.")
        raise BadInput(said, "unit")


def _join(values: dict[str, Any], *, by: Actor) -> Participation:
    said = _counted(values)
    return actions.join_movement(said.pop("movement"), by=by, **said)


def _correct(joined: Participation, values: dict[str, Any], *, by: Actor) -> Participation:
    names = ("joined_on", "content", "persons", "party_members")
    stands = {name: getattr(joined, name) for name in names}
    return actions.change_participation(joined, by=by, **stands | _counted(values))


PARTICIPATIONS = Records(
    code="participations",
    label=gettext_lazy("Đơn vị tham gia phong trào thi đua"),
    imports="programme.edit",
    views="programme.view",
    cells=PARTICIPATION,
    seen=lambda by: Participation.objects.visible_to(by).select_related("movement", "unit"),
    key=("movement", "unit"),
    is_natural=True,
    add=_join,
    apart=_left_before,
    change=_correct,
    prefix="TG",
    totals=frozenset({"persons", "party_members"}),
    stands=lambda one: one.left_on is None,
    hint=gettext_lazy("Mỗi dòng một đơn vị trong một phong trào; để trống số người khi chưa đếm."),
)
# Plans

NEXT_TASK = NEXT_LINE
TASKS_AT_MOST = 4000  # signs of a cell
TASK_PARTS = ("content", "lead", "with_whom", "due", "product")
PLAN_TEXTS = ("other_bases", "purpose", "content")
SPANS = choices_of(Theme.Span, year=("mot nam", "ke hoach nam"), term=("toan khoa", "nhiem ky"))


def _tasks_in_words(plan: Plan) -> str:
    """ "nội dung | chủ trì | phối hợp | hạn | sản phẩm", a task after the other."""
    return _in_words({part: getattr(one, part) for part in TASK_PARTS} for one in plan.tasks.all())


def _in_words(tasks: Iterable[dict[str, Any]]) -> str:
    lines = []
    for one in tasks:
        told = one | {"due": show_date(one["due"]) if one.get("due") else ""}
        lines.append(" | ".join(told.get(part, "") for part in TASK_PARTS).rstrip(" |"))
    return f" {NEXT_TASK} ".join(lines)


def _tidied(text: str) -> str:
    """As it will go out; what cannot be read is left for the action to refuse."""
    try:
        return _in_words(_tasks(text))
    except BadInput:
        return text


def _tasks(text: str | None) -> list[dict[str, Any]]:
    """The same read back; BadInput for a day that is none, and for more parts than a task has."""
    lines = [line.split("|") for line in (text or "").split(NEXT_TASK) if line.strip(" |")]
    if any(len(parts) > len(TASK_PARTS) for parts in lines):
        raise BadInput(_("Mỗi việc có nhiều nhất năm phần; các việc cách nhau bằng dấu “;;”."), "tasks")
    told = [dict(zip(TASK_PARTS, map(str.strip, parts), strict=False)) for parts in lines]
    return [one | {"due": read_date(one["due"], "tasks") if one.get("due") else None} for one in told]


PLAN = (
    Cell(Column("title", gettext_lazy("Tên kế hoạch"), ("ke hoach", "trich yeu"), required=True, most=300)),
    Cell(Column("scope", gettext_lazy("Thời hạn"), ("loai", "ke hoach cho"), choices=SPANS)),
    Cell(
        Column("from_year", gettext_lazy("Năm"), ("tu nam",), kind=NUMBER, required=True),
        of=lambda one: one.starts.year,
    ),
    Cell(
        Column("to_year", gettext_lazy("Đến hết năm"), ("den nam",), kind=NUMBER),
        of=lambda one: one.period.last_day.year if one.scope == Theme.Span.TERM else None,
    ),
    Cell(Column("unit", gettext_lazy("Đơn vị"), ("don vi ban hanh",)), link=UnitLink, is_set_once=True),
    Cell(Column("number", gettext_lazy("Số, ký hiệu"), ("so", "so ky hieu"), most=60), is_set_once=True),
    Cell(
        Column("issued_on", gettext_lazy("Ngày ban hành"), ("ngay", "ban hanh ngay"), kind=DATE),
        is_set_once=True,
    ),
    lines_cell("other_bases", gettext_lazy("Căn cứ khác"), ("can cu",)),
    lines_cell("purpose", gettext_lazy("Mục đích, yêu cầu"), ("muc dich",)),
    lines_cell("content", gettext_lazy("Nội dung")),
    Cell(
        Column(
            "tasks",
            gettext_lazy("Phân công"),
            ("bang phan cong", "to chuc thuc hien"),
            most=TASKS_AT_MOST,
            hint=gettext_lazy(
                "Nội dung | chủ trì | phối hợp | hạn | sản phẩm; các việc cách nhau bằng dấu “;;”."
            ),
        ),
        of=_tasks_in_words,
        tidy=_tidied,
    ),
    Cell(
        Column("status", gettext_lazy("Trạng thái"), (), most=40),
        of=lambda one: one.get_status_display(),
        only_out=True,
    ),
)


def _years(said: dict[str, Any]) -> dict[str, Any]:
    """Half-open days for the years told."""
    said = whole(said, "from_year", "to_year")
    first = said.pop("from_year")
    last = said.pop("to_year", None) or first
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        raise BadInput(_("Năm cuối không thể trước năm đầu; năm từ 2016 trở đi."), "from_year")
    return said | {"starts": dt.date(first, 1, 1), "ends": dt.date(last + 1, 1, 1)}


def _add_plan(values: dict[str, Any], *, by: Actor) -> Plan:
    """One with number and day was signed on paper; any other is begun as a draft."""
    said = _years(_texts(in_lines(values, *PLAN_TEXTS), *PLAN_TEXTS))
    said |= {"scope": said["scope"] or Theme.Span.YEAR, "tasks": _tasks(said["tasks"])}
    number, issued_on = said.pop("number"), said.pop("issued_on")
    if number or issued_on:
        rules.must_name_a_document(number or "", issued_on)
        return actions.record_issued_plan(by=by, number=number, issued_on=issued_on, **said)
    return actions.draft_plan(by=by, **said)


def _change_plan(plan: Plan, values: dict[str, Any], *, by: Actor) -> Plan:
    """A draft is mended; of a line that stays, what the list does not tell stays."""
    said = _texts(in_lines(values, *PLAN_TEXTS), *PLAN_TEXTS)
    if "from_year" in said or "to_year" in said:
        kept = {"from_year": plan.starts.year, "to_year": plan.period.last_day.year}
        said = _years(kept | said)
    if "tasks" in said:
        if len(_tasks_in_words(plan)) > TASKS_AT_MOST:
            raise BadInput(_("Bảng phân công dài hơn một ô chứa được; sửa ở trang của kế hoạch."), "tasks")
        known = {one["content"]: one for one in queries.lines_kept(plan)}
        said["tasks"] = [known.get(one["content"], {}) | one for one in _tasks(said["tasks"])]
    return actions.change_plan(plan, by=by, **said)


def _take_away(plan: Plan, by: Actor) -> None:
    """With its line in the register, where that was entered for it; a number given before stays."""
    line = plan.document
    plan.delete()
    if line is not None:
        documents.give_back(line, by=by)


PLANS = Records(
    code="plans",
    label=gettext_lazy("Kế hoạch"),
    imports="programme.edit",
    views="programme.view",
    cells=PLAN,
    seen=lambda by: Plan.objects.visible_to(by).select_related("unit", "document").prefetch_related("tasks"),
    key=("unit", "title", "from_year"),
    add=_add_plan,
    change=_change_plan,
    parts=frozenset({"tasks"}),
    remove=_take_away,
    prefix="KH",
    boxes={"rests_on": "title"},
    hint=gettext_lazy(
        "Mỗi dòng một kế hoạch; có số, ngày thì là kế hoạch đã ban hành, không có thì là bản nháp."
    ),
)
KINDS = [MOVEMENTS.kind, PARTICIPATIONS.kind, PLANS.kind]
