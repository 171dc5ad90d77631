"""Asking that a practice be recognised, and the answer to that."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.errors import Conflict, NotAllowed
from lantoa.foundation.fields import PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.practices import actions, queries, rules
from lantoa.practices.models import RecognitionRequest
from lantoa.practices.pages.forms import LEVELS_TO_PROPOSE
from lantoa.practices.pages.reading import load


class AskForm(PlainForm):
    """At which level."""

    level = forms.ChoiceField(
        label=gettext_lazy("Cấp công nhận"), choices=capitalised(LEVELS_TO_PROPOSE), widget=forms.RadioSelect
    )


class RefuseForm(PlainForm):
    """Why not."""

    reason = TextField(
        label=gettext_lazy("Lý do không công nhận"),
        max_length=1000,
        rows=3,
        help_text=gettext_lazy("Đơn vị đọc nguyên văn. Nêu việc cần làm để lần sau đề nghị lại."),
    )


def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the level; the result goes with it."""
    practice = load(request, pk)
    if not queries.may_write(request.actor, practice):
        raise NotAllowed(_("Chỉ người đề xuất và đơn vị thực hiện đề nghị công nhận."))
    rules.must_run_with_a_result(practice.status, has_result=practice.result_on is not None)
    form = AskForm(request.POST or None, initial={"level": practice.level})
    if carry_out(form, lambda **typed: actions.ask_recognition(practice, by=request.actor, **typed)):
        return redirect_with(request, "practices:show", _("Đã gửi đề nghị công nhận."), pk)
    return render(request, "practices/ask_recognition.html", {"form": form, "practice": practice})


def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Read what was asked; record the decision, or say why not."""
    asked = get_object_or_404(
        RecognitionRequest.objects.select_related("practice__unit", "judging_unit"), pk=pk
    )
    practice = load(request, asked.practice_id)
    if not queries.may_answer(request.actor, asked):
        raise NotAllowed(_("Chỉ nơi được đề nghị trả lời, và không ai tự trả lời đề nghị của mình."))
    if asked.state != RecognitionRequest.State.WAITING:
        raise Conflict(_("Đề nghị này đã được trả lời. Mở lại trang mô hình để xem."))
    form = RefuseForm(request.POST or None)
    if carry_out(form, lambda **typed: actions.refuse_recognition(asked, by=request.actor, **typed)):
        said = _("Đã trả lời: không công nhận, kèm lý do.")
        return redirect_with(request, "practices:show", said, practice.pk)
    context = {"form": form, "practice": practice, "asked": asked}
    return render(request, "practices/answer_request.html", context)
