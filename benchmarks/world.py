"""A province to measure in: built in bulk, the same every time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lantoa.organisation import paths
from lantoa.organisation.models import Heir, Placement, Unit
from lantoa.people import actors
from lantoa.people.models import Account, Membership, Person, Post

SINCE, TODAY = dt.date(2021, 1, 1), dt.date(2026, 11, 16)
COMMUNES, CELLS, MEMBERS = 124, 20, 18


@dataclass
class World:
    """The units and the people the questions are asked of."""

    province: Unit
    commune: Unit
    cell: Unit
    officer: actors.Actor
    secretary: actors.Actor
    officer_account: Account
    secretary_account: Account


def build() -> World:
    """One province, 124 communes, 2.480 cells, 44.640 members."""
    province = _units([("t", None, "", "province", 0)])[0]
    communes = _units([(f"x{n}", province, "0000", "grassroots", n) for n in range(COMMUNES)])
    cells = _units(
        [
            (f"x{n}-c{m}", commune, "0000" + paths.segment(n), "cell", m)
            for n, commune in enumerate(communes)
            for m in range(CELLS)
        ]
    )
    _members(cells)
    officer, secretary = person("officer", province, "subtree"), person("secretary", cells[0], "unit")
    return World(province, communes[0], cells[0], officer[0], secretary[0], officer[1], secretary[1])


def _units(rows: list[tuple[str, Unit | None, str, str, int]]) -> list[Unit]:
    units = Unit.objects.bulk_create(
        Unit(code=code, kind="party", level=level) for code, _p, _a, level, _n in rows
    )
    Placement.objects.bulk_create(
        Placement(unit=u, parent=parent, path=above + paths.segment(n), name=f"Đơn vị {code}", starts=SINCE)
        for u, (code, parent, above, _level, n) in zip(units, rows, strict=True)
    )
    Heir.objects.bulk_create(Heir(unit=u, heir=u, starts=SINCE) for u in units)
    return units


def _members(cells: list[Unit]) -> None:
    people = [Person(full_name=f"Nguyễn Văn Số {n}").prepare() for n in range(len(cells) * MEMBERS)]
    Person.objects.bulk_create(people, batch_size=5000)
    Membership.objects.bulk_create(
        (Membership(person=p, unit=cells[n // MEMBERS], starts=SINCE) for n, p in enumerate(people)),
        batch_size=5000,
    )


def person(role: str, unit: Unit, reach: str) -> tuple[actors.Actor, Account]:
    """Somebody who acts in this role for the unit, with her account."""
    who = Person.objects.create(full_name="Trần Thị Đo")
    post = Post.objects.create(person=who, unit=unit, role=role, reach=reach, starts=SINCE)
    account = Account(person=who, sign_in_name=f"bench-{role}")
    account.set_unusable_password()
    account.save()
    return actors.as_post(post, TODAY), account
