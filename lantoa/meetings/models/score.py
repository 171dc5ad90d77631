"""How a cell scores its own meeting, under a rule whose weights are dated data."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.half_open import holds_on
from lantoa.meetings.models.meeting import Meeting

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class ScoreRuleQuerySet(models.QuerySet["ScoreRule"]):
    """Words for rules of scoring."""

    def on(self, day: dt.date) -> ScoreRuleQuerySet:
        """The one in force that day."""
        return self.filter(holds_on(day))


class ScoreRule(models.Model):
    """The criteria in force from a day on.

    `lines` are [{"code", "label", "most", "hint"}]; `bands` are [[least, code]] from the best down; `thematic` are the
    points that count only in a month with a thematic meeting. In other months they are left out (`as_is`: at most 95)
    or the rest is brought to a hundred (`scaled`): which of the two is a local rule.
    """

    class WithoutTheme(models.TextChoices):
        AS_IS = "as_is", _("không tính, tổng tối đa giảm theo")
        SCALED = "scaled", _("không tính, quy đổi phần còn lại về thang 100")

    name = models.CharField(_("tên"), max_length=200)
    basis = models.CharField(_("căn cứ"), max_length=300, blank=True)
    lines = models.JSONField(_("tiêu chí"))
    bands = models.JSONField(_("mức"))
    thematic = models.PositiveSmallIntegerField(_("điểm chỉ tính ở tháng có chuyên đề"), default=0)
    without_theme = models.CharField(
        _("tháng không có chuyên đề"), max_length=6, choices=WithoutTheme, default=WithoutTheme.AS_IS
    )
    starts = models.DateField(_("từ ngày"), unique=True)
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = ScoreRuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("cách chấm buổi sinh hoạt")
        ordering = ["starts"]

    def __str__(self) -> str:
        return self.name


class ScoreSheetQuerySet(models.QuerySet["ScoreSheet"]):
    """Words for score sheets."""

    def visible_to(self, actor: Actor) -> ScoreSheetQuerySet:
        """Whoever keeps the records of the meeting; no member reads them as marks of anybody."""
        return actor.in_reach(self, of_unit="meeting__unit") if actor.may("meetings.view") else self.none()


class ScoreSheet(models.Model):
    """The cell's own assessment of one meeting: points it gave itself, never computed for it."""

    class Band(models.TextChoices):
        GOOD = "good", _("Tốt")
        FAIR = "fair", _("Khá")
        AVERAGE = "average", _("Trung bình")
        WEAK = "weak", _("Kém")

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="score")
    rule = models.ForeignKey(ScoreRule, models.PROTECT, related_name="sheets")
    points: Any = models.JSONField(_("điểm"))
    total = models.DecimalField(_("tổng điểm"), max_digits=5, decimal_places=2)
    band = models.CharField(_("mức"), max_length=8, choices=Band)
    note = models.CharField(_("thuyết minh điểm trừ"), max_length=1000, blank=True)
    written_at = models.DateTimeField(default=clock.now)

    objects = ScoreSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("phiếu tự chấm buổi sinh hoạt")

    def __str__(self) -> str:
        return f"{self.meeting}: {self.total}"
