"""Questions to the ledger of charity, to the works and to the opinions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, Sum

from lantoa.foundation.dates import Period
from lantoa.outreach.models import (
    Article,
    ArticleQuerySet,
    ComplaintQuerySet,
    DonationQuerySet,
    DonorKind,
    IssueQuerySet,
    OpinionQuerySet,
    OutreachQuerySet,
    PledgeQuerySet,
    PrizeWorkQuerySet,
    Work,
    WorkQuerySet,
)
from lantoa.people.actors import OWN, Actor

MANY_THINGS = 8


@dataclass(frozen=True)
class Things:
    """Gifts in kind of one sort: "gạo", "kg", 500 in 3 gifts. `quantity` is None when nobody said how much."""

    name: str
    unit: str
    quantity: Decimal | None
    gifts: int


@dataclass(frozen=True)
class DonationTotals:
    """What a list of gifts amounts to. Organisations and persons, money and things stand apart."""

    units: int
    persons: int
    collective_gifts: int
    individual_gifts: int
    collective_money: int
    individual_money: int
    things: list[Things]
    gifts_in_kind: int
    valued: int
    value: int

    @property
    def money(self) -> int:
        """Money of organisations and persons together, without things."""
        return self.collective_money + self.individual_money


COLLECTIVE = Q(donor_kind=DonorKind.COLLECTIVE)
INDIVIDUAL = Q(donor_kind=DonorKind.INDIVIDUAL)


def donation_totals(gifts: DonationQuerySet) -> DonationTotals:
    """Totals of these gifts, without those struck out, in two queries."""
    gifts = gifts.standing().order_by()
    sums = gifts.aggregate(
        units=Count("unit", distinct=True, filter=COLLECTIVE),
        persons=Count("donor_key", distinct=True, filter=INDIVIDUAL),
        collective_gifts=Count("pk", filter=COLLECTIVE),
        individual_gifts=Count("pk", filter=INDIVIDUAL),
        collective_money=Sum("amount", filter=COLLECTIVE, default=0),
        individual_money=Sum("amount", filter=INDIVIDUAL, default=0),
        gifts_in_kind=Count("pk", filter=Q(amount__isnull=True)),
        valued=Count("pk", filter=Q(value__isnull=False)),
        value=Sum("value", default=0),
    )
    return DonationTotals(things=_things(gifts), **sums)


def _things(gifts: DonationQuerySet) -> list[Things]:
    rows = gifts.in_kind().values_list("in_kind", "quantity_unit")
    summed = rows.annotate(quantity=Sum("quantity"), gifts=Count("pk")).order_by("-gifts", "in_kind")
    return [Things(*row) for row in summed[:MANY_THINGS]]


@dataclass(frozen=True)
class PledgeTotals:
    """What is promised on a day: how many promises, in money and otherwise, and what the money comes to in a year."""

    pledges: int
    of_money: int
    in_kind: int
    persons: int
    yearly: int


def pledge_totals(pledges: PledgeQuerySet, on: dt.date) -> PledgeTotals:
    """Totals of those among these that are kept on this day, in one query."""
    sums = {
        "pledges": Count("pk"),
        "of_money": Count("pk", filter=Q(amount__isnull=False)),
        "in_kind": Count("pk", filter=~Q(in_kind="")),
        "persons": Count("donor_key", distinct=True, filter=INDIVIDUAL),
        "yearly": Sum("yearly", default=0),
    }
    return PledgeTotals(**pledges.standing().kept_on(on).order_by().aggregate(**sums))


@dataclass(frozen=True)
class WorkTotals:
    """Works handed over, new and repaired apart; houses built anew; works under way."""

    new: int
    repaired: int
    new_houses: int
    repaired_houses: int
    under_way: int


def work_totals(works: WorkQuerySet) -> WorkTotals:
    """Totals of these works, without those struck out, in one query."""
    done = Q(handed_over_on__isnull=False)
    new = done & Q(build=Work.Build.NEW)
    counts = {
        "new": Count("pk", filter=new),
        "repaired": Count("pk", filter=done & Q(build=Work.Build.REPAIR)),
        "new_houses": Count("pk", filter=new & Q(kind=Work.Kind.HOUSE)),
        "repaired_houses": Count("pk", filter=done & Q(build=Work.Build.REPAIR, kind=Work.Kind.HOUSE)),
        "under_way": Count("pk", filter=~done),
    }
    return WorkTotals(**works.standing().order_by().aggregate(**counts))


@dataclass(frozen=True)
class ArticleTotals:
    """News and articles; columns stand apart."""

    news: int
    articles: int
    columns: int

    @property
    def written(self) -> int:
        """News and articles together."""
        return self.news + self.articles


def article_totals(articles: ArticleQuerySet) -> ArticleTotals:
    """Totals of these publications, without those struck out, in one query."""
    kinds = {"news": Article.Kind.NEWS, "articles": Article.Kind.ARTICLE, "columns": Article.Kind.COLUMN}
    counts = {name: Count("pk", filter=Q(kind=kind)) for name, kind in kinds.items()}
    return ArticleTotals(**articles.standing().order_by().aggregate(**counts))


@dataclass(frozen=True)
class IssueTotals:
    """Numbers of newsletters, those with the column of the programme, and what stood in it; None where unknown."""

    issues: int
    with_column: int
    pieces: int | None


def issue_totals(issues: IssueQuerySet) -> IssueTotals:
    """Totals of these numbers, without those struck out, in one query."""
    counts = {
        "issues": Count("pk"),
        "with_column": Count("pk", filter=Q(column__isnull=False)),
        "pieces": Sum("pieces"),
    }
    return IssueTotals(**issues.standing().order_by().aggregate(**counts))


def sharing_totals(shares: OutreachQuerySet) -> dict[str, int | None]:
    """How often these were passed on; by how many people, time by time: None where no unit has said so."""
    counts = {"times": Sum("times", default=0), "people": Sum("people")}
    found: dict[str, int | None] = shares.standing().order_by().aggregate(**counts)
    return found


@dataclass(frozen=True)
class PrizeTotals:
    """Works sent and given a prize; who promoted works stands apart."""

    works: int
    authors: int
    won: int
    promoters: int
    promoters_won: int


def prize_totals(works: PrizeWorkQuerySet) -> PrizeTotals:
    """Totals of these, without those struck out, in one query."""
    is_work, has_won = Q(part="work"), Q(awarded_on__isnull=False)
    counts = {
        "works": Count("pk", filter=is_work),
        "authors": Count("author_key", distinct=True, filter=is_work),
        "won": Count("pk", filter=is_work & has_won),
        "promoters": Count("pk", filter=~is_work),
        "promoters_won": Count("pk", filter=~is_work & has_won),
    }
    return PrizeTotals(**works.standing().order_by().aggregate(**counts))


def in_period(things: OutreachQuerySet, field: str, period: Period | None) -> Any:
    """Those whose date lies in the period; all of them when no period is asked."""
    if period is None:
        return things
    return things.filter(**{f"{field}__gte": period.starts, f"{field}__lt": period.ends})


@dataclass(frozen=True)
class OpinionTotals:
    """What became of these opinions: three states that add up to the whole."""

    received: int
    waiting: int
    answered: int
    resolved: int
    direct: int
    survey: int


def opinion_totals(opinions: OpinionQuerySet) -> OpinionTotals:
    """Totals of these opinions, without those struck out, in one query."""
    counts = {
        "received": Count("pk"),
        "waiting": Count("pk", filter=Q(status="received")),
        "answered": Count("pk", filter=Q(status="answered")),
        "resolved": Count("pk", filter=Q(status="resolved")),
        "direct": Count("pk", filter=Q(channel="direct")),
        "survey": Count("pk", filter=Q(channel="survey")),
    }
    return OpinionTotals(**opinions.standing().order_by().aggregate(**counts))


@dataclass(frozen=True)
class ComplaintTotals:
    """How far these complaints are."""

    received: int
    people: int
    open: int
    overdue: int
    resolved: int
    otherwise: int


def complaint_totals(complaints: ComplaintQuerySet, on: dt.date) -> ComplaintTotals:
    """Totals of these complaints, without those struck out, in one query."""
    is_open = Q(closed_on__isnull=True)
    counts = {
        "received": Count("pk"),
        "people": Sum("people", default=0),
        "open": Count("pk", filter=is_open),
        "overdue": Count("pk", filter=is_open & Q(due_on__lt=on)),
        "resolved": Count("pk", filter=Q(status="resolved")),
        "otherwise": Count("pk", filter=Q(status__in=["refused", "dropped", "passed_on"])),
    }
    return ComplaintTotals(**complaints.standing().order_by().aggregate(**counts))


def may_read_opinions(actor: Actor) -> bool:
    """Whether the actor is charged with a unit; a plain member does not read what people told others."""
    return actor.may("outreach.view") and actor.reach != OWN
