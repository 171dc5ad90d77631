"""Issues of newsletters, and what people passed on."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import DayField, NumberField, TextField, carry_out
from lantoa.foundation.filters import asked_period, period_choices
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.sheets import wants_workbook
from lantoa.organisation.queries import with_unit_names
from lantoa.outreach import actions, queries
from lantoa.outreach.exchange import ISSUES, SHARES
from lantoa.outreach.models import Article, NewsletterIssue, Sharing
from lantoa.people.actors import Actor
from lantoa.people.fields import OfUnitForm


def issues(request: HttpRequest) -> HttpResponse:
    """The numbers of newsletters, the newest first."""
    found = queries.in_period(
        NewsletterIssue.objects.visible_to(request.actor), "issued_on", asked_period(request)
    )
    if wants_workbook(request):
        return ISSUES.answer(found.order_by("-issued_on", "-pk"), by=request.actor)
    rows = found.select_related("column").order_by("-issued_on", "-pk")
    return _list(request, "outreach/issues.html", rows, queries.issue_totals(found))


def shares(request: HttpRequest) -> HttpResponse:
    """What units said that their people passed on, the latest first."""
    found = queries.in_period(Sharing.objects.visible_to(request.actor), "last_day", asked_period(request))
    if wants_workbook(request):
        return SHARES.answer(found.order_by("-last_day", "-pk"), by=request.actor)
    return _list(
        request, "outreach/shares.html", found.order_by("-last_day", "-pk"), queries.sharing_totals(found)
    )


def _list(request: HttpRequest, template: str, rows: Any, totals: Any) -> HttpResponse:
    page = paginate(request, rows)
    context = {
        "page": page,
        "rows": with_unit_names(page, request.actor.on),
        "totals": totals,
        "periods": period_choices(request, request.actor.on),
        "asks": bool(asked_period(request)),
        "may_edit": request.actor.may("outreach.edit"),
    }
    return render(request, template, context)


class IssueForm(OfUnitForm):
    """One number, and the column of the programme in it."""

    newsletter = TextField(
        label=gettext_lazy("Tên bản tin"),
        max_length=200,
        help_text=gettext_lazy("Ví dụ: Bản tin tư pháp, Bản tin nội bộ."),
    )
    number = TextField(label=gettext_lazy("Số"), max_length=40, help_text=gettext_lazy("Ví dụ: Số 3/2026."))
    issued_on = DayField(label=gettext_lazy("Ngày phát hành"))
    pieces = NumberField(
        label=gettext_lazy("Số tin, bài trong chuyên mục"), required=False, whole=True, most=10_000
    )
    copies = NumberField(label=gettext_lazy("Số bản"), required=False, whole=True, least=1, most=10**8)
    url = TextField(
        label=gettext_lazy("Địa chỉ"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("Bắt đầu bằng https://. Hệ thống không tự mở địa chỉ này."),
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(actor, *args, **kwargs)
        self.fields["column"] = forms.ModelChoiceField(
            Article.objects.visible_to(actor).standing().columns().order_by("-published_on", "-pk"),
            label=_("Chuyên mục học tập Bác trong số này"),
            required=False,
            empty_label=_("Không có"),
            help_text=_("Chuyên mục được ghi một lần ở trang tin, bài."),
            error_messages={"invalid_choice": _("Chọn một chuyên mục trong danh sách.")},
        )
        self.order_fields(["unit", "newsletter", "number", "issued_on", "column"])


def new_issue(request: HttpRequest) -> HttpResponse:
    """Record a number of a newsletter."""
    actor = request.actor
    form = IssueForm(actor, request.POST or None, initial={"issued_on": actor.on})
    if request.method == "POST":
        issue = carry_out(form, lambda **typed: actions.record_issue(by=actor, **typed))
        if issue:
            return redirect_with(request, "outreach:issues", _("Đã ghi “%(title)s”.") % {"title": issue})
    return render(request, "outreach/issue_new.html", {"form": form})


class SharingForm(OfUnitForm):
    """What was passed on, where, how often in which days."""

    what = TextField(
        label=gettext_lazy("Đã chia sẻ gì"),
        max_length=300,
        help_text=gettext_lazy("Ví dụ: các bài về gương người tốt trên Báo Sơn Hà."),
    )
    where = TextField(
        label=gettext_lazy("Ở đâu"),
        max_length=200,
        help_text=gettext_lazy("Ví dụ: nhóm Zalo của chi bộ, trang Facebook của Đoàn."),
    )
    starts = DayField(label=gettext_lazy("Từ ngày"))
    last_day = DayField(label=gettext_lazy("Đến hết ngày"))
    times = NumberField(label=gettext_lazy("Số lượt chia sẻ"), whole=True, least=1, most=10**8)
    people = NumberField(
        label=gettext_lazy("Số người chia sẻ"), required=False, whole=True, least=1, most=10**8
    )


def new_sharing(request: HttpRequest) -> HttpResponse:
    """Record what the unit says that its people passed on."""
    actor = request.actor
    initial = {"starts": actor.on.replace(day=1), "last_day": actor.on}
    form = SharingForm(actor, request.POST or None, initial=initial)
    if request.method == "POST" and carry_out(
        form, lambda **typed: actions.record_sharing(by=actor, **typed)
    ):
        return redirect_with(request, "outreach:shares", _("Đã ghi lượt chia sẻ."))
    return render(request, "outreach/sharing_new.html", {"form": form})
