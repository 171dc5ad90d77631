"""A plan as a paper to sign: its bases, the headings of such a plan, the table of who does what by when.

Nothing is put into anybody's mouth: a heading of which the record says nothing is printed with room for the hand.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from lantoa.documents import docx, rules
from lantoa.documents import queries as documents
from lantoa.documents.layout import PARTY
from lantoa.documents.paper import Block, Column, Heading, Paper, Paragraph, Signature, Table
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.programme import queries as programme
from lantoa.programme.models import Plan, PlanTask

ROOM_FOR_THE_HAND = "." * 90
# What the plans of the year seen in use speak of, in this order.
CONTENTS = (
    "Học tập, quán triệt chuyên đề toàn khóa và chuyên đề năm",
    "Đăng ký, kế hoạch hành động của cá nhân",
    "Nội dung đột phá, việc trọng tâm",
    "Xây dựng, nhân rộng mô hình",
    "Trách nhiệm nêu gương",
    "Sinh hoạt định kỳ, sinh hoạt chuyên đề, chào cờ",
    "Tuyên truyền, sáng tác, quảng bá",
    "Kiểm tra, giám sát",
    "Sơ kết, tổng kết, khen thưởng",
)
BODIES: dict[str, str] = {Unit.Level.CELL: "Chi bộ", Unit.Level.SECTION: "Đảng ủy"}
RECIPIENTS: dict[str, str] = {Unit.Level.CELL: "Đảng viên chi bộ (để thực hiện)"}
COLUMNS = (
    Column("TT", kind="order", width=5),
    Column("Nội dung công việc", width=30),
    Column("Chủ trì", width=16),
    Column("Phối hợp", width=16),
    Column("Thời gian hoàn thành", kind="date", width=12),
    Column("Sản phẩm", width=16),
    Column("Ghi chú", width=12),
)


def word(plan: Plan, on: dt.date) -> bytes:
    """The paper as a Word file, in the layout in force on the day of the plan, or on this day while it has none."""
    return docx.write(paper(plan, on), documents.layout_on(PARTY, plan.issued_on or on))


def paper(plan: Plan, on: dt.date) -> Paper:
    """Headed by the unit; number and day as signed, or room for them."""
    day = plan.issued_on or on
    above = [place.name for place in organisation.ancestors(plan.unit, day)]
    name = organisation.name_of(plan.unit, day)
    said = rules.read_symbol(plan.number)
    return Paper(
        system=PARTY,
        on=day,
        issuer_name=name,
        superior_name=above[-1] if above else "",
        type_code="KH",
        body_abbreviation=said.body if said and said.body else documents.body_of(plan.unit, day),
        number=said.number if said else None,
        place=rules.place_of([*above, name]),
        day_is_blank=plan.issued_on is None,
        type_label="Kế hoạch",
        abstract=plan.title.removeprefix("Kế hoạch").strip() or plan.title,
        bases=tuple(_bases(plan)),
        blocks=tuple(_blocks(plan)),
        signature=Signature(
            authority="T/M", body=BODIES.get(plan.unit.level, "Ban Thường vụ"), position="Bí thư"
        ),
        recipients=(
            *([f"{above[-1]} (để báo cáo)"] if above else []),
            RECIPIENTS.get(plan.unit.level, "Các đơn vị trực thuộc (để thực hiện)"),
        ),
        archive="",
    )


def _bases(plan: Plan) -> Iterator[str]:
    for one in plan.rests_on.order_by("issued_on").select_related("unit"):
        assert one.issued_on
        yield f"Căn cứ {one.symbol} của {organisation.name_of(one.unit, one.issued_on)}, {one.title}"
    for line in filter(None, map(str.strip, plan.other_bases.splitlines())):
        yield line if line.startswith("Căn cứ") else f"Căn cứ {line}"


def _blocks(plan: Plan) -> Iterator[Block]:
    yield Heading(1, "I. MỤC ĐÍCH, YÊU CẦU")
    yield from _told(plan.purpose)
    yield Heading(1, "II. NỘI DUNG")
    if plan.content:
        yield from _told(plan.content)
    else:
        for number, heading in enumerate(CONTENTS, start=1):
            yield Heading(2, f"{number}. {heading}")
            yield from _themes(plan) if number == 1 else ()
            yield Paragraph(ROOM_FOR_THE_HAND)
    yield Heading(1, "III. TỔ CHỨC THỰC HIỆN")
    yield Table(COLUMNS, [_row(number, task) for number, task in enumerate(plan.tasks.all(), start=1)])


def _themes(plan: Plan) -> Iterator[Block]:
    """The themes in force when the plan begins, as they are called, with the papers they rest on."""
    for theme in programme.with_papers(programme.themes_of(plan.unit, plan.starts)):
        cited = "; ".join(str(paper) for paper in theme.papers.all())
        name = f"Chuyên đề {theme.get_kind_display()}: {theme.title}"
        yield Paragraph(f"{name} ({cited})" if cited else name)


def _told(text: str) -> Iterator[Block]:
    lines = [line for line in text.splitlines() if line.strip()]
    yield from map(Paragraph, lines or [ROOM_FOR_THE_HAND])


def _row(number: int, task: PlanTask) -> tuple[int | str | dt.date | None, ...]:
    return number, task.content, task.lead, task.with_whom, task.due, task.product, task.note
