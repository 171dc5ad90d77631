"""What somebody has promised to give again and again."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.half_open import ends_after_start, holds_on
from lantoa.outreach.models.donor import NAMED, ByDonor, DonorQuerySet
from lantoa.outreach.models.recorded import Recorded


class Rhythm(models.TextChoices):
    """How often it is given."""

    MONTH = "month", _("mỗi tháng")
    QUARTER = "quarter", _("mỗi quý")
    HALF = "half", _("mỗi nửa năm")
    YEAR = "year", _("mỗi năm")


TIMES_A_YEAR = {Rhythm.MONTH: 12, Rhythm.QUARTER: 4, Rhythm.HALF: 2, Rhythm.YEAR: 1}


class PledgeQuerySet(DonorQuerySet):
    """Words for asking what is promised."""

    def kept_on(self, on: dt.date) -> Self:
        """Those that have begun and not ended on this day."""
        return self.filter(holds_on(on))


class Pledge(ByDonor):
    """Help promised for as long as it lasts: so much each month to a child at school. A promise is no gift: what is
    handed over is recorded as one, and the two are never added."""

    Rhythm = Rhythm

    for_whom = models.CharField(_("giúp ai, việc gì"), max_length=200)
    rhythm = models.CharField(_("bao lâu một lần"), max_length=8, choices=Rhythm, default=Rhythm.MONTH)
    amount = models.BigIntegerField(_("số tiền mỗi lần (đồng)"), null=True, blank=True)
    in_kind = models.CharField(_("hiện vật, việc làm mỗi lần"), max_length=200, blank=True)
    # What it comes to in twelve months, so that promises of different rhythms can be told as one sum.
    yearly = models.BigIntegerField(_("tính mỗi năm (đồng)"), null=True, editable=False)
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = PledgeQuerySet.as_manager()

    class Meta(ByDonor.Meta):
        verbose_name = _("khoản giúp đỡ thường xuyên")
        indexes = [models.Index(fields=["unit", "starts"], name="pledges_of_a_unit")]
        constraints = [
            *Recorded.Meta.constraints,
            ends_after_start("a_pledge_ends_after_it_starts"),
            models.CheckConstraint(condition=NAMED, name="only_an_individual_who_pledges_is_a_person"),
            models.CheckConstraint(
                condition=Q(amount__isnull=False, amount__gt=0) | (Q(amount__isnull=True) & ~Q(in_kind="")),
                name="a_pledge_is_money_or_in_kind",
            ),
            models.CheckConstraint(condition=~Q(for_whom=""), name="a_pledge_says_for_whom"),
        ]

    def __str__(self) -> str:
        return self.for_whom

    def prepare(self) -> Self:
        """Also what the money comes to in a year; None when no money is promised."""
        times = TIMES_A_YEAR[Rhythm(self.rhythm)]
        self.yearly = None if self.amount is None else self.amount * times
        return super().prepare()
