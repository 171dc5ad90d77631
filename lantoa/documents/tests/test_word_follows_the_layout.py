"""What Word finds in a printed paper: margins, sizes, spacing, page numbers, head, signature."""

import datetime as dt
import io
import zipfile

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from lantoa.documents.docx.widths import balanced, bold_width
from lantoa.documents.paper import Bullets, Heading, PageBreak, Paragraph, Run, Signature
from lantoa.documents.tests.papers import (
    everything,
    line,
    look,
    opened,
    part,
    party,
    printed,
    setting,
    state,
    text_of,
)

pytestmark = pytest.mark.django_db


def near(length, wanted_mm):
    """Word counts in twips: a length is right to a fiftieth of a millimetre."""
    return abs(length - Mm(wanted_mm)) < Mm(0.02)


def test_the_sheet_is_a4_with_the_partys_margins():
    section = opened(party()).sections[0]
    assert near(section.page_width, 210) and near(section.page_height, 297)
    assert near(section.top_margin, 20) and near(section.bottom_margin, 20)
    assert near(section.left_margin, 30) and near(section.right_margin, 15)


def test_margins_are_mirrored_when_printed_on_both_sides():
    assert "<w:mirrorMargins/>" in part(printed(party(two_sided=True)), "word/settings.xml")
    assert "mirrorMargins" not in part(printed(party()), "word/settings.xml")


def test_pages_are_numbered_at_the_top_from_the_second_on():
    document = opened(party())
    section = document.sections[0]
    assert section.different_first_page_header_footer and near(section.header_distance, 10)
    [number] = section.header._element.findall(qn("w:p"))
    assert [i.text.strip() for i in number.iter(qn("w:instrText"))] == ["PAGE"]
    assert setting(number, "jc", "val") == "center" and look(number)[0] == 14
    assert [text_of(p) for p in section.first_page_header._element.iter(qn("w:p"))] == [""]


def test_one_typeface_for_every_letter_and_nothing_in_colour():
    styles = part(printed(party()), "word/styles.xml")
    assert styles.count('w:ascii="Times New Roman"') == 2 and 'w:cs="Times New Roman"' in styles
    body = part(
        printed(party(blocks=(Paragraph((Run("124", link="https://lantoa.test/a/"),)),))), "word/document.xml"
    )
    assert "w:rFonts" not in body and "w:color " not in body.replace('w:color="auto"', "")


def test_the_head_of_a_party_paper():
    document = opened(party())
    left, right = document.tables[0].rows[0].cells
    assert [p.text for p in left.paragraphs] == [
        "ĐẢNG BỘ TỈNH SƠN HÀ",
        "ĐẢNG ỦY XÃ AN PHÚ",
        "*",
        "Số 05-BC/ĐU",
    ]
    assert [p.text for p in right.paragraphs] == [
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "",
        "An Phú, ngày 06 tháng 11 năm 2026".replace("tháng 11 năm 2026", "tháng\xa011\xa0năm\xa02026"),
    ]
    assert look(line(document, "ĐẢNG BỘ TỈNH SƠN HÀ")) == (14, False, False, False)
    assert look(line(document, "ĐẢNG ỦY XÃ AN PHÚ")) == (14, True, False, False)
    assert look(line(document, "ĐẢNG CỘNG SẢN VIỆT NAM")) == (15, True, False, False)
    assert look(line(document, "An Phú, ngày 06 tháng 11 năm 2026")) == (14, False, True, False)
    assert document.tables[0]._tbl.tblPr.find(qn("w:tblBorders")) is None


def test_the_rule_is_as_long_as_the_partys_name():
    document = opened(party())
    title = document.tables[0].rows[0].cells[1]
    rule = title.paragraphs[1]._p
    assert rule.find(f".//{qn('w:pBdr')}/{qn('w:top')}") is not None
    drawn = title.width.twips - int(setting(rule, "ind", "left")) - int(setting(rule, "ind", "right"))
    assert drawn == pytest.approx(bold_width("ĐẢNG CỘNG SẢN VIỆT NAM", 15) * 20, abs=3)


def test_kind_abstract_and_five_hyphens():
    document = opened(party())
    assert look(line(document, "BÁO CÁO")) == (16, True, False, False)
    assert look(line(document, "kết quả học tập, thực hành năm 2026")) == (14, True, False, False)
    assert setting(line(document, "-----"), "jc", "val") == "center"


def test_the_head_of_a_state_paper():
    document = opened(state())
    left, right = document.tables[0].rows[0].cells
    assert [p.text for p in left.paragraphs] == ["ỦY BAN NHÂN DÂN XÃ AN PHÚ", "", "Số: 15/KH-UBND"]
    assert [p.text for p in right.paragraphs][:3] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "",
    ]
    assert look(line(document, "Độc lập - Tự do - Hạnh phúc"))[:2] == (13, True)
    assert "*" not in everything(document) and "-----" not in everything(document)
    rule = left.paragraphs[1]._p
    drawn = left.width.twips - 2 * int(setting(rule, "ind", "left"))
    share = drawn / (bold_width("ỦY BAN NHÂN DÂN XÃ AN PHÚ", 12) * 20)
    assert 1 / 3 <= share <= 1 / 2


def test_running_text_is_justified_14_point_18_apart_with_an_indent():
    body = line(opened(party()), "Năm 2026, Đảng ủy xã báo cáo như sau:")
    assert setting(body, "jc", "val") == "both"
    assert (setting(body, "spacing", "line"), setting(body, "spacing", "lineRule")) == ("360", "exact")
    assert int(setting(body, "spacing", "before")) >= 6 * 20
    assert int(setting(body, "ind", "firstLine")) == 567
    assert look(body) == (14, False, False, False)


def test_state_text_has_a_multiple_of_the_line():
    body = line(opened(state()), "Năm 2026, Đảng ủy xã báo cáo như sau:")
    assert (setting(body, "spacing", "line"), setting(body, "spacing", "lineRule")) == ("276", "auto")


def test_headings_by_level_stay_with_their_text_and_make_an_outline():
    blocks = (
        Heading(1, "I. Kết quả"),
        Heading(2, "1. Đăng ký"),
        Heading(3, "a) Cá nhân"),
        Heading(4, "- Sâu"),
    )
    document = opened(party(blocks=blocks))
    first, second, third = (line(document, t) for t in ("I. KẾT QUẢ", "1. Đăng ký", "a) Cá nhân"))
    assert [look(p)[1:3] for p in (first, second, third)] == [(True, False), (True, False), (True, True)]
    assert [setting(p, "outlineLvl", "val") for p in (first, second, third)] == ["0", "1", "2"]
    assert all(p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for p in (first, second, third))
    assert look(line(document, "- Sâu"))[1:3] == (True, True)


def test_runs_keep_their_look_their_blanks_and_their_links():
    runs = (
        Run("Có "),
        Run("124", bold=True, link="https://lantoa.test/so-lieu/a/"),
        Run(" chi bộ,", italic=True),
    )
    document = opened(party(blocks=(Paragraph(runs), Bullets(("Việc một", (Run("Việc hai"),))))))
    paragraph = line(document, "Có 124 chi bộ,")
    link = paragraph.find(qn("w:hyperlink"))
    assert document.part.rels[link.get(qn("r:id"))].target_ref == "https://lantoa.test/so-lieu/a/"
    assert link.find(f".//{qn('w:u')}") is None
    assert text_of(line(document, "- Việc hai")) == "- Việc hai"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/so-lieu/a/", "file:///etc/passwd", "//x"])
def test_a_link_that_is_not_a_web_address_is_refused(address):
    with pytest.raises(ValueError, match="web address"):
        Run("124", link=address)


def test_a_page_break_and_a_centred_line():
    document = opened(party(blocks=(Paragraph("Giữa", centred=True), PageBreak(), Paragraph("Sau"))))
    assert setting(line(document, "Giữa"), "jc", "val") == "center"
    breaks = list(document.element.body.iter(qn("w:pageBreakBefore")))
    assert len(breaks) == 1


def test_bases_stand_before_the_text_in_each_systems_way():
    bases = ("Căn cứ Điều lệ Đảng", "Căn cứ Quy chế làm việc")
    ours, theirs = opened(party(bases=bases)), opened(state(bases=bases))
    assert look(line(ours, "- Căn cứ Điều lệ Đảng;"))[2] is False
    assert look(line(theirs, "Căn cứ Quy chế làm việc."))[2] is True


def test_the_partys_signature_block():
    document = opened(party())
    assert look(line(document, "T/M BAN THƯỜNG VỤ")) == (14, True, False, False)
    assert look(line(document, "PHÓ BÍ THƯ")) == (14, False, False, False)
    assert look(line(document, "Trần Quốc Hùng")) == (14, True, False, False)
    assert look(line(document, "Nơi nhận:")) == (14, False, False, True)
    assert look(line(document, "- Tỉnh ủy,")) == (12, False, False, False)
    assert "- Lưu Văn phòng Đảng ủy." in everything(document)


def test_the_states_signature_block():
    document = opened(state())
    assert look(line(document, "TM. BAN THƯỜNG VỤ"))[1] and look(line(document, "PHÓ BÍ THƯ"))[1]
    assert look(line(document, "Nơi nhận:")) == (12, True, True, False)
    assert look(line(document, "- Lưu: VT, VP."))[0] == 11


def test_the_signature_never_stands_alone_on_a_page():
    document = opened(party())
    last = line(document, "Năm 2026, Đảng ủy xã báo cáo như sau:")
    assert last.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
    block = document.tables[-1]._tbl
    assert [tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for tr in block.tr_lst] == [True]


def test_a_form_signed_by_two_hands_has_the_receivers_below():
    member = Signature(position="Người đăng ký", hint="(ký, ghi rõ họ tên)", name="Đỗ Thị Hương")
    document = opened(party(countersignature=member))
    left, right = document.tables[-1].rows[0].cells
    assert [p.text for p in left.paragraphs] == ["NGƯỜI ĐĂNG KÝ", "(ký, ghi rõ họ tên)", "Đỗ Thị Hương"]
    assert right.paragraphs[0].text == "T/M BAN THƯỜNG VỤ"
    assert everything(document)[-1] == "- Lưu Văn phòng Đảng ủy."
    signed = [p._p for one in (left, right) for p in one.paragraphs]
    receivers = [line(document, "Nơi nhận:"), *document.tables[-1]._tbl.itersiblings(qn("w:p"))][:-1]
    kept = [p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for p in (*signed, *receivers)]
    assert all(kept), "no sheet begins with the last lines of those who receive it"


def test_an_authority_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="no such authority"):
        printed(party(signature=Signature(authority="XX", body="Ban Thường vụ")))


def test_a_degree_of_urgency_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="no such degree of urgency"):
        printed(party(urgency="RẤT KHẨN"))


def test_a_letter_says_what_it_is_about_below_its_number():
    document = opened(
        party(type_label="", type_code="CV", abstract="đăng ký nội dung đột phá", urgency="KHẨN")
    )
    left = document.tables[0].rows[0].cells[0]
    assert [p.text for p in left.paragraphs][-3:] == [
        "Số 05-CV/ĐU",
        "KHẨN",
        "về việc đăng ký nội dung đột phá",
    ]
    assert look(line(document, "về việc đăng ký nội dung đột phá")) == (12, False, True, False)
    assert look(line(document, "KHẨN")) == (14, True, False, False)


def test_one_addressee_on_the_line_several_below_it():
    one = opened(party(type_code="TTr", type_label="Tờ trình", addressees=("Ban Thường vụ Tỉnh ủy",)))
    assert look(line(one, "Kính trình: Ban Thường vụ Tỉnh ủy"))[2] is True
    two = everything(opened(party(addressees=("Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy"))))
    assert two[two.index("Kính gửi:") + 1 :][:2] == ["- Tỉnh ủy", "- Ủy ban Kiểm tra Tỉnh ủy"]


def test_number_and_day_are_left_to_the_hand_when_not_yet_known():
    lines = everything(opened(party(number=None, day_is_blank=True)))
    assert "Số       -BC/ĐU" in lines and "An Phú, ngày       tháng 11 năm 2026" in lines


def test_a_paper_with_almost_nothing_still_prints():
    bare = party(
        superior_name="",
        body_abbreviation="",
        abstract="",
        place="",
        signature=None,
        recipients=(),
        archive="",
        blocks=(),
    )
    document = opened(bare)
    assert len(document.tables) == 1 and "BÁO CÁO" in everything(document)
    assert not [text for text in everything(document) if text.startswith("Số")]


def test_a_long_name_is_broken_into_lines_of_like_length():
    name = "Ban Tuyên giáo và Dân vận Đảng ủy xã An Phú"
    document = opened(party(issuer_name=name))
    paragraph = line(document, name.upper())
    assert int(setting(paragraph, "ind", "left")) == int(setting(paragraph, "ind", "right")) > 0
    room, width = 232.0, balanced(name.upper(), 14, 232.0)
    assert bold_width(name.upper(), 14) / 2 <= width < room
    assert balanced("ĐẢNG ỦY", 14, room) == bold_width("ĐẢNG ỦY", 14)


def test_what_people_typed_is_only_ever_text():
    typed = 'a < b & "c" <w:br/> {{ x }} {PAGE} \x00\x0b\ufffe\ud800 é'
    content = printed(party(blocks=(Paragraph(typed), Heading(2, typed)), issuer_name=typed, abstract=typed))
    document = opened(party(blocks=(Paragraph(typed),)))
    assert 'a < b & "c" <w:br/> {{ x }} {PAGE}  é' in everything(document)
    assert "<w:fldSimple" not in part(content, "word/document.xml")
    assert "instrText" not in part(content, "word/document.xml")


def test_line_ends_become_line_breaks_and_text_is_nfc():
    paragraph = line(opened(party(blocks=(Paragraph("Dòng một\nHo\u0300a\u0309 hai"),))), "Dòng mộtHòả hai")
    assert len(list(paragraph.iter(qn("w:br")))) == 1


def test_the_file_names_the_paper_and_nobody():
    content = printed(party())
    core = opened(party()).core_properties
    assert core.title == "Báo cáo kết quả học tập, thực hành năm 2026"
    assert (core.author, core.last_modified_by, core.comments, core.keywords) == ("", "", "", "")
    assert core.created.replace(tzinfo=None) == dt.datetime(2026, 11, 6)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert not [name for name in package.namelist() if "thumbnail" in name]
