"""Declaring a figure: what a unit says of a period, with its precision word and its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.figures import rules
from lantoa.figures.cells import Cell
from lantoa.figures.library import DOSSIERS
from lantoa.figures.models import DeclaredFigure, Indicator, Kind
from lantoa.figures.words import EXACT
from lantoa.foundation.dates import Period
from lantoa.foundation.entry.sending import ask
from lantoa.foundation.errors import BadInput, SeveralWrong
from lantoa.foundation.history import record
from lantoa.foundation.numbers import show
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor

NUMBERS = ("value", "numerator", "denominator", "low", "high")
COUNTED = {Kind.NUMBER, Kind.RANGE, Kind.RATIO, Kind.TARGET, Kind.RANK}
# What is counted one by one.
WHOLE = {
    *("lượt", "người", "hộ", "buổi", "lớp", "bài", "cuộc", "việc", "phiếu", "nhà", "lần", "lượt người"),
    *("văn bản", "hồ sơ", "đơn vị", "mô hình", "ý kiến", "đảng viên", "đồng chí", "tập thể", "cá nhân"),
    *(
        "chi bộ",
        "chi hội",
        "hội viên",
        "tổ chức đảng",
        "địa phương",
        "thôn, bản, tổ",
        "không gian",
        "thủ tục",
    ),
    *("căn", "xe", "xe đạp", "suất quà", "sáng kiến"),
}
# What is measured and often falls; of anything else that is below nought one is asked.
MAY_FALL_BELOW = {"", "%", "điểm", "điểm %", "bậc", "độ", "°c", "lời"}


@transaction.atomic
def declare(
    indicator: Indicator,
    *,
    unit: Unit,
    period: Period,
    kind: str,
    by: Actor,
    precision: str = EXACT,
    parts: list[list[str]] | None = None,
    **said: Any,
) -> DeclaredFigure:
    """Write what the unit declares; an earlier declaration for the same period is kept and marked as replaced.

    `said` holds what the kind consists of (NEEDED) and basis, source; `parts` are [name, number as text].
    BadInput when the parts do not fit the kind or the whole, NotAllowed out of reach.
    """
    declared = _declare(indicator, unit, period, kind, by, precision, parts or [], said)
    _dossiers_must_balance(indicator, unit, period)
    return declared


def _declare(
    indicator: Indicator,
    unit: Unit,
    period: Period,
    kind: str,
    by: Actor,
    precision: str,
    parts: list[list[str]],
    said: dict[str, Any],
) -> DeclaredFigure:
    rules.must_declare(by.reaches(unit), indicator.role, by.role, indicator.level, unit.level)
    if kind == Kind.SERIES:
        said["text"] = "; ".join(f"{name}: {show(Decimal(number))}" for name, number in parts)
    _must_say(kind, said)
    rules.must_make_the_whole(
        indicator.division, said.get("value"), [(name, Decimal(number)) for name, number in parts], kind
    )
    _must_be_over(period, by)
    _must_be_likely(indicator, kind, said)
    earlier = _same(indicator, unit, period).select_for_update().first()
    _must_not_cross(indicator, unit, period)
    declared = DeclaredFigure(
        unit=unit,
        indicator=indicator,
        starts=period.starts,
        ends=period.ends,
        kind=kind,
        precision=precision,
        parts=parts,
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


@dataclass(frozen=True)
class AtCell:
    """What a cell of a grid says: `cell` None takes back what was said before. `box` is its name on the page."""

    box: str
    indicator: Indicator
    unit: Unit
    cell: Cell | None


@transaction.atomic
def declare_many(cells: Iterable[AtCell], *, period: Period, by: Actor, source: str = "") -> int:
    """All cells of a grid, or none; how many. SeveralWrong with the words at each that cannot be kept.

    A stock of dossiers is asked about once, when all its cells are written.
    """
    cells = list(cells)
    stocks = {one.unit.pk: one for one in cells if one.indicator.code in DOSSIERS}.values()
    wrong = _tried(cells, lambda one: _declare_at(one, period, by, source)) or _tried(
        stocks, lambda one: _dossiers_must_balance(one.indicator, one.unit, period)
    )
    if wrong:
        raise SeveralWrong(_("Chưa lưu ô nào: có ô cần sửa."), wrong)
    return len(cells)


def _tried(cells: Iterable[AtCell], act: Callable[[AtCell], None]) -> dict[str, BadInput]:
    """box → why it was refused."""
    wrong: dict[str, BadInput] = {}
    for one in cells:
        try:
            act(one)
        except BadInput as bad:
            wrong[one.box] = bad
    return wrong


def _declare_at(one: AtCell, period: Period, by: Actor, source: str) -> None:
    if one.cell is None:
        standing = _same(one.indicator, one.unit, period).first()
        if standing:
            withdraw(standing, by=by)
        return
    parts = [list(part) for part in one.cell.parts]
    said = {"source": source, **one.cell.said}
    with transaction.atomic():
        _declare(one.indicator, one.unit, period, one.indicator.kind, by, one.cell.precision, parts, said)


@transaction.atomic
def withdraw(declared: DeclaredFigure, *, by: Actor) -> None:
    """It was said by mistake: nothing is said in its place, and it stays readable in the history.

    NotAllowed out of reach.
    """
    indicator = declared.indicator
    rules.must_declare(by.reaches(declared.unit), indicator.role, by.role, "", declared.unit.level)
    _step_aside(declared)
    record(
        "figure.withdrawn", declared, by=by, unit=declared.unit, note=f"{indicator}, {declared.period.label}"
    )


def _same(indicator: Indicator, unit: Unit, period: Period) -> QuerySet[DeclaredFigure]:
    """What stands for the same thing, unit and period."""
    in_force = DeclaredFigure.objects.in_force().filter(unit=unit, indicator=indicator)
    return in_force.filter(starts=period.starts, ends=period.ends)


def _must_not_cross(indicator: Indicator, unit: Unit, period: Period) -> None:
    """Two periods that share days without one holding the other can never be added: asked before it is written."""
    others = DeclaredFigure.objects.in_force().filter(unit=unit, indicator__code=indicator.code)
    for other in others.filter(starts__lt=period.ends, ends__gt=period.starts):
        if rules.do_cross((other.starts, other.ends), (period.starts, period.ends)):
            ask(
                _(
                    "Đã có số khai cho %(other)s, chồng một phần lên %(period)s: hai số ấy không cộng được với "
                    "nhau. Có đúng là hai kỳ ấy không?"
                )
                % {"other": other.period.label, "period": period.label},
                "starts",
            )


def _dossiers_must_balance(indicator: Indicator, unit: Unit, period: Period) -> None:
    """The four numbers of a stock of dossiers, as they now stand, are asked about where they do not agree."""
    if indicator.code not in DOSSIERS:
        return
    standing = DeclaredFigure.objects.in_force().filter(unit=unit, starts=period.starts, ends=period.ends)
    rows = standing.filter(indicator__code__in=DOSSIERS, value__isnull=False)
    found = rows.values_list("indicator__code", "value")
    told = {DOSSIERS[code]: value for code, value in found if value is not None}
    if question := rules.dossiers_must_balance(told):
        ask(question, "value")


def _step_aside(earlier: DeclaredFigure) -> None:
    """A row that points at itself is not in force: it was withdrawn, or the new one is not written yet."""
    DeclaredFigure.objects.filter(pk=earlier.pk).update(replaced_by=earlier.pk)


NEEDED = {
    Kind.NUMBER: ("value",),
    Kind.PERCENT: ("value",),
    Kind.RATIO: ("numerator", "denominator"),
    Kind.RANGE: ("low", "high"),
    Kind.CHANGE: ("low", "high"),
    Kind.TARGET: ("denominator",),
    Kind.RANK: ("numerator", "denominator"),
    Kind.SERIES: ("text",),
    Kind.TEXT: ("text",),
    Kind.IDENTIFIER: ("text",),
}


def _must_say(kind: str, said: dict[str, Any]) -> None:
    for part in NEEDED[Kind(kind)]:
        if said.get(part) in (None, ""):
            box = "parts" if kind == Kind.SERIES else part
            raise BadInput(_("Số khai báo còn thiếu một phần. Điền đủ rồi lưu lại."), box)
    if kind == Kind.RANGE and Decimal(said["low"]) > Decimal(said["high"]):
        raise BadInput(_("Giá trị thấp nhất phải không lớn hơn giá trị cao nhất."), "low")
    if kind in (Kind.RATIO, Kind.TARGET, Kind.RANK) and Decimal(said["denominator"]) <= 0:
        raise BadInput(_("Mẫu số phải lớn hơn 0."), "denominator")
    if kind == Kind.RANK and not 1 <= Decimal(said["numerator"]) <= Decimal(said["denominator"]):
        raise BadInput(_("Thứ hạng nằm trong khoảng từ 1 đến số được xếp hạng."), "numerator")


def _must_be_over(period: Period, by: Actor) -> None:
    """What has not begun has no figures."""
    if period.starts > by.on:
        raise BadInput(
            _("Kỳ %(period)s chưa đến. Khai số khi kỳ đã bắt đầu.") % {"period": period.label}, "starts"
        )


def _must_be_likely(indicator: Indicator, kind: str, said: dict[str, Any]) -> None:
    """A share lies between nothing and everything; people and things are whole. What is rarely meant is asked."""
    numbers = {name: Decimal(said[name]) for name in NUMBERS if said.get(name) not in (None, "")}
    shares = kind in (Kind.PERCENT, Kind.RATIO)
    for name, number in numbers.items():
        if shares and number < 0:
            raise BadInput(_("Tỷ lệ không nhỏ hơn 0. Kiểm tra lại dấu trừ."), name)
        is_count = kind in COUNTED and indicator.unit_of_count.lower() in WHOLE
        if is_count and number < 0:
            raise BadInput(
                _("Số %(unit)s không thể nhỏ hơn 0. Kiểm tra lại dấu trừ; giảm đi thì khai ở chỉ tiêu riêng.")
                % {"unit": indicator.unit_of_count},
                name,
            )
        if number < 0 and indicator.unit_of_count.lower() not in MAY_FALL_BELOW:
            ask(
                _("Số khai là %(number)s %(unit)s, nhỏ hơn 0. Có đúng là số âm không?")
                % {"number": show(number), "unit": indicator.unit_of_count},
                name,
            )
        if is_count and number != number.to_integral_value():
            raise BadInput(
                _("Đếm bằng “%(unit)s” thì nhập số nguyên.") % {"unit": indicator.unit_of_count}, name
            )
    if kind == Kind.PERCENT and numbers["value"] > 100:
        ask(
            _("Tỷ lệ %(share)s %% lớn hơn 100 %%. Có đúng là vượt toàn bộ không?")
            % {"share": show(numbers["value"])},
            "value",
        )
    if kind == Kind.RATIO and numbers["numerator"] > numbers["denominator"]:
        ask(
            _("Tử số (%(above)s) lớn hơn mẫu số (%(below)s). Có gõ nhầm chỗ không?")
            % {"above": show(numbers["numerator"]), "below": show(numbers["denominator"])},
            "numerator",
        )


def _as_json(said: dict[str, Any]) -> dict[str, str]:
    return {key: str(value) for key, value in said.items() if value not in (None, "")}
