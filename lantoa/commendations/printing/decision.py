"""The decision as a paper to sign: on which it rests, whom it commends, who carries it out; names in its annex.

What is printed is Vietnamese whatever language the reader has chosen for the screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lantoa.commendations import words
from lantoa.commendations.models import Commendation, Decision, Form, Subject
from lantoa.documents import docx, rules
from lantoa.documents import queries as documents
from lantoa.documents.layout import PARTY
from lantoa.documents.paper import Annex, Block, Cell, Column, Paper, Paragraph, Row, Run, Signature, Table
from lantoa.foundation.text import upper_first
from lantoa.organisation import queries as organisation
from lantoa.programme import queries as programme
from lantoa.programme.models import Serves

CHARTER = "Căn cứ Điều lệ Đảng Cộng sản Việt Nam"
MOST_MINUTES = 5
DECIDES, ARTICLE = "QUYẾT ĐỊNH", "Điều"


def word(decision: Decision) -> bytes:
    """The decision as a Word file, in the layout in force on its day. Raises BadInput where none is known for it."""
    made = paper(decision)
    return docx.write(made, documents.layout_on(made.system, made.on))


def paper(decision: Decision) -> Paper:
    """A decision of a unit of the tree, headed by its committee and signed on behalf of its standing body."""
    assert decision.unit is not None
    day, document = decision.decided_on, decision.document
    names = documents.names_on(decision.unit, day)
    named = list(
        decision.commendations.standing()
        .select_related("person", "proposal__proposed_by")
        .order_by("subject", "pk")
    )
    said = rules.read_symbol(decision.number)
    body = rules.who_signs(names.issuer)
    return Paper(
        system=document.type.system if document else PARTY,
        on=day,
        issuer_name=names.issuer,
        superior_name=names.superior,
        type_code=said.kind if said and said.kind else "QĐ",
        body_abbreviation=document.register.body_abbreviation if document else names.letters,
        number=document.number if document else None,
        place=names.place,
        type_label="Quyết định",
        abstract=f"về việc {_given(named)}",
        bases=tuple(_bases(decision, named)),
        blocks=(*_articles(decision, named, names, body), *_list(decision, named)),
        signature=Signature(
            authority="T/M", body=body, position="Bí thư" if body == rules.CELL else "Phó Bí thư"
        ),
        recipients=tuple(
            filter(None, (f"{names.superior} (để báo cáo)" if names.superior else "", "Như Điều 2"))
        ),
        archive=rules.archive_of(names.issuer),
    )


def _bases(decision: Decision, named: Sequence[Commendation]) -> Iterator[str]:
    """The charter, the guidance in force that day, and the minutes of those who proposed."""
    yield CHARTER
    for basis in programme.bases_on(decision.decided_on, Serves.COMMENDATION):
        day = rules.paper_day(basis.issued_on)
        kind = basis.get_kind_display()
        yield f"Căn cứ {kind} số {basis.symbol}, ngày {day} của {basis.issuer} {basis.abstract}"
    proposals = {one.proposal.pk: one.proposal for one in named if one.proposal}
    by = organisation.names_of([one.proposed_by_id for one in proposals.values()], decision.decided_on)
    if 0 < len(proposals) <= MOST_MINUTES:
        for one in proposals.values():
            minutes = f"{one.minutes_number}, ngày {rules.paper_day(one.minutes_on)}"
            yield f"Căn cứ Biên bản họp bình xét số {minutes} của {by[one.proposed_by_id]}"
    if proposals:
        yield f"Xét đề nghị của {rules.joined(dict.fromkeys(by.values()))}"


def _articles(
    decision: Decision, named: Sequence[Commendation], names: rules.Names, body: str
) -> Iterator[Block]:
    who = body if body == rules.CELL else f"{body} {names.issuer}"
    yield Paragraph((Run(f"{who.upper()} {DECIDES}:", bold=True),), centred=True)
    on = f", {decision.occasion.name}" if decision.occasion else ""
    if len(named) == 1:
        where = organisation.name_of(named[0].unit, decision.decided_on)
        gets = f"Tặng {form_in_words(named[0].form)} cho {called(named[0], where)}, đã có thành tích xuất sắc{on}."
    else:
        gets = f"{upper_first(_given(named))} đã có thành tích xuất sắc{on} (danh sách kèm theo)."
    yield _article(1, gets)
    whose = "cá nhân, tập thể" if len(named) == 1 else "các tập thể, cá nhân"
    office = "" if body == rules.CELL else f"Văn phòng {rules.archive_of(names.issuer) or names.issuer}, "
    yield _article(
        2, f"{office}các tổ chức, đơn vị liên quan và {whose} có tên tại Điều 1 thi hành quyết định này."
    )
    yield _article(3, "Quyết định này có hiệu lực kể từ ngày ký.")


def _article(number: int, text: str) -> Paragraph:
    return Paragraph((Run(f"{ARTICLE} {number}. ", bold=True), Run(text)))


def form_in_words(code: str) -> str:
    """ "Giấy khen", "Bằng khen"; other forms in small letters, as running text has them."""
    label = str(Form(code).label)
    return upper_first(label) if code in (words.CERTIFICATE, words.DIPLOMA) else label


def _given(named: Sequence[Commendation]) -> str:
    """ "tặng Giấy khen cho 2 tập thể, 3 cá nhân; Bằng khen cho 1 tập thể"."""
    told: list[str] = []
    for form in dict.fromkeys(one.form for one in named):
        mine = [one for one in named if one.form == form]
        counts = [
            f"{sum(one.subject == kind for one in mine)} {label}"
            for kind, label in Subject.choices
            if any(one.subject == kind for one in mine)
        ]
        told.append(f"{form_in_words(form)} cho {', '.join(counts)}")
    return f"tặng {'; '.join(told)}" if told else "khen thưởng"


def called(one: Commendation, where: str) -> str:
    """ "đồng chí Đỗ Thị Hương, Chi bộ Trường THCS Hòa Bình"."""
    if one.subject == Subject.INDIVIDUAL:
        return f"đồng chí {one.who}, {where}" if one.is_party_member else f"ông (bà) {one.who}, {where}"
    return f"{one.who}, {where}" if one.who else where


def _list(decision: Decision, named: Sequence[Commendation]) -> Iterator[Block]:
    if len(named) < 2:
        return
    units = organisation.names_of([one.unit_id for one in named], decision.decided_on)
    columns = (
        Column("TT", "order", 6),
        Column("Tập thể, cá nhân", width=34),
        Column("Đơn vị", width=34),
        Column("Hình thức khen", width=16),
    )
    rows: list[Row] = []
    for kind in dict.fromkeys(one.subject for one in named):
        rows.append((None, Cell(upper_first(str(Subject(kind).label)), bold=True), "", ""))
        mine = [one for one in named if one.subject == kind]
        rows += [
            (
                n,
                one.who or units[one.unit_id],
                units[one.unit_id] if one.who else "",
                upper_first(form_in_words(one.form)),
            )
            for n, one in enumerate(mine, start=1)
        ]
    yield Annex("Danh sách tập thể, cá nhân được khen thưởng", Table(columns, tuple(rows)))
