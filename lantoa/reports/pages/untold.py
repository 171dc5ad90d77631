"""Everything counted of which a draft says nothing: measures, and the parts into which they are divided."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from lantoa.figures.catalogue import catalogue
from lantoa.foundation import clock
from lantoa.reports import queries, rules, unsaid
from lantoa.reports.compose import content_of, counting_of
from lantoa.reports.pages.reading import as_of_asked, load


def untold(request: HttpRequest, pk: int) -> HttpResponse:
    """What no sentence names, by measure; who composes adds a sentence from here."""
    report = load(request, pk)
    if not report.is_draft:
        return redirect("reports:show", report.pk)
    rules.must_compose(request.actor.may("reports.compose"), request.actor.reaches(report.unit))
    form = queries.form_of(report)
    as_of = as_of_asked(request, report)
    counting = counting_of(report, as_of)
    content = content_of(
        report, now=clock.now(), today=request.actor.on, tables=False, as_of=as_of, counting=counting
    )
    parts = unsaid.parts_unsaid(content, report.unit, form, counting)
    context = {
        "report": report,
        "content": content,
        "as_of": as_of,
        "wholes": unsaid.unsaid(content, report.unit, form, counting),
        "parts": [
            (catalogue()[code].label, list(of_one))
            for code, of_one in groupby(parts, key=lambda one: one.figure.code)
        ],
    }
    return render(request, "reports/untold.html", context)
