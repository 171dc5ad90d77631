"""How long each request took, by the name of its address and nothing else; from a plain line to the secure page."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.request import split_domain_port
from prometheus_client import Histogram

SECONDS = Histogram(
    "lantoa_request_seconds",
    "How long requests took, by name of the address.",
    ["address", "method", "status"],
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
METHODS = frozenset({"GET", "HEAD", "POST"})


Next = Callable[[HttpRequest], HttpResponse]
# What a phone needs before it trusts the certificate, and what a probe asks inside the machine.
PLAIN = ("/chung-thu/", "/suc-khoe/")


def timed(get_response: Next) -> Next:
    """Note the time of each request that is not a file of the page; a method nobody knows is "other"."""

    def middleware(request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = get_response(request)
        match = request.resolver_match
        method = request.method if request.method in METHODS else "other"
        address = match.view_name if match else "unknown"
        SECONDS.labels(address, method, f"{response.status_code // 100}xx").observe(
            time.perf_counter() - began
        )
        return response

    return middleware


def to_the_secure_page(get_response: Next) -> Next:
    """With the office's own certificate: what was asked on the plain port is asked again on the secure one."""
    if not settings.OWN_CERTIFICATE:
        raise MiddlewareNotUsed

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.is_secure() or request.path.startswith(PLAIN):
            return get_response(request)
        name, _port = split_domain_port(request.get_host())
        return HttpResponseRedirect(f"https://{name}:{settings.HTTPS_PORT}{request.get_full_path()}")

    return middleware
