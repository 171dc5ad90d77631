"""How doors are kept against guessing: by account and address, by account, by address; the owner's own machine apart.

What is counted is kept under digests, so that nobody reads here who tried to sign in from where.
"""

from __future__ import annotations

import datetime as dt
import secrets
from typing import Any

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.pages import fault
from lantoa.people import rules
from lantoa.people.models import Tries, normal_sign_in_name

DEVICE_COOKIE = "quen-may"
DEVICE_LASTS = dt.timedelta(days=180)
PURPOSE = "lantoa.people.device"


def is_shut(request: HttpRequest, door: str, name: str = "") -> bool:
    """Whether too many wrong tries came to this door of late: from this machine, or for this name."""
    if not settings.THROTTLE:
        return False
    keys = [key for key, _limit in _keys(request, door, name)]
    return Tries.objects.filter(key__in=keys, shut_until__gt=clock.now()).exists()


def note_wrong_try(request: HttpRequest, door: str, name: str = "") -> None:
    """One more wrong try; every so many of them the door shuts, each time for longer."""
    for key, limit in _keys(request, door, name):
        _count(key, limit)


@transaction.atomic
def _count(key: str, limit: int) -> None:
    now = clock.now()
    tried, _new = Tries.objects.select_for_update().get_or_create(key=key, defaults={"last_at": now})
    begins = now - tried.last_at > rules.TRIES_FORGOTTEN
    tried.count = 1 if begins else tried.count + 1
    tried.last_at = now
    tried.shut_until = rules.shut_until(tried.count, limit, now)
    tried.save()


def forget_wrong_tries(request: HttpRequest, door: str, name: str = "") -> None:
    """Somebody got in: the next one at this machine starts afresh. What other machines tried stays counted."""
    mine = [key for key, limit in _keys(request, door, name) if limit == rules.TRIES_HERE]
    Tries.objects.filter(key__in=mine).delete()


def remember_device(request: HttpRequest, response: HttpResponse, name: str) -> None:
    """The owner got in here: from now on strangers' tries elsewhere do not shut her out at this machine."""
    marks = {**_marks(request), _digest(normal_sign_in_name(name))[:16]: secrets.token_urlsafe(8)}
    response.set_cookie(
        DEVICE_COOKIE,
        signing.dumps(dict(list(marks.items())[-8:]), salt=PURPOSE),
        max_age=DEVICE_LASTS,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def _marks(request: HttpRequest) -> dict[str, str]:
    try:
        found = signing.loads(request.COOKIES.get(DEVICE_COOKIE, ""), salt=PURPOSE, max_age=DEVICE_LASTS)
    except signing.BadSignature:
        return {}
    return found if isinstance(found, dict) else {}


def _keys(request: HttpRequest, door: str, name: str) -> list[tuple[str, int]]:
    """(digest, how many tries it bears) of everything under which a try is counted."""
    address, name = request.META.get("REMOTE_ADDR", ""), normal_sign_in_name(name)
    if not name:
        return [(_digest(f"{door}@{address}"), rules.TRIES_HERE)]
    if mark := _marks(request).get(_digest(name)[:16]):
        return [(_digest(f"{door}:{name}#{mark}"), rules.TRIES_HERE)]
    return [
        (_digest(f"{door}:{name}@{address}"), rules.TRIES_HERE),
        (_digest(f"{door}:{name}"), rules.TRIES_FOR_AN_ACCOUNT),
        (_digest(f"{door}@{address}"), rules.TRIES_FROM_AN_ADDRESS),
    ]


def _digest(said: str) -> str:
    return salted_hmac("lantoa.people.tries", said, algorithm="sha256").hexdigest()


def too_many_tries(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """429: too many wrong tries; the owner's own machine is not affected. The same for codes."""
    if request.resolver_match and request.resolver_match.view_name != "people:sign_in":
        said = _("Đã nhập sai mã nhiều lần. Sau 5 phút, thử lại hoặc xin mã mới từ chi bộ.")
        return fault(request, 429, _("Thử lại sau 5 phút"), said)
    return fault(
        request,
        429,
        _("Thử lại sau 5 phút"),
        _("Đã có nhiều lần đăng nhập chưa đúng. Nếu quên mật khẩu, xin mã đặt lại từ người quản trị."),
    )
