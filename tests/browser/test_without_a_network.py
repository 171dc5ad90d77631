"""A meeting begun with a network and closed without one is sent once, and nothing of it stays on the phone."""

import shutil
from pathlib import Path

import pytest

from lantoa.meetings.models import Meeting, OtherAnswer
from tests.browser.conftest import PHONE
from tests.browser.visitor import QUIET, Visitor
from tests.cast import person

pytestmark = pytest.mark.browser
WRITE = "/sinh-hoat/ghi/?loai=regular"
DONE = "Đã dạy mười hai buổi phụ đạo."


def card(visitor):
    return visitor.page.locator("[data-offline]")


def written(visitor):
    return visitor.page.locator("[name=done]").input_value()


def keeps(visitor):
    """The page is open and kept on this phone."""
    visitor.goto(WRITE)
    card(visitor).get_by_role("button", name="Giữ trên máy này").click()
    card(visitor).get_by_text("Đang giữ trên máy này.").wait_for()


def closes_without_a_network(visitor, *away, done=DONE):
    """The line is cut, the page killed and opened again, the meeting written down and closed."""
    visitor.page.context.set_offline(True)
    visitor.page.goto(WRITE)
    for name in away:
        visitor.page.get_by_text(name, exact=True).first.click()
    visitor.type("Làm được", done)
    visitor.page.wait_for_function(
        "words => kept.read().then((one) => kept.unlock(one.key, one.form)).then((form) => form.includes(words))",
        arg=done,
    )
    visitor.page.goto("/sinh-hoat/")
    assert visitor.page.url.endswith(WRITE), "without a network there is only the kept meeting"
    visitor.page.get_by_text("Đang giữ trên máy này.").wait_for()
    assert written(visitor) == done
    visitor.page.get_by_role("button", name="Lưu buổi sinh hoạt").click()
    card(visitor).get_by_text("Đã ghi trên máy, chưa gửi.").wait_for()


def comes_back(visitor):
    """There is a network again: what was written goes by itself."""
    visitor.page.context.set_offline(False)
    visitor.page.wait_for_url("**/sinh-hoat/*/")


def left_on(visitor):
    """What a phone still holds: its databases, its stores, its workers."""
    return visitor.page.evaluate(
        """async () => [
          (await indexedDB.databases()).length, (await caches.keys()).length,
          (await navigator.serviceWorker.getRegistrations()).length]"""
    )


def test_begun_with_a_network_closed_without_sent_once(page_as, cast):
    for number in range(16):
        person(f"Trần Văn Bảy {number}", cast.cell)
    visitor = page_as("secretary", PHONE)
    keeps(visitor)
    closes_without_a_network(visitor, "Đỗ Thị Hương", "Bùi Văn Thắng")
    assert not Meeting.objects.exists()
    comes_back(visitor)
    meeting = Meeting.objects.get()
    assert (meeting.ratio, meeting.done) == ("17/19", DONE)
    assert left_on(visitor) == [0, 0, 0]


@pytest.mark.deep
def test_two_phones_one_meeting_and_the_session_over(page_as, cast):
    one, other = page_as("secretary", PHONE), page_as("secretary", PHONE)
    keeps(one), keeps(other)
    closes_without_a_network(one, "Đỗ Thị Hương")
    closes_without_a_network(other, "Bùi Văn Thắng", done="Đã dạy mười lăm buổi.")
    comes_back(one)
    session = other.page.context.cookies()
    other.page.context.clear_cookies()
    other.page.context.set_offline(False)
    card(other).get_by_text("phiên làm việc đã hết").wait_for()
    other.page.context.add_cookies(session)
    other.page.goto(WRITE)
    other.page.wait_for_url("**/sinh-hoat/*/")
    meeting = Meeting.objects.get()
    assert meeting.done == DONE and meeting.absences.count() == 2
    assert OtherAnswer.objects.get().value == "Đã dạy mười lăm buổi."
    assert "Hai máy ghi khác nhau" in other.text and other.violations() == []


def test_who_signs_in_after_her_on_the_same_phone_reads_nothing_of_it(page_as, cast):
    visitor = page_as("secretary", PHONE)
    keeps(visitor)
    visitor.type("Làm được", DONE)
    other = cast.client("committee").cookies["sessionid"].value
    visitor.page.context.clear_cookies()
    visitor.page.context.add_cookies([{"name": "sessionid", "value": other, "url": visitor.page.url}])
    visitor.page.goto(WRITE)
    card(visitor).get_by_text("người khác ghi, chưa gửi").wait_for()
    assert written(visitor) == "" and not Meeting.objects.exists()


@pytest.mark.deep
def test_what_is_to_be_mended_is_said_and_kept(page_as):
    visitor = page_as("secretary", PHONE)
    keeps(visitor)
    visitor.type("Làm được", DONE)
    visitor.type("Ngày họp", "31/2/2026")
    visitor.page.get_by_role("button", name="Lưu buổi sinh hoạt").click()
    visitor.page.get_by_text("không có thật").first.wait_for()
    assert written(visitor) == DONE
    visitor.type("Ngày họp", "3/11/2026")
    visitor.page.get_by_role("button", name="Lưu buổi sinh hoạt").click()
    visitor.page.wait_for_url("**/sinh-hoat/*/")
    assert Meeting.objects.get().done == DONE and left_on(visitor) == [0, 0, 0]


@pytest.mark.deep
def test_a_search_through_the_phone_finds_no_name(chromium, live_server, cast, tmp_path):
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    context = chromium.browser_type.launch_persistent_context(
        tmp_path, executable_path=program, args=QUIET, base_url=live_server.url, locale="vi-VN"
    )
    session = cast.client("secretary").cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    visitor = Visitor(context.new_page())
    keeps(visitor)
    closes_without_a_network(visitor, "Đỗ Thị Hương")
    assert found_in(tmp_path, "Đỗ Thị Hương", DONE) == []
    comes_back(visitor)
    context.close()
    assert found_in(tmp_path, "Đỗ Thị Hương", DONE) == []


def found_in(folder: Path, *words: str) -> list[str]:
    """The files of the browser's profile in which one of the words stands, in either way a browser writes text."""
    spelt = [word.encode(code) for word in words for code in ("utf-8", "utf-16-le")]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [str(path) for path in files if any(word in path.read_bytes() for word in spelt)]


def test_signing_out_empties_the_phone(page_as):
    visitor = page_as("secretary", PHONE)
    keeps(visitor)
    visitor.goto("/")
    visitor.page.evaluate("document.querySelector('form[action=\"/dang-xuat/\"]').submit()")
    visitor.page.wait_for_url("**/dang-nhap/**")
    visitor.page.wait_for_timeout(300)
    assert left_on(visitor) == [0, 0, 0]
