"""Acts: open a term, give a number, issue a paper, attach the signed one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.documents import queries, rules
from lantoa.documents.models import Document, DocumentType, Register, System, Term
from lantoa.foundation import attachments
from lantoa.foundation.attachments import Judged
from lantoa.foundation.dates import show_date
from lantoa.foundation.entry.sending import ask
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor


@dataclass(frozen=True)
class Issued:
    """A number just given: "05-BC/ĐU" is its symbol, "Số 05-BC/ĐU" its line on paper."""

    register: Register
    number: int
    symbol: str
    line: str

    def __str__(self) -> str:
        return self.line


@transaction.atomic
def open_term(*, unit: Unit, name: str, starts: dt.date, by: Actor) -> Term:
    """Record that a new term of the unit's committee begins; the one before ends on that day.

    Raises BadInput when a term already begins on that day or later.
    """
    if not by.may("documents.terms") or not by.reaches(unit):
        raise NotAllowed(_("Vai trò đang dùng không ghi nhiệm kỳ cấp ủy cho đơn vị này."))
    name = clean(name)
    if not name:
        raise BadInput(_("Nhập tên nhiệm kỳ, ví dụ 2025 - 2030."), "name")
    # The unit's row is the lock: two people opening a term at once would both find no term.
    Unit.objects.select_for_update().get(pk=unit.pk)
    if later := Term.objects.filter(unit=unit, starts__gte=starts).order_by("starts").first():
        raise BadInput(
            _("Đã có nhiệm kỳ %(name)s từ ngày %(day)s. Nhiệm kỳ mới phải bắt đầu sau ngày đó.")
            % {"name": later.name, "day": show_date(later.starts)},
            "starts",
        )
    Term.objects.filter(unit=unit, ends__isnull=True).update(ends=starts)
    term = Term.objects.create(unit=unit, name=name, starts=starts)
    record("term.opened", term, by=by, unit=unit, after={"starts": starts.isoformat()}, on=starts)
    return term


# A paper may be made ready for a coming session, not for a coming decade.
FAR_AHEAD = 366


@transaction.atomic
def issue_number(
    *, type: DocumentType, issuer_unit: Unit, body_abbreviation: str, on: dt.date, by: Actor
) -> Issued:
    """The next number of this kind of paper of this body: "Số 05-BC/ĐU".

    The Party's numbers run from 01 through the committee's term, the State's through the year. The register's row
    is locked until the caller's transaction ends: if the caller fails the number is free again, so no number is
    missing and none is given twice. Raises NotAllowed without the right to issue for the unit, BadInput for an
    abbreviation that cannot stand in a symbol or when no term is recorded.
    """
    _must_issue_for(issuer_unit, by)
    style = queries.layout_on(type.system, on).number
    body = rules.read_abbreviation(body_abbreviation)
    register = _lock_register(type, issuer_unit, body, on)
    _ask_about_the_day(register, on, by)
    register.last_number += 1
    register.save(update_fields=["last_number"])
    number = register.last_number
    return Issued(
        register,
        number,
        rules.symbol(style, number, type.code, body),
        rules.number_line(style, number, type.code, body),
    )


def _ask_about_the_day(register: Register, on: dt.date, by: Actor) -> None:
    """Numbers follow the days; a paper is dated on the day it is signed."""
    if on > by.on + dt.timedelta(days=FAR_AHEAD):
        raise BadInput(_("Ngày văn bản %(day)s còn xa. Kiểm tra lại năm.") % {"day": show_date(on)}, "on")
    before = register.documents.order_by("-number").first()
    if before and on < before.issued_on:
        ask(
            _("Số trước (%(symbol)s) ghi ngày %(day)s, muộn hơn ngày này. Vẫn cấp số tiếp theo?")
            % {"symbol": before.symbol, "day": show_date(before.issued_on)},
            "on",
        )


def _lock_register(type: DocumentType, unit: Unit, body: str, on: dt.date) -> Register:
    """The register of that day, locked; opened when this is its first paper."""
    runs = {"term": queries.term_on(unit, on)} if type.system == System.PARTY else {"year": on.year}
    register, _new = Register.objects.select_for_update().get_or_create(
        type=type, unit=unit, body_abbreviation=body, **runs
    )
    return register


@transaction.atomic
def issue(
    *, type: DocumentType, issuer_unit: Unit, body_abbreviation: str, abstract: str, on: dt.date, by: Actor
) -> Document:
    """Give the next number and enter the paper in the list of papers issued.

    Raises what issue_number raises, and BadInput for an empty abstract.
    """
    abstract = clean(abstract)
    if not abstract:
        raise BadInput(_("Nhập trích yếu: văn bản nói về việc gì."), "abstract")
    given = issue_number(
        type=type, issuer_unit=issuer_unit, body_abbreviation=body_abbreviation, on=on, by=by
    )
    document = Document.objects.create(
        type=type,
        register=given.register,
        number=given.number,
        symbol=given.symbol,
        issued_on=on,
        issuer_unit=issuer_unit,
        issuer_name=organisation.name_of(issuer_unit, on),
        abstract=abstract,
        created_by=by.person,
    )
    record("document.issued", document, by=by, unit=issuer_unit, note=abstract, on=on)
    return document


@transaction.atomic
def attach_signed(document: Document, *, file: Judged, by: Actor) -> Document:
    """Attach the signed scan or the digitally signed file, already judged.

    A signed paper is never exchanged: raises Conflict when one is attached; NotAllowed without the right to issue
    for the unit.
    """
    _must_issue_for(document.issuer_unit, by)
    document = (
        Document.objects.select_for_update(of=("self",)).select_related("issuer_unit").get(pk=document.pk)
    )
    if document.is_signed:
        raise Conflict(_("Văn bản này đã có bản ký. Tải lại trang để xem."))
    attachment = attachments.keep(file, by=by)
    document.signed_file = attachment
    document.save(update_fields=["signed_file"])
    after = {"sha256": attachment.sha256}
    record("document.signed", document, by=by, unit=document.issuer_unit, note=attachment.name, after=after)
    return document


def _must_issue_for(unit: Unit, by: Actor) -> None:
    if not by.may("reports.issue") or not by.reaches(unit):
        raise NotAllowed(_("Vai trò đang dùng không ban hành văn bản cho đơn vị này."))
