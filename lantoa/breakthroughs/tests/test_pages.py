"""What people see and press."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lantoa.breakthroughs import actions
from lantoa.breakthroughs.models import Breakthrough
from lantoa.breakthroughs.tests.stories import (
    MARKS,
    of_the_cell,
    of_the_head,
    post_of,
    running_of_the_head,
    sent,
)
from lantoa.foundation.models import Event


def url(name, *args):
    return reverse(f"breakthroughs:{name}", args=args)


def typed(**changed):
    words = {
        "owner": "cell",
        "is_key_task": "",
        "statement": "Số hóa hồ sơ nhà trường",
        "problem": "Tìm một hồ sơ mất hai ngày.",
        "solution": "Quét và đặt tên theo mẫu.",
        "start_value": "0",
        "target_value": "1.200",
        "unit_of_value": "hồ sơ",
        "horizon": "year",
        "starts": "01/01/2027",
        "last_day": "31/12/2027",
        "moc-TOTAL_FORMS": "3",
        "moc-INITIAL_FORMS": "0",
        "moc-0-due": "31/03/2027",
        "moc-0-text": "Mua máy quét",
        "moc-1-due": "30/06/2027",
        "moc-1-value": "600",
        "moc-2-due": "30/09/2027",
    }
    return {**words, **changed}


def test_a_secretary_registers_reads_and_sends(cast):
    client = cast.client("secretary")
    page = client.get(url("new"))
    assert "Tập thể chi bộ" in page.content.decode() and "01/01/2027" in page.content.decode()
    answer = client.post(url("new"), typed(approving_unit=cast.commune.pk), follow=True)
    ours = Breakthrough.objects.get()
    assert ours.status == "draft" and ours.target_value == 1200 and ours.ends == dt.date(2028, 1, 1)
    assert [mark.label for mark in ours.milestones.all()] == ["quý I/2027", "quý II/2027"]
    assert "chưa gửi đi" in answer.content.decode() and "Trình Đảng bộ xã An Phú" in answer.content.decode()
    answer = client.post(url("submit", ours.pk), follow=True)
    assert "Đã trình Đảng bộ xã An Phú." in answer.content.decode()
    ours.refresh_from_db()
    assert ours.status == "submitted"


def test_a_head_registers_under_her_title(cast):
    answer = cast.client("committee").post(
        url("new"), typed(owner=f"post-{post_of(cast.committee).pk}", approving_unit=cast.province.pk)
    )
    ours = Breakthrough.objects.get()
    assert answer.status_code == 302
    assert (ours.kind, ours.person, ours.title_name) == ("head", cast.committee.person, "Bí thư Đảng ủy xã")


def test_the_office_of_the_commune_registers_for_a_cell(cast):
    address = url("new") + f"?don-vi={cast.cell.code}"
    assert "Chi bộ Trường THCS Hòa Bình" in cast.client("committee").get(address).content.decode()
    assert cast.client("committee").post(address, typed(approving_unit=cast.commune.pk)).status_code == 302
    assert Breakthrough.objects.get().unit == cast.cell
    foreign = url("new") + f"?don-vi={cast.far_cell.code}"
    assert cast.client("committee").get(foreign).status_code == 404


@pytest.mark.deep
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"statement": ""}, "Có 1 chỗ cần sửa"),
        ({"last_day": "31/12/2026"}, "phải sau ngày bắt đầu"),
        ({"last_day": "30/06/2027"}, "từ 01/01 đến 31/12"),
        ({"target_value": "1,200.5"}, "cách viết Việt Nam"),
        ({"unit_of_value": ""}, "đơn vị tính"),
        ({"moc-2-due": "", "moc-2-text": "Xong hết"}, "Ghi ngày của mốc này"),
        ({"moc-1-due": "31/03/2027"}, "Gộp thành một mốc"),
    ],
)
def test_a_wrong_box_is_named_and_nothing_typed_is_lost(cast, wrong, said):
    answer = cast.client("secretary").post(url("new"), typed(approving_unit=cast.commune.pk, **wrong))
    page = answer.content.decode()
    assert answer.status_code == 200 and said in page
    assert "Tìm một hồ sơ mất hai ngày." in page and "Mua máy quét" in page
    assert "<title>Lỗi: " in page
    assert not Breakthrough.objects.exists()


def test_what_is_missing_is_said_on_the_form_when_sending(cast):
    ours = of_the_cell(cast, problem="")
    answer = cast.client("secretary").post(url("submit", ours.pk))
    page = answer.content.decode()
    assert "Nêu vấn đề khó" in page and f'action="{url("edit", ours.pk)}"' in page
    assert 'value="214"' in page and ours.statement in page
    ours.refresh_from_db()
    assert ours.status == "draft"


def test_an_edit_keeps_the_owner_and_shows_why_it_came_back(cast):
    ours = sent(of_the_cell(cast, milestones=MARKS), cast.secretary)
    actions.return_for_changes(ours, by=cast.committee, reason="chưa có thời hạn")
    client = cast.client("secretary")
    page = client.get(url("edit", ours.pk)).content.decode()
    assert "chưa có thời hạn" in page and "Phân công xong" in page and "Ai đăng ký" not in page
    client.post(url("edit", ours.pk), typed(approving_unit=cast.commune.pk))
    ours.refresh_from_db()
    assert (ours.statement, ours.kind, ours.status) == ("Số hóa hồ sơ nhà trường", "cell", "returned")
    event = Event.objects.about(ours).last()
    assert event.before["milestones"][0].endswith("Phân công xong (160.0000)")
    assert event.after["milestones"] == ["2027-03-31: Mua máy quét", "2027-06-30: (600.0000)"]


def test_what_was_sent_cannot_be_opened_for_rewriting(cast):
    ours = sent(of_the_cell(cast), cast.secretary)
    assert cast.client("secretary").get(url("edit", ours.pk)).status_code == 409


def test_the_committee_reads_and_records_the_decision(cast):
    ours = sent(of_the_cell(cast), cast.secretary)
    client = cast.client("committee")
    page = client.get(url("judge", ours.pk)).content.decode()
    assert "Vấn đề khó" in page and "Ghi quyết định duyệt" in page
    assert "Giao giám sát" in page and "Chi bộ thôn Nà Lùng" in page
    answer = client.post(
        url("approve", ours.pk),
        {
            "document_number": "12-TB/ĐU",
            "approved_on": "10/11/2026",
            "decided_by": "Ban Thường vụ Đảng ủy",
            "supervising_unit": cast.other_cell.pk,
        },
        follow=True,
    )
    assert "Đã ghi quyết định duyệt số 12-TB/ĐU, ngày 10/11/2026." in answer.content.decode()
    ours.refresh_from_db()
    assert (ours.status, ours.supervising_unit) == ("approved", cast.other_cell)


def test_one_paper_after_another_the_longest_waiting_first(cast):
    first, second = sent(of_the_cell(cast), cast.secretary), sent(of_the_cell(cast), cast.secretary)
    client = cast.client("committee")
    queue = client.get(url("index") + "?cho=toi").content.decode()
    assert queue.index(url("judge", first.pk)) < queue.index(url("judge", second.pk))
    answer = client.post(url("return", first.pk), {"reasons": ["2", "3"], "reason": "nói rõ năm"})
    assert answer["Location"] == url("judge", second.pk)
    first.refresh_from_db()
    assert first.return_reason == "chưa có chỉ tiêu cụ thể; chưa có thời hạn; nói rõ năm"


def test_returning_without_a_reason_and_approving_without_a_paper_are_refused_on_the_page(cast):
    ours = sent(of_the_cell(cast), cast.secretary)
    client = cast.client("committee")
    assert "Ghi lý do trả lại" in client.post(url("return", ours.pk), {}).content.decode()
    wrong = {"document_number": "1-TB/ĐU", "approved_on": "17/11/2026", "decided_by": "Đảng ủy"}
    assert "ở sau hôm nay" in client.post(url("approve", ours.pk), wrong).content.decode()
    ours.refresh_from_db()
    assert ours.status == "submitted"


def test_the_second_to_press_is_told_that_it_was_handled(cast):
    ours = sent(of_the_cell(cast), cast.secretary)
    actions.return_for_changes(ours, by=cast.committee, reason="chưa rõ")
    client = cast.client("committee")
    assert client.get(url("judge", ours.pk)).status_code == 409
    assert client.post(url("return", ours.pk), {"reason": "chưa rõ"}).status_code == 409


def test_a_quarter_is_written_with_a_photo_of_the_board_and_read_by_the_leader(cast):
    ours = running_of_the_head(cast)
    client = cast.client("committee")
    page = client.get(url("report", ours.pk, 2026, 3)).content.decode()
    assert "Kế hoạch đến hết quý: 60 hồ sơ." in page and "Hạn 10/10/2026" in page
    told = {
        "state": "difficult",
        "result": "Đo lại xong 21 thửa.",
        "value": "74",
        "obstacle": "Đề nghị Thường trực Tỉnh ủy cử 2 cán bộ đo đạc.",
        "evidence": [SimpleUploadedFile("bang.pdf", b"%PDF-1.7")],
    }
    answer = client.post(url("report", ours.pk, 2026, 3), told)
    assert answer["Location"] == url("show", ours.pk)
    shown = cast.client("leader").get(url("show", ours.pk)).content.decode()
    for words in (
        "Đi được 72% quãng đường, kế hoạch là 79%",
        "Có khó khăn",
        "cử 2 cán bộ đo đạc",
        "bang.pdf",
    ):
        assert words in shown
    file = ours.reports.get().evidence.get()
    served = cast.client("leader").get(url("evidence", ours.reports.get().pk, file.pk))
    assert served["Content-Type"] == "application/pdf"
    assert cast.client("leader").get(url("evidence", ours.reports.get().pk, file.pk + 99)).status_code == 404


def test_a_stuck_quarter_without_words_is_asked_again(cast):
    ours = running_of_the_head(cast)
    told = {"state": "late", "result": "Chưa xong.", "value": "100"}
    page = cast.client("committee").post(url("report", ours.pk, 2026, 3), told).content.decode()
    assert "Nêu vướng mắc và cần ai gỡ." in page and "Chưa xong." in page
    assert cast.client("committee").get(url("report", ours.pk, 2028, 3)).status_code == 404


def test_the_leader_remarks_assesses_and_closes(cast):
    ours = running_of_the_head(cast)
    told = {"year": 2026, "quarter": 3, "state": "on_track", "result": "Còn 74."}
    report = actions.report_quarter(ours, by=cast.committee, **told)
    client = cast.client("leader")
    assert "Còn 74." in client.get(url("remark", report.pk)).content.decode()
    client.post(url("remark", report.pk), {"text": "Danh sách treo đúng."})
    assert "Ban Thường vụ" not in client.get(url("assess", ours.pk)).content.decode()
    assert (
        "vì sao"
        in client.post(
            url("assess", ours.pk), {"year": 2026, "result": "not_done", "assessed_by": "Tỉnh ủy"}
        ).content.decode()
    )
    client.post(
        url("assess", ours.pk), {"year": 2026, "result": "mostly", "assessed_by": "Ban Thường vụ Tỉnh ủy"}
    )
    shown = client.get(url("show", ours.pk)).content.decode()
    assert (
        "Danh sách treo đúng." in shown and "Cơ bản hoàn thành" in shown and "Kết thúc nội dung này" in shown
    )
    client.post(url("close", ours.pk))
    ours.refresh_from_db()
    assert ours.status == "closed"


def test_the_list_is_filtered_by_kind_year_and_state(cast):
    of_the_cell(cast)
    sent(of_the_head(cast), cast.committee)
    sent(
        of_the_cell(cast, statement="Việc năm sau", starts=dt.date(2027, 1, 1), ends=dt.date(2028, 1, 1)),
        cast.secretary,
    )
    client = cast.client("committee")

    def shown(query=""):
        page = client.get(url("index") + query).content.decode()
        return {word for word in ("đất đai", "nhà trường", "năm sau") if word in page}

    assert shown() == {"đất đai"}
    assert shown("?nam=2027") == {"năm sau"}
    assert shown("?nam=tat-ca") == {"đất đai", "năm sau"}
    assert shown("?nam=tat-ca&loai=cell") == {"năm sau"}
    assert shown("?nam=2026&trang-thai=approved") == set()
    assert shown("?nam=99999999999&loai=x&trang-thai=y") == {"đất đai", "năm sau"}


@pytest.mark.deep(slow=True)
def test_the_list_asks_the_database_as_often_for_thirty_as_for_three(cast, django_assert_max_num_queries):
    for number in range(30):
        sent(of_the_cell(cast, statement=f"Việc {number}", milestones=MARKS), cast.secretary)
    client = cast.client("committee")
    client.get(url("index"))
    with django_assert_max_num_queries(25):
        page = client.get(url("index"))
    assert "Việc 29" in page.content.decode()


def test_empty_lists_say_so(cast):
    assert "Chưa có nội dung đột phá nào" in cast.client("leader").get(url("index")).content.decode()
    assert (
        "Không có nội dung nào chờ" in cast.client("leader").get(url("index") + "?cho=toi").content.decode()
    )
