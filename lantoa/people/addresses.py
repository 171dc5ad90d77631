"""Addresses declare the right they need; a test walks them all and fails on one that does not."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path

from lantoa.organisation.models import Unit

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


def asked_unit(request: HttpRequest) -> Unit:
    """The unit that ?don-vi= names, within reach; the actor's own when none is named. 404 otherwise."""
    actor = request.actor  # type: ignore[attr-defined]
    code = request.GET.get("don-vi", "")
    if actor.unit is not None and code in ("", actor.unit.code):
        return actor.unit
    if not code:
        raise Http404
    return get_object_or_404(actor.in_reach(Unit.objects.all(), of_unit="pk"), code=code)
