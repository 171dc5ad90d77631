"""An occasion on which units below may propose."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.branches import in_any
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.programme.models import Movement


class OccasionQuerySet(models.QuerySet["Occasion"]):
    """Words for asking which occasions."""

    def visible_to(self, actor: Actor) -> Self:
        """Those of one's own unit, of the units above it and of the units in reach."""
        if not actor.may("commendations.view"):
            return self.none()
        line = [place.unit_id for place in actor.line]
        everything = self.model.objects.all()
        return in_any(self, everything.filter(unit__in=line), actor.in_reach(everything))


class Occasion(models.Model):
    """On which occasion: "Sơ kết 2 năm thực hiện Kết luận 01"."""

    name = models.CharField(_("đợt khen"), max_length=250)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="occasions", verbose_name=_("đơn vị tổ chức"))
    held_on = models.DateField(_("ngày"))
    movement = models.ForeignKey(
        Movement,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="occasions",
        verbose_name=_("phong trào thi đua"),
    )

    objects = OccasionQuerySet.as_manager()

    class Meta:
        verbose_name = _("đợt khen thưởng")
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name", "held_on"], name="a_unit_holds_an_occasion_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return self.name
