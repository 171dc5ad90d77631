"""How the office began."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.organisation.models import Unit
from lantoa.people.models.person import Person


class BeginningQuerySet(models.QuerySet["Beginning"]):
    """Since when the system is used here. What should have been written down before that is not known, and nobody's
    lack; where nobody began through the pages the data came in whole, its past with it.
    """

    def in_use_on(self, day: dt.date | OuterRef) -> Any:
        """The condition that it was used on that day, or on the day in a column of the query around."""
        return ~Exists(self.filter(begun_at__date__gt=day))

    def first_day(self) -> dt.date | None:
        """The day on which the office began; None where nobody began through the pages."""
        begun = self.order_by("begun_at").values_list("begun_at", flat=True).first()
        return timezone.localtime(begun).date() if begun else None

    def not_before(self, day: dt.date) -> dt.date:
        """That day, or the one on which the office began if it is later."""
        return max(day, self.first_day() or day)


class Beginning(models.Model):
    """How an office began: who was made its administrator, and the head who confirms or refuses that."""

    unit = models.OneToOneField(Unit, models.PROTECT, related_name="beginning")
    administrator = models.ForeignKey(Person, models.PROTECT, related_name="+")
    head = models.ForeignKey(Person, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(default=clock.now)
    confirmed_at = models.DateTimeField(_("xác nhận lúc"), null=True)
    refused_at = models.DateTimeField(_("từ chối lúc"), null=True)

    objects = BeginningQuerySet.as_manager()

    class Meta:
        verbose_name = _("việc bắt đầu dùng")
        constraints = [
            models.CheckConstraint(
                condition=~Q(administrator=F("head")), name="who_is_given_power_does_not_confirm_it"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | Q(refused_at__isnull=True),
                name="a_beginning_is_not_both_confirmed_and_refused",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.administrator}"
