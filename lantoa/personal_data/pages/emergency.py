"""Openings in an emergency: the book of them, asking for one, the second word, and what is then read."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import show_date, show_moment
from lantoa.foundation.fields import NumberField, PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.organisation.queries import with_unit_names
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.people.sign_in import proves
from lantoa.personal_data import actions, queries
from lantoa.personal_data.models import Emergency
from lantoa.personal_data.pages.on_paper import CALLED, named
from lantoa.personal_data.words import Opening


def index(request: HttpRequest) -> HttpResponse:
    """The book, the latest first: who asked, who agreed, until when; whose data it is stands on its page."""
    actor = request.actor
    found = Emergency.objects.visible_to(actor).select_related("asked_by", "answered_by", "unit")
    page = paginate(request, found)
    context = {
        "page": page,
        "rows": with_unit_names(page, actor.on),
        "may_ask": actor.may("personal_data.ask_to_open"),
        "may_answer": actor.may("personal_data.answer"),
    }
    return render(request, "personal_data/emergencies.html", context)


class OpeningForm(PlainForm):
    """Whose data, which parts, why and for how long."""

    name = TextField(label=gettext_lazy("Mở dữ liệu của ai?"), max_length=120, help_text=CALLED)
    parts = forms.MultipleChoiceField(label=gettext_lazy("Phần cần mở"), widget=forms.CheckboxSelectMultiple)
    reason = TextField(
        label=gettext_lazy("Lý do"),
        rows=3,
        max_length=1000,
        help_text=gettext_lazy("Việc gì, vì sao không chờ được. Người ấy đọc nguyên văn."),
    )
    hours = NumberField(
        label=gettext_lazy("Mở trong (giờ)"),
        whole=True,
        least=1,
        most=24,
        help_text=gettext_lazy("Từ 1 đến 24, tính từ lúc người thứ hai đồng ý."),
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        parts: Any = self.fields["parts"]
        parts.choices = capitalised(queries.parts_to_choose())

    def clean_name(self) -> Person:
        return named(self, self.actor)


@proves
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for one."""
    actor = request.actor
    form = OpeningForm(actor, request.POST or None, initial={"hours": 4})
    if request.method == "POST" and (
        one := carry_out(form, lambda name, **typed: actions.ask_to_open(name, by=actor, **typed))
    ):
        return redirect_with(request, one, _("Đã đề nghị. Mở khi người thứ hai đồng ý."))
    return render(request, "personal_data/emergency_new.html", {"form": form})


def _load(request: HttpRequest, pk: int) -> Emergency:
    found = Emergency.objects.visible_to(request.actor)
    return get_object_or_404(
        found.select_related("person", "unit", "asked_by", "asked_in", "answered_by"), pk=pk
    )


class RefusalForm(PlainForm):
    """Why not."""

    reason = TextField(label=gettext_lazy("Vì sao không đồng ý?"), max_length=300)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One opening: what is asked for, by whom, why; and the second word for who may give it."""
    one, actor = _load(request, pk), request.actor
    form = RefusalForm(request.POST or None)
    if request.method == "POST" and carry_out(
        form, lambda **typed: actions.refuse_to_open(one, by=actor, **typed)
    ):
        return redirect_with(request, one, _("Đã ghi ý kiến không đồng ý; người đề nghị được báo."))
    is_mine = actor.is_one_with(one.asked_by_id)
    is_asker = actor.person is not None and actor.person.pk == one.asked_by_id
    context = {
        "one": one,
        "form": form,
        "rows": with_unit_names([one], actor.on),
        "parts": queries.names_of_parts(one),
        "may_answer_it": queries.waiting_for(actor).filter(pk=pk).exists(),
        "may_read": is_asker and one.is_open(),
        "is_open": one.is_open(),
        "may_end": one.state in (Opening.WAITING, Opening.OPEN)
        and (is_mine or actor.is_one_with(one.answered_by_id)),
    }
    return render(request, "personal_data/emergency.html", context)


@posts_only
@proves
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """The second person agrees."""
    one = actions.agree_to_open(_load(request, pk), by=request.actor)
    return redirect_with(request, one, _("Đã đồng ý. Người có dữ liệu được mở đã được báo."))


@posts_only
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Shut before its time, or taken back."""
    one = actions.end_opening(_load(request, pk), by=request.actor)
    return redirect_with(request, one, _("Đã đóng lần mở này."))


@proves
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """What is kept of her in these parts, for who asked and while it is open; she reads that it was opened."""
    one = _load(request, pk)
    actions.note_reading(one, by=request.actor)
    found = [(table["what"], [_printed(row) for row in table["rows"]]) for table in queries.opened(one)]
    context = {"one": one, "found": found}
    return render(request, "personal_data/emergency_read.html", context)


def _printed(row: dict[str, Any]) -> list[tuple[str, str]]:
    """Each column with what a person reads there; the empty ones left out."""
    return [(name, said) for name, value in row.items() if (said := _said(value))]


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, dt.datetime):
        return show_moment(value)
    if isinstance(value, dt.date):
        return show_date(value)
    if isinstance(value, list):
        return ", ".join(filter(None, map(_said, value)))
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_said(one)}" for name, one in value.items())
    return "" if value is None else str(value)
