"""Who is who, where a paper goes, and what one may do with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.approval import TAKE_BACK_WITHIN
from lantoa.foundation.half_open import holds_on
from lantoa.meetings.models import Meeting
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.organisation.paths import ancestor_paths
from lantoa.people import queries as people
from lantoa.people.actors import Actor
from lantoa.people.models import Duty, Membership, Person, Post
from lantoa.people.roles import ROLES
from lantoa.registrations import rules
from lantoa.registrations.models import Confirmation, Progress, Registration

JUDGING_ROLES = [code for code, role in ROLES.items() if "registrations.judge" in role.permissions]


@dataclass(frozen=True)
class Home:
    """Where a person registers, and whether as a member of the Party; the unit's path that day where it is known."""

    unit: Unit
    is_party_member: bool
    path: str | None = None


def home_of(person: Person, actor: Actor) -> Home | None:
    """The cell a person belongs to that day; the unit of her post when she belongs to none; else None."""
    if belongs := people.membership_of(person, actor.on):
        return Home(belongs.unit, belongs.status != Membership.Status.OUTSIDE, belongs.path)
    return Home(actor.unit, True) if actor.unit else None


def duties_of(person: Person, on: date) -> list[Duty]:
    """What the person's titles charge her with."""
    titles = Post.objects.on(on).filter(person=person, title__isnull=False).values("title_id")
    return list(Duty.objects.filter(title__in=titles))


def judging_on(on: date) -> QuerySet[Post]:
    """The posts whose holders judge papers that day."""
    return Post.objects.on(on).filter(role__in=JUDGING_ROLES)


def judges_of(unit: Unit, on: date) -> list[Post]:
    """Who judges what is sent to this unit, or to the one that continues it; its head first."""
    return list(_head_first(judging_on(on).filter(unit=organisation.standing_for(unit, on))))


def _head_first(held: QuerySet[Post]) -> QuerySet[Post]:
    return held.select_related("person", "title", "unit").order_by("-is_head", "starts", "pk")


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


def receiver_for(registration: Registration, on: date, places: Sequence[Placement] | None = None) -> Receiver:
    """Where this paper goes: a household's to its own cell, the others as `receiver_of` says."""
    if not registration.is_household:
        return receiver_of(registration.unit, registration.person, on, places)
    judges = judges_of(registration.unit, on)
    name = organisation.name_of(registration.unit, on)
    return Receiver(registration.unit, name, judges[0] if judges else None)


def receiver_of(
    unit: Unit, person: Person | None, on: date, places: Sequence[Placement] | None = None
) -> Receiver:
    """The nearest unit, from the author's own upwards, where somebody other than the author judges.

    A head's own goes to the unit above, and so does everybody's where no judge is left. At the root
    the last word is the root's, even when nobody holds a post there today. `places`, from the root down to the
    unit, saves asking for them again.
    """
    line = _line(unit, on, places)
    # A collective's paper is its head's own: it goes up at once.
    for place in (line[1:] or line) if person is None else line:
        if place.judges and all(post.person != person for post in place.judges):
            return Receiver(place.unit, place.name, place.judges[0])
    others = [post for post in line[-1].judges if post.person != person]
    return Receiver(line[-1].unit, line[-1].name, others[0] if others else None)


def sent_receiver(registration: Registration, on: date) -> Receiver:
    """Where a registration that was sent lies, and who reads it there today: the level above while nobody does."""
    line = _line(organisation.standing_for(registration.sent_to or registration.unit, on), on)
    for place in line:
        judges = [post for post in place.judges if post.person_id != registration.person_id]
        if judges:
            return Receiver(place.unit, place.name, judges[0])
    return Receiver(line[0].unit, line[0].name, None)


@dataclass(frozen=True)
class _Desk:
    """A unit that a paper may go to, its name that day, and who judges there, the head first."""

    unit: Unit
    name: str
    judges: list[Post]


def _line(unit: Unit, on: date, places: Sequence[Placement] | None = None) -> list[_Desk]:
    """The unit and those above it, nearest first; one that has ended alone, with who judges for it now."""
    places = organisation.Standing(unit, on).line if places is None else places
    if not places:
        return [_Desk(unit, organisation.name_of(unit, on), judges_of(unit, on))]
    held: dict[int, list[Post]] = {}
    for post in _head_first(judging_on(on).filter(unit__in=[place.unit_id for place in places])):
        held.setdefault(post.unit_id, []).append(post)
    return [_Desk(place.unit, place.name, held.get(place.unit_id, [])) for place in reversed(places)]


def unjudged(sent: QuerySet[Registration], on: date) -> QuerySet[Registration]:
    """Those of the papers that were sent to a unit where nobody judges today."""
    judged = judging_on(on).filter(holds_on(on, "unit__inherits__"), unit__inherits__unit=OuterRef("sent_to"))
    return sent.filter(~Exists(judged))


def waits_above(units: set[int], actor: Actor) -> list[int]:
    """Of these units, where nobody judges today: those of which the actor's is the nearest above where somebody does.

    The same few questions, however many units there are; none for no unit.
    """
    if not units or actor.unit is None:
        return []
    heirs = organisation.heirs_of(units, actor.on)
    nearest = _nearest_judged(set(heirs.values()), actor.on)
    return [unit for unit, heir in heirs.items() if nearest.get(heir) == actor.unit.pk != heir]


def _nearest_judged(units: set[int], on: date) -> dict[int, int]:
    """Unit → the nearest at or above it where somebody judges that day."""
    lines = {unit: ancestor_paths(path)[::-1] for unit, path in organisation.paths_of(units, on).items()}
    every = {path for line in lines.values() for path in line}
    at = dict(Placement.objects.on(on).filter(path__in=every).values_list("path", "unit_id"))
    judged = set(judging_on(on).filter(unit__in=set(at.values())).values_list("unit_id", flat=True))
    met = {unit: [at[path] for path in line if at.get(path) in judged] for unit, line in lines.items()}
    return {unit: found[0] for unit, found in met.items() if found}


def is_own(registration: Registration, actor: Actor) -> bool:
    """Whether the actor is its owner; a collective's paper belongs to whoever leads that unit."""
    if registration.person_id:
        return actor.person is not None and actor.person.pk == registration.person_id
    if registration.is_household:
        return False
    return actor.unit == registration.unit and actor.may("registrations.judge")


def as_told(registration: Registration, actor: Actor) -> Registration:
    """As it stands for this reader: its owner hears of an approval only when it can be taken back no more.

    Uses what `for_lists` prefetched. A paper that is not told is never saved.
    """
    if registration.may_take_back(clock.now()) and is_own(registration, actor):
        registration.is_untold, registration.status = True, Registration.Status.SUBMITTED
        registration.approved_by = registration.approved_at = None
        registration.meeting, registration.meeting_on, registration.minutes_number = None, None, ""
    return registration


def untold(meeting: Meeting, actor: Actor) -> list[Registration]:
    """What was agreed to at this meeting of which the actor, whose paper it is, does not hear yet."""
    fresh = Registration.objects.approved().filter(
        meeting=meeting, approved_at__gt=clock.now() - TAKE_BACK_WITHIN
    )
    return [one for one in fresh.for_lists() if as_told(one, actor).is_untold]


def enters_for(registration: Registration, actor: Actor) -> bool:
    """Whether the actor looks after a paper typed for somebody of her own cell."""
    if not registration.is_on_behalf or is_own(registration, actor) or not actor.may("registrations.judge"):
        return False
    return actor.in_own_unit(Registration.objects.filter(pk=registration.pk)).exists()


def records_for(registration: Registration, actor: Actor) -> bool:
    """Whether the actor may write down what was done, on a paper of somebody of her own cell."""
    if registration.subject == Registration.Subject.COLLECTIVE or is_own(registration, actor):
        return False
    if not actor.may("registrations.judge"):
        return False
    mine = Registration.objects.filter(pk=registration.pk)
    return actor.in_own_unit(mine).exists() or belongs_here(registration, actor)


def belongs_here(registration: Registration, actor: Actor) -> bool:
    """Whether its owner belongs to the actor's own unit today: a paper follows whoever moves to another cell."""
    if registration.person_id is None:
        return False
    here = actor.in_own_unit(Membership.objects.on(actor.on))
    return here.filter(person=registration.person_id).exists()


def joined_after(person: Person | None, day: date) -> bool:
    """Whether the person first came to any cell after that day: nobody is late for what was before her time."""
    if person is None:
        return False
    first = Membership.objects.filter(person=person).order_by("starts").first()
    return first is not None and first.starts > day


def may_mend_line(line: Progress, actor: Actor) -> bool:
    """Whether the actor may mend a line: what the owner told herself is hers alone, on her own paper."""
    registration = line.task.registration
    if is_own(registration, actor):
        return True
    is_told = line.recorded_by_id == registration.person_id and not registration.is_on_behalf
    return records_for(registration, actor) and not is_told


def may_take_back(line: Progress, actor: Actor) -> bool:
    """Whether a line was typed for the actor, who has not confirmed it herself."""
    owner = line.task.registration.person_id
    is_mine = actor.person is not None and owner == actor.person.pk
    typed_by_another = line.recorded_by_id not in (None, owner)
    return is_mine and typed_by_another and line.confirmed_how != Confirmation.SIGNED_IN


def writes(registration: Registration, actor: Actor) -> bool:
    """Whether the actor writes on it: her own, or one she looks after."""
    return is_own(registration, actor) or enters_for(registration, actor)


def may_conclude(registration: Registration, actor: Actor) -> bool:
    """Whether the actor records what the cell says of the year."""
    return (
        registration.is_approved
        and not is_own(registration, actor)
        and actor.may("registrations.judge")
        and _concludes(registration, actor)
    )


def _concludes(registration: Registration, actor: Actor) -> bool:
    """Where it was sent; and, of what a cell judges, the cell its owner belongs to by now."""
    if actor.reaches(registration.sent_to or registration.unit):
        return True
    return registration.sent_to_id == registration.unit_id and belongs_here(registration, actor)


def must_conclude_on(registration: Registration, actor: Actor) -> None:
    """NotAllowed for one's own, or out of reach."""
    rules.must_judge(
        may=actor.may("registrations.judge"),
        reaches=_concludes(registration, actor),
        is_own=is_own(registration, actor) or actor.is_one_with(registration.person_id),
    )


def may_withdraw(registration: Registration, actor: Actor) -> bool:
    """Whether its owner may still say that it is not hers."""
    speaks = is_own(registration, actor) or (registration.is_household and enters_for(registration, actor))
    typed_by_another = speaks and registration.is_on_behalf
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
