"""A member writes on a phone: nothing typed is ever lost, everything wrong is said at its box."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import IntegrityError
from django.urls import reverse

from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.models import Draft, Event
from lantoa.foundation.tests.forms import Form
from lantoa.people.models import Duty, Post, Title
from lantoa.registrations import actions, rules
from lantoa.registrations.models import Registration
from lantoa.registrations.rules import Undertaking
from lantoa.registrations.tests import papers

WRITE = reverse("registrations:write", args=[2027])
CHECK = reverse("registrations:check", args=[2027])


@pytest.mark.parametrize(
    ("on", "year", "open_years"),
    [
        (dt.date(2026, 10, 31), 2026, [2026]),
        (dt.date(2026, 11, 1), 2027, [2027, 2026]),
        (dt.date(2026, 12, 31), 2027, [2027, 2026]),
        (dt.date(2027, 1, 1), 2027, [2027]),
    ],
)
def test_from_november_on_one_registers_for_the_next_year(on, year, open_years):
    assert rules.year_to_register(on) == year
    assert rules.open_years(on) == open_years


def test_the_page_opens_empty_and_writes_nothing(cast):
    page = cast.client("member").get(WRITE)
    assert "Năm 2027 đồng chí sẽ làm việc gì?" in page.content.decode()
    assert "Đăng ký cho năm 2026" in page.content.decode()
    assert not Registration.objects.exists()


def test_boxes_filled_well_lead_to_the_check_page(cast):
    client = cast.client("member")
    answer = client.post(WRITE, papers.BOXES)
    assert answer.url == CHECK
    task = Registration.objects.get().tasks.get()
    assert (task.target_value, task.target_unit) == (Decimal(30), "người")
    assert task.due == dt.date(2027, 9, 2)
    page = client.get(CHECK).content.decode()
    for said in (papers.WHAT, "30</span> người", "02/09/2027", "Đồng chí Nguyễn Thị Lan", "Gửi đến chi bộ"):
        assert said in page


def test_an_empty_text_is_asked_for_in_words_and_the_rest_is_kept(cast):
    page = cast.client("member").post(WRITE, {**papers.BOXES, "viec1-what": " "}).content.decode()
    assert "<title>Lỗi: " in page
    assert page.count("Hãy viết việc đồng chí sẽ làm.") == 2  # in the summary and at the box
    assert 'href="#id_viec1-what"' in page and 'value="2/9/27"' in page


@pytest.mark.deep(each=3)
@pytest.mark.parametrize(
    ("box", "typed", "said"),
    [
        ("viec1-due", "31/02/2027", "không có thật"),
        ("viec1-due", "cuối năm", "Không đọc được ngày"),
        ("viec1-target_value", "1,234.5", "cách viết Việt Nam"),
        ("viec1-target_value", "0", "phải lớn hơn 0"),
        ("viec1-target_value", "99999999999999", "dài quá"),
        ("viec1-target_unit", "", "Ghi đơn vị tính"),
    ],
)
def test_what_cannot_be_read_is_said_and_stays_as_typed(cast, box, typed, said):
    client = cast.client("member")
    page = Form(client, WRITE).send(**{**papers.BOXES, box: typed}).content.decode()
    assert (said in page and papers.WHAT in page and f'value="{typed}"' in page) or not typed
    again = client.get(WRITE).content.decode()
    assert papers.WHAT in again and (f'value="{typed}"' in again or not typed)
    assert not Registration.objects.exists()


def test_a_draft_returns_exactly_as_it_was_typed_and_tells_nobody(cast):
    typed = {"viec1-what": "Mỗi tối thứ Bảy", "viec1-due": "2/9", "viec1-target_value": "ba mươi"}
    Form(cast.client("member"), WRITE).save_draft(**typed)
    page = cast.client("member").get(WRITE).content.decode()
    assert "Mỗi tối thứ Bảy" in page and 'value="2/9"' in page and 'value="ba mươi"' in page
    assert "lưu nháp lúc 08:00" in page and "chưa gửi" in page
    assert not Registration.objects.exists()
    assert not Event.objects.filter(verb__startswith="registration.").exists()


def test_what_was_typed_elsewhere_meanwhile_is_read_again_before_sending(cast):
    client = cast.client("member")
    client.post(WRITE, papers.BOXES)
    Form(client, WRITE).save_draft(**{"viec1-target_value": "40"})
    assert client.post(CHECK).url == WRITE
    assert Registration.objects.get().is_draft
    assert client.get(CHECK).url == WRITE
    assert 'value="40"' in client.get(WRITE).content.decode()


def test_a_draft_of_the_very_words_that_are_written_down_holds_nothing_up(cast):
    client = cast.client("member")
    client.post(WRITE, papers.BOXES)
    Form(client, WRITE).save_draft()
    assert client.post(CHECK).url == reverse("registrations:sent", args=[2027])
    assert not Draft.objects.exists()


def test_words_written_down_elsewhere_after_the_check_was_opened_are_not_sent_unread(cast):
    client = cast.client("member")
    client.post(WRITE, papers.BOXES)
    opened = Form(client, CHECK)
    cast.client("member").post(WRITE, papers.BOXES | {"viec1-target_value": "40"})
    assert opened.send().url == CHECK
    assert Registration.objects.get().is_draft
    assert Form(client, CHECK).send().url == reverse("registrations:sent", args=[2027])


def test_without_scripts_a_button_keeps_the_draft(cast):
    answer = Form(cast.client("member"), WRITE).send(**{"viec1-what": "Đọc", "luu": "1"})
    page = answer.content.decode()
    assert "Đã lưu nháp lúc 08:00, chưa gửi." in page and ">Đọc</textarea>" in page.replace("\n", "")
    assert "Lỗi:" not in page
    assert Draft.objects.get().boxes["viec1-what"] == ["Đọc"]


def test_the_duty_of_ones_title_is_offered_and_never_put_in_by_itself(cast):
    title = Title.objects.create(name="Giáo viên Tin học")
    duty = Duty.objects.create(title=title, name="Dạy Tin học khối 6, 7")
    Post.objects.create(
        person=cast.member.person, unit=cast.cell, role="member", title=title, starts=dt.date(2026, 1, 1)
    )
    client = cast.client("member")
    page = client.get(WRITE).content.decode()
    assert '<option value="Dạy Tin học khối 6, 7">' in page
    assert "Theo chức danh: Dạy Tin học khối 6, 7." in page
    assert 'name="viec1-tied_to" value' not in page
    client.post(WRITE, {**papers.BOXES, "viec1-tied_to": duty.name})
    assert Registration.objects.get().tasks.get().duty == duty


def test_a_second_task_is_optional_and_is_kept_in_order(cast):
    client = cast.client("member")
    client.post(WRITE, {**papers.BOXES, "viec2-what": "Đọc sách cùng lớp 6B", "viec2-target_value": "40"})
    assert not Registration.objects.exists()  # forty of what?
    client.post(
        WRITE,
        {
            **papers.BOXES,
            "viec2-what": "Đọc sách cùng lớp 6B",
            "viec2-target_value": "40",
            "viec2-target_unit": "buổi",
        },
    )
    assert [t.what for t in Registration.objects.get().tasks.all()] == [papers.WHAT, "Đọc sách cùng lớp 6B"]
    assert "Việc thứ 2" in client.get(CHECK).content.decode()


def test_the_pillars_in_force_are_the_boxes_of_the_words(cast, settings):
    assert "Về phương pháp" in cast.client("member").get(WRITE).content.decode()
    settings.LANTOA_NOW = "2026-06-01T08:00:00+07:00"
    page = cast.client("member").get(reverse("registrations:write", args=[2026])).content.decode()
    assert "Về phương pháp" not in page and "Về đạo đức, lối sống" in page


def test_a_second_registration_for_the_year_gives_a_sentence_and_a_link(cast):
    one = papers.submitted(cast.member)
    for answer in (cast.client("member").get(WRITE), cast.client("member").post(WRITE, papers.BOXES)):
        page = answer.content.decode()
        assert "Đồng chí đã đăng ký năm 2027" in page and one.code in page
        assert f'href="{one.get_absolute_url()}"' in page
    assert Registration.objects.count() == 1


def test_the_database_itself_refuses_a_second_one(cast):
    one = papers.submitted(cast.member)
    with pytest.raises(
        IntegrityError, match=r"a_person_registers_once_a_year|registrations_registration\.year"
    ):
        Registration.objects.create(person=one.person, unit=one.unit, year=one.year)


def test_a_year_nobody_registers_for_now_is_refused_in_words(cast):
    answer = cast.client("member").get(reverse("registrations:write", args=[2031]))
    assert answer.status_code == 400 and "chỉ đăng ký cho năm 2026 và 2027" in answer.content.decode()
    with pytest.raises(BadInput):
        actions.start_draft(by=cast.member, year=2025)


def test_what_was_sent_does_not_change_under_its_readers_eyes(cast):
    one = papers.submitted(cast.member)
    with pytest.raises(Conflict, match="đã gửi"):
        actions.save_draft(one, by=cast.member, tasks=[Undertaking("Việc khác")])
    other_words = {**papers.BOXES, "viec1-what": "Việc khác"}
    assert "Đồng chí đã đăng ký năm 2027" in cast.client("member").post(WRITE, other_words).content.decode()


def test_nobody_writes_for_another(cast):
    one = papers.drafted(cast.member)
    with pytest.raises(NotAllowed):
        actions.save_draft(one, by=cast.secretary, tasks=[papers.TASK])
    with pytest.raises(NotAllowed):
        actions.start_draft(by=cast.administrator, year=2027)


def test_somebody_without_a_cell_is_told_so(cast):
    lost = replace(cast.member, unit=None)
    cast.member.person.memberships.all().delete()
    with pytest.raises(BadInput, match="chưa được xếp vào chi bộ"):
        actions.start_draft(by=lost, year=2027)


@pytest.mark.parametrize(
    "tasks",
    [
        [],
        [Undertaking(" ".strip())],
        [papers.TASK] * (rules.MOST_TASKS + 1),
        [replace(papers.TASK, target_unit="")],
    ],
    ids=["no task", "no words", "too many", "a target of nothing"],
)
def test_an_action_refuses_what_a_page_would_have_caught(cast, tasks):
    one = actions.start_draft(by=cast.member, year=2027)
    with pytest.raises(BadInput):
        actions.save_draft(one, by=cast.member, tasks=tasks)
    assert not one.tasks.exists()


def test_several_tasks_each_with_a_duty_of_the_title(cast):
    title = Title.objects.create(name="Giáo viên chủ nhiệm")
    for name in ("Chủ nhiệm lớp 8A", "Phụ trách thư viện", "Tổ trưởng công đoàn"):
        title.duties.create(name=name)
    Post.objects.create(
        person=cast.member.person, unit=cast.cell, role="member", title=title, starts=dt.date(2024, 1, 1)
    )
    client = cast.client("member")
    page = client.get(WRITE).content.decode()
    assert page.count("Theo chức danh: Chủ nhiệm lớp 8A; Phụ trách thư viện; Tổ trưởng công đoàn.") == 5
    boxes = papers.BOXES | {
        "viec2-what": "Mở tủ sách Bác Hồ ở thư viện, mỗi tuần một buổi đọc cho học sinh khối 6.",
        "viec2-tied_to": "Phụ trách thư viện",
        "viec3-what": "Mỗi tháng đến thăm một gia đình học sinh khó khăn của lớp.",
        "viec3-tied_to": "Chủ nhiệm lớp 8A",
    }
    client.post(WRITE, boxes)
    tasks = list(Registration.objects.get().tasks.all())
    assert [task.duty.name for task in tasks[1:]] == ["Phụ trách thư viện", "Chủ nhiệm lớp 8A"]
    checked = client.get(CHECK).content.decode()
    assert "Việc thứ 3" in checked and "#id_viec3-what" in checked
    wrong = client.post(WRITE, boxes | {"viec3-due": "31/2/27"})
    assert "<title>Lỗi: " in wrong.content.decode()
