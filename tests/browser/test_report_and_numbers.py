"""U17 and U18 of the acceptance scripts: a half-year becomes an edited Word; a number opens its list and leads back."""

from __future__ import annotations

import re

import pytest
from docx import Document

from lantoa.foundation.dates import Period
from lantoa.organisation import queries as organisation
from lantoa.practices.tests import stories as practices
from lantoa.reports.tests.test_late_numbers_and_silent_ones import mended
from lantoa.reports.tests.world import composed, open_terms
from tests.browser.conftest import DESK, ON_PHONE_AND_DESK, PHONE, WITH_AND_WITHOUT_SCRIPTS

KPI = re.compile("Xem danh sách.*Mô hình đăng ký trong kỳ")
HALF = Period.parse("2026-H1")


@pytest.mark.browser
@ON_PHONE_AND_DESK
def test_u17_six_clicks_from_the_hall_to_an_edited_word(page_as, cast, size, tmp_path):
    open_terms(cast), mended(cast, cast.cell), mended(cast, cast.cell, "new")
    visitor = page_as("officer", size)
    visitor.page.set_default_timeout(30_000)
    visitor.goto("/bao-cao/")
    visitor.page.get_by_label("Kỳ báo cáo").select_option("2026-H1")
    visitor.button("Soạn")
    assert "Chưa có số liệu" in visitor.text and visitor.sideways == 0 and not visitor.violations()
    visitor.page.get_by_label("Lý do thiếu số liệu").fill("Đơn vị mới thành lập.")
    visitor.button("Lưu bản nháp")
    visitor.press(visitor.page.locator("#muc-outreach").get_by_role("link", name="Sửa đoạn này"))
    box = visitor.page.get_by_label("Các câu của mục")
    box.fill("Nổi bật là nhà ở: " + box.input_value())
    visitor.button("Lưu đoạn")
    with visitor.page.expect_download() as waiting:
        visitor.page.get_by_role("button", name="Tải Word").first.click()
    visitor.clicks += 1
    assert visitor.clicks <= 6 and not visitor.faults
    waiting.value.save_as(tmp_path / "bao-cao.docx")
    word = Document(tmp_path / "bao-cao.docx")
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert "Nổi bật là nhà ở: Đã xây mới" in text
    assert f"{organisation.name_of(cast.far, cast.today)}. Đơn vị mới thành lập." in text
    head = "\n".join(cell.text for row in word.tables[0].rows for cell in row.cells)
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in head and "BÁO CÁO" in text
    rows = {cells[1].text: cells[3].text for cells in (row.cells for row in _annex(word).rows[1:])}
    counted = {row.label: row for row in composed(cast.province, HALF).annex}
    assert {label: counted[label].now.shown for label in rows} == rows


def _annex(word):
    return next(table for table in word.tables if table.rows[0].cells[1].text == "Chỉ tiêu")


@pytest.mark.browser
@WITH_AND_WITHOUT_SCRIPTS
def test_u18_a_number_opens_its_list_and_back_is_where_one_was(page_as, cast, scripts):
    practices.running(cast)
    practices.registered(cast, name="Tủ sách bên nhà rông")
    visitor = page_as("officer", DESK if scripts else PHONE, scripts=scripts)
    visitor.goto("/tong-quan/?nam=2026")
    card = visitor.page.get_by_role("link", name=KPI)
    card.scroll_into_view_if_needed()
    before = visitor.page.evaluate("window.scrollY")
    visitor.press(card)
    assert "don-vi=" in visitor.page.url and "ky=2026" in visitor.page.url
    assert "2 mô hình" in visitor.text and "2 bản ghi" in visitor.text
    assert visitor.page.locator("table tbody tr").count() == 2
    visitor.page.go_back()
    visitor.clicks += 1
    visitor.page.wait_for_load_state("load")
    visitor.page.wait_for_timeout(300)
    assert abs(visitor.page.evaluate("window.scrollY") - before) <= 2 and visitor.clicks <= 2
