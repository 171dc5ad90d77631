"""Questions about registrations that need more than one QuerySet word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.foundation.models import Event
from lantoa.foundation.text import given_name
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Account, Duty, Membership, Person, Post
from lantoa.people.roles import ROLES
from lantoa.programme import queries as programme
from lantoa.registrations import rules
from lantoa.registrations.models import Confirmation, Registration, RegistrationYear

JUDGING_ROLES = [code for code, role in ROLES.items() if "registrations.judge" in role.permissions]
OWNED_VERBS = ("registration.confirmed", "registration.withdrawn")
YEAR_END_VERBS = (
    "registration.self_assessed",
    "registration.year_remarked",
    "registration.replied",
    "registration.concluded",
)
JUDGED_VERBS = ("registration.approved", "registration.returned")


# Who is who


@dataclass(frozen=True)
class Home:
    """Where a person registers, and whether as a member of the Party."""

    unit: Unit
    is_party_member: bool


def home_of(person: Person, actor: Actor) -> Home | None:
    """The cell a person belongs to that day; the unit of her post when she belongs to none; else None."""
    belongs = Membership.objects.on(actor.on).filter(person=person).select_related("unit").first()
    if belongs:
        return Home(belongs.unit, belongs.status != Membership.Status.OUTSIDE)
    return Home(actor.unit, True) if actor.unit else None


def duties_of(person: Person, on: date) -> list[Duty]:
    """What the person's titles charge her with."""
    titles = Post.objects.on(on).filter(person=person, title__isnull=False).values("title_id")
    return list(Duty.objects.filter(title__in=titles))


def judges_of(unit: Unit, on: date) -> list[Post]:
    """Who judges what is sent to this unit, its head first."""
    held = Post.objects.on(on).filter(unit=unit, role__in=JUDGING_ROLES)
    return list(held.select_related("person", "title", "unit").order_by("-is_head", "starts", "pk"))


@dataclass(frozen=True)
class Receiver:
    """Where a registration goes and who reads it there. `judge` is None where nobody holds the post."""

    unit: Unit
    unit_name: str
    judge: Post | None

    @property
    def button(self) -> str:
        """What the sending button says."""
        if self.unit.level == Unit.Level.CELL:
            return _("Gửi đến chi bộ")
        return _("Gửi đến cấp ủy cấp trên")


def receiver_of(unit: Unit, person: Person | None, on: date) -> Receiver:
    """The nearest unit, from the author's own upwards, where somebody other than the author judges.

    A head's own goes to the unit above, and so does everybody's where no judge is left. At the root
    the last word is the root's, even when nobody holds a post there today.
    """
    line = [unit, *(place.unit for place in reversed(organisation.ancestors(unit, on)))]
    # A collective's paper is its head's own: it goes up at once.
    for place in (line[1:] or line) if person is None else line:
        judges = judges_of(place, on)
        if judges and all(post.person != person for post in judges):
            return Receiver(place, organisation.name_of(place, on), judges[0])
    others = [post for post in judges_of(line[-1], on) if post.person != person]
    return Receiver(line[-1], organisation.name_of(line[-1], on), others[0] if others else None)


def sent_receiver(registration: Registration, on: date) -> Receiver:
    """Where a registration that was sent lies, and who reads it there today."""
    unit = registration.sent_to or registration.unit
    judges = [post for post in judges_of(unit, on) if post.person_id != registration.person_id]
    return Receiver(unit, organisation.name_of(unit, on), judges[0] if judges else None)


def is_own(registration: Registration, actor: Actor) -> bool:
    """Whether the actor is its owner; a collective's paper belongs to whoever leads that unit."""
    if registration.person_id:
        return actor.person is not None and actor.person.pk == registration.person_id
    return actor.unit == registration.unit and actor.may("registrations.judge")


def enters_for(registration: Registration, actor: Actor) -> bool:
    """Whether the actor looks after a paper typed for somebody of her own cell."""
    if not registration.is_on_behalf or is_own(registration, actor) or not actor.may("registrations.judge"):
        return False
    return actor.in_own_unit(Registration.objects.filter(pk=registration.pk)).exists()


def writes(registration: Registration, actor: Actor) -> bool:
    """Whether the actor writes on it: her own, or one she looks after."""
    return is_own(registration, actor) or enters_for(registration, actor)


def may_conclude(registration: Registration, actor: Actor) -> bool:
    """Whether the actor records what the cell says of the year."""
    return (
        registration.is_approved
        and not is_own(registration, actor)
        and actor.may("registrations.judge")
        and actor.reaches(registration.sent_to or registration.unit)
    )


def must_conclude_on(registration: Registration, actor: Actor) -> None:
    """NotAllowed for one's own, or out of reach."""
    rules.must_judge(
        may=actor.may("registrations.judge"),
        reaches=actor.reaches(registration.sent_to or registration.unit),
        is_own=is_own(registration, actor),
    )


def may_withdraw(registration: Registration, actor: Actor) -> bool:
    """Whether its owner may still say that it is not hers."""
    typed_by_another = is_own(registration, actor) and registration.is_on_behalf
    confirmed_herself = registration.confirmed_how == Confirmation.SIGNED_IN
    return typed_by_another and not confirmed_herself and rules.STEPS.may(rules.WITHDRAW, registration.status)


def may_judge(registration: Registration, actor: Actor) -> bool:
    """Whether the judging buttons are shown."""
    return (
        registration.is_waiting
        and not is_own(registration, actor)
        and actor.may("registrations.judge")
        and actor.reaches(registration.sent_to or registration.unit)
    )


# The years


def calendar_of(unit: Unit | None, on: date) -> rules.Calendar:
    """What the unit may register for: the nearest unit that opened a year, from itself upwards, sets its deadline."""
    if unit is None:
        return rules.Calendar(on, {})
    line = [unit.pk, *(place.unit_id for place in reversed(organisation.ancestors(unit, on)))]
    opened = RegistrationYear.objects.filter(unit__in=line, opens_on__lte=on)
    nearest_last = sorted(opened, key=lambda one: -line.index(one.unit_id))
    return rules.Calendar(on, {one.year: one.deadline for one in nearest_last})


def calendar_for(actor: Actor) -> rules.Calendar:
    """The calendar of the cell the actor registers in."""
    home = home_of(actor.person, actor) if actor.person else None
    return calendar_of(home.unit if home else None, actor.on)


def may_open_years(actor: Actor) -> bool:
    """Whether the actor looks after more than one unit and may arrange their work."""
    may = actor.may("registrations.judge") or actor.may("programme.edit")
    return may and actor.may("registrations.view") and actor.reach == Post.Reach.SUBTREE


def heads_of(unit_ids: Iterable[int], on: date) -> dict[int, int]:
    """unit id → id of the person who heads it that day."""
    held = Post.objects.on(on).filter(unit__in=unit_ids, is_head=True).order_by("-starts", "-pk")
    return dict(held.values_list("unit_id", "person_id"))


def head_first(unit: Unit, year: int, on: date, *, reader: Person | None) -> Registration | None:
    """What the unit's head undertook for that year, once it was agreed to; nothing for the head herself."""
    head = heads_of([unit.pk], on).get(unit.pk)
    if head is None or (reader and head == reader.pk):
        return None
    agreed = Registration.objects.approved().in_year(year).filter(person_id=head)
    return agreed.select_related("person").prefetch_related("tasks__progress").first()


@dataclass(frozen=True)
class Turnout:
    """How many of a unit's members, itself and below, have sent a registration."""

    unit_id: int
    code: str
    name: str
    done: int
    members: int
    opens: bool
    head_is_missing: bool

    @property
    def missing(self) -> int:
        """How many have not."""
        return self.members - self.done


def turnout_of(unit: Unit, year: int, on: date) -> list[Turnout]:
    """Each unit directly below, and the unit's own members if it has any; a fixed number of questions."""
    members = organisation.within(Membership.objects.on(on).party(), unit, on=on)
    sent = Registration.objects.submitted().in_year(year).filter(person__isnull=False)
    per_unit = members.order_by().values("unit_id").annotate(n=Count("person", distinct=True))
    total = dict(per_unit.values_list("unit_id", "n"))
    done = dict(per_unit.filter(person__in=sent.values("person_id")).values_list("unit_id", "n"))
    path_of = organisation.paths_of(total, on)
    here = organisation.placement(unit, on)
    places = [*organisation.children(unit, on), *([here] if here else [])]
    heads = heads_of([place.unit_id for place in places], on)
    went_first = set(sent.filter(person__in=heads.values()).values_list("person_id", flat=True))
    rows = []
    for place in places:
        below = [u for u, path in path_of.items() if _belongs(path, place.path, is_self=place == here)]
        rows.append(
            Turnout(
                place.unit_id,
                place.unit.code,
                place.name,
                sum(done.get(u, 0) for u in below),
                sum(total[u] for u in below),
                opens=place != here and place.unit.level != Unit.Level.CELL,
                head_is_missing=place.unit_id in heads and heads[place.unit_id] not in went_first,
            )
        )
    return [row for row in rows if row.members]


def _belongs(path: str, place: str, *, is_self: bool) -> bool:
    """A unit's own members are those of no unit below it."""
    return path == place if is_self else path.startswith(place)


# Lists


def waiting_for(actor: Actor) -> QuerySet[Registration]:
    """What was sent to the actor's own unit and waits for a judgement, oldest first; never the actor's own."""
    if not actor.may("registrations.judge") or actor.unit is None:
        return Registration.objects.none()
    sent_here = actor.in_own_unit(Registration.objects.waiting(), of_unit="sent_to")
    own = Q(person=actor.person) | Q(person__isnull=True, unit=actor.unit)
    return sent_here.exclude(own).order_by("submitted_at", "pk")


def not_registered(actor: Actor, year: int, unit: Unit | None = None) -> QuerySet[Membership]:
    """The memberships in reach, of the Party, whose person has sent nothing for that year. By given name."""
    members = actor.in_reach(Membership.objects.on(actor.on).party())
    if unit:
        members = organisation.within(members, unit, on=actor.on)
    done = Registration.objects.submitted().in_year(year).filter(person__isnull=False).values("person_id")
    return (
        members.exclude(person__in=done).select_related("person", "unit").order_by("person__sort_key", "pk")
    )


def neighbours(actor: Actor) -> QuerySet[Membership]:
    """The people of the actor's own cell, for whom she may write down; never herself. By given name."""
    if actor.person is None or not actor.may("registrations.judge"):
        return Membership.objects.none()
    here = actor.in_own_unit(Membership.objects.on(actor.on)).exclude(person=actor.person)
    return here.select_related("person", "unit").order_by("person__sort_key", "pk")


def neighbours_without(actor: Actor, year: int) -> QuerySet[Membership]:
    """Those who have sent nothing for that year, and whether they can sign in."""
    done = Registration.objects.submitted().in_year(year).filter(person__isnull=False).values("person_id")
    signs_in = Account.objects.filter(person=OuterRef("person"), is_active=True)
    return neighbours(actor).exclude(person__in=done).annotate(signs_in=Exists(signs_in))


def last_year_of(registration: Registration) -> Registration | None:
    """The same owner's previous registration, whichever year it is of."""
    earlier = Registration.objects.submitted().filter(year__lt=registration.year)
    same = (
        earlier.filter(person_id=registration.person_id)
        if registration.person_id
        else earlier.filter(person__isnull=True, unit_id=registration.unit_id)
    )
    return same.for_lists().order_by("-year").first()


# What has happened


def who_was_faster(registration: Registration) -> str:
    """ "Đồng chí Hùng đã duyệt lúc 09:12.": the last act on it, said to whoever came second."""
    words = {
        "registration.approved": _("đã duyệt"),
        "registration.returned": _("đã trả lại để sửa"),
        "registration.submitted": _("đã gửi"),
    }
    last = Event.objects.about(registration).filter(verb__in=words).last()
    if last is None:
        return _("Bản này vừa được người khác xử lý. Tải lại trang để xem trạng thái mới.")
    return _("Đồng chí %(name)s %(did)s lúc %(at)s.") % {
        "name": given_name(last.person_name),
        "did": words[last.verb],
        "at": f"{timezone.localtime(last.at):%H:%M}",
    }


def trail_of(registration: Registration) -> list[Event]:
    """What was done to it since it was first sent, oldest first."""
    events = Event.objects.about(registration).filter(
        verb__in=["registration.submitted", *JUDGED_VERBS, *OWNED_VERBS, *YEAR_END_VERBS]
    )
    return list(events)


@dataclass(frozen=True)
class Judged:
    """What someone has judged on one day."""

    approved: int
    returned: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.approved + self.returned


def judged_by(actor: Actor) -> Judged:
    """How many papers the actor has judged today."""
    if actor.person is None:
        return Judged(0, 0)
    acts = Event.objects.filter(person_id=actor.person.pk, on=actor.on, verb__in=JUDGED_VERBS)
    done = list(acts.values_list("verb", flat=True))
    return Judged(done.count("registration.approved"), done.count("registration.returned"))


def last_meeting_of(actor: Actor) -> tuple[date | None, str]:
    """The meeting the actor named last, today: the next paper of the queue was most likely agreed to there too."""
    if actor.person is None:
        return None, ""
    last = (
        Registration.objects.approved()
        .filter(approved_by=actor.person, sent_to=actor.unit, approved_at__date=actor.on)
        .order_by("-approved_at")
        .first()
    )
    return (last.meeting_on, last.minutes_number) if last else (None, "")


# The programme


def programme_in_force(on: date) -> tuple[str, list[dict[str, str]]]:
    """Its name and its pillars (code, name, in_full) on that day; empty when none is entered."""
    found = programme.programme_on(on)
    if found is None:
        return "", []
    return found.name, [{"code": p.code, "name": p.name, "in_full": p.in_full} for p in found.pillars_on(on)]


def last_returner(registration: Registration) -> str:
    """Who sent it back last, by name."""
    last = Event.objects.about(registration).filter(verb="registration.returned").last()
    return last.person_name if last else ""
