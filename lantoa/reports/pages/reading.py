"""A report to be read and taken away."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from lantoa.documents import names, pdf
from lantoa.documents import queries as documents
from lantoa.figures.as_of import AsOf, asked_as_of
from lantoa.foundation import clock, proofs
from lantoa.foundation.addresses import absolute
from lantoa.foundation.filters import asked_key
from lantoa.foundation.models import Event
from lantoa.foundation.pages import paginate
from lantoa.reports import corrections, paper, printing, queries, trees
from lantoa.reports import versions as side_by_side
from lantoa.reports.compose import content_of
from lantoa.reports.content import Content
from lantoa.reports.models import Report

UNITS_AT_ONCE = 200
WRITTEN, UNWRITTEN, PLAIN = "ok", "wa", "no"


@dataclass(frozen=True)
class Place:
    """One line of the outline: where it leads, how many figures stand there, whether something is to be written.

    Without a state it is a heading that only holds those below.
    """

    code: str
    heading: str
    level: int
    figures: int
    state: str


def load(request: HttpRequest, pk: int) -> Report:
    """The report, if this actor may see it; else it does not exist."""
    seen = Report.objects.visible_to(request.actor).select_related(
        "unit", "outline", "document__type", "document__register"
    )
    return get_object_or_404(seen, pk=pk)


def outline(content: Content, report: Report) -> list[Place]:
    """Every section, with what it holds."""

    def state(code: str, by_hand: bool, has_lines: bool) -> str:
        if report.texts.get(code, "").strip() or has_lines:
            return WRITTEN
        return UNWRITTEN if by_hand else PLAIN

    return [
        Place(
            part.code,
            part.heading,
            part.level,
            part.figures,
            "" if part.holds else state(part.code, part.by_hand, bool(part.pieces)),
        )
        for part in content.parts
    ]


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The report as it will be printed, as of the day that is asked; an issued one as it was signed."""
    report = load(request, pk)
    as_of = as_of_asked(request, report)
    content = content_of(report, now=clock.now(), today=request.actor.on, tables=False, as_of=as_of)
    heads, actor = paper.Heads.of(report, content, queries.form_of(report)), request.actor
    parts = [
        (part, [line for line in report.texts.get(part.code, "").splitlines() if line])
        for part in content.parts
    ]
    reaches = actor.reaches(report.unit)
    context = {
        "report": report,
        "as_of": as_of,
        "content": content,
        "heads": heads,
        "parts": parts,
        "outline": outline(content, report),
        "opening": paper.opening(content, heads.issuer),
        "edges": printing.edges(report, content, today=actor.on),
        "has_pdf": pdf.is_there(),
        "gaps": list(paper.gaps(content, report.missing_note)),
        "number_line": documents.number_line(report.document) if report.document else "",
        "proof": _proof_of(report),
        "may_compose": report.is_draft and actor.may("reports.compose") and reaches,
        "may_issue": report.is_draft and actor.may("reports.issue") and reaches,
    }
    return render(request, "reports/show.html", context)


def as_of_asked(request: HttpRequest, report: Report) -> AsOf | None:
    """The day that a draft is asked of; an issued report keeps the numbers of its own day."""
    return asked_as_of(request, report.unit, report.period) if report.is_draft else None


def _proof_of(report: Report) -> dict[str, str]:
    """That its issue stands in the sealed history, as text and as a square; empty until that is sealed."""
    issued = None if report.is_draft else Event.objects.about(report).filter(verb="report.issued").last()
    text = proofs.proof_of(issued) if issued else ""
    return {"text": text, "square": proofs.square(text)} if text else {}


def annex(request: HttpRequest, pk: int) -> HttpResponse:
    """The tables that follow the report on paper, each number opening its list, as of the day that is asked."""
    report = load(request, pk)
    as_of = as_of_asked(request, report)
    content = content_of(report, now=clock.now(), today=request.actor.on, as_of=as_of)
    context = {
        "report": report,
        "as_of": as_of,
        "content": content,
        "since": content.stage.starts,
        "page": paginate(request, content.units, per=UNITS_AT_ONCE),
    }
    return render(request, "reports/annex.html", context)


def changes(request: HttpRequest, pk: int) -> HttpResponse:
    """What is counted otherwise today than when the report was signed; the paper itself stays."""
    report = load(request, pk)
    found = [] if report.is_draft else corrections.changes_of(report, queries.form_of(report))
    return render(request, "reports/changes.html", {"report": report, "changes": found})


def by_trees(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the report's numbers are others by the organisation of then than by that of its day."""
    report = load(request, pk)
    found = trees.both(queries.form_of(report), report.unit, report.period)
    on = queries.day_of_tree(report.unit, report.period)
    return render(request, "reports/trees.html", {"report": report, "found": found, "on": on})


def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """Two kept texts of the report side by side: the last two, or those the address names."""
    report = load(request, pk)
    kept = list(report.versions.defer("text").select_related("kept_by"))
    numbers = [one.number for one in kept]
    later = _asked(request, "sau", numbers, default=numbers[0] if numbers else 0)
    before = [number for number in numbers if number < later]
    earlier = _asked(request, "truoc", numbers, default=before[0] if before else later)
    texts = dict(report.versions.filter(number__in=[earlier, later]).values_list("number", "text"))
    found = side_by_side.compared(texts.get(earlier, []), texts.get(later, []))
    context = {
        "report": report,
        "kept": kept,
        "earlier": earlier,
        "later": later,
        "sections": [one for one in found if one.differs],
    }
    return render(request, "reports/versions.html", context)


def _asked(request: HttpRequest, name: str, numbers: list[int], *, default: int) -> int:
    asked = asked_key(request.GET.get(name))
    return asked if asked in numbers else default


def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The report as Word, Excel or JSON; figures in Word lead back to their lists."""
    report = load(request, pk)
    as_of = as_of_asked(request, report)
    content = content_of(report, now=clock.now(), today=request.actor.on, as_of=as_of)
    kind = request.GET.get("format", "docx")
    file = printing.printed(report, content, kind, today=request.actor.on, address=partial(absolute, request))
    return names.attachment_response(file.content, file.name, file.media)
