"""Certificates of one course, all in one file: a page for everybody who holds one.

What is printed is Vietnamese whatever language the reader has chosen for the screen.
"""

from __future__ import annotations

from collections.abc import Iterator

from lantoa.documents import docx, rules
from lantoa.documents import queries as documents
from lantoa.documents.layout import PARTY
from lantoa.documents.paper import Block, Paper, Paragraph, Run, Signature
from lantoa.foundation.dates import show_date
from lantoa.study.models import Certificate, Course
from lantoa.study.models.people import CertificateQuerySet


def certificates(course: Course, held: CertificateQuerySet) -> bytes:
    """One page each, by name, in the layout in force on the day each was given. BadInput where none is known."""
    papers = [
        _certificate(course, one) for one in held.select_related("person").order_by("person__sort_key", "pk")
    ]
    return docx.write_all(papers, documents.layout_on(PARTY, max(one.on for one in papers)))


def _certificate(course: Course, one: Certificate) -> Paper:
    names = documents.names_on(course.unit, one.issued_on)
    body = rules.who_signs(names.issuer)
    return Paper(
        system=PARTY,
        on=one.issued_on,
        issuer_name=names.issuer,
        superior_name=names.superior,
        place=names.place,
        type_label="Giấy chứng nhận",
        blocks=tuple(_says(course, one)),
        signature=Signature(
            authority="T/M", body=body, position="Bí thư" if body == rules.CELL else "Phó Bí thư"
        ),
    )


def _says(course: Course, one: Certificate) -> Iterator[Block]:
    yield Paragraph(f"Số: {one.number or '........'}", centred=True)
    yield Paragraph("Chứng nhận", centred=True)
    yield Paragraph((Run(str(one.person), bold=True),), centred=True)
    yield Paragraph("Sinh ngày ..... tháng ..... năm .......", centred=True)
    yield Paragraph(f"Đã học xong: {course.name}", centred=True)
    held = f"Từ ngày {show_date(course.starts)}"
    yield Paragraph(f"{held} đến ngày {show_date(course.ends)}." if course.ends else f"{held}.", centred=True)
