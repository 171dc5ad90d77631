"""The sum of those below a unit, whoever of them is silent: what each has sent, and exactly who is missing.

A level that has not answered is passed over: what those below it have sent is taken from them, and it is named.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.db.models import F

from lantoa.foundation.half_open import holds_on
from lantoa.organisation import queries as organisation
from lantoa.organisation.paths import after, ancestor_paths
from lantoa.rounds import rules
from lantoa.rounds.models import Addendum, Answer, Line
from lantoa.rounds.rules import Gap
from lantoa.rounds.words import Amount

AT_ONCE = 400


@dataclass(frozen=True)
class Sum:
    """What a cell adds up to, of how many of the lowest units, and how many of them do not know their number."""

    amount: Amount = rules.UNKNOWN
    told: int = 0
    unknown: int = 0

    def __add__(self, other: Sum) -> Sum:
        return Sum(self.amount + other.amount, self.told + other.told, self.unknown + other.unknown)


@dataclass(frozen=True)
class Below:
    """What lies below one answer: how many of the lowest units are `due`, how many have `told`, who is missing."""

    due: int = 0
    told: int = 0
    gaps: tuple[Gap, ...] = ()
    sums: dict[int, Sum] = field(default_factory=dict)
    is_asked: bool = False  # whether anybody below is asked at all

    def __add__(self, other: Below) -> Below:
        sums = dict(self.sums)
        for item, one in other.sums.items():
            sums[item] = sums.get(item, Sum()) + one
        return Below(
            self.due + other.due,
            self.told + other.told,
            (*self.gaps, *other.gaps),
            sums,
            self.is_asked or other.is_asked,
        )

    def of(self, item: int) -> Sum:
        """The sum of one cell."""
        return self.sums.get(item, Sum())


@dataclass
class Node:
    """One answer where its unit stands that day, and those directly below it."""

    answer: Answer
    path: str
    name: str
    below: list[Node] = field(default_factory=list)


def below(answer: Answer, on: dt.date) -> Below:
    """What those below the unit have sent in this round, by the tree of the day; a few queries."""
    top = _tree(answer, on)
    return _added(top.below) if top else Below()


def _tree(answer: Answer, on: dt.date) -> Node | None:
    here = organisation.placement(answer.unit, on)
    if here is None:
        return None
    place = "unit__placements__"
    under = {f"{place}path__gt": here.path, f"{place}path__lt": after(here.path)}
    asked = Answer.objects.standing().filter(round=answer.round_id).filter(holds_on(on, place), **under)
    found = asked.annotate(path=F(f"{place}path"), name=F(f"{place}name")).select_related("unit")
    top = Node(answer, here.path, here.name)
    nodes = {here.path: top} | {one.path: Node(one, one.path, one.name) for one in found}
    for path in sorted(nodes):
        if path != here.path:
            above = next(one for one in reversed(ancestor_paths(path)[:-1]) if one in nodes)
            nodes[above].below.append(nodes[path])
    return top


def _added(nodes: Iterable[Node]) -> Below:
    """All of them together."""
    taken = list(_taken(nodes))
    answers = {node.answer.pk: node.answer for node, _gaps in taken if node.answer.counts}
    carried = _carried([node.answer.pk for node, _gaps in taken])
    totals = totals_of([*answers.values(), *(one for ones in carried.values() for one in ones)])
    made = Below()
    for node, gaps in taken:
        made += _of(node, gaps, totals, carried.get(node.answer.pk, []))
    return made


def _taken(nodes: Iterable[Node]) -> Iterator[tuple[Node, tuple[Gap, ...]]]:
    """Each answer that is taken into the sum or named as a gap; below one that was sent nobody is looked at."""
    for node in nodes:
        if node.answer.counts or not node.below:
            yield node, ()
        else:
            yield node, (Gap(node.answer.unit.code, node.name, rules.UNCONFIRMED),)
            yield from _taken(node.below)


def _of(node: Node, gaps: tuple[Gap, ...], totals: dict[int, Below], carried: list[Answer]) -> Below:
    extra = Below(is_asked=True)
    for one in carried:
        extra += replace(totals[one.pk], due=0, told=0, gaps=())
    if node.answer.counts:
        return extra + totals[node.answer.pk]
    if gaps:
        return extra + Below(gaps=gaps)
    return extra + Below(due=1, gaps=(Gap(node.answer.unit.code, node.name, rules.SILENT),))


def _carried(keys: list[int]) -> dict[int, list[Answer]]:
    """answer → those it continues whose numbers are not in its own: it was sent before, or is not sent yet."""
    found: dict[int, list[Answer]] = defaultdict(list)
    for some in _some(keys):
        for one in Answer.objects.filter(carried_by__in=some).select_related("unit"):
            if one.counts and one.carried_at:
                found[one.carried_by_id or 0].append(one)
    return found


def totals_of(answers: Iterable[Answer]) -> dict[int, Below]:
    """answer → its own numbers, those below it and what was added since; and who is missing in it to this day."""
    made = {one.pk: _as_sent(one) for one in answers}
    for some in _some(list(made)):
        for line in Line.objects.filter(answer__in=some):
            made[line.answer_id] += Below(sums={line.item_id: _sum_of(line, made[line.answer_id])})
        for more in Addendum.objects.filter(answer__in=some):
            made[more.answer_id] += added_by(more)
    return _without_who_came(made, list(answers))


def _as_sent(answer: Answer) -> Below:
    return Below(answer.due, answer.told, tuple(Gap(**one) for one in answer.gaps), is_asked=True)


def _sum_of(line: Line, answer: Below) -> Sum:
    if line.has_below:
        return Sum(line.total, line.below_told, line.below_unknown)
    is_alone, is_known = (answer.due, answer.told) == (1, 1), line.own_amount.is_known
    return Sum(line.total, int(is_alone and is_known), int(is_alone and not is_known))


def added_by(more: Addendum) -> Below:
    """What an addendum adds."""
    sums = {item: Sum(Amount(_number(value), _number(whole))) for item, value, whole in more.changes}
    return Below(more.due, more.told, sums=sums)


def _number(text: Any) -> Decimal | None:
    return None if text is None else Decimal(text)


def _without_who_came(made: dict[int, Below], answers: list[Answer]) -> dict[int, Below]:
    """A gap that was named when the sum was sent, and has been filled since, is none any more."""
    codes = {gap.code for one in made.values() for gap in one.gaps}
    if not codes:
        return made
    rounds = {answer.round_id for answer in answers}
    came: set[str] = set()
    for some in _some(sorted(codes)):
        told = Answer.objects.told().filter(round__in=rounds, unit__code__in=some)
        came.update(told.values_list("unit__code", flat=True))
        gone = Answer.objects.filter(round__in=rounds, unit__code__in=some, carried_by__isnull=False)
        came.update(gone.values_list("unit__code", flat=True))
    left = {key: tuple(gap for gap in one.gaps if gap.code not in came) for key, one in made.items()}
    return {key: replace(one, gaps=left[key]) for key, one in made.items()}


def _some(keys: list[Any]) -> Iterator[list[Any]]:
    for first in range(0, len(keys), AT_ONCE):
        yield keys[first : first + AT_ONCE]


def now_of(answer: Answer) -> Below:
    """What a sent answer says today: as it was sent, and everything that was added since."""
    return totals_of([answer])[answer.pk]
