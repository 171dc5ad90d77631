"""A code by which whoever has no account says that what was typed for her is hers."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.foundation import clock
from lantoa.people.models import Person
from lantoa.registrations.models.paper import Registration
from lantoa.registrations.models.words import CODE_TRIES


class ConfirmationCodeQuerySet(models.QuerySet["ConfirmationCode"]):
    """Words for asking about codes."""

    def live(self, at: dt.datetime) -> ConfirmationCodeQuerySet:
        """Those that still open their paper: not spent, not replaced, not too old, not tried too often."""
        return self.filter(closed_at__isnull=True, expires_at__gt=at, tries__lt=CODE_TRIES)


class ConfirmationCode(models.Model):
    """One code for one paper, handed over once; only its digest is kept."""

    registration = models.ForeignKey(Registration, models.CASCADE, related_name="codes")
    digest = models.CharField(max_length=64, unique=True)
    given_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField(_("dùng được đến"))
    tries = models.PositiveSmallIntegerField(default=0)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ConfirmationCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("mã xác nhận")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration"],
                condition=Q(closed_at__isnull=True),
                name="a_paper_has_one_code_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("given_at")), name="a_code_lasts_for_a_while"
            ),
        ]

    def __str__(self) -> str:
        return str(self.registration)


class Pin(models.Model):
    """Six digits that a person set herself when she first used a code: from then on they are asked beside each code."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="pins")
    digest = models.CharField(max_length=128)
    set_on = models.DateField(_("đặt ngày"))
    ended_on = models.DateField(_("bỏ ngày"), null=True, blank=True)

    class Meta:
        verbose_name = _("số PIN xác nhận")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
