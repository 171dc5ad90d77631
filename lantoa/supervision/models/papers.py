"""The papers of a file."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.models import Attachment
from lantoa.people.models import Person
from lantoa.supervision.models.inspection import Inspection
from lantoa.supervision.words import FilePaper, Presence, Status

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class FileDocumentQuerySet(models.QuerySet["FileDocument"]):
    """Words for asking which papers of files."""

    def visible_to(self, actor: Actor) -> FileDocumentQuerySet:
        """Those of the inspections that the actor may see."""
        return self.filter(inspection__in=Inspection.objects.visible_to(actor).values("pk"))

    def waiting(self) -> FileDocumentQuerySet:
        """Those that are not there yet, of inspections under way."""
        under_way = [Status.OPEN, Status.CONCLUDED]
        return self.filter(presence=Presence.WAITING, inspection__status__in=under_way)

    def self_reports(self) -> FileDocumentQuerySet:
        """What the unit itself has to send."""
        return self.filter(kind=FilePaper.SELF_REPORT)

    def of_the_team(self) -> FileDocumentQuerySet:
        """What the team has to write."""
        return self.exclude(kind=FilePaper.SELF_REPORT)

    def overdue(self, on: dt.date) -> FileDocumentQuerySet:
        """Those that are late that day."""
        return self.waiting().filter(due__lt=on)


class FileDocument(models.Model):
    """One of the twelve papers of an inspection: until when, whether it is there, under which number."""

    inspection = models.ForeignKey(Inspection, models.CASCADE, related_name="papers")
    kind = models.CharField(_("tài liệu"), max_length=12, choices=FilePaper)
    order = models.PositiveSmallIntegerField(_("thứ tự"))
    presence = models.CharField(_("trạng thái"), max_length=10, choices=Presence, default=Presence.WAITING)
    due = models.DateField(_("hạn"), null=True, blank=True)
    number = models.CharField(_("số, ký hiệu"), max_length=40, blank=True)
    done_on = models.DateField(_("ngày của tài liệu"), null=True, blank=True)
    note = models.TextField(_("nội dung, ghi chú"), blank=True)
    attachment = models.OneToOneField(
        Attachment, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("tệp đã ký")
    )
    written_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField(default=clock.now)

    objects = FileDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("tài liệu của hồ sơ kiểm tra, giám sát")
        ordering = ["inspection", "order"]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "kind"], name="a_file_has_each_paper_once"),
            models.CheckConstraint(
                condition=~Q(presence="done") | Q(done_on__isnull=False),
                name="a_paper_that_is_there_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(presence="not_needed") | ~Q(note=""), name="a_paper_that_is_not_made_says_why"
            ),
        ]

    def __str__(self) -> str:
        return str(FilePaper(self.kind).label)

    @property
    def is_waiting(self) -> bool:
        """Not there yet."""
        return self.presence == Presence.WAITING

    @property
    def is_done(self) -> bool:
        """It is there."""
        return self.presence == Presence.DONE

    @property
    def is_self_report(self) -> bool:
        """What the unit or the person inspected writes."""
        return self.kind == FilePaper.SELF_REPORT

    def is_late(self, on: dt.date) -> bool:
        """Its day has passed and it is not there."""
        return self.is_waiting and self.due is not None and self.due < on
