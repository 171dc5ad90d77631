"""Campaigns, and what was given."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.branches import in_any
from lantoa.foundation.dates import show_date
from lantoa.foundation.half_open import ends_after_start, holds_on
from lantoa.organisation.models import Unit
from lantoa.outreach import words
from lantoa.outreach.models.recorded import OutreachQuerySet, Recorded
from lantoa.people.actors import Actor
from lantoa.people.models import Person


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


class DonationQuerySet(OutreachQuerySet):
    """Words for asking who gave what."""

    def _own(self, actor: Actor) -> Self:
        """One's own gifts, and what the unit gave as a whole. What a colleague gave is the colleague's matter."""
        everything = Donation.objects.all()
        mine = everything.filter(person=actor.person) if actor.person else everything.none()
        ours = super(DonationQuerySet, everything.collective())._own(actor)
        return in_any(self, mine, ours)

    def collective(self) -> Self:
        """Given by organisations."""
        return self.filter(donor_kind=Donation.DonorKind.COLLECTIVE)

    def individual(self) -> Self:
        """Given by persons."""
        return self.filter(donor_kind=Donation.DonorKind.INDIVIDUAL)

    def of_money(self) -> Self:
        """Money; never added to things."""
        return self.filter(amount__isnull=False)

    def in_kind(self) -> Self:
        """Things; never added to money."""
        return self.filter(amount__isnull=True)


class Donation(Recorded):
    """One gift: money or things, from an organisation or from a person through an organisation."""

    class DonorKind(models.TextChoices):
        COLLECTIVE = "collective", _("tập thể")
        INDIVIDUAL = "individual", _("cá nhân")

    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="donations", verbose_name=_("cuộc vận động")
    )
    donor_kind = models.CharField(_("người ủng hộ là"), max_length=10, choices=DonorKind)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="donations")
    donor_name = models.CharField(_("tên người hoặc tập thể ủng hộ"), max_length=200, blank=True)
    donor_key = models.CharField(max_length=200, editable=False)
    amount = models.BigIntegerField(_("số tiền (đồng)"), null=True, blank=True)
    in_kind = models.CharField(_("hiện vật"), max_length=200, blank=True)
    quantity = models.DecimalField(_("số lượng"), max_digits=12, decimal_places=2, null=True, blank=True)
    quantity_unit = models.CharField(_("đơn vị tính"), max_length=40, blank=True)
    given_on = models.DateField(_("ngày ủng hộ"))

    objects = DonationQuerySet.as_manager()

    class Meta(Recorded.Meta):
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
            models.CheckConstraint(
                condition=Q(donor_kind="collective", person__isnull=True)
                | (Q(donor_kind="individual") & (Q(person__isnull=False) | ~Q(donor_name=""))),
                name="only_an_individual_donor_is_a_person",
            ),
            models.CheckConstraint(
                condition=Q(quantity__isnull=True) | (Q(quantity__gt=0) & ~Q(in_kind="")),
                name="only_things_are_given_in_a_quantity",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign}, {show_date(self.given_on)}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.prepare()
        super().save(*args, **kwargs)

    def prepare(self) -> Donation:
        """Fill the column that different donors are counted by; bulk_create does not call save."""
        self.donor_key = words.donor_key(self.unit_id, self.person_id, self.donor_name)
        return self

    @property
    def donor(self) -> str:
        """Who gave, in words; empty when it was the unit itself."""
        return self.donor_name or (str(self.person) if self.person else "")
