"""The hall in a real browser: comforts that a script adds, and everything that must work without one."""

import pytest

from tests.browser.conftest import DESK, NARROW, PHONE

pytestmark = pytest.mark.browser
PAGES = ["/", "/lich-su/", "/tro-giup/", "/hien-thi/", "/cam-ket/", "/vai-tro/", "/toi/", "/doi-mat-khau/"]


@pytest.mark.parametrize(
    # What stands around every page: on a phone always.
    "size",
    [PHONE, pytest.param(NARROW, marks=pytest.mark.deep), pytest.param(DESK, marks=pytest.mark.deep)],
    ids=["phone", "narrow", "desk"],
)
def test_every_page_of_the_hall_can_be_read_by_everyone_on_every_screen(page_as, size):
    visitor = page_as("secretary", size)
    for address in PAGES:
        visitor.goto(address)
        assert visitor.violations() == [], address
        assert visitor.sideways <= 0, address
    assert visitor.faults == []


@pytest.mark.deep
def test_with_the_largest_letters_nothing_runs_off_a_narrow_screen(page_as):
    visitor = page_as("secretary", NARROW)
    visitor.goto("/hien-thi/")
    visitor.page.get_by_label("Rất lớn").check()
    visitor.button("Dùng cỡ chữ này")
    assert visitor.page.evaluate("getComputedStyle(document.documentElement).fontSize") == "22px"
    for address in PAGES:
        visitor.goto(address)
        assert visitor.sideways <= 0, address


def test_a_wrong_password_is_told_at_once_and_can_be_looked_at(page_as):
    visitor = page_as("member", PHONE)
    visitor.page.context.clear_cookies()
    visitor.goto("/dang-nhap/")
    visitor.type("Số điện thoại hoặc tên đăng nhập", "member")
    visitor.type("Mật khẩu", "khong dung dau")
    visitor.button("Hiện mật khẩu")
    assert visitor.page.locator("#id_password").get_attribute("type") == "text"
    visitor.button("Đăng nhập")
    assert visitor.page.title().startswith("Lỗi: ")
    assert visitor.page.evaluate("document.activeElement.id") == "loi"


def test_the_whole_menu_opens_on_a_phone_without_a_script(page_as):
    visitor = page_as("secretary", PHONE, scripts=False)
    visitor.goto("/")
    menu = visitor.page.get_by_role("navigation", name="Điều hướng chính")
    assert not menu.is_visible()
    visitor.link("Thêm")
    assert menu.is_visible()
    menu.locator("summary", has_text="Tra cứu, quản lý").click()
    menu.get_by_role("link", name="Lịch sử").click()
    assert visitor.page.url.endswith("/lich-su/")


@pytest.mark.deep
def test_signing_out_takes_two_clicks_and_no_script(page_as):
    visitor = page_as("secretary", DESK, scripts=False)
    visitor.goto("/")
    visitor.press(visitor.page.locator("details.acc summary"))
    visitor.button("Đăng xuất")
    assert "/dang-nhap/" in visitor.page.url
    assert visitor.clicks == 2


@pytest.mark.deep
def test_the_account_menu_closes_by_escape_and_gives_the_focus_back(page_as):
    visitor = page_as("secretary", DESK)
    visitor.goto("/")
    visitor.press(visitor.page.locator("details.acc summary"))
    visitor.key("Escape")
    assert not visitor.page.evaluate("document.querySelector('details.acc').open")
    assert visitor.page.evaluate("document.activeElement.tagName") == "SUMMARY"


@pytest.mark.deep
def test_a_key_acts_only_when_no_text_is_being_typed_and_can_be_switched_off(page_as):
    visitor = page_as("secretary", DESK)
    visitor.goto("/lich-su/")
    visitor.page.get_by_role("searchbox").press("?")
    assert visitor.page.url.endswith("/lich-su/")
    visitor.page.locator("h1").click()
    visitor.key("?")
    visitor.page.wait_for_url("**/tro-giup/")
    visitor.button("Tắt phím tắt")
    visitor.goto("/lich-su/")
    visitor.key("?")
    visitor.page.wait_for_timeout(300)
    assert visitor.page.url.endswith("/lich-su/")


def test_one_can_skip_to_the_content_by_keyboard(page_as):
    visitor = page_as("secretary", DESK)
    visitor.goto("/tro-giup/")
    assert visitor.page.evaluate("document.activeElement.tagName") == "H1", "one begins at the heading"
    visitor.page.locator("a.skip").focus()
    visitor.key("Enter")
    assert visitor.page.evaluate("document.activeElement.id") == "noi-dung"
