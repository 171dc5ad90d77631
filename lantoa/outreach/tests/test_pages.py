"""The pages: forms that say what to mend, lists in a constant number of queries."""

import datetime as dt

import pytest

from lantoa.outreach import actions
from lantoa.outreach.models import Article, Campaign, CitizenOpinion, Donation, Forum, Work

DAY = dt.date(2026, 5, 19)
HERE = "/tuyen-truyen/"


def text_of(page):
    return page.content.decode()


def test_the_hub_shows_the_four_parts(cast, campaign):
    actions.record_donation(campaign, unit=cast.cell, given_on=DAY, amount=5_000_000, by=cast.secretary)
    page = text_of(cast.client("officer").get(f"{HERE}?ky=2026"))
    for words in (
        "Ủng hộ",
        "Công trình",
        "Ý kiến nhân dân",
        "Tin, bài, chuyên mục",
        "5.000.000 đồng",
        campaign.name,
    ):
        assert words in page
    member = text_of(cast.client("member").get(HERE))
    assert "Ý kiến nhân dân" not in member and "Ghi khoản ủng hộ" not in member


def test_a_gift_is_typed_in_millions_and_kept_to_the_dong(cast, campaign):
    client = cast.client("secretary")
    typed = {"campaign": campaign.pk, "donor_kind": "collective", "amount": "2,95 tỷ", "given_on": "2/9/26"}
    page = client.post(f"{HERE}ung-ho/ghi/", typed, follow=True)
    assert "Đã ghi khoản ủng hộ." in text_of(page)
    gift = Donation.objects.get()
    assert (gift.amount, gift.unit, gift.given_on) == (2_950_000_000, cast.cell, dt.date(2026, 9, 2))


def test_a_donor_the_system_knows_becomes_that_person(cast, campaign):
    typed = {
        "campaign": campaign.pk,
        "donor_kind": "individual",
        "donor_name": "do thi huong",
        "amount": "200000",
        "given_on": "19/5/2026",
    }
    client = cast.client("secretary")
    client.post(f"{HERE}ung-ho/ghi/", typed)
    assert Donation.objects.get().person == cast.member.person
    client.post(f"{HERE}ung-ho/ghi/", {**typed, "donor_name": "Người Qua Đường"})
    assert Donation.objects.last().donor_name == "Người Qua Đường"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"amount": "1,234.5"}, "Không đọc được số"),
        ({"amount": "-5"}, "trở lên"),
        ({"amount": "0,5"}, "trở lên"),
        ({"amount": ""}, "Nhập số tiền, hoặc nhập tên hiện vật"),
        ({"in_kind": "gạo"}, "thành hai lần"),
        ({"given_on": "30/02/2026"}, "không có thật"),
        ({"given_on": "17/11/2026"}, "Ngày này chưa đến"),
        ({"donor_kind": "individual"}, "Nhập họ và tên người ủng hộ"),
        ({"campaign": "999999"}, "Chọn một cuộc vận động trong danh sách"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_what_was_typed_stays(cast, campaign, wrong, sentence):
    typed = {
        "campaign": campaign.pk,
        "donor_kind": "collective",
        "amount": "7.654.321",
        "given_on": "19/05/2026",
    }
    page = cast.client("secretary").post(f"{HERE}ung-ho/ghi/", typed | wrong)
    assert page.status_code == 200 and sentence in text_of(page)
    assert "<title>Lỗi: " in text_of(page) and not Donation.objects.exists()
    assert "amount" in wrong or "7.654.321" in text_of(page)


def test_without_a_campaign_a_gift_says_what_it_is_for(cast):
    client = cast.client("secretary")
    typed = {"donor_kind": "collective", "in_kind": "áo ấm", "quantity": "40", "quantity_unit": "chiếc"}
    typed |= {"value": "6 triệu", "given_on": "5/11/2026"}
    refused = client.post(f"{HERE}ung-ho/ghi/", typed)
    assert "ghi ủng hộ việc gì" in text_of(refused) and not Donation.objects.exists()
    client.post(f"{HERE}ung-ho/ghi/", {**typed, "purpose": "Áo ấm cho học sinh Nà Lùng"})
    gift = Donation.objects.get()
    assert (gift.campaign, gift.value) == (None, 6_000_000)
    page = " ".join(text_of(client.get(f"{HERE}ung-ho/")).split())
    assert "Áo ấm cho học sinh Nà Lùng" in page and "trị giá 6 triệu đồng" in page


def test_a_committee_launches_a_campaign_until_the_last_day_inclusive(cast):
    typed = {
        "unit": cast.commune.code,
        "name": "Tết vì người nghèo",
        "starts": "1/12/2025",
        "last_day": "31/1/2026",
    }
    cast.client("committee").post(f"{HERE}cuoc-van-dong/mo/", typed)
    assert Campaign.objects.get().ends == dt.date(2026, 2, 1)


def test_a_house_is_recorded_handed_over_and_struck_out(cast):
    client = cast.client("secretary")
    client.post(
        f"{HERE}cong-trinh/ghi/", {"kind": "house", "build": "new", "name": "Nhà bà Mỷ", "cost": "80 triệu"}
    )
    work = Work.objects.get()
    assert work.cost == 80_000_000
    client.post(f"{HERE}cong-trinh/{work.pk}/ban-giao/", {"on": "15/11/2026"})
    assert Work.objects.get().handed_over_on == dt.date(2026, 11, 15)
    page = client.post(f"{HERE}cong-trinh/{work.pk}/gach-bo/", {"reason": "Ghi trùng"}, follow=True)
    assert "đã gạch bỏ" in text_of(page)
    assert client.get(f"{HERE}cong-trinh/{work.pk}/gach-bo/").status_code == 404


def test_a_pile_of_survey_sheets_is_typed_once(cast):
    client = cast.client("secretary")
    typed = {"kind": "hearing", "title": "Lắng nghe dân", "held_on": "1/10/2026", "attended": "120"}
    client.post(f"{HERE}hoi-nghi/ghi/", typed)
    forum = Forum.objects.get()
    typed = {
        "forum": forum.pk,
        "text": "1. Cần đèn đường\n2. Nước yếu\n\n3. Thủ tục lâu",
        "received_on": "01/10/2026",
        "channel": "survey",
        "source": "people",
        "field": "infrastructure",
    }
    page = client.post(f"{HERE}y-kien/ghi/", typed, follow=True)
    assert "Đã ghi 3 ý kiến." in text_of(page) and "Cần đèn đường" in text_of(page)
    client.post(f"{HERE}y-kien/ghi/", {**typed, "single": "on", "given_by": "Bàn Thị Góp"})
    assert CitizenOpinion.objects.count() == 4


def test_an_opinion_is_answered_and_resolved_on_its_page(cast):
    (one,) = actions.receive_opinions(["Nước yếu"], unit=cast.cell, received_on=DAY, by=cast.secretary)
    client, page = cast.client("secretary"), f"{HERE}y-kien/{one.pk}/"
    refused = client.post(f"{page}tra-loi/", {"a-answer": "", "a-on": "15/11/2026"})
    assert "Lỗi: " in text_of(refused) and "Điền “Nội dung trả lời”." in text_of(refused)
    client.post(f"{page}tra-loi/", {"a-answer": "Xã đã hẹn nhà máy nước.", "a-on": "15/11/2026"})
    shown = text_of(client.get(page))
    assert "Xã đã hẹn nhà máy nước." in shown and "đã trả lời" in shown
    client.post(f"{page}giai-quyet/", {"o-outcome": "Đã thay bơm.", "o-on": "16/11/2026"})
    assert "đã giải quyết xong" in text_of(client.get(page))
    assert client.post(f"{page}tra-loi/", {"a-answer": "Muộn", "a-on": "16/11/2026"}).status_code == 409


def test_news_is_recorded_and_a_column_ends(cast):
    client = cast.client("secretary")
    typed = {
        "kind": "column",
        "title": "Học Bác mỗi ngày",
        "outlet": "Bản tin",
        "published_on": "5/1/2026",
        "url": "",
    }
    client.post(f"{HERE}tin-bai/ghi/", typed)
    refused = client.post(f"{HERE}tin-bai/ghi/", {**typed, "url": "javascript:alert(1)"})
    assert "bắt đầu bằng https" in text_of(refused)
    column = Article.objects.get()
    page = client.post(f"{HERE}tin-bai/{column.pk}/ngung/", {"on": "hôm nay"})
    assert page.status_code == 400 and "Không đọc được ngày" in text_of(page)
    client.post(f"{HERE}tin-bai/{column.pk}/ngung/", {"on": "16/11/2026"})
    assert Article.objects.get().ended_on == cast.today


@pytest.mark.parametrize("place", ["", "ung-ho/", "cong-trinh/", "y-kien/", "tin-bai/"])
def test_a_period_that_cannot_be_read_is_said(cast, place):
    page = cast.client("officer").get(f"{HERE}{place}?ky=cuối+năm")
    assert page.status_code == 400 and "Không hiểu kỳ" in text_of(page)


@pytest.mark.parametrize("place", ["ung-ho/", "giup-do/", "cong-trinh/", "y-kien/", "tin-bai/"])
def test_odd_filters_and_pages_are_taken_calmly(cast, place):
    query = "?loai=x&trang=99&cuoc-van-dong=abc&ben-ung-ho=%00&trang-thai=z&ky=2026-Q2"
    assert cast.client("officer").get(f"{HERE}{place}{query}").status_code == 200


@pytest.mark.deep
@pytest.mark.parametrize("place", ["ung-ho/", "cong-trinh/", "y-kien/", "tin-bai/"])
def test_a_long_list_costs_as_many_queries_as_a_short_one(
    cast, campaign, place, django_assert_max_num_queries
):
    def fill(n):
        for unit in (cast.cell, cast.other_cell, cast.far_cell) * n:
            actions.record_donation(campaign, unit=unit, given_on=DAY, amount=1000, by=cast.officer)
            actions.record_work(unit=unit, kind="road", name="Đường", campaign=campaign, by=cast.officer)
            actions.receive_opinions(["Một", "Hai"], unit=unit, received_on=DAY, by=cast.officer)
            actions.record_article(
                unit=unit, kind="column", title="Tin", outlet="Báo", published_on=DAY, by=cast.officer
            )

    client = cast.client("officer")
    fill(1)
    client.get(f"{HERE}{place}")
    with django_assert_max_num_queries(40) as few:
        client.get(f"{HERE}{place}")
    fill(4)
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(f"{HERE}{place}")
