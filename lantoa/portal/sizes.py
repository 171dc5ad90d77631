"""The size of the text: one of three, kept in a cookie of this machine for a year.

A cookie and not the session, because the choice must hold before signing in and on pages shown while the
database is away.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COOKIE = "text_size"
A_YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Size:
    """One choice: its code in the cookie, its name, the class on <html>."""

    code: str
    name: str | Promise
    css: str


SIZES = [
    Size("17", _("Vừa"), ""),
    Size("19", _("Lớn"), "text-19"),
    Size("22", _("Rất lớn"), "text-22"),
]
BY_CODE = {size.code: size for size in SIZES}


def chosen(request: HttpRequest) -> Size:
    """The size chosen on this machine, else the first."""
    return BY_CODE.get(request.COOKIES.get(COOKIE, ""), SIZES[0])


def css_class(request: HttpRequest) -> str:
    """The class on <html>; empty for the ordinary size."""
    return chosen(request).css


def keep(response: HttpResponse, code: str, *, secure: bool) -> None:
    """Remember a choice. `code` must be one of BY_CODE (KeyError otherwise)."""
    response.set_cookie(
        COOKIE, BY_CODE[code].code, max_age=A_YEAR, secure=secure, httponly=True, samesite="Lax"
    )
