"""An office from an empty database holds its first meeting on a phone, cut off midway; another is ticked on paper."""

import random

import pytest

from lantoa.meetings.models import Meeting
from lantoa.meetings.tests.photographs import as_paper, photographed, ticked
from tests.browser.conftest import DESK, PHONE
from tests.browser.test_from_nothing import begin, bring_in, set_password
from tests.browser.test_without_a_network import card, comes_back, left_on

pytestmark = pytest.mark.browser
UNITS = "ĐẢNG BỘ XÃ AN PHÚ\nTT\tTên chi bộ\n1\tChi bộ thôn 1\n2\tChi bộ thôn 2"
HEAD = "DANH SÁCH ĐẢNG VIÊN\n\nTT\tHọ tên đ/c\tSinh ngày\tThẻ ĐV\tChi bộ\tĐT\tChức vụ"
NAMES = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Hữu Chi", "Phạm Minh Dũng", "Hoàng Quốc Hà", "Nguyễn Thị Lan"]
TALL = (1280, 1700)


def people() -> str:
    """Six members of the first cell, its secretary first."""
    rows = [
        f"{n}\t{name}\t0{n}/02/1980\t0351{n:05d}\tChi bộ thôn 1\t0913{n:06d}\t{'' if n > 1 else 'Bí thư chi bộ'}"
        for n, name in enumerate(NAMES, start=1)
    ]
    return "\n".join([HEAD, *rows])


@pytest.fixture
def secretary(visit):
    """The first secretary of the office on her phone, signed in by the slip that she was given."""
    office, head, hers = visit(DESK), visit(PHONE), visit(PHONE)
    begin(office)
    office.link("In giấy mời")
    office.button("Làm giấy mời")
    code = office.page.locator("#ma").inner_text()
    office.link("Đã in, sang bước tiếp")
    bring_in(office, "Dán danh sách đơn vị", UNITS)
    office.goto("/bat-dau/cac-buoc/")
    bring_in(office, "Dán danh sách người", people(), accounts=True)
    set_password(head, "0912000100", code)
    head.goto("/bat-dau/xac-nhan/")
    head.button("Xác nhận đúng người")
    head.goto("/chuc-vu/cho-xac-nhan/")
    head.button("Xác nhận")
    office.goto("/phieu-ma/")
    office.button("Làm phiếu để in")
    slip = office.page.locator(".slip").filter(has_text="0913000001").locator("b").last.inner_text()
    set_password(hers, "0913000001", slip)
    return hers


def is_readable(visitor):
    return visitor.sideways <= 0 and visitor.violations() == []


def registers(visitor, kind):
    """A meeting of today stands in the calendar, its sheet is open."""
    visitor.clicks = 0
    visitor.goto("/")
    visitor.press(visitor.page.get_by_role("link", name="Sinh hoạt", exact=True))
    visitor.link("Lịch")
    visitor.link("Đăng ký một buổi")
    visitor.page.get_by_label("Loại buổi").select_option(kind)
    visitor.type("Ngày họp", "16/11/2026")
    visitor.type("Chuyên đề", "Nói đi đôi với làm" if kind == "thematic" else "")
    visitor.button("Đăng ký lịch")
    visitor.goto("/")
    visitor.link("Xem phiếu")
    assert "6 đảng viên phải dự" in visitor.text and is_readable(visitor)


def test_the_first_meeting_is_prepared_held_without_a_network_and_closed(secretary):
    registers(secretary, "regular")
    assert "Chưa có việc, văn bản nào đến lượt" in secretary.text
    secretary.link("Họp, ghi buổi này")
    secretary.press(card(secretary).get_by_role("button", name="Giữ trên máy này"))
    card(secretary).get_by_text("Đang giữ trên máy này.").wait_for()
    address = secretary.page.url
    secretary.page.context.set_offline(True)
    secretary.page.goto(address)
    secretary.press(secretary.page.get_by_text("Chi", exact=True))
    secretary.type("Làm được", "Đã thăm 3 hộ.")
    secretary.page.locator("[name=next]").fill("Làm 200 m đường hoa, đồng chí Bình, 20/12")
    assert is_readable(secretary)
    secretary.button("Lưu buổi sinh hoạt")
    card(secretary).get_by_text("Đã ghi trên máy, chưa gửi.").wait_for()
    comes_back(secretary)
    held = Meeting.objects.get()
    assert (held.ratio, held.done) == ("5/6", "Đã thăm 3 hộ.") and left_on(secretary) == [0, 0, 0]
    assert str(held.conclusions.get().owner) == "Trần Thị Bình" and is_readable(secretary)
    assert secretary.clicks <= 9, secretary.clicks
    secretary.goto("/")
    assert "Ghi buổi sinh hoạt tháng 11" not in secretary.text and "Đăng kết quả buổi họp" in secretary.text


@pytest.mark.deep
def test_a_sheet_is_printed_ticked_by_pen_photographed_and_confirmed(secretary):
    registers(secretary, "thematic")
    secretary.page.set_viewport_size(dict(zip(("width", "height"), TALL, strict=True)))
    secretary.link("Phiếu điểm danh")
    page = as_paper(secretary.page.locator("svg.att-sheet").screenshot())
    chance = random.Random(16)
    photo = photographed(ticked(page, [(1, 0), (4, 1)], chance), chance)
    secretary.page.set_viewport_size(dict(zip(("width", "height"), PHONE, strict=True)))
    secretary.goto("/")
    secretary.link("Xem phiếu")
    secretary.link("Đọc phiếu giấy")
    secretary.choose_file("Ảnh", {"name": "phieu.jpg", "mimeType": "image/jpeg", "buffer": photo})
    secretary.button("Đọc phiếu")
    assert "Đã đọc từ phiếu, bảng; chưa lưu" in secretary.text and not Meeting.objects.exists()
    assert is_readable(secretary)
    secretary.button("Lưu buổi sinh hoạt")
    held = Meeting.objects.get()
    assert (held.ratio, held.absent_without_reason) == ("4/6", 1) and secretary.clicks <= 12, secretary.clicks
