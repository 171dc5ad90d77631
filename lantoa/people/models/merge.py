"""Two records that were of one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.people.models.person import Person

if TYPE_CHECKING:
    pass


class PersonMerge(models.Model):
    """Two records were one person: what was moved from the one that went, so that it can be moved back."""

    kept = models.ForeignKey(Person, models.PROTECT, related_name="merges")
    gone = models.ForeignKey(Person, models.PROTECT, related_name="merged_into")
    log = models.JSONField(default=dict)
    merged_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    merged_at = models.DateTimeField(default=clock.now)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("việc gộp hồ sơ")
        constraints = [
            models.UniqueConstraint(
                fields=["gone"], condition=Q(undone_at__isnull=True), name="a_record_goes_into_one_other"
            ),
            models.CheckConstraint(condition=~Q(kept=F("gone")), name="a_record_is_not_merged_with_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.gone} → {self.kept}"
