"""How the office began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.organisation.models import Unit
from lantoa.people.models.person import Person

if TYPE_CHECKING:
    pass


class Beginning(models.Model):
    """How an office began: who was made its administrator, and the head who confirms or refuses that."""

    unit = models.OneToOneField(Unit, models.PROTECT, related_name="beginning")
    administrator = models.ForeignKey(Person, models.PROTECT, related_name="+")
    head = models.ForeignKey(Person, models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(default=clock.now)
    confirmed_at = models.DateTimeField(_("xác nhận lúc"), null=True)
    refused_at = models.DateTimeField(_("từ chối lúc"), null=True)

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
