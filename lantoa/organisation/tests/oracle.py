"""The tree as a child would keep it: one full picture a day. Slow, large, and too simple to be wrong."""

from __future__ import annotations

DAYS = 90


class Oracle:
    """For every day: where each unit stands and what it is called, and whose records count for whom."""

    def __init__(self) -> None:
        self.tree: list[dict[int, tuple[int | None, str]]] = [{} for _day in range(DAYS)]
        self.heir: list[dict[int, int]] = [{} for _day in range(DAYS)]

    def found(self, on: int, unit: int, parent: int | None, name: str) -> None:
        for day in range(on, DAYS):
            self.tree[day][unit] = (parent, name)
            self.heir[day][unit] = unit

    def rename(self, on: int, unit: int, name: str) -> None:
        for day in range(on, DAYS):
            self.tree[day][unit] = (self.tree[day][unit][0], name)

    def move(self, on: int, unit: int, parent: int) -> None:
        for day in range(on, DAYS):
            self.tree[day][unit] = (parent, self.tree[day][unit][1])

    def end(self, on: int, unit: int, heir: int) -> None:
        for day in range(on, DAYS):
            for child in self.children(unit, day):
                self.tree[day][child] = (heir, self.tree[day][child][1])
            del self.tree[day][unit]
            self.heir[day] = {one: heir if to == unit else to for one, to in self.heir[day].items()}

    def children(self, unit: int, day: int) -> list[int]:
        return [one for one, (parent, _name) in self.tree[day].items() if parent == unit]

    def line(self, unit: int | None, day: int) -> list[int]:
        """From the root down to the unit."""
        line: list[int] = []
        while unit is not None:
            line.insert(0, unit)
            unit = self.tree[day][unit][0]
        return line

    def below(self, unit: int, day: int) -> set[int]:
        """The unit and everything under it."""
        return {one for one in self.tree[day] if unit in self.line(one, day)}
