"""Every request gets its actor, asked afresh: a post that ended is refused on the very next click."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.people import actors, rules, sign_in
from lantoa.people.models import Account
from lantoa.people.roles import goes_beyond_a_member
from lantoa.people.sign_in import SEEN, SINCE

CHOSEN = "acting_as"
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
        if isinstance(user, Account) and lacks_second_key(request) and not _may_wait(request.path):
            return redirect("people:second_key")
        return get_response(request)

    middleware.process_view = _prove_first  # type: ignore[attr-defined]
    return middleware


def lacks_second_key(request: HttpRequest) -> bool:
    """Whether the setting asks for a second key, one of her posts is such, and this session was opened without."""
    return settings.SECOND_KEY_REQUIRED and not request.session.get(sign_in.SECOND) and is_asked_of(request)


def is_asked_of(request: HttpRequest) -> bool:
    """Whether one of the posts has rights over other units."""
    choices: list[actors.Actor] = request.actors or [request.actor]  # type: ignore[attr-defined]
    return any(
        rules.needs_second_key(reach=one.reach, goes_beyond_a_member=goes_beyond_a_member(one.role))
        for one in choices
        if one.post_id
    )


def _prove_first(request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
    """Before a page that gives rights or keys away: a key shown of late."""
    asks = getattr(view, "must_be_fresh", False) and isinstance(request.user, Account)
    return sign_in.ask_to_prove(request) if asks and not sign_in.is_fresh(request) else None


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
    return path.startswith(
        ("/doi-mat-khau/", "/dang-xuat/", "/hien-thi/", "/toi/khoa-thu-hai/", "/dang-nhap/")
    )
