"""The units, where they stand and stood: until 1/7/2025 communes lay in districts, then two by two they became one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from lantoa.demo.nation.rows import NOTHING, Rows, Table, said
from lantoa.demo.nation.texts import place_name
from lantoa.organisation import paths
from lantoa.organisation.models import Heir, Placement, Reorganisation, Succession, Unit
from lantoa.organisation.names import looked_for

SINCE, TURN = dt.date(2020, 7, 1), dt.date(2025, 7, 1)
MODELS = [
    Unit,
    Placement,
    Heir,
    Reorganisation,
    Succession,
    Reorganisation.units.through,
    Reorganisation.leans_on.through,
]
UNIT = Table(Unit, "id", "code", "level", kind="party")
PLACE = Table(Placement, "id", "unit_id", "parent_id", "path", "name", "called", "starts", "ends")
HEIR = Table(Heir, "id", "unit_id", "heir_id", "starts", "ends")
DECISION = Table(
    Reorganisation,
    "id",
    "kind",
    "about",
    "decision_number",
    "changes",
    decision_date=dt.date(2025, 6, 16),
    effective_on=TURN,
    recorded_by="Dữ liệu minh họa",
    recorded_at=dt.datetime(2025, 7, 1, tzinfo=dt.UTC),
)
SUCCESSION = Table(
    Succession, "id", "predecessor_id", "successor_id", "reorganisation_id", starts=TURN, carries_records=True
)
CHANGED = Table(Reorganisation.units.through, "id", "reorganisation_id", "unit_id")
LEANT_ON = Table(Reorganisation.leans_on.through, "id", "reorganisation_id", "unit_id")


@dataclass
class Place:
    """A unit where it stands now; `stood` is its path until the turn, for what hung below a commune that ended."""

    pk: int
    code: str
    name: str
    path: str
    parent: Place | None = None
    stood: str = ""
    stood_under: int = 0
    ended: list[Place] = field(default_factory=list)
    change: Change | None = None


@dataclass
class Change:
    """One reorganisation while it is put together: its number, and the log by which it can be undone."""

    pk: int
    units: list[int] = field(default_factory=list)
    successions: list[int] = field(default_factory=list)
    founded: list[int] = field(default_factory=list)
    rows: dict[str, dict[str, list[int]]] = field(
        default_factory=lambda: {
            name: {"closed": [], "removed": [], "opened": []} for name in ("placement", "heir")
        }
    )

    @property
    def log(self) -> dict[str, Any]:
        """As `organisation.changes` keeps it."""
        return {"founded": self.founded, "successions": self.successions, **self.rows}


class Tree:
    """Writes units from the root down; the caller decides how many there are below each."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    def root(self) -> Place:
        """The whole nation."""
        return self._standing(None, "tw", "central", "Toàn quốc (minh họa)", 0)

    def province(self, root: Place, number: int) -> Place:
        """A province, as it stood all the time."""
        name = f"Đảng bộ tỉnh {place_name(number * 7)} (minh họa)"
        return self._standing(root, f"t{number + 1:02}", "province", name, number)

    def district(self, province: Place, number: int) -> Place:
        """A district that ended; the province keeps its records."""
        name = f"Đảng bộ huyện {place_name(number * 11 + 3)}"
        path = province.path + paths.segment(1000 + number)
        gone = Place(self._unit(f"{province.code}-h{number}", "superior"), "", name, path, province)
        change = self._begin()
        self._end(change, gone, province, province.pk)
        self._finish(change, "dissolve", name, [province.pk])
        return gone

    def commune(self, province: Place, district: Place, number: int) -> Place:
        """A commune founded at the turn out of two of the district. What lies below is told to `close`."""
        name, code = f"Đảng bộ xã {place_name(number)}", f"{province.code}-x{number:03}"
        new = Place(self._unit(code, "superior"), code, name, province.path + paths.segment(number), province)
        change = new.change = self._begin()
        change.founded.append(new.pk)
        self._open(change, new, province.pk)
        change.rows["heir"]["opened"].append(self._heir(new.pk, new.pk, TURN))
        for half, of_old in enumerate(("a", "b")):
            path = district.path + paths.segment(number * 2 + half)
            old = Place(
                self._unit(f"{code}-{of_old}", "superior"), "", f"{name} {half + 1} (cũ)", path, district
            )
            self._end(change, old, new, district.pk)
            new.ended.append(old)
        return new

    def close(self, commune: Place) -> None:
        """Everything below the commune is written: so is the decision that made it."""
        assert commune.change and commune.parent and commune.ended[0].parent
        leant = [commune.parent.pk, commune.ended[0].parent.pk]
        self._finish(commune.change, "merge", commune.name, leant)

    def body(self, commune: Place, number: int) -> Place:
        """A grassroots organisation, first under one of the two old communes."""
        old = commune.ended[number % 2]
        made = Place(
            0, f"{commune.code}-d{number:02}", "", "", commune, old.path + paths.segment(number), old.pk
        )
        made.name = f"Đảng bộ cơ sở số {number + 1}, xã {commune.name.removeprefix('Đảng bộ xã ')}"
        return self._moved(made, commune, "grassroots", number)

    def cell(self, commune: Place, body: Place, number: int) -> Place:
        """A cell; with its body it came into the new commune."""
        made = Place(0, f"{body.code}-c{number}", "", "", body, body.stood + paths.segment(number), body.pk)
        made.name = f"Chi bộ {number + 1}, đảng bộ cơ sở số {body.code.rpartition('-d')[2]}"
        return self._moved(made, commune, "cell", number)

    def _moved(self, made: Place, commune: Place, level: str, number: int) -> Place:
        assert commune.change and made.parent
        made.pk, made.path = self._unit(made.code, level), made.parent.path + paths.segment(number)
        closed = self._place(made.pk, made.stood_under, made.stood, made.name, SINCE, TURN)
        commune.change.rows["placement"]["closed"].append(closed)
        self._open(commune.change, made, made.parent.pk)
        self._heir(made.pk, made.pk, SINCE)
        return made

    def _standing(self, parent: Place | None, code: str, level: str, name: str, number: int) -> Place:
        path = (parent.path if parent else "") + paths.segment(number)
        made = Place(self._unit(code, level), code, name, path, parent)
        self._place(made.pk, parent.pk if parent else NOTHING, path, name, SINCE, NOTHING)
        self._heir(made.pk, made.pk, SINCE)
        return made

    def _open(self, change: Change, made: Place, parent: int) -> None:
        opened = self._place(made.pk, parent, made.path, made.name, TURN, NOTHING)
        change.rows["placement"]["opened"].append(opened)
        change.units.append(made.pk)

    def _end(self, change: Change, old: Place, heir: Place, parent: int) -> None:
        change.rows["placement"]["closed"].append(
            self._place(old.pk, parent, old.path, old.name, SINCE, TURN)
        )
        change.rows["heir"]["closed"].append(self._heir(old.pk, old.pk, SINCE, TURN))
        change.rows["heir"]["opened"].append(self._heir(old.pk, heir.pk, TURN))
        number = self.rows.number(Succession)
        self.rows.put(SUCCESSION, number, old.pk, heir.pk, change.pk)
        change.successions.append(number)
        change.units.append(old.pk)

    def _begin(self) -> Change:
        return Change(self.rows.number(Reorganisation))

    def _finish(self, change: Change, kind: str, about: str, leans_on: list[int]) -> None:
        self.rows.put(DECISION, change.pk, kind, about, f"{1600 + change.pk}-NQ/UBTVQH", said(change.log))
        for table, units in ((CHANGED, change.units), (LEANT_ON, leans_on)):
            for unit in units:
                self.rows.put(table, self.rows.number(table.model), change.pk, unit)

    def _unit(self, code: str, level: str) -> int:
        number = self.rows.number(Unit)
        self.rows.put(UNIT, number, code, level)
        return number

    def _place(self, unit: int, parent: int | str, path: str, name: str, starts: dt.date, ends: Any) -> int:
        number = self.rows.number(Placement)
        self.rows.put(PLACE, number, unit, parent, path, name, looked_for(name), starts, ends)
        return number

    def _heir(self, unit: int, heir: int, starts: dt.date, ends: Any = NOTHING) -> int:
        number = self.rows.number(Heir)
        self.rows.put(HEIR, number, unit, heir, starts, ends)
        return number
