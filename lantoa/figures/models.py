"""Tables of figures: what may be declared, what was declared, and how a counted number is said."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.figures.words import EXACT, PRECISION_WORDS
from lantoa.foundation import clock
from lantoa.foundation.dates import Period
from lantoa.foundation.half_open import ends_after_start, goes_past, holds_on
from lantoa.organisation.models import Unit
from lantoa.people.models import Person

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class Indicator(models.Model):
    """Something a unit may declare without records. Its code may be that of a measure: then records go first."""

    code = models.CharField(_("mã"), max_length=80, unique=True)
    label = models.CharField(_("chỉ tiêu"), max_length=250)
    unit_of_count = models.CharField(_("đơn vị tính"), max_length=60)
    section = models.CharField(_("mục của báo cáo"), max_length=40, default="results")
    addable = models.BooleanField(_("cộng được từ các đơn vị"), default=False)
    how_counted = models.TextField(_("cách tính"), blank=True)

    class Meta:
        verbose_name = _("chỉ tiêu khai báo")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.label


class DeclaredFigureQuerySet(models.QuerySet["DeclaredFigure"]):
    """Words for asking what was declared."""

    def visible_to(self, actor: Actor) -> DeclaredFigureQuerySet:
        """What the units in reach declared, for who may view figures."""
        return actor.in_reach(self) if actor.may("figures.view") else self.none()

    def in_force(self) -> DeclaredFigureQuerySet:
        """Without those that a later declaration replaced."""
        return self.filter(replaced_by__isnull=True)

    def within_period(self, period: Period) -> DeclaredFigureQuerySet:
        """Those whose own period lies inside this one."""
        return self.filter(starts__gte=period.starts, ends__lte=period.ends)


class DeclaredFigure(models.Model):
    """What a unit says of a period: a number, a ratio, a range, words or an identifier, with its precision word."""

    class Kind(models.TextChoices):
        NUMBER = "number", _("số")
        PERCENT = "percent", _("tỷ lệ %")
        RATIO = "ratio", _("tử số trên mẫu số")
        RANGE = "range", _("khoảng từ… đến…")
        TEXT = "text", _("bằng lời")
        IDENTIFIER = "identifier", _("số hiệu")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="declared_figures")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="declared_figures")
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"))
    kind = models.CharField(_("loại"), max_length=12, choices=Kind, default=Kind.NUMBER)
    value = models.DecimalField(_("giá trị"), max_digits=20, decimal_places=4, null=True, blank=True)
    numerator = models.DecimalField(_("tử số"), max_digits=20, decimal_places=4, null=True, blank=True)
    denominator = models.DecimalField(_("mẫu số"), max_digits=20, decimal_places=4, null=True, blank=True)
    low = models.DecimalField(_("thấp nhất"), max_digits=20, decimal_places=4, null=True, blank=True)
    high = models.DecimalField(_("cao nhất"), max_digits=20, decimal_places=4, null=True, blank=True)
    text = models.CharField(_("nội dung"), max_length=300, blank=True)
    precision = models.CharField(
        _("mức chính xác"), max_length=20, choices=[(w, w) for w in PRECISION_WORDS], default=EXACT
    )
    basis = models.CharField(_("tính trên"), max_length=200, blank=True)
    source = models.CharField(_("nguồn"), max_length=300, blank=True)
    declared_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    declared_by_name = models.CharField(_("người khai"), max_length=200)
    declared_at = models.DateTimeField(default=clock.now)
    replaced_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="replaces")

    objects = DeclaredFigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("số khai báo")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")), name="a_declared_period_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False)
                | Q(numerator__isnull=False, denominator__isnull=False)
                | Q(low__isnull=False, high__isnull=False)
                | ~Q(text=""),
                name="a_declaration_says_something",
            ),
            models.UniqueConstraint(
                fields=["unit", "indicator", "starts", "ends"],
                condition=Q(replaced_by__isnull=True),
                name="a_unit_declares_an_indicator_once_a_period",
            ),
        ]

    def __str__(self) -> str:
        return str(self.indicator)

    @property
    def period(self) -> Period:
        """The period it speaks of."""
        return Period(self.starts, self.ends)

    @property
    def last_day(self) -> dt.date:
        """The last day of the period."""
        return self.period.last_day


class StageQuerySet(models.QuerySet["Stage"]):
    """Words for asking about stages."""

    def on(self, day: dt.date) -> StageQuerySet:
        """The one that the day lies in."""
        return self.filter(holds_on(day))

    def crossing(self, starts: dt.date, ends: dt.date | None) -> StageQuerySet:
        """Those that share a day with the half-open stretch; without an end it never ends."""
        found = self.filter(goes_past(starts))
        return found.filter(starts__lt=ends) if ends else found


class Stage(models.Model):
    """A stage (giai đoạn) from whose first day "lũy kế" counts; where none is kept the years of a term hold."""

    name = models.CharField(_("giai đoạn"), max_length=120)
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("ngày kế tiếp ngày cuối"), null=True, blank=True)

    objects = StageQuerySet.as_manager()

    class Meta:
        verbose_name = _("giai đoạn")
        ordering = ["-starts"]
        constraints = [
            ends_after_start("a_stage_ends_after_it_starts"),
            models.UniqueConstraint(fields=["starts"], name="one_stage_begins_on_a_day"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def last_day(self) -> dt.date | None:
        """The last day inside; None for one that goes on."""
        return self.ends - dt.timedelta(days=1) if self.ends else None


class Rounding(models.Model):
    """How a unit says a counted number in prose: to the nearest step ("gần 3 tỷ đồng", "trên 550 ý kiến")."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="roundings")
    code = models.CharField(_("mã chỉ tiêu"), max_length=80)
    step = models.DecimalField(_("làm tròn đến"), max_digits=20, decimal_places=4)

    class Meta:
        verbose_name = _("cách nêu số")
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], name="a_unit_says_a_number_in_one_way"),
            models.CheckConstraint(condition=Q(step__gt=0), name="a_rounding_step_is_positive"),
        ]
