"""Choose an act, write it down, look at before and after, record it; take back what is yet to come."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import Refusal
from lantoa.foundation.fields import put_refusal
from lantoa.foundation.pages import redirect_with
from lantoa.foundation.tables import read_text
from lantoa.organisation import queries as tree
from lantoa.organisation.models import Reorganisation, Unit
from lantoa.reorganising import carrying, decision, queries
from lantoa.reorganising.acts import ACTS, Act
from lantoa.reorganising.forms import TableForm


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
    context = {
        "unit": unit,
        "name": tree.name_of(unit, request.actor.on),
        "act": chosen,
        "form": form,
        "holders": _holders(request),
    }
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
    with transaction.atomic():
        last = carrying.last_change()
        made = chosen.run(unit, dict(typed), request.actor)
        changes = Reorganisation.objects.filter(pk__gt=last)
        carrying.seat(
            changes, _holders(request), on=typed["on"], by=request.actor, decision=typed["decision"]
        )
    to = made if isinstance(made, Unit) else unit
    said = _("Đã ghi: %(what)s.") % {"what": str(chosen.label).lower()}
    if typed["on"] > request.actor.on:
        said = _("Đã ghi; có hiệu lực từ ngày đã chọn, trước đó hủy được.")
        to = unit
    return redirect_with(request, to, said)


def _look(request: HttpRequest, unit: Unit, chosen: Act, form: Any, context: dict[str, Any]) -> HttpResponse:
    on = form.cleaned_data["on"]
    rehearsal = queries.rehearse(
        lambda: chosen.run(unit, dict(form.cleaned_data), request.actor), on, partial(_seats, request, on)
    )
    context |= {
        "rehearsal": rehearsal,
        "hanging": queries.hanging_on(rehearsal.ending, on),
        "on": on,
        "is_past": on <= request.actor.on,
        "typed": [
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if name not in SENT_BY_US and not name.startswith(HOLDER)
        ],
        "holders": _holders(request),
    }
    return render(request, "reorganising/look.html", context)


HOLDER = "dung-dau-"


def _holders(request: HttpRequest) -> dict[str, str]:
    """Who was chosen for the head of each new unit, as typed: box → key."""
    return {name: value for name, value in request.POST.items() if name.startswith(HOLDER) and value}


def _seats(
    request: HttpRequest, on: dt.date, changes: QuerySet[Reorganisation]
) -> list[tuple[queries.Seat, str]]:
    """The seats to fill, each with who is chosen so far; none for who may not ask for posts."""
    if not request.actor.may("people.manage_posts"):
        return []
    holders = _holders(request)
    return [(seat, holders.get(seat.box, "")) for seat in queries.seats_of(changes, on, request.actor)]


def table(request: HttpRequest, code: str) -> HttpResponse:
    """A whole decision pasted as a table: read, looked at before and after, each unit below a split one asked about."""
    unit = _unit(request, code)
    form = TableForm(request.POST or None, initial={"on": request.actor.on})
    context = {
        "unit": unit,
        "name": tree.name_of(unit, request.actor.on),
        "form": form,
        "columns": decision.COLUMNS,
        "holders": _holders(request),
    }
    if request.method == "POST" and form.is_valid() and request.POST.get("viec") != "sua":
        try:
            told = decision.read(read_text(form.cleaned_data["text"]), unit, form.cleaned_data["on"])
            context["wrong"] = told.wrong
            if not told.wrong:
                return _table_looked_at(request, unit, told, form, context)
        except Refusal as refusal:
            put_refusal(form, refusal)
    return render(request, "reorganising/table.html", context)


def _table_looked_at(
    request: HttpRequest, unit: Unit, told: decision.Decision, form: TableForm, context: dict[str, Any]
) -> HttpResponse:
    typed, answers = form.cleaned_data, _answers(request, told, form.cleaned_data["on"])
    words = {name: typed[name] for name in ("decision", "decision_date", "on")}
    left = carrying.unanswered(told, typed["on"], answers)
    if request.POST.get("viec") == "ghi" and not left:
        holders = _holders(request)
        n = carrying.carry_out(told, top=unit, by=request.actor, answers=answers, holders=holders, **words)
        return redirect_with(request, unit, _("Đã ghi %(n)s thay đổi của quyết định.") % {"n": n})
    supposed = {child: told.carrier[one] for one, child in _children(told, typed["on"]) if child in left}
    rehearsal = queries.rehearse(
        lambda: carrying.carry_out(told, top=unit, by=request.actor, answers=answers | supposed, **words),
        typed["on"],
        partial(_seats, request, typed["on"]),
    )
    context |= {
        "rehearsal": rehearsal,
        "hanging": queries.hanging_on(rehearsal.ending, typed["on"] - dt.timedelta(days=1)),
        "on": typed["on"],
        "is_past": typed["on"] <= request.actor.on,
        "typed": [(name, request.POST.get(name, "")) for name in form.fields],
        "questions": _questions(told, typed["on"], answers),
        "left": len(left) if request.POST.get("viec") == "ghi" else 0,
    }
    return render(request, "reorganising/table_look.html", context)


def _children(told: decision.Decision, on: dt.date) -> list[tuple[int, int]]:
    return [(unit, place.unit_id) for unit, places in decision.below(told, on).items() for place in places]


def _answers(request: HttpRequest, told: decision.Decision, on: dt.date) -> dict[int, str]:
    """Where each unit below goes, as chosen for itself or for all the rest of its unit."""
    answers = {}
    for unit, child in _children(told, on):
        chosen = request.POST.get(f"con-{child}") or request.POST.get(f"con-lai-{unit}", "")
        if chosen in told.becomes[unit]:
            answers[child] = chosen
    return answers


def _questions(told: decision.Decision, on: dt.date, answers: dict[int, str]) -> list[dict[str, Any]]:
    units = decision.below(told, on)
    names = tree.names_of(units, on - dt.timedelta(days=1))
    return [
        {
            "unit": unit,
            "name": names[unit],
            "choices": [(key, told.results[key].name) for key in told.becomes[unit]],
            "children": [(place, answers.get(place.unit_id, "")) for place in places],
        }
        for unit, places in units.items()
        if places
    ]


@posts_only
def undo_all(request: HttpRequest, code: str) -> HttpResponse:
    """Take back every change of one decision that is yet to come."""
    unit = _unit(request, code)
    planned = queries.planned_below(unit, request.actor.on)
    changes = planned.filter(decision_number=request.POST.get("so", "")[:80]).exclude(decision_number="")
    n = carrying.undo_decision(changes, by=request.actor)
    return redirect_with(request, unit, _("Đã hủy %(n)s thay đổi chưa có hiệu lực.") % {"n": n})


SENT_BY_US = {"viec", "csrfmiddlewaretoken", "_entry", "_version", "_from", "_sure"}


@posts_only
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what is yet to come."""
    change = get_object_or_404(Reorganisation, pk=pk)
    concerned = [*change.units.all(), *change.leans_on.all()]
    reached = next((unit for unit in concerned if request.actor.reaches(unit)), None)
    if reached is None:
        raise Http404
    carrying.undo(change, by=request.actor)
    name = change.leans_on.first() or reached
    here = reached if Unit.objects.filter(pk=reached.pk).exists() else name
    return redirect_with(request, here, _("Đã hủy thay đổi chưa có hiệu lực."))
