"""Help promised again and again: a promise is not a gift, and is never added to one."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from lantoa.figures.counting import figure
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.outreach import actions
from lantoa.outreach.models import Donation, Pledge

pytestmark = pytest.mark.django_db
HERE = "/tuyen-truyen/giup-do/"
DAY = dt.date(2026, 9, 5)


def promise(cast, **more):
    typed = {"for_whom": "Một học sinh mồ côi lớp 9", "amount": 500_000, "starts": DAY, "by": cast.secretary}
    return actions.pledge(**{"unit": cast.cell, **typed, **more})


def count(code, cast, **more):
    return figure(f"outreach.{code}", unit=cast.province, period=Period.year(2026), **more)


def test_what_it_comes_to_in_a_year_follows_from_the_rhythm(cast):
    for rhythm, yearly in (("month", 6), ("quarter", 2), ("half", 1), ("year", 0.5)):
        assert promise(cast, rhythm=rhythm).yearly == yearly * 1_000_000
    assert promise(cast, amount=None, in_kind="10 kg gạo").yearly is None


def test_a_promise_is_in_no_total_of_gifts(cast):
    promise(cast)
    person = {"donor_kind": "individual", "donor_name": "Lò Thị Khách"}
    promise(cast, **person), promise(cast, for_whom="Bếp ăn", amount=None, in_kind="gạo", **person)
    assert count("pledges", cast).value == 3 and count("pledging_persons", cast).value == 1
    assert count("pledged_yearly", cast).show() == "12.000.000 đồng"
    assert count("money", cast).value == 0 and count("gifts", cast).value == 0


def test_it_counts_while_it_goes_on(cast):
    one = promise(cast)
    actions.end_pledge(one, on=dt.date(2026, 10, 1), by=cast.secretary)
    assert count("pledges", cast).value == 0
    third = Period.parse("2026-Q3")
    assert figure("outreach.pledges", unit=cast.cell, period=third).value == 1
    with pytest.raises(Conflict, match="đã có ngày dừng"):
        actions.end_pledge(one, on=dt.date(2026, 11, 1), by=cast.secretary)


@pytest.mark.parametrize(
    ("wrong", "box"),
    [
        ({"for_whom": " "}, "for_whom"),
        ({"amount": None}, "amount"),
        ({"amount": 0}, "amount"),
        ({"starts": dt.date(2026, 12, 1)}, "starts"),
        ({"ends": DAY}, "ends"),
        ({"donor_kind": "individual"}, "donor_name"),
    ],
)
def test_what_does_not_fit_names_its_box(cast, wrong, box):
    with pytest.raises(BadInput) as refused:
        promise(cast, **wrong)
    assert refused.value.field == box


def test_only_who_may_record_and_reaches_the_unit(cast):
    one = promise(cast)
    for who in (cast.member, cast.inspector, cast.other_secretary, cast.far_secretary):
        with pytest.raises(NotAllowed):
            promise(cast, by=who)
        with pytest.raises(NotAllowed):
            actions.end_pledge(one, on=cast.today, by=who)
        with pytest.raises(NotAllowed):
            actions.correct_pledge(one, amount=1, by=who)


def test_the_table_itself_refuses_an_empty_promise(cast):
    for bad in ({"for_whom": ""}, {"amount": None}, {"donor_kind": "individual"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Pledge.objects.create(**{"unit": cast.cell, "for_whom": "x", "amount": 5, "starts": DAY} | bad)


def test_the_secretary_writes_it_on_its_page_and_ends_it_there(cast):
    client = cast.client("secretary")
    typed = {"for_whom": "Một cụ già neo đơn", "donor_kind": "individual", "donor_name": "do thi huong"}
    typed |= {"rhythm": "month", "amount": "300k", "starts": "5/9/2026", "last_day": "31/12/2026"}
    page = client.post(f"{HERE}ghi/", typed, follow=True).content.decode()
    one = Pledge.objects.get()
    assert (one.person, one.yearly, one.ends) == (cast.member.person, 3_600_000, dt.date(2027, 1, 1))
    assert "mức đã nhận 3,6 triệu đồng mỗi năm" in " ".join(page.split())
    assert "Một cụ già neo đơn" in cast.client("member").get(HERE).content.decode(), "it is her own"
    open_ended = promise(cast)
    client.post(f"{HERE}{open_ended.pk}/dung/", {"on": "16/11/2026"})
    open_ended.refresh_from_db()
    assert open_ended.ends == cast.today
    struck = client.post(f"/tuyen-truyen/giup-do/{one.pk}/gach-bo/", {"reason": "Ghi trùng"}, follow=True)
    assert "đã gạch bỏ" in struck.content.decode()


@pytest.mark.parametrize("address", ["giup-do/ghi/", "cuoc-van-dong/mo/", "giai/mo/"])
def test_a_last_day_before_the_first_is_refused_in_its_own_box(cast, address):
    typed = {"starts": "5/9/2026", "last_day": "4/9/2026"}
    form = cast.client("secretary").post(f"/tuyen-truyen/{address}", typed).context["form"]
    assert form.errors["last_day"] == ["Ngày kết thúc phải sau ngày bắt đầu."]


def test_what_a_colleague_promised_is_the_colleagues_matter(cast):
    promise(cast, donor_kind="individual", person=cast.colleague.person)
    assert not Pledge.objects.visible_to(cast.member).exists()


def test_what_things_are_worth_is_told_apart_from_money(cast):
    give = {"unit": cast.cell, "given_on": DAY, "by": cast.secretary, "purpose": "Tết vì người nghèo"}
    actions.record_donation(None, in_kind="gạo", value=2_000_000, **give)
    actions.record_donation(None, in_kind="chăn", **give)
    assert count("value_in_kind", cast).exact == 2_000_000 and count("money", cast).value == 0
    assert count("gifts", cast).value == count("gifts_in_kind", cast).value == 2
    with pytest.raises(BadInput, match="Trị giá là của hiện vật"):
        actions.record_donation(None, amount=5, value=5, **give)
    assert Donation.objects.count() == 2
