"""Telling what was done: the number counts, photos are kept small, nothing is half written."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lantoa.foundation.attachments import LARGEST_PHOTO, MEGABYTE
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.models import Attachment, Event
from lantoa.registrations import actions
from lantoa.registrations.models import Evidence, Progress, Registration
from lantoa.registrations.rules import Undertaking
from lantoa.registrations.tests import papers


@pytest.fixture
def one(cast) -> Registration:
    """The member's paper, agreed to."""
    return papers.approved(cast.member, cast.secretary)


def page_of(one: Registration) -> str:
    return reverse("registrations:progress", args=[one.pk])


def line(one: Registration, **changed) -> dict:
    words = {"task": one.tasks.first().pk, "text": "Giúp 12 cụ ở tổ 4.", "value": "12", "on": "16/11/2026"}
    return words | changed


def test_a_line_with_a_photo_moves_the_bar(cast, one):
    page = cast.client("member").post(page_of(one), line(one, photos=papers.photo(side=1600)), follow=True)
    said = page.content.decode()
    assert "Đã ghi kết quả." in said and "12/30</span> người" in said and "Giúp 12 cụ ở tổ 4." in said
    kept = Evidence.objects.get().attachment
    assert kept.size <= LARGEST_PHOTO and kept.media_type == "image/jpeg"


def test_numbers_of_several_lines_add_up(cast, one):
    for value in ("12", "7,5", "0"):
        cast.client("member").post(page_of(one), line(one, value=value))
    assert one.tasks.get().done == Decimal("19.5")
    assert "19,5/30" in cast.client("member").get(one.get_absolute_url()).content.decode()


def test_a_number_alone_or_a_sentence_alone_is_enough(cast, one):
    client = cast.client("member")
    client.post(page_of(one), line(one, text=""))
    client.post(page_of(one), line(one, value=""))
    assert [str(p) for p in Progress.objects.order_by("pk")] == ["12 người", "Giúp 12 cụ ở tổ 4."]


@pytest.mark.deep(each=3)
@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"on": "31/02/2026"}, "không có thật"),
        ({"on": "17/11/2026"}, "Ngày làm chưa đến"),
        ({"on": "16/11/2016"}, "quá xa"),
        ({"on": ""}, "Nhập ngày làm"),
        ({"value": "1,234.5"}, "cách viết Việt Nam"),
        ({"value": "-3"}, "không thể nhỏ hơn 0"),
        ({"value": "1234567890123456"}, "dài quá"),
        ({"value": "9" * 23}, "dài quá"),
        ({"text": "", "value": ""}, "Ghi một câu đã làm được gì"),
        ({"link": "javascript:alert(1)"}, "Đường dẫn chưa đúng"),
        ({"task": "0"}, "không"),
    ],
)
def test_what_cannot_be_is_said_at_its_box_and_the_rest_is_kept(cast, one, changed, said):
    page = cast.client("member").post(page_of(one), line(one, **changed)).content.decode()
    assert said in page and "<title>Lỗi: " in page
    assert "Giúp 12 cụ ở tổ 4." in page or "text" in changed
    assert not Progress.objects.exists()
    assert cast.client("member").get("/").status_code == 200, "what cannot be read back was never written"


def test_a_photo_that_is_no_photo_and_one_of_60_megabytes(cast, one):
    client = cast.client("member")
    disguised = SimpleUploadedFile("anh.jpg", b"MZ\x90\x00 khong phai anh", content_type="image/jpeg")
    page = client.post(page_of(one), line(one, photos=disguised)).content.decode()
    assert "“anh.jpg” không dùng được" in page and "Giúp 12 cụ ở tổ 4." in page and 'value="12"' in page
    huge = SimpleUploadedFile("to.jpg", b"\xff\xd8" + b"0" * (60 * MEGABYTE), content_type="image/jpeg")
    page = client.post(page_of(one), line(one, photos=huge)).content.decode()
    assert "lớn hơn 25 MB" in page and "Giúp 12 cụ ở tổ 4." in page
    assert not Progress.objects.exists() and not Attachment.objects.exists()


def test_one_bad_photo_among_good_ones_keeps_nothing(cast, one):
    files = [papers.photo("1.jpg"), SimpleUploadedFile("2.jpg", b"khong phai anh")]
    page = cast.client("member").post(page_of(one), line(one, photos=files)).content.decode()
    assert "“2.jpg” không dùng được" in page
    assert not Progress.objects.exists() and not Attachment.objects.exists()


def test_five_photos_and_no_more(cast, one):
    client = cast.client("member")
    six = [papers.photo(f"{n}.jpg", 60) for n in range(6)]
    assert "không quá 5 tệp" in client.post(page_of(one), line(one, photos=six)).content.decode()
    client.post(page_of(one), line(one, photos=[papers.photo(f"{n}.jpg", 60) for n in range(5)]))
    assert Evidence.objects.count() == 5


def test_of_two_tasks_one_is_chosen(cast):
    draft = actions.start_draft(by=cast.colleague, year=2027)
    actions.save_draft(draft, by=cast.colleague, tasks=[papers.TASK, Undertaking("Đọc sách cùng lớp 6B")])
    papers.agree(actions.submit(draft, by=cast.colleague), cast.secretary)
    client, second = cast.client("colleague"), draft.tasks.last()
    assert "Việc nào?" in client.get(page_of(draft)).content.decode()
    client.post(page_of(draft), line(draft, task=second.pk, value=""))
    assert Progress.objects.get().task == second


def test_a_line_is_mended_and_the_earlier_words_stay(cast, one):
    told = actions.record_progress(
        one.tasks.get(), by=cast.member, on=cast.today, text="Giúp 21 cụ.", value=Decimal(21)
    )
    address = reverse("registrations:correct", args=[told.pk])
    client = cast.client("member")
    assert "Giúp 21 cụ." in client.get(address).content.decode()
    page = client.post(address, {"text": "Giúp 12 cụ.", "value": "12", "on": "15/11/2026"}, follow=True)
    assert "Đã sửa dòng kết quả." in page.content.decode()
    event = Event.objects.get(verb="progress.corrected")
    assert event.before["text"] == "Giúp 21 cụ." and event.after["value"] == 12
    wrong = client.post(address, {"text": "Giúp", "value": "", "on": "1/1/2031"}).content.decode()
    assert "Ngày làm chưa đến" in wrong


def test_only_the_owner_tells_and_mends(cast, one):
    task = one.tasks.get()
    told = actions.record_progress(task, by=cast.member, on=cast.today, text="Một dòng")
    with pytest.raises(NotAllowed):
        actions.record_progress(task, by=cast.committee, on=cast.today, text="Hộ")
    with pytest.raises(NotAllowed):
        actions.correct_progress(told, by=cast.secretary, on=cast.today, text="Hộ")
    assert cast.client("committee").get(page_of(one)).status_code == 403
    assert cast.client("other_secretary").get(page_of(one)).status_code == 404


def test_a_paper_not_yet_agreed_to_takes_no_results(cast):
    waiting = papers.submitted(cast.colleague)
    assert cast.client("colleague").get(page_of(waiting)).status_code == 409


def test_evidence_is_served_to_those_who_may_see_the_paper_and_to_nobody_else(cast, one):
    cast.client("member").post(page_of(one), line(one, photos=papers.photo()))
    address = reverse("registrations:evidence", args=[Evidence.objects.get().pk])
    for who in ("member", "secretary", "committee", "inspector"):
        answer = cast.client(who).get(address)
        assert answer.status_code == 200 and answer["Content-Type"] == "image/jpeg"
        assert answer["X-Content-Type-Options"] == "nosniff"
    for who in ("colleague", "other_secretary", "far_secretary", "administrator", "former"):
        assert cast.client(who).get(address).status_code == 404


def test_a_program_cannot_hang_six_photos_on_a_line_either(cast, one):
    with pytest.raises(BadInput, match="nhiều nhất 5"):
        actions.record_progress(one.tasks.get(), by=cast.member, on=dt.date(2026, 11, 16), photos=[None] * 6)
