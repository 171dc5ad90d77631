"""From what a report says to a paper that a printer lays out.

What is printed is Vietnamese whatever language the reader has chosen for the screen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lantoa.documents.layout import PARTY
from lantoa.documents.paper import (
    Annex,
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paper,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
)
from lantoa.foundation.dates import show_moment
from lantoa.foundation.text import lower_first
from lantoa.reports import rules, words
from lantoa.reports.content import AnnexRow, Content, Entry, FilledSection, PracticeRow, UnitRow
from lantoa.reports.form import Form
from lantoa.reports.models import Report
from lantoa.reports.sentences import Line

Address = Callable[[str], str]
MOST_NAMED = 40
FEW = 10


@dataclass(frozen=True)
class Heads:
    """How the paper is headed and signed: what the officer chose, else what the tree says."""

    issuer: str
    superior: str
    place: str
    letters: str
    abstract: str
    signing_body: str
    signer_position: str
    signer_name: str
    recipients: tuple[str, ...]

    @classmethod
    def of(cls, report: Report, content: Content, form: Form) -> Heads:
        """The report's own words go before the tree's."""
        names = content.names
        programme = lower_first(content.programme) or "công tác"
        usual = content.title or form.abstract.format(programme=programme, period=content.period.label)
        above = (names.superior,) if names.superior else ()
        below = ("Các tổ chức đảng trực thuộc",) if content.units_due else ("Lưu chi bộ",)
        listed = tuple(line.strip() for line in report.recipients.splitlines() if line.strip())
        return cls(
            issuer=report.issuer or names.issuer,
            superior=report.superior or names.superior,
            place=report.place or names.place,
            letters=report.letters or names.letters,
            abstract=report.abstract or usual,
            signing_body=report.signing_body or rules.who_signs(report.issuer or names.issuer),
            signer_position=report.signer_position or "Bí thư",
            signer_name=report.signer_name,
            recipients=listed or above + below,
        )


def paper(
    content: Content, report: Report, form: Form, *, today: dt.date, address: Address | None = None
) -> Paper:
    """The report as a paper. `address` makes whole web addresses; without it figures bear no links."""
    heads, document = Heads.of(report, content, form), report.document
    return Paper(
        system=content.names.system,
        on=document.issued_on if document else today,
        issuer_name=heads.issuer,
        superior_name=heads.superior,
        type_code=form.type_code,
        body_abbreviation=heads.letters,
        number=document.number if document else None,
        place=heads.place,
        day_is_blank=document is None,
        type_label=form.type_label,
        abstract=heads.abstract,
        blocks=tuple(_blocks(content, report, heads, address or _no_address)),
        signature=Signature(
            authority="T/M" if heads.signing_body else "",
            body=heads.signing_body,
            position=heads.signer_position,
            name=heads.signer_name,
        ),
        recipients=heads.recipients,
        archive=rules.archive_of(heads.issuer) if content.names.system == PARTY else heads.letters,
    )


def _no_address(_url: str) -> str:
    return ""


def _blocks(content: Content, report: Report, heads: Heads, address: Address) -> Iterator[Block]:
    yield Paragraph(opening(content, heads.issuer))
    for number, part in enumerate(content.parts):
        told = list(gaps(content, report.missing_note)) if number == 0 else []
        yield Heading(part.level, part.heading.upper() if part.level == 1 else part.heading)
        yield from _part(part, report, address, bool(told))
        yield from map(Paragraph, told)
    yield from _annexes(content, address)


def opening(content: Content, issuer: str) -> str:
    """ "Thực hiện Chỉ thị số … , Đảng ủy xã An Phú báo cáo kết quả năm 2026 (số liệu đến ngày 16/11/2026) như sau:"."""
    data = f"số liệu đến ngày {rules.paper_day(content.data_as_of)}"
    lead = f"Thực hiện {content.bases}, {issuer}" if content.bases else issuer
    told = content.title if content.title.startswith(tuple(words.CALLED.values())) else ""
    return f"{lead} báo cáo {told or f'kết quả {words.in_one_style(content.period.label)}'} ({data}) như sau:"


def gaps(content: Content, note: str = "") -> Iterator[str]:
    """How many units below have figures, the name of every one that has none, and what approved rounds say of it."""
    yield from _of_units(content, note)
    yield from content.coverage
    if content.counted_at:
        moment = show_moment(content.counted_at)
        yield f"Số liệu của bản nháp tính đến {moment}. Khi ban hành, hệ thống đếm lại từng bản ghi."


def _of_units(content: Content, note: str) -> Iterator[str]:
    if not content.units_due:
        return
    absent = len(content.missing)
    yield f"Có {content.units_due - absent}/{content.units_due} tổ chức đảng trực thuộc có số liệu trong kỳ."
    if absent:
        names = ", ".join(one.name for one in content.missing) if absent <= MOST_NAMED else "nêu tại phụ lục"
        yield f"Báo cáo chưa có số liệu của {absent} tổ chức: {names}. {note}".strip()


def _part(part: FilledSection, report: Report, address: Address, further: bool) -> Iterator[Block]:
    if part.lines:
        yield Paragraph(_runs(part.text, address))
    if part.items:
        yield Bullets(tuple(_runs(line, address) for line in part.items))
    own = [line.strip() for line in report.texts.get(part.code, "").splitlines() if line.strip()]
    yield from (Paragraph(line) for line in own)
    if not (part.lines or part.items or own or part.holds or further):
        yield Paragraph(_empty(part, report))


def _empty(part: FilledSection, report: Report) -> tuple[Run, ...]:
    if not report.is_draft:
        return (Run("Chưa có số liệu trong kỳ báo cáo."),)
    lead = "Phần này do đồng chí soạn báo cáo tự viết." if part.by_hand else "Chưa có số liệu trong kỳ."
    return (Run(f"[{lead}{f' Hỏi {part.asks}.' if part.asks else ''}]", italic=True),)


def _runs(line: Line, address: Address) -> tuple[Run, ...]:
    return tuple(Run(piece.text, link=address(piece.url) if piece.url else "") for piece in line)


def _annexes(content: Content, address: Address) -> Iterator[Annex]:
    period = content.period.label
    if content.rows:
        yield Annex(f"Biểu tổng hợp số liệu {period}", indicators(content, address), _notes(content))
    if content.units:
        yield Annex(f"Số liệu theo đơn vị {period}", units(content))
    if content.practices:
        yield Annex(
            f"Các mô hình tự xây dựng đã đăng ký, đang thực hiện {period}",
            practices(content, address),
            _unnamed(content),
        )
    if len(content.missing) > MOST_NAMED:
        yield Annex(f"Tổ chức chưa có số liệu {period}", missing(content))


def _notes(content: Content) -> tuple[str, ...]:
    return (
        f"Lũy kế tính từ ngày {rules.paper_day(content.stage.starts)}.",
        "Số đứng sau từ chỉ mức chính xác (gần, trên, khoảng…) được giữ nguyên như đơn vị khai báo.",
        *unrecorded(content),
    )


def unrecorded(content: Content) -> tuple[str, ...]:
    """How many rows nobody has recorded, and which where they are few; nothing where every row is printed."""
    rows = content.unrecorded
    names = ": " + "; ".join(lower_first(row.label) for row in rows) if len(rows) <= FEW else ""
    return (f"Không in {len(rows)} chỉ tiêu chưa ghi{names}.",) if rows else ()


def indicators(content: Content, address: Address = _no_address) -> Table:
    """TT | Chỉ tiêu | Đơn vị tính | Kỳ báo cáo | Cùng kỳ | Lũy kế từ đầu giai đoạn | Ghi chú."""
    columns = (
        Column("TT", "order", 7),
        Column("Chỉ tiêu", width=40),
        Column("Đơn vị tính", width=16),
        Column("Kỳ báo cáo", "number", 20),
        Column("Cùng kỳ", "number", 18),
        Column("Lũy kế từ đầu giai đoạn", "number", 20),
        Column("Ghi chú", width=26),
    )

    def cells(number: int, row: AnnexRow) -> Row:
        now = _cell(row.now, address(row.url))
        return (number, row.label, row.unit_of_count, now, _cell(row.before), _cell(row.since), row.note)

    return Table(columns, tuple(cells(n, row) for n, row in enumerate(content.rows, start=1)))


def not_recorded(content: Content) -> Table:
    """The rows that nobody has recorded, where they are not printed."""
    columns = (Column("TT", "order", 6), Column("Chỉ tiêu", width=60), Column("Đơn vị tính", width=16))
    rows = enumerate(content.unrecorded, start=1)
    return Table(columns, tuple((n, row.label, row.unit_of_count) for n, row in rows))


def units(content: Content) -> Table:
    """A row a unit, the whole below."""
    columns = (
        Column("TT", "order", 7),
        Column("Đơn vị", width=46),
        *(Column(title, "number", 13) for title in content.columns),
        Column("Ghi chú", width=16),
    )

    def cells(number: int, row: UnitRow) -> Row:
        order = None if row.total else number
        return (
            order,
            Cell(row.name, row.total),
            *(_cell(one, bold=row.total) for one in row.entries),
            row.note,
        )

    return Table(columns, tuple(cells(n, row) for n, row in enumerate(content.units, start=1)))


def practices(content: Content, address: Address = _no_address) -> Table:
    """TT | Tên mô hình | Tập thể, cá nhân | Lĩnh vực | Đơn vị | Cấp | Năm | Kết quả | Công nhận | Nhân rộng."""
    columns = (
        Column("TT", "order", 6),
        Column("Tên mô hình", width=30),
        Column("Tập thể, cá nhân", width=10),
        Column("Lĩnh vực", width=16),
        Column("Đơn vị", width=22),
        Column("Cấp", width=12),
        Column("Năm đăng ký", "order", 8),
        Column("Kết quả", width=28),
        Column("Công nhận (số QĐ)", width=18),
        Column("Nhân rộng (nơi)", "number", 8),
    )

    def cells(number: int, row: PracticeRow) -> Row:
        name = Cell(row.name, False, address(row.url))
        whose = (row.subject, row.field, row.unit, row.level, str(row.year))
        return (number, name, *whose, row.result, row.recognised, row.taken_over)

    return Table(columns, tuple(cells(n, row) for n, row in enumerate(content.practices, start=1)))


def _unnamed(content: Content) -> tuple[str, ...]:
    return (f"Và {content.practices_left} mô hình khác.",) if content.practices_left else ()


def missing(content: Content) -> Table:
    """The units that have neither records nor declarations."""
    columns = (Column("TT", "order", 6), Column("Tổ chức", width=60), Column("Mã đơn vị", width=16))
    return Table(columns, tuple((n, one.name, one.code) for n, one in enumerate(content.missing, start=1)))


def _cell(entry: Entry, link: str = "", bold: bool = False) -> Cell:
    return Cell(entry.shown if entry.number is None else entry.number, bold, link)
