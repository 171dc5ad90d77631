"""Reviews as papers in layout: what she wrote, what the meeting said with her reply right behind it, the result.

What is printed is Vietnamese whatever language the reader has chosen for the screen. A heading of which nothing was
written is printed with room to write by hand.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from lantoa.documents import docx, rules
from lantoa.documents import queries as documents
from lantoa.documents.layout import PARTY
from lantoa.documents.paper import Block, Column, Heading, Paper, Paragraph, Row, Run, Signature, Table
from lantoa.foundation.dates import show_date
from lantoa.foundation.numbers import show
from lantoa.organisation import queries as organisation
from lantoa.people.models import Post
from lantoa.reviews.models import Hearing, Mark, Rerating, Review, ReviewPeriod, Statement
from lantoa.reviews.queries import template_on
from lantoa.reviews.words import Code, Stage, Status

ROOM_FOR_THE_HAND = "." * 90
HINT = "ký, ghi rõ họ tên"
SHEET = (
    Column("TT", "order", 6),
    Column("Tiêu chí/Nội dung", width=30),
    Column("Đảm bảo", width=11),
    Column("Không đảm bảo", width=13),
    Column("Điểm tối đa", width=12),
    Column("Điểm đạt", width=12),
    Column("Ghi chú", width=16),
)
OF_AUTHORITY = ("Chấm điểm", "Đề xuất xếp loại", "Mức độ đáp ứng mục tiêu, nhiệm vụ then chốt")
NOTHING_SAID = "chưa có ý kiến"


def word(paper: Paper, on: dt.date) -> bytes:
    """Any of these papers as a Word file, in the layout in force that day."""
    return docx.write(paper, documents.layout_on(PARTY, on))


# One review


def review_paper(review: Review, on: dt.date, *, reads_all: bool) -> Paper:
    """Mẫu 01, 2A, 2B, 2C or 05: signed by whom it is about; with `reads_all` what bodies said and the result follow."""
    day = review.submitted_on or on
    names = documents.names_on(review.unit, day)
    return Paper(
        system=PARTY,
        on=day,
        issuer_name=organisation.name_of(review.unit, day),
        superior_name=names.superior,
        place=names.place,
        day_is_blank=review.submitted_on is None,
        type_label=_label(review),
        abstract=_when(review.period),
        blocks=(*_head(review, day), *_written(review), *(_judged(review) if reads_all else ())),
        signature=_signature(review),
    )


def _label(review: Review) -> str:
    return review.template.title.partition(" (")[0]


def _when(period: ReviewPeriod) -> str:
    said = str(period)
    return said[:1].lower() + said[1:]


def _head(review: Review, day: dt.date) -> Iterator[Block]:
    yield Paragraph((Run(f"({review.template})", italic=True),), centred=True)
    if review.person is None:
        return
    yield Paragraph((Run("Họ và tên: "), Run(review.person.full_name, bold=True)))
    if review.title_name:
        yield Paragraph(f"Chức vụ: {review.title_name}")
    yield Paragraph(f"Sinh hoạt tại: {organisation.name_of(review.unit, day)}")


def _written(review: Review) -> Iterator[Block]:
    said: dict[int, list[Statement]] = {}
    for one in review.statements.exclude(text=""):
        said.setdefault(one.section_id, []).append(one)
    if review.template.has_marks:
        is_sheet = review.template.code == Code.PERIODIC
        yield Heading(1, "I. TỰ ĐÁNH GIÁ" if is_sheet else "A. TỰ KIỂM ĐIỂM")
    for section in review.template.sections.all():
        yield Heading(2, f"{section.number}. {section.heading}")
        lines = said.get(section.pk, [])
        for line in lines:
            mended = f" ({str(line.get_mended_display()).lower()})" if line.mended else ""
            yield from (Paragraph(text) for text in f"{line.text}{mended}".splitlines() if text.strip())
        if not lines:
            yield Paragraph(ROOM_FOR_THE_HAND)


def _judged(review: Review) -> Iterator[Block]:
    """What only she, who conducts and who decides read: marks, the meetings, the reply, the result."""
    own = review.marks.filter(stage=Stage.SELF).first()
    if review.template.code == Code.PERIODIC:
        yield from _sheet(review, own)
    elif own:
        yield Heading(1, "B. TỰ CHẤM, ĐỀ XUẤT MỨC")
        yield from _mark(own)
    yield from _said(review)


def _sheet(review: Review, own: Mark | None) -> Iterator[Block]:
    """Mẫu 05 as the sheet in use has it: most and given beside each other, the rest for the hand (domain §8)."""
    template = review.template
    given = (own.common, own.tasks, own.total) if own else (None, None, None)
    most = (template.common_most, template.task_most, template.total_most)
    rows = [
        (number, what, "", "", show(high), show(got) if got is not None else "", "")
        for number, what, high, got in zip(
            ("A", "B", ""), ("Tiêu chí chung", "Kết quả thực hiện nhiệm vụ", "Tổng"), most, given, strict=True
        )
    ]
    yield Table(SHEET, tuple(rows))
    yield Heading(1, "II. TỰ ĐỀ XUẤT XẾP LOẠI")
    yield Paragraph(own.get_level_display() if own and own.level else ROOM_FOR_THE_HAND)
    if not review.is_decided:
        yield Heading(1, "III. NHẬN XÉT CỦA CẤP CÓ THẨM QUYỀN")
        yield from (Paragraph(f"{what}: {ROOM_FOR_THE_HAND[:50]}") for what in OF_AUTHORITY)


def _mark(mark: Mark) -> Iterator[Block]:
    if mark.total is not None and mark.common is not None and mark.tasks is not None:
        template = mark.review.template
        yield Paragraph(f"Tiêu chí chung: {show(mark.common)}/{template.common_most} điểm.")
        yield Paragraph(f"Kết quả thực hiện nhiệm vụ: {show(mark.tasks)}/{template.task_most} điểm.")
        yield Paragraph(f"Tổng: {show(mark.total)}/{template.total_most} điểm.")
    if mark.level:
        yield Paragraph(f"Mức đề xuất: {mark.get_level_display()}.")


def _said(review: Review) -> Iterator[Block]:
    hearings = list(review.hearings.all())
    marks = {one.stage: one for one in review.marks.select_related("review__template")}
    for heard in hearings:
        yield Heading(1, f"NHẬN XÉT: {heard.body.upper()}")
        yield from _heard(heard, marks)
    if hearings:
        yield Heading(1, "TRẢ LỜI CỦA NGƯỜI ĐƯỢC KIỂM ĐIỂM")
        yield from _paragraphs(review.reply or _silence(review))
    if review.is_decided:
        yield Heading(1, "KẾT QUẢ XẾP LOẠI")
        yield from _result(review)


def _heard(heard: Hearing, marks: Mapping[str, Mark]) -> Iterator[Block]:
    came = f"có mặt {show(heard.present)}/{show(heard.due)} người"
    yield Paragraph(f"Họp ngày {show_date(heard.held_on)}, biên bản số {heard.minutes_number}; {came}.")
    yield from _paragraphs(heard.remark)
    if heard.issued is not None and heard.returned is not None:
        votes = "; ".join(f"{label}: {show(count)} phiếu" for label, count in heard.votes)
        yield Paragraph(
            f"Phát ra {show(heard.issued)} phiếu, thu về {show(heard.returned)} phiếu. {votes}".strip()
        )
    if heard.place in marks:
        yield from _mark(marks[heard.place])


def _silence(review: Review) -> str:
    return "Nói không có ý kiến." if review.waived_on else f"{NOTHING_SAID[:1].upper()}{NOTHING_SAID[1:]}."


def _result(review: Review) -> Iterator[Block]:
    assert review.decided_on is not None
    by = organisation.name_of(review.period.decided_by, review.decided_on)
    number = f", văn bản số {review.decision_number}" if review.decision_number else ""
    yield Paragraph(
        (
            Run(f"{review.get_rating_display()}", bold=True),
            Run(f" ({by}, {show_date(review.decided_on)}{number})."),
        )
    )
    yield from _paragraphs(review.decision_note)
    for again in review.reratings.all():
        was, now = again.get_was_display(), again.get_rating_display()
        yield Paragraph(
            f"Xếp loại lại từ “{was}” sang “{now}”: {again.why} (quyết định số {again.decision_number}, "
            f"ngày {show_date(again.decided_on)})."
        )


def _paragraphs(text: str) -> Iterable[Block]:
    return [Paragraph(line) for line in text.splitlines() if line.strip()]


def _signature(review: Review) -> Signature:
    if review.person:
        return Signature(position="Người tự kiểm điểm", name=review.person.full_name, hint=HINT)
    return Signature(
        authority="T/M",
        body="Chi bộ" if review.unit.level == "cell" else "Cấp ủy",
        position="Bí thư",
        hint=HINT,
    )


# Mẫu 03 and 04


def rerating_paper(one: Rerating) -> Paper:
    """Mẫu 03: the decision that cancels a rating and gives another, as the body that rates signs it."""
    review, day = one.review, one.decided_on
    unit = review.period.decided_by
    names = documents.names_on(unit, day)
    said = rules.read_symbol(one.decision_number)
    body = rules.who_signs(names.issuer)
    who = f"đồng chí {review.person.full_name}" if review.person else organisation.name_of(review.unit, day)
    template = template_on(Code.RERATING, day)
    bases = [template.basis] if template and template.basis else []
    return Paper(
        system=PARTY,
        on=day,
        issuer_name=names.issuer,
        superior_name=names.superior,
        type_code="QĐ",
        body_abbreviation=names.letters,
        number=said.number if said else None,
        place=names.place,
        type_label="Quyết định",
        abstract=f"hủy kết quả và xếp loại lại {_when(review.period)}",
        bases=tuple(f"Căn cứ {basis}" for basis in bases),
        blocks=(
            Paragraph((Run(f"{body.upper()} QUYẾT ĐỊNH:", bold=True),), centred=True),
            Paragraph((Run("Điều 1. ", bold=True), Run(_cancels(one, who)))),
            Paragraph((Run("Điều 2. ", bold=True), Run(f"Lý do: {one.why}"))),
            Paragraph((Run("Điều 3. ", bold=True), Run("Quyết định này có hiệu lực kể từ ngày ký."))),
        ),
        signature=Signature(
            authority="T/M", body=body, position="Bí thư" if body == rules.CELL else "Phó Bí thư"
        ),
    )


def _cancels(one: Rerating, who: str) -> str:
    was, now = one.get_was_display(), one.get_rating_display()
    return f"Hủy kết quả xếp loại “{was}” và xếp loại lại {who} ở mức “{now}”."


def files_paper(period: ReviewPeriod, on: dt.date) -> Paper:
    """Mẫu 04: which papers the file of a period holds, in the order of looking. No mark, no rating."""
    names = documents.names_on(period.unit, on)
    columns = (
        Column("TT", "order", 6),
        Column("Của ai", width=34),
        Column("Văn bản", width=34),
        Column("Ngày", "date", 14),
        Column("Ghi chú", width=24),
    )
    return Paper(
        system=PARTY,
        on=on,
        issuer_name=organisation.name_of(period.unit, on),
        superior_name=names.superior,
        place=names.place,
        type_label="Danh mục hồ sơ",
        abstract=_when(period),
        blocks=(Table(columns, tuple(_rows(period))),),
        signature=Signature(position=_keeper(period, on), hint=HINT),
    )


def _keeper(period: ReviewPeriod, on: dt.date) -> str:
    head = Post.objects.on(on).filter(unit=period.unit, is_head=True).select_related("title").first()
    return head.label if head else "Người lập danh mục"


def _rows(period: ReviewPeriod) -> Iterator[Row]:
    number = 0
    for review in period.reviews.in_turn().for_lists().prefetch_related("hearings", "reratings"):
        who = review.person.full_name if review.person else "Tập thể"
        for label, day, note in _papers(review):
            number += 1
            yield (number, who, label, day, note)


def _papers(review: Review) -> Iterator[tuple[str, dt.date | None, str]]:
    if review.status == Status.EXCUSED:
        yield "Chưa kiểm điểm kỳ này", None, review.excused_why
        return
    missing = "" if review.submitted_on else "chưa gửi"
    yield f"{_label(review)} ({review.template.code})", review.submitted_on, missing
    for heard in review.hearings.all():
        yield f"Biên bản số {heard.minutes_number}", heard.held_on, heard.body
    if review.hearings.all():
        yield (
            "Trả lời nhận xét",
            review.replied_on or review.waived_on,
            "" if review.has_answered else NOTHING_SAID,
        )
    if review.decided_on:
        yield "Kết quả xếp loại", review.decided_on, review.decision_number
    for again in review.reratings.all():
        yield "Quyết định xếp loại lại (03)", again.decided_on, again.decision_number
