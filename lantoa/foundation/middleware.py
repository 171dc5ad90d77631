"""What happens to every request before a room sees it."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.db import DataError
from django.http import HttpRequest, HttpResponse

from lantoa.foundation import faults, pages
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed

log = logging.getLogger(__name__)
Next = Callable[[HttpRequest], HttpResponse]


def trusted_proxy(get_response: Next) -> Next:
    """Believe what a proxy says of the client only where the peer is a proxy that the settings name.

    Anybody else's X-Forwarded-* headers are thrown away: they dodge no throttle and make no plain line secure.
    """
    trusted = [ip_network(one.strip(), strict=False) for one in settings.PROXIES]

    def is_trusted(address: str) -> bool:
        try:
            return any(ip_address(address.strip()) in network for network in trusted)
        except ValueError:
            return False

    def middleware(request: HttpRequest) -> HttpResponse:
        meta = request.META
        line = [one.strip() for one in meta.pop("HTTP_X_FORWARDED_FOR", "").split(",") if one.strip()]
        if not is_trusted(meta.get("REMOTE_ADDR", "")):
            meta.pop("HTTP_X_FORWARDED_PROTO", None)
            return get_response(request)
        while line and is_trusted(line[-1]):
            line.pop()
        if line and _is_address(line[-1]):
            meta["REMOTE_ADDR"] = line[-1]
        return get_response(request)

    return middleware


def _is_address(said: str) -> bool:
    try:
        return bool(ip_address(said))
    except ValueError:
        return False


def request_id(get_response: Next) -> Next:
    """Number each request, for fault pages and history; keep answers out of shared caches."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.id = uuid.uuid4().hex[:12]  # type: ignore[attr-defined]
        response = get_response(request)
        response.headers.setdefault("X-Request-Id", request.id)  # type: ignore[attr-defined]
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    return middleware


class Faults:
    """Turn refusals that no page caught, and what is known of the machine, into pages that say what to do."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        match exception:
            case NotAllowed():
                return pages.refused(request, exception, status=403)
            case Conflict():
                return pages.refused(request, exception, status=409)
            case BadInput():
                return pages.refused(request, exception, status=400)
            case DataError() | OverflowError():
                # Every box has its bounds; whatever slips past them is refused, not a fault.
                log.exception("out of bounds, request %s", getattr(request, "id", ""))
                return pages.out_of_bounds(request)
        if cause := faults.cause_of(exception):
            match = request.resolver_match
            log.error(
                "%s (%s) at %s",
                cause.name,
                type(exception).__name__,
                match.view_name if match else "–",
                extra={"request": request},
                exc_info=exception if cause is faults.AWAY else None,
            )
            response = pages.told(request, cause)
            response._has_been_logged = True  # type: ignore[attr-defined]
            return response
        return None


database_faults = Faults
