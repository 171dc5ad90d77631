"""What two devices recorded differently of one meeting, until somebody chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.meetings.models.meeting import Meeting
from lantoa.people.models import Person

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class OtherAnswerQuerySet(models.QuerySet["OtherAnswer"]):
    """Words for what stands beside a meeting."""

    def visible_to(self, actor: Actor) -> OtherAnswerQuerySet:
        """Those of meetings whose records the actor keeps."""
        return self.filter(meeting__in=actor.in_reach(Meeting.objects.all()).values("pk"))


class OtherAnswer(models.Model):
    """A box that a second device filled in differently, kept beside what is recorded; as text, as it was typed.

    `box` is a column of the meeting; "reason" with a `person` is why she was absent.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="other_answers")
    box = models.CharField(_("ô"), max_length=40)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    value = models.TextField(_("bản ghi khác"), max_length=2000)
    said_by_name = models.CharField(_("người ghi"), max_length=120, blank=True)
    said_at = models.DateTimeField(_("ghi lúc"), default=clock.now)

    objects = OtherAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("bản ghi khác của một buổi")
        ordering = ["box", "person_id", "said_at", "pk"]

    def __str__(self) -> str:
        return f"{self.box}: {self.value}"
