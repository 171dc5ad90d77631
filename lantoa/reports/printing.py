"""The forms in which a report leaves the house: Word, Excel, JSON; PDF where the machine has LibreOffice."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from lantoa.documents import docx, names, pdf, rules
from lantoa.documents import queries as documents
from lantoa.documents.layout import RULE, Letters
from lantoa.documents.paper import Signature
from lantoa.foundation import proofs
from lantoa.foundation.errors import BadInput
from lantoa.reports import paper, queries, twin, words
from lantoa.reports.content import Content
from lantoa.reports.models import Report, SignedWord

MEDIA = {"docx": names.DOCX, "xlsx": names.XLSX, "json": "application/json", "pdf": "application/pdf"}


@dataclass(frozen=True)
class File:
    """A file ready to be saved or sent."""

    name: str
    content: bytes
    media: str


def printed(
    report: Report, content: Content, kind: str, *, today: dt.date, address: paper.Address | None = None
) -> File:
    """The report as "docx", "pdf", "xlsx" or "json"; the Word of an issued one is the file that was kept then.

    Raises BadInput for another kind.
    """
    if kind not in MEDIA:
        raise BadInput(f"Không có dạng tệp “{kind}”. Chọn docx, pdf, xlsx hoặc json.", "format")
    made = _bytes(report, content, kind, today, address)
    return File(_name(report, content, kind), made, MEDIA[kind])


def _name(report: Report, content: Content, kind: str) -> str:
    return names.safe_name(f"{report} {content.unit_name}", kind)


def _bytes(
    report: Report, content: Content, kind: str, today: dt.date, address: paper.Address | None
) -> bytes:
    if kind == "json":
        return twin.as_json(content)
    if kind == "xlsx":
        return twin.workbook(content)
    kept = SignedWord.objects.filter(report=report).first() if report.pk else None
    word = bytes(kept.content) if kept else _word(report, content, today, address)
    return pdf.of_word(word) if kind == "pdf" else word


@dataclass(frozen=True)
class Edges:
    """What stands above and below the text on paper, in the words and marks of the layout of its day."""

    superior: str
    issuer: str
    issuer_mark: str
    number: str
    titles: tuple[str, ...]
    is_ruled: bool
    place_and_date: str
    kind: str
    abstract: str
    abstract_mark: str
    recipients_title: str
    recipients: tuple[str, ...]
    signed_for: str
    position: str
    signer: str


def edges(report: Report, content: Content, *, today: dt.date) -> Edges:
    """For the page that is read, so that it prints as the Word does."""
    made = paper.paper(content, report, queries.form_of(report), today=today)
    layout = documents.layout_on(made.system, made.on)
    head, subject, signs, to = layout.head, layout.subject, layout.signing, layout.recipients
    archive = [f"{to.archive_lead}{made.archive}"] if made.archive else []
    signature = made.signature or Signature()
    lead = signs.authority.get(signature.authority, "")
    return Edges(
        superior=_shown(made.superior_name, head.superior),
        issuer=_shown(made.issuer_name, head.issuer),
        issuer_mark=head.issuer_mark.text,
        number=rules.number_line(layout.number, made.number, made.type_code, made.body_abbreviation),
        titles=tuple(_shown(one.text, one.letters) for one in head.titles),
        is_ruled=head.title_mark.kind == RULE,
        place_and_date=rules.date_line(made.place, made.on, day_is_blank=made.day_is_blank),
        kind=_shown(made.type_label, subject.kind),
        abstract=_shown(made.abstract, subject.abstract),
        abstract_mark=subject.mark.text,
        recipients_title=to.title,
        recipients=tuple(rules.listed(to.items, [*made.recipients, *archive])),
        signed_for=_shown(f"{lead} {signature.body}".strip(), signs.authority_letters),
        position=_shown(signature.position, signs.position),
        signer=_shown(signature.name, signs.name),
    )


def _shown(text: str, letters: Letters) -> str:
    return text.upper() if letters.caps else text


def _word(report: Report, content: Content, today: dt.date, address: paper.Address | None) -> bytes:
    made = paper.paper(content, report, queries.form_of(report), today=today, address=address)
    if report.document and (root := proofs.last_checkpoint()):
        made = replace(made, proof=root, proof_words=words.SEALED_ROOT)
    return docx.write(made, documents.layout_on(made.system, made.on))
