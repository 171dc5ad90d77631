"""Campaigns, gifts, and what is promised again and again."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation.models import Unit
from lantoa.outreach import rules
from lantoa.outreach.actions.recording import must_edit
from lantoa.outreach.models import Campaign, Donation, DonorKind, Pledge
from lantoa.people.actors import Actor
from lantoa.people.models import Person


@transaction.atomic
def launch_campaign(
    *, name: str, unit: Unit, starts: dt.date, by: Actor, ends: dt.date | None = None
) -> Campaign:
    """Begin a campaign; `ends` is the first day after it. Everybody below the unit may give to it."""
    must_edit(by, unit)
    name = demands.must_say(name, "name", _("Nhập tên cuộc vận động."))
    if ends is not None:
        demands.must_come_after(ends, starts + dt.timedelta(days=1), _("ngày bắt đầu"), "ends")
    if Campaign.objects.filter(launched_by=unit, name=name, starts=starts).exists():
        raise BadInput(_("Cuộc vận động này đã có. Chọn nó trong danh sách khi ghi ủng hộ."), "name")
    campaign = Campaign.objects.create(name=name, launched_by=unit, starts=starts, ends=ends)
    record("outreach.campaign.started", campaign, by=by, unit=unit, on=starts)
    return campaign


@transaction.atomic
def record_donation(
    campaign: Campaign | None,
    *,
    unit: Unit,
    given_on: dt.date,
    by: Actor,
    amount: int | None = None,
    in_kind: str = "",
    quantity: Decimal | None = None,
    quantity_unit: str = "",
    value: int | None = None,
    purpose: str = "",
    donor_kind: str = DonorKind.COLLECTIVE,
    person: Person | None = None,
    donor_name: str = "",
) -> Donation:
    """One gift of a unit, or of a person through that unit; to a campaign, or for what `purpose` says.

    `value` is what things are worth in đồng, where it is known. BadInput says what does not fit.
    """
    must_edit(by, unit)
    if campaign and not Campaign.objects.visible_to(by).filter(pk=campaign.pk).exists():
        raise BadInput(_("Chọn một cuộc vận động trong danh sách."), "campaign")
    donation = Donation(
        campaign=campaign,
        purpose=clean(purpose),
        unit=unit,
        given_on=given_on,
        amount=amount,
        in_kind=clean(in_kind),
        quantity=quantity,
        quantity_unit=clean(quantity_unit),
        value=value,
        donor_kind=donor_kind,
        person=person,
        donor_name=clean(donor_name),
    )
    donation_must_be_right(donation, by.on)
    donation.save()
    record("outreach.donation.recorded", donation, by=by, unit=unit, on=given_on, after=_gift(donation))
    return donation


def donation_must_be_right(donation: Donation, today: dt.date) -> None:
    """BadInput where it is neither money nor a thing, lies outside the campaign, says not for what, or names nobody."""
    rules.must_be_money_or_kind(donation.amount, donation.in_kind)
    demands.must_have_happened(donation.given_on, today, "given_on")
    if donation.campaign:
        began = donation.campaign.starts
        demands.must_come_after(donation.given_on, began, _("ngày bắt đầu cuộc vận động"), "given_on")
    elif not donation.purpose:
        raise BadInput(
            _("Chọn cuộc vận động, hoặc ghi ủng hộ việc gì, ví dụ: áo ấm cho học sinh."), "purpose"
        )
    rules.must_be_of_things(donation.quantity, donation.value, donation.in_kind)
    _must_name_the_donor(donation)


def _must_name_the_donor(given: Donation | Pledge) -> None:
    if given.donor_kind == DonorKind.COLLECTIVE and given.person is not None:
        raise BadInput(_("Khoản của tập thể không ghi tên một người."), "donor_name")
    if given.donor_kind == DonorKind.INDIVIDUAL and not given.donor:
        raise BadInput(_("Nhập họ và tên người ủng hộ."), "donor_name")


def _gift(donation: Donation) -> dict[str, str]:
    return {"amount": str(donation.amount or ""), "in_kind": donation.in_kind, "kind": donation.donor_kind}


@transaction.atomic
def pledge(
    *,
    unit: Unit,
    for_whom: str,
    starts: dt.date,
    by: Actor,
    rhythm: str = Pledge.Rhythm.MONTH,
    amount: int | None = None,
    in_kind: str = "",
    ends: dt.date | None = None,
    donor_kind: str = DonorKind.COLLECTIVE,
    person: Person | None = None,
    donor_name: str = "",
) -> Pledge:
    """Help promised again and again; `ends` is the first day without it. What is handed over is a gift of its own."""
    must_edit(by, unit)
    promised = Pledge(
        unit=unit,
        for_whom=for_whom,
        rhythm=rhythm,
        amount=amount,
        in_kind=clean(in_kind),
        starts=starts,
        ends=ends,
        donor_kind=donor_kind,
        person=person,
        donor_name=clean(donor_name),
    )
    pledge_must_be_right(promised, by.on)
    promised.save()
    record("outreach.pledge.recorded", promised, by=by, unit=unit, on=starts, after=_promise(promised))
    return promised


def _promise(promised: Pledge) -> dict[str, Any]:
    return {"amount": str(promised.amount or ""), "in_kind": promised.in_kind, "rhythm": promised.rhythm}


def pledge_must_be_right(promised: Pledge, today: dt.date) -> None:
    """BadInput where nothing is promised, nobody is helped, or it has not begun."""
    said = _("Ghi giúp ai, việc gì, ví dụ: một học sinh mồ côi lớp 9.")
    promised.for_whom = demands.must_say(promised.for_whom, "for_whom", said)
    if promised.amount is None and not promised.in_kind:
        raise BadInput(_("Nhập số tiền mỗi lần, hoặc hiện vật, việc làm mỗi lần."), "amount")
    if promised.amount is not None and promised.amount <= 0:
        raise BadInput(_("Số tiền phải lớn hơn 0."), "amount")
    demands.must_have_happened(promised.starts, today, "starts")
    demands.must_end_after_start(promised.starts, promised.ends)
    _must_name_the_donor(promised)


@transaction.atomic
def end_pledge(promised: Pledge, *, on: dt.date, by: Actor) -> Pledge:
    """Nothing is given any more from that day; the past keeps counting it. Conflict when it has ended before."""
    must_edit(by, promised.unit)
    demands.must_have_happened(on, by.on, "on")
    demands.must_come_after(on, promised.starts + dt.timedelta(days=1), _("ngày bắt đầu"), "on")
    running = Pledge.objects.standing().filter(pk=promised.pk, ends__isnull=True)
    if not running.update(ends=on):
        raise Conflict(_("Khoản giúp đỡ này đã có ngày dừng hoặc đã gạch bỏ. Tải lại trang để xem."))
    promised.ends = on
    record("outreach.pledge.ended", promised, by=by, unit=promised.unit, on=on)
    return promised
