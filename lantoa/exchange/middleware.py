"""A page's own list that is too long for the browser to wait for leads to a file made beside the pages."""

from __future__ import annotations

from collections.abc import Callable

from django.core.signing import Signer
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.exchange import leaving
from lantoa.foundation.sheets import LongList
from lantoa.people import rules as of_people


def long_list(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Every page that gives out its list as it is filtered; how the file is asked for stands on one page."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    middleware.process_exception = _asked  # type: ignore[attr-defined]
    return middleware


def _asked(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    if not isinstance(exception, LongList):
        return None
    context = {
        "kind": exception.kind,
        "n": exception.n,
        "unit_name": request.actor.name_of(exception.unit),  # type: ignore[attr-defined]
        "most": of_people.MOST_IN_LISTS if exception.note else 0,
        "address": Signer(salt=leaving.PAGE).sign(request.get_full_path()),
    }
    return render(request, "exchange/long.html", context)
