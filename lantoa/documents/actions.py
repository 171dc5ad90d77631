"""Acts: open a term, give a number, issue a paper, attach the signed one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.documents import queries, rules
from lantoa.documents.layout import PARTY, TERM
from lantoa.documents.models import Document, DocumentType, Register, Term
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
    _take_into(term)
    record("term.opened", term, by=by, unit=unit, after={"starts": starts.isoformat()}, on=starts)
    return term


def _take_into(term: Term) -> None:
    """Papers that were entered before their term was recorded move from the book of their year into the term's.

    Those whose number another paper of the term bears already stay where they are.
    """
    early = Document.objects.filter(issuer_unit=term.unit, issued_on__gte=term.starts, register__term=None)
    for paper in early.select_related("type", "register").order_by("issued_on", "number"):
        if queries.series_on(paper.type.system, paper.issued_on) != TERM:
            continue
        register = _lock_register(paper.type, term.unit, paper.register.body_abbreviation, paper.issued_on)
        if not register.documents.filter(number=paper.number).exists():
            paper.register = register
            paper.save(update_fields=["register"])
            _reach(register, paper.number)


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
    return _next(type, issuer_unit, rules.read_abbreviation(body_abbreviation), on, by)


def _next(type: DocumentType, unit: Unit, body: str, on: dt.date, by: Actor) -> Issued:
    style = queries.layout_on(type.system, on).number
    register = _lock_register(type, unit, body, on)
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


def _lock_register(
    type: DocumentType, unit: Unit, body: str, on: dt.date, *, is_entered: bool = False
) -> Register:
    """The register of that day, locked; opened when this is its first paper.

    A paper signed before its term was recorded here (`is_entered`) is kept in the book of its year.
    """
    runs: dict[str, Any] = {"year": on.year}
    if queries.series_on(type.system, on) == TERM:
        known = Term.objects.on(on).filter(unit=unit).first() if is_entered else queries.term_on(unit, on)
        runs = {"term": known} if known else runs
    register, _new = Register.objects.select_for_update().get_or_create(
        type=type, unit=unit, body_abbreviation=body, **runs
    )
    return register


def _reach(register: Register, number: int) -> None:
    """The next number is above this one."""
    if number > register.last_number:
        register.last_number = number
        register.save(update_fields=["last_number"])


@transaction.atomic
def issue(
    *,
    type: DocumentType,
    issuer_unit: Unit,
    body_abbreviation: str,
    abstract: str,
    on: dt.date,
    by: Actor,
    about: str = "",
) -> Document:
    """Give the next number and enter the paper in the list of papers issued.

    Raises what issue_number raises, and BadInput for an empty abstract.
    """
    abstract = _must_say_what(abstract)
    given = issue_number(
        type=type, issuer_unit=issuer_unit, body_abbreviation=body_abbreviation, on=on, by=by
    )
    return _enter(given.register, given.number, given.symbol, abstract=abstract, on=on, by=by, about=about)


@transaction.atomic
def number_paper(
    *, kind: str, about: str, unit: Unit, abstract: str, on: dt.date, by: Actor, symbol: str = ""
) -> Document | None:
    """The number of another room's paper, in the one register of the unit: the door for commendations and plans.

    `kind` is the name of its type ("Kế hoạch"), `about` the kind of record ("kế hoạch"). Without `symbol` it gets the
    next number. With one ("12-KH/ĐU", "12"), typed from a paper that is signed already, it is entered under that
    number; a number given on the same day that no record has taken yet is taken. None when the symbol is none of a
    register (minutes, "15a-QĐ/ĐU").

    The calling room has judged the right to issue. Raises NotAllowed out of reach, BadInput at "number" when another
    paper bears the number, BadInput when a number is to be given and no term is recorded.
    """
    if not by.reaches(unit):
        raise NotAllowed(_("Đơn vị này nằm ngoài phạm vi của đồng chí."))
    abstract = _must_say_what(abstract)
    if not symbol:
        type, body = queries.type_of(PARTY, kind), queries.body_of(unit, on)
        given = _next(type, unit, body, on, by)
        return _enter(
            given.register, given.number, given.symbol, abstract=abstract, on=on, by=by, about=about
        )
    said = rules.read_symbol(symbol)
    found = queries.type_named(said, kind) if said else None
    if said is None or found is None:
        return None
    register = _lock_register(found, unit, said.body or queries.body_of(unit, on), on, is_entered=True)
    if taken := register.documents.filter(number=said.number).first():
        return _claim(taken, on, about)
    _reach(register, said.number)
    return _enter(
        register, said.number, clean(symbol), abstract=abstract, on=on, by=by, about=about, is_entered=True
    )


def _claim(taken: Document, on: dt.date, about: str) -> Document:
    """A number given beforehand becomes the number of this record; any other is somebody else's."""
    if taken.about or taken.issued_on != on:
        raise BadInput(
            _("Số %(symbol)s đã vào sổ cho “%(abstract)s”, ngày %(day)s. Kiểm tra lại số và ngày.")
            % {"symbol": taken.symbol, "abstract": taken.abstract, "day": show_date(taken.issued_on)},
            "number",
        )
    taken.about = about
    taken.save(update_fields=["about"])
    return taken


def _must_say_what(abstract: str) -> str:
    abstract = clean(abstract)
    if not abstract:
        raise BadInput(_("Nhập trích yếu: văn bản nói về việc gì."), "abstract")
    return abstract


def _enter(
    register: Register,
    number: int,
    symbol: str,
    *,
    abstract: str,
    on: dt.date,
    by: Actor,
    about: str,
    is_entered: bool = False,
) -> Document:
    document = Document.objects.create(
        type=register.type,
        register=register,
        number=number,
        symbol=symbol,
        issued_on=on,
        issuer_unit=register.unit,
        issuer_name=organisation.name_of(register.unit, on),
        abstract=abstract,
        about=about,
        is_entered=is_entered,
        created_by=by.person,
    )
    verb = "document.entered" if is_entered else "document.issued"
    record(verb, document, by=by, unit=register.unit, note=abstract, on=on)
    return document


@transaction.atomic
def give_back(document: Document, *, by: Actor) -> None:
    """The record whose paper this was is undone: what was only entered for it goes, a number given here stays."""
    register = Register.objects.select_for_update().get(pk=document.register_id)
    if not document.is_entered or document.is_signed:
        Document.objects.filter(pk=document.pk).update(about="")
        return
    record("document.taken_out", document, by=by, unit=document.issuer_unit, note=document.abstract)
    document.delete()
    last = register.documents.order_by("-number").values_list("number", flat=True).first()
    register.last_number = last or 0
    register.save(update_fields=["last_number"])


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
