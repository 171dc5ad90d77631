"""What somebody asked on paper: entered by who answers, with the scan, which she and who answers open again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation import attachments
from lantoa.foundation.fields import DayField, FileField, PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.personal_data import actions, queries
from lantoa.personal_data.models import DataRequest
from lantoa.personal_data.words import Kind

CALLED = gettext_lazy("Gõ đủ họ tên. Hai người cùng tên thì thêm năm sinh: Nguyễn Văn An 1980.")


def named(form: Any, by: Actor) -> Person:
    """Whom the name in the box `name` means among the people in reach; ValidationError for nobody, or two."""
    found = queries.called_in_reach(form.cleaned_data["name"], by)
    if not found:
        raise forms.ValidationError(
            _("Không có ai tên này trong phạm vi của đồng chí. Gõ đủ họ tên như trong hồ sơ.")
        )
    if len(found) > 1:
        raise forms.ValidationError(_("Có hơn một người tên này. Ghi thêm năm sinh sau tên."))
    return found[0]


class PaperForm(PlainForm):
    """What stands on the paper, who took it and when."""

    name = TextField(label=gettext_lazy("Người yêu cầu"), max_length=120, help_text=CALLED)
    kind = forms.ChoiceField(label=gettext_lazy("Yêu cầu gì?"), choices=lambda: capitalised(Kind.choices))
    text = TextField(
        label=gettext_lazy("Nội dung yêu cầu"),
        rows=5,
        max_length=4000,
        help_text=gettext_lazy("Chép đúng lời trên giấy."),
    )
    asked_on = DayField(
        label=gettext_lazy("Ngày nhận giấy"), help_text=gettext_lazy("Hạn trả lời tính từ ngày này.")
    )
    received_by = TextField(label=gettext_lazy("Người đã nhận giấy"), max_length=120)
    scan = FileField(
        label=gettext_lazy("Ảnh hoặc tệp quét tờ giấy"),
        help_text=gettext_lazy("Ảnh (JPG, PNG, HEIC) hoặc PDF."),
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor

    def clean_name(self) -> Person:
        return named(self, self.actor)


def enter(request: HttpRequest) -> HttpResponse:
    """Enter one."""
    actor = request.actor
    start = {"asked_on": actor.on, "received_by": str(actor.person)}
    form = PaperForm(actor, request.POST or None, request.FILES or None, initial=start)
    if request.method == "POST" and (
        one := carry_out(form, lambda name, **typed: actions.enter(name, by=actor, **typed))
    ):
        said = _("Đã vào sổ yêu cầu số %(number)s.") % {"number": one.number}
        return redirect_with(request, one, said)
    return render(request, "personal_data/on_paper.html", {"form": form})


def scan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The paper, for who answers."""
    return _served(get_object_or_404(DataRequest.objects.for_desk(request.actor), pk=pk))


def own_scan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The paper, for who wrote it."""
    return _served(get_object_or_404(DataRequest, person=request.actor.person, pk=pk))


def _served(one: DataRequest) -> HttpResponseBase:
    if one.scan is None:
        raise Http404
    return attachments.serve(one.scan)
