"""Questions about reviews: who writes, who conducts, who decides, whom one compares with whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from lantoa.foundation.branches import in_any
from lantoa.foundation.models import Event
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people import queries as people
from lantoa.people.actors import Actor
from lantoa.people.models import Account, Person, Post
from lantoa.people.roles import ROLES
from lantoa.reviews import rules
from lantoa.reviews.models import (
    ComparableGroup,
    Complaint,
    HeadReport,
    Review,
    ReviewPeriod,
    ReviewPeriodQuerySet,
    ReviewQuerySet,
    Section,
    Template,
    Terms,
    members_of,
)
from lantoa.reviews.words import BEFORE_THE_WORD, Code, Kind, Level, Status, Turn

OPENED, STOPPED = "review.opened", "review.bulk_reading_stopped"
CONDUCTING_ROLES = [code for code, role in ROLES.items() if "reviews.conduct" in role.permissions]


# Dated data


def terms_on(day: dt.date) -> Terms:
    """The terms of that day; where nobody has said any, those that hold without a paper (not saved)."""
    return Terms.objects.filter(starts__lte=day).first() or Terms(starts=day, draft_days=rules.DRAFT_DAYS)


def template_on(code: str, day: dt.date) -> Template | None:
    """The paper of that code in force that day."""
    return Template.objects.on(day).filter(code=code).first()


# Who is looked at, in which order


def people_to_review(unit: Unit, on: dt.date) -> list[Person]:
    """The members of a cell; of a committee those who hold a leading post in it. By name."""
    here = [one.person for one in members_of(unit, on)]
    if unit.level == Unit.Level.CELL or here:
        return here
    held = Post.objects.on(on).filter(unit=unit, role__in=CONDUCTING_ROLES).select_related("person")
    return list({one.person_id: one.person for one in held.order_by("person__sort_key", "pk")}.values())


def places_of(people_here: Iterable[Person], unit: Unit, on: dt.date) -> dict[int, tuple[int, str]]:
    """person → (whose turn she has in the unit, what she is called there), of its head and who leads with her."""
    keys = [one.pk for one in people_here]
    found: dict[int, tuple[int, str]] = {}
    held = Post.objects.on(on).filter(unit=unit, person__in=keys, role__in=CONDUCTING_ROLES)
    for post in held.select_related("title").order_by("is_head", "pk"):
        found[post.person_id] = (Turn.HEAD if post.is_head else Turn.DEPUTY, post.label)
    return found


def code_for(kind: str, turn: int) -> str:
    """The paper a person usually writes; whoever opens the period may give her another."""
    if turn == Turn.COLLECTIVE:
        return Code.COLLECTIVE
    if kind == Kind.QUARTER:
        return Code.PERIODIC
    return Code.LEADER if turn in (Turn.HEAD, Turn.DEPUTY) else Code.MEMBER


def not_yet_in(period: ReviewPeriod, on: dt.date) -> list[Person]:
    """Who belongs to the unit and stands in no review of the period: who came since it was opened."""
    there = set(period.reviews.of_persons().values_list("person_id", flat=True))
    return [one for one in people_to_review(period.unit, on) if one.pk not in there]


# Who may do what


def is_own(review: Review, actor: Actor) -> bool:
    """Whether it is of the actor herself."""
    return actor.person is not None and review.person_id == actor.person.pk


def conducts_in(unit: Unit, actor: Actor) -> bool:
    """Whether the actor leads the reviewing of that very unit."""
    return actor.may("reviews.conduct") and actor.in_own_unit(Unit.objects.filter(pk=unit.pk), "pk").exists()


def decides_in(period: ReviewPeriod, actor: Actor) -> bool:
    """Whether the actor acts for the unit that rates in this period."""
    if not actor.may("reviews.decide"):
        return False
    return actor.in_own_unit(Unit.objects.filter(pk=period.decided_by_id), "pk").exists()


def signs_in(person_id: int | None) -> bool:
    """Whether the person can write for herself."""
    return Account.objects.filter(person=person_id, is_active=True).exists()


def writes(review: Review, actor: Actor) -> bool:
    """Whether the actor writes it: her own; the collective's for who conducts; a member's who cannot sign in."""
    if is_own(review, actor):
        return True
    if not conducts_in(review.unit, actor):
        return False
    return review.is_collective or not signs_in(review.person_id)


def conducts(review: Review, actor: Actor) -> bool:
    """Whether the actor writes down what the meeting said: in the unit, or for its only head who rates it above.

    Nobody writes down what was said of herself, nor does who stands in for her.
    """
    if actor.is_one_with(review.person_id):
        return False
    if conducts_in(review.unit, actor):
        return True
    return review.turn == Turn.HEAD and decides_in(review.period, actor)


def decides(review: Review, actor: Actor) -> bool:
    """Whether the actor may give the rating: not her own, nor the collective she leads below a level."""
    if actor.is_one_with(review.person_id) or not decides_in(review.period, actor):
        return False
    is_from_above = review.period.decided_by_id != review.unit_id
    return is_from_above or not review.is_collective or not actor.line[:-1]


def answers_for(review: Review, actor: Actor) -> bool:
    """Whether the actor speaks as whom it is about: herself; for a collective who conducts there."""
    return is_own(review, actor) or (review.is_collective and conducts_in(review.unit, actor))


def may_complain(review: Review, actor: Actor) -> bool:
    """Whether whom it is about may ask for a new look: there is a result, its days are not over, none waits."""
    result = result_on(review) if review.is_decided and answers_for(review, actor) else None
    days = terms_on(actor.on).complain_days
    if result is None or not rules.is_in_time(actor.on, result, days):
        return False
    return not review.complaints.filter(answered_on__isnull=True).exists()


def may_reopen(period: ReviewPeriod, actor: Actor) -> bool:
    """Whether the actor is one of the two whom opening again needs."""
    return conducts_in(period.unit, actor) or decides_in(period, actor)


def deciders_for(unit: Unit, on: dt.date) -> list[Unit]:
    """Who may rate what is looked at in a unit: the nearest above first, the unit itself last."""
    above = [place.unit for place in reversed(organisation.ancestors(unit, on))]
    return [*above, unit]


# Lists


def mine(actor: Actor) -> ReviewQuerySet:
    """The actor's own, the latest first."""
    return Review.objects.of(actor.person).for_lists().order_by("-period__ends", "-pk")


def to_write(actor: Actor) -> ReviewQuerySet:
    """What the actor has still to write and send: her own, and the collective's of the unit she leads."""
    open_ones = Review.objects.filter(status=Status.WRITING, period__status="open")
    branches = [open_ones.of(actor.person)]
    if actor.may("reviews.conduct"):
        branches.append(actor.in_own_unit(open_ones.filter(person__isnull=True)))
    return in_any(open_ones, *branches).for_lists().order_by("period__send_by", "pk")


def to_answer(actor: Actor) -> ReviewQuerySet:
    """What was said of the actor and waits for her word, while there is time."""
    heard = Review.objects.of(actor.person).filter(status=Status.HEARD, period__status="open")
    silent = heard.filter(replied_on__isnull=True, waived_on__isnull=True)
    return silent.filter(answer_by__gte=actor.on).for_lists().order_by("answer_by", "pk")


def to_do(actor: Actor) -> tuple[list[Review], list[Review]]:
    """(what the actor has to write and send, what waits for her answer), the nearest day first; one question."""
    found = list(in_any(Review.objects.all(), to_write(actor), to_answer(actor)).for_lists())
    write = [one for one in found if one.status == Status.WRITING]
    answer = [one for one in found if one.status == Status.HEARD]
    write.sort(key=lambda one: (one.period.send_by, one.pk))
    answer.sort(key=lambda one: (one.answer_by, one.pk))
    return write, answer


def conducted_by(actor: Actor) -> ReviewPeriodQuerySet:
    """The periods that the actor's own unit has, the latest first."""
    if not actor.may("reviews.conduct"):
        return ReviewPeriod.objects.none()
    found = actor.in_own_unit(ReviewPeriod.objects.all())
    return found.select_related("unit", "decided_by", "terms").latest_first()


def to_decide(actor: Actor) -> ReviewQuerySet:
    """What waits for a rating by the actor's unit: answered, or past its days, the oldest first.

    Never her own, nor the collective that only a level above rates.
    """
    if actor.person is None or not actor.may("reviews.decide"):
        return Review.objects.none()
    heard = Review.objects.filter(status=Status.HEARD, period__status="open")
    heard = heard.exclude(person__in=actor.one_with)
    if actor.line[:-1]:
        heard = heard.exclude(person__isnull=True, period__decided_by=F("unit"))
    ready = heard.filter(Q(replied_on__isnull=False) | Q(waived_on__isnull=False) | Q(answer_by__lt=actor.on))
    here = actor.in_own_unit(ready, of_unit="period__decided_by")
    return here.for_lists().order_by("answer_by", "turn", "person__sort_key", "pk")


def waiting_turns(review: Review) -> set[int]:
    """The turns before this one of which somebody has not been spoken of yet."""
    others = Review.objects.filter(period=review.period_id, turn__lt=review.turn, status__in=BEFORE_THE_WORD)
    return set(others.values_list("turn", flat=True))


def unsettled(period: ReviewPeriod) -> list[str]:
    """Names of whoever has no result yet and no reason why."""
    left = period.reviews.exclude(status__in=[Status.DECIDED, Status.EXCUSED]).in_turn()
    return [str(one.person or Turn(one.turn).label) for one in left.select_related("person")]


def missing_in(review: Review) -> list[str]:
    """The headings of what the paper asks for and nobody has written."""
    said = review.statements.exclude(text="").filter(section=OuterRef("pk"))
    must = Section.objects.filter(~Exists(said), template=review.template_id, is_required=True)
    return [str(one) for one in must]


# The ceiling


def ceiling_of(group: ComparableGroup, terms: Terms, besides: Review | None = None) -> rules.Ceiling:
    """How the group stands in the year's ratings: figures of the group, never of a person.

    Without the one `besides`, who is about to be rated, or rated anew.
    """
    rated = group.reviews.exclude(pk=besides.pk) if besides else group.reviews.all()
    counts = rated.aggregate(excellent=_rated_in_a_year(Level.EXCELLENT), good=_rated_in_a_year(Level.GOOD))
    return _ceiling(group, terms, counts["excellent"], counts["good"])


def _rated_in_a_year(level: str, prefix: str = "") -> Count:
    """How many of them a year's rating put at that level."""
    words = {"status": Status.DECIDED, "period__kind": Kind.YEAR, "rating": level}
    return Count(prefix + "pk", filter=Q(**{f"{prefix}{name}": value for name, value in words.items()}))


def _ceiling(group: ComparableGroup, terms: Terms, excellent: int, good: int) -> rules.Ceiling:
    percent = group.percent if group.percent is not None else terms.ceiling_percent
    return rules.Ceiling(excellent, good, percent, terms.reading)


def ceilings_of(groups: Iterable[ComparableGroup], terms: Terms) -> list[rules.Ceiling]:
    """The same of groups that `groups_of` has found with their figures."""
    return [_ceiling(one, terms, one.excellent, one.good) for one in groups]  # type: ignore[attr-defined]


def groups_of(actor: Actor) -> QuerySet[ComparableGroup]:
    """The groups that the actor's unit keeps with how many of each are rated how, the latest year first."""
    if not actor.may("reviews.decide"):
        return ComparableGroup.objects.none()
    figures = {name: _rated_in_a_year(name, "reviews__") for name in (Level.EXCELLENT, Level.GOOD)}
    return actor.in_own_unit(ComparableGroup.objects.annotate(**figures)).order_by("-year", "pk")


# What has happened


def trail_of(review: Review) -> list[Event]:
    """Everything done to it, oldest first; who has read it is for whom it is about, in a list of its own."""
    return list(Event.objects.about(review).exclude(verb__in=[OPENED, STOPPED]))


def readers_of(review: Review, actor: Actor) -> list[people.Reader] | None:
    """Who has read what is written of the actor; None for everybody else."""
    return people.readers_of(review, OPENED) if is_own(review, actor) else None


def rated_excellent(actor: Actor, *, person: Person | None, unit: Unit) -> ReviewQuerySet:
    """The reviews of whole years in which she, or the collective of the unit, is rated excellent; for another room.

    Only those that the actor may read herself: elsewhere nobody learns how somebody was rated.
    """
    seen = Review.objects.visible_to(actor).filter(status=Status.DECIDED, rating=Level.EXCELLENT)
    yearly = seen.filter(period__kind=Kind.YEAR).select_related("period", "person", "unit")
    return yearly.of(person) if person else yearly.filter(person__isnull=True, unit=unit)


# Complaints


def result_on(review: Review) -> dt.date | None:
    """The day of the result that stands: of the last rating given anew, else of the first; None without any."""
    days = [review.decided_on, *review.reratings.values_list("decided_on", flat=True)]
    return max((day for day in days if day), default=None)


def complaints_for(actor: Actor) -> QuerySet[Complaint]:
    """Those that wait for the actor's unit to look at anew; never of herself, never what she decided. Oldest first."""
    if actor.person is None or not actor.may("reviews.decide"):
        return Complaint.objects.none()
    waiting = Complaint.objects.filter(answered_on__isnull=True)
    hers = Q(review__person__in=actor.one_with) | Q(review__decided_by__in=actor.one_with)
    others = waiting.exclude(hers).exclude(review__reratings__decided_by__in=actor.one_with)
    here = actor.in_own_unit(others, of_unit="sent_to")
    return here.select_related("review__person", "review__period", "review__unit").order_by("filed_on", "pk")


def answers(complaint: Complaint, actor: Actor) -> bool:
    """Whether the actor may say what the new look found."""
    if complaint.answered_on is not None:
        return False
    return complaints_for(actor).filter(pk=complaint.pk).exists()


# The page of a head


def is_head(actor: Actor) -> bool:
    """Whether the actor acts as the head of a unit."""
    if actor.post_id is None or actor.unit is None or not actor.may("reviews.own"):
        return False
    return Post.objects.on(actor.on).filter(pk=actor.post_id, is_head=True).exists()


def speaks_of(one: HeadReport, actor: Actor) -> bool:
    """Whether the actor acts for the unit that it was sent to, and it is not hers."""
    if actor.person is None or actor.is_one_with(one.person_id) or not actor.may("reviews.decide"):
        return False
    return actor.in_own_unit(HeadReport.objects.filter(pk=one.pk), of_unit="sent_to").exists()
