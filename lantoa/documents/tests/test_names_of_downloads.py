"""A download keeps its Vietnamese name and can neither leave its folder nor split the answer's headers."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.documents.names import CSV, DOCX, attachment_response, content_disposition, safe_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Báo cáo năm 2026", "Báo-cáo-năm-2026.docx"),
        ("../../etc/passwd", "etc-passwd.docx"),
        ('a"b\r\nSet-Cookie: x=1', "a-b-Set-Cookie-x-1.docx"),
        ("Số 05-BC/ĐU", "Số-05-BC-ĐU.docx"),
        ("C:\\Windows\\con", "C-Windows-con.docx"),
        ("con", "tep-con.docx"),
        ("...", "tep.docx"),
        ("", "tep.docx"),
        ("Ho\u0300a\u202excod", "Hòaxcod.docx"),
        ("x" * 300, "x" * 120 + ".docx"),
    ],
)
def test_safe_names(title, name):
    assert safe_name(title, "docx") == name


def test_the_header_has_a_plain_name_and_the_whole_one():
    header = content_disposition("Báo-cáo-Đảng-ủy.docx")
    plain, whole = header.removeprefix("attachment; filename=").split("; filename*=UTF-8''")
    assert plain == '"bao-cao-dang-uy.docx"'
    assert unquote(whole) == "Báo-cáo-Đảng-ủy.docx" and whole.isascii()


@given(st.text(max_size=80), st.text(max_size=8))
def test_no_name_breaks_the_header(title, ending):
    response = attachment_response(b"x", f"{title}.{ending}", DOCX)
    header = response["Content-Disposition"]
    assert header.isascii() and header.isprintable()
    assert header.count('"') == 2 and header.startswith('attachment; filename="')
    name = unquote(header.split("UTF-8''")[1])
    assert not set(name) & set('/\\:*?"<>|\r\n') and not name.startswith(".")


def test_a_whole_file_and_a_file_in_pieces():
    whole = attachment_response(b"abc", "Bảng.csv", CSV)
    assert (whole.content, whole["Content-Type"], whole["X-Content-Type-Options"]) == (b"abc", CSV, "nosniff")
    pieces = attachment_response(iter([b"a", b"b"]), "Bảng.csv", CSV)
    assert b"".join(pieces.streaming_content) == b"ab" and pieces["Content-Type"] == CSV
