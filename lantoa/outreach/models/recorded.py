"""What every record of this room has: its unit, who wrote it, and that it may be struck out."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import OWN, Actor


class OutreachQuerySet(models.QuerySet[Any]):
    """Words that every list of this room understands."""

    def visible_to(self, actor: Actor) -> Self:
        """What lies within reach; for a plain member what her own unit recorded."""
        if not actor.may("outreach.view"):
            return self.none()
        return self._own(actor) if actor.reach == OWN else actor.in_reach(self)

    def _own(self, actor: Actor) -> Self:
        """What the unit the actor belongs to has recorded itself."""
        if actor.unit is None:
            return self.none()
        return self.filter(unit__in=organisation.units_within(actor.unit, actor.on, only_itself=True))

    def standing(self) -> Self:
        """Without what was struck out."""
        return self.filter(withdrawn_on__isnull=True)


class Recorded(models.Model):
    """What a unit recorded. A mistake is struck out with a reason; it stays readable and is no longer counted."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("đơn vị"))
    withdrawn_on = models.DateField(_("gạch bỏ ngày"), null=True, blank=True)
    withdrawn_reason = models.CharField(_("lý do gạch bỏ"), max_length=300, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_on__isnull=False) & ~Q(withdrawn_reason="")),
                name="a_struck_out_%(class)s_says_why",
            )
        ]
