"""What became of it: the six-month question, results, the core parts, the paper that says whom it helps."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.fields import put_refusal
from lantoa.foundation.pages import redirect_with
from lantoa.practices import actions, queries, rules
from lantoa.practices.pages.adopting import load_adoption
from lantoa.practices.pages.adopting_forms import CorePartsForm, GoneForm, ResultForm
from lantoa.practices.pages.reading import load


def checkup(request: HttpRequest, pk: int) -> HttpResponse:
    """Still running, or stopped: one button each."""
    practice, adoption = load_adoption(request, pk)
    actor = request.actor
    gone = request.POST.get("tra-loi") == "dung"
    still_form = ResultForm(request.POST if request.method == "POST" and not gone else None)
    gone_form = GoneForm(request.POST if gone else None, initial={"on": actor.on})
    form = gone_form if gone else still_form
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_checkup(adoption, by=actor, alive=not gone, **form.cleaned_data)
        except BadInput as bad:
            put_refusal(form, bad)
        else:
            said = _("Đã ghi dừng, kèm lý do.") if gone else _("Đã ghi: còn duy trì.")
            return redirect_with(request, "practices:show", said, pk)
    context = {
        "practice": practice,
        "adoption": adoption,
        "due": queries.due_question(adoption, actor.on) if practice.status == rules.RUNNING else None,
        "next": rules.next_question(adoption.adopted_on, actor.on),
        "still_form": still_form,
        "gone_form": gone_form,
    }
    return render(request, "practices/checkup.html", context)


@posts_only
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """The last answer was given by mistake."""
    _practice, adoption = load_adoption(request, pk)
    last = adoption.checkups.order_by("due_on").last()
    if last is None:
        raise Http404
    actions.take_back_answer(last, by=request.actor)
    return redirect_with(request, "practices:show", _("Đã rút câu trả lời."), pk)


def _must_be_hers(request: HttpRequest, may: bool) -> None:
    if not may:
        raise NotAllowed(_("Chỉ người đề xuất và đơn vị thực hiện được làm việc này."))


def result(request: HttpRequest, pk: int) -> HttpResponse:
    """What came of it so far."""
    practice = load(request, pk)
    _must_be_hers(request, queries.may_write(request.actor, practice))
    initial = {
        "value": practice.result_value,
        "unit_of_count": practice.result_unit,
        "text": practice.result,
    }
    form = ResultForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.report_result(practice, by=request.actor, **form.cleaned_data)
        except BadInput as bad:
            put_refusal(form, bad)
        else:
            return redirect_with(request, "practices:show", _("Đã ghi kết quả."), pk)
    return render(request, "practices/result.html", {"form": form, "practice": practice})


def core_parts(request: HttpRequest, pk: int) -> HttpResponse:
    """The parts without which it would be another practice."""
    practice = load(request, pk)
    _must_be_hers(request, queries.may_write(request.actor, practice))
    form = CorePartsForm(
        request.POST or None, initial={"core_parts": "\n".join(queries.core_texts(practice))}
    )
    if request.method == "POST" and form.is_valid():
        texts = form.cleaned_data["core_parts"].splitlines()
        try:
            actions.write_core_parts(practice, by=request.actor, texts=texts)
        except BadInput as bad:
            put_refusal(form, bad)
        else:
            return redirect_with(request, "practices:show", _("Đã lưu phần cốt lõi."), pk)
    return render(request, "practices/core_parts.html", {"form": form, "practice": practice})


def helping(request: HttpRequest, pk: int) -> HttpResponse:
    """A paper to hang on the wall: who took the practice over and what came of it there."""
    practice, on = load(request, pk), request.actor.on
    queries.with_places([practice], on)
    told = queries.helping(practice)
    context = {
        "practice": practice,
        "rows": queries.with_names(told[:ON_PAPER], on),
        "told": told.count(),
        "numbers": queries.spread_of([practice], on)[practice.pk],
        "today": on,
    }
    return render(request, "practices/helping.html", context)


ON_PAPER = 60
