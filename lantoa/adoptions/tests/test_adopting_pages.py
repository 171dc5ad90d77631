"""Taking over and following, as people see and press it; nothing here needs a script."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.adoptions import actions as adoptions
from lantoa.adoptions.models import Adoption
from lantoa.adoptions.rules import PartFate
from lantoa.practices import actions
from lantoa.practices.models import Practice
from lantoa.practices.tests.stories import on_day, registered, running

APRIL = dt.date(2026, 4, 16)


LOWER = {"show", "stop", "result", "core_parts", "edit", "new"}


def url(name, *args):
    return reverse(f"{'practices' if name in LOWER else 'adoptions'}:{name}", args=args)


def page_of(client, name, *args):
    return client.get(url(name, *args)).content.decode()


def as_it_is(**changed):
    kept = {f"fate_{n}": "kept" for n in (1, 2, 3)} | {f"why_{n}": "" for n in (1, 2, 3)}
    return {**kept, "on": "16/11/2026", "note": "", **changed}


@pytest.mark.deep(slow=True)
def test_from_the_library_to_ones_own_practice_in_three_presses(cast):
    ours = running(cast)
    client = cast.client("other_secretary")
    assert url("show", ours.pk) in page_of(client, "library")
    assert url("adopt", ours.pk) in page_of(client, "panel", ours.pk)
    form = page_of(client, "adopt", ours.pk)
    assert form.count('value="kept"') == 3 and form.count("checked") == 3 and "16/11/2026" in form
    answer = client.post(url("adopt", ours.pk), as_it_is(), follow=True)
    said = answer.content.decode()
    theirs = Adoption.objects.get().practice
    assert "Ngày 16/05/2027 sẽ hỏi" in said and url("panel", theirs.pk) in said
    assert "Học từ đâu" in page_of(client, "panel", theirs.pk)
    assert (theirs.unit, theirs.status) == (cast.other_cell, "running")
    shown = page_of(client, "panel", ours.pk)
    assert "1 nơi vận dụng" in shown and url("show", theirs.pk) in shown
    assert url("adopt", ours.pk) not in shown


@pytest.mark.deep(slow=True)
def test_a_part_without_its_why_keeps_what_was_typed(cast):
    ours = running(cast)
    client = cast.client("other_secretary")
    wrong = as_it_is(fate_2="changed", fate_3="dropped", why_3="đã có sổ của thôn")
    said = client.post(url("adopt", ours.pk), wrong).content.decode()
    assert "Ghi đổi thế nào" in said and "đã có sổ của thôn" in said and not Adoption.objects.exists()
    client.post(url("adopt", ours.pk), wrong | {"why_2": "một đảng viên trực"})
    assert [part.why for part in Adoption.objects.get().parts.all()] == [
        "",
        "một đảng viên trực",
        "đã có sổ của thôn",
    ]
    shown = page_of(cast.client("member"), "panel", ours.pk)
    assert "giữ 0, đổi 1, bỏ 0" in shown and "một đảng viên trực" in shown


def test_no_button_for_whom_it_would_refuse(cast):
    ours = running(cast)
    for who in ("secretary", "member", "inspector"):
        assert url("adopt", ours.pk) not in page_of(cast.client(who), "panel", ours.pk)
    assert cast.client("secretary").post(url("adopt", ours.pk), as_it_is()).status_code == 403
    assert cast.client("member").get(url("adopt", ours.pk)).status_code == 403
    adoptions.adopt(ours, by=cast.other_secretary)
    assert cast.client("other_secretary").post(url("adopt", ours.pk), as_it_is()).status_code == 409


def test_what_was_pressed_by_mistake_is_taken_out(cast):
    ours = running(cast)
    theirs = adoptions.adopt(ours, by=cast.other_secretary).practice
    client = cast.client("other_secretary")
    assert url("withdraw", theirs.pk) in page_of(client, "panel", theirs.pk)
    assert url("withdraw", theirs.pk) not in page_of(cast.client("secretary"), "panel", theirs.pk)
    answer = client.post(url("withdraw", theirs.pk), follow=True)
    assert "Đã rút việc vận dụng" in answer.content.decode() and not Adoption.objects.exists()
    assert client.get(url("show", theirs.pk)).status_code == 404
    assert url("adopt", ours.pk) in page_of(client, "panel", ours.pk)


@pytest.mark.deep(slow=True)
def test_the_question_is_answered_in_two_presses(cast):
    theirs = adoptions.adopt(running(cast), by=cast.other_secretary, on=APRIL).practice
    client = cast.client("other_secretary")
    assert url("checkup", theirs.pk) in client.get(reverse("portal:todo")).content.decode()
    form = page_of(client, "checkup", theirs.pk)
    assert "Còn duy trì" in form and "Người phụ trách chuyển công tác" in form
    typed = {"tra-loi": "con", "value": "48", "unit_of_count": "", "text": ""}
    assert "Ghi số đó đếm gì" in client.post(url("checkup", theirs.pk), typed).content.decode()
    answer = client.post(url("checkup", theirs.pk), typed | {"unit_of_count": "việc"}, follow=True)
    said = answer.content.decode()
    assert "vận dụng tại đơn vị, học từ: Nhà văn hóa sáng đèn" in said and "practice." not in said
    assert "Đã ghi: còn duy trì." in said
    assert "Lần hỏi “Còn duy trì không?” tới: 16/04/2027" in page_of(client, "panel", theirs.pk)
    assert "Lần hỏi tới: 16/04/2027" in page_of(client, "checkup", theirs.pk)
    assert url("checkup", theirs.pk) not in client.get(reverse("portal:todo")).content.decode()


@pytest.mark.deep(slow=True)
def test_stopped_with_a_ready_reason_and_taken_back(cast):
    ours = running(cast)
    theirs = adoptions.adopt(ours, by=cast.other_secretary, on=APRIL).practice
    client = cast.client("other_secretary")
    typed = {"tra-loi": "dung", "cause": "other", "reason": "", "on": "01/11/2026"}
    assert "Ghi lý do" in client.post(url("checkup", theirs.pk), typed).content.decode()
    client.post(url("checkup", theirs.pk), typed | {"cause": "no_room"})
    theirs.refresh_from_db()
    assert (theirs.status, theirs.stop_reason) == ("stopped", "chưa bố trí được nơi làm")
    assert "đã dừng 11/2026: chưa bố trí được nơi làm" in page_of(cast.client("member"), "panel", ours.pk)
    assert "đã ghi dừng" in page_of(client, "checkup", theirs.pk)
    assert client.post(url("take_back", theirs.pk)).status_code == 302
    theirs.refresh_from_db()
    assert theirs.status == "running" and client.post(url("take_back", theirs.pk)).status_code == 404


@pytest.mark.deep(slow=True)
def test_the_first_cell_prints_whom_it_helps(cast):
    ours = running(cast)
    theirs = adoptions.adopt(ours, by=cast.other_secretary, on=APRIL).practice
    assert "Chưa nơi nào báo kết quả" in page_of(cast.client("secretary"), "helping", ours.pk)
    form = page_of(cast.client("other_secretary"), "result", theirs.pk)
    assert "Kết quả bằng số" in form
    cast.client("other_secretary").post(
        url("result", theirs.pk), {"value": "48", "unit_of_count": "việc", "text": "dân khen"}
    )
    client = cast.client("secretary")
    assert "Cách làm của đồng chí đang giúp 1 đơn vị" in client.get(reverse("portal:todo")).content.decode()
    assert url("helping", ours.pk) in page_of(client, "panel", ours.pk)
    assert "Cách làm này đang giúp 1 đơn vị" in page_of(cast.client("member"), "panel", ours.pk)
    paper = page_of(client, "helping", ours.pk)
    assert "đang giúp 1 đơn vị" in paper and "Chi bộ thôn Nà Lùng" in paper
    assert '<b class="num">48</b> việc; dân khen' in paper and "04/2026" in paper


def test_parts_core_parts_and_own_words_have_their_pages(cast):
    ours = running(cast)
    theirs = adoptions.adopt(ours, by=cast.other_secretary, parts={1: PartFate("dropped", "x")}).practice
    client = cast.client("other_secretary")
    assert 'value="dropped"' in page_of(client, "parts", theirs.pk)
    assert (
        "Ghi vì sao bỏ" in client.post(url("parts", theirs.pk), as_it_is(fate_2="dropped")).content.decode()
    )
    assert client.post(url("parts", theirs.pk), as_it_is()).status_code == 302
    assert set(theirs.adopted_from.parts.values_list("fate", flat=True)) == {"kept"}
    client.post(url("adapt", theirs.pk), {"name": "Tối thứ Năm", "participants": "4"})
    theirs.refresh_from_db()
    assert (theirs.name, theirs.participants) == ("Tối thứ Năm", 4)
    owner = cast.client("secretary")
    assert "Chọn một tối cố định." in page_of(owner, "core_parts", ours.pk)
    assert "Có 1 chỗ cần sửa" in owner.post(url("core_parts", ours.pk), {"core_parts": " "}).content.decode()
    owner.post(url("core_parts", ours.pk), {"core_parts": "Tối cố định\nSổ ghi việc"})
    assert list(ours.core_parts.values_list("text", flat=True)) == ["Tối cố định", "Sổ ghi việc"]
    assert owner.get(url("parts", ours.pk)).status_code == 404


def test_core_parts_are_written_with_the_practice(cast):
    from lantoa.practices.tests.test_pages import typed

    client = cast.client("secretary")
    client.post(url("new"), typed(core_parts="Cả thầy và trò đọc\n\n15 phút đầu buổi"))
    ours = Practice.objects.get()
    assert list(ours.core_parts.values_list("text", flat=True)) == ["Cả thầy và trò đọc", "15 phút đầu buổi"]
    assert "Cả thầy và trò đọc\n15 phút đầu buổi" in page_of(client, "edit", ours.pk)
    client.post(url("edit", ours.pk), typed(core_parts="15 phút đầu buổi"))
    assert ours.core_parts.get().text == "15 phút đầu buổi"
    assert "15 phút đầu buổi" in page_of(client, "show", ours.pk)


@pytest.mark.deep(slow=True)
def test_the_library_shows_where_a_practice_began_and_how_far_it_went(cast, django_assert_max_num_queries):
    ours = running(cast)
    first = adoptions.adopt(ours, by=cast.other_secretary, on=APRIL)
    adoptions.adopt(first.practice, by=cast.far_secretary)
    client = cast.client("member")
    page = page_of(client, "library")
    assert page.count('class="card mh') == 1 and '<span class="big num">2</span>' in page
    assert '<b class="num">1/1</b> nơi còn duy trì sau 6 tháng' in page
    assert '<b class="b num">1</b> được nơi khác vận dụng; <b class="b num">1</b> có nơi còn duy trì' in page
    assert page.count('class="pt"') == 3  # two places and the key above
    for number in range(14):
        new = running(cast, name=f"Mô hình {number}")
        adoptions.adopt(new, by=cast.other_secretary)
    with django_assert_max_num_queries(34):
        client.get(url("library"))


def test_a_page_of_many_adopters_asks_as_often_as_one_of_few(cast, django_assert_max_num_queries):
    ours = running(cast)
    adoptions.adopt(ours, by=cast.other_secretary)
    client = cast.client("other_secretary")
    client.get(url("panel", ours.pk))
    origin = adoptions.adopt(ours, by=cast.far_secretary)
    for number in range(30):
        copy = Practice(
            name=f"Bản {number}",
            unit=cast.far_cell,
            subject_name="x",
            place_name="x",
            status="running",
            registered_on=cast.today,
            began_on=cast.today,
            is_original=False,
        ).prepare()
        copy.save()
        Adoption.objects.create(
            origin=origin.practice,
            practice=copy,
            root=ours,
            generation=2,
            adopted_on=cast.today,
            half_year_on=cast.today + dt.timedelta(183),
            full_year_on=cast.today + dt.timedelta(365),
            recorded_on=cast.today,
        )
    with django_assert_max_num_queries(45):
        page = page_of(client, "panel", ours.pk)
    assert "32 nơi vận dụng" in page and "Trang 1 trên 2" in page


def test_what_was_agreed_to_may_be_learned_before_it_began(cast):
    ours = registered(cast)
    assert url("adopt", ours.pk) in page_of(cast.client("other_secretary"), "panel", ours.pk)


def test_a_late_question_stays_on_the_page(cast):
    theirs = adoptions.adopt(running(cast), by=cast.other_secretary, on=dt.date(2025, 1, 16)).practice
    assert "Đến lúc cho biết" in page_of(cast.client("other_secretary"), "panel", theirs.pk)
    assert "Đến lúc cho biết" not in page_of(cast.client("member"), "show", theirs.pk)
    actions.stop(theirs, by=on_day(cast.other_secretary, cast.today), reason="thôi")
    assert "Đến lúc cho biết" not in page_of(cast.client("other_secretary"), "panel", theirs.pk)
