"""Judging: never one's own, never another cell's, always with a reason or a meeting; the slower is told."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.people import actors
from lantoa.people.models import Post
from lantoa.registrations import actions, queries
from lantoa.registrations.models import Registration, ReturnReason
from lantoa.registrations.tests import papers
from tests.cast import LONG_AGO, person

QUEUE = reverse("registrations:queue")
AGREED = {"meeting_on": "16/11/2026", "minutes_number": "11-BB/CB"}


def judge(one, verb="judge"):
    return reverse(f"registrations:{verb}", args=[one.pk])


@pytest.fixture
def three(cast) -> list[Registration]:
    """Three papers that wait in the cell, in the order they came."""
    names = ["Hoàng Thị Mai", "Ngô Quang Vinh"]
    extra = [actors.as_member(person(n, cast.cell).memberships.get(), cast.today) for n in names]
    return [papers.submitted(author) for author in (cast.member, *extra)]


def test_the_queue_opens_the_oldest_and_then_the_next_by_itself(cast, three):
    client = cast.client("secretary")
    assert client.get(QUEUE).url == judge(three[0])
    page = client.get(judge(three[0])).content.decode()
    assert "Duyệt bản 1 trên 3" in page and "Đồng ý, mở bản 2" in page
    assert client.post(judge(three[0], "approve"), AGREED).url == judge(three[1])
    chosen = re.search(r"<option[^>]* selected>([^<]*)", client.get(judge(three[1])).content.decode())
    assert "biên bản số 11-BB/CB" in chosen[1]  # the meeting named last is chosen already
    back = {"reasons": ["no_target", "no_deadline"], "note": "Đồng chí ghi số buổi."}
    assert client.post(judge(three[1], "return"), back).url == judge(three[2])
    done = client.post(judge(three[2], "approve"), AGREED, follow=True).content.decode()
    assert "Đã duyệt xong 3 bản" in done and "2 bản đồng ý, 1 bản trả lại" in done


def test_one_may_start_in_the_middle_and_still_meet_them_all(cast, three):
    client = cast.client("secretary")
    assert client.post(judge(three[2], "approve"), AGREED).url == judge(three[0])
    assert "Đồng ý, mở bản 2" in client.get(judge(three[0])).content.decode()


def test_an_empty_queue_says_so(cast):
    assert "Không có bản nào chờ duyệt" in cast.client("secretary").get(QUEUE).content.decode()


def test_the_year_before_stands_beside_it_with_its_results(cast):
    before = papers.approved(cast.member, cast.secretary, year=2026)
    actions.record_progress(
        before.tasks.get(), by=cast.member, on=dt.date(2026, 3, 15), text="Kèm 3 em mỗi chiều thứ Tư"
    )
    page = cast.client("secretary").get(judge(papers.submitted(cast.member))).content.decode()
    assert "Bản năm 2026 và kết quả" in page and "Kèm 3 em mỗi chiều thứ Tư" in page


def test_a_return_tells_its_reasons_word_for_word(cast):
    one = papers.submitted(cast.member)
    actions.return_for_changes(
        one, by=cast.secretary, reasons=["no_target", "other"], note="Ghi rõ tổ dân phố nào."
    )
    assert one.reason == "chưa có chỉ tiêu cụ thể; Ghi rõ tổ dân phố nào."
    page = cast.client("member").get(reverse("registrations:write", args=[2027])).content.decode()
    assert "Đồng chí Lan trả lại để sửa lúc 08:00" in page
    assert "<li>chưa có chỉ tiêu cụ thể</li><li>Ghi rõ tổ dân phố nào.</li>" in page
    assert papers.WHAT in page  # ready to be mended


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({}, "Chọn ít nhất một lý do trả lại."),
        ({"reasons": ["other"], "note": "  "}, "ghi rõ lý do"),
        ({"reasons": ["because"]}, "trong danh sách"),
    ],
)
def test_nothing_goes_back_without_a_reason(cast, data, said):
    one = papers.submitted(cast.member)
    page = cast.client("secretary").post(judge(one, "return"), data).content.decode()
    assert said in page and "<title>Lỗi: " in page
    one.refresh_from_db()
    assert one.is_waiting


@pytest.mark.deep(slow=True)
@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({**AGREED, "meeting_on": ""}, "nhập ngày họp"),
        ({**AGREED, "meeting_on": "30/02/2026"}, "không có thật"),
        ({**AGREED, "meeting_on": "17/11/2026"}, "Ngày họp chưa đến"),
        ({**AGREED, "minutes_number": " "}, "Nhập số biên bản"),
    ],
)
def test_nothing_is_approved_without_its_meeting(cast, data, said):
    one = papers.submitted(cast.member)
    page = (
        cast.client("secretary").post(judge(one, "approve"), data | {"reasons": ["no_duty"]}).content.decode()
    )
    assert said in page and "Những phần khác đã được giữ nguyên" in page
    assert page.count("checked") == 1  # the reason that was ticked is still ticked
    one.refresh_from_db()
    assert one.is_waiting


def test_the_paper_names_its_meeting_for_good(cast):
    one = papers.approved(cast.member, cast.secretary)
    assert one.approved_by == cast.secretary.person and one.minutes_number == "11-BB/CB"
    page = cast.client("member").get(one.get_absolute_url()).content.decode()
    assert "Họp ngày 16/11/2026, biên bản số 11-BB/CB" in page and "Bí thư chi bộ" in page


def test_nobody_judges_their_own(cast):
    one = papers.submitted(cast.secretary)
    client = cast.client("secretary")
    assert client.get(QUEUE).status_code == 200  # her own is not in her queue
    for verb, data in (("approve", AGREED), ("return", {"reasons": ["no_duty"]})):
        answer = client.post(judge(one, verb), data)
        assert answer.status_code == 403 and "không tự duyệt" in answer.content.decode()
    assert cast.client("committee").get(QUEUE).url == judge(one)
    assert papers.agree(one, cast.committee).is_approved


def test_the_database_itself_refuses_ones_own_name_under_it(cast):
    one = papers.approved(cast.member, cast.secretary)
    with pytest.raises(IntegrityError, match="nobody_approves_their_own"), transaction.atomic():
        Registration.objects.filter(pk=one.pk).update(approved_by=one.person)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"status": "returned", "return_reasons": []}, "a_returned_registration_says_why"),
        ({"status": "approved"}, "an_approved_registration_names_its_meeting"),
        ({"code": None}, "a_sent_registration_has_a_code_and_a_receiver"),
        ({"person": None}, "an_individual_registration_names_its_person"),
    ],
)
def test_the_database_keeps_the_rules_that_a_person_could_forget(cast, change, name):
    one = papers.submitted(cast.member)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Registration.objects.filter(pk=one.pk).update(**change)


def test_another_cells_paper_does_not_exist(cast):
    one = papers.submitted(cast.member)
    for who in ("other_secretary", "far_secretary", "former", "colleague"):
        client = cast.client(who)
        assert client.get(one.get_absolute_url()).status_code == 404
        assert client.get(reverse("registrations:print", args=[one.pk])).status_code == 404
        if who.endswith("secretary"):
            assert client.get(judge(one)).status_code == 404
            assert client.post(judge(one, "approve"), AGREED).status_code == 404
    with pytest.raises(NotAllowed):
        papers.agree(one, cast.other_secretary)


def test_who_may_read_but_not_judge_gets_no(cast):
    one = papers.submitted(cast.member)
    assert cast.client("inspector").get(one.get_absolute_url()).status_code == 200
    assert cast.client("inspector").get(judge(one)).status_code == 403
    with pytest.raises(NotAllowed, match="do cấp khác duyệt"):
        papers.agree(one, cast.officer)


def test_a_standing_in_level_above_may_judge_but_is_not_asked_to(cast):
    one = papers.submitted(cast.member)
    assert not queries.waiting_for(cast.committee).exists()
    assert papers.agree(one, cast.committee).is_approved


def test_what_was_sent_to_the_province_is_seen_there_even_without_reach_below(cast):
    one = papers.submitted(cast.committee)
    alone = replace(cast.leader, reach="unit")
    assert one in Registration.objects.visible_to(alone)
    assert papers.submitted(cast.member) not in Registration.objects.visible_to(alone)


def test_who_stands_in_for_the_secretary_judges_the_others_and_not_her(cast):
    post = Post.objects.create(
        person=person("Trần Đức Hùng", cast.cell),
        unit=cast.cell,
        role="secretary",
        starts=cast.today,
        ends=cast.today + dt.timedelta(days=9),
        stands_for_id=cast.secretary.post_id,
    )
    deputy, hers = actors.as_post(post, cast.today), papers.submitted(cast.member)
    Registration.objects.filter(pk=hers.pk).update(person=cast.secretary.person)
    assert not queries.waiting_for(deputy).exists()
    with pytest.raises(NotAllowed):
        papers.agree(Registration.objects.get(pk=hers.pk), deputy)
    papers.agree(papers.submitted(cast.colleague), deputy)
    assert Event.objects.filter(verb="registration.approved").last().post_label.endswith("thay khi vắng mặt")


def test_of_two_who_press_at_once_the_slower_is_told_who_and_when(cast, settings):
    deputy = person("Trần Đức Hùng", cast.cell)
    post = Post.objects.create(person=deputy, unit=cast.cell, role="secretary", starts=LONG_AGO)
    one = papers.submitted(cast.member)
    seen_by_secretary, seen_by_deputy = (Registration.objects.get(pk=one.pk) for _ in range(2))
    settings.LANTOA_NOW = "2026-11-16T09:12:00+07:00"
    papers.agree(seen_by_deputy, actors.as_post(post, cast.today))
    with pytest.raises(Conflict, match=r"Đồng chí Hùng đã duyệt lúc 09:12\."):
        papers.agree(seen_by_secretary, cast.secretary)
    with pytest.raises(Conflict, match=r"Đồng chí Hùng đã duyệt lúc 09:12\."):
        actions.return_for_changes(one, by=cast.secretary, reasons=["no_duty"])
    assert Event.objects.filter(verb="registration.approved").count() == 1
    answer = cast.client("secretary").post(judge(one, "approve"), AGREED, follow=True)
    assert "Đồng chí Hùng đã duyệt lúc 09:12." in answer.content.decode()
    assert "Đồng chí Hùng đã duyệt" in cast.client("secretary").get(judge(one), follow=True).content.decode()


def test_a_return_that_lost_the_race_is_told_too(cast):
    one = papers.submitted(cast.member)
    client = cast.client("secretary")
    papers.agree(one, cast.committee)
    answer = client.post(judge(one, "return"), {"reasons": ["no_duty"]}, follow=True)
    assert "Đồng chí Hùng đã duyệt lúc 08:00" in answer.content.decode()


def test_the_meeting_is_offered_again_only_on_the_same_day(cast):
    papers.approved(cast.member, cast.secretary)
    assert queries.last_meeting_of(cast.secretary, cast.today) == {
        "meeting_on": cast.today,
        "minutes_number": "11-BB/CB",
    }
    next_day = cast.today + dt.timedelta(days=1)
    assert queries.last_meeting_of(replace(cast.secretary, on=next_day), cast.today) == {}
    # A paper that was sent after that meeting was not spoken of there.
    assert queries.last_meeting_of(cast.secretary, next_day) == {}


def test_the_ready_reasons_are_the_six_agreed_on():
    assert [str(label) for label in ReturnReason.labels] == [
        "chưa nêu rõ việc cụ thể",
        "chưa có chỉ tiêu cụ thể",
        "chưa có thời hạn",
        "chưa gắn nhiệm vụ",
        "nội dung trùng bản đăng ký năm trước",
        "khác (ghi rõ)",
    ]


def test_reasons_are_counted_once_however_often_they_are_sent(cast):
    one = papers.submitted(cast.member)
    actions.return_for_changes(one, by=cast.secretary, reasons=["no_duty", "no_duty"])
    assert one.return_reasons == ["no_duty"]
    with pytest.raises(BadInput):
        papers.agree_without_meeting(papers.submitted(cast.colleague), cast.secretary)


def test_what_waits_in_the_cell_waits_for_nobody_there_who_does_not_judge(cast):
    one = papers.submitted(cast.member)
    assert queries.waiting_for(cast.secretary).get() == one
    for nobody in (cast.inspector, cast.administrator):
        assert not queries.waiting_for(replace(nobody, unit=cast.cell, reach="unit")).exists()
