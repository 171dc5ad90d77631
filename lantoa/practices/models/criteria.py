"""What appraisers look at, and what they found: in words, never in points."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.people.models import Person
from lantoa.practices.models.practice import Practice


class Criterion(models.Model):
    """One thing an appraiser asks of a practice. The list is data: provinces ask differently."""

    text = models.CharField(_("tiêu chí"), max_length=200, unique=True)
    place = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    is_used = models.BooleanField(_("còn dùng"), default=True)

    class Meta:
        verbose_name = _("tiêu chí thẩm định")
        ordering = ["place", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_criterion_says_what_it_asks"),
        ]

    def __str__(self) -> str:
        return self.text


class Appraised(models.Model):
    """What appraisers found of one criterion. A word beside it helps its owner; nothing is added up."""

    class Answer(models.TextChoices):
        MET = "met", _("đạt")
        NOT_YET = "not_yet", _("chưa")
        UNCLEAR = "unclear", _("chưa rõ")

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="appraised")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    answer = models.CharField(_("nhận xét"), max_length=8, choices=Answer)
    words = models.CharField(_("nói thêm"), max_length=300, blank=True)
    said_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    said_on = models.DateField(_("ngày"))

    class Meta:
        verbose_name = _("nhận xét theo tiêu chí")
        ordering = ["criterion__place", "criterion"]
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "criterion"], name="a_criterion_is_answered_once_for_a_practice"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.get_answer_display()}"
