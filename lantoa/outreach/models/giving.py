"""Campaigns, and what was given."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import show_date
from lantoa.foundation.half_open import ends_after_start, holds_on
from lantoa.organisation.models import Unit
from lantoa.outreach.models.donor import NAMED, ByDonor, DonorQuerySet
from lantoa.outreach.models.recorded import OutreachQuerySet, Recorded
from lantoa.people.actors import Actor


class CampaignQuerySet(OutreachQuerySet):
    """Campaigns come from above: everybody below may see them."""

    def visible_to(self, actor: Actor) -> Self:
        """Those that one's own unit, the units above it, or the units in reach have launched."""
        if not actor.may("outreach.view"):
            return self.none()
        everything = self.model.objects.all()
        line = [place.unit_id for place in actor.line]
        reached = actor.in_reach(everything, of_unit="launched_by")
        return in_any(self, everything.filter(launched_by__in=line), reached)

    def running(self, on: dt.date) -> Self:
        """Those that have begun and not ended."""
        return self.filter(holds_on(on))


class Campaign(models.Model):
    """A campaign to help: "Mỗi tổ chức, mỗi cá nhân gắn với một địa chỉ nhân đạo"."""

    name = models.CharField(_("tên cuộc vận động"), max_length=250)
    launched_by = models.ForeignKey(
        Unit, models.PROTECT, related_name="campaigns", verbose_name=_("đơn vị phát động")
    )
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến trước ngày"), null=True, blank=True)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("cuộc vận động")
        ordering = ["-starts", "-pk"]
        constraints = [
            ends_after_start("a_campaign_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=["launched_by", "name", "starts"], name="a_unit_launches_a_campaign_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The gifts to this campaign."""
        return f"{reverse('outreach:donations')}?cuoc-van-dong={self.pk}"


class DonationQuerySet(DonorQuerySet):
    """Words for asking who gave what."""

    def of_money(self) -> Self:
        """Money; never added to things."""
        return self.filter(amount__isnull=False)

    def in_kind(self) -> Self:
        """Things; never added to money."""
        return self.filter(amount__isnull=True)


class Donation(ByDonor):
    """One gift: money or things, from an organisation or from a person through an organisation; to a campaign, or for
    what its purpose says."""

    campaign = models.ForeignKey(
        Campaign,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="donations",
        verbose_name=_("cuộc vận động"),
    )
    purpose = models.CharField(_("ủng hộ việc gì"), max_length=200, blank=True)
    amount = models.BigIntegerField(_("số tiền (đồng)"), null=True, blank=True)
    in_kind = models.CharField(_("hiện vật"), max_length=200, blank=True)
    quantity = models.DecimalField(_("số lượng"), max_digits=12, decimal_places=2, null=True, blank=True)
    quantity_unit = models.CharField(_("đơn vị tính"), max_length=40, blank=True)
    # What the things are worth, where somebody knows it; never part of the money.
    value = models.BigIntegerField(_("trị giá hiện vật (đồng)"), null=True, blank=True)
    given_on = models.DateField(_("ngày ủng hộ"))

    objects = DonationQuerySet.as_manager()

    class Meta(ByDonor.Meta):
        verbose_name = _("khoản ủng hộ")
        indexes = [models.Index(fields=["unit", "given_on"], name="donations_of_a_unit")]
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                # Said with isnull: an unknown amount compared with 0 is neither true nor false, and would pass.
                condition=Q(amount__isnull=False, amount__gt=0, in_kind="")
                | (Q(amount__isnull=True) & ~Q(in_kind="")),
                name="a_donation_is_money_or_in_kind",
            ),
            models.CheckConstraint(condition=NAMED, name="only_an_individual_donor_is_a_person"),
            models.CheckConstraint(
                condition=Q(quantity__isnull=True) | (Q(quantity__gt=0) & ~Q(in_kind="")),
                name="only_things_are_given_in_a_quantity",
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | (Q(value__gt=0) & ~Q(in_kind="")),
                name="only_things_have_a_value_beside_money",
            ),
            models.CheckConstraint(
                condition=Q(campaign__isnull=False) | ~Q(purpose=""),
                name="a_donation_without_a_campaign_says_for_what",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.for_what}, {show_date(self.given_on)}"

    @property
    def for_what(self) -> str:
        """The campaign, or what it was given for without one."""
        return str(self.campaign) if self.campaign else self.purpose
