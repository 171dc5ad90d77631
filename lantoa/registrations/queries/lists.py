"""Lists of papers, and what has happened to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, When
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.approval import TAKE_BACK_WITHIN
from lantoa.foundation.branches import how_many, in_any
from lantoa.foundation.models import Event
from lantoa.foundation.text import given_name
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people import queries as people
from lantoa.people.actors import OWN, SUBTREE, UNIT, Actor
from lantoa.people.models import Account, Membership
from lantoa.programme import queries as programme
from lantoa.registrations.models import Registration
from lantoa.registrations.queries.who import unjudged, waits_above

OWNED_VERBS = (
    "registration.confirmation_code_given",
    "registration.confirmed",
    "registration.withdrawn",
    "registration.approval_withdrawn",
)
YEAR_END_VERBS = (
    "registration.self_assessed",
    "registration.year_remarked",
    "registration.replied",
    "registration.concluded",
)
JUDGED_VERBS = ("registration.approved", "registration.returned")


def waiting_for(actor: Actor) -> QuerySet[Registration]:
    """What was sent to the actor's own unit and waits for a judgement, oldest first; never the actor's own.

    What was sent below, where nobody holds the post today, waits here until somebody is named.
    """
    if not actor.may("registrations.judge") or actor.unit is None:
        return Registration.objects.none()
    below = unjudged(_sent_below(actor), actor.on).order_by().values_list("sent_to_id", flat=True)
    above = waits_above(set(below.distinct()), actor) if actor.reach == SUBTREE else []
    return _to_judge(actor, above).order_by("submitted_at", "pk")


def may_wait_for(actor: Actor) -> QuerySet[Registration]:
    """What waits here, and below where nobody judges: whatever `waiting_for` finds is among it."""
    if not actor.may("registrations.judge") or actor.unit is None:
        return Registration.objects.none()
    here = _to_judge(actor, [])
    if actor.reach != SUBTREE:
        return here
    return in_any(Registration.objects.waiting(), here, unjudged(_sent_below(actor), actor.on))


def _sent_below(actor: Actor) -> QuerySet[Registration]:
    """What waits in reach, but not with the actor's own unit."""
    return actor.in_reach(Registration.objects.waiting(), of_unit="sent_to").exclude(sent_to=actor.unit)


def _to_judge(actor: Actor, above: list[int]) -> QuerySet[Registration]:
    """What waits with the actor's own unit and with these others; never the actor's own."""
    found = sent_here = actor.in_own_unit(Registration.objects.waiting(), of_unit="sent_to")
    if above:
        waiting = Registration.objects.waiting()
        found = in_any(waiting, sent_here, waiting.filter(sent_to__in=above))
    return found.exclude(Q(person__in=actor.one_with) | Q(subject="collective", unit=actor.unit))


@dataclass(frozen=True)
class Numbers:
    """What stands above a list of a year's papers."""

    sent: int
    waiting: int
    missing: int
    to_judge: int
    found: int | None  # how many the list shows; None where it shows what is none of these
    years: set[int]


def numbers_above(
    actor: Actor,
    sent: Sequence[QuerySet[Registration]],
    missing: QuerySet[Membership],
    found: QuerySet[Registration] | None = None,
) -> Numbers:
    """How many papers were `sent`, wait, are `missing`, are `found` by a filter and wait for the actor's word.

    What was sent comes in parts that have no paper in common. One question; more only where a unit below has nobody
    who judges. `years` are those that have something to show: to whoever reaches below, the first year of all.
    """
    waits = Case(When(status=Registration.Status.SUBMITTED, then=1), default=0)
    asked: dict[str, tuple[QuerySet[Any], Any]] = {
        **{f"sent {n}": (part, waits) for n, part in enumerate(sent)},
        "missing": (missing, 0),
        "years": (_with_years(actor), F("year")),
    }
    if found is not None:
        asked["found"] = (found, 0)
    judges = actor.may("registrations.judge") and actor.unit is not None
    if judges:
        asked["here"] = (_to_judge(actor, []), 0)
        if actor.reach == SUBTREE:
            asked["below"] = (unjudged(_sent_below(actor), actor.on), F("sent_to_id"))
    told = how_many(**asked)
    above = waits_above(set(told.get("below", ())), actor)
    return Numbers(
        sent=sum(sum(told[f"sent {n}"].values()) for n in range(len(sent))),
        waiting=sum(told[f"sent {n}"].get(1, 0) for n in range(len(sent))),
        missing=told["missing"].get(0, 0),
        to_judge=_to_judge(actor, above).count() if above else told.get("here", {}).get(0, 0),
        found=None if found is None else told["found"].get(0, 0),
        years=set(told["years"]),
    )


def _with_years(actor: Actor) -> QuerySet[Registration]:
    """Papers whose years are offered: all of one's own and one's unit's; of a larger reach the first of all."""
    if actor.reach in (OWN, UNIT):
        return Registration.objects.visible_to(actor).submitted()
    first = Registration.objects.submitted().order_by("year").values("pk")[:1]
    return Registration.objects.filter(pk__in=first)


def not_registered(actor: Actor, year: int, unit: Unit | None = None) -> QuerySet[Membership]:
    """The memberships in reach, of the Party, whose person has sent nothing for that year. By given name."""
    members = actor.in_reach(Membership.objects.on(actor.on).party())
    if unit:
        members = organisation.within(members, unit, on=actor.on)
    without: QuerySet[Membership] = members.filter(~Exists(_sent_in(year)))
    if actor.reaches_widely:
        # As NOT EXISTS a database reads every membership of the country to look for a province's.
        paper = Subquery(_sent_in(year).order_by().values("pk")[:1])
        without = members.alias(paper=paper).filter(paper__isnull=True)
    return without.select_related("person", "unit").order_by("person__sort_key", "pk")


def _sent_in(year: int) -> QuerySet[Registration]:
    """What the person of a membership has sent for that year: to be asked for each row, which an index answers."""
    return Registration.objects.submitted().in_year(year).filter(person=OuterRef("person"))


def neighbours(actor: Actor) -> QuerySet[Membership]:
    """The people of the actor's own cell, for whom she may write down; never herself. By given name."""
    if actor.person is None or not actor.may("registrations.judge"):
        return Membership.objects.none()
    here = actor.in_own_unit(Membership.objects.on(actor.on)).exclude(person=actor.person)
    return here.select_related("person", "unit").order_by("person__sort_key", "pk")


def neighbours_without(actor: Actor, year: int) -> QuerySet[Membership]:
    """Those who have sent nothing for that year, and whether they can sign in."""
    signs_in = Account.objects.filter(person=OuterRef("person"), is_active=True)
    return neighbours(actor).filter(~Exists(_sent_in(year))).annotate(signs_in=Exists(signs_in))


def waiting_for_remark(actor: Actor, year: int | None = None) -> QuerySet[Registration]:
    """The self-assessments that the actor's unit has still to speak of, the oldest first; never her own."""
    here = Registration.objects.approved().to_remark().exclude(person__in=actor.one_with)
    found = actor.in_own_unit(here, of_unit="sent_to").order_by("year_end__assessed_on", "pk")
    return found.filter(year=year) if year else found


def last_year_of(registration: Registration) -> Registration | None:
    """The same owner's previous registration, whichever year it is of."""
    earlier = Registration.objects.submitted().filter(year__lt=registration.year)
    same = (
        earlier.filter(person_id=registration.person_id)
        if registration.person_id
        else earlier.filter(
            subject=registration.subject, household=registration.household, unit_id=registration.unit_id
        )
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
    """What was done to it since it was first sent, oldest first; what its owner is not told yet is left out."""
    events = Event.objects.about(registration).filter(
        verb__in=["registration.submitted", *JUDGED_VERBS, *OWNED_VERBS, *YEAR_END_VERBS]
    )
    found = list(events)
    if registration.is_untold:
        said = [n for n, one in enumerate(found) if one.verb == "registration.approved"]
        found = found[: said[-1]] if said else found
    return found


OPENED = "registration.opened"


def readers_of(registration: Registration) -> list[people.Reader]:
    """Who other than its owner has read it, the latest first."""
    return people.readers_of(registration, OPENED)


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


def last_meeting_of(actor: Actor, since: date) -> dict[str, Any]:
    """The meeting the actor named last, today: the next paper of the queue was most likely agreed to there too.

    Not one held before `since`, the day on which that paper was sent: nobody can have spoken of it there.
    """
    if actor.person is None:
        return {}
    last = (
        Registration.objects.approved()
        .filter(approved_by=actor.person, sent_to=actor.unit, approved_at__date=actor.on)
        .filter(meeting_on__gte=since)
        .order_by("-approved_at")
        .first()
    )
    if last is None:
        return {}
    if last.meeting_id:
        return {"meeting": str(last.meeting_id)}
    return {"meeting_on": last.meeting_on, "minutes_number": last.minutes_number}


def may_be_taken_back(actor: Actor) -> list[Registration]:
    """What the actor has approved in the last ten minutes and may undo, the newest first."""
    if actor.person is None:
        return []
    mine = Registration.objects.approved().filter(
        approved_by=actor.person, approved_at__gt=clock.now() - TAKE_BACK_WITHIN
    )
    return [one for one in mine.for_lists().order_by("-approved_at") if one.may_take_back(clock.now())]


# The programme


def programme_in_force(on: date) -> tuple[str, list[dict[str, str]]]:
    """Its name and its pillars (code, name, in_full) on that day; empty when none is entered."""
    found, pillars = programme.programme_with_pillars(on)
    said = [{"code": p.code, "name": p.name, "in_full": p.in_full} for p in pillars]
    return (found.name, said) if found else ("", [])


def last_returner(registration: Registration) -> str:
    """Who sent it back last, by name."""
    last = Event.objects.about(registration).filter(verb="registration.returned").last()
    return last.person_name if last else ""
