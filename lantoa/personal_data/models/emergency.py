"""Opening what is kept of one person in an emergency: asked for by one, agreed to by a second, for some hours, told."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.foundation.branches import in_any
from lantoa.foundation.places import place_of
from lantoa.organisation.models import Unit
from lantoa.people.models import Person
from lantoa.personal_data.words import Opening

if TYPE_CHECKING:
    from lantoa.people.actors import Actor


class EmergencyQuerySet(models.QuerySet["Emergency"]):
    """Words for asking which openings in an emergency."""

    def visible_to(self, actor: Actor) -> EmergencyQuerySet:
        """Those one asked for; and those of the units in reach, for who gives the second word or answers for data."""
        mine = self.filter(asked_by__in=actor.one_with)
        if not (actor.may("personal_data.agree_to_open") or actor.may("personal_data.answer")):
            return in_any(self, mine)
        return in_any(self, mine, actor.in_reach(Emergency.objects.all()))

    def waiting(self) -> EmergencyQuerySet:
        """Those that a second person has not answered."""
        return self.filter(state=Opening.WAITING)


class Emergency(models.Model):
    """Somebody who does not read contents asks to read what is kept of one person, for a reason and for hours."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="emergencies")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    parts = models.JSONField(_("phần được mở"), default=list)
    reason = models.TextField(_("lý do"))
    hours = models.PositiveSmallIntegerField(_("mở trong (giờ)"))
    state = models.CharField(_("tình trạng"), max_length=10, choices=Opening, default=Opening.WAITING)
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_in = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    asked_on = models.DateField(_("ngày đề nghị"))
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(_("trả lời lúc"), null=True)
    refusal = models.CharField(_("vì sao không đồng ý"), max_length=300, blank=True)
    until = models.DateTimeField(_("mở đến lúc"), null=True)

    objects = EmergencyQuerySet.as_manager()

    class Meta:
        verbose_name = _("lần mở khẩn cấp")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="an_emergency_says_why"),
            models.CheckConstraint(
                condition=Q(hours__gte=1, hours__lte=24), name="an_emergency_lasts_a_day_at_most"
            ),
            models.CheckConstraint(
                condition=~Q(asked_by=F("person")), name="nobody_opens_her_own_in_an_emergency"
            ),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True)
                | (~Q(answered_by=F("asked_by")) & ~Q(answered_by=F("person"))),
                name="a_second_person_answers_an_emergency",
            ),
            models.CheckConstraint(
                condition=~Q(state="open") | Q(answered_by__isnull=False, until__isnull=False),
                name="what_is_open_says_by_whom_and_until_when",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "state"], name="emergencies_of_a_unit"),
            models.Index(fields=["person", "state"], name="emergencies_of_a_person"),
        ]

    def __str__(self) -> str:
        return gettext("Mở khẩn cấp số %(number)s") % {"number": f"{self.pk}/{self.asked_on.year}"}

    def get_absolute_url(self) -> str:
        """Its page."""
        return place_of("personal_data:emergency", self.pk)

    def is_open(self, now: dt.datetime | None = None) -> bool:
        """Whether who asked may read at this moment."""
        return self.state == Opening.OPEN and self.until is not None and (now or clock.now()) < self.until
