"""One inspection: its facts, its twelve papers, its conclusion."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.attachments import serve
from lantoa.foundation.fields import carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.supervision import actions, printing, queries, rules
from lantoa.supervision.models import Discipline, FileDocument, Inspection, Sample
from lantoa.supervision.pages.forms import DecisionForm, DueForm, PaperForm, SelfReportForm, WhyForm

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def load(request: HttpRequest, pk: int) -> Inspection:
    """One that the actor may see; 404 otherwise."""
    one = get_object_or_404(Inspection.objects.visible_to(request.actor).for_lists(), pk=pk)
    actions.note_inspection_read(one, by=request.actor)
    return one


def load_paper(request: HttpRequest, pk: int) -> FileDocument:
    """The same of a paper of a file."""
    found = FileDocument.objects.visible_to(request.actor).select_related(
        "inspection__programme__unit", "inspection__unit", "inspection__person", "inspection__led_by"
    )
    one = get_object_or_404(found, pk=pk)
    actions.note_inspection_read(one.inspection, by=request.actor)
    return one


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything of one, for who inspects and for whom it concerns."""
    actor = request.actor
    one = queries.with_stages([load(request, pk)], actor.on)[0]
    papers = list(one.papers.all())
    for paper in papers:
        paper.late = paper.is_late(actor.on)  # type: ignore[attr-defined]
    answers = queries.answers_for(one, actor)
    context = {
        "one": one,
        "papers": papers,
        "counted": rules.how_far(papers),
        "keeps": queries.keeps_file(one, actor),
        "answers": answers,
        "self_report": next((paper for paper in papers if paper.is_self_report), None) if answers else None,
        "remedies": one.remedies.select_related("owner", "shortcoming", "note"),
        "disciplines": Discipline.objects.visible_to(actor).filter(inspection=one),
        "samples": Sample.objects.visible_to(actor).filter(inspection=one),
        "samples_here": _may_sample(request, one),
        "trail": queries.trail_of(one),
        "today": actor.on,
    }
    return render(request, "supervision/show.html", context)


def _may_sample(request: HttpRequest, one: Inspection) -> bool:
    """While it is under way, of an organisation, for who may draw."""
    drawn_now = (one.is_open or one.is_regular) and not one.is_closed and one.person_id is None
    return drawn_now and request.actor.may("supervision.sample") and queries.keeps_file(one, request.actor)


def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """It was decided: the file begins."""
    one = load(request, pk)
    rules.must_plan(queries.keeps_file(one, request.actor))
    rules.must_be_unbegun(one.status)
    rules.must_have_a_file(one.kind)
    form = DecisionForm(request.POST or None)

    def act(**typed: Any) -> Inspection:
        return actions.open_inspection(one, by=request.actor, **typed)

    if request.method == "POST" and carry_out(form, act):
        return redirect_with(request, one, _("Đã mở hồ sơ 12 tài liệu. Đơn vị đọc được từ bây giờ."))
    return render(request, "supervision/begin.html", {"one": one, "form": form})


def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """It does not take place."""
    one = load(request, pk)
    rules.must_plan(queries.keeps_file(one, request.actor))
    rules.must_be_unbegun(one.status)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and carry_out(form, lambda why: actions.drop(one, by=request.actor, why=why)):
        return redirect_with(request, one, _("Đã ghi là không tiến hành, kèm lý do."))
    return render(request, "supervision/drop.html", {"one": one, "form": form})


def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """One paper of the file: read by both sides, written by who keeps the file."""
    one, actor = load_paper(request, pk), request.actor
    keeps = queries.keeps_file(one.inspection, actor)
    start = {"done_on": one.done_on, "number": one.number, "note": one.note}
    form = PaperForm(request.POST or None, request.FILES or None, initial=start)

    def act(**typed: Any) -> FileDocument:
        return actions.record_paper(one, by=actor, **typed)

    if request.method == "POST":
        rules.must_plan(keeps)
        if carry_out(form, act):
            said = _("Đã ghi %(paper)s.") % {"paper": str(one).lower()}
            return redirect_with(request, one.inspection, said)
    due = DueForm(initial={"due": one.due})
    writes = keeps and rules.is_under_way(one.inspection.status)
    context = {"paper": one, "one": one.inspection, "form": form, "due": due, "keeps": writes}
    return render(request, "supervision/paper.html", context)


@posts_only
def due(request: HttpRequest, pk: int) -> HttpResponse:
    """Until when it is due."""
    one = load_paper(request, pk)
    form = DueForm(request.POST)
    if carry_out(form, lambda due: actions.set_due(one, by=request.actor, due=due)):
        return redirect_with(request, one.inspection, _("Đã đặt hạn."))
    context = {"paper": one, "one": one.inspection, "form": PaperForm(), "due": form, "keeps": True}
    return render(request, "supervision/paper.html", context)


def word(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper as a Word file: what is known is filled in, the rest is left for the hand."""
    one = load_paper(request, pk)
    answer = HttpResponse(printing.word(one, on=request.actor.on), content_type=WORD)
    answer["Content-Disposition"] = (
        f'attachment; filename="{one.order:02d}-{one.kind.replace("_", "-")}.docx"'
    )
    return answer


def attachment(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The signed paper."""
    one = load_paper(request, pk)
    if one.attachment is None:
        raise Http404
    return serve(one.attachment)


def self_report(request: HttpRequest, pk: int) -> HttpResponse:
    """The unit, or the person, inspected reports of itself."""
    one, actor = load_paper(request, pk), request.actor
    may = one.is_self_report and queries.answers_for(one.inspection, actor)
    rules.must_send(may=may, is_open=one.inspection.is_open)
    form = SelfReportForm(request.POST or None, request.FILES or None, initial={"text": one.note})

    def act(**typed: Any) -> FileDocument:
        return actions.send_self_report(one, by=actor, **typed)

    if request.method == "POST" and carry_out(form, act):
        return redirect_with(request, one.inspection, _("Đã gửi báo cáo đến nơi kiểm tra, giám sát."))
    return render(
        request, "supervision/self_report.html", {"paper": one, "one": one.inspection, "form": form}
    )
