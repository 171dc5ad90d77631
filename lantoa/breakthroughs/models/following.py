"""What follows an approval: milestones, quarters, yearly assessments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.breakthroughs.models.breakthrough import Breakthrough
from lantoa.foundation.dates import Period, show_date
from lantoa.foundation.models import Attachment

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class Milestone(models.Model):
    """What must be there by a day; most often the last day of a quarter."""

    breakthrough = models.ForeignKey(Breakthrough, models.CASCADE, related_name="milestones")
    due = models.DateField(_("đến ngày"))
    text = models.CharField(_("việc phải xong"), max_length=300, blank=True)
    value = models.DecimalField(_("số phải đạt"), max_digits=18, decimal_places=4, null=True, blank=True)

    class Meta:
        verbose_name = _("mốc")
        ordering = ["due", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") | Q(value__isnull=False), name="a_milestone_says_something"
            ),
            models.UniqueConstraint(fields=["breakthrough", "due"], name="one_milestone_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.text}"

    @property
    def label(self) -> str:
        """ "quý III/2026" for the last day of a quarter, else the date."""
        quarter = Period.months(self.due.year, (self.due.month - 1) // 3 * 3 + 1, 3)
        return quarter.label if quarter.last_day == self.due else show_date(self.due)


class QuarterReportQuerySet(models.QuerySet["QuarterReport"]):
    """Words for asking about quarterly reports."""

    def visible_to(self, actor: Actor) -> QuarterReportQuerySet:
        """Those of the breakthroughs one may see."""
        return self.filter(breakthrough__in=Breakthrough.objects.visible_to(actor).values("pk"))


class QuarterReport(models.Model):
    """What a quarter brought: the result, the state in words, what is stuck and who could free it."""

    class State(models.TextChoices):
        ON_TRACK = "on_track", _("Đúng tiến độ")
        DIFFICULT = "difficult", _("Có khó khăn")
        LATE = "late", _("Chậm")

    breakthrough = models.ForeignKey(Breakthrough, models.CASCADE, related_name="reports")
    year = models.PositiveSmallIntegerField(_("năm"))
    quarter = models.PositiveSmallIntegerField(_("quý"))
    result = models.TextField(_("kết quả trong quý"))
    value = models.DecimalField(_("số đạt được"), max_digits=18, decimal_places=4, null=True, blank=True)
    state = models.CharField(_("tiến độ"), max_length=10, choices=State)
    obstacle = models.TextField(_("vướng mắc, cần ai gỡ"), blank=True)
    cell_state = models.CharField(_("chi bộ đánh giá"), max_length=10, choices=State, blank=True)
    cell_assessment = models.TextField(_("nhận xét của chi bộ"), blank=True)
    supervisor_remark = models.TextField(_("nhận xét của nơi giám sát"), blank=True)
    supervisor_name = models.CharField(_("người nhận xét"), max_length=250, blank=True)
    remarked_on = models.DateField(_("ngày nhận xét"), null=True, blank=True)
    reported_on = models.DateField(_("ngày ghi"))
    reported_by_name = models.CharField(_("người ghi"), max_length=200)
    evidence = models.ManyToManyField(Attachment, blank=True, related_name="+")

    objects = QuarterReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("báo cáo quý")
        ordering = ["year", "quarter"]
        constraints = [
            models.UniqueConstraint(
                fields=["breakthrough", "year", "quarter"], name="a_quarter_is_reported_once"
            ),
            models.CheckConstraint(
                condition=Q(quarter__gte=1, quarter__lte=4), name="a_year_has_four_quarters"
            ),
            models.CheckConstraint(
                condition=Q(state="on_track") | ~Q(obstacle=""), name="what_is_stuck_says_who_could_free_it"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.breakthrough}"

    @property
    def label(self) -> str:
        """ "quý III/2026"."""
        return Period.months(self.year, self.quarter * 3 - 2, 3).label


class YearAssessmentQuerySet(models.QuerySet["YearAssessment"]):
    """Words for asking about yearly assessments."""

    def visible_to(self, actor: Actor) -> YearAssessmentQuerySet:
        """Those of the breakthroughs one may see."""
        return self.filter(breakthrough__in=Breakthrough.objects.visible_to(actor).values("pk"))


class YearAssessment(models.Model):
    """How far it came in a year, as the body that approved it says."""

    class Result(models.TextChoices):
        DONE = "done", _("hoàn thành")
        MOSTLY = "mostly", _("cơ bản hoàn thành")
        NOT_DONE = "not_done", _("chưa hoàn thành")

    breakthrough = models.ForeignKey(Breakthrough, models.CASCADE, related_name="assessments")
    year = models.PositiveSmallIntegerField(_("năm"))
    result = models.CharField(_("mức hoàn thành"), max_length=10, choices=Result)
    text = models.TextField(_("nhận xét"), blank=True)
    assessed_by = models.CharField(_("cơ quan đánh giá"), max_length=200)
    assessed_on = models.DateField(_("ngày đánh giá"))

    objects = YearAssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("đánh giá năm")
        ordering = ["year"]
        constraints = [
            models.UniqueConstraint(fields=["breakthrough", "year"], name="a_year_is_assessed_once"),
            models.CheckConstraint(
                condition=~Q(result="not_done") | ~Q(text=""), name="what_is_not_done_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.get_result_display()}"

    def get_absolute_url(self) -> str:
        """The page of the breakthrough."""
        return reverse("breakthroughs:show", args=[self.breakthrough_id])
