"""What the system knows of me: every table, why, since when, until when; who has read it; all of it as a file."""

from __future__ import annotations

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from lantoa.foundation.dates import show_date
from lantoa.foundation.keeps import Kept
from lantoa.people.sign_in import proves
from lantoa.personal_data import queries


def index(request: HttpRequest) -> HttpResponse:
    """The page."""
    person = request.actor.person
    lines = [
        {"kept": one.kept, "count": one.count, "since": one.since, "url": _page_of(one.kept)}
        for one in queries.lines_of(person)
    ]
    readings = queries.readings_of(person)
    context = {
        "lines": lines,
        "readings": readings[: queries.LATEST],
        "more": max(0, len(readings) - queries.LATEST),
        "named": queries.named_in(person),
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
