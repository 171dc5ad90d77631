"""What was measured of a nation, as tables: each beside its budget, and several worlds beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Measured:
    """What came of it, in milliseconds; whether it was asked one after the other and not at the rate."""

    name: str
    page: str
    budget: int
    times: int
    p50: float
    p99: float
    faults: int
    in_turn: bool = False


@dataclass(frozen=True)
class Done:
    """What else was measured: its name, unit, the most it may be (or the least, where more is better), what it was."""

    name: str
    unit: str
    budget: float
    got: float | None
    more_is_better: bool = False

    @property
    def is_over(self) -> bool:
        """Whether the budget was not kept; what was not measured keeps none and breaks none."""
        if self.got is None:
            return False
        return self.got < self.budget if self.more_is_better else self.got > self.budget


def show(found: list[Measured]) -> int:
    """The table; how many were slower than they may be."""
    over = 0
    print(f"{'trang':38} {'lần':>5} {'giữa':>8} {'p99':>8} {'cho phép':>9}  lỗi")
    for one in found:
        is_over = one.p99 > one.budget or one.faults > 0
        over += is_over
        mark = ("QUÁ" if is_over else "") + (" (hỏi lần lượt)" if one.in_turn else "")
        print(
            f"{one.name:38} {one.times:>5} {one.p50:>8.0f} {one.p99:>8.0f} {one.budget:>9} {one.faults:>4} {mark}"
        )
    return over


def show_done(done: list[Done]) -> int:
    """The same of what else was measured."""
    for one in done:
        got = "không đo" if one.got is None else f"{one.got:.1f}"
        word = "ít nhất" if one.more_is_better else "nhiều nhất"
        print(f"{one.name:58} {got:>9} {one.unit:9} {word} {one.budget:g} {'QUÁ' if one.is_over else ''}")
    return sum(one.is_over for one in done)


def show_beside(told: list[dict[str, Any]]) -> None:
    """One table of several worlds, smallest first: what, budget, each world, and how the largest compares with the smallest."""
    told = sorted(told, key=lambda one: one["world"]["members"])
    heads = [f"{one['world']['members']:,} đảng viên".replace(",", ".") for one in told]
    print(f"{'':58} {'cho phép':>9} {' '.join(f'{head:>18}' for head in heads)} {'tỷ lệ':>7}")
    rows = {one["name"]: one["budget"] for one in [*told[-1]["pages"], *told[-1]["done"]]}
    for name, budget in rows.items():
        got = [_of(one, name) for one in told]
        cells = " ".join(f"{'' if value is None else f'{value:.1f}':>18}" for value in got)
        ratio = f"{got[-1] / got[0]:.2f}" if got[0] and got[-1] is not None else ""
        print(f"{name:58} {budget:>9} {cells} {ratio:>7}")


def _of(told: dict[str, Any], name: str) -> float | None:
    found = [one.get("p99", one.get("got")) for one in [*told["pages"], *told["done"]] if one["name"] == name]
    return found[0] if found else None
