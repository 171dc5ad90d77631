"""What the rules ask of a proposal, beside what is found: nothing here decides anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from lantoa.commendations import merits, rules
from lantoa.commendations.merits import Shown
from lantoa.commendations.models import (
    EligibilityCondition,
    EligibilityRule,
    Proposal,
    StatedYear,
)
from lantoa.people.actors import Actor


@dataclass(frozen=True)
class YearOfARow:
    """One year of the row, and what shows it; nothing where it is missing."""

    year: int
    shown: tuple[Shown, ...]


@dataclass(frozen=True)
class Asked:
    """One condition beside its years, the latest first."""

    condition: EligibilityCondition
    years: tuple[YearOfARow, ...]
    missing: tuple[int, ...]

    @property
    def label(self) -> str:
        """What is asked, in words."""
        return str(self.condition.get_merit_display())

    @property
    def is_met(self) -> bool:
        """Whether every year shows it."""
        return not self.missing


@dataclass(frozen=True)
class Fulfilment:
    """One rule and its conditions."""

    rule: EligibilityRule
    asked: tuple[Asked, ...]

    @property
    def is_met(self) -> bool:
        """Whether nothing is missing; a sentence on the page, never a gate."""
        return all(one.is_met for one in self.asked)


def beginning_of(proposal: Proposal) -> int:
    """The key of the rung on which the climb began: what is stated once holds for all of them."""
    return proposal.first_id or proposal.pk


def stated_years(proposal: Proposal) -> list[StatedYear]:
    """What was stated for the whole climb."""
    return list(StatedYear.objects.filter(proposal=beginning_of(proposal)))


def stated_by_climb(proposals: Iterable[Proposal]) -> dict[int, list[StatedYear]]:
    """The same for several: key of the first rung → what was stated."""
    found: dict[int, list[StatedYear]] = defaultdict(list)
    for one in StatedYear.objects.filter(proposal__in={beginning_of(proposal) for proposal in proposals}):
        found[one.proposal_id].append(one)
    return found


def fulfilment_of(proposal: Proposal, actor: Actor) -> list[Fulfilment]:
    """Each rule in force on the day it was sent (or today) for its form, level and subject, beside what is found."""
    day = proposal.submitted_on or actor.on
    found = EligibilityRule.objects.on(day).for_proposal(proposal).prefetch_related("conditions")
    in_force = list(found)
    stated = stated_years(proposal) if in_force else []
    year = proposal.occasion.held_on.year if proposal.occasion else day.year
    return [_of_rule(rule, proposal, stated, year, actor) for rule in in_force]


def _of_rule(
    rule: EligibilityRule, proposal: Proposal, stated: list[StatedYear], year: int, actor: Actor
) -> Fulfilment:
    asked = []
    for condition in rule.conditions.all():
        said = [Shown(one.year, one.paper) for one in stated if one.merit == condition.merit]
        found = [*merits.shown_by_records(condition.merit, proposal, actor), *said]
        asked.append(_asked(condition, found, year))
    return Fulfilment(rule, tuple(asked))


def _asked(condition: EligibilityCondition, found: Iterable[Shown], year: int) -> Asked:
    by_year: dict[int, list[Shown]] = defaultdict(list)
    for one in found:
        by_year[one.year].append(one)
    row = rules.row_of_years(by_year.keys(), condition.years, year)
    years = tuple(YearOfARow(one, tuple(by_year.get(one, ()))) for one in row.years)
    return Asked(condition, years, row.missing)
