"""A period in which a unit looks back, whom it compares with whom, and how a closed one is opened again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import Period
from lantoa.foundation.places import place_of
from lantoa.organisation.models import Unit
from lantoa.people.actors import EVERYTHING
from lantoa.people.models import Membership, Person
from lantoa.reviews.models.forms import Terms
from lantoa.reviews.words import CLOSED, OPEN, Kind

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class ReviewPeriodQuerySet(models.QuerySet["ReviewPeriod"]):
    """Words for asking which periods."""

    def visible_to(self, actor: Actor) -> ReviewPeriodQuerySet:
        """Those of one's own unit for who conducts there, and those one's unit decides. Nobody else needs to know."""
        if actor.reach == EVERYTHING:
            return self
        everything = ReviewPeriod.objects.all()
        branches = [everything.none()]
        if actor.may("reviews.conduct"):
            branches.append(actor.in_own_unit(everything))
        if actor.may("reviews.decide"):
            branches.append(actor.in_own_unit(everything, of_unit="decided_by"))
        return in_any(self, *branches)

    def open(self) -> ReviewPeriodQuerySet:
        """Those that go on."""
        return self.filter(status=OPEN)

    def latest_first(self) -> ReviewPeriodQuerySet:
        """By the days they look at."""
        return self.order_by("-ends", "-pk")


class ReviewPeriod(models.Model):
    """One unit looks back on a stretch of time. `ends` is not inside it."""

    STATES = [(OPEN, _("đang tiến hành")), (CLOSED, _("đã khóa"))]

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="review_periods")
    decided_by = models.ForeignKey(
        Unit,
        models.PROTECT,
        related_name="review_periods_to_decide",
        verbose_name=_("nơi quyết định xếp loại"),
    )
    kind = models.CharField(_("kỳ"), max_length=10, choices=Kind)
    name = models.CharField(_("tên đợt"), max_length=160, blank=True)
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"))
    send_by = models.DateField(_("gửi bản tự kiểm điểm trước hết ngày"))
    meets_on = models.DateField(_("dự kiến họp"), null=True, blank=True)
    members_read = models.BooleanField(_("đảng viên trong chi bộ đọc dự thảo trước họp"), default=False)
    terms = models.ForeignKey(Terms, models.PROTECT, related_name="+")
    status = models.CharField(_("trạng thái"), max_length=6, choices=STATES, default=OPEN)
    opened_on = models.DateField(_("mở ngày"))
    opened_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    closed_on = models.DateField(_("khóa ngày"), null=True, blank=True)
    closed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ReviewPeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("đợt kiểm điểm")
        ordering = ["-ends", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "starts", "ends", "name"], name="a_unit_looks_at_a_time_once"
            ),
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="a_review_period_has_days"),
            models.CheckConstraint(
                condition=~Q(kind=Kind.OCCASION) | ~Q(name=""), name="a_review_when_needed_says_why"
            ),
            models.CheckConstraint(
                condition=~Q(status=CLOSED) | Q(closed_on__isnull=False), name="a_closed_period_has_a_day"
            ),
        ]

    def __str__(self) -> str:
        if self.kind == Kind.OCCASION:
            return gettext("Kiểm điểm: %(name)s") % {"name": self.name}
        return gettext("Kiểm điểm %(period)s") % {"period": self.period.label}

    def get_absolute_url(self) -> str:
        """Its page."""
        return place_of("reviews:period", self.pk)

    @property
    def period(self) -> Period:
        """The days it looks at."""
        return Period(self.starts, self.ends)

    @property
    def last_day(self) -> dt.date:
        """The last day it looks at."""
        return self.period.last_day

    @property
    def is_open(self) -> bool:
        """Whether anything of it may still be written."""
        return self.status == OPEN

    @property
    def is_yearly(self) -> bool:
        """The ceiling is one of the year's ratings."""
        return self.kind == Kind.YEAR


class ComparableGroup(models.Model):
    """People in like posts whom one body rates: among them the ceiling is kept, and this row is what waits in turn."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="comparable_groups")
    year = models.PositiveSmallIntegerField(_("năm"))
    name = models.CharField(_("nhóm vị trí, chức năng tương đồng"), max_length=120)
    # Empty: the ceiling of the terms. What the competent body allows beyond it is written with its paper.
    percent = models.PositiveSmallIntegerField(_("xuất sắc không quá (%)"), null=True, blank=True)
    allowed_by = models.CharField(_("văn bản cho phép"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("nhóm so sánh khi xếp loại")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "name"], name="a_group_has_one_name_a_year"),
            models.CheckConstraint(
                condition=Q(percent__isnull=True) | ~Q(allowed_by=""), name="a_raised_ceiling_names_its_paper"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Reopening(models.Model):
    """A closed period opened again: one person asks with a reason, another agrees."""

    period = models.ForeignKey(ReviewPeriod, models.PROTECT, related_name="reopenings")
    why = models.TextField(_("lý do mở lại"))
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    asked_on = models.DateField(_("đề nghị ngày"))
    confirmed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_on = models.DateField(_("đồng ý ngày"), null=True, blank=True)
    refused_on = models.DateField(_("không đồng ý ngày"), null=True, blank=True)

    class Meta:
        verbose_name = _("đề nghị mở lại đợt kiểm điểm")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["period"],
                condition=Q(confirmed_on__isnull=True, refused_on__isnull=True),
                name="a_period_is_asked_to_be_reopened_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("asked_by")),
                name="reopening_needs_two_persons",
            ),
        ]

    def __str__(self) -> str:
        return self.why


def members_of(unit: Unit, on: dt.date) -> models.QuerySet[Membership]:
    """Who is looked at in a cell: the members of the Party who belong to it that day, by name."""
    here = Membership.objects.on(on).party().filter(unit=unit)
    return here.select_related("person").order_by("person__sort_key", "pk")
