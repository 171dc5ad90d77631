"""Certificates of one decision, all in one file: a page for everybody whom it commends."""

from __future__ import annotations

from collections.abc import Iterator

from lantoa.commendations import words
from lantoa.commendations.models import Commendation, Decision
from lantoa.commendations.printing.decision import form_in_words
from lantoa.documents import docx, rules
from lantoa.documents import queries as documents
from lantoa.documents.layout import PARTY
from lantoa.documents.paper import Block, Paper, Paragraph, Run, Signature
from lantoa.foundation.text import upper_first
from lantoa.organisation import queries as organisation


def certificates(decision: Decision) -> bytes:
    """One page each, in the order of the decision, for everybody who stands in it. BadInput without a layout.

    The decision must be of a unit of the tree and commend somebody.
    """
    assert decision.unit is not None
    named = decision.commendations.standing().select_related("person", "proposal").order_by("subject", "pk")
    found = list(named)
    units = organisation.names_of([one.unit_id for one in found], decision.decided_on)
    names = documents.names_on(decision.unit, decision.decided_on)
    papers = [_certificate(decision, one, units.get(one.unit_id, ""), names) for one in found]
    return docx.write_all(papers, documents.layout_on(PARTY, decision.decided_on))


def _certificate(decision: Decision, one: Commendation, where: str, names: rules.Names) -> Paper:
    body = rules.who_signs(names.issuer)
    position = "Bí thư" if body == rules.CELL else "Phó Bí thư"
    return Paper(
        system=PARTY,
        on=decision.decided_on,
        issuer_name=names.issuer,
        superior_name=names.superior,
        place=names.place,
        type_label=upper_first(form_in_words(one.form)),
        blocks=tuple(_says(decision, one, where)),
        signature=Signature(authority="T/M", body=body, position=position),
        recipients=_entered(decision),
    )


def _says(decision: Decision, one: Commendation, where: str) -> Iterator[Block]:
    name = one.who or where
    yield Paragraph("Tặng", centred=True)
    yield Paragraph((Run(f"{_title(one)}{name}", bold=True),), centred=True)
    if one.who and where:
        yield Paragraph(where, centred=True)
    occasion = f" {decision.occasion.name}" if decision.occasion else ""
    yield Paragraph(f"Đã có thành tích xuất sắc{',' if occasion else ''}{occasion}.", centred=True)


def _title(one: Commendation) -> str:
    if one.subject != words.INDIVIDUAL:
        return ""
    return "Đồng chí " if one.is_party_member else "Ông (bà) "


def _entered(decision: Decision) -> tuple[str, ...]:
    day = rules.paper_day(decision.decided_on)
    return (f"Quyết định số {decision.number}, ngày {day}", "Vào sổ khen thưởng số: ........")
