"""Every request gets its actor, asked afresh: a post that ended is refused on the very next click."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.people import actors, rules
from lantoa.people.models import Account

CHOSEN = "acting_as"
SINCE, SEEN = "signed_in_at", "seen_at"  # instants, in seconds
NOTED_EVERY = 60


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
    return next((a for a in choices if key_of(a) == chosen), choices[0]).for_one_request()


def actor(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Set request.actor and request.actors; send a person with a one-time password to change it first."""

    def middleware(request: HttpRequest) -> HttpResponse:
        holder: Any = request
        holder.actors = []
        holder.actor = SimpleLazyObject(lambda: find_actor(request))
        _end_if_over(request)
        user = request.user if not request.path.startswith("/static/") else None
        if isinstance(user, Account) and user.must_change_password and not _may_wait(request.path):
            return redirect("people:change_password")
        return get_response(request)

    return middleware


def _end_if_over(request: HttpRequest) -> None:
    """Sign out whoever has not clicked for too long, or signed in too long ago; note that the others are here.

    Written at most once a minute: reading a page is not a reason to write for each picture on it.
    """
    holder: Any = request
    holder.session_left = None
    if request.path.startswith("/static/") or not isinstance(request.user, Account):
        return
    now, session = int(clock.now().timestamp()), request.session
    since, seen = session.setdefault(SINCE, now), session.setdefault(SEEN, now)
    holder.actor = find_actor(request)
    administers = any(one.may("people.manage_accounts") for one in holder.actors)
    left = rules.session_left(now, since=since, seen=seen, administers=administers)
    if left <= 0:
        logout(request)
        holder.actors, holder.actor = [], actors.stranger(clock.today(), getattr(request, "id", ""))
        messages.info(request, _("Phiên làm việc trước đã hết. Đăng nhập lại để làm tiếp."))
        return
    if now - seen >= NOTED_EVERY:
        session[SEEN] = now
    holder.session_left = rules.session_left(now, since=since, seen=now, administers=administers)


def _may_wait(path: str) -> bool:
    return path.startswith(("/doi-mat-khau/", "/dang-xuat/", "/hien-thi/"))
