"""Choose an act, write it down, look at before and after, record it; take back what is yet to come."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import Refusal
from lantoa.foundation.fields import put_refusal
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import actions as organisation
from lantoa.organisation import queries as tree
from lantoa.organisation.models import Reorganisation, Unit
from lantoa.reorganising import queries
from lantoa.reorganising.acts import ACTS, Act


def _unit(request: HttpRequest, code: str) -> Unit:
    actor = request.actor
    ahead = actor.in_reach(Unit.objects.all(), of_unit="pk")
    return get_object_or_404(ahead, code=code)


def choose(request: HttpRequest, code: str) -> HttpResponse:
    """Which of the acts."""
    unit = _unit(request, code)
    name = tree.name_of(unit, request.actor.on)
    return render(request, "reorganising/choose.html", {"unit": unit, "name": name, "acts": ACTS.values()})


def act(request: HttpRequest, code: str, act: str) -> HttpResponse:
    """The form; then before and after beside what hangs on it; then it is recorded."""
    unit, chosen = _unit(request, code), ACTS.get(act)
    if chosen is None:
        raise Http404
    form = chosen.form(unit, request.actor, request.POST or None)
    context = {"unit": unit, "name": tree.name_of(unit, request.actor.on), "act": chosen, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            if request.POST.get("viec") == "ghi":
                return _record(request, unit, chosen, form.cleaned_data)
            if request.POST.get("viec") != "sua":
                return _look(request, unit, chosen, form, context)
        except Refusal as refusal:
            put_refusal(form, refusal)
    return render(request, "reorganising/act.html", context)


def _record(request: HttpRequest, unit: Unit, chosen: Act, typed: dict[str, Any]) -> HttpResponse:
    made = chosen.run(unit, dict(typed), request.actor)
    to = made if isinstance(made, Unit) else unit
    said = _("Đã ghi: %(what)s.") % {"what": str(chosen.label).lower()}
    if typed["on"] > request.actor.on:
        said = _("Đã ghi; có hiệu lực từ ngày đã chọn, trước đó hủy được.")
        to = unit
    return redirect_with(request, to, said)


def _look(request: HttpRequest, unit: Unit, chosen: Act, form: Any, context: dict[str, Any]) -> HttpResponse:
    on = form.cleaned_data["on"]
    rehearsal = queries.rehearse(lambda: chosen.run(unit, dict(form.cleaned_data), request.actor), on)
    context |= {
        "rehearsal": rehearsal,
        "hanging": queries.hanging_on(rehearsal.ending, on),
        "on": on,
        "is_past": on <= request.actor.on,
        "typed": [
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if name not in SENT_BY_US
        ],
    }
    return render(request, "reorganising/look.html", context)


SENT_BY_US = {"viec", "csrfmiddlewaretoken", "_entry", "_version", "_from", "_sure"}


@posts_only
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what is yet to come."""
    change = get_object_or_404(Reorganisation, pk=pk)
    concerned = [*change.units.all(), *change.leans_on.all()]
    reached = next((unit for unit in concerned if request.actor.reaches(unit)), None)
    if reached is None:
        raise Http404
    organisation.undo(change, by=request.actor)
    name = change.leans_on.first() or reached
    here = reached if Unit.objects.filter(pk=reached.pk).exists() else name
    return redirect_with(request, here, _("Đã hủy thay đổi chưa có hiệu lực."))
