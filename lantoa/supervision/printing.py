"""The papers of a file as Word files: what is known is filled in, the rest is left for the hand.

Their headings are those of the forms in use (domain §9). What is printed is Vietnamese whatever language is chosen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import override

from lantoa.documents import docx, rules
from lantoa.documents import queries as documents
from lantoa.documents.paper import Block, Bullets, Column, Heading, Paper, Paragraph, Signature, Table
from lantoa.foundation.dates import show_date
from lantoa.organisation import queries as organisation
from lantoa.supervision.models import FileDocument, Inspection, YearProgramme
from lantoa.supervision.words import INSPECTS, FilePaper, Kind, Presence

BLANK = "…" * 30
# Letters of the symbol, and what the paper is called above its abstract.
CALLED = {
    FilePaper.PLAN: ("KH", "Kế hoạch"),
    FilePaper.TEAM_PLAN: ("KH", "Kế hoạch chi tiết"),
    FilePaper.OUTLINE: ("", "Đề cương báo cáo"),
    FilePaper.LAUNCH: ("BB", "Biên bản"),
    FilePaper.SELF_REPORT: ("BC", "Báo cáo"),
    FilePaper.WORK: ("BB", "Biên bản"),
    FilePaper.CHECKING: ("BB", "Biên bản"),
    FilePaper.RESULT: ("BC", "Báo cáo"),
    FilePaper.EXTRACT: ("BB", "Trích biên bản"),
    FilePaper.CONCLUSION: ("TB", "Thông báo"),
    FilePaper.HANDOVER: ("BB", "Biên bản"),
    FilePaper.CONTENTS: ("", "Mục lục hồ sơ"),
}
ABSTRACTS = {
    FilePaper.PLAN: "{act} {whom}",
    FilePaper.TEAM_PLAN: "của tổ {lower} {whom}",
    FilePaper.OUTLINE: "phục vụ việc {lower} {whom}",
    FilePaper.LAUNCH: "triển khai quyết định, kế hoạch {lower} {whom}",
    FilePaper.SELF_REPORT: "về nội dung được {lower}",
    FilePaper.WORK: "làm việc với {whom}",
    FilePaper.CHECKING: "xác minh nội dung {lower} {whom}",
    FilePaper.RESULT: "kết quả {lower} {whom}",
    FilePaper.EXTRACT: "hội nghị xét kết quả {lower} {whom}",
    FilePaper.CONCLUSION: "kết luận {lower} {whom}",
    FilePaper.HANDOVER: "triển khai kết luận {lower} {whom}",
    FilePaper.CONTENTS: "{lower} {whom}",
}
HEADINGS = {
    FilePaper.PLAN: (
        "Thành phần tổ",
        "Nội dung",
        "Mốc thời gian",
        "Thời gian, địa điểm làm việc",
        "Phương pháp tiến hành",
    ),
    FilePaper.TEAM_PLAN: ("Phân công trong tổ", "Lịch làm việc"),
    FilePaper.OUTLINE: (
        "Đặc điểm, tình hình",
        "Kết quả thực hiện từng nội dung",
        "Ưu điểm",
        "Hạn chế, nguyên nhân",
        "Kiến nghị",
    ),
    FilePaper.LAUNCH: ("Thành phần dự", "Nội dung triển khai", "Ý kiến của nơi được kiểm tra, giám sát"),
    FilePaper.SELF_REPORT: ("Ưu điểm", "Hạn chế", "Nguyên nhân", "Kiến nghị"),
    FilePaper.WORK: ("Thành phần dự", "Nội dung làm việc", "Ý kiến các bên"),
    FilePaper.CHECKING: ("Nội dung xác minh", "Kết quả xác minh", "Tài liệu kèm theo"),
    FilePaper.RESULT: ("Quá trình tiến hành", "Kết quả theo từng nội dung", "Nhận xét", "Kiến nghị"),
    FilePaper.EXTRACT: ("Thành phần dự", "Ý kiến thảo luận", "Kết luận của hội nghị"),
    FilePaper.CONCLUSION: ("Ưu điểm, hạn chế", "Yêu cầu khắc phục"),
    FilePaper.HANDOVER: ("Thành phần dự", "Nội dung triển khai", "Ý kiến, ký nhận"),
    FilePaper.CONTENTS: (),
}
METHOD = (
    "Tổ triển khai quyết định, kế hoạch",
    "Đơn vị, đảng viên chuẩn bị báo cáo",
    "Tổ nghiên cứu báo cáo, làm việc, xác minh",
    "Hội nghị thông qua báo cáo kết quả",
    "Nơi ra quyết định xem xét, kết luận",
    "Triển khai kết luận, lập hồ sơ",
)
BY_UNIT = (FilePaper.SELF_REPORT,)


def word(document: FileDocument, *, on: dt.date) -> bytes:
    """The paper as a Word file, in the layout in force on its day. BadInput where none is known for it."""
    with override("vi"):
        made = paper(document, on=on)
        return docx.write(made, documents.layout_on(made.system, made.on))


def paper(document: FileDocument, *, on: dt.date) -> Paper:
    """The paper of a file: of the body that inspects, or, of the self-report, of the unit inspected."""
    one, kind = document.inspection, FilePaper(document.kind)
    day = document.done_on or on
    names = documents.names_on(one.unit if kind in BY_UNIT else one.programme.unit, day)
    letters, label = CALLED[kind]
    act = one.kind_name.lower()
    whom = f"đối với {_whom(one, day)}"
    return Paper(
        system=names.system,
        on=day,
        issuer_name=names.issuer,
        superior_name=names.superior,
        type_code=letters,
        body_abbreviation=names.letters if letters else "",
        place=names.place,
        day_is_blank=document.done_on is None,
        type_label=label,
        abstract=ABSTRACTS[kind].format(act=act, lower=act, whom=whom),
        blocks=tuple(_blocks(document, one, kind)),
        signature=_signature(kind, names),
        recipients=(_whom(one, day), "Lưu hồ sơ"),
    )


# The five parts of a programme (domain §9). What no programme foresees is told in words, without naming anybody.
INSPECTED = (Heading(1, "I. KIỂM TRA CHẤP HÀNH"), Kind.INSPECTION)
OVERSEEN = (
    (Heading(2, "1. Giám sát thường xuyên"), Kind.REGULAR),
    (Heading(2, "2. Giám sát chuyên đề"), Kind.THEMATIC),
)
IN_WORDS = (
    ("III. KIỂM TRA KHI CÓ DẤU HIỆU VI PHẠM, GIẢI QUYẾT TỐ CÁO", "on_signs"),
    ("IV. THI HÀNH KỶ LUẬT", "on_discipline"),
    ("V. NHIỆM VỤ KHÁC", "on_other_work"),
)


def programme_word(programme: YearProgramme, lines: list[Inspection], *, on: dt.date) -> bytes:
    """The programme of a year as a Word file, these lines part by part; of persons their names, as it is signed."""
    with override("vi"):
        made = _programme(programme, lines, programme.issued_on or on)
        return docx.write(made, documents.layout_on(made.system, made.on))


def _programme(programme: YearProgramme, lines: list[Inspection], day: dt.date) -> Paper:
    names = documents.names_on(programme.unit, day)
    said = rules.read_symbol(programme.number)
    return Paper(
        system=names.system,
        on=day,
        issuer_name=names.issuer,
        superior_name=names.superior,
        type_code="CTr",
        body_abbreviation=said.body if said and said.body else names.letters,
        number=said.number if said else None,
        place=names.place,
        day_is_blank=programme.issued_on is None,
        type_label="Chương trình",
        abstract=f"kiểm tra, giám sát năm {programme.year}",
        blocks=tuple(_parts(programme, lines, day)),
        signature=Signature(authority="T/M", body=rules.who_signs(names.issuer)),
        recipients=("Các đơn vị được kiểm tra, giám sát", "Lưu hồ sơ"),
    )


def _parts(programme: YearProgramme, lines: list[Inspection], day: dt.date) -> Iterator[Block]:
    if programme.aim:
        yield Paragraph(programme.aim)
    yield from _part(*INSPECTED, lines, day)
    yield Heading(1, "II. GIÁM SÁT")
    for heading, kind in OVERSEEN:
        yield from _part(heading, kind, lines, day)
    for title, column in IN_WORDS:
        yield Heading(1, title)
        yield Paragraph(getattr(programme, column) or BLANK)


def _part(heading: Heading, kind: Kind, lines: list[Inspection], day: dt.date) -> Iterator[Block]:
    yield heading
    mine = [one for one in lines if one.kind == kind]
    yield _lines(mine, day) if mine else Paragraph("Không có.")


def _lines(found: list[Inspection], day: dt.date) -> Table:
    columns = (
        Column("TT", "order", 6),
        Column("Đối tượng", width=28),
        Column("Nội dung", width=34),
        Column("Tháng", width=8),
        Column("Người phụ trách", width=18),
    )
    rows = [
        (n, _whom(one, day), one.what, str(one.month or ""), one.led_by.full_name if one.led_by else "")
        for n, one in enumerate(found, start=1)
    ]
    return Table(columns, tuple(rows))


def _signature(kind: FilePaper, names: rules.Names) -> Signature:
    if kind in (FilePaper.PLAN, FilePaper.CONCLUSION):
        return Signature(authority="T/M", body=rules.who_signs(names.issuer), position="")
    position = "Thư ký" if CALLED[kind][0] == "BB" else "Tổ trưởng"
    return Signature(position="" if kind in BY_UNIT else position, hint="ký, ghi rõ họ tên")


def _whom(one: Inspection, day: dt.date) -> str:
    where = organisation.name_of(one.unit, day)
    return f"đồng chí {one.person.full_name}, {where}" if one.person else where


def _blocks(document: FileDocument, one: Inspection, kind: FilePaper) -> Iterator[Block]:
    known = _known(one, kind)
    if kind == FilePaper.CONTENTS:
        yield _contents(one)
        return
    if document.note and kind not in BY_UNIT:
        yield Paragraph(document.note)
    for number, heading in enumerate(HEADINGS[kind], start=1):
        yield Heading(2, f"{number}. {heading}")
        yield from known.get(heading) or (Paragraph(BLANK),)


def _known(one: Inspection, kind: FilePaper) -> dict[str, list[Block]]:
    """Heading → what is already written down."""
    covers = [show_date(day) for day in (one.covers_from, one.covers_to) if day]
    team = [f"Tổ trưởng: đồng chí {one.led_by.full_name}"] if one.led_by else []
    team += [f"Thành viên, thư ký: {one.team}"] if one.team else []
    found: dict[str, list[Block]] = {
        "Thành phần tổ": [Bullets(tuple(team))] if team else [],
        "Nội dung": [Paragraph(one.what)],
        "Nội dung triển khai": [Paragraph(f"Quyết định số {one.decision_number}. {one.what}")],
        "Mốc thời gian": [Paragraph(" – ".join(covers))] if covers else [],
        "Phương pháp tiến hành": [Bullets(METHOD)],
        "Kết quả theo từng nội dung": [Paragraph(one.what)],
        "Yêu cầu khắc phục": _asked(one),
    }
    if kind == FilePaper.CONCLUSION and one.conclusion:
        found["Ưu điểm, hạn chế"] = [Paragraph(one.conclusion)]
    if kind == FilePaper.SELF_REPORT and (text := one.papers.get(kind=kind).note):
        found["Ưu điểm"] = [Paragraph(text)]
    return found


def _asked(one: Inspection) -> list[Block]:
    rows = [
        (
            n,
            remedy.finding,
            remedy.owner.full_name if remedy.owner else "",
            remedy.remedy,
            show_date(remedy.deadline),
        )
        for n, remedy in enumerate(one.remedies.select_related("owner"), start=1)
    ]
    columns = (
        Column("TT", "order", 6),
        Column("Hạn chế cần khắc phục", width=30),
        Column("Chủ trì", width=18),
        Column("Việc khắc phục, minh chứng", width=26),
        Column("Hạn", width=12),
    )
    return [Table(columns, tuple(rows))] if rows else []


def _contents(one: Inspection) -> Table:
    columns = (
        Column("TT", "order", 6),
        Column("Tài liệu", width=34),
        Column("Số, ký hiệu", width=18),
        Column("Ngày", width=14),
        Column("Ghi chú", width=24),
    )
    letter = "KT" if one.kind in INSPECTS else "GS"
    rows = [
        (
            row.order,
            f"{letter}{row.order}. {row}",
            row.number,
            show_date(row.done_on) if row.done_on else "",
            f"Không lập: {row.note}" if row.presence == Presence.NOT_NEEDED else "",
        )
        for row in one.papers.all()
    ]
    return Table(columns, tuple(rows))
