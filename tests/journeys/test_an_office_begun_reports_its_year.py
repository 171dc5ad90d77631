"""On an empty database that a province has begun: it switches on what it declares, pastes a table, words and signs its
first report, reads it in Word, Excel and on the page, and lays another office's paper beside it."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from lxml import html
from python_calamine import CalamineWorkbook

from lantoa.documents import names
from lantoa.foundation.tests.forms import Form
from lantoa.reports.models import Report
from tests.journeys.test_an_office_begun_tells_its_movements import HOA, office, switched_on

__all__ = ["office"]
pytestmark = pytest.mark.django_db
# As an office copies it from Excel: two rows of headings, sections, a blank of another kind, what nobody knows, a sum.
TABLE = """BIỂU SỐ LIỆU NĂM 2026\t\t\t
TT\tChỉ tiêu\tĐVT\tNăm 2026
\t\t\tThực hiện
I\tAn sinh\t\t
1\tHộ hiến đất\thộ\ttrên 1\u00a0200
2\tĐất được hiến\tm²\t1.234,5
3\tNhà tạm, nhà dột nát được xóa\tcăn\t14 (9 xây mới, 5 sửa chữa)
4\tXe đạp trao tặng học sinh\txe\t=SUM(D5:D6)
5\tMức hài lòng của người dân\t%\t98,06%
6\tChỉ tiêu nơi khác\thộ\t7
\tTổng cộng\t\t99"""
CODES = ("land.households", "land.area", "households.homes", "land.bicycles", "ranks.satisfaction")


def grid_of(office, year):
    return f"/so-lieu/khai-bao/bang/{office.province.code}/?ky={year}"


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(html.fromstring(answer.content.decode()).text_content().split())


def declared(office):
    """The table is pasted, looked at, mended where a cell is no number, and saved."""
    kept = switched_on(office, *CODES)
    form = office.form("officer", grid_of(office, 2026))
    read = form.send(text=TABLE, viec="doc")
    told = read.content.decode()
    assert "là công thức" in told and "“Chỉ tiêu nơi khác”: không có trong bảng" in told
    bicycles = f"o-{office.province.pk}-{kept['land.bicycles'].pk}"
    mended = Form(form.client, form.address, page=read)
    assert "Số xe đạp không thể nhỏ hơn 0" in mended.send(**{bicycles: "-5", "viec": "luu"}).content.decode()
    again = Form(form.client, form.address)
    assert again.send(**{bicycles: "không phát sinh", "viec": "luu"}).status_code == 302
    last_year = f"o-{office.province.pk}-{kept['land.area'].pk}"
    assert office.form("officer", grid_of(office, 2025)).send(**{last_year: "900"}).status_code == 302


def composed(office):
    client = office.form("officer", "/bao-cao/").client
    began = client.post(
        "/bao-cao/soan/", {"unit": office.province.code, "period": "2026", "outline": "by-period"}
    )
    assert began.status_code == 302
    return client, Report.objects.get()


def test_from_an_empty_library_to_a_signed_report(office):
    declared(office)
    client, report = composed(office)
    written = page(client, f"/bao-cao/{report.pk}/soan/")
    assert "trên 1.200 hộ" in written and "Có 0" not in written and "Báo cáo năm. Đổi ở" in written
    form = Form(client, f"/bao-cao/{report.pk}/soan/outreach/")
    assert form.send(lines="Cả tỉnh có {Hộ hiến đất} hiến {Đất được hiến}.").status_code == 302
    form = Form(client, f"/bao-cao/{report.pk}/soan/")
    by_hand = {name: "Đã thực hiện." for name in form.data if name.startswith("text_")}
    assert form.send(**by_hand).status_code == 302

    report.refresh_from_db()
    said = "Cả tỉnh có trên 1.200 hộ hiến 1.234,5 m²."
    assert said in page(client, f"/bao-cao/{report.pk}/")
    annex = page(client, f"/bao-cao/{report.pk}/phu-luc/")
    assert "không phát sinh" in annex and "Đất được hiến m² 1.234,5 900" in annex
    rows, gathered, _below = annex.partition(" chỉ tiêu chưa ghi")
    assert gathered and "chưa ghi" not in rows

    term = office.form(HOA.account, "/van-ban/nhiem-ky/")
    assert term.send(name="2025 - 2030", starts="01/10/2025").status_code == 302
    issue = office.form(HOA.account, f"/bao-cao/{report.pk}/ban-hanh/")
    assert issue.send(on="16/11/2026", body_abbreviation="TU").status_code == 302
    word = client.get(f"/bao-cao/{report.pk}/tai/?format=docx").content
    assert said in [one.text for one in Document(io.BytesIO(word)).paragraphs]
    book = CalamineWorkbook.from_filelike(
        io.BytesIO(client.get(f"/bao-cao/{report.pk}/tai/?format=xlsx").content)
    )
    rows = {row[1]: row[3:5] for row in book.get_sheet_by_index(0).to_python() if len(row) > 4}
    assert rows["Đất được hiến"] == ["1.234,5", "900"]
    assert rows["Xe đạp trao tặng học sinh"][0] == "không phát sinh"


def theirs():
    """Another office's paper: a column a year, other words, one number that is another."""
    paper = Document()
    table = paper.add_table(rows=3, cols=4)
    cells = (
        ("Nội dung", "ĐVT", "Năm 2025", "Năm 2026"),
        ("Diện tích đất được hiến", "m2", "900", "1.243,5"),
        ("Số hộ đã hiến đất", "hộ", "700", "trên 1.200"),
    )
    for row, told in enumerate(cells):
        for column, text in enumerate(told):
            table.cell(row, column).text = text
    out = io.BytesIO()
    paper.save(out)
    return SimpleUploadedFile("bao-cao.docx", out.getvalue(), names.DOCX)


def test_another_office_s_paper_is_laid_beside_what_it_declared(office):
    declared(office)
    client = office.form("officer", grid_of(office, 2026)).client
    sent = {"unit": office.province.code, "period": "2026", "file": theirs()}
    told = " ".join(client.post("/bao-cao/doi-chieu/", sent).content.decode().split())
    assert "1.243,5" in told and "1 dòng khớp" in told
    assert "do đơn vị khai" in told and Report.objects.count() == 0
