"""Registers about personal data: numbers, purposes and rules, never a name or what somebody asked."""

from __future__ import annotations

import datetime as dt

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import DayField, PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.people.actors import Actor, heads_the_tree
from lantoa.people.addresses import asked_unit, asked_year
from lantoa.personal_data import actions, queries
from lantoa.personal_data.models import Purpose

YEARS_BACK = 5


def register(request: HttpRequest) -> HttpResponse:
    """How many requests of each kind came to a unit and what lies below in a year, and what became of them."""
    actor, unit, year = request.actor, asked_unit(request), asked_year(request)
    context = {
        "unit": unit,
        "unit_name": actor.name_of(unit),
        "year": year,
        "years": sorted({year, *range(actor.on.year - YEARS_BACK + 1, actor.on.year + 1)}),
        "rows": queries.counted(actor, unit, dt.date(year, 1, 1), dt.date(year, 12, 31)),
        "may_answer": actor.may("personal_data.answer"),
        "may_see_openings": actor.may("personal_data.emergencies"),
    }
    return render(request, "personal_data/register.html", context)


def _keeps_purposes(actor: Actor) -> bool:
    return actor.may("personal_data.answer") and heads_the_tree(actor)


def processing(request: HttpRequest) -> HttpResponse:
    """What is kept of people, for which purpose, on which basis, until when: for everybody to read and print."""
    actor = request.actor
    found = queries.processed(actor.on)
    context = {
        "found": found,
        "unset": sum(one.purpose is None or one.purpose.is_unset for one in found),
        "may_answer": actor.may("personal_data.answer"),
        "may_set": _keeps_purposes(actor),
    }
    return render(request, "personal_data/processing.html", context)


class PurposeForm(PlainForm):
    """A purpose and its basis from a day on."""

    name = TextField(label=gettext_lazy("Mục đích"), max_length=160)
    basis = forms.ChoiceField(
        label=gettext_lazy("Loại căn cứ"), choices=lambda: capitalised(Purpose.Basis.choices)
    )
    text = TextField(
        label=gettext_lazy("Văn bản, điều, khoản"),
        required=False,
        max_length=400,
        help_text=gettext_lazy("Do bộ phận pháp chế xác định. Chưa rõ thì để “chưa xác định”."),
    )
    starts = DayField(label=gettext_lazy("Áp dụng từ ngày"))


def purpose(request: HttpRequest, code: str) -> HttpResponse:
    """One purpose: how it was, and how it is from a day on."""
    actor = request.actor
    one = next((row for row in Purpose.objects.on(actor.on) if row.code == code), None)
    if one is None:
        raise Http404
    start = {"name": one.name, "basis": one.basis, "text": one.text, "starts": actor.on}
    form = PurposeForm(request.POST or None, initial=start)
    sent = request.method == "POST"
    if sent and carry_out(form, lambda **typed: actions.set_purpose(one, by=actor, **typed)):
        return redirect_with(request, "personal_data:processing", _("Đã ghi mục đích và căn cứ."))
    context = {
        "one": one,
        "form": form,
        "earlier": Purpose.objects.filter(code=code).order_by("-starts"),
        "may_set": _keeps_purposes(actor),
    }
    return render(request, "personal_data/purpose.html", context)
