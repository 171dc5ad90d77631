"""Every request gets its actor, asked afresh: a post that ended is refused on the very next click."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from lantoa.foundation import clock
from lantoa.people import actors
from lantoa.people.models import Account

CHOSEN = "acting_as"


def key_of(actor: actors.Actor) -> str:
    """What the session remembers of the choice of post."""
    return f"post-{actor.post_id}" if actor.post_id else "member"


def find_actor(request: HttpRequest) -> actors.Actor:
    """The chosen post if it still holds, else the first."""
    today, number = clock.today(), getattr(request, "id", "")
    if not isinstance(request.user, Account):
        return actors.stranger(today, number)
    choices = actors.actors_of(request.user, today, number)
    request.actors = choices  # type: ignore[attr-defined]
    chosen = request.session.get(CHOSEN)
    return next((a for a in choices if key_of(a) == chosen), choices[0])


def actor(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Set request.actor and request.actors; send a person with a one-time password to change it first."""

    def middleware(request: HttpRequest) -> HttpResponse:
        holder: Any = request
        holder.actors = []
        holder.actor = SimpleLazyObject(lambda: find_actor(request))
        user = request.user if not request.path.startswith("/static/") else None
        if isinstance(user, Account) and user.must_change_password and not _may_wait(request.path):
            return redirect("people:change_password")
        return get_response(request)

    return middleware


def _may_wait(path: str) -> bool:
    return path.startswith(("/doi-mat-khau/", "/dang-xuat/", "/hien-thi/"))
