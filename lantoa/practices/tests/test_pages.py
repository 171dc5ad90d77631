"""What people see and press."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from lantoa.practices import actions
from lantoa.practices.models import Field, Practice
from lantoa.practices.tests.stories import SEEN, of_the_cell, proposed, registered, running

LIBRARY = "/mo-hinh/"


def url(name, *args):
    return reverse(f"practices:{name}", args=args)


def photo():
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "JPEG")
    return SimpleUploadedFile("toi-thu-nam.jpg", out.getvalue())


def typed(**changed):
    words = {
        "name": "15 phút đọc sách đầu buổi",
        "kind": "way",
        "subject": "collective",
        "person": "",
        "field": Field.objects.order_by("place")[1].pk,
        "content_of_uncle": "Tinh thần tự học",
        "reason": "Học sinh ít đọc.",
        "how": "Cả thầy và trò đọc 15 phút.\nMỗi tuần một lớp kể lại.",
        "target": "12 lớp, mỗi em 4 cuốn một học kỳ.",
        "participants": "412",
        "cost": "1.500.000",
        "starts": "05/09/2026",
        "level": "grassroots",
    }
    return {**words, **changed}


def test_a_secretary_proposes_a_practice_with_a_photo(cast):
    client = cast.client("secretary")
    assert "Học nội dung nào của Bác" in client.get(url("new")).content.decode()
    answer = client.post(url("new"), typed(evidence=[photo()]), follow=True)
    page = answer.content.decode()
    ours = Practice.objects.get()
    assert "chưa gửi đi" in page and "Đề nghị Đảng bộ xã An Phú thẩm định" in page
    assert (ours.participants, ours.cost, ours.starts) == (412, 1_500_000, dt.date(2026, 9, 5))
    assert "1,5 triệu đồng" in page and page.count("<li><span>") == 2
    answer = client.post(url("propose", ours.pk), follow=True)
    assert "Đã đề nghị Đảng bộ xã An Phú thẩm định." in answer.content.decode()
    served = cast.client("committee").get(url("evidence", ours.pk, ours.evidence.get().pk))
    assert served["Content-Type"] == "image/jpeg"


def test_a_member_proposes_her_own_to_her_cell(cast):
    client = cast.client("member")
    page = client.get(url("new")).content.decode()
    assert "Đỗ Thị Hương" in page and "Bùi Văn Thắng" not in page
    me = cast.member.person.pk
    answer = client.post(url("new"), typed(subject="individual", person=me, level="cell"))
    ours = Practice.objects.get()
    assert answer.status_code == 302 and ours.person == cast.member.person
    client.post(url("propose", ours.pk))
    ours.refresh_from_db()
    assert (ours.status, ours.judging_unit) == ("proposed", cast.cell)


def test_a_secretary_may_name_a_member_of_her_cell_who_agreed(cast):
    client = cast.client("secretary")
    who = cast.colleague.person.pk
    assert "Bùi Văn Thắng" in client.get(url("new")).content.decode()
    client.post(url("new"), typed(subject="individual", person=who))
    ours = Practice.objects.get()
    page = client.post(url("propose", ours.pk)).content.decode()
    assert "cần đồng ý trước" in page and "Lỗi: " in page and "Học sinh ít đọc." in page
    client.post(url("edit", ours.pk), typed(subject="individual", person=who, consent="on"))
    client.post(url("propose", ours.pk))
    ours.refresh_from_db()
    assert (ours.status, ours.consent_on) == ("proposed", cast.today)


@pytest.mark.deep(slow=True)
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "Có 1 chỗ cần sửa"),
        ({"participants": "nhiều"}, "Không đọc được số"),
        ({"cost": "-5"}, "từ 0 trở lên"),
        ({"starts": "30/02/2026"}, "không có thật"),
        ({"last_day": "01/09/2026"}, "sau ngày bắt đầu"),
        ({"subject": "individual"}, "họ tên người thực hiện"),
    ],
)
def test_a_wrong_box_is_named_and_nothing_typed_is_lost(cast, wrong, said):
    page = cast.client("secretary").post(url("new"), typed(**wrong)).content.decode()
    assert said in page and "Học sinh ít đọc." in page and "<title>Lỗi: " in page
    assert not Practice.objects.exists()


def test_a_file_that_is_no_photo_is_refused_with_a_sentence(cast):
    wrong = typed(evidence=[SimpleUploadedFile("anh.jpg", b"MZ\x90")])
    assert "không dùng được" in cast.client("secretary").post(url("new"), wrong).content.decode()


def test_what_is_missing_is_said_when_proposing(cast):
    ours = of_the_cell(cast, content_of_uncle="")
    page = cast.client("secretary").post(url("propose", ours.pk)).content.decode()
    assert "Nêu nội dung học tập Bác" in page and f'action="{url("edit", ours.pk)}"' in page
    assert "14 km" in page and "3.200.000" in page


@pytest.mark.deep(slow=True)
def test_the_committee_agrees_and_goes_on_to_the_next(cast):
    first = proposed(of_the_cell(cast), cast.secretary)
    second = proposed(of_the_cell(cast, name="Việc hai"), cast.secretary)
    client = cast.client("committee")
    assert "2 mô hình chờ đồng chí thẩm định" in client.get(LIBRARY).content.decode()
    assert "14 km" in client.get(url("judge", first.pk)).content.decode()
    answer = client.post(
        url("accept", first.pk), {"note": "Treo lịch trực.", "was_there": "on", "seen": SEEN}
    )
    assert answer["Location"] == url("judge", second.pk)
    assert "Ghi lý do" in client.post(url("return", second.pk), {}).content.decode()
    answer = client.post(url("return", second.pk), {"reasons": ["1"], "reason": ""}, follow=True)
    assert "Đã trả lại để sửa" in answer.content.decode()
    second.refresh_from_db()
    assert second.return_reason == "chưa nêu học nội dung nào của Bác"
    assert (
        "chưa nêu học nội dung nào" in cast.client("secretary").get(url("edit", second.pk)).content.decode()
    )


def test_the_second_to_press_is_told_that_it_was_handled(cast):
    ours = proposed(of_the_cell(cast), cast.secretary)
    actions.accept(ours, by=cast.committee, seen=SEEN)
    client = cast.client("committee")
    assert client.get(url("judge", ours.pk)).status_code == 409
    assert client.post(url("accept", ours.pk)).status_code == 409
    assert cast.client("secretary").get(url("edit", ours.pk)).status_code == 409


def test_its_owner_starts_and_stops_it(cast):
    ours = registered(cast)
    client = cast.client("secretary")
    assert "16/11/2026" in client.get(url("start", ours.pk)).content.decode()
    assert "sau hôm nay" in client.post(url("start", ours.pk), {"on": "17/11/2026"}).content.decode()
    client.post(url("start", ours.pk), {"on": "01/03/2024"})
    assert "bắt đầu 03/2024" in client.get(url("show", ours.pk)).content.decode()
    assert "Có 1 chỗ cần sửa" in client.post(url("stop", ours.pk), {"on": "01/11/2026"}).content.decode()
    client.post(url("stop", ours.pk), {"on": "01/11/2026", "reason": "Người trực chuyển công tác"})
    page = cast.client("far_secretary").get(url("show", ours.pk)).content.decode()
    assert "Đã dừng từ 01/11/2026" in page and "Người trực chuyển công tác" in page


@pytest.mark.deep(slow=True)
def test_the_province_recognises_and_marks_it(cast):
    ours = running(cast)
    client = cast.client("leader")
    assert "Cấp Trung ương".lower() in client.get(url("recognise", ours.pk)).content.decode().lower()
    assert "cấp tỉnh" not in cast.client("committee").get(url("recognise", ours.pk)).content.decode()
    decision = {
        "level": "province",
        "decision_number": "214-QĐ/TU",
        "decided_on": "15/10/2026",
        "body": "Tỉnh ủy Sơn Hà",
    }
    client.post(url("recognise", ours.pk), decision)
    assert "đã được ghi" in client.post(url("recognise", ours.pk), decision).content.decode()
    client.post(url("typical", ours.pk))
    page = cast.client("member").get(url("show", ours.pk)).content.decode()
    assert "Tỉnh ủy Sơn Hà, quyết định số 214-QĐ/TU, ngày 15/10/2026" in page and "Tiêu biểu" in page
    client.post(url("typical", ours.pk), {"tieu-bieu": "bo"})
    ours.refresh_from_db()
    assert not ours.is_typical


def test_others_read_the_practice_but_not_how_it_was_judged(cast):
    ours = proposed(of_the_cell(cast), cast.secretary)
    actions.return_for_changes(ours, by=cast.committee, reason="viết còn chung")
    actions.accept(proposed(ours, cast.secretary), by=cast.committee, seen=SEEN)
    assert "viết còn chung" in cast.client("secretary").get(url("show", ours.pk)).content.decode()
    page = cast.client("far_secretary").get(url("show", ours.pk)).content.decode()
    assert "viết còn chung" not in page and "Muốn vận dụng cần biết" in page and "Ghi dừng" not in page


@pytest.mark.deep(slow=True)
def test_the_library_is_filtered_and_searched_without_accents(cast):
    running(cast)
    registered(cast, name="Hũ gạo tình thương", field=Field.objects.get(place=3))
    of_the_cell(cast, name="Bản nháp riêng")
    client = cast.client("far_secretary")

    def shown(**asked):
        page = client.get(LIBRARY, asked).content.decode()
        return {
            name for name in ("Nhà văn hóa sáng đèn", "Hũ gạo tình thương", "Bản nháp riêng") if name in page
        }

    lights, rice = {"Nhà văn hóa sáng đèn"}, {"Hũ gạo tình thương"}
    assert shown() == lights | rice
    assert shown(tim="hu gao") == rice
    assert shown(tim="khong co gi") == set()
    assert shown(**{"linh-vuc": Field.objects.get(place=3).pk}) == rice
    assert shown(**{"tinh-trang": "dang-lam"}) == lights
    assert shown(**{"tinh-trang": "tieu-bieu"}) == shown(**{"tinh-trang": "cong-nhan"}) == set()
    assert (
        shown(loai="association") == set()
        and shown(loai="party", **{"chu-the": "collective"}) == lights | rice
    )
    assert shown(**{"linh-vuc": "9" * 30, "loai": "x", "chu-the": "y"}) == set()


def test_chips_say_how_many_and_keep_the_other_filters(cast):
    running(cast)
    page = cast.client("member").get(LIBRARY, {"tim": "nha van hoa"}).content.decode()
    first = Field.objects.get(place=1)
    assert f"linh-vuc={first.pk}&amp;tim=nha%20van%20hoa" in page
    assert 'Cải cách thủ tục hành chính <span class="num">1</span>' in page


def test_ones_own_unfinished_ones_are_found_again(cast):
    of_the_cell(cast)
    client = cast.client("secretary")
    assert url("index") in client.get(LIBRARY).content.decode()
    assert "Nhà văn hóa sáng đèn" in client.get(url("index")).content.decode()
    assert url("index") not in cast.client("colleague").get(LIBRARY).content.decode()


@pytest.mark.deep(slow=True)
def test_the_library_asks_the_database_as_often_for_many_as_for_few(cast, django_assert_max_num_queries):
    for number in range(14):
        actions.recognise(
            running(cast, name=f"Mô hình {number}"),
            level="province",
            decision_number=f"{number}-QĐ/TU",
            decided_on=cast.today,
            by=cast.leader,
        )
    client = cast.client("member")
    client.get(LIBRARY)
    with django_assert_max_num_queries(30):
        page = client.get(LIBRARY).content.decode()
    assert page.count('class="card mh') == 12 and "Trang 1 trên 2" in page


def test_evidence_is_added_later_and_a_foreign_file_is_not_there(cast):
    ours = running(cast)
    client = cast.client("secretary")
    assert "Có 1 chỗ cần sửa" in client.post(url("add_evidence", ours.pk), {}).content.decode()
    client.post(url("add_evidence", ours.pk), {"evidence": [photo()]})
    assert ours.evidence.count() == 1
    assert client.get(url("evidence", ours.pk, 99_999)).status_code == 404


def test_the_list_of_fields_is_kept_by_the_province(cast):
    client = cast.client("officer")
    first = Field.objects.get(place=1)
    assert "Lĩnh vực" in client.get(url("fields")).content.decode()
    assert first.name in client.get(url("fields") + f"?sua={first.pk}").content.decode()
    client.post(
        url("fields"), {"field": first.pk, "name": "Cải cách hành chính", "place": "1", "is_offered": "on"}
    )
    client.post(url("fields"), {"name": "Chuyển đổi số", "place": ""})
    assert "tên này" in client.post(url("fields"), {"name": "Chuyển đổi số"}).content.decode()
    first.refresh_from_db()
    assert (first.name, Field.objects.count()) == ("Cải cách hành chính", 6)
    assert client.get(url("fields") + "?sua=99999").status_code == 404
