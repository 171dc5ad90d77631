"""What every pack builds with: units, people, posts and accounts, in few words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from lantoa.demo.names import people
from lantoa.figures import actions as figures
from lantoa.figures.models import DeclaredFigure, Indicator
from lantoa.figures.words import EXACT
from lantoa.foundation.dates import Period
from lantoa.foundation.history import record
from lantoa.organisation import actions as organisation
from lantoa.organisation import queries as tree
from lantoa.organisation.models import Unit
from lantoa.people import actors
from lantoa.people.actors import Actor
from lantoa.people.models import Account, Membership, Person, Post, Title

PASSWORD = "hoc tap va lan toa"
ILLUSTRATION = "(minh họa)"


@dataclass
class UnitBuilder:
    """One pack at work: its day, its actor, its stream of invented names."""

    name: str
    today: dt.date
    since: dt.date
    names: Iterator[str] = field(init=False)
    by: Actor = field(init=False)
    accounts: list[tuple[str, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.names = people(self.name)
        self.by = actors.system(self.today, label="Dữ liệu minh họa")

    def unit(
        self, name: str, parent: Unit | None, level: str = "", kind: str = "party", code: str = ""
    ) -> Unit:
        """A unit from the pack's first day."""
        return organisation.found(
            name=name, parent=parent, kind=kind, level=level, on=self.since, code=code, by=self.by
        )

    def person(self, full_name: str = "") -> Person:
        """An invented person."""
        return Person.objects.create(full_name=full_name or next(self.names))

    def members(self, unit: Unit, count: int, *, status: str = "official") -> list[Person]:
        """So many invented members of the unit."""
        people_ = [Person(full_name=next(self.names)).prepare() for _number in range(count)]
        Person.objects.bulk_create(people_)
        Membership.objects.bulk_create(
            Membership(person=p, unit=unit, status=status, starts=self.since) for p in people_
        )
        return people_

    def post(
        self,
        person: Person,
        unit: Unit,
        role: str,
        title: str = "",
        *,
        reach: str = "unit",
        is_head: bool = False,
    ) -> Post:
        """A post from the pack's first day, without end."""
        held = Title.objects.get_or_create(name=title)[0] if title else None
        given = Post.objects.create(
            person=person, unit=unit, role=role, title=held, reach=reach, starts=self.since, is_head=is_head
        )
        told = {"role": role, "reach": reach, "ends": "", "person": str(person.pk)}
        record("post.given", given, by=actors.system(self.since), unit=unit, on=self.since, after=told)
        return given

    def account(self, person: Person, sign_in_name: str, what: str) -> Account:
        """An account whose name and password `make demo` prints."""
        account = Account(person=person, sign_in_name=sign_in_name)
        account.set_password(PASSWORD)
        account.save()
        self.accounts.append((sign_in_name, str(person), what))
        return account

    def officer(self, unit: Unit, sign_in_name: str) -> Person:
        """Someone who sees the whole pack and writes its report."""
        person = self.person()
        self.post(person, unit, "officer", "Chuyên viên tổng hợp", reach="subtree")
        self.account(person, sign_in_name, f"chuyên viên, {unit}")
        return person

    def declare(
        self,
        code: str,
        *,
        unit: Unit,
        period: str,
        label: str,
        count: str,
        kind: str = "number",
        section: str = "duty",
        precision: str = EXACT,
        source: str = "Bài báo nguồn",
        how: str = "",
        **said: Any,
    ) -> DeclaredFigure:
        """A figure that the unit states and that no records stand behind."""
        line = tree.ancestors(unit, self.today)
        indicator, _new = Indicator.objects.get_or_create(
            code=code,
            unit=line[0].unit if line else unit,
            defaults={
                "label": label,
                "unit_of_count": count,
                "section": section,
                "how_counted": how,
                "kind": kind,
            },
        )
        return figures.declare(
            indicator,
            unit=unit,
            period=Period.parse(period),
            kind=kind,
            by=self.by,
            precision=precision,
            source=source,
            **said,
        )

    def say_rounded(self, code: str, unit: Unit, step: str) -> None:
        """The unit says this counted number to the nearest step."""
        figures.say_rounded(code, unit=unit, step=Decimal(step), by=self.by)
