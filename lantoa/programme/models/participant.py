"""Who takes part in a movement by name, where a unit writes names down; elsewhere only numbers are known."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.branches import in_any
from lantoa.people.models import Person
from lantoa.programme.models.movement import Participation

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class ParticipantQuerySet(models.QuerySet["Participant"]):
    """Words for asking who takes part."""

    def visible_to(self, actor: Actor) -> ParticipantQuerySet:
        """Names are read by who writes them, and by each whose name it is; others read how many there are."""
        everything = self.model.objects.all()
        hers = everything.filter(person=actor.person) if actor.person else everything.none()
        if not actor.may("programme.edit"):
            return self.filter(pk__in=hers.values("pk"))
        return in_any(self, hers, actor.in_reach(everything, "participation__unit"))

    def on(self, day: dt.date) -> ParticipantQuerySet:
        """Those who took part that day: neither they nor their unit had left."""
        return self.filter(
            Q(left_on__isnull=True) | Q(left_on__gt=day),
            Q(participation__left_on__isnull=True) | Q(participation__left_on__gt=day),
            joined_on__lte=day,
        )

    def staying(self) -> ParticipantQuerySet:
        """Those of whom nobody has written that they left."""
        return self.filter(left_on__isnull=True)


class Participant(models.Model):
    """A person takes part in a movement with her unit, since a day and until another."""

    participation = models.ForeignKey(Participation, models.CASCADE, related_name="named")
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="movement_parts", verbose_name=_("người tham gia")
    )
    joined_on = models.DateField(_("tham gia từ ngày"))
    left_on = models.DateField(_("thôi tham gia từ ngày"), null=True, blank=True)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = _("người tham gia phong trào")
        ordering = ["joined_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participation", "person"],
                condition=Q(left_on__isnull=True),
                name="a_person_takes_part_once_with_her_unit",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("joined_on")),
                name="nobody_leaves_a_movement_before_joining_it",
            ),
        ]

    def __str__(self) -> str:
        # Goes into the history, which many read: the movement, not the name.
        return str(self.participation)

    def get_absolute_url(self) -> str:
        """The line of her unit on the page of the movement."""
        return self.participation.get_absolute_url()
