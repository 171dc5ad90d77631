"""Closing: report mended, verify or send back, answer, take out."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import DayField, FileField, PlainForm, TextField, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.meetings.choosing import NamedMeeting
from lantoa.meetings.models import Meeting
from lantoa.shortcomings import actions, queries, rules
from lantoa.shortcomings.models import Shortcoming


def _load(request: HttpRequest, pk: int) -> Shortcoming:
    return get_object_or_404(Shortcoming.objects.visible_to(request.actor).for_lists(), pk=pk)


class MendedForm(PlainForm):
    """What was done."""

    done = TextField(
        label=gettext_lazy("Đã làm gì để khắc phục?"),
        rows=4,
        max_length=2000,
        help_text=gettext_lazy("Việc đã làm và kết quả nay thế nào."),
    )
    mended_on = DayField(
        label=gettext_lazy("Ngày khắc phục xong"),
        error_messages={"required": gettext_lazy("Nhập ngày khắc phục xong, ví dụ 16/11/2026.")},
    )
    evidence = FileField(
        label=gettext_lazy("Ảnh, tệp minh chứng"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/*,.heic,.pdf,.docx,.xlsx"}),
    )


def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Its owner says what was done; for a member who cannot sign in, who looks after her cell does."""
    one = _load(request, pk)
    is_own = queries.mends(one, request.actor)
    rules.must_mend(is_own or queries.reports_for(one, request.actor))
    if not one.is_open:
        return redirect(one)
    start = {"mended_on": request.actor.on, "done": one.done or request.GET.get("da-lam", "")[:2000]}
    form = MendedForm(request.POST or None, request.FILES or None, initial=start)

    def act(**typed: Any) -> Any:
        return actions.report_mended(one, by=request.actor, **typed)

    if request.method == "POST" and carry_out(form, act):
        return redirect_with(request, one, _("Đã báo khắc phục xong, chờ nơi theo dõi kiểm tra, xác nhận."))
    return render(request, "shortcomings/report.html", {"one": one, "form": form, "is_own": is_own})


class VerifyForm(PlainForm):
    """What was seen, or why it is not done yet."""

    note = TextField(label=gettext_lazy("Đã kiểm tra thế nào?"), required=False, rows=2, max_length=1000)
    meeting = NamedMeeting(
        label=gettext_lazy("Xác nhận tại buổi họp nào?"),
        help_text=gettext_lazy("Buổi sau khi đã khắc phục xong, khác buổi đã nêu hạn chế."),
    )
    why = TextField(
        label=gettext_lazy("Nếu chưa đạt: còn phải làm gì?"),
        required=False,
        rows=2,
        max_length=1000,
        help_text=gettext_lazy("Người khắc phục đọc nguyên văn."),
    )


def verify(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody else has looked: mended, or back with the reason."""
    one, actor = _load(request, pk), request.actor
    rules.must_verify(may=queries.may_verify(one, actor), is_another=queries.is_another(one, actor))
    if not one.is_reported:
        return redirect(one)
    form = VerifyForm(request.POST or None)
    offered: Any = form.fields["meeting"]
    offered.offer(actor.unit, actor.on)
    goes_back = "tra-lai" in request.POST

    def act(note: str, why: str, meeting: Meeting | None) -> Any:
        if goes_back:
            return actions.send_back(one, by=actor, why=why)
        return actions.verify(one, by=actor, note=note, meeting=meeting)

    if request.method == "POST" and carry_out(form, act):
        said = _("Đã gửi lại, kèm lý do.") if goes_back else _("Đã xác nhận khắc phục xong.")
        return redirect_with(request, one, said)
    return render(request, "shortcomings/verify.html", {"one": one, "form": form})


class ReopenForm(PlainForm):
    """Why it is to be mended again, and until when."""

    why = TextField(
        label=gettext_lazy("Vì sao mở lại?"),
        rows=3,
        max_length=1000,
        help_text=gettext_lazy("Việc gì lặp lại, thấy ở đâu. Người khắc phục đọc nguyên văn."),
    )
    deadline = DayField(
        label=gettext_lazy("Hạn khắc phục mới"),
        error_messages={"required": gettext_lazy("Nhập hạn khắc phục mới, ví dụ 31/03/2027.")},
    )


def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """It was found again: back to its owner, and counted."""
    one, actor = _load(request, pk), request.actor
    rules.must_verify(may=queries.may_verify(one, actor), is_another=queries.is_another(one, actor))
    if not one.is_verified:
        return redirect(one)
    form = ReopenForm(request.POST or None)

    def act(**typed: Any) -> Any:
        return actions.reopen(one, by=actor, **typed)

    if request.method == "POST" and carry_out(form, act):
        return redirect_with(request, one, _("Đã mở lại, giao khắc phục đến hạn mới."))
    return render(request, "shortcomings/reopen.html", {"one": one, "form": form})


@posts_only
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """The word of whom it is about."""
    one = _load(request, pk)
    actions.reply(one, by=request.actor, text=request.POST.get("text", "")[:2000])
    return redirect_with(request, one, _("Đã ghi ý kiến của đồng chí; ý kiến luôn hiện cùng nội dung này."))


@posts_only
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Its writer takes out what was written by mistake."""
    one = _load(request, pk)
    actions.withdraw(one, by=request.actor, why=request.POST.get("why", "")[:1000])
    return redirect_with(request, one, _("Đã rút nội dung ghi nhầm."))
