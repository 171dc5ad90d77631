"""Saving what others may be editing too: one at a time, and never over words nobody has seen."""

from __future__ import annotations

import copy
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import resolve
from django.utils.datastructures import MultiValueDict

from lantoa.foundation import clock
from lantoa.foundation.entry import boxes, drafts, versions
from lantoa.foundation.entry.boxes import Box
from lantoa.foundation.entry.opening import Opening
from lantoa.foundation.errors import Refusal
from lantoa.foundation.models import Edited


def saved_alone(request: HttpRequest, go: Callable[[], Any], opening: Opening) -> Any:
    """The page's answer; or, when somebody has saved since the form was opened, both versions side by side."""
    with transaction.atomic():
        last = _locked(opening)
        if last.key != opening.key and (answer := _both(request, opening, last)):
            return answer
        response = go()
        if response.status_code in (302, 303):
            last.key, last.turn = opening.key, drafts.turn_of(request)
            last.at, last.by_name = clock.now(), _name(request)
            last.save()
    return response


def _locked(opening: Opening) -> Edited:
    """The row of the page that is being saved; whoever comes second waits here."""
    place = urlsplit(opening.place).path
    Edited.objects.get_or_create(place=place)
    return Edited.objects.select_for_update().get(place=place)


def _name(request: HttpRequest) -> str:
    person = request.actor.person  # type: ignore[attr-defined]
    return str(person)[:120] if person else ""


def _both(request: HttpRequest, opening: Opening, last: Edited) -> HttpResponse | None:
    now = _as_it_stands(request, opening)
    missing = versions.choose(request, now)
    clashes = versions.clashes(request, now, unanswered=missing)
    if not clashes:
        return None
    drafts.keep(opening, request)
    context = {
        "clashes": clashes,
        "typed": _all_typed(request),
        "version": versions.version_at(now),
        "last": last if last.at else None,
        "missing": bool(missing),
        "address": request.get_full_path(),
        "place": opening.place,
    }
    return render(request, "foundation/two_versions.html", context, status=409)


def _all_typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Everything that was sent, to be sent again, but the choice itself and the version it was made on."""
    left = ("csrfmiddlewaretoken", versions.FIELD, versions.CLASHES)
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in left and not name.startswith(versions.PICK)
        for value in values
    ]


def _as_it_stands(request: HttpRequest, opening: Opening) -> dict[str, Box]:
    """The boxes of the form as its page shows them now; {} when it shows the form no more."""
    parts = urlsplit(opening.place)
    asked: Any = copy.copy(request)
    asked.method, asked.path, asked.path_info = "GET", parts.path, parts.path
    asked.GET, asked.POST, asked.entries, asked.only_reads = QueryDict(parts.query), QueryDict(), [], True
    asked._files = MultiValueDict()  # a page with chosen files is one that was sent
    asked._messages = []  # what waits to be said stays for the page that is really shown
    with suppress(Http404, PermissionDenied, Refusal):
        found = resolve(parts.path)
        page = getattr(found.func, "page", found.func)(asked, *found.args, **found.kwargs)
        text = "" if page.streaming else page.content.decode()
        for one in asked.entries:
            place = boxes.form_around(text, one.sealed) if one.opening.name == opening.name else None
            if place:
                return boxes.read(text[place[0] : place[1]])
    return {}
