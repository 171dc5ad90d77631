"""Pages that belong to no room: faults in words, and small helpers every room's pages use."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.core.paginator import Page
from django.db import DatabaseError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.html import escape
from django.utils.translation import gettext as _

from lantoa.foundation import faults
from lantoa.foundation.entry import guard
from lantoa.foundation.errors import Refusal
from lantoa.foundation.faults import Cause
from lantoa.foundation.history import note_refusal
from lantoa.foundation.kept import Key
from lantoa.foundation.paging import Pages, Parts

log = logging.getLogger(__name__)


def fault(request: HttpRequest, status: int, title: str, message: str, **extra: Any) -> HttpResponse:
    """A page that says what happened, what is saved and what to do, with the request's number."""
    context = {"title": title, "message": message, "status": status, **extra}
    try:
        return render(request, "foundation/fault.html", context, status=status)
    except (
        Exception
    ):  # Of all pages this one must stand: without static files, without a database, without anything.
        log.exception("the page of faults itself failed, request %s", getattr(request, "id", ""))
        words = [title, message, getattr(request, "id", "")]
        plain = "".join(f"<p>{escape(one)}</p>" for one in words)
        return HttpResponse(
            f'<!doctype html><html lang="vi"><meta charset="utf-8">{plain}</html>', status=status
        )


def refused(request: HttpRequest, refusal: Refusal, status: int) -> HttpResponse:
    """A refusal that no form caught."""
    if status == 403:
        _note(request)
    title = _("Đồng chí chưa có quyền làm việc này") if status == 403 else _("Chưa thực hiện được")
    return fault(
        request, status, title, str(refusal), **(_without(request, refusal) if status == 400 else {})
    )


def _without(request: HttpRequest, refusal: Refusal) -> dict[str, Any]:
    """The way back to the same page without the filter that could not be read, or without any where it has no name."""
    if request.method != "GET" or not request.GET:
        return {}
    asked = request.GET.copy()
    is_named = refusal.field in asked
    for name in [refusal.field] if is_named else list(asked):
        del asked[name]
    return {
        "unasked": f"{request.path}?{asked.urlencode()}" if asked else request.path,
        "words": _("Mở lại trang, bỏ điều kiện này") if is_named else _("Mở lại trang, bỏ mọi điều kiện"),
    }


def _note(request: HttpRequest) -> None:
    """A refusal is an event; that it cannot be written must not hide the refusal itself."""
    actor, match = getattr(request, "actor", None), request.resolver_match
    if actor is None or not actor.is_signed_in or match is None:
        return
    with suppress(DatabaseError):
        note_refusal(actor, match.view_name, _("trang %s") % _as_seen(match.route))


def _as_seen(route: str) -> str:
    """The address without the numbers of the things in it: "dang-ky/<int:pk>/" → "/dang-ky/…/"."""
    return "/" + re.sub(r"<[^>]*>", "…", route)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    return fault(
        request,
        400,
        _("Yêu cầu không đọc được"),
        _("Dữ liệu gửi lên không đúng khuôn. Quay lại trang trước và thử lại."),
    )


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the thing is there, the right is not."""
    _note(request)
    return fault(
        request,
        403,
        _("Đồng chí chưa có quyền làm việc này"),
        str(exception)
        or _(
            "Vai trò đang dùng không có quyền này. Nếu giữ nhiều vai trò, hãy chọn vai trò khác "
            "hoặc liên hệ người quản trị."
        ),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: the same words whether the thing does not exist or is not yours."""
    return fault(
        request,
        404,
        _("Không tìm thấy trang này"),
        _("Địa chỉ có thể đã gõ sai, hoặc nội dung không thuộc phạm vi của đồng chí."),
    )


def server_fault(request: HttpRequest) -> HttpResponse:
    """500; but what is known of the machine (a full disk, a database out of reach) is told in its own words."""
    if cause := faults.cause_of(sys.exc_info()[1]):
        return told(request, cause)
    return fault(
        request,
        500,
        _("Hệ thống gặp lỗi"),
        _was_it_written(request)
        + " "
        + _("Thử lại sau ít phút; nếu vẫn lỗi, báo mã dưới đây cho người quản trị."),
        bare=True,
    )


def _was_it_written(request: HttpRequest) -> str:
    """What is true of the act: a page that only reads wrote nothing; after a button nobody can know from here."""
    if request.method in ("GET", "HEAD"):
        return _("Trang này chưa mở được. Những gì đã ghi trước đó vẫn còn.")
    return _("Chưa chắc việc vừa làm đã được ghi. Mở lại trang trước để xem rồi mới làm lại.")


def out_of_bounds(request: HttpRequest) -> HttpResponse:
    """400: something that no box of a form had bounded was more than its column can keep; nothing was written."""
    return fault(
        request,
        400,
        _("Chưa thực hiện được"),
        _("Có một số hoặc một dòng chữ vượt quá mức ghi được nên chưa ghi gì. Quay lại trang trước để sửa."),
    )


def told(request: HttpRequest, cause: Cause) -> HttpResponse:
    """What is known of the machine, what is true of the act, what to do."""
    words = f"{_was_it_written(request)} {cause.to_do}" if cause.status == 503 else str(cause.to_do)
    again = guard.to_send_again(request) if cause is faults.BUSY else []
    if again:
        words = _(
            "Chưa ghi được. Mọi điều vừa gõ còn nguyên ở trang này: chờ vài giây rồi bấm Gửi lại. "
            "Nếu đã ghi rồi thì không ghi thêm lần nữa."
        )
    response = fault(request, cause.status, str(cause.title), words, bare=True, again=again)
    if cause.status == 503:
        response["Retry-After"] = "60"
    return response


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token is gone, most often after signing in again in another tab: back to it, with every word.

    403 when it came from elsewhere, or bears no opening.
    """
    return guard.hold_stale(request) or fault(
        request,
        403,
        _("Trang đã mở quá lâu"),
        _("Quay lại trang trước, tải lại rồi gửi lần nữa. Nội dung chưa được ghi."),
    )


def paginate(
    request: HttpRequest,
    things: QuerySet[Any] | list[Any] | Callable[[], QuerySet[Any]],
    per: int = 50,
    shown: QuerySet[Any] | None = None,
    counted: int | None = None,
    kept: Key | None = None,
    parts: Parts | None = None,
) -> Page[Any]:
    """One page of a list; a page number that does not exist shows the nearest one.

    `counted` is how many rows there are, where the page asked that already together with other numbers.

    What is longer than ten thousand rows is not counted to its end (`paging.Pages.said`). `shown` brings what the
    page says of each thing for its own rows only, where `things` would join it to thousands before it takes fifty.
    `kept` is the key of everything the list is asked with (kept.py), in an order that ends in a key; for `parts` see
    `Pages`.
    """
    # Django takes "²" and 4.400 digits for a number and then cannot read it.
    number, after, before = (
        value if re.fullmatch("[0-9]{1,18}", value := request.GET.get(name, "")) else ""
        for name in ("trang", "sau", "truoc")
    )
    asked, pages = (
        int(number[:9] or 1),
        Pages(things, per, shown=shown, counted=counted, kept=kept, parts=parts),
    )
    return pages.page_from(asked, after=after, before=before) or pages.get_page(asked)


def redirect_with(
    request: HttpRequest, to: Any, message: str, *args: Any, **kwargs: Any
) -> HttpResponseRedirect:
    """Go on to another page and say there what was done."""
    messages.success(request, message)
    return redirect(to, *args, **kwargs)
