"""The dossier that asks for commendations: what is written in the proposals, laid out as the papers an office signs.

Nothing is added to what was recorded; what nobody wrote is left for the hand.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from lantoa.commendations import queries, words
from lantoa.commendations.models import Commendation, Proposal
from lantoa.commendations.printing.decision import form_in_words
from lantoa.documents import docx, rules
from lantoa.documents import queries as documents
from lantoa.documents.layout import PARTY
from lantoa.documents.names import safe_name
from lantoa.documents.paper import Block, Column, Heading, Paper, Paragraph, Row, Signature, Table
from lantoa.foundation.dates import show_date
from lantoa.foundation.numbers import show
from lantoa.foundation.text import upper_first
from lantoa.meetings.models import Meeting
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Post

ROOM_FOR_THE_HAND = "." * 90
HINT = "ký, ghi rõ họ tên"
LIST = (
    Column("TT", "order", 5),
    Column("Họ tên, tên tập thể", width=18),
    Column("Chức vụ, đơn vị", width=20),
    Column("Thành tích tóm tắt", width=40),
    Column("Hình thức đề nghị", width=12),
    Column("Cấp đề nghị", width=12),
    Column("Tỷ lệ phiếu", width=14),
    Column("Đã được khen (năm, hình thức)", width=24),
)
VOTES = (
    Column("TT", "order", 6),
    Column("Tập thể, cá nhân", width=34),
    Column("Hình thức đề nghị", width=20),
    Column("Phiếu đồng ý", width=14),
    Column("Tỷ lệ", width=14),
)


class Files:
    """The proposals of one unit, and what all papers about them need."""

    def __init__(self, proposals: Sequence[Proposal], actor: Actor) -> None:
        self.proposals, self.actor = proposals, actor
        self.unit: Unit = proposals[0].proposed_by
        self.day: dt.date = max(one.submitted_on or one.written_on for one in proposals)
        self.names = documents.names_on(self.unit, self.day)
        self.units = organisation.names_of([one.unit_id for one in proposals], self.day)
        self.titles = _titles([one.person_id for one in proposals if one.person_id], self.day)
        self.awards = queries.awards_before(proposals, actor)

    def called(self, one: Proposal) -> str:
        """The person or group, else the unit by its name that day."""
        return one.who or self.units.get(one.unit_id, "")

    def where(self, one: Proposal) -> str:
        """Post and unit of a person, the unit of a group."""
        said = [self.titles.get(one.person_id or 0, ""), self.units.get(one.unit_id, "") if one.who else ""]
        return ", ".join(filter(None, said))

    def before(self, one: Proposal) -> list[Commendation]:
        """What it was commended with earlier, the latest first."""
        return self.awards.get(one.pk, [])

    def paper(self, label: str, abstract: str, blocks: Sequence[Block], **more: object) -> Paper:
        """A paper of the unit that proposes."""
        return Paper(
            system=PARTY,
            on=self.day,
            issuer_name=self.names.issuer,
            superior_name=self.names.superior,
            place=self.names.place,
            type_label=label,
            abstract=abstract,
            blocks=tuple(blocks),
            **more,  # type: ignore[arg-type]
        )


def dossier(proposals: Sequence[Proposal], actor: Actor) -> bytes:
    """A zip of Word files: what is asked, the list, the minutes of each meeting, a report for everybody proposed.

    `proposals` are of one unit and at least one; BadInput where no layout is known for their day.
    """
    files = Files(proposals, actor)
    layout = documents.layout_on(PARTY, files.day)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, paper) in enumerate(_papers(files), start=1):
            moment = (files.day.year, files.day.month, files.day.day, 0, 0, 0)
            entry = zipfile.ZipInfo(safe_name(f"{number:02} {name}", "docx"), moment)
            archive.writestr(entry, docx.write(paper, layout), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _papers(files: Files) -> Iterator[tuple[str, Paper]]:
    for asked in _by_addressee(files.proposals):
        yield "Tờ trình", _submission(files, asked)
    yield "Danh sách trích ngang", _list(files)
    for minutes in _by_minutes(files.proposals):
        yield f"Biên bản bình xét {minutes[0].minutes_number}", _minutes(files, minutes)
    for one in files.proposals:
        yield f"Báo cáo thành tích {files.called(one)}", _report(files, one)


def _by_addressee(proposals: Sequence[Proposal]) -> list[list[Proposal]]:
    """Those that ask the same body together."""
    found: dict[int | None, list[Proposal]] = {}
    for one in proposals:
        found.setdefault(one.addressed_to_id, []).append(one)
    return list(found.values())


def _submission(files: Files, proposals: Sequence[Proposal]) -> Paper:
    body = rules.who_signs(files.names.issuer)
    to = proposals[0].addressed_to
    addressee = documents.names_on(to, files.day).issuer if to else ROOM_FOR_THE_HAND
    counted = _counted(proposals)
    blocks = [
        Paragraph(f"{_meetings(proposals)}{files.names.issuer} đề nghị {addressee} xét, khen thưởng:"),
        *[Paragraph(f"- {upper_first(form)} cho {who}.") for form, who in counted],
        Paragraph("(Danh sách trích ngang, biên bản bình xét và báo cáo thành tích gửi kèm)."),
        Paragraph(f"{files.names.issuer} trân trọng đề nghị {addressee} xem xét, quyết định."),
    ]
    paper = files.paper(
        "Tờ trình",
        f"về việc đề nghị khen thưởng{_on_occasion(proposals)}",
        blocks,
        addressees=(addressee,),
        type_code="TTr",
        body_abbreviation=files.names.letters,
        signature=Signature(
            authority="T/M", body=body, position="Bí thư" if body == rules.CELL else "Phó Bí thư"
        ),
        recipients=("Như trên",),
        archive=rules.archive_of(files.names.issuer),
    )
    return replace(paper, day_is_blank=True)


def _on_occasion(proposals: Sequence[Proposal]) -> str:
    occasion = proposals[0].occasion
    return f", {occasion.name}" if occasion else ""


def _meetings(proposals: Sequence[Proposal]) -> str:
    """ "Căn cứ Biên bản họp bình xét số 05-BB/CB, ngày 10/11/2026, "; nothing where none was held yet."""
    said = [
        f"Biên bản họp bình xét số {group[0].minutes_number}, ngày {rules.paper_day(group[0].minutes_on)}"
        for group in _by_minutes(proposals)
    ]
    return f"Căn cứ {rules.joined(said)}, " if said else ""


def _counted(proposals: Sequence[Proposal]) -> list[tuple[str, str]]:
    """(form, "2 tập thể, 3 cá nhân") in the order in which the forms appear."""
    told = []
    for form in dict.fromkeys(one.proposed_form for one in proposals):
        mine = [one for one in proposals if one.proposed_form == form]
        kinds = [(words.COLLECTIVE, "tập thể"), (words.INDIVIDUAL, "cá nhân")]
        counts = [(sum(one.subject == kind for one in mine), label) for kind, label in kinds]
        told.append((form_in_words(form), ", ".join(f"{n} {label}" for n, label in counts if n)))
    return told


def _list(files: Files) -> Paper:
    rows: list[Row] = [
        (
            number,
            files.called(one),
            files.where(one),
            one.achievement,
            upper_first(form_in_words(one.proposed_form)),
            upper_first(one.get_proposed_level_display()),
            _share(one),
            "; ".join(_award(award) for award in files.before(one)),
        )
        for number, one in enumerate(files.proposals, start=1)
    ]
    about = f"đề nghị khen thưởng{_on_occasion(files.proposals)}"
    return files.paper("Danh sách trích ngang", about, [Table(LIST, rows)])


def _share(one: Proposal) -> str:
    if not one.votes_total or one.votes_for is None:
        return ""
    return f"{show(one.votes_for)}/{show(one.votes_total)} ({_percent(one.votes_for, one.votes_total)})"


def _percent(part: int, whole: int) -> str:
    """ "91,7%"; nothing of nothing."""
    return f"{show(round(Decimal(100 * part) / whole, 1))}%" if whole else ""


def _award(one: Commendation) -> str:
    return f"{one.decided_on.year}, {one.get_form_display()} ({one.get_level_display()})"


def _by_minutes(proposals: Sequence[Proposal]) -> list[list[Proposal]]:
    """Those voted on at one meeting together, the earliest meeting first."""
    found: dict[tuple[dt.date, str], list[Proposal]] = {}
    for one in proposals:
        if one.minutes_on and one.minutes_number:
            found.setdefault((one.minutes_on, one.minutes_number), []).append(one)
    return [found[key] for key in sorted(found)]


def _minutes(files: Files, voted: Sequence[Proposal]) -> Paper:
    rows: list[Row] = [
        (
            number,
            files.called(one),
            upper_first(form_in_words(one.proposed_form)),
            f"{show(one.votes_for)}/{show(one.votes_total)}",
            _percent(one.votes_for or 0, one.votes_total or 0),
        )
        for number, one in enumerate(voted, start=1)
    ]
    place, chair, secretary = _held(voted[0].meeting)
    blocks: list[Block] = [
        Heading(1, "I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN"),
        Paragraph(f"Thời gian: ngày {show_date(voted[0].minutes_on)}."),
        Paragraph(f"Địa điểm: {place or ROOM_FOR_THE_HAND}"),
        Paragraph(f"Chủ trì: {chair or ROOM_FOR_THE_HAND}"),
        Paragraph(f"Thư ký: {secretary or ROOM_FOR_THE_HAND}"),
        Heading(1, "II. KẾT QUẢ BỎ PHIẾU"),
        Table(VOTES, rows),
    ]
    paper = files.paper(
        "Biên bản",
        f"họp bình xét, đề nghị khen thưởng (số {voted[0].minutes_number})",
        blocks,
        signature=Signature(position="Chủ trì", name=chair, hint=HINT),
        countersignature=Signature(position="Thư ký", name=secretary, hint=HINT),
    )
    return replace(paper, on=voted[0].minutes_on or files.day)


def _held(meeting: Meeting | None) -> tuple[str, str, str]:
    """Where, who led it, who wrote; empty where no record says so."""
    return (meeting.place, meeting.chair, meeting.secretary_name) if meeting else ("", "", "")


def _report(files: Files, one: Proposal) -> Paper:
    blocks: list[Block] = [
        Heading(1, "I. SƠ LƯỢC"),
        Paragraph(f"{_whose(one)}: {files.called(one)}."),
        *([Paragraph(f"Chức vụ, đơn vị: {files.where(one)}.")] if files.where(one) else []),
        Heading(1, "II. THÀNH TÍCH"),
        *[Paragraph(line) for line in one.achievement.splitlines() if line.strip()],
        *_fulfilled(files, one),
        Heading(1, "III. ĐÃ ĐƯỢC KHEN THƯỞNG"),
        *([Paragraph(f"- {_award(award)}, {award.decision}.") for award in files.before(one)] or [_none()]),
    ]
    form = form_in_words(one.proposed_form)
    paper = files.paper(
        "Báo cáo thành tích",
        f"đề nghị tặng {form} cho {files.called(one)}",
        blocks,
        signature=Signature(position="Xác nhận của cấp ủy", hint="ký, đóng dấu"),
        countersignature=Signature(position="Người báo cáo", hint=HINT),
    )
    return replace(paper, day_is_blank=True)


def _whose(one: Proposal) -> str:
    return "Họ và tên" if one.subject == words.INDIVIDUAL else "Tên tập thể"


def _none() -> Paragraph:
    return Paragraph("Trong hệ thống chưa ghi khen thưởng nào.")


def _fulfilled(files: Files, one: Proposal) -> Iterator[Block]:
    """The years found for each condition, with what shows them; a missing year is left for the hand."""
    for found in queries.fulfilment_of(one, files.actor):
        for asked in found.asked:
            yield Heading(2, upper_first(asked.label))
            for row in asked.years:
                # A rating is read in its review only: a paper that leaves names the paper that was stated instead.
                told = [shown.label for shown in row.shown if shown.review is None]
                said = "; ".join(told) or ROOM_FOR_THE_HAND
                yield Paragraph(f"- Năm {row.year}: {said}")


def _titles(people: list[int], day: dt.date) -> dict[int, str]:
    """person → the post she holds that day, by its words."""
    held = Post.objects.on(day).filter(person__in=people).select_related("title").order_by("-is_head", "pk")
    found: dict[int, str] = {}
    for post in held:
        found.setdefault(post.person_id, post.label)
    return found
