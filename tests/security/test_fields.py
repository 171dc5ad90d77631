"""The one table role × field × form, walked: whoever opens a page, a print or a file reads there what the table says
and nothing else.
"""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pytest

from lantoa.foundation.dates import Period
from lantoa.foundation.rights import FILE, FORMS, PAGE, PRINT, SHEET, WORD, fields, reads
from lantoa.outreach import actions as outreach
from lantoa.people import actions as people
from lantoa.people.models import Membership
from lantoa.people.roles import ROLES as EVERY_ROLE
from lantoa.programme import actions as programme
from lantoa.registrations.tests import papers
from lantoa.reports.actions import begin
from lantoa.reviews.actions import save_head, send_head
from lantoa.reviews.tests import stories as reviews
from lantoa.shortcomings.tests import stories
from lantoa.study import actions as study
from lantoa.supervision import actions as supervision
from lantoa.supervision.tests import stories as inspections
from tests.cast import ROLES

BORN, CARD, PHONE, MAIL, GIVER = "12/03/1980", "35.118207", "0912777333", "huong@sonha.vn", "Lò Thị Canh"
NOTED = "Chưa thấy ảnh buổi tháng 9."
INSPECTED, DISCIPLINED = "Việc giữ lời hứa với bà con bản Nà Pan.", "Hứa mà không làm, không báo lại."
COMPLAINANT, STUDIED = "Vàng A Lử", "Tôi còn nói nhiều hơn làm."
TOLD, QUOTED = "Còn hai hồ sơ tồn do tôi chậm ký.", "mỗi thứ hai tiếp dân tại nhà văn hóa"
AUTHOR, TAUGHT = "Nhóm Mường Hoa", "Lù Thị Sáo"
# What is looked for, as a page or as a cell of a workbook writes it (a day is a number there).
CANARIES = {
    "born_on": (BORN, "1980-03-12", "29292"),
    "card_number": (CARD,),
    "phone": (PHONE,),
    "email": (MAIL,),
    "text": ("Mỗi tối thứ Bảy tôi giúp bà con",),
    "finding": (stories.FINDING,),
    "given_by": (GIVER,),
    "reviews.text": (reviews.WORDS,),
    "study.essay": (STUDIED,),
    "noted": (NOTED,),
    "inspected": (INSPECTED,),
    "discipline": (DISCIPLINED,),
    "complainant": (COMPLAINANT,),
    "donor": ("Sùng Thị Giở",),
    "author": (AUTHOR,),
    "certified": (TAUGHT,),
    "participant": (TAUGHT,),
    "head_told": (TOLD,),
    "head_quoted": (QUOTED,),
}


@dataclass(frozen=True)
class Source:
    """A place where some fields may be read: in which form, at which address; `whole` where who may read must find."""

    name: str
    form: str
    codes: tuple[str, ...]
    url: Callable[[Any], str]
    whole: bool = True
    is_own: bool = True


PERSON = tuple(f"people.{name}" for name in ("born_on", "card_number", "phone", "email"))
HEAD = ("registrations.born_on", "registrations.card_number", "registrations.text")
SOURCES = [
    Source("the form of a person", PAGE, PERSON, lambda c: f"/nguoi/{c.member.person.pk}/sua/"),
    Source("a person", PAGE, PERSON, lambda c: f"/nguoi/{c.member.person.pk}/", whole=False),
    Source("the list of people", PAGE, PERSON, lambda c: "/nguoi/?tim=Huong", whole=False),
    Source("oneself", PAGE, PERSON, lambda c: "/toi/", is_own=True),
    Source(
        "all of it",
        FILE,
        (
            *PERSON,
            "shortcomings.finding",
            "reviews.text",
            "supervision.noted",
            "supervision.inspected",
            "supervision.discipline",
            "study.essay",
        ),
        lambda c: "/toi/du-lieu/tep/",
    ),
    Source(
        "the list that goes out", SHEET, PERSON, lambda c: f"/xuat/people/?don-vi={c.cell.code}", whole=False
    ),
    Source("a registration", PAGE, HEAD, lambda c: f"/dang-ky/{c.things['paper'].pk}/", whole=False),
    Source("its print", PRINT, HEAD, lambda c: f"/dang-ky/{c.things['paper'].pk}/in/"),
    Source("its Word file", WORD, HEAD, lambda c: f"/dang-ky/{c.things['paper'].pk}/tai/ban-dang-ky/"),
    Source("their list", SHEET, HEAD, lambda c: "/dang-ky/?nam=2027&xuat=xlsx", whole=False),
    Source("a shortcoming", PAGE, ("shortcomings.finding",), lambda c: f"/han-che/{c.things['found'].pk}/"),
    Source(
        "its Word file too", WORD, ("reviews.text",), lambda c: f"/kiem-diem/{c.things['review'].pk}/tai/"
    ),
    Source("an essay", PAGE, ("study.essay",), lambda c: f"/hoc-tap/thu-hoach/{c.things['essay'].pk}/"),
    Source("a review", PAGE, ("reviews.text",), lambda c: f"/kiem-diem/{c.things['review'].pk}/"),
    Source("their print", PRINT, ("shortcomings.finding",), lambda c: "/han-che/in/?xem=don-vi", whole=False),
    Source(
        "their workbook",
        SHEET,
        ("shortcomings.finding",),
        lambda c: "/han-che/?xem=don-vi&xuat=xlsx",
        whole=False,
    ),
    Source(
        "an opinion",
        PAGE,
        ("outreach.given_by",),
        lambda c: f"/tuyen-truyen/y-kien/{c.things['said'].pk}/",
        whole=False,
    ),
    Source("an inspection of her", PAGE, ("supervision.inspected",), lambda c: c.things["inspection"]),
    Source("a paper of its file", WORD, ("supervision.inspected",), lambda c: c.things["its paper"]),
    Source(
        "inspections",
        SHEET,
        ("supervision.inspected", "supervision.discipline"),
        lambda c: "/kiem-tra-giam-sat/?nam=2026&xuat=xlsx",
        whole=False,
    ),
    Source("a discipline", PAGE, ("supervision.discipline",), lambda c: c.things["discipline"]),
    Source(
        "her year on paper",
        PRINT,
        ("reviews.text", "supervision.noted", "supervision.inspected", "supervision.discipline"),
        lambda c: "/mot-nam-cua-toi/2026/",
        whole=False,
    ),
    Source("a note", PAGE, ("supervision.noted",), lambda c: c.things["note"].get_absolute_url()),
    Source(
        "a complaint",
        PAGE,
        ("outreach.complainant",),
        lambda c: f"/tuyen-truyen/don/{c.things['complaint'].pk}/",
        whole=False,
    ),
    Source("complaints", SHEET, ("outreach.complainant",), lambda c: "/tuyen-truyen/don/?xuat=xlsx"),
    Source("gifts", PAGE, ("outreach.donor",), lambda c: "/tuyen-truyen/ung-ho/", whole=False),
    Source(
        "their list that goes out",
        SHEET,
        ("outreach.donor",),
        lambda c: "/tuyen-truyen/ung-ho/?xuat=xlsx",
        whole=False,
    ),
    Source("works sent to a prize", PAGE, ("outreach.author",), lambda c: "/tuyen-truyen/giai/", whole=False),
    Source(
        "the list of works",
        SHEET,
        ("outreach.author",),
        lambda c: "/tuyen-truyen/giai/?xuat=xlsx",
        whole=False,
    ),
    Source("a course", PAGE, ("study.certified",), lambda c: c.things["course"].get_absolute_url()),
    Source(
        "its certificates",
        WORD,
        ("study.certified",),
        lambda c: f"{c.things['course'].get_absolute_url()}giay-chung-nhan/word/",
    ),
    Source(
        "who takes part",
        PAGE,
        ("programme.participant",),
        lambda c: f"/chuong-trinh/tham-gia/{c.things['joined'].pk}/nguoi/",
    ),
    Source(
        "a movement",
        PAGE,
        ("programme.participant",),
        lambda c: c.things["joined"].movement.get_absolute_url(),
        whole=False,
    ),
    Source(
        "units of movements",
        SHEET,
        ("programme.participant",),
        lambda c: "/chuong-trinh/phong-trao/tham-gia/?xuat=xlsx",
    ),
    Source(
        "what a head tells above",
        PAGE,
        ("reviews.head_told",),
        lambda c: c.things["head"].get_absolute_url(),
        whole=False,
    ),
    Source("all of hers", FILE, ("reviews.head_told",), lambda c: "/toi/du-lieu/tep/", whole=False),
    Source("a report", PAGE, ("reports.head_quoted",), lambda c: c.things["report"].get_absolute_url()),
    Source(
        "its Word",
        WORD,
        ("reports.head_quoted",),
        lambda c: f"{c.things['report'].get_absolute_url()}tai/?format=docx",
    ),
    Source(
        "what a report leaves out",
        PAGE,
        ("reviews.head_told",),
        lambda c: c.things["report"].get_absolute_url(),
        whole=False,
    ),
    Source("opinions", SHEET, ("outreach.given_by",), lambda c: "/tuyen-truyen/y-kien/?xuat=xlsx"),
]


def furnish(cast: Any) -> None:
    """The member has everything that may be read of somebody; a citizen left her name with an opinion."""
    person = cast.member.person
    person.born_on, person.card_number, person.phone, person.email = dt.date(1980, 3, 12), CARD, PHONE, MAIL
    person.save()
    cast.things["paper"] = papers.submitted(cast.member)
    cast.things["found"] = stories.of_member(cast)
    cast.account("member")
    cast.things["review"] = reviews.sent(reviews.opened(cast), cast.member)
    papers.approved(cast.member, cast.secretary, year=2026)
    learnt = {"topic": "Chuyên đề", "level": "cell", "party_summoned": 3, "party_attended": 3}
    held = study.record_class(unit=cast.cell, by=cast.secretary, held_on=cast.today, **learnt)
    words = {"understood": "Nêu gương.", "applied": STUDIED, "will_do": "Làm trước."}
    cast.things["essay"] = study.write_essay(held, by=cast.member, **words)
    sample = supervision.draw_sample(cast.cell, by=cast.inspector, year=2026, seed="161126")
    cast.things["note"] = supervision.write_note(sample.papers.get(), by=cast.inspector, text=NOTED)
    one = inspections.opened(
        cast, kind="inspection", unit=cast.cell, person=cast.member.person, what=INSPECTED
    )
    cast.things["inspection"] = one.get_absolute_url()
    cast.things["its paper"] = f"/kiem-tra-giam-sat/tai-lieu/{inspections.paper(one, 'plan').pk}/tai-ve/"
    cast.things["discipline"] = supervision.write_discipline(
        by=cast.inspector,
        unit=cast.cell,
        person=cast.member.person,
        form="Khiển trách",
        what=DISCIPLINED,
        decision_number="21-QĐ/UBKT",
        decided_on=cast.today,
    ).get_absolute_url()
    cast.things["said"] = outreach.receive_opinions(
        ["Đường thôn thiếu đèn."], by=cast.secretary, unit=cast.cell, given_by=GIVER, received_on=cast.today
    )[0]

    cast.things["complaint"] = outreach.enter_complaint(
        unit=cast.commune,
        number="05",
        received_on=cast.today,
        kind="petition",
        text="Đường thôn ngập.",
        complainant=COMPLAINANT,
        by=cast.committee,
    )
    _named_in_lists(cast)
    _told_by_heads(cast)


def _told_by_heads(cast: Any) -> None:
    """One head lets reports quote her page, another does not; a draft of the commune quotes the first."""
    for by, words, may in ((cast.secretary, QUOTED, True), (cast.other_secretary, TOLD, False)):
        page = save_head(by=by, year=2026, key_tasks=words, exemplary=words, may_be_quoted=may)
        cast.things["head"] = send_head(page, by=by)
    cast.things["report"] = begin(unit=cast.commune, period=Period.year(2026), by=cast.officer)


def _named_in_lists(cast: Any) -> None:
    """Another of the cell takes part in a movement and holds a certificate; names stand beside a gift and a work."""
    since, of_cell = dt.date(2026, 3, 2), {"unit": cast.cell, "by": cast.secretary}
    taught = people.add_person(full_name=TAUGHT, by=cast.administrator)
    Membership.objects.create(person=taught, unit=cast.cell, starts=since)
    course = study.record_course(
        kind="theory", name="Lớp lý luận", starts=since, participants=9, has_programme=True, **of_cell
    )
    study.give_certificates(course, names=TAUGHT, issued_on=since, by=cast.secretary)
    movement = programme.launch_movement(name="Sạch làng", level="unit", starts=since, **of_cell)
    cast.things["course"] = course
    cast.things["joined"] = programme.join_movement(movement, joined_on=since, **of_cell)
    programme.name_participants(cast.things["joined"], names=TAUGHT, joined_on=since, by=cast.secretary)
    given = {"amount": 500_000, "given_on": since, "purpose": "Cầu thôn", "donor_kind": "individual"}
    outreach.record_donation(None, donor_name="Sùng Thị Giở", **given, **of_cell)
    prize = outreach.open_prize(
        unit=cast.province,
        name="Giải",
        round="2026",
        level="province",
        fields="Báo chí",
        starts=since,
        by=cast.officer,
    )
    outreach.send_work(prize=prize, title="Suối", field="Báo chí", author=AUTHOR, sent_on=since, **of_cell)


def text_of(answer: Any) -> str:
    """All words of a page or of a file; nothing of what was refused or leads elsewhere."""
    if answer.status_code != 200:
        return ""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(BytesIO(content)) as packed:
        parts = [packed.read(name).decode(errors="replace") for name in packed.namelist()]
    return re.sub(r"<[^>]+>", "\n", " ".join(parts))


@pytest.mark.deep(each=3)
@pytest.mark.django_db
@pytest.mark.parametrize("source", SOURCES, ids=lambda one: one.name)
def test_everybody_reads_what_the_table_says(cast, source):
    furnish(cast)
    opened = set()
    for who in ROLES:
        answer = cast.client(who).get(source.url(cast))
        said = text_of(answer)
        for code in source.codes:
            # the history of what one did oneself holds what one wrote: who found it, who inspected
            is_own = who == "member" or (
                source.form == FILE and who in ("secretary", "other_secretary", "inspector")
            )
            may = reads(getattr(cast, who), code, source.form, is_own=is_own)
            shown = any(word in said for word in CANARIES.get(code) or CANARIES[code.partition(".")[2]])
            assert may or not shown, f"{who} reads {code} in {source.name}, the table says no"
            is_hers = source.url(cast).startswith("/toi/")
            if source.whole and answer.status_code == 200 and (who == "member" or not is_hers):
                assert shown or not may, f"{who} does not find {code} in {source.name}, the table says yes"
        opened |= {who} if said else set()
    assert opened, "nobody opened it: the address has moved"


def test_the_table_names_what_there_is():
    forms = set(FORMS)
    walked = {(code, source.form) for source in SOURCES for code in source.codes}
    for code, field in fields().items():
        named = set(field.readers) | set(field.own.split())
        assert named <= forms, f"{code} names a form that there is not"
        assert {(code, form) for form in named} <= walked, f"{code}: no source is walked in each of its forms"
        rights = {right for role in EVERY_ROLE.values() for right in role.permissions}
        assert set(field.readers.values()) - {""} <= rights, f"{code} asks for a right that nobody holds"


def test_who_answers_for_data_reads_no_field_of_others(cast):
    assert not [code for code in fields() for form in FORMS if reads(cast.protector, code, form)]
