"""Decisions that recognise a practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.practices.models.field import RecognitionLevel
from lantoa.practices.models.practice import Practice

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class RecognitionQuerySet(models.QuerySet["Recognition"]):
    """Words for asking about recognitions."""

    def visible_to(self, actor: Actor) -> RecognitionQuerySet:
        """Those of the practices one may see."""
        return self.filter(practice__in=Practice.objects.visible_to(actor).values("pk"))


class Recognition(models.Model):
    """A decision that recognises a practice at a level."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="recognitions")
    level = models.CharField(_("cấp công nhận"), max_length=12, choices=RecognitionLevel)
    decision_number = models.CharField(_("số quyết định"), max_length=60)
    decided_on = models.DateField(_("ngày quyết định"))
    body = models.CharField(_("cơ quan công nhận"), max_length=200)

    objects = RecognitionQuerySet.as_manager()

    class Meta:
        verbose_name = _("công nhận mô hình")
        ordering = ["decided_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "level", "decision_number"], name="a_decision_recognises_a_practice_once"
            ),
            models.CheckConstraint(condition=~Q(decision_number=""), name="a_recognition_names_its_decision"),
        ]

    def __str__(self) -> str:
        return f"{self.get_level_display()}: {self.decision_number}"

    def get_absolute_url(self) -> str:
        """The page of the practice."""
        return reverse("practices:show", args=[self.practice_id])
