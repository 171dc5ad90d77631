"""Lists, their undoing, changes of the tree and records, in any order: nothing is lost, doubled or without a home."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection, transaction

from lantoa.exchange import actions as lists
from lantoa.exchange.models import Import
from lantoa.foundation.errors import Refusal
from lantoa.foundation.tables import read_text
from lantoa.organisation import actions as tree
from lantoa.organisation import paths, queries
from lantoa.organisation.models import Heir, Placement, Reorganisation, Unit, holds_on
from lantoa.outreach import actions as outreach
from lantoa.outreach.models import Article
from lantoa.people import actors
from lantoa.people.models import Membership, Post
from lantoa.people.roles import ROLES
from tests.cast import person
from tests.examples import seed

pytestmark = pytest.mark.django_db
START, ACTS, CHUNKS = dt.date(2021, 1, 1), 10, 20
EVERYTHING_ALLOWED = frozenset(right for role in ROLES.values() for right in role.permissions)


class Office:
    """A root with three units; each act happens on the office's day, which only goes forward."""

    def __init__(self, dice: random.Random) -> None:
        self.dice, self.day, self.number, self.done = dice, START, 0, []
        self.before_all = actors.system(START - dt.timedelta(days=1))  # to it every change is yet to come
        self.top = self._found(None)
        for _n in range(3):
            self._found(self.top)
        who = person("Phan Thị Ngân", None)
        self.post = Post.objects.create(
            person=who, unit=self.top, role="administrator", reach="subtree", starts=START
        )
        self.imports: list[Import] = []
        self.day += dt.timedelta(days=1)

    @property
    def by(self) -> actors.Actor:
        return replace(actors.as_post(self.post, self.day), permissions=EVERYTHING_ALLOWED)

    def act(self) -> str:
        """One act; what is refused in words leaves everything as it was."""
        name = self.dice.choice(list(DONE))
        before = rows()
        try:
            with transaction.atomic():
                DONE[name](self)
        except Refusal as refusal:
            assert str(refusal).strip() and rows() == before, name
            return f"{name} refused"
        return name

    def named(self, what: str) -> str:
        self.number += 1
        return f"{what} {self.number}"

    def one(self, *, but: Unit | None = None) -> Unit:
        """A unit that stands today, never the root; where nothing stands below it, a new one."""
        standing = Placement.objects.on(self.day).exclude(unit=self.top).exclude(unit=but)
        found = list(standing.order_by("path").values_list("unit_id", flat=True))
        return Unit.objects.get(pk=self.dice.choice(found)) if found else self._found(self.top)

    def next_day(self) -> dict[str, Any]:
        """What is recorded stands on days past; a change of the tree holds from a later one."""
        self.day += dt.timedelta(days=self.dice.choice([1, 1, 2, 9]))
        return {"on": self.day, "by": self.before_all}

    def _found(self, parent: Unit | None) -> Unit:
        name = self.named("Đơn vị")
        return tree.found(
            name=name, parent=parent, kind="party", level="cell", on=self.day, by=self.before_all
        )

    # The acts

    def found(self) -> None:
        self.next_day()
        self._found(self.one())

    def rename(self) -> None:
        tree.rename(self.one(), name=self.named("Tên mới"), **self.next_day())

    def move(self) -> None:
        one = self.one()
        tree.move(one, parent=self.one(but=one), **self.next_day())

    def merge(self) -> None:
        one = self.one()
        into = self.dice.choice([self.one(but=one), None])
        units = [one, into or self.one(but=one)]
        tree.merge(units, into=into, name=self.named("Hợp nhất"), **self.next_day())

    def split(self) -> None:
        one = self.one()
        below = list(queries.children(one, self.day).values_list("unit_id", flat=True))
        names = [self.named("Nửa"), self.named("Nửa")]
        tree.split(one, names=names, children=dict.fromkeys(below[::2], 1), **self.next_day())

    def dissolve(self) -> None:
        tree.dissolve(self.one(), **self.next_day())

    def take_back_a_change(self) -> None:
        changes = Reorganisation.objects.filter(undone_at__isnull=True, effective_on__gt=START)
        if found := list(changes.order_by("-pk")[:3]):
            tree.undo(self.dice.choice(found), by=self.before_all)

    def record(self) -> None:
        said = {"kind": "article", "title": self.named("Bài"), "outlet": "Bản tin"}
        outreach.record_article(unit=self.one(), published_on=self.day, by=self.by, **said)

    def list_of_units(self) -> None:
        parent = self.one().code
        lines = [f"{self.named('Chi bộ nhập')}\t{parent}\t{self.day:%d/%m/%Y}" for _n in range(2)]
        self._bring_in("units", ["Tên đơn vị\tTrực thuộc\tThành lập từ ngày", *lines])

    def list_of_people(self) -> None:
        lines = [f"{self.named('Lò Văn Số')}\t{self.one().code}" for _n in range(2)]
        self._bring_in("people", ["Họ và tên\tChi bộ", *lines])

    def list_of_articles(self) -> None:
        lines = [
            f"{self.named('Bài nhập')}\tbài\tBản tin\t{self.day:%d/%m/%Y}\t{self.one().code}"
            for _n in range(3)
        ]
        self._bring_in("articles", ["Tiêu đề\tThể loại\tNơi đăng\tNgày\tĐơn vị", *lines])

    def _bring_in(self, kind: str, lines: list[str]) -> None:
        """Half of the lists are taken back at once: then every row is as it was."""
        before = rows()
        draft = lists.open_list(read_text("\n".join(lines)), kind=kind, unit=self.top, by=self.by)
        done = lists.carry_out(draft, by=self.by)
        if self.dice.random() < 0.5:
            assert lists.undo(done, by=self.by) == [] and rows() == before, kind
        else:
            self.imports.append(done)

    def take_back_a_list(self) -> None:
        """What was built on since stays and is named; everything else of the list goes, and nothing beside it."""
        if not self.imports:
            return
        done = self.dice.choice(self.imports)
        others = set(Article.objects.values_list("pk", flat=True)) - {one[1] for one in _created(done)}
        lists.undo(done, by=self.by)
        self.imports.remove(done)
        assert others <= set(Article.objects.values_list("pk", flat=True))


def _created(done: Import) -> list[Any]:
    return done.log.get("created", []) if done.kind == "articles" else []


ONCE = ("found", "rename", "move", "merge", "split", "dissolve", "take_back_a_change", "take_back_a_list")
DONE: dict[str, Callable[[Office], None]] = {
    name: getattr(Office, name)
    for name in (*ONCE, "record", "list_of_units", "list_of_people", "list_of_articles")
}
TABLES = (Unit, Placement, Heir, Membership, Article, Post)


def rows() -> dict[str, list[Any]]:
    """Every row of the tables that these acts write, without its number."""
    found = {}
    for table in TABLES:
        columns = [one.attname for one in table._meta.concrete_fields if not one.primary_key]
        found[table.__name__] = sorted(table._default_manager.values_list(*columns), key=str)
    return found


def holds(office: Office) -> None:
    """Totals agree by every tree and over the leaves; no orphan, no overlap, nobody without a home."""
    on = office.day
    articles = Article.objects.standing()
    standing = dict(Placement.objects.on(on).values_list("unit_id", "path"))
    now = queries.within(articles, office.top, on=on).count()
    then = queries.within(articles, office.top, on=on, tree="then", date_field="published_on").count()
    units = Unit.objects.in_bulk(standing)
    leaves = sum(queries.within(articles, one, on=on, only_itself=True).count() for one in units.values())
    assert now == then == leaves == articles.count()
    for row in Placement.objects.on(on):
        assert row.parent_id is None or standing[row.parent_id] == row.path[: -paths.STEP]
    assert len(set(standing.values())) == len(standing)
    heirs = Heir.objects.filter(holds_on(on)).values_list("unit_id", flat=True)
    assert len(set(heirs)) == len(heirs), "a unit has one heir a day"
    homes = Membership.objects.on(on).values_list("person_id", "unit_id")
    assert all(n == 1 for n in Counter(person for person, _unit in homes).values())
    assert {unit for _person, unit in homes} <= set(standing)
    assert Membership.objects.values("person_id").distinct().count() == len(homes)


def tried(many: int, chunk: int) -> Counter[str]:
    """So many sequences; how often each act was done or refused."""
    told: Counter[str] = Counter()
    for number in range(many):
        dice = random.Random(f"{seed()} {chunk} {number}")
        with transaction.atomic():
            office = Office(dice)
            acts = [office.act() for _n in range(ACTS)]
            try:
                holds(office)
            except (AssertionError, KeyError) as broken:
                raise AssertionError(f"chunk {chunk} sequence {number}: {acts}") from broken
            told.update(acts)
            transaction.set_rollback(True)
    return told


def test_a_few_sequences_of_lists_changes_and_records_add_up():
    told = tried(6, chunk=-1)
    assert sum(told.values()) == 6 * ACTS and len(told) > 8


@pytest.mark.deep
@pytest.mark.timeout(1800)  # patience on a busy machine, not a bound on the product
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_ten_thousand_sequences_add_up(chunk):
    """On PostgreSQL five hundred."""
    told = tried((10_000 if connection.vendor == "sqlite" else 500) // CHUNKS, chunk)
    assert all(name in told for name in DONE)
