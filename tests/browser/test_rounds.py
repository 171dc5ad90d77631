"""U10, U11, U14, U16 of the acceptance scripts; and a round in an office that began from an empty database."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from lantoa.beginning import codes
from lantoa.messages.rules import reminder_days
from lantoa.rounds.models import Answer, Bound, Round
from lantoa.rounds.tests import stories
from tests.browser.conftest import DESK, ON_PHONE_AND_DESK, PHONE, WITH_AND_WITHOUT_SCRIPTS, visit
from tests.browser.test_from_nothing import bring_in, set_password
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser
WIDE = (1440, 900)
RULE = {"part": "registrations.approved", "whole": "registrations.registered"}
__all__ = ["visit"]


def asked_of_communes(cast, figures=("meetings.regular",)):
    return stories.opened(cast, figures=list(figures), prose=[], lowest="grassroots")


@ON_PHONE_AND_DESK
@WITH_AND_WITHOUT_SCRIPTS
def test_u10_figures_confirmed_unchanged_in_four_clicks(page_as, cast, size, scripts):
    found = asked_of_communes(cast)
    commune = page_as("committee", size, scripts=scripts)
    commune.goto("/")
    commune.link("Kiểm tra số liệu")
    send = commune.page.get_by_role("button", name="Xác nhận và gửi")
    box = send.bounding_box()
    assert box and box["y"] + box["height"] <= size[1], "the button is in sight without scrolling"
    commune.button("Xác nhận và gửi")
    assert commune.clicks <= 4 and re.search(r"Đã gửi đến Đảng bộ tỉnh Sơn Hà lúc \d\d:\d\d", commune.text)
    assert commune.sideways == 0 and not commune.faults

    officer = page_as("officer", size, scripts=scripts)
    grid = "/tong-quan/" if scripts else "/tong-quan/theo-thang/"
    officer.goto(grid)
    row = officer.page.locator("table.hm tr", has_text="Đảng bộ xã An Phú")
    officer.press(row.get_by_role("link", name="Xem"))
    officer.button("Nhận số liệu")
    officer.goto(grid)
    assert "đã gửi đúng hạn" in row.locator("td.ok").first.inner_text()
    assert Answer.objects.get(round=found, unit=cast.commune).status == "accepted"
    assert officer.sideways == 0 and not officer.faults and (not scripts or not officer.violations())


@pytest.mark.deep
def test_u11_a_number_against_the_rule_is_quoted_and_wants_a_reason(page_as, cast):
    found = asked_of_communes(cast, RULE.values())
    Bound.objects.create(unit=cast.province, **RULE)
    visitor = page_as("committee", DESK)
    visitor.goto(stories.answer_of(found, cast.commune).get_absolute_url())
    part, whole = (found.items.get(code=code) for code in RULE.values())
    visitor.page.locator(f"[name=so-{part.pk}]").fill("9")
    visitor.page.locator(f"[name=so-{whole.pk}]").fill("7")
    visitor.button("Xác nhận và gửi")
    assert re.search(r"\(9\) nhiều hơn .*\(7\)", visitor.text) and visitor.page.title().startswith("Lỗi")
    for item in (part, whole):
        visitor.page.locator(f"[name=vi-{item.pk}]").fill("Hai bản duyệt từ năm trước.")
    visitor.button("Xác nhận và gửi")
    assert visitor.clicks <= 4 and "Đã gửi đến" in visitor.text
    line = Answer.objects.get(round=found, unit=cast.commune).lines.get(item=part)
    assert (line.value, line.reason) == (9, "Hai bản duyệt từ năm trước.") and "(9)" in line.warnings[-1]


@pytest.mark.deep
def test_u14_the_page_before_a_meeting_is_one_sheet_of_a4_with_the_figures_of_the_overview(page_as, cast):
    visitor = page_as("leader", DESK)
    visitor.goto("/tong-quan/")
    numbers = [text.split() for text in visitor.page.locator(".kpi .v").all_inner_texts()[:4]]
    visitor.clicks = 0
    visitor.link("Trang trước họp")
    assert visitor.clicks == 1
    shown = (
        visitor.page.locator(".kp b").all_inner_texts() or visitor.page.locator("article b").all_inner_texts()
    )
    assert [one[0] for one in numbers] == [text.split()[0] for text in shown[:4]]
    pdf = visitor.page.pdf(prefer_css_page_size=True, format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    assert visitor.page.get_by_role("navigation").count() == 0 and not visitor.faults


def test_u16_a_round_for_all_communes_is_open_in_eight_clicks(page_as, cast):
    visitor = page_as("officer", WIDE)
    visitor.goto("/ky-so-lieu/")
    visitor.link("Mở kỳ số liệu")
    visitor.link("Biểu hằng tháng")
    day = visitor.page.get_by_label("Hạn gửi").input_value()
    due = dt.datetime.strptime(day, "%d/%m/%Y").date()
    for planned in reminder_days(due).values():
        assert f"{planned:%d/%m/%Y}" in visitor.text, "−7, −1, +1 days, none of them at a weekend"
    visitor.button("Mở kỳ")
    assert visitor.clicks <= 8 and "hỏi 2 đơn vị" in visitor.text and "Ngày tự nhắc" in visitor.text
    title = Round.objects.get().title
    for who in ("committee",):
        asked = page_as(who, DESK)
        asked.goto("/")
        assert f"Kiểm tra số liệu: {title}" in asked.text
    assert visitor.sideways == 0 and not visitor.faults and not visitor.violations()


UNITS = "ĐẢNG BỘ TỈNH SƠN HÀ\nTT\tTên tổ chức đảng\n" + "\n".join(
    f"{n}\tĐảng bộ xã {name}" for n, name in enumerate(["An Phú", "Bản Lầu", "Nậm Khao", "Thanh Bình"], 1)
)
HEADS = ["Trần Văn Bình", "Lê Thị Hoa", "Vàng A Páo", "Phạm Minh Đức"]


def people() -> str:
    rows = ["TT\tHọ tên đ/c\tSinh ngày\tThẻ ĐV\tChi bộ\tĐT\tChức vụ"]
    units = [line.split("\t")[1] for line in UNITS.splitlines()[2:]]
    for n, (name, unit) in enumerate(zip(HEADS, units, strict=True), 1):
        rows.append(f"{n}\t{name}\t0{n}/03/1975\t03510000{n}\t{unit}\t091300000{n}\tBí thư Đảng ủy xã")
    rows.append("5\tBùi Thị Mai\t05/03/1985\t035100005\tĐảng bộ tỉnh Sơn Hà\t0913000005\tChuyên viên")
    return "\n".join(rows)


def begin(office: Visitor) -> None:
    """A province with its administrator and the head who confirms."""
    office.goto("/")
    office.type("Mã cài đặt", codes.make())
    office.button("Dùng mã này")
    office.type("Tên đơn vị đứng đầu", "Đảng bộ tỉnh Sơn Hà")
    office.page.get_by_label("Cấp", exact=True).select_option("province")
    office.button("Sang bước 3")
    office.type("Họ và tên", "Hoàng Minh Tuấn")
    office.type("Số điện thoại", "0912000214")
    office.page.get_by_label("Mật khẩu", exact=True).fill("nhà em có bốn cây bưởi")
    office.type("Họ và tên người đứng đầu", "Lê Văn Hòa")
    office.type("Chức vụ", "Bí thư Tỉnh ủy")
    office.type("Số điện thoại của người đứng đầu", "0912000100")
    office.button("Ghi hai người, sang bước 4")


def test_from_an_empty_database_three_communes_answer_one_does_not_and_the_sum_is_signed(visit):
    office, head = visit(DESK), visit(PHONE)
    begin(office)
    office.link("In giấy mời")
    office.button("Làm giấy mời")
    code = office.page.locator("#ma").inner_text()
    office.link("Đã in, sang bước tiếp")
    bring_in(office, "Dán danh sách đơn vị", UNITS)
    office.goto("/bat-dau/cac-buoc/")
    bring_in(office, "Dán danh sách người", people(), accounts=True)
    make_officer(office)
    set_password(head, "0912000100", code)
    head.goto("/bat-dau/xac-nhan/")
    head.button("Xác nhận đúng người")
    head.goto("/chuc-vu/cho-xac-nhan/")
    head.page.on("dialog", lambda dialog: dialog.accept())
    head.button("Tôi đã đọc, xác nhận cả danh sách")
    slips = slips_of(office)

    officer = enter(visit(DESK), slips, 5)
    open_the_round(officer)
    for n, number in ((1, "3"), (2, "5"), (3, "2")):
        answer(enter(visit(PHONE), slips, n), number)
    sign(officer)
    top = Answer.objects.get(unit__level="province")
    assert top.lines.first().total.value == 11 and (top.told, top.due) == (3, 4)
    assert [gap["name"] for gap in top.gaps] == ["Đảng bộ xã Thanh Bình"]
    officer.goto("/tong-quan/")
    assert "Ai đã nộp, ai còn thiếu" in officer.text and not officer.faults and officer.sideways == 0


def make_officer(office: Visitor) -> None:
    """The administrator asks that the member of staff be an officer of the whole province."""
    office.goto("/nguoi/")
    office.link("Bùi Thị Mai")
    office.link("Giao chức vụ")
    office.page.get_by_label("Vai trò trong hệ thống").select_option("officer")
    office.page.get_by_label("Phạm vi").select_option("subtree")
    office.button("Giao chức vụ")
    assert "người thứ hai xác nhận" in office.text


def slips_of(office: Visitor) -> dict[int, str]:
    """The one-time codes of the five, as printed."""
    office.goto("/phieu-ma/")
    office.button("Làm phiếu để in")
    slip = office.page.locator(".slip")
    return {n: slip.filter(has_text=f"091300000{n}").locator("b").last.inner_text() for n in range(1, 6)}


def enter(visitor: Visitor, slips: dict[int, str], n: int) -> Visitor:
    set_password(visitor, f"091300000{n}", slips[n])
    return visitor


def open_the_round(officer: Visitor) -> None:
    officer.goto("/ky-so-lieu/")
    officer.link("Mở kỳ đầu tiên")
    officer.link("Biểu trống")
    officer.press(officer.page.locator("details:has([value='meetings.thematic']) > summary"))
    officer.tick("Buổi sinh hoạt chuyên đề")
    officer.button("Mở kỳ")
    assert "hỏi 4 đơn vị" in officer.text


def answer(commune: Visitor, number: str) -> None:
    """The commune says its number: nothing was recorded, so it says where it has it from."""
    commune.goto("/")
    commune.link("Kiểm tra số liệu")
    commune.page.locator("[name^=so-]").fill(number)
    commune.page.get_by_text("Ghi lý do", exact=True).click()
    commune.page.locator("[name^=vi-]").fill("Theo sổ giấy của chi bộ.")
    commune.button("Xác nhận và gửi")
    assert "Đã gửi đến Đảng bộ tỉnh Sơn Hà" in commune.text
    assert commune.sideways == 0 and not commune.faults


def sign(officer: Visitor) -> None:
    """Three are received at once, the sum is signed with its gap and the reason for it."""
    officer.goto("/")
    officer.link("Xem và nhận")
    officer.button("Nhận các đơn vị đã chọn")
    assert "Đã nhận số liệu của 3 đơn vị" in officer.text
    officer.link("Xem bản tổng hợp, chốt số")
    officer.button("Xác nhận và chốt số")
    assert officer.page.title().startswith("Lỗi") and "Vì sao gửi khi còn thiếu" in officer.text
    officer.type("Vì sao gửi khi còn thiếu", "Xã Thanh Bình mất mạng ba ngày.")
    officer.page.locator("[name^=so-]").fill("1")
    officer.page.get_by_text("Ghi lý do", exact=True).click()
    officer.page.locator("[name^=vi-]").fill("Buổi của Đảng ủy tỉnh, theo sổ giấy.")
    officer.button("Xác nhận và chốt số")
    assert "Đã chốt số liệu lúc" in officer.text and "Đảng bộ xã Thanh Bình" in officer.text
