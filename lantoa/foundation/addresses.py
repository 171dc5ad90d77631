"""Addresses declare the right they need; a test walks them all and fails on one that does not.

The guard asks `request.actor`, which the room of people sets; the ground knows only its two questions.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseNotAllowed, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.urls import Resolver404, ResolverMatch, URLPattern, path, resolve

from lantoa.foundation.dates import FIRST_YEAR, LAST_YEAR
from lantoa.foundation.entry import guard
from lantoa.foundation.text import as_typed

# The largest whole number that a key of either database can be.
LARGEST_KEY = 2**63 - 1
PUBLIC = "public"
SIGNED_IN = "signed in"


def address(
    route: str, page: Callable[..., HttpResponseBase], *, permission: str, name: str, entered: bool = True
) -> URLPattern:
    """`path()` with a guard: strangers go to sign-in, a role without the permission gets 403.

    Whatever its forms send is sent once and kept until it is: see `foundation/entry`; `entered=False` is for the
    drafts' own addresses.
    """

    enter = guard.entered(page) if entered else page

    @wraps(page)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actor = request.actor  # type: ignore[attr-defined]
        if permission != PUBLIC and not actor.is_signed_in:
            return guard.hold(request) or redirect_to_login(request.get_full_path())
        if permission not in (PUBLIC, SIGNED_IN) and not actor.may(permission):
            raise PermissionDenied
        if permission not in (PUBLIC, SIGNED_IN):
            request.actor = actor.by_right(permission)  # type: ignore[attr-defined]
        _must_be_possible(kwargs)
        _tidy(request)
        return enter(request, *args, **kwargs)

    guarded.page = page  # type: ignore[attr-defined]
    guarded.permission = permission  # type: ignore[attr-defined]
    guarded.only_posts = getattr(page, "only_posts", False)  # type: ignore[attr-defined]
    return path(route, guarded, name=name)


def absolute(request: HttpRequest, where: str) -> str:
    """The whole address of a page, for what leaves the house: under LANTOA_ADDRESS, else as this request asked."""
    return (
        urljoin(settings.LANTOA_ADDRESS, where)
        if settings.LANTOA_ADDRESS
        else request.build_absolute_uri(where)
    )


def _must_be_possible(parts: dict[str, Any]) -> None:
    """404 for an address that no record can have: a key beyond 64 bit, a year outside the calendar, a NUL."""
    for name, part in parts.items():
        if isinstance(part, int):
            first, last = (FIRST_YEAR, LAST_YEAR) if name == "year" else (0, LARGEST_KEY)
            if not first <= part <= last:
                raise Http404
        elif isinstance(part, str) and as_typed(part) != part:
            raise Http404


def _tidy(request: HttpRequest) -> None:
    """What was typed and asked reaches every page in NFC and without what no database keeps (NUL and its like)."""
    for name in ("GET", "POST"):
        sent: QueryDict = getattr(request, name)
        tidied = {key: [as_typed(one) for one in sent.getlist(key)] for key in sent}
        if any(tidied[key] != sent.getlist(key) for key in sent):
            copy = sent.copy()
            for key, values in tidied.items():
                copy.setlist(key, values)
            copy._mutable = False
            setattr(request, name, copy)


def posts_only(page: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """An address that only buttons use. Opened as a page (a bookmark, Back), it leads to the page it belongs to."""

    @wraps(page)
    def posting(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST":
            return page(request, *args, **kwargs)
        if request.method in ("GET", "HEAD"):
            return HttpResponseRedirect(page_above(request))
        return HttpResponseNotAllowed(["POST"])

    posting.only_posts = True  # type: ignore[attr-defined]
    return posting


def page_above(request: HttpRequest) -> str:
    """The nearest address above this one that is a page the actor may open; her first page when there is none.

    Above "nhap/ban/7/" stands "nhap/", not the page of a kind that "ban" would name.
    """
    above, here = request.path.rstrip("/"), _shape(request.resolver_match)
    while above:
        above = above.rpartition("/")[0]
        try:
            match = resolve(f"{above}/")
        except Resolver404:
            continue
        is_above = not here or here.startswith(_shape(match))
        if is_above and is_page(match.func) and _may_open(request, getattr(match.func, "permission", PUBLIC)):
            return f"{above}/"
    return "/"


def is_page(view: Callable[..., Any]) -> bool:
    """Whether its address can be opened, not only posted to."""
    return not getattr(view, "only_posts", False)


def page_at(request: HttpRequest) -> str:
    """Where somebody stood who pressed a button that posted here: this page itself, or the one above."""
    match = request.resolver_match
    return request.get_full_path() if match and is_page(match.func) else page_above(request)


def _shape(match: ResolverMatch | None) -> str:
    """The route without the names and kinds of its parts: "nhap/<>/"."""
    return re.sub("<[^>]*>", "<>", match.route) if match else ""


def _may_open(request: HttpRequest, permission: str) -> bool:
    return permission in (PUBLIC, SIGNED_IN) or bool(request.actor.may(permission))  # type: ignore[attr-defined]
