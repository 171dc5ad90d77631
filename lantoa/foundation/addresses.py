"""Addresses declare the right they need; a test walks them all and fails on one that does not.

The guard asks `request.actor`, which the room of people sets; the ground knows only its two questions.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path

PUBLIC = "public"
SIGNED_IN = "signed in"


def address(route: str, page: Callable[..., HttpResponseBase], *, permission: str, name: str) -> URLPattern:
    """`path()` with a guard: strangers go to sign-in, a role without the permission gets 403."""

    @wraps(page)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actor = request.actor  # type: ignore[attr-defined]
        if permission != PUBLIC and not actor.is_signed_in:
            return redirect_to_login(request.get_full_path())
        if permission not in (PUBLIC, SIGNED_IN) and not actor.may(permission):
            raise PermissionDenied
        return page(request, *args, **kwargs)

    guarded.permission = permission  # type: ignore[attr-defined]
    return path(route, guarded, name=name)
