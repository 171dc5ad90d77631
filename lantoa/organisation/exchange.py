"""The list of units: what comes in is founded in one act, what goes out has the same columns."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.dates import show_date
from lantoa.foundation.exchange import CHANGED, CONFLICT, NEW, SAME, UNREADABLE, Kind, Plan
from lantoa.foundation.tables import Choice, Column, Row
from lantoa.foundation.tables.columns import DATE
from lantoa.foundation.text import fold
from lantoa.organisation import actions, queries, rules
from lantoa.organisation.finding import Finder, told_apart
from lantoa.organisation.models import Placement, Unit
from lantoa.organisation.names import normal, spelt

LEVELS = (
    Choice("cell", Unit.Level.CELL.label, ("cb",)),
    Choice("section", Unit.Level.SECTION.label, ("bo phan", "dang bo bo phan")),
    Choice("grassroots", Unit.Level.GRASSROOTS.label, ("cap co so", "to chuc co so dang", "dang bo co so")),
    Choice("superior", Unit.Level.SUPERIOR.label, ("cap tren co so", "cap tren truc tiep")),
    Choice("province", Unit.Level.PROVINCE.label, ("tinh", "thanh pho", "tinh uy", "thanh uy")),
    Choice("central", Unit.Level.CENTRAL.label),
)
KINDS_OF_UNIT = tuple(Choice(code, label) for code, label in Unit.Kind.choices)
COLUMNS = (
    Column(
        "name",
        gettext_lazy("Tên đơn vị"),
        ("ten", "don vi", "ten chi bo", "chi bo", "ten to chuc"),
        required=True,
    ),
    Column(
        "parent",
        gettext_lazy("Trực thuộc"),
        ("don vi cap tren", "cap tren", "thuoc", "dang bo", "don vi quan ly"),
        hint=gettext_lazy("Tên hoặc mã; để trống là trực thuộc đơn vị đang nhập."),
    ),
    Column("level", gettext_lazy("Cấp"), ("cap to chuc",), choices=LEVELS),
    Column("kind", gettext_lazy("Loại"), ("loai hinh", "loai don vi"), choices=KINDS_OF_UNIT),
    Column("short_name", gettext_lazy("Tên gọn"), ("ten viet tat", "viet tat"), most=120),
    Column("starts", gettext_lazy("Thành lập từ ngày"), ("tu ngay", "ngay thanh lap"), kind=DATE),
    Column("code", gettext_lazy("Mã"), ("ma don vi", "ma to chuc"), most=60),
)


CODE = re.compile(r"[A-Za-z0-9]+([-_]+[A-Za-z0-9]+)*")


class _Planner:
    """The rows against the tree as it stands, and against each other."""

    def __init__(self, unit: Unit, on: dt.date) -> None:
        self.unit, self.on = unit, on
        self.places = {p.unit_id: p for p in queries.subtree(unit, on).select_related("unit")}
        self.finder = Finder(queries.subtree(unit, on), on)
        self.by_code = {place.unit.code: place for place in self.places.values()}
        self.by_name = {(normal(p.name), p.parent_id): p for p in self.places.values()}
        self.in_file: dict[str, list[Plan]] = {}
        self.codes: dict[str, Plan] = {}

    def plan(self, rows: Sequence[Row]) -> list[Plan]:
        plans = [Plan(row, values=dict(row.values)) for row in rows]
        for plan in plans:
            self.in_file.setdefault(normal(plan.values["name"] or ""), []).append(plan)
        for plan in plans:
            self._parent(plan)
        for plan in plans:
            self._judge(plan)
        self._dates(plans)
        return plans

    def _parent(self, plan: Plan) -> None:
        """`parent` becomes a unit id, the plan of another row, or words at the cell."""
        typed = plan.values["parent"]
        if not typed:
            plan.values["parent"] = self.unit.pk
            return
        others = [one for one in self.in_file.get(normal(typed), []) if one is not plan]
        found = self.finder.find(typed)
        if len(found) == 1:
            plan.values["parent"] = found[0].unit_id
        elif not found and len(others) == 1:
            plan.values["parent"] = others[0]
        else:
            plan.values["parent"] = None
            said = _("chưa có đơn vị cấp trên “%(name)s”") % {"name": typed[:80]}
            if found:
                said = _("nhiều đơn vị tên này; ghi rõ: %s") % "; ".join(told_apart(found[:4]))
            plan.row.wrongs.setdefault("parent", said)

    def _judge(self, plan: Plan) -> None:
        values = plan.values
        if not values["name"]:
            plan.state, plan.said = (
                UNREADABLE,
                _("Không thấy tên đơn vị; có vẻ không phải một dòng của danh sách."),
            )
            return
        place = self._same(values)
        twins = self.in_file[normal(values["name"])]
        beside = [one for one in twins if one.row.texts["parent"] == plan.row.texts["parent"]]
        same = [one for one in beside if spelt(one.values["name"]) == spelt(values["name"])]
        if place is None and len(same) > 1:
            numbers = ", ".join(str(one.row.number) for one in same if one is not plan)
            plan.row.wrongs.setdefault(
                "name", _("trùng tên với dòng %s trong cùng đơn vị cấp trên") % numbers
            )
        if plan.row.wrongs:
            plan.state = CONFLICT
        elif place is None:
            self._new(plan)
        else:
            self._known(plan, place)

    def _same(self, values: Mapping[str, Any]) -> Placement | None:
        if values["code"] and (place := self.by_code.get(values["code"])):
            return place
        parent, top = values["parent"], self.places[self.unit.pk]
        if parent in (self.unit.pk, None) and normal(values["name"]) == normal(top.name):
            return top
        return self.by_name.get((normal(values["name"]), parent)) if isinstance(parent, int) else None

    def _new(self, plan: Plan) -> None:
        values, code = plan.values, plan.values["code"]
        if code and Unit.objects.filter(code=code).exists():
            plan.state = CONFLICT
            plan.row.wrongs["code"] = _("mã này của một đơn vị ngoài phạm vi đang nhập")
            return
        if code and not CODE.fullmatch(code):
            plan.state = CONFLICT
            plan.row.wrongs["code"] = _("mã chỉ gồm chữ cái không dấu, chữ số, dấu gạch ở giữa")
            return
        if code and self.codes.setdefault(code, plan) is not plan:
            plan.state = CONFLICT
            plan.row.wrongs["code"] = _("trùng mã với dòng %s") % self.codes[code].row.number
            return
        plan.state = NEW
        values["kind"] = values["kind"] or rules.kind_said_by(values["name"])
        party = values["kind"] == Unit.Kind.PARTY
        values["level"] = values["level"] or (rules.level_said_by(values["name"]) if party else "")

    def _known(self, plan: Plan, place: Placement) -> None:
        """Renaming and moving are acts with a day and a decision: a list does not do them."""
        values, plan.match = plan.values, place.unit_id
        if normal(values["name"]) != normal(place.name):
            plan.state = CONFLICT
            plan.said = _("Mã này đang là %(name)s. Đổi tên cần ngày và quyết định: mở trang đơn vị.") % {
                "name": place.name
            }
            return
        if plan.row.texts["parent"] and values["parent"] != place.parent_id and place.unit_id != self.unit.pk:
            plan.state = CONFLICT
            plan.said = _(
                "Đơn vị này đang trực thuộc nơi khác. Chuyển cần ngày và quyết định: mở trang đơn vị."
            )
            return
        now = {"level": place.unit.level, "kind": place.unit.kind, "short_name": place.short_name}
        for code, before in now.items():
            if values[code] and values[code] != before:
                plan.changes[code] = (_shown(code, before), _shown(code, values[code]))
        plan.state = CHANGED if plan.changes else SAME

    def _dates(self, plans: Sequence[Plan]) -> None:
        """A unit begins with its parent unless it says otherwise, and never before it."""
        for plan in sorted((p for p in plans if p.state == NEW), key=_depth):
            parent = plan.values["parent"]
            above = parent.values.get("starts") if isinstance(parent, Plan) else self.places[parent].starts
            if isinstance(parent, Plan) and parent.state not in (NEW, SAME, CHANGED):
                plan.state = CONFLICT
                plan.row.wrongs["parent"] = (
                    _("dòng %s của đơn vị cấp trên chưa nhập được") % parent.row.number
                )
                continue
            above = above or self.places[self.unit.pk].starts
            plan.values["starts"] = plan.values["starts"] or above
            if plan.values["starts"] < above:
                plan.state = CONFLICT
                plan.row.wrongs["starts"] = _("sớm hơn ngày của đơn vị cấp trên (%s)") % show_date(above)


def _depth(plan: Plan) -> int:
    depth, seen = 0, set()
    while isinstance(plan.values["parent"], Plan) and id(plan) not in seen:
        seen.add(id(plan))
        plan, depth = plan.values["parent"], depth + 1
    return depth


def _shown(code: str, value: str) -> str:
    labels: Mapping[str, Any] = {"level": dict(Unit.Level.choices), "kind": dict(Unit.Kind.choices)}.get(
        code, {}
    )
    return str(labels.get(value, value))


def plan(rows: Sequence[Row], *, unit: Unit, by: Any, answers: Any = None, options: Any = None) -> list[Plan]:
    """What would be founded or changed below this unit."""
    return _Planner(unit, by.on).plan(rows)


def write(plans: Sequence[Plan], *, unit: Unit, by: Any) -> dict[str, Any]:
    """The new ones founded, parents first; level, kind and short name of the others as the list has them."""
    changed = [one for one in plans if one.state == CHANGED]
    log: dict[str, Any] = {"changed": [_change(one, by) for one in changed]}
    made: dict[int, Unit] = {}
    new = sorted(
        (one for one in plans if one.state == NEW), key=lambda one: (one.values["starts"], _depth(one))
    )
    days = sorted({one.values["starts"] for one in new})
    log["changes"] = [
        actions.found_list([one for one in new if one.values["starts"] == day], made, on=day, by=by).pk
        for day in days
    ]
    return log | {"created": [[str(one.values["name"]), made[id(one)].pk] for one in new]}


def _change(plan: Plan, by: Any) -> dict[str, Any]:
    unit = Unit.objects.get(pk=plan.match or 0)
    wanted = {code: plan.values[code] for code in plan.changes}
    return {"unit": unit.pk, "before": actions.correct(unit, by=by, **wanted)}


def undo(log: Mapping[str, Any], *, by: Any) -> list[str]:
    """Everything as it was; BadInput when somebody has built on a unit that would go."""
    for pk in reversed(log["changes"]):
        actions.take_back(pk, by=by)
    for one in log["changed"]:
        actions.correct(Unit.objects.get(pk=one["unit"]), by=by, **one["before"])
    return []


def count(unit: Unit, *, by: Any) -> int:
    """How many units lie below."""
    return queries.subtree(unit, by.on).exclude(unit=unit).count()


def rows(unit: Unit, *, by: Any) -> Iterator[dict[str, str]]:
    """The units below, in the order of the tree, each with its parent so that it comes back as it went."""
    places = list(queries.subtree(unit, by.on).select_related("unit").exclude(unit=unit))
    code_of = dict(Unit.objects.filter(pk__in={p.parent_id for p in places}).values_list("pk", "code"))
    name_of = queries.names_of({p.parent_id for p in places if p.parent_id}, by.on)
    shared = Counter(fold(name) for name in name_of.values())
    for place in places:
        parent = name_of.get(place.parent_id or 0, "")
        yield {
            "name": place.name,
            "parent": parent if shared[fold(parent)] == 1 else code_of.get(place.parent_id or 0, ""),
            "level": _shown("level", place.unit.level) if place.unit.level else "",
            "kind": _shown("kind", place.unit.kind),
            "short_name": place.short_name,
            "starts": show_date(place.starts),
            "code": place.unit.code,
        }


KINDS = [
    Kind(
        code="units",
        label=gettext_lazy("Đơn vị"),
        imports="organisation.reorganise",
        views="organisation.view",
        columns=COLUMNS,
        plan=plan,
        write=write,
        undo=undo,
        rows=rows,
        count=count,
        hint=gettext_lazy("Mỗi dòng một đơn vị: chi bộ, đảng bộ bộ phận, hội, đoàn thể, cơ quan."),
    )
]
