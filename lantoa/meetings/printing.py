"""Papers of meetings: minutes, resolution, the notice of the schedule, the table of scores.

Nothing is put into anybody's mouth: what the record does not say is left for the hand.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from lantoa.documents import docx, rules
from lantoa.documents import queries as documents
from lantoa.documents.layout import PARTY
from lantoa.documents.paper import Block, Cell, Column, Heading, Paper, Paragraph, Scalar, Signature, Table
from lantoa.foundation.dates import Period, show_date
from lantoa.foundation.numbers import show
from lantoa.meetings import queries
from lantoa.meetings import rules as rules_of_meetings
from lantoa.meetings.models import Appointment, Conclusion, Meeting, ScoreSheet
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.models import Post

ROOM_FOR_THE_HAND = "." * 90
HINT = "ký, ghi rõ họ tên"
SCHEDULE = (
    Column("STT", kind="order", width=5),
    Column("Chi bộ", width=28),
    Column("Số lượng", kind="number", width=9),
    Column("Thời gian", width=20),
    Column("Địa điểm", width=24),
    Column("Bí thư, điện thoại", width=26),
)
# Column heads of a table in use (HD 42-HD/BTCTW, as carried out by a grassroots organisation).
SCORES = (
    Column("STT", kind="order", width=5),
    Column("Tên đơn vị", width=30),
    Column("Số lượng đảng viên", kind="number", width=10),
    Column("Ngày họp chi bộ", kind="date", width=12),
    Column("Kết quả số điểm đánh giá", kind="number", width=12, places=2),
    Column("Tốt", width=6),
    Column("Khá", width=6),
    Column("Trung bình", width=8),
    Column("Kém", width=6),
    Column("Ghi chú (thuyết minh điểm trừ)", width=34),
)


def minutes(meeting: Meeting) -> bytes:
    """The minutes: when, where, who, what was said, what was concluded; signed by chair and secretary."""
    is_conference = meeting.kind == Meeting.Kind.CONFERENCE
    about = rules_of_meetings.conference_name(meeting.topic) if is_conference else _abstract(meeting)
    blocks = _conference(meeting) if is_conference else _minutes(meeting)
    paper = _paper(meeting, "Biên bản", about, tuple(blocks))
    chair = Signature(position="Chủ trì", name=meeting.chair, hint=HINT)
    secretary = Signature(position="Thư ký", name=meeting.secretary_name, hint=HINT)
    return _word(replace(paper, signature=chair, countersignature=secretary))


def resolution(meeting: Meeting) -> bytes:
    """The resolution: how last month's tasks stand, what is next, who does it, how the cell scores its meeting."""
    about = f"sinh hoạt chi bộ tháng {meeting.held_on:%m/%Y}"
    paper = _paper(meeting, "Nghị quyết", about, tuple(_resolution(meeting)))
    return _word(replace(paper, signature=Signature(authority="T/M", body="Chi ủy", position="Bí thư")))


def schedule(unit: Unit, month: Period, on: dt.date) -> bytes:
    """The notice of the month's regular meetings of the cells below."""
    rows = queries.schedule_of(unit, month, on)
    heads = _secretaries({place.unit_id for place, _one, _n in rows}, on)
    lines = [
        (
            number,
            place.name,
            due,
            _when(one),
            one.place if one else "",
            heads.get(place.unit_id, ""),
        )
        for number, (place, one, due) in enumerate(rows, start=1)
    ]
    above = [place.name for place in organisation.ancestors(unit, on)]
    name = organisation.name_of(unit, on)
    paper = Paper(
        system=PARTY,
        on=on,
        issuer_name=name,
        superior_name=above[-1] if above else "",
        type_code="TB",
        place=rules.place_of([*above, name]),
        day_is_blank=True,
        type_label="Thông báo",
        abstract=f"Lịch sinh hoạt lệ {month.label} của các chi bộ trực thuộc",
        blocks=(Table(SCHEDULE, lines),),
        signature=Signature(authority="T/M", body="Đảng ủy", position="Bí thư"),
        recipients=("Các chi bộ trực thuộc",),
    )
    return _word(paper)


def _when(one: Appointment | None) -> str:
    if one is None:
        return "chờ đăng ký"
    return ", ".join(
        filter(None, [f"{one.starts_at:%H:%M}" if one.starts_at else "", show_date(one.held_on)])
    )


def scores(unit: Unit, month: Period, on: dt.date) -> Table:
    """The table of what each cell gave its regular meeting of the month."""
    return Table(SCORES, [(number, *row) for number, row in enumerate(score_rows(unit, month, on), start=1)])


def score_rows(unit: Unit, month: Period, on: dt.date) -> list[tuple[Scalar, ...]]:
    """(name, members, day, total, a mark in one of four bands, note) of each cell that met; None where none told."""
    held = Meeting.objects.regular().in_period(month).select_related("score")
    found = organisation.with_unit_names(
        organisation.within(held, unit, on=on).order_by("unit_id", "held_on"), on
    )
    return [_score_row(one) for one in found]


def _score_row(one: Meeting) -> tuple[Scalar, ...]:
    sheet: ScoreSheet | None = getattr(one, "score", None)
    marks = ["x" if sheet and sheet.band == band else "" for band in ScoreSheet.Band.values]
    name: str = one.unit_name  # type: ignore[attr-defined]
    total, note = (sheet.total, sheet.note) if sheet else (None, "chưa tự chấm")
    return (name, one.members, one.held_on, total, *marks, note)


def _secretaries(units: set[int], on: dt.date) -> dict[int, str]:
    posts = Post.objects.on(on).filter(unit__in=units, role="secretary").select_related("person")
    return {
        post.unit_id: ", ".join(filter(None, [str(post.person), post.person.phone]))
        for post in posts
        if post.unit_id is not None
    }


def _word(paper: Paper) -> bytes:
    return docx.write(paper, documents.layout_on(PARTY, paper.on))


def _paper(meeting: Meeting, label: str, abstract: str, blocks: tuple[Block, ...]) -> Paper:
    day = meeting.held_on
    above = [place.name for place in organisation.ancestors(meeting.unit, day)]
    name = organisation.name_of(meeting.unit, day)
    return Paper(
        system=PARTY,
        on=day,
        issuer_name=name,
        superior_name=above[-1] if above else "",
        place=rules.place_of([*above, name]),
        type_label=label,
        abstract=abstract,
        blocks=blocks,
        recipients=(*([f"{above[-1]} (để báo cáo)"] if above else []), "Lưu chi bộ"),
    )


def _abstract(meeting: Meeting) -> str:
    return f"{meeting.get_kind_display()} ngày {show_date(meeting.held_on)}"


def _opening(meeting: Meeting) -> Iterator[Block]:
    begins = f"{meeting.starts_at:%H giờ %M}, " if meeting.starts_at else ""
    yield Heading(1, "I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN")
    yield Paragraph(f"Thời gian: {begins}ngày {show_date(meeting.held_on)}{_lasted(meeting)}.")
    yield Paragraph(f"Địa điểm: {meeting.place or ROOM_FOR_THE_HAND}")
    yield Paragraph(f"Chủ trì: {meeting.chair or ROOM_FOR_THE_HAND}")
    yield Paragraph(f"Thư ký: {meeting.secretary_name or ROOM_FOR_THE_HAND}")


def _conference(meeting: Meeting) -> Iterator[Block]:
    """A conference: its programme, who spoke on what, who was praised, what was concluded."""
    yield from _opening(meeting)
    yield Paragraph(f"Được triệu tập, có mặt: {_came(meeting)}; khách mời: {_number(meeting.guests)}.")
    yield Heading(1, "II. CHƯƠNG TRÌNH")
    yield from _each(meeting.programme)
    yield Heading(1, "III. THAM LUẬN, Ý KIẾN")
    yield from _each(meeting.speeches)
    yield Heading(1, "IV. BIỂU DƯƠNG, KHEN THƯỞNG")
    yield from _each(meeting.praise)
    yield Heading(1, "V. KẾT LUẬN")
    yield from _said("Làm được", meeting.done)
    yield from _said("Chưa làm được", meeting.not_done)
    yield from _said("Việc tới", meeting.next)
    yield from _assigned(meeting)


def _came(meeting: Meeting) -> str:
    return ROOM_FOR_THE_HAND if meeting.present is None else meeting.ratio


def _number(number: int | None) -> str:
    return ROOM_FOR_THE_HAND if number is None else show(number)


def _each(text: str) -> Iterator[Block]:
    lines = [f"{n}. {line}" for n, line in enumerate(rules_of_meetings.lines_of(text), start=1)]
    yield from map(Paragraph, lines or [ROOM_FOR_THE_HAND])


def _minutes(meeting: Meeting) -> Iterator[Block]:
    yield from _opening(meeting)
    yield from _attendance(meeting)
    yield Heading(1, "II. NỘI DUNG SINH HOẠT")
    yield Heading(2, "1. Học tập, làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh")
    told = [
        ("Chuyên đề", meeting.topic or (meeting.theme.title if meeting.theme else "")),
        ("Câu chuyện", meeting.story),
        ("Người trình bày", meeting.presenter),
    ]
    yield from _facts(told)
    yield Heading(2, "2. Thời sự, văn bản của cấp trên")
    yield Paragraph(ROOM_FOR_THE_HAND)
    yield Heading(2, "3. Đánh giá việc đã làm; nhiệm vụ tới")
    yield from _said("Làm được", meeting.done)
    yield from _said("Chưa làm được", meeting.not_done)
    yield from _said("Việc tới", meeting.next)
    yield Heading(1, "III. Ý KIẾN, KẾT LUẬN")
    opinions = (
        ROOM_FOR_THE_HAND if meeting.opinions is None else f"{show(meeting.opinions)} ý kiến phát biểu."
    )
    yield Paragraph(f"Ý kiến: {opinions}")
    yield from _assigned(meeting)


def _lasted(meeting: Meeting) -> str:
    return f", thời lượng {show(meeting.minutes)} phút" if meeting.minutes else ""


def _attendance(meeting: Meeting) -> Iterator[Block]:
    """What the opening of the resolution asks for: total, present, absent with and without reason, exempt."""
    if meeting.present is None:
        yield Paragraph(f"Số dự: {ROOM_FOR_THE_HAND}")
        return
    yield Paragraph(
        f"Phải dự: {show(meeting.members)} đảng viên; có mặt: {show(meeting.present)}; "
        f"vắng có lý do: {show(meeting.absent_with_reason)}; không lý do: {show(meeting.absent_without_reason)}; "
        f"được miễn sinh hoạt: {show(meeting.exempt)}."
    )
    absent = [f"{one.person} ({one.reason})" for one in meeting.absences.select_related("person")]
    if absent:
        yield Paragraph(f"Vắng: {'; '.join(absent)}.")


def _facts(told: list[tuple[str, str]]) -> Iterator[Block]:
    known = [Paragraph(f"{label}: {text}") for label, text in told if text]
    yield from known or [Paragraph(ROOM_FOR_THE_HAND)]


def _said(label: str, text: str) -> Iterator[Block]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    yield Paragraph(f"{label}: {lines[0] if lines else ROOM_FOR_THE_HAND}")
    yield from map(Paragraph, lines[1:])


def _resolution(meeting: Meeting) -> Iterator[Block]:
    yield from _attendance(meeting)
    yield Heading(1, "I. ĐÁNH GIÁ VIỆC THỰC HIỆN NGHỊ QUYẾT THÁNG TRƯỚC")
    before = queries.last_before(meeting)
    if before is not None and before.conclusions.exists():
        columns = (
            Column("TT", kind="order", width=5),
            Column("Nhiệm vụ đề ra tại nghị quyết tháng trước", width=40),
            Column("Tình trạng đầu kỳ", width=18),
            Column("Kết quả thực hiện", width=24),
        )
        rows = enumerate(before.conclusions.all(), start=1)
        yield Table(
            columns, [(number, one.what, "chưa thực hiện", _how(one, meeting)) for number, one in rows]
        )
    yield from _said("Làm được", meeting.done)
    yield from _said("Hạn chế, nguyên nhân", meeting.not_done)
    yield Heading(1, "II. PHƯƠNG HƯỚNG")
    yield from _said("Nhiệm vụ", meeting.next)
    yield Heading(1, "III. PHÂN CÔNG THỰC HIỆN")
    yield from _assigned(meeting)
    yield Heading(1, "IV. TỰ ĐÁNH GIÁ CHẤT LƯỢNG SINH HOẠT")
    sheet = ScoreSheet.objects.filter(meeting=meeting).first()
    told = f"{show(sheet.total)} điểm, {sheet.get_band_display()}." if sheet else ROOM_FOR_THE_HAND
    yield Paragraph(told)


def _how(one: Conclusion, meeting: Meeting) -> str:
    done = one.done_on is not None and one.done_on <= meeting.held_on
    return f"xong ngày {show_date(one.done_on)}" if done else "chưa xong"


def _assigned(meeting: Meeting) -> Iterator[Block]:
    """Who does what by when."""
    tasks = list(meeting.conclusions.filter(part=Conclusion.Part.NEXT).select_related("owner"))
    if not tasks:
        yield Paragraph(ROOM_FOR_THE_HAND)
        return
    columns = (
        Column("TT", kind="order", width=5),
        Column("Việc", width=44),
        Column("Người thực hiện", width=22),
        Column("Hạn", kind="date", width=12),
    )
    rows = [(n, one.what, Cell(str(one.owner or "")), one.due) for n, one in enumerate(tasks, start=1)]
    yield Table(columns, rows)
