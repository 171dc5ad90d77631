"""Two people, one paper, a slow line, an ended session, a killed page, a double click: nothing lost, nothing twice."""

from __future__ import annotations

import time

import pytest
from django.contrib.sessions.models import Session

from lantoa.foundation.models import Event
from lantoa.registrations.models import Registration
from lantoa.registrations.tests import papers
from tests.browser.conftest import DESK, PHONE
from tests.cast import PASSWORD

pytestmark = pytest.mark.browser
WRITE = "/dang-ky/viet/2027/"
TEXT = "Mỗi tối thứ Bảy giúp bà con tổ 4 nộp hồ sơ trên điện thoại"


def box_of(visitor):
    return visitor.page.get_by_label("Việc sẽ làm").first


def test_on_a_slow_line_her_own_draft_does_not_take_the_send_button_away(page_as):
    visitor = page_as("member", PHONE)
    visitor.goto(WRITE)

    def slowly(route):
        time.sleep(1)
        route.continue_()

    visitor.page.route("**/ban-nhap/", slowly)
    box_of(visitor).fill(TEXT)
    visitor.button("Tiếp tục: xem lại trước khi gửi")
    visitor.page.get_by_role("heading", name="Xem lại trước khi gửi").wait_for()
    visitor.page.wait_for_timeout(1500)
    visitor.page.get_by_role("button", name="Gửi đến chi bộ").dblclick()
    visitor.page.get_by_role("heading", name="Đã gửi đến").wait_for()
    assert Event.objects.filter(verb="registration.submitted").count() == 1


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
    again.page.get_by_text("Nội dung vừa gõ đã được giữ").wait_for()
    again.type("Số điện thoại hoặc tên đăng nhập", "member")
    again.page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    again.button("Đăng nhập")
    again.page.wait_for_url(f"**{WRITE}")
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
