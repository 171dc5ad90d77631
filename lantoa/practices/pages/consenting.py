"""Who agrees to be named in a practice: her own buttons, and what the unit writes down for her."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from lantoa.foundation import attachments
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import BadInput
from lantoa.foundation.fields import DayField, FilesField, PlainForm, TextField, capitalised, put_refusal
from lantoa.foundation.pages import redirect_with
from lantoa.practices import actions, queries
from lantoa.practices.models import NamedPerson, Practice
from lantoa.practices.words import OWN_ACCOUNT


class AgreementForm(PlainForm):
    """How somebody agreed who did not do so in an account of her own."""

    way = forms.ChoiceField(
        label=lazy("Đồng ý bằng cách nào"),
        choices=capitalised([one for one in NamedPerson.Way.choices if one[0] != OWN_ACCOUNT]),
        widget=forms.RadioSelect,
    )
    agreed_on = DayField(label=lazy("Ngày đồng ý"))
    paper = FilesField(
        label=lazy("Giấy đồng ý có chữ ký"),
        most=1,
        required=False,
        help_text=lazy("Ảnh chụp hoặc bản quét. Chỉ đơn vị thực hiện xem được."),
    )

    def agreement(self) -> dict[str, Any]:
        """What the action asks for."""
        typed = dict(self.cleaned_data)
        files = typed.pop("paper")
        return typed | {"paper": files[0] if files else None}


class RemovalForm(PlainForm):
    """The words without the name."""

    name = TextField(label=lazy("Tên mô hình"), max_length=200)
    reason = TextField(label=lazy("Chuyện bắt đầu thế nào"), max_length=4000, rows=4, required=False)
    how = TextField(label=lazy("Cách làm"), max_length=4000, rows=6, required=False)
    target = TextField(label=lazy("Chỉ tiêu, sản phẩm"), max_length=2000, rows=2, required=False)
    scope = TextField(label=lazy("Đối tượng, phạm vi"), max_length=250, required=False)
    hardest = TextField(label=lazy("Việc khó nhất"), max_length=250, required=False)
    cost_note = TextField(label=lazy("Nguồn kinh phí"), max_length=250, required=False)


def _load(request: HttpRequest, pk: int) -> NamedPerson:
    """One's own name, or one of a practice one answers for; 404 otherwise."""
    named = get_object_or_404(NamedPerson.objects.select_related("practice__unit", "person", "paper"), pk=pk)
    if not queries.is_named(request.actor, named):
        seen = Practice.objects.visible_to(request.actor).filter(pk=named.practice_id).exists()
        if not (seen and queries.may_write(request.actor, named.practice)):
            raise Http404
    return named


def _back(request: HttpRequest, named: NamedPerson, said: str) -> HttpResponse:
    if queries.is_named(request.actor, named):
        return redirect_with(request, "exemplars:naming_me", said)
    return redirect_with(request, "practices:show", said, named.practice_id)


@posts_only
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """I agree to be named."""
    named = _load(request, pk)
    actions.agree(named, by=request.actor)
    return _back(request, named, _("Đã ghi đồng chí đồng ý được nêu tên. Rút lại lúc nào cũng được."))


@posts_only
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """I no longer agree; or the unit writes down that she does not."""
    named = _load(request, pk)
    actions.revoke(named, by=request.actor)
    return _back(request, named, _("Đã rút đồng ý. Mô hình không còn hiện ở nơi nào ngoài đơn vị thực hiện."))


def _load_for_its_unit(request: HttpRequest, pk: int) -> NamedPerson:
    named = _load(request, pk)
    if not queries.may_write(request.actor, named.practice):
        raise Http404
    return named


def record(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down an agreement given on paper or by word."""
    named = _load_for_its_unit(request, pk)
    first = {"agreed_on": request.actor.on, "way": "paper"}
    form = AgreementForm(request.POST or None, request.FILES or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_agreement(named, by=request.actor, **form.agreement())
        except BadInput as bad:
            put_refusal(form, bad)
        else:
            said = _("Đã ghi %(name)s đồng ý được nêu tên.") % {"name": named.name}
            return redirect_with(request, "practices:show", said, named.practice_id)
    context = {"form": form, "named": named, "practice": named.practice}
    return render(request, "practices/record_agreement.html", context)


def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the name out, words included."""
    named = _load_for_its_unit(request, pk)
    practice = named.practice
    words = {field: getattr(practice, field) for field in RemovalForm.base_fields}
    form = RemovalForm(request.POST or None, initial=words)
    if request.method == "POST" and form.is_valid():
        try:
            actions.remove_name(named, by=request.actor, **form.cleaned_data)
        except BadInput as bad:
            put_refusal(form, bad)
        else:
            if Practice.objects.visible_to(request.actor).filter(pk=practice.pk).exists():
                return redirect_with(request, "practices:show", _("Đã bỏ tên khỏi bài."), practice.pk)
            return redirect(reverse("practices:index"))
    context = {"form": form, "named": named, "practice": practice}
    return render(request, "practices/remove_name.html", context)


def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The signed paper, for the unit that keeps it and for her who signed it."""
    named = _load(request, pk)
    if named.paper is None:
        raise Http404
    return attachments.serve(named.paper)
