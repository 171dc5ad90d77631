"""Script U20: fifty rows pasted from Excel, three of them wrong, mended in the grid, brought in and taken back."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.people.models import Membership, Person
from tests.browser.conftest import DESK

pytestmark = pytest.mark.browser
FAULTS = {
    7: ("Ngày sinh", "31/02/1980", "không có thật", "28/02/1980"),
    19: ("Chi bộ, đơn vị", "Chi bộ thôn Lạ", "không có đơn vị", "Chi bộ thôn Nà Lùng"),
    33: ("Số thẻ đảng viên", "035100000", "trùng số thẻ với dòng 2", "035100999"),
}


def fifty() -> str:
    """Fifty people of one cell; three rows say what cannot be."""
    lines = ["Họ và tên\tNgày sinh\tSố thẻ đảng viên\tChi bộ, đơn vị"]
    for n in range(50):
        born = dt.date(1960, 1, 1) + dt.timedelta(days=211 * n)
        row = {
            "Họ và tên": f"Lò Văn {'ABCDEGHIKLMNOPQRSTUVXY'[n % 22]}{n // 22 * 'ng'}",
            "Ngày sinh": f"{born:%d/%m/%Y}",
            "Số thẻ đảng viên": f"0351{n:05d}",
            "Chi bộ, đơn vị": "Chi bộ thôn Nà Lùng",
        }
        if n in FAULTS:
            column, wrong, _said, _right = FAULTS[n]
            row[column] = wrong
        lines.append("\t".join(row.values()))
    return "\n".join(lines)


def test_three_faults_of_fifty_rows_are_said_mended_and_the_list_taken_back_in_seven_clicks(page_as):
    before = (Person.objects.count(), Membership.objects.count())
    office = page_as("administrator", DESK)
    office.goto("/nhap/people/")
    office.type("Dán bảng vào đây", fifty())
    office.button("Xem trước")
    assert (Person.objects.count(), Membership.objects.count()) == before, "looking writes nothing"
    for n, (column, _wrong, said, right) in FAULTS.items():
        box = office.page.get_by_label(f"{column}, dòng {n + 2}")
        assert said in office.page.locator(f"#{box.get_attribute('aria-describedby')}").inner_text()
        box.fill(right)
    box.press("Enter")
    office.clicks += 1
    office.page.get_by_role("button", name="Nhập 50").last.click()
    office.clicks += 1
    assert "Đã nhập danh sách" in office.text
    assert Person.objects.count() == before[0] + 50
    office.button("Hoàn tác lần nhập này")
    office.page.wait_for_load_state()
    assert (Person.objects.count(), Membership.objects.count()) == before
    assert office.clicks <= 7 and not office.faults and not office.sideways
