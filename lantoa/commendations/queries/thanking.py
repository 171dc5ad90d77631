"""Who may be thanked for a practice, and which thanks its page shows."""

from __future__ import annotations

from dataclasses import dataclass

from lantoa.commendations.models import Thanks
from lantoa.consents.models import Consent
from lantoa.foundation.branches import in_any
from lantoa.foundation.text import title_key
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor
from lantoa.people.models import Membership, Person, Post
from lantoa.practices.models import Practice, PracticeQuerySet

MOST_FOUND = 8


@dataclass(frozen=True)
class ToThank:
    """Somebody who may be thanked: the unit (no person), or a person who agreed to be named in the practice."""

    name: str
    person: Person | None = None

    @property
    def person_id(self) -> int | None:
        """Her key; None for the unit."""
        return self.person.pk if self.person else None


def practices_to_thank(actor: Actor) -> PracticeQuerySet:
    """Registered practices that the actor reads and that are not hidden."""
    return Practice.objects.visible_to(actor).listed()


def found_practices(name: str, actor: Actor) -> list[Practice]:
    """The first of them whose name, place or words have all these words; none for no words."""
    if not name:
        return []
    found = practices_to_thank(actor).matching(name).order_by("-pk")[:MOST_FOUND]
    return sorted(found, key=lambda one: title_key(one.name))


def to_thank(practice: Practice, actor: Actor) -> list[ToThank]:
    """The unit, unless it is the actor's own, and each person named in it who agreed, without the actor herself."""
    found = []
    if not _is_of_her_unit(practice, actor):
        found.append(ToThank(organisation.name_of(practice.unit, actor.on)))
    named = Consent.objects.about(Practice).agreeing().filter(subject_id=practice.pk, person__isnull=False)
    people = {one.person_id: one.person for one in named.select_related("person")}
    me = actor.person.pk if actor.person else None
    return found + [ToThank(str(person), person) for key, person in people.items() if key != me]


def _is_of_her_unit(practice: Practice, actor: Actor) -> bool:
    """Whichever role she acts in: she speaks for the unit, belongs to it, or holds a post there."""
    everything = Practice.objects.all()
    held = Post.objects.on(actor.on).filter(person=actor.person).values("unit_id")
    homes = Membership.objects.on(actor.on).filter(person=actor.person).values("unit_id")
    asked = Practice.objects.filter(pk=practice.pk)
    hers = [everything.filter(unit__in=held), everything.filter(unit__in=homes)]
    return in_any(asked, actor.in_own_unit(everything), *hers).exists()


def thanks_shown(practice: Practice) -> list[Thanks]:
    """What its page shows, the latest first; nothing is counted and nobody is put before another."""
    found = Thanks.objects.filter(practice=practice).shown()
    return list(found.select_related("person", "given_by", "unit", "given_from"))
