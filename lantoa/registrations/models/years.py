"""A year of registering, opened for a unit and everything below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.organisation.models import Unit
from lantoa.people.models import Person

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class RegistrationYearQuerySet(models.QuerySet["RegistrationYear"]):
    """Words for asking about opened years."""

    def visible_to(self, actor: Actor) -> RegistrationYearQuerySet:
        """Those of the units in reach; what was opened above is no secret but is asked of the tree."""
        return actor.in_reach(self)


class RegistrationYear(models.Model):
    """From when one registers for a year, and until when, in a unit and everything below it."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="registration_years")
    year = models.PositiveSmallIntegerField(_("năm"))
    opens_on = models.DateField(_("mở từ ngày"))
    deadline = models.DateField(_("hạn đăng ký"))
    note = models.CharField(_("căn cứ, ghi chú"), max_length=300, blank=True)
    opened_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField(default=clock.now)

    objects = RegistrationYearQuerySet.as_manager()

    class Meta:
        verbose_name = _("kỳ đăng ký")
        ordering = ["-year", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "year"], name="a_unit_opens_a_year_once"),
            models.CheckConstraint(
                condition=Q(deadline__gte=F("opens_on")), name="a_year_closes_after_it_opens"
            ),
        ]

    def __str__(self) -> str:
        return gettext("Kỳ đăng ký năm %(year)s") % {"year": self.year}

    def get_absolute_url(self) -> str:
        """Who has registered for it so far."""
        return f"{reverse('registrations:missing')}?nam={self.year}&don-vi={self.unit.code}"
