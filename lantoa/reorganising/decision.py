"""A decision as a table: each row names a unit of today and what becomes of it. Read here; nothing is written.

Two units with one result merge; one unit with several results is split, and each unit below it says where it goes; a
single new name is another name. Whose own name stands among its results goes on with its identity.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.errors import BadInput
from lantoa.foundation.tables import Choice, Column, Grid, Row, find_heading, read_rows
from lantoa.foundation.tables.columns import TICK
from lantoa.organisation import queries as organisation
from lantoa.organisation.finding import APART, Finder, told_apart
from lantoa.organisation.models import Placement, Unit
from lantoa.organisation.names import normal, spelt

FOUND, CHANGE, MOVE, END = "found", "change", "move", "end"
ACTS = (
    Choice(FOUND, gettext_lazy("Thành lập"), ("thanh lap moi", "them")),
    Choice(CHANGE, gettext_lazy("Sáp nhập"), ("hop nhat", "nhap", "chia tach", "chia", "tach", "doi ten")),
    Choice(MOVE, gettext_lazy("Chuyển"), ("chuyen truc thuoc", "chuyen giao")),
    Choice(END, gettext_lazy("Giải thể"), ("ket thuc", "ket thuc hoat dong", "giai the ket thuc hoat dong")),
)
COLUMNS = (
    Column(
        "unit",
        gettext_lazy("Đơn vị hiện nay"),
        ("don vi", "don vi cu", "ten cu", "truoc sap xep", "don vi truoc sap xep", "to chuc hien nay"),
    ),
    Column(
        "act",
        gettext_lazy("Việc"),
        ("noi dung", "hinh thuc", "cach sap xep"),
        choices=ACTS,
        hint=gettext_lazy(
            "Để trống thì hiểu theo các dòng: nhiều đơn vị về một là sáp nhập, một về nhiều là chia."
        ),
    ),
    Column(
        "result",
        gettext_lazy("Đơn vị sau sắp xếp"),
        ("don vi moi", "ten moi", "sau sap xep", "don vi ke tuc", "ke tuc", "nhap vao", "thanh"),
    ),
    Column("parent", gettext_lazy("Trực thuộc"), ("don vi cap tren", "cap tren", "thuoc", "truc thuoc moi")),
    Column("carries", gettext_lazy("Nhận hồ sơ"), ("nhan ho so", "ke thua"), kind=TICK),
)
MOST_ROWS = 1500


@dataclass
class Result:
    """What comes out: a new unit, or one of today that goes on (`unit`). `key` is its name as it is compared."""

    key: str
    name: str
    parent: str
    number: int
    unit: int | None = None
    sources: list[int] = field(default_factory=list)


@dataclass
class Decision:
    """The rows as they were understood."""

    rows: list[Row]
    results: dict[str, Result] = field(default_factory=dict)
    becomes: dict[int, list[str]] = field(default_factory=dict)
    carrier: dict[int, str] = field(default_factory=dict)
    moves: list[tuple[int, int, str]] = field(default_factory=list)
    ends: list[tuple[int, int, str]] = field(default_factory=list)
    number_of: dict[int, int] = field(default_factory=dict)

    @property
    def wrong(self) -> list[Row]:
        """The rows that say something that cannot be done."""
        return [row for row in self.rows if row.wrongs]

    @property
    def splits(self) -> list[int]:
        """The units that become several."""
        return [unit for unit, keys in self.becomes.items() if len(keys) > 1]


def read(grid: Grid, unit: Unit, on: dt.date) -> Decision:
    """The table against the tree below the unit on that day. BadInput when no column is understood."""
    heading = find_heading(grid, COLUMNS)
    if not {"unit", "result"} & set(heading.meaning):
        raise BadInput(
            _("Không thấy dòng tên cột. Bảng cần các cột: Đơn vị hiện nay, Đơn vị sau sắp xếp, Trực thuộc."),
            "text",
        )
    rows = read_rows(grid, heading, COLUMNS)
    if len(rows) > MOST_ROWS:
        raise BadInput(_("Bảng dài hơn %(n)s dòng. Tách thành nhiều bảng.") % {"n": MOST_ROWS}, "text")
    return _Reader(unit, on, rows).read()


class _Reader:
    """Understands row by row, then what the rows mean together."""

    def __init__(self, unit: Unit, on: dt.date, rows: list[Row]) -> None:
        places = list(organisation.subtree(unit, on).select_related("unit"))
        self.places: Mapping[int, Placement] = {place.unit_id: place for place in places}
        self.finder = Finder(organisation.subtree(unit, on), on)
        self.top, self.told = unit, Decision(rows)

    def read(self) -> Decision:
        found = [(row, self._unit(row)) for row in self.told.rows]
        for row, unit in found:
            if not row.wrongs:
                self._understand(row, unit)
        for result in self.told.results.values():
            self._who_goes_on(result)
        for row in self.told.rows:
            if row.values["parent"] and not row.wrongs:
                self._place(row)
        return self.told

    def _unit(self, row: Row) -> int | None:
        typed = row.values["unit"]
        if not typed:
            return None
        found = self.finder.find(typed)
        if len(found) == 1:
            return found[0].unit_id
        said = _("không có đơn vị tên này trong phạm vi; ghi đủ tên hoặc mã")
        if found:
            said = _("nhiều đơn vị tên này; ghi rõ: %s") % "; ".join(told_apart(found[:4]))
        row.wrongs["unit"] = said
        return None

    def _understand(self, row: Row, unit: int | None) -> None:
        values, act = row.values, row.values["act"]
        if unit is None:
            if not values["result"]:
                row.wrongs["unit"] = _("ghi đơn vị hiện nay, hoặc tên đơn vị mới ở cột sau")
            else:
                self._result(row)
        elif act == END or (not values["result"] and not values["parent"]):
            if act != END:
                row.wrongs["result"] = _("ghi đơn vị sau sắp xếp, nơi trực thuộc, hoặc việc “Giải thể”")
                return
            self._once(row, unit)
            self.told.ends.append((row.number, unit, values["result"] or ""))
        elif not values["result"]:
            self._once(row, unit)
            self.told.moves.append((row.number, unit, values["parent"]))
        else:
            self._becomes(row, unit, self._result(row))

    def _once(self, row: Row, unit: int) -> None:
        if self.told.number_of.setdefault(unit, row.number) != row.number:
            row.wrongs["unit"] = _("đã có ở dòng %s") % self.told.number_of[unit]

    def _becomes(self, row: Row, unit: int, result: Result) -> None:
        keys = self.told.becomes.setdefault(unit, [])
        if not keys:
            self._once(row, unit)
        if result.key in keys:
            row.wrongs["result"] = _("đã có dòng như thế")
            return
        keys.append(result.key)
        result.sources.append(unit)
        if row.values["carries"] or unit not in self.told.carrier:
            self.told.carrier[unit] = result.key

    def _result(self, row: Row) -> Result:
        """The result of that name; of two of one name the parents tell which, where both are written."""
        name, parent = " ".join(row.values["result"].split()), row.values["parent"] or ""
        for one in self.told.results.values():
            same = not parent or not one.parent or normal(one.parent) == normal(parent)
            if spelt(one.name) == spelt(name) and same:
                one.parent = one.parent or parent
                return one
        key = f"{normal(name)}|{normal(parent)}"
        while key in self.told.results:  # another whose name differs by its marks
            key += "|"
        return self.told.results.setdefault(key, Result(key, name, parent, row.number))

    def _who_goes_on(self, result: Result) -> None:
        """Of the units that become this one, that of the same name; else the only one, under its new name; else, of
        those beside them, one that is called so and stays as it is."""
        named = [unit for unit in result.sources if spelt(self.places[unit].name) == spelt(result.name)]
        if len(named) == 1:
            result.unit = named[0]
        elif len(result.sources) == 1 and len(self.told.becomes[result.sources[0]]) == 1:
            result.unit = self._beside(result) or result.sources[0]
        elif result.sources:
            result.unit = self._beside(result)

    def _beside(self, result: Result) -> int | None:
        parents = {self.places[unit].parent_id for unit in result.sources}
        touched = set(self.told.becomes) | {unit for _n, unit, _to in self.told.ends}
        beside = [
            unit
            for unit, place in self.places.items()
            if place.parent_id in parents
            and unit not in touched
            and normal(place.name) == normal(result.name)
        ]
        return beside[0] if len(beside) == 1 else None

    def _place(self, row: Row) -> None:
        """Whether the parent that is named will be there."""
        if self.destination(row.values["parent"]) is None:
            row.wrongs["parent"] = _("không có đơn vị tên này, trước hay sau sắp xếp; ghi đủ tên hoặc mã")

    def destination(self, typed: str) -> int | str | None:
        return destination(self.told, self.finder, typed)


def destination(told: Decision, finder: Finder, typed: str) -> int | str | None:
    """A unit of today (its key) or one of the table's results (its key there); None when it is neither, or not one."""
    bare = normal(APART.split(typed)[0])
    made = [one for one in told.results.values() if normal(one.name) in (normal(typed), bare)]
    if len(made) == 1:
        return made[0].key
    found = finder.find(typed)
    return found[0].unit_id if len(found) == 1 else None


def below(told: Decision, on: dt.date) -> dict[int, list[Placement]]:
    """Under each unit that is split, the units that must say where they go: those the table itself does not name."""
    named = set(told.becomes) | {unit for _n, unit, _to in [*told.moves, *told.ends]}
    rows = Placement.objects.on(on).filter(parent__in=told.splits).exclude(unit__in=named)
    found: dict[int, list[Placement]] = {unit: [] for unit in told.splits}
    for place in rows.select_related("unit").order_by("path"):
        found[place.parent_id or 0].append(place)
    return found
