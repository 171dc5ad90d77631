"""Lists of emulation movements and of the units that take part, as they come in from Excel and go out."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.tables import Column
from lantoa.foundation.tables.columns import DATE, NUMBER
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.records import Cell, OneOf, Records, UnitLink, choices_of, whole
from lantoa.programme import actions, queries
from lantoa.programme.models import Movement, Participation

ONE_DAY = dt.timedelta(days=1)
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
    change=_correct,
    prefix="TG",
    totals=frozenset({"persons", "party_members"}),
    stands=lambda one: one.left_on is None,
    hint=gettext_lazy("Mỗi dòng một đơn vị trong một phong trào; để trống số người khi chưa đếm."),
)
KINDS = [MOVEMENTS.kind, PARTICIPATIONS.kind]
