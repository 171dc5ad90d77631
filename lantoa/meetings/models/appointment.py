"""Meetings to come: a cell registers the day, the level above agrees to it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.dates import Period, show_date
from lantoa.foundation.places import place_of
from lantoa.meetings.models.meeting import Meeting
from lantoa.organisation.models import Unit

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    """Words for meetings to come."""

    def visible_to(self, actor: Actor) -> AppointmentQuerySet:
        """Those of the units in reach, for who may view meetings."""
        return actor.in_reach(self) if actor.may("meetings.view") else self.none()

    def in_period(self, period: Period) -> AppointmentQuerySet:
        """Those whose day is in the period."""
        return self.filter(held_on__gte=period.starts, held_on__lt=period.ends)

    def to_come(self, on: dt.date) -> AppointmentQuerySet:
        """Those from this day on that were not recorded as held; the nearest first."""
        return self.filter(held_on__gte=on, meeting__isnull=True).order_by("held_on", "pk")


class Appointment(models.Model):
    """A meeting that is to come. `approved_on` is empty while the level above has not agreed to the day."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="appointments")
    kind = models.CharField(_("loại"), max_length=10, choices=Meeting.Kind, default=Meeting.Kind.REGULAR)
    held_on = models.DateField(_("ngày"))
    starts_at = models.TimeField(_("bắt đầu lúc"), null=True, blank=True)
    place = models.CharField(_("địa điểm"), max_length=200, blank=True)
    topic = models.CharField(_("chuyên đề"), max_length=300, blank=True)
    story = models.CharField(_("câu chuyện về Bác"), max_length=300, blank=True)
    presenter = models.CharField(_("đến lượt, người trình bày"), max_length=200, blank=True)
    approved_on = models.DateField(_("thống nhất ngày"), null=True, blank=True)
    approved_by = models.CharField(_("người thống nhất"), max_length=160, blank=True)
    meeting = models.OneToOneField(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="appointment"
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("lịch sinh hoạt")
        ordering = ["held_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "held_on"], name="a_unit_registers_one_meeting_of_a_kind_a_day"
            )
        ]
        indexes = [models.Index(fields=["unit", "held_on"], name="appointments_of_a_unit")]

    def __str__(self) -> str:
        return f"{self.get_kind_display().capitalize()} {show_date(self.held_on)}"

    def get_absolute_url(self) -> str:
        """The sheet on which it is prepared."""
        return place_of("meetings:prepare", self.pk)

    @property
    def state(self) -> str:
        """How far it has come, in the words of the schedule's notice."""
        if self.meeting_id is not None:
            return str(_("đã họp"))
        return str(_("đã thống nhất") if self.approved_on else _("đã đăng ký, chờ duyệt"))
