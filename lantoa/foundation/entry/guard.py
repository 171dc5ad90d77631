"""What happens to a form on its way through any page: sent once, kept when it cannot be sent, never over others."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial, wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import resolve_url
from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_moment
from lantoa.foundation.entry import drafts, sending
from lantoa.foundation.entry.dressing import dress, files_of, is_shown_again
from lantoa.foundation.entry.opening import Opening, sent_with
from lantoa.foundation.entry.saving import saved_alone
from lantoa.foundation.entry.sending import Sending
from lantoa.foundation.errors import AlreadySent, BadInput, Doubt
from lantoa.foundation.faults import BUSY, cause_of
from lantoa.foundation.models import Draft, Sent

Page = Callable[..., Any]
LED_ON = {301, 302, 303}
# How long a second click waits for the page the first one leads to.
PATIENCE, STEP = 1.0, 0.05


def entered(page: Page) -> Page:
    """The page, with the one way to write around it. Forms without `{% entry %}` pass as they are."""

    @wraps(page)
    def enter(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        opening, go = sent_with(request), partial(page, request, *args, **kwargs)
        if opening is None or opening.person != _person(request):
            return dress(request, go())
        with sending.sending(opening, request) as now:
            return _answer_known(request, now) or _carry_out(request, go, now)

    return enter


def _person(request: HttpRequest) -> int | None:
    person = request.actor.person  # type: ignore[attr-defined]
    return person.pk if person else None


def _answer_known(request: HttpRequest, now: Sending) -> HttpResponse | None:
    """The answer to a form that was sent before, or whose very words were; None for a new one."""
    before = sending.find(now.opening)
    if before:
        return _answer_again(request, now, before)
    if now.opening.kind != "write" or now.is_sure or not now.digest or now.opening.person is None:
        return None
    equal = sending.equal_to(now)
    if equal is None:
        return None
    if before := sending.find(now.opening):  # written while we looked: it is this very form, clicked twice
        return _answer_again(request, now, before)
    said = _(
        "Nội dung này giống hệt lần đã gửi lúc %(at)s. Nếu đúng là một việc khác, đánh dấu vào ô rồi gửi."
    )
    return back(request, now.opening, said % {"at": show_moment(equal.at)}, asks=True)


def _answer_again(request: HttpRequest, now: Sending, before: Sent) -> HttpResponse:
    """The first sending stands. Other words in the same form are kept as a draft: perhaps another thing is meant."""
    if now.opening.keeps_drafts and before.digest != now.digest:
        said = _("Biểu mẫu này đã được gửi lúc %(at)s. Nội dung vừa gõ còn dưới đây, chưa gửi.")
        return back(request, now.opening.again(), said % {"at": show_moment(before.at)})
    messages.info(request, _("Đã ghi lúc %(at)s, không ghi thêm lần nữa.") % {"at": show_moment(before.at)})
    return HttpResponseRedirect(_where_it_led(before) or now.opening.place)


def _where_it_led(before: Sent) -> str:
    """The page the first sending led to; it may be a moment away from knowing."""
    waited = 0.0
    while not before.went_to and waited < PATIENCE:
        time.sleep(STEP)
        waited += STEP
        before.refresh_from_db()
    return before.went_to


def _carry_out(request: HttpRequest, go: Callable[[], Any], now: Sending) -> Any:
    opening = now.opening
    drafts.with_kept_files(opening, request)
    try:
        response = saved_alone(request, go, opening) if opening.is_edit else go()
    except AlreadySent:
        before = sending.find(opening)
        return _answer_again(request, now, before) if before else back(request, opening, "")
    except BadInput as bad:
        if not opening.keeps_drafts:
            raise
        return back(request, opening, str(bad), asks=isinstance(bad, Doubt))
    except Exception as fault:
        if cause_of(fault) is BUSY and to_send_again(request):
            raise  # the page that says so holds every word; a draft would wait as long once more
        before = None if now.claimed or opening.is_edit else sending.find(opening)
        if before:
            return _answer_again(request, now, before)
        with suppress(DatabaseError):
            _keep(opening, request)
        raise
    return _finish(request, response, now)


def _finish(request: HttpRequest, response: Any, now: Sending) -> Any:
    """A page that leads on has done it; one that shows the form again has not, and what was typed is kept."""
    opening = now.opening
    if response.status_code in LED_ON or (now.claimed and not is_shown_again(request, opening)):
        if not opening.is_edit:
            sending.done(now, response.get("Location", opening.place))
        drafts.sent(opening, request)
        return response
    before = None if now.claimed or opening.is_edit else sending.find(opening)
    if before:
        return _answer_again(request, now, before)
    sending.undone(now)
    kept, _refused = _keep(opening, request) if is_shown_again(request, opening) else (None, [])
    return dress(request, response, kept)


def _keep(opening: Opening, request: HttpRequest, **more: Any) -> tuple[Draft | None, list[str]]:
    kept = drafts.keep(opening, request, **more)
    return kept, drafts.keep_files(kept, request) if kept else []


def back(request: HttpRequest, opening: Opening, said: str, *, asks: bool = False) -> HttpResponse:
    """To the page the form was opened at, with everything that was typed, and why it was not sent."""
    kept, refused = _keep(opening, request, note=said, asks=asks)
    if kept is None and said:
        messages.info(request, said)
    for sentence in refused:
        messages.warning(request, sentence)
    return HttpResponseRedirect(f"{opening.place}#nhap", status=303)


def keep_quietly(opening: Opening, request: HttpRequest) -> JsonResponse:
    """What a page that is being typed in is told: {"kept", "files": {box: its list}, "refused": [sentence]}."""
    kept, refused = _keep(opening, request)
    files = files_of(kept) if request.FILES else {}
    return JsonResponse({"kept": kept is not None, "files": files, "refused": refused})


def hold(request: HttpRequest) -> HttpResponse | None:
    """The session has ended while somebody was typing: keep it for her and let her sign in. None for other requests."""
    opening = sent_with(request)
    if opening is None or opening.person is None:
        return None
    said = _("Phiên làm việc đã hết. Đăng nhập lại rồi bấm nút lần nữa.")
    if opening.keeps_drafts:
        note = _("Khi bấm gửi thì phiên làm việc đã hết. Nội dung đã gõ còn đủ dưới đây, chưa gửi.")
        _keep(opening, request, note=note)
        said = _("Phiên làm việc đã hết. Nội dung vừa gõ đã được giữ; đăng nhập để đọc lại và gửi.")
    messages.info(request, said)
    return redirect_to_login(opening.place)


def put_aside(request: HttpRequest, note: str) -> str | None:
    """What was typed is kept as a draft with that sentence; the page it was typed at. None where nothing was typed."""
    opening = sent_with(request)
    if opening is None or opening.person != _person(request):
        return None
    if opening.keeps_drafts:
        _keep(opening, request, note=note)
    return opening.place


def to_send_again(request: HttpRequest) -> list[tuple[str, str]]:
    """Every box of a form as it was sent, for a page that sends it once more and asks no database.

    Nothing where nothing was typed, or where what was sent cannot stand on a page: files, a password.
    """
    opening = sent_with(request)
    if opening is None or not opening.keeps_drafts or request.FILES:
        return []
    if any("password" in name for name in request.POST):
        return []
    return [(name, value) for name, values in request.POST.lists() for value in values]


def hold_stale(request: HttpRequest) -> HttpResponse | None:
    """The page is older than the last sign-in: nothing is done, nothing is lost. None when it came from elsewhere."""
    if not _is_from_here(request):
        return None
    if request.path == resolve_url(settings.LOGIN_URL):
        return HttpResponseRedirect(request.get_full_path())
    opening = sent_with(request)
    if opening is None or opening.person is None or _person(request) not in (None, opening.person):
        return None
    if request.path == resolve_url("foundation:keep_draft"):
        return keep_quietly(opening, request)
    if _person(request) is None:
        return hold(request)
    if not opening.keeps_drafts:
        messages.info(request, _("Trang đã mở quá lâu nên nút vừa bấm chưa có tác dụng. Bấm lại."))
    note = _("Trang đã mở từ trước lần đăng nhập này nên chưa gửi được. Đọc lại rồi bấm gửi lần nữa.")
    return back(request, opening, note if opening.keeps_drafts else "")


def _is_from_here(request: HttpRequest) -> bool:
    """Whether a page of this very server sent it; the browser says so, no script can."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
