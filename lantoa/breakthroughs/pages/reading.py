"""The list and one breakthrough."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from lantoa.breakthroughs import drawing, queries, rules
from lantoa.breakthroughs.exchange import BREAKTHROUGHS
from lantoa.breakthroughs.models import Amendment, Breakthrough, BreakthroughQuerySet, QuarterReport
from lantoa.foundation import attachments
from lantoa.foundation.dates import read_year
from lantoa.foundation.pages import paginate
from lantoa.foundation.sheets import wants_workbook

ANY = "tat-ca"
MOST_AMENDMENTS = 50
YEARS_BACK, YEARS_AHEAD = 5, 1


def load(request: HttpRequest, pk: int) -> Breakthrough:
    """The breakthrough with what its page shows, if this actor may see it; 404 otherwise."""
    found = Breakthrough.objects.visible_to(request.actor).select_related(
        "person", "title", "unit", "approving_unit", "supervising_unit", "appraising_unit"
    )
    parts = ("milestones", "reports__evidence", "assessments", "appraisals", "amendments")
    return queries.as_told(get_object_or_404(found.prefetch_related(*parts), pk=pk), request.actor)


def index(request: HttpRequest) -> HttpResponse:
    """Those in reach, by year, kind and state; or those that wait for this actor's word."""
    actor, asked = request.actor, _asked(request)
    if asked["cho"]:
        found = Breakthrough.objects.awaiting(actor)
    elif asked["appraise"]:
        found = Breakthrough.objects.awaiting_appraisal(actor)
    else:
        found = _filtered(Breakthrough.objects.visible_to(actor), asked)
    if wants_workbook(request):
        return BREAKTHROUGHS.answer(found, by=actor)
    with_health = found.with_health(actor.on)
    counts = with_health.order_by().aggregate(
        all=Count("pk"),
        approved=Count("pk", filter=Q(approved_on__isnull=False)),
        stuck=Count("pk", filter=Q(health__in=["difficult", "late"])),
    )
    page = paginate(request, with_health.select_related("person"))
    page.object_list = queries.with_names(page.object_list, actor.on)
    for one in page.object_list:
        queries.as_told(one, actor)
        one.days_waiting = (actor.on - one.submitted_on).days if one.submitted_on else 0
    years = range(actor.on.year + YEARS_AHEAD, actor.on.year - YEARS_BACK, -1)
    context = {
        "page": page,
        "asked": asked,
        "counts": counts,
        "waiting": Breakthrough.objects.awaiting(actor).count(),
        "fresh": queries.may_be_taken_back(actor) if asked["cho"] else [],
        "to_appraise": Breakthrough.objects.awaiting_appraisal(actor).count(),
        "amendments": _amendments(request),
        "may_choose_body": actor.may("breakthroughs.judge") and actor.unit is not None,
        "years": [str(year) for year in years],
        "kinds": Breakthrough.Kind.choices,
        "states": Breakthrough.Status.choices,
        "may_write": actor.may("breakthroughs.write") and actor.unit is not None,
    }
    return render(request, "breakthroughs/index.html", context)


def _amendments(request: HttpRequest) -> list[Amendment]:
    """Those that wait for this actor's word, the longest waiting first."""
    waiting = Amendment.objects.awaiting(request.actor).select_related("breakthrough__person")
    found = list(waiting[:MOST_AMENDMENTS])
    queries.with_names([one.breakthrough for one in found], request.actor.on)
    for one in found:
        one.days_waiting = (request.actor.on - one.proposed_on).days
    return found


def _asked(request: HttpRequest) -> dict[str, str]:
    return {
        "cho": request.GET.get("cho", ""),
        "appraise": request.GET.get("tham-dinh", ""),
        "loai": request.GET.get("loai", ""),
        "nam": request.GET.get("nam", str(request.actor.on.year)),
        "state": request.GET.get("trang-thai", ""),
    }


def _filtered(found: BreakthroughQuerySet, asked: dict[str, str]) -> BreakthroughQuerySet:
    if year := read_year(asked["nam"], default=0):
        found = found.in_year(year)
    if asked["loai"] in Breakthrough.Kind.values:
        found = found.filter(kind=asked["loai"])
    if asked["state"] in Breakthrough.Status.values:
        found = found.filter(status=asked["state"])
    return found


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Problem, from where to where, quarters, who gains, who supervises, what happened."""
    breakthrough = load(request, pk)
    return render(request, "breakthroughs/show.html", shown(request, breakthrough))


def shown(request: HttpRequest, breakthrough: Breakthrough) -> dict[str, Any]:
    """What the page of one breakthrough needs, with what this actor may do there."""
    actor = request.actor
    queries.with_names([breakthrough], actor.on)
    lines = queries.quarters(breakthrough, actor.on)
    under_way = breakthrough.status in rules.UNDER_WAY
    may_write, may_judge = queries.may_write(actor, breakthrough), queries.may_judge(actor, breakthrough)
    open_lines = [line for line in lines if line.is_open]
    return {
        "breakthrough": breakthrough,
        "lines": lines,
        "planned": [line for line in lines if line.planned],
        "is_approved": breakthrough.status not in rules.BEFORE_APPROVAL,
        "chart": drawing.chart(breakthrough, lines),
        "progress": queries.progress(breakthrough, lines),
        "latest": next((line.report for line in reversed(lines) if line.report), None),
        "assessments": breakthrough.assessments.all(),
        "trail": queries.trail(breakthrough),
        "may_edit": may_write and breakthrough.status in rules.WRITABLE,
        "may_withdraw": may_write and breakthrough.status in rules.WAITING and not breakthrough.is_untold,
        "may_appraise": breakthrough.status == rules.APPRAISING and queries.may_appraise(actor, breakthrough),
        "appraisal": queries.last_appraisal(breakthrough),
        "changes": (changes := queries.changes(breakthrough)),
        "waiting_change": next((one for one in changes if one.amendment.status == rules.PENDING), None),
        "may_amend": may_write
        and under_way
        and not any(c.amendment.status == rules.PENDING for c in changes),
        "may_judge": may_judge and breakthrough.status == rules.SUBMITTED,
        "may_assess": may_judge and breakthrough.status not in rules.BEFORE_APPROVAL,
        "may_close": may_judge and under_way and bool(breakthrough.assessments.all()),
        "may_report": may_write and under_way,
        "may_remark": under_way and queries.may_supervise(actor, breakthrough),
        "to_report": next((line for line in reversed(open_lines) if not line.report), None),
    }


def evidence(request: HttpRequest, pk: int, file_pk: int) -> HttpResponse:
    """A file of a quarter, for who may see the breakthrough."""
    report = get_object_or_404(QuarterReport.objects.visible_to(request.actor), pk=pk)
    attachment = report.evidence.filter(pk=file_pk).first()
    if attachment is None:
        raise Http404
    return attachments.serve(attachment)
