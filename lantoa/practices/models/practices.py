"""Words for asking about practices."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from lantoa.consents.models import Consent
from lantoa.foundation.branches import in_any
from lantoa.foundation.text import search_words
from lantoa.people.actors import EVERYTHING
from lantoa.people.models import Post
from lantoa.practices.words import (
    BEFORE_REGISTRATION,
    COLLECTIVE,
    DRAFT,
    PROPOSED,
    STOPPED,
)

if TYPE_CHECKING:
    from lantoa.people.actors import Actor
    from lantoa.practices.models.practice import Practice  # noqa: F401 (for the reader of types)


class PracticeQuerySet(models.QuerySet["Practice"]):
    """Words for asking about practices."""

    def visible_to(self, actor: Actor) -> PracticeQuerySet:
        """One's own; with the right to view, every registered one of the same province, and what is not yet
        registered in the units in reach or waits for one's unit."""
        if actor.reach == EVERYTHING:
            return self
        own = self._own(actor)
        if not actor.may("practices.view"):
            return in_any(self, *own)
        unregistered = self.model.objects.filter(status__in=BEFORE_REGISTRATION)
        return in_any(
            self,
            *own,
            self.model.objects.shared_with(actor),
            actor.in_reach(unregistered),
            actor.in_own_unit(unregistered, "judging_unit"),
            self._kept_from_others(actor),
            actor.in_reach(self.model.objects.told_as_a_lesson()),
        )

    def _own(self, actor: Actor) -> list[PracticeQuerySet]:
        """About her, drafted by her; and what names her and is not a draft any more."""
        if actor.person is None:
            return [self.model.objects.none()]
        about = self.model.objects.filter(Q(person=actor.person) | Q(drafted_by=actor.person))
        return [about, self.model.objects.filter(named__person=actor.person).exclude(status=DRAFT)]

    def _kept_from_others(self, actor: Actor) -> PracticeQuerySet:
        """Hidden ones of the actor's own unit, for who answers there: they are hers to mend."""
        if not actor.may("practices.judge"):
            return self.model.objects.none()
        return actor.in_own_unit(self.model.objects.hidden())

    def shared_with(self, actor: Actor) -> PracticeQuerySet:
        """Registered practices under the root of the actor's own tree: what one may learn from.

        The one place that decides what others read: whatever names somebody who does not agree is not among them.
        """
        return actor.in_own_tree(self.listed())

    def registered(self) -> PracticeQuerySet:
        """Those that were agreed to, running or stopped."""
        return self.filter(registered_on__isnull=False)

    def listed(self) -> PracticeQuerySet:
        """Registered ones in which everyone named agrees today, and that are not told without naming where."""
        return self._agreed().exclude(status=STOPPED, lesson__isnull=False)

    def told_as_a_lesson(self) -> PracticeQuerySet:
        """Stopped ones of which others read the lesson only: their units and those above still read all."""
        return self._agreed().filter(status=STOPPED, lesson__isnull=False)

    def _agreed(self) -> PracticeQuerySet:
        return self.registered().filter(~Exists(self._silent()))

    def hidden(self) -> PracticeQuerySet:
        """Registered ones that nobody else may read now, because somebody named does not agree."""
        return self.registered().filter(Exists(self._silent()))

    def _silent(self) -> models.QuerySet[Consent]:
        return Consent.objects.about(self.model).filter(subject_id=OuterRef("pk")).not_agreeing()

    def originals(self) -> PracticeQuerySet:
        """Those that were thought out where they are, not taken over from elsewhere."""
        return self.filter(is_original=True)

    def running_on(self, day: dt.date) -> PracticeQuerySet:
        """Those going on that day: begun and not yet stopped."""
        return self.registered().filter(self.are_running_on(day))

    def are_running_on(self, day: dt.date) -> Q:
        """The same as a condition on what is registered."""
        stopped_later = Q(stopped_on__isnull=True) | Q(stopped_on__gt=day)
        return stopped_later & Q(began_on__lte=day)

    def awaiting(self, actor: Actor) -> PracticeQuerySet:
        """Those proposed to the actor's unit by someone else, the longest waiting first."""
        if not actor.may("practices.judge"):
            return self.none()
        waiting = actor.in_own_unit(self.filter(status=PROPOSED), "judging_unit")
        if actor.person:
            held = Post.objects.on(actor.on).filter(person=actor.person).values("unit_id")
            of_her_collective = Q(subject=COLLECTIVE, unit__in=held) & ~Q(unit=F("judging_unit"))
            waiting = waiting.exclude(person__in=actor.one_with).exclude(proposed_by__in=actor.one_with)
            waiting = waiting.exclude(of_her_collective)
        return waiting.order_by("proposed_on", "pk")

    def of(self, actor: Actor) -> PracticeQuerySet:
        """Those this actor answers for: drafted by her, about her, or of the unit she judges for."""
        if actor.person is None:
            return self.none()
        mine = self.model.objects.filter(Q(person=actor.person) | Q(drafted_by=actor.person))
        judged = self.model.objects.all() if actor.may("practices.judge") else self.model.objects.none()
        return in_any(self, mine, actor.in_own_unit(judged))

    def matching(self, text: str) -> PracticeQuerySet:
        """Whose name, place or words have all these words, accents or not."""
        found = self
        for word in search_words(text):
            found = found.filter(folded__contains=word)
        return found
