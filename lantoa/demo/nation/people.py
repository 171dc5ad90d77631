"""Who belongs to a cell, who holds a post, and by which words each is found."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from functools import cache

from lantoa.demo.names import FAMILY, MEN, MEN_MIDDLE, WOMEN, WOMEN_MIDDLE
from lantoa.demo.nation.rows import NOTHING, Rows, Table
from lantoa.demo.nation.tree import Place
from lantoa.foundation.search import REACH
from lantoa.foundation.text import fold, name_key
from lantoa.people.models import Membership, Person, Post, Title
from lantoa.searching.models import Entry, Sight
from lantoa.searching.words import words_of

SINCE = dt.date(2021, 1, 4)
MODELS = [Person, Membership, Post, Entry, Sight]
PERSON = Table(Person, "id", "full_name", "name_folded", "sort_key", "born_on", "card_number")
MEMBERSHIP = Table(Membership, "id", "person_id", "unit_id", "status", starts=SINCE)
POST = Table(Post, "id", "person_id", "unit_id", "role", "title_id", "reach", "is_head", starts=SINCE)
ENTRY = Table(Entry, "id", "key", "title", "code", "url", "words", kind="person", part=0)
OWN = Table(Sight, "id", "entry_id", "person_id")
SEEN = Table(Sight, "id", "entry_id", "unit_id", permission="people.view", way=REACH)

SECRETARY, DEPUTY = "Bí thư chi bộ", "Phó bí thư chi bộ"
TITLES = {
    "cell": SECRETARY,
    "body": "Bí thư đảng ủy cơ sở",
    "commune": "Bí thư đảng ủy xã",
    "commune officer": "Cán bộ văn phòng đảng ủy",
    "province": "Phó bí thư thường trực tỉnh ủy",
    "officer": "Chuyên viên tổng hợp",
    "inspector": "Ủy viên ủy ban kiểm tra",
    "administrator": "Quản trị hệ thống",
    "root": "Thủ trưởng cơ quan tham mưu",
}


@dataclass(frozen=True)
class Member:
    """Somebody of a cell, as her papers need her."""

    pk: int
    name: str


@cache
def _names() -> tuple[tuple[str, str, str, str], ...]:
    """(name, folded, sorted by, first letters) of every name that the parts make."""
    made = [
        f"{family} {middle} {given}"
        for middles, givens in ((WOMEN_MIDDLE, WOMEN), (MEN_MIDDLE, MEN))
        for family in FAMILY
        for middle in middles
        for given in givens
    ]
    return tuple(
        (name, fold(name), name_key(name)[:400], "".join(word[0] for word in fold(name).split()))
        for name in made
    )


class People:
    """Writes the people of one cell after another."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.titles = {name: Title.objects.get_or_create(name=name)[0].pk for name in TITLES.values()}

    def of_cell(self, cell: Place, count: int, dice: random.Random) -> list[Member]:
        """Its members, the secretary first."""
        found_by = words_of("person", [cell.name])
        members = []
        for place in range(count):
            member, words, card = self._person(dice)
            status = "exempt" if place > 2 and dice.random() < 0.05 else "official"
            self.rows.put(MEMBERSHIP, self.rows.number(Membership), member.pk, cell.pk, status)
            self._entry(member, cell, words + found_by.removeprefix(" zz0person"), card)
            members.append(member)
        return members

    def _person(self, dice: random.Random) -> tuple[Member, str, str]:
        name, folded, key, letters = dice.choice(_names())
        pk = self.rows.number(Person)
        card = f"{pk:09}"
        born = dt.date(
            1950 + int(dice.random() * 52), 1 + int(dice.random() * 12), 1 + int(dice.random() * 28)
        )
        self.rows.put(PERSON, pk, name, folded, key, born, card)
        return Member(pk, name), f" zz0person {folded} {card} {letters}", card

    def _entry(self, member: Member, cell: Place, words: str, card: str) -> None:
        entry = self.rows.number(Entry)
        self.rows.put(ENTRY, entry, member.pk, member.name, card, f"/nguoi/{member.pk}/", words)
        self.rows.put(OWN, self.rows.number(Sight), entry, member.pk)
        self.rows.put(SEEN, self.rows.number(Sight), entry, cell.pk)

    def post(
        self,
        member: Member,
        unit: Place,
        role: str,
        title: str,
        *,
        reach: str = "subtree",
        is_head: bool = False,
    ) -> None:
        """A post in a unit, with what lies below it unless it is said otherwise."""
        number, held = self.rows.number(Post), self.titles[TITLES.get(title, title)]
        self.rows.put(POST, number, member.pk, unit.pk, role, held or NOTHING, reach, int(is_head))
