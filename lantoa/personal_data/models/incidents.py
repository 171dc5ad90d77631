"""What went wrong with personal data: when it was noticed, whom it touches, who was told, by when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.places import place_of
from lantoa.organisation.models import Unit
from lantoa.people.models import Person
from lantoa.personal_data.words import IncidentStatus, Told

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class IncidentTerm(models.Model):
    """Within how many hours after noticing an incident is reported, from a day on; empty: not known."""

    starts = models.DateField(_("áp dụng từ ngày"), unique=True)
    hours = models.PositiveSmallIntegerField(_("báo trong (giờ)"), null=True, blank=True)
    basis = models.CharField(_("căn cứ"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("hạn báo sự cố dữ liệu")
        ordering = ["-starts"]

    def __str__(self) -> str:
        return f"{self.starts}: {self.hours}"


class IncidentQuerySet(models.QuerySet["Incident"]):
    """Words for asking which incidents."""

    def visible_to(self, actor: Actor) -> IncidentQuerySet:
        """Those of the units in reach, for who answers for personal data there."""
        if not actor.may("personal_data.answer"):
            return self.none()
        return actor.in_reach(self)

    def open(self) -> IncidentQuerySet:
        """Those that are not closed."""
        return self.filter(status=IncidentStatus.OPEN)

    def not_reported(self) -> IncidentQuerySet:
        """Those of which no authority was told."""
        told = IncidentNotice.objects.filter(incident=OuterRef("pk"), to=Told.AUTHORITY)
        return self.filter(~Exists(told))


class Incident(models.Model):
    """Data of persons was lost, changed, seen or taken by somebody who should not. `affected` is None while unknown."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("đơn vị"))
    title = models.CharField(_("sự cố"), max_length=200)
    what = models.TextField(_("việc gì đã xảy ra"))
    noticed_at = models.DateTimeField(_("phát hiện lúc"))
    report_by = models.DateTimeField(_("báo trước lúc"), null=True)
    kinds = models.JSONField(_("loại dữ liệu"), default=list)
    affected = models.PositiveIntegerField(_("số người bị ảnh hưởng"), null=True, blank=True)
    affected_said = models.CharField(_("ai bị ảnh hưởng"), max_length=300, blank=True)
    done = models.TextField(_("đã làm gì để ngăn chặn, khắc phục"), blank=True)
    status = models.CharField(
        _("tình trạng"), max_length=10, choices=IncidentStatus, default=IncidentStatus.OPEN
    )
    recorded_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)
    closed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    closed_on = models.DateField(_("ngày kết thúc"), null=True)
    lesson = models.TextField(_("nguyên nhân, việc rút ra"), blank=True)

    objects = IncidentQuerySet.as_manager()

    class Meta:
        verbose_name = _("sự cố dữ liệu cá nhân")
        ordering = ["-noticed_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="an_incident_says_what_happened"),
            models.CheckConstraint(
                condition=~Q(status="closed") | (Q(closed_on__isnull=False) & ~Q(lesson="")),
                name="a_closed_incident_says_when_and_what_was_learnt",
            ),
        ]
        indexes = [models.Index(fields=["unit", "status"], name="incidents_of_a_unit")]

    def __str__(self) -> str:
        return gettext("Sự cố số %(number)s") % {"number": self.number}

    @property
    def number(self) -> str:
        """ "3/2026": under which number it stands in the register."""
        return f"{self.pk}/{self.noticed_at.year}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return place_of("personal_data:incident", self.pk)

    @property
    def is_open(self) -> bool:
        """Not closed."""
        return self.status == IncidentStatus.OPEN

    def is_late(self, now: dt.datetime) -> bool:
        """Whether no authority was told in time; `notices` may be fetched before."""
        told = [one.at for one in self.notices.all() if one.to == Told.AUTHORITY]
        return self.report_by is not None and min([*told, now]) > self.report_by


class IncidentNotice(models.Model):
    """Who was told of it, when and how."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="notices")
    to = models.CharField(_("báo cho"), max_length=10, choices=Told)
    name = models.CharField(_("tên nơi, người được báo"), max_length=200)
    at = models.DateTimeField(_("báo lúc"))
    how = models.CharField(_("bằng cách nào, số văn bản"), max_length=200, blank=True)
    recorded_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("việc báo sự cố")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.name
