"""Script U9 and journey J4: the secretary prepares a meeting in two clicks and records it in eight, on a phone."""

import datetime as dt

import pytest

from lantoa.meetings import actions, queries, scanning, sheet
from lantoa.meetings.models import Meeting
from lantoa.programme import actions as programme
from tests.browser.conftest import PHONE, WITH_AND_WITHOUT_SCRIPTS
from tests.cast import person

pytestmark = pytest.mark.browser
LINES = ("Đã dạy mười hai buổi phụ đạo.", "Chưa sửa xong sân trường.", "Sửa xong sân trường trước 20/12.")


@pytest.fixture
def cell(cast):
    """A cell of eighteen under the commune's theme, with a meeting of the month to come."""
    for number in range(15):
        person(f"Trần Văn Bảy {number}", cast.cell)
    year = {"kind": "year", "starts": dt.date(2026, 1, 1), "ends": dt.date(2027, 1, 1)}
    programme.set_theme(unit=cast.commune, by=cast.committee, title="Nêu gương của người đứng đầu", **year)
    return cast


@WITH_AND_WITHOUT_SCRIPTS
def test_all_present_but_two_a_theme_and_three_lines_in_eight_clicks(page_as, cell, scripts):
    visitor = page_as("secretary", PHONE, scripts=scripts)
    visitor.goto("/")
    visitor.link("Ghi buổi họp")
    for name in ("Đỗ Thị Hương", "Bùi Văn Thắng"):
        visitor.press(visitor.page.get_by_text(name, exact=True).first)
    for box, text in zip(("done", "not_done", "next"), LINES, strict=True):
        visitor.page.locator(f"[name={box}]").fill(text)
    visitor.button("Lưu buổi sinh hoạt")
    meeting = Meeting.objects.get()
    assert meeting.ratio == "16/18" and meeting.theme.title == "Nêu gương của người đứng đầu"
    assert (meeting.done, meeting.not_done, meeting.next) == LINES
    assert visitor.clicks <= 8 and visitor.sideways <= 0
    if scripts:
        assert visitor.violations() == [] and not visitor.faults


def test_the_next_meeting_is_prepared_in_two_clicks_with_what_was_left_open(page_as, cell):
    actions.record_meeting(
        unit=cell.cell, by=cell.secretary, kind="regular", held_on=dt.date(2026, 11, 3), next=LINES[2]
    )
    actions.appoint(unit=cell.cell, by=cell.secretary, kind="regular", held_on=dt.date(2026, 11, 20))
    visitor = page_as("secretary", PHONE)
    visitor.goto("/")
    visitor.link("Xem phiếu")
    assert LINES[2].rstrip(".") in visitor.text and visitor.clicks <= 2
    assert visitor.sideways <= 0 and visitor.violations() == [] and not visitor.faults


def test_the_sheet_as_it_is_printed_is_read_back(page_as, cell):
    one = actions.appoint(unit=cell.cell, by=cell.secretary, kind="regular", held_on=cell.today)
    visitor = page_as("secretary", (1280, 900))
    visitor.goto(f"/sinh-hoat/lich/{one.pk}/phieu-diem-danh/")
    assert visitor.violations() == [] and not visitor.faults
    printed = visitor.page.locator("svg.att-sheet")
    assert printed.count() == 1 and "Trần Văn Bảy 3" in printed.inner_html()
    people = [due.person_id for due in queries.due_to_attend(cell.cell, one.held_on)]
    scan = scanning.read(visitor.page.screenshot(full_page=True), [sheet.printed(one.pk, 0, people)])
    assert scan.sheet.page == 0 and set(scan.boxes.values()) == {scanning.EMPTY}
