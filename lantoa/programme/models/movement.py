"""Emulation movements: what a unit launches, who takes part, how it is summed up."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.half_open import ends_after_start
from lantoa.foundation.places import place_of
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import OWN
from lantoa.people.models import Beginning
from lantoa.programme.models.core import OfUnitQuerySet

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class MovementQuerySet(OfUnitQuerySet):
    """Words for asking which movements."""

    def summed_up(self) -> MovementQuerySet:
        """Those whose results have been written down."""
        return self.filter(summed_up_on__isnull=False)

    def awaiting_their_sum(self, on: dt.date) -> MovementQuerySet:
        """Those that are over on this day and have no summing-up yet; of none that was over before the office began."""
        in_use = Beginning.objects.in_use_on(OuterRef("ends"))
        return self.filter(in_use, ends__lte=on, summed_up_on__isnull=True)


class Movement(models.Model):
    """An emulation movement that a unit carries out: launched by the centre, by the province or by the unit."""

    class Level(models.TextChoices):
        CENTRAL = "central", _("Trung ương phát động")
        PROVINCE = "province", _("tỉnh phát động")
        UNIT = "unit", _("đơn vị phát động")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="movements")
    name = models.CharField(_("tên phong trào"), max_length=300)
    level = models.CharField(_("cấp phát động"), max_length=10, choices=Level, default=Level.UNIT)
    launched_by = models.CharField(_("cơ quan phát động"), max_length=200, blank=True)
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)
    targets = models.TextField(_("mục tiêu, chỉ tiêu thi đua"), max_length=2000, blank=True)
    summed_up_on = models.DateField(_("tổng kết ngày"), null=True, blank=True)
    results = models.TextField(_("kết quả"), max_length=4000, blank=True)

    objects = MovementQuerySet.as_manager()

    class Meta:
        verbose_name = _("phong trào thi đua")
        ordering = ["level", "-starts", "pk"]
        constraints = [
            ends_after_start("a_movement_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(summed_up_on__isnull=True) | ~Q(results=""),
                name="a_movement_summed_up_says_its_results",
            ),
        ]
        indexes = [models.Index(fields=["unit", "starts"], name="movements_of_a_unit")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its own page."""
        return place_of("programme:movement", self.pk)


class ParticipationQuerySet(models.QuerySet["Participation"]):
    """Words for asking who takes part."""

    def visible_to(self, actor: Actor) -> ParticipationQuerySet:
        """Those of the units in reach; for a plain member that of her own unit."""
        if not actor.may("programme.view"):
            return self.none()
        if actor.reach != OWN:
            return actor.in_reach(self)
        if actor.unit is None:
            return self.none()
        return self.filter(unit__in=organisation.units_within(actor.unit, actor.on, only_itself=True))

    def on(self, day: dt.date) -> ParticipationQuerySet:
        """Those that had joined by that day and not left."""
        return self.filter(Q(left_on__isnull=True) | Q(left_on__gt=day), joined_on__lte=day)


class Participation(models.Model):
    """A unit takes part in a movement: since when, with what, and how many of its people; unknown is not zero."""

    movement = models.ForeignKey(Movement, models.PROTECT, related_name="participations")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="participations", verbose_name=_("đơn vị"))
    joined_on = models.DateField(_("tham gia từ ngày"))
    content = models.TextField(_("nội dung đăng ký thi đua"), max_length=1000, blank=True)
    persons = models.PositiveIntegerField(_("số người tham gia"), null=True, blank=True)
    party_members = models.PositiveIntegerField(_("trong đó đảng viên"), null=True, blank=True)
    left_on = models.DateField(_("thôi tham gia từ ngày"), null=True, blank=True)
    left_because = models.CharField(_("lý do"), max_length=300, blank=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = _("đơn vị tham gia phong trào")
        ordering = ["joined_on", "pk"]
        indexes = [models.Index(fields=["unit", "joined_on"], name="participations_of_a_unit")]
        constraints = [
            models.UniqueConstraint(fields=["movement", "unit"], name="a_unit_joins_a_movement_once"),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True, left_because="")
                | (Q(left_on__gte=F("joined_on")) & ~Q(left_because="")),
                name="who_leaves_a_movement_says_when_and_why",
            ),
            models.CheckConstraint(
                condition=Q(party_members__isnull=True) | Q(party_members__lte=F("persons")),
                name="party_members_are_among_those_who_take_part",
            ),
        ]

    def __str__(self) -> str:
        return str(self.movement)

    def get_absolute_url(self) -> str:
        """Its line on the page of the movement."""
        return f"{self.movement.get_absolute_url()}#don-vi-{self.unit_id}"


class MovementReviewQuerySet(models.QuerySet["MovementReview"]):
    """Words for asking what units did in movements."""

    def visible_to(self, actor: Actor) -> MovementReviewQuerySet:
        """Whoever reads that the unit takes part reads what it has done."""
        return self.filter(participation__in=Participation.objects.visible_to(actor))


class MovementReview(models.Model):
    """What a unit has done in a movement, as it reviewed it on a day: half-way, yearly, or at the end."""

    class Kind(models.TextChoices):
        INTERIM = "interim", _("sơ kết")
        FINAL = "final", _("tổng kết")

    participation = models.ForeignKey(Participation, models.CASCADE, related_name="reviews")
    reviewed_on = models.DateField(_("ngày sơ kết, tổng kết"))
    kind = models.CharField(_("loại"), max_length=8, choices=Kind, default=Kind.INTERIM)
    results = models.TextField(_("kết quả của đơn vị"), max_length=4000)

    objects = MovementReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("sơ kết, tổng kết phong trào ở đơn vị")
        ordering = ["-reviewed_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participation", "reviewed_on"], name="a_unit_reviews_a_movement_once_a_day"
            ),
            models.CheckConstraint(condition=~Q(results=""), name="a_review_of_a_movement_says_its_results"),
        ]

    def __str__(self) -> str:
        return str(self.participation)

    def get_absolute_url(self) -> str:
        """The line of the unit on the page of the movement."""
        return self.participation.get_absolute_url()
