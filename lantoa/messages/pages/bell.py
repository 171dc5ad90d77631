"""The bell's page: what a person was told, by day; each opens what it tells of."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.messages import actions, queries
from lantoa.messages.channels import EMAIL, channels
from lantoa.messages.models import Message


def index(request: HttpRequest) -> HttpResponse:
    """Everything told, the newest first."""
    page = paginate(request, Message.objects.visible_to(request.actor))
    context = {
        "page": page,
        "days": queries.by_day(page),
        "letters_go": EMAIL.is_on(),
        "gets_digest": EMAIL.is_on() and queries.gets_digest(request.actor),
    }
    return render(request, "messages/index.html", context)


def open_one(request: HttpRequest, pk: int) -> HttpResponse:
    """It is read now; on to what it tells of."""
    message = get_object_or_404(Message.objects.visible_to(request.actor), pk=pk)
    actions.read(message, by=request.actor)
    return HttpResponseRedirect(message.url)


@posts_only
def read_all(request: HttpRequest) -> HttpResponse:
    """Everything is read."""
    n = actions.read_all(by=request.actor)
    said = _("Đã ghi là đọc hết %(n)s thông báo.") % {"n": n} if n else _("Không còn thông báo nào chưa đọc.")
    return redirect_with(request, "messages:index", said)


@posts_only
def choose_digest(request: HttpRequest) -> HttpResponse:
    """The digest of the week, wanted or not."""
    wants = request.POST.get("nhan") == "co"
    actions.choose_digest(by=request.actor, wants=wants)
    on, off = (
        _("Đã bật thư tổng hợp đầu tuần."),
        _("Đã tắt thư tổng hợp. Thư về việc chờ cho ý kiến vẫn gửi."),
    )
    return redirect_with(request, "messages:index", on if wants else off)


def sendings(request: HttpRequest) -> HttpResponse:
    """What left the house, how often it was tried, what came of it."""
    context = {"page": paginate(request, queries.sendings()), "ways": [one.label for one in channels()]}
    return render(request, "messages/sendings.html", context)
