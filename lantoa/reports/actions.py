"""Acts: begin a report, write it, issue it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from hashlib import sha256

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.documents import actions as documents
from lantoa.documents import queries as papers
from lantoa.documents.models import Document
from lantoa.foundation.attachments import Judged
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import Conflict
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.reports import outlines, printing, queries, quoted, rules, versions
from lantoa.reports.compose import content_of, counting_of
from lantoa.reports.content import Content, as_json
from lantoa.reports.form import Form
from lantoa.reports.forms import form_called
from lantoa.reports.models import Outline, Report, SignedWord
from lantoa.reports.paper import Address, Heads

HEADS = [
    "abstract",
    "missing_note",
    "issuer",
    "superior",
    "place",
    "letters",
    "signing_body",
    "signer_position",
    "signer_name",
    "recipients",
]


@transaction.atomic
def begin(
    *,
    unit: Unit,
    period: Period,
    by: Actor,
    form: str = "interim",
    occasion: str = "",
    subject: str = "",
    outline: str = "",
    at: dt.datetime | None = None,
) -> Report:
    """A draft of this report; the one that already exists for the unit, period and subject if there is one.

    `outline` is the key of its outline (`queries.outline_choices`), or BY_PERIOD for the one that fits; `subject` is
    the paper or movement it reports on, `occasion` whether it reviews (sơ kết, tổng kết). With `at` its figures are
    noted as they read at this moment, so that what changes later can be marked.

    Raises NotAllowed without the right or out of reach, BadInput for an unknown form or a period in which the
    unit did not exist.
    """
    rules.must_compose(by.may("reports.compose"), by.reaches(unit))
    form_called(form)
    queries.day_of_tree(unit, period)
    report, new = Report.objects.get_or_create(
        form=form,
        unit=unit,
        starts=period.starts,
        ends=period.ends,
        occasion=occasion,
        subject=clean(subject),
        status=rules.DRAFT,
        defaults={
            "created_by": by.person,
            "updated_by": by.person,
            **queries.outline_called(_chosen(outline, period, occasion), by),
        },
    )
    if new:
        if at:
            content = content_of(report, now=at, today=by.on, tables=False)
            report.seen = _seen(content)
            report.save(update_fields=["seen"])
            _keep_version(report, content, by=by, at=at)
        record("report.started", report, by=by, unit=unit)
    return report


def _chosen(outline: str, period: Period, occasion: str) -> str:
    return queries.outline_fitting(period, occasion)[0] if outline == queries.BY_PERIOD else outline


def _keep_version(report: Report, content: Content, *, by: Actor, at: dt.datetime) -> None:
    """What the report says now, beside what it said before; nothing when not a word is another."""
    text = versions.text_of(content, report.texts)
    last = report.versions.first()
    if last is None or last.text != text:
        number = last.number + 1 if last else 1
        report.versions.create(number=number, text=text, kept_at=at, kept_by=by.person)


def _seen(content: Content, only: str = "") -> dict[str, dict[str, str]]:
    return {part.code: part.seen for part in content.parts if part.code == only or not only}


@transaction.atomic
def write(
    report: Report,
    *,
    texts: Mapping[str, str],
    heads: Mapping[str, str],
    by: Actor,
    at: dt.datetime,
    outline: str | None = None,
) -> Report:
    """Keep what the officer has written: the text of sections by code, and the words of the head and the signature.

    `outline` is the key of another outline. Raises NotAllowed, Conflict once the report is issued, or BadInput for an
    outline that is not there.
    """
    rules.must_compose(by.may("reports.compose"), by.reaches(report.unit))
    report = (
        Report.objects.select_for_update(of=("self",)).select_related("unit", "outline").get(pk=report.pk)
    )
    rules.must_be_draft(report.status)
    known = {section.code for section in queries.form_of(report).sections}
    report.texts |= {code: clean(text) for code, text in texts.items() if code in known}
    for name in HEADS:
        if name in heads:
            setattr(report, name, clean(heads[name]))
    if outline is not None and outline != queries.outline_key(report):
        for name, value in queries.outline_called(outline, by).items():
            setattr(report, name, value)
    report.updated_by, report.updated_at = by.person, at
    report.save()
    _keep_version(report, content_of(report, now=at, today=by.on, tables=False), by=by, at=at)
    record("report.written", report, by=by, unit=report.unit)
    return report


@transaction.atomic
def reword(report: Report, code: str, lines: str | None, *, by: Actor, at: dt.datetime) -> Report:
    """Put these sentences, one a line, in place of what is composed for the section; None takes the composed ones back.

    Figures are called by their names in braces and stay live. Raises NotAllowed, Conflict once the report is issued,
    BadInput for a name that no figure has, or a section that only holds others.
    """
    report = _open(report, code, by)
    if lines is None:
        report.wording.pop(code, None)
    else:
        report.wording[code] = queries.names_in(report).read(lines)
    return _looked_at(report, [code], "report.reworded", by=by, at=at)


@transaction.atomic
def accept_figures(report: Report, code: str, *, by: Actor, at: dt.datetime) -> Report:
    """Somebody has looked at the section with the figures it has now: it is no longer marked.

    Raises NotAllowed, or Conflict once the report is issued.
    """
    return _looked_at(_open(report, code, by), [code], "report.figures_seen", by=by, at=at)


def _open(report: Report, code: str, by: Actor) -> Report:
    """The draft, locked, its section known."""
    rules.must_compose(by.may("reports.compose"), by.reaches(report.unit))
    report = (
        Report.objects.select_for_update(of=("self",)).select_related("unit", "outline").get(pk=report.pk)
    )
    rules.must_be_draft(report.status)
    form = queries.form_of(report)
    rules.must_be_a_section(code in {section.code for section in form.sections if not form.holds(section)})
    return report


def _looked_at(report: Report, codes: Iterable[str], verb: str, *, by: Actor, at: dt.datetime) -> Report:
    content = content_of(report, now=at, today=by.on, tables=False)
    for code in codes:
        report.seen |= _seen(content, code)
    report.updated_by, report.updated_at = by.person, at
    report.save()
    _keep_version(report, content, by=by, at=at)
    record(verb, report, by=by, unit=report.unit)
    return report


@transaction.atomic
def issue(
    report: Report,
    *,
    on: dt.date,
    letters: str,
    by: Actor,
    at: dt.datetime,
    signed: Judged | None = None,
    address: Address | None = None,
) -> Report:
    """Give it the next number of its kind, attach the signed paper if there is one, and keep its figures for good.

    The Word file is kept as it is made now; `address` makes whole web addresses for the links in it.

    Raises NotAllowed, Conflict when someone has just issued it, BadInput when a section written by hand is empty, when
    a worded sentence has a place without a figure or words that a head has taken back, when
    no term of the committee is recorded or when the file cannot be used. Then no number is used up.
    """
    rules.must_issue(by.may("reports.issue"), by.reaches(report.unit))
    report = (
        Report.objects.select_for_update(of=("self",)).select_related("unit", "outline").get(pk=report.pk)
    )
    rules.must_be_draft(report.status)
    form = queries.form_of(report)
    wanted = {section.code: section.heading for section in form.sections if section.by_hand}
    content = content_of(report, now=at, today=by.on, counting=counting_of(report, None, anew=True))
    rules.must_be_written(wanted, report.texts, {part.code for part in content.parts if part.pieces})
    rules.must_be_let_quoted(quoted.withdrawn_in(report, content, quoted.gone_from(report)))
    rules.must_have_its_figures({part.heading: part.missing for part in content.parts if part.missing})
    document = _number(report, content, form, on=on, letters=letters, by=by)
    if signed:
        document = documents.attach_signed(document, file=signed, by=by)
    kept = {"document": document, "frozen": as_json(content), "letters": letters}
    rules.LIFE.move(report, rules.ISSUE, **kept, updated_by=by.person, updated_at=at)
    _keep_version(report, content, by=by, at=at)
    word = printing.printed(report, content, "docx", today=by.on, address=address).content
    SignedWord.objects.create(report=report, content=word, sha256=sha256(word).hexdigest())
    record("report.issued", report, by=by, unit=report.unit, note=document.symbol, on=on)
    return report


def _number(
    report: Report, content: Content, form: Form, *, on: dt.date, letters: str, by: Actor
) -> Document:
    heads = Heads.of(report, content, form)
    return documents.issue(
        type=papers.type_of(content.names.system, form.type_label),
        issuer_unit=report.unit,
        body_abbreviation=letters,
        abstract=heads.abstract,
        on=on,
        by=by,
        about=str(Report._meta.verbose_name),
    )


@transaction.atomic
def keep_outline(
    *,
    unit: Unit,
    name: str,
    headings: str,
    given_below: bool,
    every_row: bool = False,
    by: Actor,
    at: dt.datetime,
    outline: Outline | None = None,
) -> Outline:
    """Keep the unit's outline, typed a heading a line (`outlines`); a new one unless `outline` says which.

    Raises NotAllowed for who does not compose there, BadInput for a line that cannot be read.
    """
    rules.must_keep_outlines(by.may("reports.compose"), by.unit == unit)
    kept = outline or Outline(unit=unit)
    kept.name, kept.given_below, kept.every_row = clean(name), given_below, every_row
    kept.headings = outlines.read(headings, form_called("interim"))
    kept.written_by, kept.written_at = by.person, at
    kept.save()
    record("outline.edited" if outline else "outline.written", kept, by=by, unit=unit)
    return kept


@transaction.atomic
def lay_outline_aside(outline: Outline, *, by: Actor) -> Outline:
    """Nobody begins a report by it any more; those begun keep it. Raises NotAllowed elsewhere, Conflict when it was."""
    rules.must_keep_outlines(by.may("reports.compose"), by.unit == outline.unit)
    if not Outline.objects.in_use().filter(pk=outline.pk).update(stopped_on=by.on):
        raise Conflict(_("Đề cương này đã thôi dùng."))
    record("outline.laid_aside", outline, by=by, unit=outline.unit)
    return outline
