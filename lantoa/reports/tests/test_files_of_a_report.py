"""Word, Excel and JSON: the same figures in each, readable by others than ourselves."""

import io
import json
import zipfile

import pytest
from docx import Document as read_docx
from python_calamine import CalamineWorkbook

from lantoa.documents.tests.papers import everything
from lantoa.figures.catalogue import catalogue
from lantoa.reports import printing, twin
from lantoa.reports.forms import form_called
from lantoa.reports.models import Report
from lantoa.reports.tests.world import YEAR, composed, declare, furnish


def draft(unit, **more):
    return Report(unit=unit, starts=YEAR.starts, ends=YEAR.ends, **more)


def printed(cast, kind, unit=None, **more):
    unit = unit or cast.province
    return printing.printed(draft(unit, **more), composed(unit), kind, today=cast.today)


def text_of(cast, unit=None, **more):
    return everything(read_docx(io.BytesIO(printed(cast, "docx", unit, **more).content)))


@pytest.mark.deep(slow=True)
def test_word_holds_the_head_the_sections_and_the_figures(cast):
    furnish(cast)
    lines = text_of(cast)
    for expected in (
        "TỈNH ỦY SƠN HÀ",
        "Số       -BC/TU",
        "Sơn Hà, ngày       tháng 11 năm 2026",
        "I. TÌNH HÌNH CHUNG",
        "7. Tuyên truyền, an sinh xã hội, ý kiến nhân dân",
        "Có 56/66 tổ chức đảng và 7 cá nhân ủng hộ gần 3 tỷ đồng.",
        "Báo cáo chưa có số liệu của 1 tổ chức: Đảng bộ xã Nậm Khao.",
        "gần 3.000.000.000",
        "Lũy kế từ đầu giai đoạn",
        "Toàn đơn vị",
    ):
        assert expected in " ".join(lines) or expected in [line.upper() for line in lines], expected


@pytest.mark.deep(slow=True)
def test_what_the_officer_wrote_is_printed_and_what_is_unwritten_is_marked(cast):
    lines = text_of(cast, texts={"directions": "Tiếp tục đăng ký.\n- Mỗi chi bộ một việc."})
    assert "Tiếp tục đăng ký." in lines and "- Mỗi chi bộ một việc." in lines
    assert sum(one.startswith("[Phần này do đồng chí soạn báo cáo tự viết. Hỏi ") for one in lines) == 3


def test_the_officers_words_for_the_head_go_before_the_trees(cast):
    lines = text_of(
        cast,
        unit=cast.commune,
        issuer="Ban Xây dựng Đảng",
        superior="Đảng ủy xã An Phú",
        letters="BXDĐ",
        place="Bản Mạ",
        abstract="tình hình quý III",
        signing_body="",
        signer_position="Trưởng ban",
        signer_name="Lò Văn Pánh",
        recipients="Đảng ủy xã\nLưu",
    )
    assert "Số       -BC/BXDĐ" in lines
    assert "tình hình quý III" in lines
    assert "- Đảng ủy xã" in " ".join(lines)
    assert any(line.startswith("Bản Mạ, ngày") for line in lines)
    assert "Lò Văn Pánh" in lines


@pytest.mark.deep(slow=True)
def test_a_superior_is_named_above_the_issuer(cast):
    lines = [line.upper() for line in text_of(cast, unit=cast.commune)]
    assert lines.index("TỈNH ỦY SƠN HÀ") < lines.index("ĐẢNG ỦY XÃ AN PHÚ")


@pytest.mark.deep(slow=True)
def test_figures_in_word_lead_to_their_lists_when_the_address_is_known(cast):
    furnish(cast)
    file = printing.printed(
        draft(cast.province),
        composed(cast.province),
        "docx",
        today=cast.today,
        address=lambda url: f"https://lantoa.example{url}",
    )
    links = [
        rel.target_ref for rel in read_docx(io.BytesIO(file.content)).part.rels.values() if rel.is_external
    ]
    assert any(link.startswith("https://lantoa.example/so-lieu/") for link in links)


@pytest.mark.deep(slow=True)
def test_json_lists_every_figure_with_what_it_is_made_of(cast):
    furnish(cast)
    said = json.loads(printed(cast, "json").content)
    assert said["unit"] == {"code": cast.province.code, "name": "Đảng bộ tỉnh Sơn Hà"}
    assert said["period"]["code"] == "2026" and said["form"] == "interim"
    assert said["data_as_of"] == "2026-11-16"
    assert said["programme"].startswith("Học tập, thực hành")
    assert [one["name"] for one in said["missing_units"]] == ["Đảng bộ xã Nậm Khao"]
    codes = [one["code"] for one in said["figures"]]
    beside = set(form_called("interim").beside)
    assert set(catalogue()) - beside <= set(codes) and not beside & set(codes), "none that points at a person"
    assert {"hospital.patients", "justice.on_time"} <= set(codes)
    for one in said["figures"]:
        assert one["code"] and one["records"].startswith("/so-lieu/")
        assert one["precision"] and one["period"]["code"] and one["unit"]["code"]
        has_value = one.keys() & {"value", "numerator", "min", "text"}
        assert has_value or one["kind"] == "percent", one["code"]


@pytest.mark.deep(slow=True)
def test_json_keeps_the_parts_and_the_word(cast):
    furnish(cast)
    said = {one["code"]: one for one in json.loads(printed(cast, "json").content)["figures"]}
    assert (said["outreach.donating_units"]["numerator"], said["outreach.donating_units"]["denominator"]) == (
        56,
        66,
    )
    assert (said["outreach.money"]["value"], said["outreach.money"]["precision"]) == (3_000_000_000, "gần")
    assert said["hospital.patients"]["unit"]["name"] == "Khoa Cấp cứu, Bệnh viện Đa khoa tỉnh"
    assert said["justice.on_time"]["basis"] == "hồ sơ đã giải quyết"
    assert said["outreach.opinions"]["shown"] == "trên 550 ý kiến"


@pytest.mark.deep(slow=True)
def test_a_declaration_that_stands_for_a_count_is_told_once(cast):
    furnish(cast)
    told = [figure.code for figure in twin.every_figure(composed(cast.province))]
    assert told.count("outreach.money") == 1
    assert told.count("outreach.houses_built") == 2, (
        "once as the province's figure, once as what the commune declared"
    )


@pytest.mark.deep
def test_ranges_and_words_are_in_json_too(cast):
    declare(cast, "office.faster", cast.commune, count="%", kind="range", low=50, high=83)
    declare(cast, "office.heroes", cast.commune, kind="text", text="hàng trăm", precision="định tính")
    figures = composed(cast.commune).declared
    said = {one["code"]: one for one in twin.as_dict(composed(cast.commune))["figures"]}
    assert len(figures) == 2
    assert (said["office.faster"]["min"], said["office.faster"]["max"]) == (50, 83)
    assert said["office.heroes"]["text"] == "hàng trăm"


@pytest.mark.deep(slow=True)
def test_excel_is_read_back_with_numbers_as_numbers(cast):
    furnish(cast)
    book = CalamineWorkbook.from_filelike(io.BytesIO(printed(cast, "xlsx").content))
    sheets = ["Biểu tổng hợp", "Theo đơn vị", "Các con số", "Chỉ tiêu chưa ghi", "Chưa có số liệu"]
    assert book.sheet_names == sheets
    rows = book.get_sheet_by_name("Biểu tổng hợp").to_python()
    header = next(row for row in rows if row[0] == "TT")
    assert header == [
        "TT",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Kỳ báo cáo",
        "Cùng kỳ",
        "Lũy kế từ đầu giai đoạn",
        "Ghi chú",
    ]
    members = next(row for row in rows if row[1] == "Đảng viên")
    assert members[3] == 6.0
    assert book.get_sheet_by_name("Chưa có số liệu").to_python()[-1][1] == "Đảng bộ xã Nậm Khao"


def test_a_file_is_named_after_what_is_in_it(cast):
    assert printed(cast, "json").name == "Báo-cáo-năm-2026-Đảng-bộ-tỉnh-Sơn-Hà.json"


@pytest.mark.deep(slow=True)
def test_ratios_and_sums_are_formulas_an_officer_can_follow(cast):
    furnish(cast)
    made = printed(cast, "xlsx").content
    book = CalamineWorkbook.from_filelike(io.BytesIO(made))
    rows = book.get_sheet_by_name("Các con số").to_python()
    donors = next(row for row in rows if row[0] == "outreach.donating_units")
    assert donors[5:8] == [56.0, 66.0, 84.85]
    units = book.get_sheet_by_name("Theo đơn vị").to_python()
    assert [units[-2][1], units[-1][1]] == ["Cộng các dòng trên", "Toàn đơn vị"]
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "worksheets/sheet" in name]
    assert "<f>SUM(C" in sheets[1]
    assert any("ROUND(F" in sheet for sheet in sheets)


@pytest.mark.deep(slow=True)
def test_the_month_and_the_year_are_never_torn_apart(cast):
    word = read_docx(io.BytesIO(printed(cast, "docx").content))
    date = word.tables[0].cell(0, 1).paragraphs[-1].text
    assert date.endswith("tháng\N{NO-BREAK SPACE}11\N{NO-BREAK SPACE}năm\N{NO-BREAK SPACE}2026")
