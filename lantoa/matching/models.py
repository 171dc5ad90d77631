"""What a unit has put aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.organisation.models import Unit
from lantoa.people.models import Person
from lantoa.practices.models import Practice

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class DismissalQuerySet(models.QuerySet["Dismissal"]):
    """Words for asking about what was put aside."""

    def visible_to(self, actor: Actor) -> DismissalQuerySet:
        """Those of the actor's own unit."""
        return actor.in_own_unit(self)


class Dismissal(models.Model):
    """This unit has seen the practice and said that it does not fit; it is not offered again until brought back."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("đơn vị"))
    practice = models.ForeignKey(Practice, models.CASCADE, related_name="+", verbose_name=_("mô hình"))
    dismissed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    dismissed_on = models.DateField(_("ngày"))

    objects = DismissalQuerySet.as_manager()

    class Meta:
        verbose_name = _("gợi ý đã bỏ qua")
        ordering = ["-dismissed_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "practice"], name="a_unit_puts_a_practice_aside_once")
        ]

    def __str__(self) -> str:
        return str(self.practice)
