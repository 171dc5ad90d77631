"""What a quarter brought, and what the supervising unit says of it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.breakthroughs import actions, queries, rules
from lantoa.breakthroughs.models import QuarterReport
from lantoa.breakthroughs.pages.forms import RemarkForm, ReportForm
from lantoa.breakthroughs.pages.reading import load
from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.fields import carry_out
from lantoa.foundation.pages import redirect_with


def report(request: HttpRequest, pk: int, year: int, quarter: int) -> HttpResponse:
    """Write what the quarter brought, or correct what was written."""
    breakthrough = load(request, pk)
    if not queries.may_write(request.actor, breakthrough):
        raise NotAllowed(_("Chỉ người đăng ký và đơn vị đăng ký ghi kết quả."))
    if (year, quarter) not in rules.quarters_between(breakthrough.starts, breakthrough.ends):
        raise Http404
    lines = queries.quarters(breakthrough, request.actor.on)
    line = next((one for one in lines if (one.year, one.quarter) == (year, quarter)), None)
    written = line.report if line else None
    fields = ("state", "result", "value", "obstacle", "cell_state", "cell_assessment")
    initial = {name: getattr(written, name) for name in fields} if written else {}
    form = ReportForm(request.POST or None, request.FILES or None, initial=initial)
    if carry_out(
        form,
        lambda **typed: actions.report_quarter(
            breakthrough, year=year, quarter=quarter, by=request.actor, **typed
        ),
    ):
        label = rules.quarter_period(year, quarter).label
        said = _("Đã ghi kết quả %(quarter)s.") % {"quarter": label}
        return redirect_with(request, "breakthroughs:show", said, pk)
    context = {
        "form": form,
        "breakthrough": breakthrough,
        "line": line,
        "label": rules.quarter_period(year, quarter).label,
        "due_on": rules.due_on(year, quarter),
        "written": written,
    }
    return render(request, "breakthroughs/report.html", context)


def remark(request: HttpRequest, pk: int) -> HttpResponse:
    """The supervising unit's words on one quarter."""
    written = get_object_or_404(
        QuarterReport.objects.visible_to(request.actor).select_related("breakthrough__unit"), pk=pk
    )
    if not queries.may_supervise(request.actor, written.breakthrough):
        raise NotAllowed(_("Chỉ nơi được phân công giám sát và nơi duyệt ghi nhận xét."))
    form = RemarkForm(request.POST or None, initial={"text": written.supervisor_remark})
    if carry_out(form, lambda **typed: actions.remark(written, by=request.actor, **typed)):
        return redirect_with(request, "breakthroughs:show", _("Đã ghi nhận xét."), written.breakthrough_id)
    context = {"form": form, "written": written, "breakthrough": written.breakthrough}
    return render(request, "breakthroughs/remark.html", context)
