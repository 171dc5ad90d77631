"""While nothing stands here, the door of sign-in leads to the page by which an office begins."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from lantoa.beginning import queries


def first_page(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Only the page of sign-in asks; every other address costs nothing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path == reverse("people:sign_in") and not queries.has_begun():
            return redirect("beginning:code")
        return get_response(request)

    return middleware
