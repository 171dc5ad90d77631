"""Which years of what a level asks before it gives a form: dated data that the office keeps; and what is stated."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.commendations import words
from lantoa.commendations.models.award import AwardLevel, Form, Subject
from lantoa.commendations.models.proposal import Proposal
from lantoa.foundation.half_open import ends_after_start, holds_on


class Merit(models.TextChoices):
    """What a year may show. `RATED` is shown by a review to who may read it; else a paper is named."""

    RATED = words.RATED, _("xếp loại hoàn thành xuất sắc nhiệm vụ")
    COMPLETED = words.COMPLETED, _("hoàn thành nội dung đăng ký, theo kết luận của chi bộ")
    BREAKTHROUGH = words.BREAKTHROUGH, _("hoàn thành nội dung đột phá")
    PRACTICE = words.PRACTICE, _("có mô hình, cách làm được công nhận")
    AWARDED_CELL = words.AWARDED_CELL, _("được biểu dương trong chi bộ")
    AWARDED_GRASSROOTS = words.AWARDED_GRASSROOTS, _("được cấp cơ sở khen")
    AWARDED_SUPERIOR = words.AWARDED_SUPERIOR, _("được cấp trên cơ sở khen")
    AWARDED_PROVINCE = words.AWARDED_PROVINCE, _("được cấp tỉnh khen")


class EligibilityRuleQuerySet(models.QuerySet["EligibilityRule"]):
    """Words for asking which rules."""

    def on(self, day: dt.date) -> Self:
        """Those in force that day."""
        return self.filter(holds_on(day))

    def for_proposal(self, proposal: Proposal) -> Self:
        """Those that speak of its form, its level and its subject."""
        return self.filter(
            subject=proposal.subject, level=proposal.proposed_level, form=proposal.proposed_form
        )


class EligibilityRule(models.Model):
    """What one level asks, for one form, of collectives or of individuals, from a day on.

    It helps who proposes and who decides to see what is there; it refuses nothing and decides nothing.
    """

    name = models.CharField(_("tên tiêu chuẩn"), max_length=200)
    subject = models.CharField(
        _("áp dụng cho"), max_length=12, choices=[c for c in Subject.choices if c[0] != words.UNSPLIT]
    )
    level = models.CharField(_("cấp khen"), max_length=16, choices=AwardLevel)
    form = models.CharField(_("hình thức"), max_length=12, choices=Form)
    basis = models.CharField(_("căn cứ"), max_length=300, blank=True)
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = EligibilityRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("tiêu chuẩn khen thưởng")
        ordering = ["subject", "level", "form", "-starts", "pk"]
        constraints = [
            ends_after_start("an_eligibility_rule_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=["subject", "level", "form", "name", "starts"],
                name="an_eligibility_rule_is_written_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class EligibilityCondition(models.Model):
    """So many years in a row of one merit."""

    rule = models.ForeignKey(EligibilityRule, models.CASCADE, related_name="conditions")
    merit = models.CharField(_("điều kiện"), max_length=20, choices=Merit)
    years = models.PositiveSmallIntegerField(_("số năm liền"))

    class Meta:
        verbose_name = _("điều kiện của tiêu chuẩn")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["rule", "merit"], name="a_rule_asks_for_a_merit_once"),
            models.CheckConstraint(condition=Q(years__gte=1, years__lte=20), name="a_row_has_years"),
        ]

    def __str__(self) -> str:
        return f"{self.get_merit_display()}: {self.years}"


class StatedYear(models.Model):
    """A year for which who proposes names the paper that shows the merit; whom it is about reads it too."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="stated_years")
    merit = models.CharField(_("điều kiện"), max_length=20, choices=Merit)
    year = models.PositiveSmallIntegerField(_("năm"))
    paper = models.CharField(_("văn bản làm căn cứ"), max_length=300)

    class Meta:
        verbose_name = _("năm do nơi đề nghị nêu")
        ordering = ["merit", "-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "merit", "year"], name="a_year_is_stated_once_for_a_merit"
            ),
            models.CheckConstraint(condition=~Q(paper=""), name="a_stated_year_names_its_paper"),
        ]

    def __str__(self) -> str:
        return f"{self.get_merit_display()}, {self.year}: {self.paper}"
