"""The cell scores its meeting itself; the table of the month for the level above; the rule and its weights."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.documents import names, xlsx
from lantoa.foundation.fields import carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.foundation.sheets import wants_workbook
from lantoa.meetings import actions, printing, rules
from lantoa.meetings.models import Meeting, ScoreRule, ScoreSheet
from lantoa.meetings.pages.forms import RuleForm, ScoreForm
from lantoa.meetings.pages.months import asked_month, months_to_choose
from lantoa.people.actors import keeps_lists
from lantoa.people.addresses import asked_unit


def score(request: HttpRequest, pk: int) -> HttpResponse:
    """The hundred points of one meeting, given by the cell itself."""
    found = get_object_or_404(Meeting.objects.visible_to(request.actor).select_related("unit"), pk=pk)
    rules.must_edit(request.actor.reaches(found.unit))
    rule = get_object_or_404(ScoreRule.objects.on(found.held_on))
    kept = ScoreSheet.objects.filter(meeting=found).first()
    initial: dict[str, Any] = {code: Decimal(value) for code, value in kept.points.items()} if kept else {}
    form = ScoreForm(request.POST or None, rule=rule, initial=initial | {"note": kept.note if kept else ""})
    if carry_out(
        form,
        lambda **typed: actions.score(found, points=form.points(), note=typed["note"], by=request.actor),
    ):
        return redirect_with(request, found, _("Đã ghi phiếu tự chấm."))
    context = {"form": form, "meeting": found, "rule": rule, "kept": kept}
    return render(request, "meetings/score.html", context)


def scores(request: HttpRequest) -> HttpResponseBase:
    """The month's regular meetings below with what each cell gave itself, for the level above."""
    unit, month = asked_unit(request), asked_month(request)
    table = printing.scores(unit, month, request.actor.on)
    if wants_workbook(request):
        title = _("Kết quả tự chấm sinh hoạt chi bộ %(month)s") % {"month": month.label}
        book = xlsx.write([xlsx.Sheet(month.label.replace("/", "-"), table, title=title)])
        return names.attachment_response(book, f"{title}.xlsx", names.XLSX)
    context = {
        "unit": unit,
        "unit_name": request.actor.name_of(unit),
        "month": month,
        "months": months_to_choose(request.actor.on),
        "rows": printing.score_rows(unit, month, request.actor.on),
        "bands": ScoreSheet.Band.choices,
    }
    return render(request, "meetings/scores.html", context)


def rule(request: HttpRequest) -> HttpResponse:
    """The criteria in force; who keeps the lists changes their weights from a day on, the others read them."""
    current = ScoreRule.objects.filter(ends__isnull=True).first()
    if current is None or not keeps_lists(request.actor):
        return render(request, "meetings/rule.html", {"current": current})
    initial = {"name": current.name, "basis": current.basis, "without_theme": current.without_theme}
    form = RuleForm(request.POST or None, rule=current, initial=initial)
    if carry_out(form, lambda **_typed: actions.change_rule(by=request.actor, **form.told())):
        return redirect_with(request, "meetings:rule", _("Đã ghi cách chấm mới."))
    return render(request, "meetings/rule.html", {"form": form, "current": current})
