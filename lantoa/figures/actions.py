"""Declaring a figure: what a unit says of a period, with its precision word and its source."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.figures import rules
from lantoa.figures.models import DeclaredFigure, Indicator, Rounding, Stage
from lantoa.figures.words import EXACT
from lantoa.foundation.dates import Period
from lantoa.foundation.entry.sending import ask
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.numbers import show
from lantoa.foundation.text import clean
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor, heads_the_tree

NUMBERS = ("value", "numerator", "denominator", "low", "high")
COUNTED = {DeclaredFigure.Kind.NUMBER, DeclaredFigure.Kind.RANGE, DeclaredFigure.Kind.RATIO}
# What is counted one by one.
WHOLE = {
    *("lượt", "người", "hộ", "buổi", "lớp", "bài", "cuộc", "việc", "phiếu", "nhà", "lần", "lượt người"),
    *("văn bản", "hồ sơ", "đơn vị", "mô hình", "ý kiến", "đảng viên", "đồng chí", "tập thể", "cá nhân"),
}


@transaction.atomic
def declare(
    indicator: Indicator,
    *,
    unit: Unit,
    period: Period,
    kind: str,
    by: Actor,
    precision: str = EXACT,
    **said: Any,
) -> DeclaredFigure:
    """Write what the unit declares; an earlier declaration for the same period is kept and marked as replaced.

    `said` holds value, or numerator and denominator, or low and high, or text; and basis, source.
    BadInput when the parts do not fit the kind, NotAllowed out of reach.
    """
    if not by.reaches(unit):
        raise NotAllowed(_("Đơn vị này nằm ngoài phạm vi của đồng chí."))
    _must_say(kind, said)
    _must_be_over(period, by)
    _must_be_likely(indicator, kind, said)
    before = DeclaredFigure.objects.in_force().filter(
        unit=unit, indicator=indicator, starts=period.starts, ends=period.ends
    )
    earlier = before.select_for_update().first()
    declared = DeclaredFigure(
        unit=unit,
        indicator=indicator,
        starts=period.starts,
        ends=period.ends,
        kind=kind,
        precision=precision,
        declared_by=by.person,
        declared_by_name=str(by.person or by.label),
        **said,
    )
    if earlier:
        _step_aside(earlier)
    declared.save()
    if earlier:
        earlier.replaced_by = declared
        earlier.save(update_fields=["replaced_by"])
    record("figure.declared", declared, by=by, unit=unit, note=declared.text, after=_as_json(said))
    return declared


def _step_aside(earlier: DeclaredFigure) -> None:
    """Until the new row exists the old one points at itself, so that only one is ever in force."""
    DeclaredFigure.objects.filter(pk=earlier.pk).update(replaced_by=earlier.pk)


def _must_say(kind: str, said: dict[str, Any]) -> None:
    needed = {
        DeclaredFigure.Kind.NUMBER: ["value"],
        DeclaredFigure.Kind.PERCENT: ["value"],
        DeclaredFigure.Kind.RATIO: ["numerator", "denominator"],
        DeclaredFigure.Kind.RANGE: ["low", "high"],
        DeclaredFigure.Kind.TEXT: ["text"],
        DeclaredFigure.Kind.IDENTIFIER: ["text"],
    }[DeclaredFigure.Kind(kind)]
    for part in needed:
        if said.get(part) in (None, ""):
            raise BadInput(_("Số khai báo còn thiếu một phần. Điền đủ rồi lưu lại."), part)
    if kind == DeclaredFigure.Kind.RANGE and Decimal(said["low"]) > Decimal(said["high"]):
        raise BadInput(_("Giá trị thấp nhất phải không lớn hơn giá trị cao nhất."), "low")
    if kind == DeclaredFigure.Kind.RATIO and Decimal(said["denominator"]) <= 0:
        raise BadInput(_("Mẫu số phải lớn hơn 0."), "denominator")


def _must_be_over(period: Period, by: Actor) -> None:
    """What has not begun has no figures."""
    if period.starts > by.on:
        raise BadInput(
            _("Kỳ %(period)s chưa đến. Khai số khi kỳ đã bắt đầu.") % {"period": period.label}, "starts"
        )


def _must_be_likely(indicator: Indicator, kind: str, said: dict[str, Any]) -> None:
    """A share lies between nothing and everything; people and things are whole. What is rarely meant is asked."""
    numbers = {name: Decimal(said[name]) for name in NUMBERS if said.get(name) not in (None, "")}
    shares = kind in (DeclaredFigure.Kind.PERCENT, DeclaredFigure.Kind.RATIO)
    for name, number in numbers.items():
        if shares and number < 0:
            raise BadInput(_("Tỷ lệ không nhỏ hơn 0. Kiểm tra lại dấu trừ."), name)
        is_count = kind in COUNTED and indicator.unit_of_count.lower() in WHOLE
        if is_count and number != number.to_integral_value():
            raise BadInput(
                _("Đếm bằng “%(unit)s” thì nhập số nguyên.") % {"unit": indicator.unit_of_count}, name
            )
    if kind == DeclaredFigure.Kind.PERCENT and numbers["value"] > 100:
        ask(
            _("Tỷ lệ %(share)s %% lớn hơn 100 %%. Có đúng là vượt toàn bộ không?")
            % {"share": show(numbers["value"])},
            "value",
        )
    if kind == DeclaredFigure.Kind.RATIO and numbers["numerator"] > numbers["denominator"]:
        ask(
            _("Tử số (%(above)s) lớn hơn mẫu số (%(below)s). Có gõ nhầm chỗ không?")
            % {"above": show(numbers["numerator"]), "below": show(numbers["denominator"])},
            "numerator",
        )


def _as_json(said: dict[str, Any]) -> dict[str, str]:
    return {key: str(value) for key, value in said.items() if value not in (None, "")}


@transaction.atomic
def keep_stage(*, name: str, starts: dt.date, last_day: dt.date | None, by: Actor) -> Stage:
    """From this day "lũy kế" counts anew, for everybody; without a last day the stage goes on.

    NotAllowed for who does not act for the whole tree, BadInput where it crosses another stage.
    """
    rules.must_keep_stages(by.may("figures.stages") and heads_the_tree(by))
    ends = last_day + dt.timedelta(days=1) if last_day else None
    rules.must_be_a_stage(starts, ends)
    for other in Stage.objects.crossing(starts, ends):
        raise BadInput(
            _("Giai đoạn này chồng lên “%(other)s”. Sửa ngày, hoặc bỏ giai đoạn kia trước.")
            % {"other": other},
            "starts",
        )
    stage = Stage.objects.create(name=clean(name), starts=starts, ends=ends)
    record(
        "stage.set",
        stage,
        by=by,
        unit=by.unit,
        on=starts,
        after={"starts": str(starts), "ends": str(ends or "")},
    )
    return stage


@transaction.atomic
def drop_stage(stage: Stage, *, by: Actor) -> None:
    """The stage no longer counts; the years of a term hold again for its days."""
    rules.must_keep_stages(by.may("figures.stages") and heads_the_tree(by))
    record("stage.deleted", stage, by=by, unit=by.unit, before={"starts": str(stage.starts)})
    stage.delete()


@transaction.atomic
def say_rounded(code: str, *, unit: Unit, step: Decimal, by: Actor) -> Rounding:
    """From now on the unit says this counted number in prose to the nearest step."""
    if not by.reaches(unit):
        raise NotAllowed(_("Đơn vị này nằm ngoài phạm vi của đồng chí."))
    if step <= 0:
        raise BadInput(_("Mức làm tròn phải lớn hơn 0."), "step")
    rounding, _new = Rounding.objects.update_or_create(unit=unit, code=code, defaults={"step": step})
    record("figure.rounding_chosen", rounding, by=by, unit=unit, note=code, after={"step": str(step)})
    return rounding
