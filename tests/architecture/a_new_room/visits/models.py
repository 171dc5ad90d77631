"""One table: on which day a unit visited how many families."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.organisation.models import Unit

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class VisitQuerySet(models.QuerySet["Visit"]):
    """Words for asking about visits."""

    def visible_to(self, actor: Actor) -> VisitQuerySet:
        """Those of the units in reach."""
        return actor.in_reach(self) if actor.may("visits.view") else self.none()


class Visit(models.Model):
    """What was done on one day; the families are counted, not named."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="visits")
    held_on = models.DateField(_("ngày thăm"))
    families = models.PositiveIntegerField(_("số gia đình"))

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("lượt thăm hỏi")
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(families__gte=1), name="a_visit_is_to_somebody")
        ]

    def __str__(self) -> str:
        return str(_("thăm %(n)s gia đình") % {"n": self.families})
