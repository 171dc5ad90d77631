"""A registration as papers to sign: the registration itself, and the pledge made of the same words.

What is printed is Vietnamese whatever language the reader has chosen for the screen. Nothing is put into
anybody's mouth: a heading about which the record is silent is printed with room to write by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lantoa.documents import docx, rules
from lantoa.documents import queries as documents
from lantoa.documents.layout import PARTY
from lantoa.documents.paper import Block, Column, Heading, Paper, Paragraph, Run, Signature, Table
from lantoa.foundation.dates import show_date
from lantoa.foundation.rights import WORD, reads
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Post
from lantoa.programme import queries as programme
from lantoa.programme.models import Theme
from lantoa.registrations.models import Registration, RegistrationTask
from lantoa.registrations.models.said import DUE, DUTY, FIELDS, HEADINGS, TARGET, WHAT

REGISTRATION, PLEDGE = "ban-dang-ky", "ban-cam-ket"
KINDS = {REGISTRATION: "Bản đăng ký", PLEDGE: "Bản cam kết tu dưỡng, rèn luyện, phấn đấu"}
ROOM_FOR_THE_HAND = "." * 90
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")

# The columns of the table of tasks, and how wide each is.
WIDTHS = {WHAT: 30, DUTY: 18, TARGET: 18, DUE: 12}

LABELS: dict[str, str] = {Theme.Span.TERM: "Chuyên đề toàn khóa", Theme.Span.YEAR: "Chuyên đề năm"}

# The headings of the pledge, and which boxes of the record speak to them.
PLEDGED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Thực hiện các nghị quyết, quy định về xây dựng, chỉnh đốn Đảng; phòng, chống suy thoái", ()),
    ("Trách nhiệm nêu gương", ("example",)),
    ("Lập trường tư tưởng; đạo đức, lối sống", ("thought", "ethics")),
    ("Ý thức tổ chức kỷ luật; phương pháp, phong cách, lề lối làm việc", ("method", "style")),
    ("Hoàn thành chức trách, nhiệm vụ được giao", ("tasks",)),
    ("Khắc phục hạn chế, khuyết điểm sau kiểm điểm", ("shortcomings",)),
    ("Học tập, nâng cao trình độ", ()),
)


def texts_of(one: Registration) -> list[tuple[str | Promise, str]]:
    """(label, text) of what was added in words, with the pillars as they were on the day it was sent."""
    found: list[tuple[str | Promise, str]] = []
    if text := shortcomings_of(one):
        found.append((_("Hạn chế, khuyết điểm cần khắc phục"), text))
    labels: dict[str, str | Promise] = {}
    for pillar in one.pillars:
        labels[pillar["code"]] = _("Về %(pillar)s") % {"pillar": pillar["in_full"] or pillar["name"]}
    labels["example"] = _("Trách nhiệm nêu gương")
    return found + [(label, getattr(one, code)) for code, label in labels.items() if getattr(one, code, "")]


def shortcomings_of(one: Registration) -> str:
    """What is to be mended: in the owner's own words, and what the tasks are tied to."""
    tied: dict[str, list[str]] = {}
    for task in one.ordered_tasks:
        if task.shortcoming:
            tied.setdefault(task.shortcoming.finding, []).append(str(task.order))
    lines = [f"{finding} (khắc phục bằng việc thứ {', '.join(orders)})" for finding, orders in tied.items()]
    return "\n".join(filter(None, [one.shortcomings, *lines]))


def word(one: Registration, kind: str, on: date, *, by: Actor | None = None) -> bytes:
    """The paper as a Word file, in the layout in force on the day it is printed; as `by` reads it, whole without."""
    return docx.write(paper(one, kind, on, by=by), documents.layout_on(PARTY, on))


def read_by(one: Registration, by: Actor | None, form: str) -> dict[str, bool]:
    """Which fields at the head of the paper the actor reads in this form; all of them where nobody is named."""
    names = ("born_on", "card_number")
    if by is None:
        return dict.fromkeys(names, True)
    is_own = by.person is not None and one.person_id == by.person.pk
    return {name: reads(by, f"registrations.{name}", form, is_own=is_own) for name in names}


def paper(one: Registration, kind: str, on: date, *, by: Actor | None = None) -> Paper:
    """Headed by the cell, signed by its owner beside the cell's confirmation; dated when it was sent."""
    day = one.registered_on or on
    above = organisation.ancestors(one.unit, day)
    is_pledge = kind == PLEDGE
    return Paper(
        system=PARTY,
        on=day,
        issuer_name=organisation.name_of(one.unit, day),
        superior_name=above[-1].name if above else "",
        place=rules.place_of([*(place.name for place in above), organisation.name_of(one.unit, day)]),
        day_is_blank=one.registered_on is None,
        type_label="Bản cam kết" if is_pledge else "Bản đăng ký",
        abstract=_abstract(one, is_pledge),
        blocks=(
            *_who(one, day, read_by(one, by, WORD)),
            *(_pledge(one) if is_pledge else _registration(one)),
            *_agreed(one),
        ),
        signature=_owner_signs(one, is_pledge),
        countersignature=_unit_confirms(one),
    )


HINT = "ký, ghi rõ họ tên"


def _owner_signs(one: Registration, is_pledge: bool) -> Signature:
    """A person signs for herself, the head of a household for it, the secretary for a cell, somebody for others."""
    if one.person:
        position = "Người cam kết" if is_pledge else "Người đăng ký"
        return Signature(position=position, name=one.owner_name, hint=HINT)
    if one.is_household:
        return Signature(position="Chủ hộ", hint=HINT)
    if one.unit.level == Unit.Level.CELL:
        return Signature(authority="T/M", body="Chi bộ", position="Bí thư", hint=HINT)
    return Signature(position="Đại diện tập thể", hint=HINT)


def _unit_confirms(one: Registration) -> Signature:
    """The cell confirms what its people undertake; what a cell undertakes itself is confirmed above it."""
    if one.unit.level != Unit.Level.CELL:
        return Signature(position="Xác nhận của chi bộ", hint=HINT)
    if one.person or one.is_household:
        return Signature(authority="T/M", body="Chi bộ", position="Bí thư", hint=f"xác nhận, {HINT}")
    return Signature(position="Xác nhận của cấp ủy cấp trên", hint=HINT)


def _abstract(one: Registration, is_pledge: bool) -> str:
    if is_pledge:
        return f"tu dưỡng, rèn luyện, phấn đấu năm {one.year}"
    return f"{one.programme_name[:1].lower()}{one.programme_name[1:]} năm {one.year}".strip()


def _who(one: Registration, day: date, shows: dict[str, bool]) -> Iterator[Block]:
    yield Paragraph((Run(_owner_label(one)), Run(one.household or one.owner_name, bold=True)))
    if one.person:
        if one.person.born_on and shows["born_on"]:
            yield Paragraph(f"Ngày sinh: {show_date(one.person.born_on)}")
        posts = "; ".join(posts_of(one, day))
        kind = "đảng viên" if one.is_party_member else "quần chúng ngoài Đảng"
        yield Paragraph(f"Chức vụ: {posts}; {kind}" if posts else f"Là {kind}")
        if one.is_party_member and one.person.card_number and shows["card_number"]:
            yield Paragraph(f"Số thẻ đảng viên: {one.person.card_number}")
    yield Paragraph(f"Đơn vị: {organisation.name_of(one.unit, day)}")
    yield from (Paragraph(f"{label}: {title}") for label, title in themes_of(one, day))


def posts_of(one: Registration, day: date) -> list[str]:
    """What its owner was on that day: every post she held, in the Party and outside."""
    held = Post.objects.on(day).filter(person=one.person).select_related("title") if one.person else []
    return [post.label for post in held]


def themes_of(one: Registration, day: date) -> list[tuple[str, str]]:
    """(label, title) of the term's and the year's theme that applies to its unit; the nearest of each kind.

    Sent before its year begins, it is printed with the themes of that year.
    """
    found = {theme.kind: theme for theme in programme.themes_of(one.unit, max(day, date(one.year, 1, 1)))}
    return [(LABELS[kind], found[kind].title) for kind in LABELS if kind in found]


def _owner_label(one: Registration) -> str:
    if one.is_household:
        return "Hộ gia đình, chủ hộ: "
    return "Họ và tên: " if one.person else "Tập thể: "


def _registration(one: Registration) -> Iterator[Block]:
    number = 0
    for number, (label, text) in enumerate(texts_of(one), start=1):
        yield Heading(1, f"{ROMAN[number - 1]}. {str(label).upper()}")
        yield from _paragraphs(text)
    yield Heading(1, f"{ROMAN[number]}. VIỆC LÀM CỤ THỂ")
    yield Table(
        (
            Column("TT", kind="order", width=6),
            *(Column(str(HEADINGS[name]), width=w) for name, w in WIDTHS.items()),
        ),
        [(task.order, *map(_cell, task.columns)) for task in one.ordered_tasks],
    )


def _cell(said: list[tuple[str, str]]) -> str:
    """What stands in one cell: sentences where something has a label, else facts after each other."""
    if not any(label for label, _text in said):
        return "; ".join(text for _label, text in said)
    return " ".join(f"{label}: {_sentence(text)}" if label else _sentence(text) for label, text in said)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _pledge(one: Registration) -> Iterator[Block]:
    yield Paragraph(f"Tôi cam kết thực hiện những nội dung sau trong năm {one.year}:")
    for number, (heading, boxes) in enumerate(PLEDGED, start=1):
        yield Heading(2, f"{number}. {heading}")
        said = [block for box in boxes for block in _said_in(one, box)]
        yield from said or [Paragraph(ROOM_FOR_THE_HAND), Paragraph(ROOM_FOR_THE_HAND)]


def _said_in(one: Registration, box: str) -> Iterator[Block]:
    if box != "tasks":
        yield from _paragraphs(shortcomings_of(one) if box == "shortcomings" else getattr(one, box))
        return
    for task in one.ordered_tasks:
        told = "; ".join(_facts(task))
        yield Paragraph(f"- {task.what}" + (f" ({told})" if told else ""))


def _facts(task: RegistrationTask) -> Iterator[str]:
    """The target, the product, the deadline, as far as they are known."""
    for heading in (TARGET, DUE):
        said = [text for field in FIELDS if field.heading == heading and (text := field.said_of(task))]
        yield from (f"hạn {text}" if heading == DUE else text for text in said)


def _paragraphs(text: str) -> Iterator[Block]:
    yield from (Paragraph(line.strip()) for line in text.splitlines() if line.strip())


def _agreed(one: Registration) -> Iterator[Block]:
    if one.is_on_behalf and one.entered_by:
        state = (
            f"người đăng ký đã {one.get_confirmed_how_display()}, ngày {show_date(one.confirmed_on)}"
            if one.confirmed_on
            else "người đăng ký chưa xác nhận"
        )
        yield Paragraph((Run(f"Đồng chí {one.entered_by} ghi hộ; {state}.", italic=True),))
    if one.is_approved:
        yield Paragraph(
            f"Thông qua tại buổi họp ngày {show_date(one.meeting_on)}, biên bản số {one.minutes_number}."
        )
