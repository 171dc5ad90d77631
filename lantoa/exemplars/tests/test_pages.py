"""What people see and press."""

from __future__ import annotations

from html import unescape

import pytest
from django.urls import reverse

from lantoa.exemplars.measures import MEASURES
from lantoa.exemplars.models import Exemplar
from lantoa.exemplars.rules import Result
from lantoa.exemplars.tests.stories import LAND, of_a_member, of_the_group, proposed, published
from lantoa.figures.counting import figure, records_of
from lantoa.foundation.dates import Period
from lantoa.practices.tests import stories as practices

pytestmark = pytest.mark.django_db
YEAR = Period.year(2026)
TYPED = {
    "title": "Hiến 400 m² đất mở đường vào bản",
    "subject": "individual",
    "story": "Gia đình bàn ba tối rồi lùi rào vào bốn mét.",
    "ten-TOTAL_FORMS": 2,
    "ten-INITIAL_FORMS": 0,
    "ket-qua-TOTAL_FORMS": 2,
    "ket-qua-INITIAL_FORMS": 0,
    "ket-qua-0-value": "1.200,5",
    "ket-qua-0-unit_of_count": "kg",
    "ket-qua-0-label": "rau",
    "ket-qua-0-recurrence": "per_month",
}


def text(answer):
    return unescape(answer.content.decode())


def test_a_secretary_writes_reads_and_proposes(cast):
    client = cast.client("secretary")
    typed = TYPED | {"ten-0-person": str(cast.member.person.pk), "ten-1-name": "Lò Thị Én"}
    page = text(client.post(reverse("exemplars:new"), typed, follow=True))
    assert "Đã lưu bản nháp" in page and "1.200,5 kg/tháng" in page and "Lò Thị Én" in page
    one = Exemplar.objects.get()
    assert [(n.name, n.person) for n in one.named.all()] == [
        ("Đỗ Thị Hương", cast.member.person),
        ("Lò Thị Én", None),
    ]
    page = text(client.post(reverse("exemplars:propose", args=[one.pk]), follow=True))
    assert "Đã đề nghị Đảng bộ xã An Phú công bố." in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"story": ""}, "Câu chuyện"),
        ({"ket-qua-0-unit_of_count": ""}, "đơn vị tính"),
        ({"ket-qua-0-value": "-3"}, "lớn hơn 0"),
        ({"ket-qua-0-value": ""}, "Ghi số của kết quả này"),
        ({"ten-0-name": ""}, "Ghi tên người làm việc này"),
    ],
)
def test_a_wrong_box_is_named_and_nothing_typed_is_lost(cast, wrong, said):
    answer = cast.client("secretary").post(
        reverse("exemplars:new"), TYPED | {"ten-0-name": "Lò Thị Én"} | wrong
    )
    assert answer.status_code == 200 and said in text(answer) and TYPED["title"] in text(answer)
    assert not Exemplar.objects.exists()


def test_an_edit_shows_what_was_typed_and_keeps_it(cast):
    one = of_a_member(cast, results=[LAND, Result(LAND.value, "lượt", "", "per_year", cast.today)])
    client, address = cast.client("secretary"), reverse("exemplars:edit", args=[one.pk])
    page = text(client.get(address))
    assert one.title in page and "16/11/2026" in page and "Đỗ Thị Hương" in page
    client.post(
        address,
        TYPED | {"ten-0-person": str(cast.member.person.pk), "place": "bản Pa Khao", "ten-INITIAL_FORMS": 1},
    )
    one = Exemplar.objects.get()
    assert one.place == "bản Pa Khao" and [str(r) for r in one.results.all()] == ["1.200,5 kg/tháng rau"]


def test_one_after_another_the_longest_waiting_first(cast):
    first = proposed(cast, of_a_member(cast))
    second = proposed(cast, of_the_group(cast))
    client = cast.client("committee")
    page = text(client.get(reverse("exemplars:index") + "?cho=toi"))
    assert page.index(first.title) < page.index(second.title)
    answer = client.post(reverse("exemplars:publish", args=[first.pk]))
    assert answer.status_code == 200 and "Đỗ Thị Hương chưa đồng ý được nêu tên" in text(answer)
    typed = {"reasons": ["3"], "reason": "Hỏi lại."}
    page = text(client.post(reverse("exemplars:return", args=[first.pk]), typed, follow=True))
    assert "Cho ý kiến" in page and second.title in page
    first.refresh_from_db()
    assert first.return_reason == "người được nêu tên chưa đồng ý; Hỏi lại."
    page = text(client.post(reverse("exemplars:publish", args=[second.pk]), follow=True))
    assert f"Đã công bố “{second.title}”." in page


def test_the_second_to_press_is_told_that_it_was_handled(cast):
    one = published(cast, of_the_group(cast))
    answer = cast.client("committee").post(reverse("exemplars:publish", args=[one.pk]))
    assert answer.status_code == 409


def test_the_library_is_searched_without_marks_and_filtered(cast):
    published(cast, of_a_member(cast))
    published(cast, of_the_group(cast))
    client, address = cast.client("far_secretary"), reverse("exemplars:index")
    land, fish = "Hiến 400 m² đất", "Cả tổ cùng thả cá"
    for asked, found, gone in (
        ({"tim": "hien dat"}, land, fish),
        ({"tim": "do thi huong"}, land, fish),
        ({"tim": "NA LUNG"}, fish, land),
        ({"ai": "individual"}, land, fish),
        ({"ai": "collective"}, fish, land),
    ):
        page = text(client.get(address, asked))
        assert found in page and gone not in page, asked
    assert "Không thấy bài nào" in text(client.get(address, {"tim": "không có đâu"}))
    assert "33 hộ thoát nghèo" in text(client.get(address)) and "100 tấn/năm cá" in text(client.get(address))


def test_a_page_to_read_print_and_share(cast):
    practice = practices.running(cast)
    one = published(cast, of_the_group(cast, practice=practice))
    page = text(cast.client("far_secretary").get(one.get_absolute_url()))
    assert 'data-copies="chia-se"' in page and f"http://testserver{one.get_absolute_url()}" in page
    assert practice.name in page and "Người được nêu tên" not in page and "Quá trình" not in page


def test_withdrawing_asks_why(cast):
    one = published(cast, of_the_group(cast))
    client, address = cast.client("secretary"), reverse("exemplars:withdraw", args=[one.pk])
    assert client.post(address, {"reason": ""}).status_code == 200
    page = text(client.post(address, {"reason": "Số liệu cần xem lại."}, follow=True))
    assert "Đã rút bài." in page and "Số liệu cần xem lại." in page
    assert cast.client("leader").get(one.get_absolute_url()).status_code == 404


def test_the_library_asks_as_often_for_twelve_as_for_two(cast, django_assert_max_num_queries):
    for number in range(12):
        published(cast, of_the_group(cast, title=f"Việc tốt số {number}"))
    client = cast.client("far_secretary")
    client.get(reverse("exemplars:index"))
    with django_assert_max_num_queries(30):
        assert "Việc tốt số 11" in text(client.get(reverse("exemplars:index")))


def test_a_stranger_is_asked_nothing_and_sees_nothing(cast):
    assert not Exemplar.objects.visible_to(cast.administrator).exists()
    one = published(cast, of_the_group(cast))
    assert Exemplar.objects.visible_to(cast.member).get() == one
    assert not Exemplar.objects.visible_to(cast.administrator).exists()


def count(cast, code, unit=None, period=YEAR, split=None):
    return figure(f"exemplars.{code}", unit=unit or cast.province, period=period, split=split).exact


def test_new_ones_all_of_them_and_their_results_apart(cast):
    published(cast, of_a_member(cast))
    published(cast, of_the_group(cast))
    of_the_group(cast, title="Bản nháp")
    assert count(cast, "published") == 2 and count(cast, "published", cast.far) == 0
    assert count(cast, "published", split=("subject", "individual")) == 1
    assert count(cast, "published", period=Period.year(2027)) == 0
    assert count(cast, "published_total", period=Period.year(2027)) == 2
    assert [
        count(cast, "results", split=("recurrence", one)) for one in ("total", "per_year", "per_month")
    ] == [
        2,
        1,
        0,
    ]


@pytest.mark.parametrize("one", MEASURES, ids=lambda one: one.code)
def test_every_number_opens(cast, one):
    published(cast, of_the_group(cast))
    rows = records_of(one, cast.province, YEAR)
    page = text(cast.client("officer").get(f"/so-lieu/{one.code}/?don-vi={cast.province.code}&ky=2026"))
    assert rows.count() and "Cả tổ cùng thả cá" in page
