"""Tables of figures: what may be declared, what was declared, and how a counted number is said."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.figures.words import EXACT, PRECISION_WORDS
from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import Period
from lantoa.foundation.half_open import ends_after_start, goes_past, holds_on
from lantoa.foundation.text import title_key
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Heir, Unit
from lantoa.people.models import Person

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class Kind(models.TextChoices):
    """What a declared figure consists of."""

    NUMBER = "number", _("số")
    PERCENT = "percent", _("tỷ lệ %")
    RATIO = "ratio", _("tử số trên mẫu số")
    RANGE = "range", _("khoảng từ… đến…")
    CHANGE = "change", _("trước và sau")
    TARGET = "target", _("chỉ tiêu và kết quả")
    RANK = "rank", _("xếp hạng trong số…")
    SERIES = "series", _("dãy số theo thời gian")
    TEXT = "text", _("bằng lời")
    IDENTIFIER = "identifier", _("số hiệu")


class IndicatorQuerySet(models.QuerySet["Indicator"]):
    """Words for asking what is declared."""

    def holding_for(self, unit: Unit, on: dt.date) -> IndicatorQuerySet:
        """Those that the unit keeps, or a unit above it, or one that either of them continues."""
        line = [unit.pk, *(place.unit_id for place in organisation.ancestors(unit, on))]
        continued = Heir.objects.filter(holds_on(on), heir__in=line).values("unit_id")
        everything = Indicator.objects.all()
        return in_any(self, everything.filter(unit__in=line), everything.filter(unit__in=continued))

    def asked(self) -> IndicatorQuerySet:
        """Without those that are no longer declared."""
        return self.filter(stopped_on__isnull=True)

    def by_name(self) -> list[Indicator]:
        """As people look for them: field by field, as a dictionary does. A unit's line keeps some hundred."""
        return sorted(self, key=lambda one: (one.section, title_key(one.label), one.pk))


class Indicator(models.Model):
    """Something that is declared without records: kept by a unit for itself and all below.

    Its code may be that of a measure: then records go first. Of one code several units may keep an indicator
    (each switched the same ready one on); what is declared for either is added by the code.
    `parts` are the names of what it is divided into; `division` says how they stand to the whole.
    """

    class Meaning(models.TextChoices):
        IN_PERIOD = "in_period", _("phát sinh trong kỳ")
        SINCE_START = "since_start", _("lũy kế từ đầu giai đoạn")
        ON_DAY = "on_day", _("hiện có tại ngày cuối kỳ")

    class Adds(models.TextChoices):
        SUM = "sum", _("cộng các đơn vị")
        PARTS = "parts", _("cộng riêng từng vế (tử số, mẫu số)")
        NONE = "none", _("không cộng, nêu riêng từng đơn vị")
        LAST = "last", _("lấy số mới nhất")
        LEAST = "least", _("lấy số thấp nhất")

    class Division(models.TextChoices):
        WHOLE = "whole", _("cộng lại đủ tổng số")
        SOME = "some", _("chỉ là một phần của tổng số")
        NESTED = "nested", _("phần sau nằm trong phần trước")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="indicators", verbose_name=_("đơn vị giữ"))
    code = models.CharField(_("mã"), max_length=80)
    label = models.CharField(_("chỉ tiêu"), max_length=250)
    unit_of_count = models.CharField(_("đơn vị tính"), max_length=60)
    section = models.CharField(_("mục của báo cáo"), max_length=40, default="results")
    kind = models.CharField(_("loại số"), max_length=12, choices=Kind, default=Kind.NUMBER)
    meaning = models.CharField(_("nghĩa"), max_length=12, choices=Meaning, default=Meaning.IN_PERIOD)
    adds = models.CharField(_("cách cộng"), max_length=8, choices=Adds, default=Adds.NONE)
    parts = models.JSONField(_("các phần"), default=list, blank=True)
    division = models.CharField(_("quan hệ các phần"), max_length=8, choices=Division, default=Division.WHOLE)
    level = models.CharField(_("cấp khai"), max_length=12, choices=Unit.Level, blank=True)
    role = models.CharField(_("ai khai"), max_length=20, blank=True)
    movement = models.CharField(_("phong trào"), max_length=80, blank=True)
    how_counted = models.TextField(_("cách tính"), blank=True)
    stopped_on = models.DateField(_("thôi khai từ ngày"), null=True, blank=True)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("chỉ tiêu khai báo")
        ordering = ["code", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], name="a_unit_keeps_an_indicator_once")
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def addable(self) -> bool:
        """Whether what several units declare makes one number."""
        return self.adds in (self.Adds.SUM, self.Adds.PARTS)


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

    def told_in(self, period: Period) -> DeclaredFigureQuerySet:
        """Those that lie inside, and those that share days with it without holding it."""
        meets = self.filter(starts__lt=period.ends, ends__gt=period.starts)
        return meets.exclude(
            Q(starts__lte=period.starts, ends__gt=period.ends)
            | Q(starts__lt=period.starts, ends__gte=period.ends)
        )


class DeclaredFigure(models.Model):
    """What a unit says of a period: a number, a ratio, a range, words or an identifier, with its precision word.

    A change keeps where it stood in `low` and where it stands in `high`; a target keeps the result above the
    target; a rank its place above how many there are. `parts` are [name, number as text], of the whole or of a series.
    """

    Kind = Kind

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
    parts = models.JSONField(_("các phần"), default=list, blank=True)
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
                | Q(denominator__isnull=False)
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


class NothingQuerySet(models.QuerySet["Nothing"]):
    """Words for asking where it was said that nothing happened."""

    def holding(self, period: Period) -> NothingQuerySet:
        """Those that speak of the whole period."""
        return self.filter(starts__lte=period.starts, ends__gte=period.ends)


class Nothing(models.Model):
    """A unit's word that of a measure nothing happened in a period, in itself or below: none, not unknown."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="nothings")
    code = models.CharField(_("mã chỉ tiêu"), max_length=80)
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"))
    said_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    said_by_name = models.CharField(_("người ghi"), max_length=200)
    said_at = models.DateTimeField(default=clock.now)

    objects = NothingQuerySet.as_manager()

    class Meta:
        verbose_name = _("không phát sinh")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")), name="a_period_of_nothing_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                fields=["unit", "code", "starts", "ends"], name="nothing_is_said_once_of_a_period"
            ),
        ]

    def __str__(self) -> str:
        return str(_("không phát sinh"))


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
    """How a unit says a counted number in prose: to the nearest step ("gần 3 tỷ đồng", "trên 550 ý kiến").

    `word` is the word the unit prefers; empty, and wherever it would be untrue, the true one is chosen by itself.
    """

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="roundings")
    code = models.CharField(_("mã chỉ tiêu"), max_length=80)
    step = models.DecimalField(_("làm tròn đến"), max_digits=20, decimal_places=4)
    word = models.CharField(_("từ đi kèm"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("cách nêu số")
        constraints = [
            models.UniqueConstraint(fields=["unit", "code"], name="a_unit_says_a_number_in_one_way"),
            models.CheckConstraint(condition=Q(step__gt=0), name="a_rounding_step_is_positive"),
        ]
