"""The advising body: its opinion before the decision, and which unit that is."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantoa.breakthroughs import actions, queries, rules
from lantoa.breakthroughs.models import AdvisingBody, Breakthrough
from lantoa.breakthroughs.pages.judging_forms import AdvisingBodyForm, AppraisalForm
from lantoa.breakthroughs.pages.reading import load, shown
from lantoa.foundation.errors import Conflict, NotAllowed
from lantoa.foundation.fields import carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation


def appraise(request: HttpRequest, pk: int) -> HttpResponse:
    """Read it and write the opinion; then the next that waits."""
    breakthrough = load(request, pk)
    if not queries.may_appraise(request.actor, breakthrough):
        raise NotAllowed(_("Nội dung này của đồng chí hoặc do nơi khác thẩm định."))
    if breakthrough.status != rules.APPRAISING:
        raise Conflict(_("Nội dung này đã được thẩm định hoặc đã rút. Mở lại trang để xem trạng thái mới."))
    form = AppraisalForm(request.POST or None)
    if carry_out(form, lambda **typed: actions.appraise(breakthrough, by=request.actor, **typed)):
        return _next(request, breakthrough)
    context = shown(request, breakthrough) | {"form": form}
    context["waiting"] = Breakthrough.objects.awaiting_appraisal(request.actor).count()
    return render(request, "breakthroughs/appraise.html", context)


def _next(request: HttpRequest, breakthrough: Breakthrough) -> HttpResponse:
    receiver = organisation.name_of(breakthrough.approving_unit, request.actor.on)
    said = _("Đã ghi ý kiến thẩm định, chuyển %(unit)s.") % {"unit": receiver}
    following = Breakthrough.objects.awaiting_appraisal(request.actor).first()
    if following:
        return redirect_with(request, "breakthroughs:appraise", said, following.pk)
    return redirect_with(request, "breakthroughs:index", said)


def body(request: HttpRequest) -> HttpResponse:
    """Which unit gives its opinion before the actor's own unit decides."""
    actor, unit = request.actor, request.actor.unit
    if unit is None:
        raise Http404
    possible = {str(one.pk): (one, name) for one, name in queries.possible_advisers(unit, actor.on)}
    chosen = AdvisingBody.objects.filter(approving_unit=unit).first()
    initial = {"advising_unit": str(chosen.advising_unit_id) if chosen else ""}
    form = AdvisingBodyForm(request.POST or None, possible=possible, initial=initial)
    if carry_out(form, lambda **_typed: actions.choose_advising_body(unit, form.chosen(), by=actor)):
        return redirect_with(request, "breakthroughs:index", _("Đã lưu cơ quan thẩm định."))
    context = {
        "form": form,
        "possible": possible,
        "chosen_name": organisation.name_of(chosen.advising_unit, actor.on) if chosen else "",
        "unit_name": actor.name_of(unit),
    }
    return render(request, "breakthroughs/advising_body.html", context)
