"""The small cast of every story: a member, her secretary, the secretary of another cell, an officer…

A province with two communes; one commune with two cells. The day is 16/11/2026.
"""

from __future__ import annotations

import copy
import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.test import Client

from lantoa.foundation.models import Event
from lantoa.organisation import actions as organisation
from lantoa.organisation.models import Heir, Placement, Reorganisation, Unit
from lantoa.people import actors
from lantoa.people.actors import Actor
from lantoa.people.models import Account, Membership, Person, Post, Title

TODAY = dt.date(2026, 11, 16)
LONG_AGO = dt.date(2021, 1, 1)
PASSWORD = "mot cau that dai 2026"

POSTS = {
    # who: (name, unit, role, reach, title)
    "secretary": ("Nguyễn Thị Lan", "cell", "secretary", "unit", "Bí thư chi bộ"),
    "other_secretary": ("Lò Văn Pánh", "other_cell", "secretary", "unit", "Bí thư chi bộ"),
    "committee": ("Trần Quốc Hùng", "commune", "committee", "subtree", "Bí thư Đảng ủy xã"),
    "officer": ("Vũ Minh Đức", "province", "officer", "subtree", "Chuyên viên Ban Tuyên giáo và Dân vận"),
    "leader": ("Hoàng Thị Thanh", "province", "leader", "subtree", "Phó Bí thư Thường trực Tỉnh ủy"),
    "inspector": ("Bùi Đình Chiến", "province", "inspector", "subtree", "Ủy viên Ủy ban Kiểm tra"),
    "administrator": ("Phan Thị Ngân", "province", "administrator", "subtree", "Quản trị hệ thống"),
    "far_secretary": ("Giàng A Sử", "far_cell", "secretary", "unit", "Bí thư chi bộ"),
}
ROLES = ["member", *POSTS, "former", "protector"]


@dataclass
class Cast:
    """Units by name, people as actors, and signed-in clients."""

    today: dt.date
    province: Unit
    commune: Unit
    cell: Unit
    other_cell: Unit
    far: Unit
    far_cell: Unit
    member: Actor = None  # type: ignore[assignment]
    colleague: Actor = None  # type: ignore[assignment]
    secretary: Actor = None  # type: ignore[assignment]
    other_secretary: Actor = None  # type: ignore[assignment]
    committee: Actor = None  # type: ignore[assignment]
    officer: Actor = None  # type: ignore[assignment]
    leader: Actor = None  # type: ignore[assignment]
    inspector: Actor = None  # type: ignore[assignment]
    administrator: Actor = None  # type: ignore[assignment]
    far_secretary: Actor = None  # type: ignore[assignment]
    former: Actor = None  # type: ignore[assignment]
    protector: Actor = None  # type: ignore[assignment]
    system: Actor = None  # type: ignore[assignment]
    things: dict[str, Any] = field(default_factory=dict)

    def account(self, who: str) -> Account:
        """The account of one of the cast, opened on first use; the sign-in name is the word itself."""
        person = getattr(self, who).person
        account = Account.objects.filter(person=person).first()
        if account is None:
            account = Account(person=person, sign_in_name=who)
            account.set_password(PASSWORD)
            account.save()
        return account

    def client(self, who: str) -> Client:
        """A browser in which this person has signed in."""
        client = Client()
        client.force_login(self.account(who), backend="django.contrib.auth.backends.ModelBackend")
        return client

    def another_province(self) -> Unit:
        """The top of a tree of its own in the same installation; found by each story that needs one."""
        told: dict[str, Any] = {"kind": "party", "level": "province", "on": LONG_AGO, "by": self.system}
        return organisation.found(name="Đảng bộ tỉnh Bạch Long", parent=None, **told)

    def leader_elsewhere(self) -> Actor:
        """Who leads that other province."""
        held = {"unit": self.another_province(), "role": "leader", "reach": "subtree", "starts": LONG_AGO}
        return actors.as_post(Post.objects.create(person=person("Ngô Văn Tám", None), **held), self.today)


def person(name: str, unit: Unit | None, status: str = "official", starts: dt.date = LONG_AGO) -> Person:
    """A person, and a membership of the unit if one is given."""
    who = Person.objects.create(full_name=name)
    if unit:
        Membership.objects.create(person=who, unit=unit, status=status, starts=starts)
    return who


def _units(by: Actor) -> dict[str, Unit]:
    def found(name: str, parent: Unit | None, level: str, kind: str = "party") -> Unit:
        return organisation.found(name=name, parent=parent, kind=kind, level=level, on=LONG_AGO, by=by)

    province = found("Đảng bộ tỉnh Sơn Hà", None, "province")
    commune = found("Đảng bộ xã An Phú", province, "grassroots")
    far = found("Đảng bộ xã Nậm Khao", province, "grassroots")
    return {
        "province": province,
        "commune": commune,
        "cell": found("Chi bộ Trường THCS Hòa Bình", commune, "cell"),
        "other_cell": found("Chi bộ thôn Nà Lùng", commune, "cell"),
        "far": far,
        "far_cell": found("Chi bộ bản Pa Khao", far, "cell"),
    }


# Who stands in for whom in every story costs a hundred queries to put in place; the first story of a process keeps
# the rows, the others write them again as they were, without asking the models.
TABLES: list[Any] = [
    Unit,
    Reorganisation,
    Reorganisation.units.through,
    Placement,
    Heir,
    Title,
    Person,
    Membership,
    Post,
    Event,
]
kept: list[tuple[Cast, list[tuple[str, list[Any]]]]] = []


def build() -> Cast:
    """Everyone in place on 16/11/2026."""
    if not kept:
        cast = _build()
        kept.append((copy.deepcopy(cast), [_rows(table) for table in TABLES]))
        return cast
    cast, tables = kept[0]
    with connection.cursor() as cursor:
        for statement, rows in tables:
            cursor.executemany(statement, rows)
    return copy.deepcopy(cast)


def _rows(table: Any) -> tuple[str, list[Any]]:
    """How to write the rows of a table again, and the rows."""
    fields = table._meta.concrete_fields
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    boxes = ", ".join(["%s"] * len(fields))
    rows = [
        [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
        for row in table.objects.order_by("pk")
    ]
    return f"INSERT INTO {connection.ops.quote_name(table._meta.db_table)} ({names}) VALUES ({boxes})", rows


def _build() -> Cast:
    system = actors.system(TODAY)
    cast = Cast(today=TODAY, system=system, **_units(system))
    cast.member = actors.as_member(person("Đỗ Thị Hương", cast.cell).memberships.get(), TODAY)
    cast.colleague = actors.as_member(person("Bùi Văn Thắng", cast.cell).memberships.get(), TODAY)
    for who, (name, place, role, reach, title_name) in POSTS.items():
        unit = getattr(cast, place)
        cell = unit if unit.level == "cell" else None
        title, _new = Title.objects.get_or_create(name=title_name)
        post = Post.objects.create(
            person=person(name, cell),
            unit=unit,
            role=role,
            reach=reach,
            title=title,
            starts=LONG_AGO,
            is_head=True,
        )
        setattr(cast, who, actors.as_post(post, TODAY))
    _former(cast)
    _protector(cast)
    return cast


def _former(cast: Cast) -> None:
    """Someone whose term as secretary of the cell ended a month ago."""
    post = Post.objects.create(
        person=person("Lê Quốc Dũng", cast.far_cell),
        unit=cast.cell,
        role="secretary",
        starts=LONG_AGO,
        ends=dt.date(2026, 10, 16),
    )
    cast.former = actors.as_member(post.person.memberships.get(), TODAY)


def _protector(cast: Cast) -> None:
    """Who answers for personal data in the whole province; she looks after no people and reads no contents."""
    post = Post.objects.create(
        person=person("Triệu Thị Mai", None),
        unit=cast.province,
        role="protector",
        reach="subtree",
        starts=LONG_AGO,
    )
    cast.protector = actors.as_post(post, TODAY)
