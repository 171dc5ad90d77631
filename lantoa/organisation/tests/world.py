"""A small organisation that is changed at random, and beside it the oracle that is told the same."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from lantoa.foundation.errors import BadInput
from lantoa.organisation import actions
from lantoa.organisation.models import Heir, Placement, Reorganisation
from lantoa.organisation.tests.oracle import DAYS, Oracle
from lantoa.people import actors

START = dt.date(2021, 1, 1)
ACTS = ["found", "rename", "move", "merge_into", "merge_new", "split_up", "split_off", "dissolve"]
UNIT = st.integers(0, 30)
DAY = st.integers(0, DAYS - 1)
JUMP = st.sampled_from([0, 0, 0, 1, 2, 5, 14, -1, -4])  # much falls on one day, some is told too late
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTS), UNIT, UNIT, JUMP),
    max_size=10,
)


def date(day: int) -> dt.date:
    return START + dt.timedelta(days=day)


class World:
    """A root and four units; each accepted change is kept in the journal, so that the oracle can hear it again."""

    def __init__(self) -> None:
        self.by = actors.system(START - dt.timedelta(days=1))  # all changes lie ahead: each may be undone
        self.units, self.day, self.journal, self.oracle = [], 0, {}, Oracle()
        self.do("found", None, None, 0)
        for number in range(4):
            self.do("found", self.units[number // 2], None, 0)

    def step(self, act: str, first: int, second: int, jump: int) -> None:
        one, other = (self.units[number % len(self.units)] for number in (first, second))
        self.do(act, one, other, min(DAYS - 1, max(0, self.day + jump)))

    def do(self, act: str, one, other, day: int) -> None:
        """The act on both sides; one that is refused changes nothing on either."""
        try:
            told = getattr(self, act)(one, other, day)
        except BadInput:
            return
        self.day = day
        self.journal[Reorganisation.objects.latest("pk").pk] = told
        self.tell(told)

    def tell(self, told) -> None:
        for word, *values in told:
            getattr(self.oracle, word)(*values)

    def forget(self, change: int) -> None:
        """The oracle hears everything again, but for one change."""
        del self.journal[change]
        self.oracle = Oracle()
        for told in self.journal.values():
            self.tell(told)

    # The acts: each gives what the oracle is to be told

    def found(self, one, _other, day):
        name = f"Đơn vị {len(self.units)}"
        self.units.append(actions.found(name=name, parent=one, kind="party", on=date(day), by=self.by))
        return [("found", day, self.units[-1].pk, one and one.pk, name)]

    def rename(self, one, _other, day):
        name = f"Tên thứ {len(self.journal)}"
        actions.rename(one, name=name, on=date(day), by=self.by)
        return [("rename", day, one.pk, name)]

    def move(self, one, other, day):
        actions.move(one, parent=other, on=date(day), by=self.by)
        return [("move", day, one.pk, other.pk)]

    def dissolve(self, one, _other, day):
        parent, _name = self.oracle.tree[day].get(one.pk, (None, ""))
        actions.dissolve(one, on=date(day), by=self.by)
        return [("end", day, one.pk, parent)]

    def merge_into(self, one, other, day):
        actions.merge([one, other], into=other, on=date(day), by=self.by)
        return [("end", day, one.pk, other.pk)]

    def merge_new(self, one, other, day):
        parent, _name = self.oracle.tree[day].get(one.pk, (None, ""))
        new = actions.merge([one, other], name="Đơn vị hợp nhất", on=date(day), by=self.by)
        self.units.append(new)
        told = [("found", day, new.pk, parent, "Đơn vị hợp nhất")]
        return told + [("end", day, unit.pk, new.pk) for unit in (one, other)]

    def split_up(self, one, _other, day):
        """Two halves; every other child goes to the second."""
        return self._split(one, day, ["Nửa một", "Nửa hai"], False)

    def split_off(self, one, _other, day):
        """The unit goes on; every other child goes to what came out of it."""
        return self._split(one, day, ["Phần tách ra"], True)

    def _split(self, one, day, names, keeps_original):
        parent, _name = self.oracle.tree[day].get(one.pk, (None, ""))
        if parent is None:
            raise BadInput("the root of this world stays one")
        chosen = dict.fromkeys(self.oracle.children(one.pk, day)[::2], len(names) - 1)
        made = actions.split(
            one, names=names, on=date(day), by=self.by, keeps_original=keeps_original, children=chosen
        )
        self.units += made
        told = [("found", day, unit.pk, parent, name) for unit, name in zip(made, names, strict=True)]
        told += [("move", day, child, made[index].pk) for child, index in chosen.items()]
        return told if keeps_original else [*told, ("end", day, one.pk, made[0].pk)]


def pictures() -> tuple[list[dict], list[dict]]:
    """What the tables say, in the oracle's form: day by day, where each unit stands and who inherits."""
    tree: list[dict] = [{} for _day in range(DAYS)]
    heirs: list[dict] = [{} for _day in range(DAYS)]
    for place in Placement.objects.all():
        for day in days_of(place):
            assert place.unit_id not in tree[day], "a unit stands in one place a day"
            tree[day][place.unit_id] = (place.parent_id, place.name)
    for row in Heir.objects.all():
        for day in days_of(row):
            assert row.unit_id not in heirs[day], "a unit has one heir a day"
            heirs[day][row.unit_id] = row.heir_id
    return tree, heirs


def days_of(row) -> range:
    """The days on which a dated row holds."""
    return range((row.starts - START).days, (row.ends - START).days if row.ends else DAYS)
