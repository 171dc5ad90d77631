"""A round through three levels with late, returned, corrected, silent and merged units ends in the right sum."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest

from lantoa.figures.catalogue import catalogue
from lantoa.figures.measure import Records
from lantoa.foundation import heard
from lantoa.organisation import actions as organisation
from lantoa.people.actors import Actor, as_post
from lantoa.people.models import Person, Post
from lantoa.rounds import actions, adding
from lantoa.rounds.heard import ASKED
from lantoa.rounds.models import Answer, Round
from lantoa.rounds.rules import Said
from lantoa.rounds.tests import stories
from lantoa.rounds.words import Amount
from tests.cast import LONG_AGO

pytestmark = pytest.mark.django_db
WHY = "Đã nhắc ba lần, chưa có."


@dataclass
class World:
    """A province with communes and cells, one round, and what each unit says in truth."""

    cast: Any
    found: Round
    chance: random.Random
    cells: dict[Any, list[Actor]] = field(default_factory=dict)  # who heads a commune → who heads its cells
    truth: dict[Any, dict[int, int]] = field(default_factory=dict)  # unit → item → what it said last

    def say(self, by: Actor, *, most: int = 20) -> Answer:
        """The unit says a number for each cell, and that is the truth from now on."""
        said = {item.pk: self.chance.randrange(most) for item in self.found.items.all()}
        self.truth[by.unit] = said
        words = {key: Said(Amount(Decimal(number)), reason=stories.WHY) for key, number in said.items()}
        return actions.send(stories.answer_of(self.found, by.unit), by=by, said=words, gaps_why=WHY)

    def sums(self) -> dict[int, int]:
        """What all units together say."""
        keys = [item.pk for item in self.found.items.all()]
        return {key: sum(said[key] for said in self.truth.values()) for key in keys}


def head(unit: Any, role: str, reach: str, on: Any) -> Actor:
    person = Person.objects.create(full_name="Trần Văn Bình")
    post = Post.objects.create(
        person=person, unit=unit, role=role, reach=reach, starts=LONG_AGO, is_head=True
    )
    return as_post(post, on)


def world(cast: Any, communes: int, cells: int, items: int, seed: int) -> World:
    heads: dict[Actor, list[Actor]] = {}
    for n in range(communes):
        above = _unit(cast, f"Đảng bộ xã {n}", cast.province, "grassroots")
        below = [_unit(cast, f"Chi bộ thôn {n}.{m}", above, "cell") for m in range(cells)]
        actors = [head(one, "secretary", "unit", cast.today) for one in below]
        heads[head(above, "committee", "subtree", cast.today)] = actors
    codes = [one.code for one in catalogue().values() if isinstance(one.counts, Records)][:items]
    found = stories.opened(cast, figures=codes, prose=[], outlier_percent=0)
    made = World(cast, found, random.Random(seed))
    made.cells = heads  # type: ignore[assignment]
    return made


def _unit(cast: Any, name: str, parent: Any, level: str) -> Any:
    return organisation.found(
        name=name, parent=parent, kind="party", level=level, on=LONG_AGO, by=cast.system
    )


def play(it: World) -> tuple[Answer, dict[int, Decimal]]:
    """Most send, some are returned or silent; communes and the province send with gaps; then the rest comes late."""
    late = []
    for commune, below in it.cells.items():
        for cell in below:
            if it.chance.random() < 0.3:
                late.append(cell)
                continue
            sent = it.say(cell)
            if it.chance.random() < 0.3:
                actions.give_back(sent, by=commune, reason="Xem lại ô thứ nhất.")
                it.say(cell)
        if it.chance.random() < 0.7:
            it.say(commune)
        else:
            late.append(commune)
    top = it.say(it.cast.officer)
    signed = {line.item_id: line.total.value for line in top.lines.all()}
    _merge_two(it, late)
    for one in it.chance.sample(late, len(late) * 3 // 4):
        it.say(one)
    _reopen_one(it)
    return top, signed


def _merge_two(it: World, late: list[Actor]) -> None:
    """Two cells of one commune become one; its heir speaks for both from now on, if it has not spoken yet."""
    for below in it.cells.values():
        gone, heir = below[0], below[1]
        organisation.merge([gone.unit], into=heir.unit, on=it.cast.today, by=it.cast.system)
        heard.hear(ASKED)
        if gone in late:
            late.remove(gone)
        if heir in late:  # it will be asked for both, and what the ended one had said goes with it
            late.remove(heir)
            it.truth.pop(gone.unit, None)
            it.say(heir)
        return


def _reopen_one(it: World) -> None:
    for commune, below in it.cells.items():
        for cell in below[2:]:
            answer = stories.answer_of(it.found, cell.unit)
            if answer.is_told:
                actions.ask_to_reopen(answer, by=cell, reason="Ghi thừa.")
                actions.reopen(stories.answer_of(it.found, cell.unit), by=commune)
                it.say(cell)
                return


def check(it: World, top: Answer, signed: dict[int, Decimal]) -> None:
    """The signed numbers stand; with what came later the sum is the truth; exactly the silent ones are named."""
    top.refresh_from_db()
    assert {line.item_id: line.total.value for line in top.lines.all()} == signed
    now = adding.now_of(top)
    assert {key: now.of(key).amount.value for key in signed} == it.sums()
    lowest = Answer.objects.standing().filter(round=it.found, unit__level="cell")
    silent = set(lowest.exclude(status__in=["sent", "accepted"]).values_list("unit__code", flat=True))
    assert {gap.code for gap in now.gaps if gap.why == "silent"} == silent
    assert (now.told, now.due) == (lowest.told().count(), lowest.count())


@pytest.mark.deep(each=3)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_small_round(cast, seed):
    it = world(cast, communes=3, cells=3, items=2, seed=seed)
    check(it, *play(it))


@pytest.mark.deep
def test_124_units_by_12_cells(cast):
    """12 communes of 9 cells, with those of the cast: 124 units and more."""
    it = world(cast, communes=12, cells=9, items=12, seed=7)
    assert it.found.answers.count() >= 124
    check(it, *play(it))
