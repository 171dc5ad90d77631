"""One table: what may be told or read aloud, from where, on which page; of the unit that entered it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.foundation.places import place_of
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class ReadingQuerySet(models.QuerySet["Reading"]):
    """Words for asking what there is to tell."""

    def for_unit(self, unit: Unit, on: dt.date) -> ReadingQuerySet:
        """What the unit and those above it have entered."""
        above = [place.unit_id for place in organisation.ancestors(unit, on)]
        return self.filter(unit__in=[*above, unit.pk])

    def visible_to(self, actor: Actor) -> ReadingQuerySet:
        """What applies to the actor's unit, and what the units in reach have entered."""
        if not actor.may("readings.view"):
            return self.none()
        everything = Reading.objects.all()
        return in_any(self, actor.in_reach(everything), everything.filter(unit__in=actor.units_in_line))

    def stories(self) -> ReadingQuerySet:
        """Those to be told."""
        return self.filter(kind=Reading.Kind.STORY)


class Reading(models.Model):
    """A story or a quotation. Without a source it is not kept: what cannot be looked up is not told."""

    class Kind(models.TextChoices):
        STORY = "story", _("câu chuyện")
        QUOTATION = "quotation", _("câu nói")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="readings")
    kind = models.CharField(_("loại"), max_length=10, choices=Kind, default=Kind.STORY)
    title = models.CharField(_("tên"), max_length=300)
    text = models.TextField(_("nội dung"), max_length=20_000, blank=True)
    source = models.CharField(_("nguồn"), max_length=300)
    page = models.CharField(_("trang"), max_length=40, blank=True)
    lesson = models.CharField(_("bài học rút ra"), max_length=500, blank=True)
    written_at = models.DateTimeField(default=clock.now)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = _("tư liệu về Bác")
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "title"], name="a_unit_enters_a_reading_once"),
            models.CheckConstraint(condition=~models.Q(source=""), name="a_reading_names_its_source"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its own page."""
        return place_of("readings:show", self.pk)

    @property
    def cited(self) -> str:
        """ "Hồ Chí Minh toàn tập, tập 5, tr. 12"."""
        return f"{self.source}, {_('tr.')} {self.page}" if self.page else self.source
