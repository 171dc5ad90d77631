"""From an empty database to the first registration sent: a commune of 12 cells and 150 members, in 40 clicks."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from lantoa.beginning import codes
from lantoa.organisation.models import Unit
from lantoa.people.models import Account, Membership, Post
from lantoa.registrations.models import Registration
from tests.browser.conftest import DESK, PHONE
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser
PASSWORD = "nhà em có bốn cây bưởi"
ADDRESSES = 7  # are opened below without a link; each counts as a click
FAMILY, MIDDLE = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng"], ["Văn", "Thị", "Hữu", "Minh", "Quốc"]
GIVEN = ["An", "Bình", "Chi", "Dũng", "Hà", "Lan"]
UNITS = "ĐẢNG BỘ XÃ AN PHÚ\nTT\tTên chi bộ\n" + "\n".join(f"{n}\tChi bộ thôn {n}" for n in range(1, 13))


def people() -> str:
    """150 people as an office has them: twelve or thirteen a cell, its secretary first."""
    rows = ["DANH SÁCH ĐẢNG VIÊN\n\nTT\tHọ tên đ/c\tSinh ngày\tThẻ ĐV\tChi bộ\tĐT\tChức vụ"]
    for n in range(150):
        name = f"{FAMILY[n % 5]} {MIDDLE[n // 5 % 5]} {GIVEN[n // 25 % 6]}"
        born = dt.date(1960, 1, 1) + dt.timedelta(days=97 * n)
        title = "Bí thư chi bộ" if n < 12 else ""
        cells = [
            n + 1,
            name,
            f"{born:%d/%m/%Y}",
            f"0351{n:05d}",
            f"Chi bộ thôn {n % 12 + 1}",
            f"0913{n:06d}",
            title,
        ]
        rows.append("\t".join(map(str, cells)))
    return "\n".join(rows)


def set_password(visitor: Visitor, account: str, code: str) -> None:
    visitor.goto("/dat-lai-mat-khau/")
    visitor.type("Số điện thoại hoặc tên đăng nhập", account)
    visitor.type("Mã đặt lại", code)
    visitor.key("Enter")
    visitor.type("Mật khẩu mới", PASSWORD)
    visitor.type("Nhập lại mật khẩu mới", PASSWORD)
    visitor.button("Đặt mật khẩu và vào làm việc")


def begin(office: Visitor) -> None:
    office.goto("/")
    assert "Bắt đầu từ chỗ trống" in office.text
    office.type("Mã cài đặt", codes.make())
    office.button("Dùng mã này")
    office.type("Tên đơn vị đứng đầu", "Đảng bộ xã An Phú")
    office.button("Sang bước 3")
    office.type("Họ và tên", "Hoàng Minh Tuấn")
    office.type("Số điện thoại", "0912000214")
    office.page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    office.type("Họ và tên người đứng đầu", "Lê Văn Hòa")
    office.type("Chức vụ", "Bí thư Đảng ủy xã")
    office.type("Số điện thoại của người đứng đầu", "0912000100")
    office.button("Ghi hai người, sang bước 4")


def bring_in(office: Visitor, link: str, text: str, *, accounts: bool = False) -> None:
    office.link(link)
    office.type("Dán bảng vào đây", text)
    office.button("Xem trước")
    if accounts:
        office.tick("Mở tài khoản theo số điện thoại cho người chưa có")
        office.button("Áp dụng")
    office.page.get_by_role("button", name=re.compile(r"^Nhập \d")).last.click()
    office.clicks += 1
    assert "Đã nhập danh sách" in office.text


def test_a_commune_of_12_cells_and_150_members_stands_in_forty_clicks(visit):
    office, head = visit(DESK), visit(PHONE)
    begin(office)
    office.link("In giấy mời")
    office.button("Làm giấy mời")
    code = office.page.locator("#ma").inner_text()
    office.link("Đã in, sang bước tiếp")
    bring_in(office, "Dán danh sách đơn vị", UNITS)
    office.goto("/bat-dau/cac-buoc/")
    bring_in(office, "Dán danh sách người", people(), accounts=True)
    assert Unit.objects.count() == 13 and Membership.objects.count() == 150
    assert Account.objects.count() == 152

    set_password(head, "0912000100", code)
    head.goto("/bat-dau/xac-nhan/")
    head.button("Xác nhận đúng người")
    head.goto("/chuc-vu/cho-xac-nhan/")
    head.page.on("dialog", lambda dialog: dialog.accept())
    head.page.get_by_role("button", name="Tôi đã đọc, xác nhận cả danh sách").first.click()
    head.clicks += 1
    head.page.wait_for_load_state()
    assert Post.objects.filter(role="secretary", is_head=True).count() == 12

    office.goto("/phieu-ma/")
    office.button("Làm phiếu để in")
    slips = office.page.locator(".slip")
    assert slips.count() == 150
    slip = slips.filter(has_text="0913000020").locator("b")
    member = visit(PHONE)
    set_password(member, "0913000020", slip.last.inner_text())
    register(member)
    clicks = office.clicks + head.clicks + member.clicks + ADDRESSES
    assert clicks <= 40, clicks
    assert Registration.objects.exclude(status="draft").count() == 1
    assert not office.sideways and not head.sideways and not member.sideways
    assert visit().page.goto("/bat-dau/").status == 404


def register(member: Visitor) -> None:
    """The first paper of the office."""
    member.goto("/")
    member.link("Đăng ký học tập")
    member.type("Việc sẽ làm", "Thăm và giúp 3 hộ khó khăn trong thôn làm vườn rau trước ngày 30/6.")
    member.button("Tiếp tục")
    member.button("Gửi đến chi bộ")
