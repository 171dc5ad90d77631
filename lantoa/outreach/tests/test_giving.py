"""Gifts: money or things, of organisations and of persons, each with its own total."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.outreach import actions
from lantoa.outreach.models import Campaign, Donation
from lantoa.outreach.queries import donation_totals

DAY = dt.date(2026, 5, 19)


def test_a_cell_gives_money_and_the_ledger_says_who_wrote_it(cast, campaign):
    gift = actions.record_donation(
        campaign, unit=cast.cell, given_on=DAY, amount=5_000_000, by=cast.secretary
    )
    event = Event.objects.about(gift).get()
    assert (event.verb, event.person_name, event.on) == ("outreach.donation.recorded", "Nguyễn Thị Lan", DAY)
    assert event.unit_name == "Chi bộ Trường THCS Hòa Bình"


def test_money_and_things_are_never_one_gift(cast, campaign):
    give = {"unit": cast.cell, "given_on": DAY, "by": cast.secretary}
    with pytest.raises(BadInput, match="thành hai lần"):
        actions.record_donation(campaign, amount=1000, in_kind="gạo", **give)
    with pytest.raises(BadInput, match="Nhập số tiền, hoặc nhập tên hiện vật"):
        actions.record_donation(campaign, **give)
    with pytest.raises(BadInput, match="lớn hơn 0"):
        actions.record_donation(campaign, amount=0, **give)
    with pytest.raises(BadInput, match="Tiền ghi ở ô số tiền"):
        actions.record_donation(campaign, amount=1000, quantity=Decimal(3), **give)
    assert not Donation.objects.exists()


def test_the_table_itself_refuses_money_with_things(cast, campaign):
    wrong = {"campaign": campaign, "unit": cast.cell, "given_on": DAY}
    for bad in (
        {"donor_kind": "collective", "amount": 5, "in_kind": "gạo"},
        {"donor_kind": "collective"},
        {"donor_kind": "individual", "amount": 5},
        {"donor_kind": "collective", "amount": 5, "person": cast.member.person},
        {"donor_kind": "collective", "amount": 5, "withdrawn_on": DAY},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Donation.objects.create(**wrong, **bad)


def test_a_gift_lies_within_the_campaign_and_not_in_the_future(cast, campaign):
    for day, sentence in (
        (dt.date(2023, 12, 31), "ngày bắt đầu cuộc vận động"),
        (dt.date(2026, 11, 17), "chưa đến"),
    ):
        with pytest.raises(BadInput, match=sentence) as refused:
            actions.record_donation(campaign, unit=cast.cell, given_on=day, amount=1000, by=cast.secretary)
        assert refused.value.field == "given_on"


def test_only_who_may_edit_and_reaches_the_unit_records(cast, campaign):
    for who in (cast.member, cast.leader, cast.inspector, cast.other_secretary, cast.far_secretary):
        with pytest.raises(NotAllowed):
            actions.record_donation(campaign, unit=cast.cell, given_on=DAY, amount=1000, by=who)


def test_totals_keep_organisations_persons_money_and_things_apart(cast, campaign):
    give = {"given_on": DAY, "by": cast.committee}
    actions.record_donation(campaign, unit=cast.cell, amount=5_000_000, **give)
    actions.record_donation(campaign, unit=cast.cell, amount=1_000_000, **give)
    actions.record_donation(
        campaign, unit=cast.other_cell, in_kind="gạo", quantity=Decimal(50), quantity_unit="kg", **give
    )
    actions.record_donation(
        campaign, unit=cast.cell, in_kind="gạo", quantity=Decimal("30.5"), quantity_unit="kg", **give
    )
    person = {"donor_kind": "individual", "unit": cast.cell, **give}
    actions.record_donation(campaign, person=cast.member.person, amount=200_000, **person)
    actions.record_donation(campaign, person=cast.member.person, amount=300_000, **person)
    actions.record_donation(campaign, donor_name="Lò Văn Khách", amount=100_000, **person)
    actions.record_donation(campaign, donor_name="lo van khach", amount=100_000, **person)
    totals = donation_totals(Donation.objects.all())
    assert (totals.units, totals.collective_gifts) == (2, 4)
    assert (totals.persons, totals.individual_gifts) == (2, 4)
    assert (totals.collective_money, totals.individual_money, totals.money) == (6_000_000, 700_000, 6_700_000)
    assert [(t.name, t.quantity, t.unit, t.gifts) for t in totals.things] == [
        ("gạo", Decimal("80.5"), "kg", 2)
    ]


def test_a_mistake_is_struck_out_with_a_reason_and_no_longer_counted(cast, campaign):
    gift = actions.record_donation(campaign, unit=cast.cell, given_on=DAY, amount=50, by=cast.secretary)
    with pytest.raises(BadInput, match="Ghi lý do gạch bỏ"):
        actions.strike_out(gift, reason="  ", by=cast.secretary)
    actions.strike_out(gift, reason="Nhầm số tiền", by=cast.secretary)
    assert donation_totals(Donation.objects.all()).money == 0
    assert Donation.objects.get().withdrawn_reason == "Nhầm số tiền"
    assert Event.objects.about(gift).last().note == "Nhầm số tiền"
    with pytest.raises(Conflict):
        actions.strike_out(gift, reason="Lần nữa", by=cast.committee)


def test_who_sees_which_gifts(cast, campaign):
    give = {"given_on": DAY, "by": cast.officer, "amount": 1000}
    whole = actions.record_donation(campaign, unit=cast.cell, **give)
    mine = actions.record_donation(
        campaign, unit=cast.cell, donor_kind="individual", person=cast.member.person, **give
    )
    colleagues = actions.record_donation(
        campaign, unit=cast.cell, donor_kind="individual", person=cast.colleague.person, **give
    )
    far = actions.record_donation(campaign, unit=cast.far_cell, **give)

    def seen(who):
        return set(Donation.objects.visible_to(who))

    assert seen(cast.member) == {whole, mine}
    assert seen(cast.secretary) == seen(cast.committee) == {whole, mine, colleagues}
    assert seen(cast.other_secretary) == set()
    assert seen(cast.officer) == {whole, mine, colleagues, far}
    assert seen(cast.administrator) == set()


def test_a_campaign_is_seen_by_everyone_below_and_not_beside(cast, campaign):
    own = actions.launch_campaign(name="Tết vì người nghèo", unit=cast.commune, starts=DAY, by=cast.committee)

    def seen(who):
        return set(Campaign.objects.visible_to(who))

    assert seen(cast.member) == seen(cast.secretary) == seen(cast.officer) == {campaign, own}
    assert seen(cast.far_secretary) == {campaign}
    assert seen(cast.administrator) == set()


def test_nobody_gives_to_a_campaign_launched_beside(cast):
    beside = actions.launch_campaign(name="Của xã bạn", unit=cast.far, starts=DAY, by=cast.officer)
    with pytest.raises(BadInput, match="Chọn một cuộc vận động"):
        actions.record_donation(beside, unit=cast.cell, given_on=DAY, amount=1000, by=cast.secretary)


def test_a_campaign_ends_after_it_starts_and_is_launched_once(cast, campaign):
    with pytest.raises(BadInput, match="sớm hơn ngày bắt đầu"):
        actions.launch_campaign(name="Ngược", unit=cast.cell, starts=DAY, ends=DAY, by=cast.secretary)
    with pytest.raises(BadInput, match="đã có"):
        actions.launch_campaign(
            name=campaign.name, unit=cast.province, starts=campaign.starts, by=cast.officer
        )


def test_a_gift_is_set_right_and_the_history_keeps_what_it_said(cast, campaign):
    gift = actions.record_donation(campaign, unit=cast.cell, given_on=DAY, amount=500_000, by=cast.secretary)
    actions.correct_donation(gift, amount=5_000_000, by=cast.secretary)
    event = Event.objects.get(verb="outreach.donation.corrected")
    assert (event.before, event.after) == ({"amount": "500000"}, {"amount": "5000000"})
    with pytest.raises(NotAllowed):
        actions.correct_donation(gift, amount=1, by=cast.other_secretary)
    with pytest.raises(BadInput):
        actions.correct_donation(gift, in_kind="gạo", by=cast.secretary)
    actions.strike_out(gift, reason="ghi trùng", by=cast.secretary)
    with pytest.raises(Conflict):
        actions.correct_donation(gift, amount=1, by=cast.secretary)
