"""What the system knows of me: every table, why, since when, until when; who has read it; all of it as a file; what
I ask about it, and what became of that.
"""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import show_date
from lantoa.foundation.fields import PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.filters import chosen
from lantoa.foundation.keeps import Kept
from lantoa.foundation.pages import redirect_with
from lantoa.people.sign_in import proves
from lantoa.personal_data import actions, queries
from lantoa.personal_data.models import DataRequest, Purpose, Restriction
from lantoa.personal_data.queries import Line
from lantoa.personal_data.words import Kind

LATEST_REQUESTS = 20


def index(request: HttpRequest) -> HttpResponse:
    """The page."""
    person = request.actor.person
    purposes = {one.code: one for one in Purpose.objects.on(request.actor.on)}
    lines = [
        {
            "purpose": purposes.get(one.kept.purpose),
            "kept": one.kept,
            "count": one.count,
            "since": one.since,
            "url": _page_of(one.kept),
        }
        for one in queries.lines_of(person)
    ]
    readings = queries.readings_of(person)
    context = {
        "lines": lines,
        "readings": readings[: queries.LATEST],
        "more": max(0, len(readings) - queries.LATEST),
        "named": queries.named_in(person),
        "requests": DataRequest.objects.filter(person=person)[:LATEST_REQUESTS],
        "restriction": queries.standing_restriction(person),
        "emergencies": [
            (one, queries.names_of_parts(one)) for one in queries.emergencies_of(person)[:LATEST_REQUESTS]
        ],
    }
    return render(request, "personal_data/index.html", context)


def _page_of(kept: Kept) -> str:
    return reverse(kept.page) if kept.page else ""


@proves
def download(request: HttpRequest) -> HttpResponse:
    """The same, whole, in a form that a program reads."""
    person = request.actor.person
    told = {
        "made_on": show_date(request.actor.on),
        "person": person.full_name,
        "kept": queries.everything_of(person),
        "read_by": [vars(one) for one in queries.readings_of(person)],
        "named_in": dict(queries.named_in(person)),
    }
    said = json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
    answer = HttpResponse(said, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="du-lieu-cua-toi.json"'
    return answer


class AskForm(PlainForm):
    """What she asks, and about which data."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Đồng chí yêu cầu gì?"),
        choices=lambda: capitalised(Kind.choices),
        widget=forms.RadioSelect,
    )
    about = forms.ChoiceField(label=gettext_lazy("Về dữ liệu nào?"), required=False)
    text = TextField(
        label=gettext_lazy("Nội dung yêu cầu"),
        rows=5,
        max_length=4000,
        help_text=gettext_lazy("Sửa thì ghi chỗ nào sai, đúng là gì. Chỉ người trả lời đọc được."),
    )

    def __init__(self, lines: list[Line], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        about: Any = self.fields["about"]
        about.choices = [("", _("Không nêu riêng")), *((one.kept.table, one.kept.label) for one in lines)]


def ask(request: HttpRequest) -> HttpResponse:
    """A request; the address may say which kind and about what."""
    lines = queries.lines_of(request.actor.person)
    start = {
        "kind": chosen(request, "viec", Kind.values) or Kind.SEE,
        "about": chosen(request, "ve", [one.kept.table for one in lines]),
    }
    form = AskForm(lines, request.POST or None, initial=start)
    if request.method == "POST" and (
        one := carry_out(form, lambda **typed: actions.ask(by=request.actor, **typed))
    ):
        said = _("Đã gửi yêu cầu số %(number)s đến người phụ trách bảo vệ dữ liệu.") % {"number": one.number}
        return redirect_with(request, one.own_url, said)
    return render(request, "personal_data/ask.html", {"form": form})


def _own(request: HttpRequest, pk: int) -> DataRequest:
    mine = DataRequest.objects.filter(person=request.actor.person)
    return get_object_or_404(mine.select_related("taken_by", "answered_by", "entered_by"), pk=pk)


def own_request(request: HttpRequest, pk: int) -> HttpResponse:
    """One request of hers: how far it is, by when, what was answered."""
    one = _own(request, pk)
    context = {
        "one": one,
        "about": queries.label_of(one.about),
        "is_late": one.is_late(request.actor.on),
        "has_answerer": bool(queries.who_answers(one.unit, request.actor.on, besides=one.person_id)),
        "restriction": Restriction.objects.filter(request=one).first(),
    }
    return render(request, "personal_data/own_request.html", context)


@posts_only
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """She takes it back."""
    one = actions.withdraw(_own(request, pk), by=request.actor)
    return redirect_with(request, one.own_url, _("Đã rút yêu cầu."))


@posts_only
def lift(request: HttpRequest, pk: int) -> HttpResponse:
    """Her data is used as before."""
    restriction = get_object_or_404(Restriction, request=_own(request, pk))
    actions.lift(restriction, by=request.actor)
    return redirect_with(request, "personal_data:index", _("Đã bỏ việc hạn chế xử lý."))
