"""What is to be done after a meeting: a line of its conclusion, whose it is and until when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.meetings.models.meeting import Meeting
from lantoa.people.models import Person

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class ConclusionQuerySet(models.QuerySet["Conclusion"]):
    """Words for what meetings have concluded."""

    def visible_to(self, actor: Actor) -> ConclusionQuerySet:
        """Whoever may read the meeting may read what it concluded."""
        return self.filter(meeting__in=Meeting.objects.visible_to(actor))

    def open_on(self, on: dt.date) -> ConclusionQuerySet:
        """Those of meetings held by that day and not done by then; the nearest deadline first."""
        undone = models.Q(done_on__isnull=True) | models.Q(done_on__gt=on)
        found = self.filter(undone, meeting__held_on__lte=on)
        return found.order_by(models.F("due").asc(nulls_last=True), "meeting__held_on", "position")


class Conclusion(models.Model):
    """One thing that stays to be done; it is brought to the next meeting until it is done."""

    class Part(models.TextChoices):
        NOT_DONE = "not_done", _("việc chưa làm được")
        NEXT = "next", _("việc tới")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="conclusions")
    part = models.CharField(_("mục"), max_length=10, choices=Part)
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    what = models.CharField(_("việc"), max_length=500)
    owner = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="conclusions", verbose_name=_("ai làm")
    )
    due = models.DateField(_("hạn"), null=True, blank=True)
    done_on = models.DateField(_("xong ngày"), null=True, blank=True)

    objects = ConclusionQuerySet.as_manager()

    class Meta:
        verbose_name = _("việc phải làm sau họp")
        ordering = ["meeting", "position", "pk"]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        """Its line on the meeting's page."""
        return f"{self.meeting.get_absolute_url()}#viec-{self.pk}"
