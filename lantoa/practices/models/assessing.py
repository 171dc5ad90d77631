"""Whether a practice of a movement was found effective, year by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.practices.models.practice import Practice

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class MovementAssessmentQuerySet(models.QuerySet["MovementAssessment"]):
    """Words for asking what was found of the practices of movements."""

    def visible_to(self, actor: Actor) -> MovementAssessmentQuerySet:
        """Whoever may read the practice."""
        return self.filter(practice__in=Practice.objects.visible_to(actor))

    def of_movements(self) -> MovementAssessmentQuerySet:
        """Without those of practices that were taken out of their movement since."""
        return self.filter(practice__movement__isnull=False)

    def effective(self) -> MovementAssessmentQuerySet:
        """Those that found it effective."""
        return self.filter(is_effective=True)


class MovementAssessment(models.Model):
    """What the level above found when it summed up a movement: effective that year, or not yet; said once a year."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="assessments")
    year = models.PositiveSmallIntegerField(_("năm"))
    assessed_on = models.DateField(_("ngày đánh giá"))
    is_effective = models.BooleanField(_("có hiệu quả"))

    objects = MovementAssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("đánh giá mô hình trong phong trào")
        ordering = ["-year", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["practice", "year"], name="a_practice_is_assessed_once_a_year")
        ]
        indexes = [models.Index(fields=["assessed_on"], name="assessments_by_day")]

    def __str__(self) -> str:
        return str(self.practice)

    def get_absolute_url(self) -> str:
        """The page of the practice."""
        return self.practice.get_absolute_url()
