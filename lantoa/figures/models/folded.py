"""Tables of what is folded and counted beforehand of large units: see figures/folding."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.dates import Period
from lantoa.organisation.models import PathField, Unit
from lantoa.organisation.paths import MAX_DEPTH, STEP


class Folding(models.Model):
    """One row: that sums are folded, by the tree of which day, up to which instant, and of which measures.

    `of` is empty until everything has been counted once.
    """

    tree_day = models.DateField(_("theo cây tổ chức ngày"))
    as_of = models.DateTimeField(_("tính đến lúc"))
    of = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("lượt cộng sẵn")


class Home(models.Model):
    """For which unit, from grassroots organisations up, the records of a unit count; `path` is where that stands.

    Of such a unit itself, `above` is the next one above it.
    """

    unit = models.OneToOneField(Unit, models.CASCADE, primary_key=True, related_name="+")
    home = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    path = PathField(max_length=STEP * MAX_DEPTH, db_index=True)
    above = models.ForeignKey(Unit, models.CASCADE, null=True, related_name="+")

    class Meta:
        verbose_name = _("nơi cộng số liệu")


class FoldedSum(models.Model):
    """What a measure counts in a month: `own` for the unit and its cells, `amount` with everything below.

    `part` is "" for the whole or "split=part"; `month` is its first day. What is nought has no row.
    """

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+", db_index=False)
    code = models.CharField(max_length=80)
    part = models.CharField(max_length=100, blank=True)
    month = models.DateField()
    own = models.DecimalField(max_digits=24, decimal_places=4)
    amount = models.DecimalField(max_digits=24, decimal_places=4)

    class Meta:
        verbose_name = _("số cộng sẵn")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "month", "code", "part"], name="a_sum_of_a_month_is_folded_once"
            )
        ]


class WholeCountQuerySet(models.QuerySet["WholeCount"]):
    """Words for asking what was counted whole."""

    def waiting(self) -> WholeCountQuerySet:
        """Those below which something changed since, the longest waiting first."""
        return self.filter(marks__gt=F("counted")).order_by("waits", "pk")

    def of(self, period: Period) -> WholeCountQuerySet:
        """Those of these days."""
        return self.filter(starts=period.starts, ends=period.ends)

    def mark(self, at: dt.datetime) -> int:
        """Something below them changed; how many they are."""
        since = Case(When(marks=F("counted"), then=Value(at)), default=F("waits"))
        return self.update(marks=F("marks") + 1, waits=since)


class Stale(models.Model):
    """A unit whose records changed, or that stands elsewhere (`moved`); only ever appended, and taken by the folder."""

    unit = models.BigIntegerField()
    moved = models.BooleanField(default=False)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("đơn vị chờ cộng lại")


class WholeCount(models.Model):
    """What does not add up, counted whole for a large unit and a stretch of days, by the tree of its last day.

    `amounts`: code → how many different; [the least in per cent or nothing, of how many]; [units with, units of the
    level]. `tree` changes when another unit counts for it or stands elsewhere within. `marks` grows with each act
    below, `counted` is what it was when everything was counted `at`; they differ while it waits, since `waits`.
    """

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+", db_index=False)
    starts = models.DateField()
    ends = models.DateField()
    amounts = models.JSONField(default=dict)
    at = models.DateTimeField(_("đếm lúc"), null=True)
    tree = models.CharField(max_length=20)
    marks = models.PositiveIntegerField(default=1)
    counted = models.PositiveIntegerField(default=0)
    waits = models.DateTimeField(_("chờ đếm từ"))

    objects = WholeCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("số đếm trọn")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "starts", "ends"], name="a_unit_is_counted_whole_once_a_period"
            )
        ]
        indexes = [
            models.Index(
                fields=["waits"], condition=Q(marks__gt=F("counted")), name="who_waits_to_be_counted"
            ),
        ]

    @property
    def period(self) -> Period:
        """The days it counts."""
        return Period(self.starts, self.ends)

    @property
    def waiting(self) -> bool:
        """Whether something below it changed since it was counted."""
        return self.marks != self.counted
