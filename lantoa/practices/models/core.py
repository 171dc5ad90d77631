"""The core parts of a practice."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.practices.models.practice import Practice


class CorePart(models.Model):
    """A part without which it would be another practice: what adopters keep, change or drop."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="core_parts")
    place = models.PositiveSmallIntegerField(_("thứ tự"))
    text = models.CharField(_("phần cốt lõi"), max_length=300)

    class Meta:
        verbose_name = _("phần cốt lõi")
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["practice", "place"], name="a_core_part_has_its_own_place"),
            models.CheckConstraint(condition=~Q(text=""), name="a_core_part_says_something"),
        ]

    def __str__(self) -> str:
        return self.text
