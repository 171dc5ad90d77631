"""One box, and what was found in groups that always stand in one order."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.foundation.filters import asked_words, chosen
from lantoa.searching import actions, queries


def index(request: HttpRequest) -> HttpResponse:
    """What the actor may find of what she typed; with ?loai= one group, whole."""
    text = asked_words(request)
    kind = chosen(request, "loai", [source.code for source in queries.sources()])
    groups: list[queries.Group] = []
    if text:
        actions.catch_up()
        groups = queries.look(request.actor, text, kind)
    context = {
        "text": text,
        "kind": kind,
        "groups": groups,
        "count": sum(group.count for group in groups),
        "is_cut": any(group.is_cut for group in groups),
        "nearly": queries.nearly(request.actor, text) if text and not groups else None,
    }
    return render(request, "searching/index.html", context)
