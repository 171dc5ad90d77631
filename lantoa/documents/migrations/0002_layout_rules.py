"""The layout rules in force since 2018 and the kinds of papers, as they stood when the room was built."""

import copy
import datetime as dt

from django.db import migrations

PARTY = {
    "page": {
        "width_mm": 210,
        "height_mm": 297,
        "top_mm": 20,
        "bottom_mm": 20,
        "left_mm": 30,
        "right_mm": 15,
        "back_left_mm": 15,
        "back_right_mm": 30,
    },
    "font": {"name": "Times New Roman", "encoding": "TCVN 6909:2001", "colour": "000000"},
    "page_number": {"letters": {"size": 14}, "from_edge_mm": 10, "on_first_page": False},
    "head": {
        "columns_mm": [82, 83],
        "titles": [{"text": "ĐẢNG CỘNG SẢN VIỆT NAM", "letters": {"size": 15, "bold": True}}],
        "title_mark": {"kind": "rule"},
        "superior": {"size": 14, "caps": True},
        "issuer": {"size": 14, "bold": True, "caps": True},
        "issuer_mark": {"kind": "text", "text": "*", "letters": {"size": 14, "bold": True}},
        "place_and_date": {"size": 14, "italic": True},
    },
    "number": {
        "lead": "Số ",
        "pattern": "{number}-{type}/{body}",
        "letter_pattern": "{number}-{type}/{body}",
        "digits": 2,
        "letters": {"size": 14},
    },
    "urgency": {"degrees": ["KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"], "letters": {"size": 14, "bold": True}},
    "subject": {
        "kind": {"size": 16, "bold": True, "caps": True, "allowed": [15, 16]},
        "abstract": {"size": 14, "bold": True, "allowed": [14, 15]},
        "mark": {"kind": "text", "text": "-----", "letters": {"size": 14}},
        "letter": {"size": 12, "italic": True},
        "letter_lead": "về việc ",
    },
    "addressee": {
        "word": "Kính gửi",
        "proposal_word": "Kính trình",
        "letters": {"size": 14, "italic": True},
    },
    "bases": {"prefix": "- ", "between": ";", "last": ".", "letters": {"size": 14}},
    "body": {
        "letters": {"size": 14, "allowed": [14, 15]},
        "indent_mm": 10,
        "space_pt": 6,
        "line": {"rule": "exact", "value": 18, "allowed": [18, 22]},
        "headings": [
            {"size": 14, "bold": True, "caps": True},
            {"size": 14, "bold": True},
            {"size": 14, "bold": True, "italic": True},
        ],
        "table": {"size": 12},
        "wide_table": {"size": 11},
        "landscape_above": 6,
    },
    "signing": {
        "authority": {"T/M": "T/M", "K/T": "K/T", "T/L": "T/L", "Q.": "Q."},
        "authority_letters": {"size": 14, "bold": True, "caps": True},
        "position": {"size": 14, "caps": True},
        "name": {"size": 14, "bold": True},
        "hint": {"size": 12, "italic": True},
    },
    "recipients": {
        "title": "Nơi nhận:",
        "title_letters": {"size": 14, "underline": True},
        "items": {"prefix": "- ", "between": ",", "last": ".", "letters": {"size": 12}},
        "archive_lead": "Lưu Văn phòng ",
    },
}

STATE = copy.deepcopy(PARTY) | {
    "page_number": {
        "letters": {"size": 14, "allowed": [13, 14]},
        "from_edge_mm": 10,
        "on_first_page": False,
    },
    "head": {
        "columns_mm": [70, 95],
        "titles": [
            {
                "text": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "letters": {"size": 12, "bold": True, "allowed": [12, 13]},
            },
            {
                "text": "Độc lập - Tự do - Hạnh phúc",
                "letters": {"size": 13, "bold": True, "allowed": [13, 14]},
            },
        ],
        "title_mark": {"kind": "rule"},
        "superior": {"size": 12, "caps": True, "allowed": [12, 13]},
        "issuer": {"size": 12, "bold": True, "caps": True, "allowed": [12, 13]},
        "issuer_mark": {"kind": "rule", "share": 0.4},
        "place_and_date": {"size": 13, "italic": True, "allowed": [13, 14]},
    },
    "number": {
        "lead": "Số: ",
        "pattern": "{number}/{type}-{body}",
        "letter_pattern": "{number}/{body}",
        "digits": 2,
        "letters": {"size": 13},
    },
    "urgency": {"degrees": ["KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"], "letters": {"size": 13, "bold": True}},
    "subject": {
        "kind": {"size": 14, "bold": True, "caps": True, "allowed": [13, 14]},
        "abstract": {"size": 14, "bold": True, "allowed": [13, 14]},
        "mark": {"kind": "rule", "share": 0.4},
        "letter": {"size": 12, "allowed": [12, 13]},
        "letter_lead": "V/v ",
    },
    "addressee": {
        "word": "Kính gửi",
        "proposal_word": "Kính gửi",
        "letters": {"size": 14, "allowed": [13, 14]},
    },
    "bases": {"prefix": "", "between": ";", "last": ".", "letters": {"size": 14, "italic": True}},
    "signing": {
        "authority": {"T/M": "TM.", "K/T": "KT.", "T/L": "TL.", "TUQ": "TUQ.", "Q.": "Q."},
        "authority_letters": {"size": 14, "bold": True, "caps": True},
        "position": {"size": 14, "bold": True, "caps": True},
        "name": {"size": 14, "bold": True},
        "hint": {"size": 12, "italic": True},
    },
    "recipients": {
        "title": "Nơi nhận:",
        "title_letters": {"size": 12, "bold": True, "italic": True},
        "items": {"prefix": "- ", "between": ";", "last": ".", "letters": {"size": 11}},
        "archive_lead": "Lưu: VT, ",
    },
}
STATE["body"] |= {
    "letters": {"size": 14, "allowed": [13, 14]},
    "line": {"rule": "multiple", "value": 1.15, "allowed": [1, 1.5]},
}

RULES = [
    (
        "party",
        "HD 36-HD/VPTW",
        dt.date(2018, 4, 3),
        dt.date(2026, 5, 27),
        PARTY,
        "Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018 của Văn phòng Trung ương Đảng. Hết hiệu lực khi có "
        "HD 05-HD/VPTW; ngày chuyển tiếp cần đối chiếu bản gốc.",
    ),
    (
        "party",
        "HD 05-HD/VPTW",
        dt.date(2026, 5, 27),
        None,
        PARTY,
        "Ngày ban hành cần đối chiếu bản gốc: bốn nguồn ghi 27/5/2026, một nguồn ghi 12/01/2026. "
        "Dấu kết thúc căn cứ cuối cùng cần đối chiếu bản gốc: dùng dấu chấm, một nguồn ghi dấu phẩy.",
    ),
    (
        "state",
        "NĐ 30/2020/NĐ-CP",
        dt.date(2020, 3, 5),
        None,
        STATE,
        "Nghị định số 30/2020/NĐ-CP, ngày 05/3/2020 về công tác văn thư. Cỡ chữ chỉ mức độ khẩn và việc thêm "
        "số 0 trước số dưới 10 cần đối chiếu bản gốc.",
    ),
]

# The Party writes both a decision and a regulation QĐ; the State tells them apart.
TYPES = {
    "party": [
        ("NQ", "Nghị quyết"),
        ("CT", "Chỉ thị"),
        ("KL", "Kết luận"),
        ("QC", "Quy chế"),
        ("QĐ", "Quyết định"),
        ("QĐ", "Quy định"),
        ("BC", "Báo cáo"),
        ("CTr", "Chương trình"),
        ("TT", "Thông tri"),
        ("TTr", "Tờ trình"),
        ("KH", "Kế hoạch"),
        ("HD", "Hướng dẫn"),
        ("TB", "Thông báo"),
        ("CV", "Công văn"),
    ],
    "state": [
        ("NQ", "Nghị quyết"),
        ("CT", "Chỉ thị"),
        ("QC", "Quy chế"),
        ("QĐ", "Quyết định"),
        ("QyĐ", "Quy định"),
        ("BC", "Báo cáo"),
        ("BB", "Biên bản"),
        ("CTr", "Chương trình"),
        ("TTr", "Tờ trình"),
        ("KH", "Kế hoạch"),
        ("HD", "Hướng dẫn"),
        ("TB", "Thông báo"),
        ("GM", "Giấy mời"),
        ("GGT", "Giấy giới thiệu"),
        ("CV", "Công văn"),
    ],
}


def seed(apps, schema_editor):
    rule, kind = apps.get_model("documents", "LayoutRule"), apps.get_model("documents", "DocumentType")
    for system, name, starts, ends, values, note in RULES:
        rule.objects.create(system=system, name=name, starts=starts, ends=ends, values=values, note=note)
    for system, types in TYPES.items():
        for place, (code, label) in enumerate(types, start=1):
            kind.objects.create(system=system, code=code, label=label, place=place)


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
