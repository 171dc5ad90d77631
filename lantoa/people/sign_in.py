"""How doors are kept against guessing: by account and address, by account, by address; the owner's own machine apart.

What is counted is kept under digests, so that nobody reads here who tried to sign in from where. Below: what a session
knows of how its owner got in, and when she showed a key last.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import HASH_SESSION_KEY, login
from django.contrib.sessions.models import Session
from django.core import signing
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.addresses import page_at
from lantoa.foundation.entry import guard
from lantoa.foundation.pages import fault
from lantoa.people import actions, rules
from lantoa.people.models import Account, OpenSession, Tries, normal_sign_in_name

DEVICE_COOKIE = "quen-may"
DEVICE_LASTS = dt.timedelta(days=180)
PURPOSE = "lantoa.people.device"
SIGNED_IN_BY = "django.contrib.auth.backends.ModelBackend"
# What a session keeps. Instants in seconds: signed in, last click, last time a key was shown.
SINCE, SEEN, PROVED = "signed_in_at", "seen_at", "proved_at"
SECOND_DOOR = "second"  # under which wrong digits are counted
SECOND = "second_key"  # whether the second key was shown in it
PENDING = "waits_for_second_key"  # who has shown the password and not yet the second key


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
    door = request.resolver_match.view_name if request.resolver_match else ""
    if door in ("people:second_step", "people:prove", "people:second_key"):
        said = _("Đã nhập sai nhiều lần. Sau 5 phút, thử lại với mã mới hiện trên điện thoại.")
        return fault(request, 429, _("Thử lại sau 5 phút"), said)
    if door != "people:sign_in":
        said = _("Đã nhập sai mã nhiều lần. Sau 5 phút, thử lại hoặc xin mã mới từ chi bộ.")
        return fault(request, 429, _("Thử lại sau 5 phút"), said)
    return fault(
        request,
        429,
        _("Thử lại sau 5 phút"),
        _("Đã có nhiều lần đăng nhập chưa đúng. Nếu quên mật khẩu, xin mã đặt lại từ người quản trị."),
    )


# What a session knows


def wait_for_second_key(request: HttpRequest, account: Account, to: str) -> None:
    """The password was right: for a few minutes the next page asks for the second key. Nobody is signed in yet."""
    request.session.flush()
    request.session[PENDING] = {
        "account": account.pk,
        "at": _now(),
        "hash": account.get_session_auth_hash(),
        "to": to,
    }


def waiting(request: HttpRequest) -> tuple[Account, str] | None:
    """(who has shown the password, where she wants to go), while that counts and nothing of it has changed."""
    kept = request.session.get(PENDING) or {}
    account = Account.objects.filter(pk=kept.get("account"), is_active=True).select_related("person").first()
    if account is None or account.get_session_auth_hash() != kept["hash"]:
        return None
    if not 0 <= _now() - kept["at"] <= int(rules.WAITS_FOR_SECOND_KEY.total_seconds()):
        return None
    return account, kept["to"]


def begin_session(request: HttpRequest, account: Account, *, second: bool) -> None:
    """Signed in at this machine; `second`: the second key was shown."""
    request.session.pop(PENDING, None)
    request.session.pop(SINCE, None)
    login(request, account, backend=SIGNED_IN_BY)
    note_proof(request, second=second)
    note_session(request, account)


def note_proof(request: HttpRequest, *, second: bool) -> None:
    """A key was shown just now."""
    request.session[PROVED] = _now()
    request.session[SECOND] = second or bool(request.session.get(SECOND))


def note_session(request: HttpRequest, account: Account) -> None:
    """This session stands in its owner's list; also after its key was changed."""
    if request.session.session_key is None:
        request.session.create()
    OpenSession.objects.get_or_create(
        session_key=request.session.session_key, defaults={"account": account, "began_at": clock.now()}
    )


def sessions_of(request: HttpRequest, account: Account) -> list[OpenSession]:
    """Where the account is signed in now, this machine first; each with `seen_at` and `is_here`."""
    rows = {one.session_key: one for one in OpenSession.objects.filter(account=account)}
    valid, found = account.get_session_auth_hash(), []
    for session in Session.objects.filter(session_key__in=rows, expire_date__gt=clock.now()):
        kept, one = session.get_decoded(), rows[session.session_key]
        if kept.get(HASH_SESSION_KEY) != valid:
            continue
        one.seen_at = dt.datetime.fromtimestamp(kept.get(SEEN, one.began_at.timestamp()), dt.UTC)  # type: ignore[attr-defined]
        one.is_here = session.session_key == request.session.session_key  # type: ignore[attr-defined]
        found.append(one)
    return sorted(found, key=lambda one: (not one.is_here, -one.began_at.timestamp()))  # type: ignore[attr-defined]


def _now() -> int:
    return int(clock.now().timestamp())


# A key shown of late


def is_fresh(request: HttpRequest) -> bool:
    """Whether a key was shown within the last five minutes: signing in is showing one."""
    session = request.session
    return rules.is_fresh(_now(), session.get(PROVED, session.get(SINCE, _now())))


def proves(page: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """An address that gives rights or keys away: who showed no key for five minutes is asked for one first."""
    page.must_be_fresh = True  # type: ignore[attr-defined]
    return page


def ask_to_prove(request: HttpRequest) -> HttpResponse:
    """To the page that asks for a key, and from there back; what was typed is kept as a draft."""
    place = request.get_full_path()
    if request.method not in ("GET", "HEAD"):
        note = _("Trước khi gửi cần xác nhận là đồng chí. Nội dung đã gõ còn đủ dưới đây, chưa gửi.")
        place = guard.put_aside(request, note) or page_at(request)
        messages.info(request, _("Việc vừa bấm chưa thực hiện. Xác nhận xong, bấm lại."))
    return redirect(f"{reverse('people:prove')}?{urlencode({'next': place})}")


def opens(request: HttpRequest, account: Account, code: str, *, by: Any) -> bool:
    """Whether the second key's digits open; wrong ones are counted."""
    if actions.use_second_key(account, code, by=by):
        forget_wrong_tries(request, SECOND_DOOR, account.sign_in_name)
        return True
    note_wrong_second(request, account, by=by)
    return False


def note_wrong_second(request: HttpRequest, account: Account, *, by: Any) -> None:
    """Wrong digits after a right password or code; when the door shuts the owner's history says so."""
    note_wrong_try(request, SECOND_DOOR, account.sign_in_name)
    if is_shut(request, SECOND_DOOR, account.sign_in_name):
        actions.note_guessing(account, by=by)
