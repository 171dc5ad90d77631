"""The forms in which a report leaves the house: Word, Excel, JSON; PDF where the machine has LibreOffice."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from lantoa.documents import docx, names, pdf
from lantoa.documents import queries as documents
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


def _word(report: Report, content: Content, today: dt.date, address: paper.Address | None) -> bytes:
    made = paper.paper(content, report, queries.form_of(report), today=today, address=address)
    if report.document and (root := proofs.last_checkpoint()):
        made = replace(made, proof=root, proof_words=words.SEALED_ROOT)
    return docx.write(made, documents.layout_on(made.system, made.on))
