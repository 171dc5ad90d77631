"""Two people, one paper, a slow line, an ended session, a killed page, a double click: nothing lost, nothing twice."""

from __future__ import annotations

import re
import time

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from lantoa.foundation.models import Event
from lantoa.registrations.models import Registration
from lantoa.registrations.tests import papers
from lantoa.study.models import StudyClass
from tests.browser.conftest import DESK, PHONE
from tests.cast import PASSWORD

pytestmark = pytest.mark.browser
WRITE = "/dang-ky/viet/2027/"
NEW, TOPIC = "/hoc-tap/moi/", "Văn bản, chuyên đề được học"
CLASS = {"Ngày học": "12/11/2026", "Đảng viên dự / được triệu tập": "9/10"}
TEXT = "Mỗi tối thứ Bảy giúp bà con tổ 4 nộp hồ sơ trên điện thoại"


def box_of(visitor):
    return visitor.page.get_by_label("Việc sẽ làm").first


def slowly(route):
    time.sleep(1)
    route.continue_()


def sign_in_again(visitor, name, back):
    visitor.page.get_by_text("Nội dung vừa gõ đã được giữ").wait_for()
    visitor.type("Số điện thoại hoặc tên đăng nhập", name)
    visitor.page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    visitor.button("Đăng nhập")
    visitor.page.wait_for_url(f"**{back}")


def test_the_whole_way_nothing_is_lost_and_nothing_is_there_twice(page_as, cast):
    """The secretary writes a class down, she and the committee correct it; all goes wrong on the way."""
    cast.account("secretary")
    lan = page_as("secretary", PHONE)
    lan.goto(NEW)
    lan.type(TOPIC, "Nghị quyết số 18")
    lan.page.get_by_label(TOPIC).blur()
    lan.page.get_by_text("Đã lưu nháp lúc").wait_for()
    lan.page.close(run_before_unload=False)
    lan = page_as("secretary", DESK)
    lan.goto(NEW)
    assert lan.page.get_by_label(TOPIC).input_value() == "Nghị quyết số 18"
    Session.objects.all().delete()
    for box, words in CLASS.items():
        lan.type(box, words)
    lan.button("Ghi lớp học")
    sign_in_again(lan, "secretary", NEW)
    assert lan.page.get_by_label(TOPIC).input_value() == "Nghị quyết số 18"
    lan.page.route(f"**{NEW}", slowly)
    lan.page.get_by_role("button", name="Ghi lớp học").dblclick()
    lan.page.wait_for_url(re.compile(r"/hoc-tap/\d+/"))
    one = StudyClass.objects.get()
    hung, edit = page_as("committee", DESK), reverse("study:edit", args=[one.pk])
    for visitor, speaker in ((hung, "Vũ Minh Đức"), (lan, "Hoàng Thị Thanh")):
        visitor.goto(edit)
        visitor.type("Báo cáo viên", speaker)
    hung.button("Lưu lớp học")
    lan.page.get_by_role("button", name="Lưu lớp học").dblclick()
    lan.page.get_by_text("Trần Quốc Hùng đã lưu").wait_for()
    assert "Vũ Minh Đức" in lan.text and "Hoàng Thị Thanh" in lan.text
    lan.press(lan.page.get_by_text("Hoàng Thị Thanh"))
    lan.page.get_by_role("button", name="Lưu theo lựa chọn").dblclick()
    lan.page.wait_for_url(f"**{one.get_absolute_url()}")
    assert StudyClass.objects.get().speaker == "Hoàng Thị Thanh"
    told = Event.objects.filter(subject_type="study.studyclass").values_list("verb", flat=True)
    assert list(told.order_by("pk")) == ["study_class.recorded", *["study_class.corrected"] * 2]


@pytest.mark.deep
def test_on_a_slow_line_her_own_draft_does_not_take_the_send_button_away(page_as):
    visitor = page_as("member", PHONE)
    visitor.goto(WRITE)
    visitor.page.route("**/ban-nhap/", slowly)
    box_of(visitor).fill(TEXT)
    visitor.button("Tiếp tục: xem lại trước khi gửi")
    visitor.page.get_by_role("heading", name="Xem lại trước khi gửi").wait_for()
    visitor.page.wait_for_timeout(1500)
    visitor.page.get_by_role("button", name="Gửi đến chi bộ").dblclick()
    visitor.page.get_by_role("heading", name="Đã gửi đến").wait_for()
    assert Event.objects.filter(verb="registration.submitted").count() == 1


@pytest.mark.deep
def test_a_killed_page_and_an_ended_session_lose_nothing(page_as, cast):
    first = page_as("member", PHONE)
    first.goto(WRITE)
    box_of(first).fill(TEXT)
    with first.page.expect_response("**/ban-nhap/"):
        box_of(first).blur()
    first.page.close(run_before_unload=False)
    cast.account("member")
    again = page_as("member", DESK)
    again.goto(WRITE)
    assert box_of(again).input_value() == TEXT
    Session.objects.all().delete()
    box_of(again).fill(f"{TEXT}, mười buổi")
    again.button("Tiếp tục: xem lại trước khi gửi")
    sign_in_again(again, "member", WRITE)
    assert box_of(again).input_value() == f"{TEXT}, mười buổi"
    assert not Registration.objects.exists()


def test_the_second_of_two_devices_is_shown_both_versions_and_what_is_chosen_is_written_once(page_as):
    mine = "Đọc sách cùng lớp 6B mỗi thứ Tư"
    phone, computer = page_as("member", PHONE), page_as("member", DESK)
    for visitor in (phone, computer):
        visitor.goto(WRITE)
    box_of(computer).fill(TEXT)
    computer.button("Tiếp tục: xem lại trước khi gửi")
    computer.page.get_by_role("heading", name="Xem lại trước khi gửi").wait_for()
    box_of(phone).fill(mine)
    phone.button("Tiếp tục: xem lại trước khi gửi")
    phone.page.get_by_text(mine).first.wait_for()
    assert TEXT in phone.text and phone.violations() == [] and phone.sideways == 0
    assert Registration.objects.get().tasks.get().what == TEXT
    phone.press(phone.page.get_by_text(mine).first)
    phone.page.get_by_role("button", name="Lưu theo lựa chọn").dblclick()
    phone.page.get_by_role("heading", name="Xem lại trước khi gửi").wait_for()
    assert Registration.objects.get().tasks.get().what == mine


@pytest.mark.deep
def test_letters_typed_beside_a_box_approve_nothing_and_an_approval_is_taken_back(page_as, cast):
    one = papers.submitted(cast.member)
    secretary = page_as("secretary", DESK)
    secretary.goto(f"/dang-ky/{one.pk}/duyet/")
    secretary.page.get_by_label("Ngày họp").fill("16/11/2026")
    secretary.page.get_by_label("Biên bản số").fill("11-BB/CB")
    secretary.page.locator("h1").click()
    for letter in "ddd":
        secretary.key(letter)
    secretary.page.wait_for_timeout(300)
    one.refresh_from_db()
    assert one.is_waiting
    assert secretary.page.evaluate("document.activeElement.dataset.key") == "đ"
    secretary.key("Enter")
    secretary.page.get_by_text("còn rút lại được trong 10 phút").wait_for()
    assert secretary.violations() == []
    secretary.button("Rút lại việc duyệt bản của")
    secretary.page.get_by_text("Đã rút lại việc duyệt").wait_for()
    one.refresh_from_db()
    assert one.is_waiting and one.meeting is None
