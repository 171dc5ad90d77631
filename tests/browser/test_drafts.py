"""What is being written is kept without asking, and never halfway through a letter."""

import pytest

from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser
WRITE = "/dang-ky/viet/2027/"
TEXT = "Mỗi tối thứ Bảy giúp bà con tổ 4 nộp hồ sơ trên điện thoại"


def said(visitor) -> str:
    return visitor.page.locator("[data-kept-line]").inner_text()


def test_leaving_the_box_keeps_the_draft_and_says_when(page_as):
    visitor = page_as("member", PHONE)
    visitor.goto(WRITE)
    box = visitor.page.locator("form#viet textarea").first
    box.fill(TEXT)
    with visitor.page.expect_response("**/ban-nhap/") as kept:
        box.blur()
    assert kept.value.json()["kept"]
    visitor.page.get_by_text("Đã lưu nháp lúc").wait_for()
    assert "chưa gửi" in said(visitor)
    visitor.goto(WRITE)
    assert visitor.page.locator("form#viet textarea").first.input_value() == TEXT


@pytest.mark.deep
def test_nothing_is_sent_while_a_letter_is_being_composed(page_as):
    visitor = page_as("member", PHONE)
    visitor.goto(WRITE)
    sent = []
    visitor.page.on("request", lambda request: sent.append(request.method))
    box = visitor.page.locator("form#viet textarea").first
    box.fill("Viê")
    box.dispatch_event("compositionstart")
    box.dispatch_event("focusout")
    visitor.page.wait_for_timeout(400)
    assert "POST" not in sent
    box.dispatch_event("compositionend")
    with visitor.page.expect_response("**/ban-nhap/"):
        box.blur()


@pytest.mark.deep
def test_a_draft_that_could_not_be_kept_says_so_and_tries_again(page_as):
    visitor = page_as("member", PHONE)
    visitor.goto(WRITE)
    visitor.page.route("**/ban-nhap/", lambda route: route.abort())
    box = visitor.page.locator("form#viet textarea").first
    box.fill(TEXT)
    box.blur()
    visitor.page.get_by_text("Chưa lưu được nháp").wait_for()
    visitor.page.unroute("**/ban-nhap/")
    box.focus()
    with visitor.page.expect_response("**/ban-nhap/") as kept:
        box.blur()
    assert kept.value.json()["kept"]
