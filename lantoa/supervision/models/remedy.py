"""What has to be mended after an inspection or a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.people.models import Person
from lantoa.shortcomings.models import Shortcoming
from lantoa.supervision.models.inspection import Inspection
from lantoa.supervision.models.notes import Note

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class RemedyQuerySet(models.QuerySet["Remedy"]):
    """Words for asking which remedies."""

    def visible_to(self, actor: Actor) -> RemedyQuerySet:
        """Those of the inspections and notes that the actor may see."""
        everything = Remedy.objects.all()
        of_inspections = everything.filter(inspection__in=Inspection.objects.visible_to(actor).values("pk"))
        of_notes = everything.filter(note__in=Note.objects.visible_to(actor).values("pk"))
        return in_any(self, of_inspections, of_notes)

    def drafts(self) -> RemedyQuerySet:
        """Those that are in force only when their conclusion is issued."""
        return self.filter(shortcoming__isnull=True)

    def in_force(self) -> RemedyQuerySet:
        """Those that have become shortcomings to be mended."""
        return self.filter(shortcoming__isnull=False)


class Remedy(models.Model):
    """What is asked to be mended, by whom, until when; a draft until it stands among the shortcomings."""

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, null=True, blank=True, related_name="remedies", verbose_name=_("cuộc")
    )
    note = models.ForeignKey(
        Note, models.PROTECT, null=True, blank=True, related_name="remedies", verbose_name=_("ghi chép")
    )
    finding = models.TextField(_("hạn chế cần khắc phục"))
    remedy = models.TextField(_("việc khắc phục, minh chứng"), blank=True)
    owner = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("chủ trì")
    )
    deadline = models.DateField(_("hạn"))
    shortcoming = models.OneToOneField(
        Shortcoming, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("hạn chế")
    )
    written_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField(default=clock.now)

    objects = RemedyQuerySet.as_manager()

    class Meta:
        verbose_name = _("việc khắc phục")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(inspection__isnull=False) | Q(note__isnull=False),
                name="a_remedy_follows_from_something",
            ),
            models.CheckConstraint(condition=~Q(finding=""), name="a_remedy_says_what_is_wrong"),
        ]

    def __str__(self) -> str:
        return self.finding
