"""What each page owes everyone: it fits 320 pixels and paper, and the keyboard begins at a sensible place."""

import re

import pytest

from lantoa.practices.tests import stories as practices
from lantoa.reports.tests.access import prepare as with_reports
from lantoa.shortcomings.tests.access import prepare as with_shortcomings
from tests.browser.conftest import DESK, NARROW, PHONE
from tests.browser.test_first_paper import four_waiting

pytestmark = pytest.mark.browser
MAIN = [
    "/",
    "/tong-quan/",
    "/so-lieu/",
    "/so-lieu/khai-bao/",
    "/so-lieu/giai-doan/",
    "/bao-cao/",
    "/dang-ky/",
    "/sinh-hoat/",
    "/mo-hinh/",
    "/dot-pha/",
    "/han-che/",
    "/han-che/in/",
    "/van-ban/",
]


def focus_of(visitor):
    return visitor.page.evaluate("document.activeElement.id || document.activeElement.tagName")


def sheets(visitor):
    """How many sheets the browser prints."""
    return len(re.findall(rb"/Type\s*/Page[^s]", visitor.page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("who", ["secretary", pytest.param("committee", marks=pytest.mark.deep)])
def test_no_main_page_scrolls_sideways_at_320_pixels(page_as, cast, who):
    with_shortcomings(cast)
    with_reports(cast)
    visitor = page_as(who, NARROW)
    for address in MAIN:
        visitor.goto(address)
        assert visitor.sideways <= 0, address


def test_a_page_begins_at_its_heading_and_does_not_scroll(page_as):
    visitor = page_as("secretary", DESK)
    for address in MAIN[:6]:
        visitor.goto(address)
        if focus_of(visitor) != "BODY" or visitor.page.locator("main h1").count():
            assert focus_of(visitor) == "H1", address
        assert visitor.page.evaluate("window.scrollY") == 0, address


def test_after_a_refusal_focus_is_on_the_errors(page_as):
    member = page_as("member", DESK)
    member.goto("/dang-ky/viet/2027/")
    member.button("Tiếp tục")
    assert focus_of(member) == "loi"


@pytest.mark.deep
def test_after_a_deed_focus_is_on_its_message(page_as, cast):
    with_reports(cast)
    committee = page_as("committee", DESK)
    committee.goto(cast.things["draft"].get_absolute_url() + "soan/")
    committee.button("Lưu bản nháp")
    committee.page.locator(".msg").first.wait_for()
    committee.page.wait_for_function("document.activeElement.className === 'msgs'")
    assert committee.page.evaluate("window.scrollY") == 0


@pytest.mark.deep
def test_reasons_and_meeting_of_the_queue_are_in_sight_on_a_desk(page_as, cast):
    first = four_waiting(cast)[0]
    secretary = page_as("secretary", DESK)
    secretary.goto(f"/dang-ky/{first.pk}/duyet/")
    fold = secretary.page.locator(".bar2").bounding_box()["y"]
    for box in ("#id_meeting", "#id_reasons_0"):
        place = secretary.page.locator(box).bounding_box()
        assert place["y"] + place["height"] <= fold, box


@pytest.mark.deep
def test_a_report_of_a_commune_prints_on_a_few_sheets(page_as, cast):
    with_reports(cast)
    visitor = page_as("committee", DESK)
    visitor.goto(cast.things["issued"].get_absolute_url())
    assert 1 <= sheets(visitor) <= 6


def test_an_overview_prints_on_one_sheet(page_as):
    visitor = page_as("committee", DESK)
    visitor.goto("/tong-quan/")
    assert sheets(visitor) == 1


@pytest.mark.deep
def test_the_printed_table_of_shortcomings_can_be_reached_by_keyboard_on_a_phone(page_as, cast):
    with_shortcomings(cast)
    visitor = page_as("secretary", NARROW)
    visitor.goto("/han-che/in/")
    assert visitor.violations() == [] and visitor.page.locator(".sheet1[tabindex='0']").count() == 1


@pytest.mark.deep
def test_the_table_of_shortcomings_is_printed_across(page_as):
    visitor = page_as("secretary", DESK)
    visitor.goto("/han-che/in/")
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", visitor.page.pdf(prefer_css_page_size=True))
    assert box and float(box[1]) > float(box[2])


@pytest.mark.deep
def test_on_a_phone_figures_and_practices_begin_on_the_first_screen(page_as, cast):
    practices.running(cast, name="Đọc sách đầu buổi")
    secretary = page_as("secretary", PHONE)
    tabs = 66
    for address, first in (("/so-lieu/", "main tbody tr th"), ("/mo-hinh/", "main .card h2, main .card h3")):
        secretary.goto(address)
        place = secretary.page.locator(first).first.bounding_box()
        assert place and place["y"] + place["height"] < PHONE[1] - tabs, address
        assert secretary.violations() == [] and secretary.sideways == 0


@pytest.mark.deep
def test_a_printed_list_begins_at_the_head_of_its_first_sheet(page_as, cast):
    first = four_waiting(cast)[0]
    secretary = page_as("secretary", DESK)
    secretary.goto(f"/dang-ky/?nam={first.year}")
    secretary.page.emulate_media(media="print")
    secretary.page.set_viewport_size({"width": 718, "height": 1000})
    assert secretary.page.locator("main tbody tr").first.bounding_box()["y"] < 300
    assert sheets(secretary) == 1
