"""Questions about rights: how far one's own go, who must answer, and what is told of."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import show_date
from lantoa.foundation.half_open import goes_past
from lantoa.foundation.models import Event
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people import rules
from lantoa.people.actors import EVERYTHING, Actor
from lantoa.people.models import (
    Account,
    Grant,
    GrantQuerySet,
    Membership,
    Person,
    Post,
    PostQuerySet,
    ResetCode,
)

# What the first paper of the programme leaves in the history. Until then an installation is being set up.
FIRST_PAPER = "registration.submitted"


def rights_of(by: Actor) -> rules.Rights | None:
    """How far and how long the actor's own post goes; None for the system, which has no limits."""
    if by.reach == EVERYTHING:
        return None
    post = Post.objects.filter(pk=by.post_id).first() if by.post_id else None
    if post is None:
        return rules.Rights(by.reach, by.on, by.on)
    return rules.Rights(post.reach, post.starts, post.ends)


def is_being_set_up() -> bool:
    """Whether no paper has been sent yet: the head confirms the first list of posts in one go."""
    return not Event.objects.filter(verb=FIRST_PAPER).exists()


def is_below_asker(grant: Grant, by: Actor) -> bool:
    """Whether who asked acts for a unit that the actor's own lies below, or beside."""
    if by.reach == EVERYTHING or grant.asked_in_id is None or by.unit is None:
        return False
    assert grant.asked_in is not None
    return not organisation.is_under(grant.asked_in, by.unit, by.on)


def reaches_all_of(person: Person, by: Actor) -> bool:
    """Whether every post and membership that the person holds or will hold lies in reach.

    Of somebody who holds nothing any more, everything she held must.
    """
    still = goes_past(by.on)
    posts, memberships = Post.objects.filter(person=person), Membership.objects.filter(person=person)
    if posts.filter(still).exists() or memberships.filter(still).exists():
        posts, memberships = posts.filter(still), memberships.filter(still)
    return all(by.in_reach(rows).count() == rows.count() for rows in (posts, memberships))


def keeps(person: Person, by: Actor) -> bool:
    """Whether some post or membership that the person holds or will hold lies in reach.

    Of somebody who holds nothing any more, one that she held.
    """
    still = goes_past(by.on)
    held = Post.objects.filter(person=person), Membership.objects.filter(person=person)
    current = [rows.filter(still) for rows in held]
    asked = current if any(rows.exists() for rows in current) else held
    return any(by.in_reach(rows).exists() for rows in asked)


def code_of(account: Account, at: dt.datetime) -> ResetCode | None:
    """The reset code that its owner may still use at that moment."""
    live = ResetCode.objects.filter(account=account, used_at__isnull=True, closed_at__isnull=True)
    return live.filter(expires_at__gt=at).select_related("given_by", "agreed_by").first()


# Acts by which somebody has read what tells of a person. Only whom it tells of reads them, and who did it.
READING = (
    "registration.opened",
    "shortcoming.opened",
    "review.opened",
    "inspection.read",
    "supervision.note_read",
    "discipline.read",
    "essay.opened",
    "emergency.read",
)
READ_WITHIN = dt.timedelta(minutes=10)
DAYS_TO_NAME = 3


@dataclass(frozen=True)
class Reader:
    """Somebody who has opened a paper: the last days, and on how many days before."""

    name: str
    post: str
    days: str
    earlier: int


def not_read_today(papers: Iterable[Any], verb: str, by: Actor) -> list[Any]:
    """The papers that tell of somebody else and of which it is not written down yet that the actor read them today."""
    if by.person is None:
        return []
    others = {str(one.pk): one for one in papers if one.person_id and one.person_id != by.person.pk}
    if not others:
        return []
    today = Event.objects.filter(person_id=by.person.pk, verb=verb, on=by.on)
    if len(others) == 1:
        today = today.filter(subject_id__in=others)
    for known in today.values_list("subject_id", flat=True):
        others.pop(known, None)
    return list(others.values())


def has_read_today(paper: Any, verb: str, by: Actor) -> bool:
    """Whether it is written down already that the actor opened this paper today."""
    assert by.person is not None
    return Event.objects.about(paper).filter(verb=verb, person_id=by.person.pk, on=by.on).exists()


def read_lately(by: Actor, now: dt.datetime, *, in_lists: bool, verbs: tuple[str, ...] = READING) -> int:
    """How many papers of others the actor has opened, or taken in lists, in the last ten minutes."""
    assert by.person is not None
    mine = Event.objects.filter(person_id=by.person.pk, verb__in=verbs, at__gt=now - READ_WITHIN)
    return (mine.exclude(note="") if in_lists else mine.filter(note="")).count()


def readers_of(paper: Any, verb: str) -> list[Reader]:
    """Who other than its person has read it, the latest first."""
    days: dict[tuple[str, str], list[dt.date]] = {}
    for event in Event.objects.about(paper).filter(verb=verb).order_by("-on", "-pk"):
        days.setdefault((event.person_name, event.post_label), []).append(event.on)
    return [
        Reader(name, post, ", ".join(map(show_date, on[:DAYS_TO_NAME])), max(0, len(on) - DAYS_TO_NAME))
        for (name, post), on in days.items()
    ]


def membership_of(person: Person, on: dt.date) -> Any:
    """Where the person belongs that day, with the `path` of that unit; None for who belongs nowhere."""
    found = Membership.objects.on(on).filter(person=person).select_related("unit")
    return found.annotate(path=organisation.path_that_day(OuterRef("unit"), on)).first()


def head_of(unit_id: int | None, on: dt.date) -> int | None:
    """The key of the person at the head of the unit that day."""
    held = Post.objects.on(on).filter(unit_id__in=[unit_id] if unit_id else [], is_head=True)
    return held.order_by("starts", "pk").values_list("person_id", flat=True).first()


def waiting_for(by: Actor) -> GrantQuerySet:
    """Posts that others asked for and that this actor may confirm."""
    found = asked_by_others(by).select_related("person", "unit", "title", "asked_by")
    below = [one.pk for one in found if is_below_asker(one, by)]
    return found.exclude(pk__in=below)


def asked_by_others(by: Actor) -> GrantQuerySet:
    """Posts that others asked for in this actor's reach, whether or not she is high enough to confirm them."""
    found = Grant.objects.visible_to(by).waiting()
    return found.exclude(asked_by__in=by.one_with).exclude(person__in=by.one_with)


def newly_held_by(person: Person) -> GrantQuerySet:
    """Posts given to this person of which she has not yet said that she knows."""
    given = Grant.objects.filter(person=person, state=Grant.State.GIVEN, seen_on__isnull=True)
    return given.filter(post__isnull=False).select_related("unit", "title", "asked_by", "answered_by")


def newly_given_below(by: Actor) -> GrantQuerySet:
    """Posts given of late in the units directly below the actor's own, and in its own unit."""
    if by.unit is None or not by.may("people.confirm_posts"):
        return Grant.objects.none()
    children = Placement.objects.on(by.on).filter(parent=by.unit).values("unit_id")
    given = Grant.objects.filter(state=Grant.State.GIVEN, answered_on__gt=by.on - rules.TOLD_FOR)
    found = in_any(given, given.filter(unit__in=children), given.filter(unit=by.unit))
    return found.select_related("person", "unit", "title", "asked_by", "answered_by")


def holder_of(unit: Unit, role: str, on: dt.date, *, is_head: bool) -> Post | None:
    """Who holds this in the unit that day: its head where a head is asked for, else somebody in the same role."""
    held = Post.objects.on(on).filter(unit=unit, stands_for__isnull=True).select_related("person")
    return (held.filter(is_head=True) if is_head else held.filter(role=role)).first()


def candidates_for(post: Post, by: Actor) -> list[Person]:
    """Who may take a post over: the people of its unit and of what lies below it, the holder and the actor left out."""
    here = organisation.within(Membership.objects.on(by.on), post.unit, on=by.on).values("person_id")
    beside = Post.objects.on(by.on).filter(unit=post.unit).values("person_id")
    found = in_any(Person.objects.visible_to(by), here, beside).exclude(pk=post.person_id)
    return list((found.exclude(pk=by.person.pk) if by.person else found)[:2000])


def may_stand_in(post: Post, on: dt.date) -> list[Person]:
    """Who may stand in for the holder: who belongs to its unit or holds a post there that day, the holder left out."""
    members = Membership.objects.on(on).party().filter(unit=post.unit).values("person_id")
    holders = Post.objects.on(on).filter(unit=post.unit, stands_for__isnull=True).values("person_id")
    return list(in_any(Person.objects.all(), members, holders).exclude(pk=post.person_id)[:2000])


def asked_to_stand_in(post: Post, on: dt.date) -> GrantQuerySet:
    """Whom the holder asked to stand in that day or later, answered or not; without those taken back."""
    asked = Grant.objects.filter(stands_for=post, ends__gt=on).exclude(state=Grant.State.WITHDRAWN)
    still = Q(post__ends__gt=on) | ~Q(state=Grant.State.GIVEN)
    return (
        asked.filter(still).select_related("person", "title", "answered_by", "post").order_by("starts", "pk")
    )


def told_apart(person: Person) -> str:
    """A name with what tells two people of one name apart."""
    known = [show_date(person.born_on), person.card_number]
    return ", ".join([person.full_name, *filter(None, known)])


def telling_apart(people: Iterable[Person], *, by: Actor) -> dict[int, str]:
    """What tells people of one name apart in a list, by key; nobody else is in it.

    A post, else the cell, else the day of birth, which only who may view people and reaches her is told; each
    only when it differs within the name. Last, the number under which the system knows her.
    """
    of_a_name: dict[str, list[Person]] = defaultdict(list)
    for person in {one.pk: one for one in people}.values():
        of_a_name[person.name_folded].append(person)
    alike = [group for group in of_a_name.values() if len(group) > 1]
    if not alike:
        return {}
    said = _what_is_known_of([one.pk for group in alike for one in group], by)
    return {pk: words for group in alike for pk, words in _apart([one.pk for one in group], said).items()}


def _what_is_known_of(keys: list[int], by: Actor) -> list[Callable[[], dict[int, str]]]:
    """Titles, cells and days of birth by key, in the order in which they are tried; each is asked when it is needed."""

    def titles() -> dict[int, str]:
        held = Post.objects.on(by.on).filter(person__in=keys).select_related("title", "unit")
        return {post.person_id: post.label for post in held}

    def cells() -> dict[int, str]:
        called = organisation.name_that_day(OuterRef("unit"), by.on)
        found = Membership.objects.on(by.on).filter(person__in=keys).values_list("person_id", called)
        return {pk: name or "" for pk, name in found}

    def born() -> dict[int, str]:
        if not by.may("people.view"):
            return {}
        seen = Person.objects.visible_to(by, among=keys).filter(pk__in=keys, born_on__isnull=False)
        days = seen.values_list("pk", "born_on")
        return {pk: _("sinh %(day)s") % {"day": show_date(day)} for pk, day in days}

    return [cache(titles), cache(cells), cache(born)]


def _apart(keys: list[int], said: list[Callable[[], dict[int, str]]]) -> dict[int, str]:
    so_far = dict.fromkeys(keys, "")
    for known in said:
        words = known()
        told = [words.get(key, "") for key in keys]
        if len(set(told)) > 1:
            so_far = {key: ", ".join(filter(None, (so_far[key], words.get(key, "")))) for key in keys}
        if len(set(so_far.values())) == len(keys) and all(so_far.values()):
            return so_far
    shown = list(so_far.values())
    return {
        key: words
        if words and shown.count(words) == 1
        else ", ".join(filter(None, (words, _("mã %d") % key)))
        for key, words in so_far.items()
    }


def known_as(people: Iterable[Person], *, by: Actor) -> dict[int, str]:
    """The name of each by key, and behind it what tells her from another of that name: for lists and selects."""
    people = list(people)
    apart = telling_apart(people, by=by)
    return {
        one.pk: f"{one.full_name} ({apart[one.pk]})" if one.pk in apart else one.full_name for one in people
    }


def posts_ending(by: Actor) -> PostQuerySet:
    """Posts in reach whose last day comes within three months, and that were not ended for another."""
    soon = Post.objects.on(by.on).filter(ends__lte=by.on + rules.ENDING_WITHIN, stands_for__isnull=True)
    return (
        soon.filter(pk__in=Post.objects.visible_to(by).values("pk")).select_related("title").order_by("ends")
    )


def administrators(by: Actor) -> PostQuerySet:
    """Who keeps accounts and posts of the units in reach, or of a part of them."""
    held = Post.objects.on(by.on).filter(
        role="administrator", pk__in=Post.objects.visible_to(by).values("pk")
    )
    return held.select_related("title").order_by("pk")


def sign_ins_of(person: Person) -> list[Event]:
    """Her last twenty sign-ins, the latest first; at which machine and from where, while that is kept."""
    return list(Event.objects.filter(person_id=person.pk, verb="account.signed_in").order_by("-pk")[:20])


def accounts_unused(on: dt.date) -> QuerySet[Account]:
    """Open accounts with which nobody has signed in, or not for half a year."""
    never = Q(last_login__isnull=True)
    return Account.objects.filter(never | Q(last_login__date__lt=on - rules.UNUSED_FOR), is_active=True)


def hanging_on_person(person: Person) -> list[tuple[str, int]]:
    """What names this person, by kind, and how much of it: every table of the house, the fullest first."""
    found: dict[str, int] = defaultdict(int)
    for relation in Person._meta.related_objects:
        field: Any = relation.field
        if field.concrete and not field.many_to_many:
            rows = relation.related_model._base_manager.filter(**{field.name: person})  # type: ignore[union-attr]
            found[str(field.model._meta.verbose_name)] += rows.count()
    return sorted(((label, n) for label, n in found.items() if n), key=lambda one: (-one[1], one[0]))


def possible_doubles(by: Actor) -> list[tuple[Person, Person]]:
    """Pairs in reach of one name whose days of birth, card numbers and telephones do not contradict each other."""
    seen = Person.objects.visible_to(by)
    names = seen.order_by().values("name_folded").annotate(n=Count("pk", distinct=True)).filter(n__gt=1)
    groups: dict[str, list[Person]] = defaultdict(list)
    for person in seen.filter(name_folded__in=names.values("name_folded")).order_by("sort_key", "pk")[
        :MOST_ALIKE
    ]:
        groups[person.name_folded].append(person)
    pairs = [pair for group in groups.values() for pair in combinations(group, 2)]
    return [(one, other) for one, other in pairs if _may_be_one(one, other)]


MOST_ALIKE = 2000


def _may_be_one(one: Person, other: Person) -> bool:
    told = [(getattr(one, name), getattr(other, name)) for name in ("born_on", "card_number")]
    return all(not mine or not theirs or mine == theirs for mine, theirs in told)
