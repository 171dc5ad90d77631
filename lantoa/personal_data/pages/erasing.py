"""Erasing by page: the parts that a request asks for; what is over its time, after a yes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import DayField, NumberField, PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.people.actors import heads_the_tree
from lantoa.people.sign_in import proves
from lantoa.personal_data import actions, queries
from lantoa.personal_data.models import DataRequest, RetentionProposal, RetentionRule
from lantoa.personal_data.words import WHEN_LEFT, Expiring, Kind, Part, ProposalStatus

MOST_MONTHS, LATEST = 1200, 20


class EraseForm(PlainForm):
    """Which parts go, and what she is told."""

    parts = forms.MultipleChoiceField(
        label=gettext_lazy("Xóa phần nào?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    answer = TextField(
        label=gettext_lazy("Câu trả lời"),
        rows=4,
        max_length=4000,
        help_text=gettext_lazy("Đã xóa phần nào, phần nào phải giữ và vì sao. Người gửi đọc nguyên văn."),
    )

    def __init__(self, has_left: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parts: Any = self.fields["parts"]
        parts.choices = capitalised(
            (code, label) for code, label in Part.choices if has_left or code not in WHEN_LEFT
        )


@proves
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """The parts are chosen by who answers; what they mean stands beside them."""
    actor = request.actor
    asked = DataRequest.objects.for_desk(actor).filter(kind=Kind.ERASE).select_related("person", "unit")
    one = get_object_or_404(asked, pk=pk)
    if not one.is_open:
        return redirect(one)
    has_left = queries.has_left(one.person, actor.on)
    form = EraseForm(has_left, request.POST or None)
    if request.method == "POST" and carry_out(form, lambda **typed: actions.erase(one, by=actor, **typed)):
        said = _("Đã xóa theo yêu cầu số %(number)s; người gửi được báo.") % {"number": one.number}
        return redirect_with(request, one, said)
    return render(request, "personal_data/erase.html", {"one": one, "form": form, "has_left": has_left})


class RuleForm(PlainForm):
    """How long one kind is kept from a day on."""

    kind = forms.ChoiceField(label=gettext_lazy("Loại"), choices=lambda: capitalised(Expiring.choices))
    starts = DayField(label=gettext_lazy("Áp dụng từ ngày"))
    months = NumberField(
        label=gettext_lazy("Giữ thêm"),
        whole=True,
        most=MOST_MONTHS,
        required=False,
        help_text=gettext_lazy("Để trống: chưa rõ, không đề xuất xóa."),
    )
    basis = TextField(label=gettext_lazy("Căn cứ"), required=False, max_length=300)


def retention(request: HttpRequest) -> HttpResponse:
    """Rules by kind and day, and what the clock proposes; a change begins on a day."""
    actor = request.actor
    form = RuleForm(request.POST or None, initial={"starts": actor.on})
    if request.method == "POST" and carry_out(form, lambda **t: actions.set_retention(by=actor, **t)):
        return redirect_with(request, "personal_data:retention", _("Đã ghi hạn lưu giữ."))
    context = {
        "form": form,
        "rules": RetentionRule.objects.all(),
        "waiting": RetentionProposal.objects.filter(status=ProposalStatus.WAITING),
        "answered": RetentionProposal.objects.exclude(status=ProposalStatus.WAITING).select_related(
            "answered_by"
        )[:LATEST],
        "may_decide": heads_the_tree(actor),
    }
    return render(request, "personal_data/retention.html", context)


def _waiting(pk: int) -> RetentionProposal:
    return get_object_or_404(RetentionProposal, pk=pk)


@posts_only
@proves
def let_go(request: HttpRequest, pk: int) -> HttpResponse:
    """Yes."""
    gone = actions.carry_out(_waiting(pk), by=request.actor)
    return redirect_with(request, "personal_data:retention", _("Đã xóa %(n)s dòng.") % {"n": gone})


@posts_only
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """No, and why."""
    actions.decline(_waiting(pk), by=request.actor, reason=request.POST.get("reason", "")[:300])
    said = _("Đã ghi lý do chưa xóa. Có thêm dòng quá hạn, hoặc đặt lại hạn, thì hệ thống hỏi lại.")
    return redirect_with(request, "personal_data:retention", said)
