"""The whole nation, one unit after another: what each has is said by the writers."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from django.db import transaction

from lantoa.demo.nation import bare, deeds, likeness, meetings, papers, people, tree, writing
from lantoa.demo.nation.people import Member
from lantoa.demo.nation.rows import Rows
from lantoa.demo.nation.size import COMMUNES_A_DISTRICT, Size, share
from lantoa.demo.nation.tree import Place
from lantoa.demo.units import PASSWORD
from lantoa.foundation import heard
from lantoa.foundation.models import Event, Listening
from lantoa.people.models import Account
from lantoa.searching import actions as searching

MODELS = [*tree.MODELS, *people.MODELS, *meetings.MODELS, *papers.MODELS, *deeds.MODELS, *likeness.MODELS]
# Who signs in to look at it: name, and which post she holds (see `Nation._posts`).
ACCOUNTS = ("toan-quoc", "tinh", "xa", "bi-thu", "dang-vien")
COMMENDED_A_COMMUNE = 20


class Nation:
    """Builds from the root down; `tell` hears of each province that is done."""

    def __init__(self, size: Size, rows: Rows, today: dt.date, seed: int) -> None:
        self.size, self.rows, self.today = size, rows, today
        self.dice = random.Random(seed)
        self.tree, self.people = tree.Tree(rows), people.People(rows)
        self.meetings, self.papers = meetings.Meetings(rows, today), papers.Papers(rows, today)
        self.deeds = deeds.Deeds(rows, today)
        self.spread = min(deeds.SPREAD, size.cells / 2) / size.cells
        self.lines: list[tuple[Place, str, str]] = []
        self.who: dict[str, int] = {}

    def build(self, tell: Callable[[str], None]) -> None:
        """Everything."""
        root = self.tree.root()
        self.papers.open_years(root)
        self.lines = [
            (root, "leader", "root"),
            (root, "officer", "officer"),
            (root, "administrator", "administrator"),
        ]
        for number in range(self.size.provinces):
            self.papers.compared = likeness.Likeness(self.rows) if number == 0 else None
            self._province(root, number)
            tell(f"{number + 1}/{self.size.provinces}")

    def _province(self, root: Place, number: int) -> None:
        province = self.tree.province(root, number)
        self.deeds.plan(province)
        self.meetings.classes(province, "province", 4, 900)
        self.lines += [(province, role, _TITLE[role]) for role in _TITLE]
        communes = share(self.size.communes, self.size.provinces, number)
        for place, commune in enumerate(communes):
            if place % COMMUNES_A_DISTRICT == 0:
                district = self.tree.district(province, place // COMMUNES_A_DISTRICT)
            self._commune(province, district, place, commune)

    def _commune(self, province: Place, district: Place, place: int, number: int) -> None:
        commune = self.tree.commune(province, district, place)
        self.deeds.plan(commune)
        self.meetings.classes(commune, "superior", 4, 120)
        self.lines += [(commune, "committee", "commune"), (commune, "officer", "commune officer")]
        known: list[tuple[Place, Member]] = []
        for at, body in enumerate(share(self.size.bodies, self.size.communes, number)):
            known += self._body(province, commune, at, body)
        self.tree.close(commune)
        self.deeds.breakthrough(commune, province, known[0][1])
        self.deeds.breakthrough(commune, province, None)
        best = known[:: max(1, len(known) // COMMENDED_A_COMMUNE)]
        self.deeds.commend(commune, "superior", [cell for cell, _who in best], [who for _cell, who in best])

    def _body(self, province: Place, commune: Place, place: int, number: int) -> list[tuple[Place, Member]]:
        """(cell, its secretary) of each of its cells."""
        body = self.tree.body(commune, place)
        self.deeds.plan(body)
        self.meetings.classes(body, "grassroots", 2, 60)
        self.deeds.breakthrough(body, commune, None)
        self.lines.append((body, "committee", "body"))
        cells = enumerate(share(self.size.cells, self.size.bodies, number))
        return [self._cell(commune, body, at, cell) for at, cell in cells]

    def _cell(self, commune: Place, body: Place, place: int, number: int) -> tuple[Place, Member]:
        cell = self.tree.cell(commune, body, place)
        count = len(share(self.size.members, self.size.cells, number))
        members = self.people.of_cell(cell, count, self.dice)
        self._posts(cell, members)
        held = self.meetings.of_cell(cell, members, self.dice)
        self.papers.of_cell(cell, body, members, held, self.dice)
        self.deeds.practices(cell, self.dice, self.spread)
        self.deeds.shortcomings(cell, members, self.dice)
        return cell, members[0]

    def _posts(self, cell: Place, members: list[Member]) -> None:
        """The secretary; and whoever of the first cell below holds a post above, one member each while they last."""
        self.people.post(members[0], cell, "secretary", "cell", reach="unit", is_head=True)
        self.who.setdefault("bi-thu", members[0].pk)
        self.who.setdefault("dang-vien", members[-1].pk)
        for place, (unit, role, title) in enumerate(self.lines, start=1):
            member = members[place % len(members)]
            self.people.post(member, unit, role, title, is_head=title in _HEADS)
            if name := _SIGNS_IN.get((title, role)):
                self.who.setdefault(name if unit.parent or title == "root" else "", member.pk)
        self.lines = []


_TITLE = {
    "leader": "province",
    "officer": "officer",
    "inspector": "inspector",
    "administrator": "administrator",
}
_HEADS = ("root", "province", "commune", "body")
_SIGNS_IN = {("root", "leader"): "toan-quoc", ("officer", "officer"): "tinh", ("commune", "committee"): "xa"}


def build(
    size: Size, *, today: dt.date, seed: int, tell: Callable[[str], None] = lambda _said: None
) -> dict[str, int]:
    """Fill an empty database: table → rows. The same size, day and seed make the same nation.

    All rows in one transaction; indexes and keys after it, one by one, and whoever was cut off there goes on by
    `bare.put_back`.
    """
    with transaction.atomic():
        with writing.filling(MODELS) as write:
            rows = Rows(write)
            nation = Nation(size, rows, today, seed)
            nation.build(tell)
            rows.close()
        _open_accounts(nation.who)
        _let_it_be_heard()
    bare.put_back(tell)
    return dict(rows.written)


def _open_accounts(who: dict[str, int]) -> None:
    for name in ACCOUNTS:
        account = Account(person_id=who[name], sign_in_name=name)
        account.set_password(PASSWORD)
        account.save()


def _let_it_be_heard() -> None:
    """What the rooms would have done on hearing of each act is written already: they go on from here."""
    last = Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    for code in [*(one.code for one in heard.listeners()), searching.CURSOR]:
        Listening.objects.update_or_create(listener=code, defaults={"heard_up_to": last})
