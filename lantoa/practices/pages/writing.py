"""Proposing a practice, and what its owner does with it afterwards."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.fields import as_if_sent, carry_out, put_refusal
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.people.addresses import asked_unit
from lantoa.practices import actions, queries, rules
from lantoa.practices.models import Practice
from lantoa.practices.pages.forms import EvidenceForm, StartForm, StopForm, WritingForm, as_typed
from lantoa.practices.pages.reading import load


def _saved() -> str:
    return _("Đã lưu bản nháp, chưa gửi đi. Đọc lại rồi bấm nút Đề nghị.")


def new(request: HttpRequest) -> HttpResponse:
    """A new one, saved as a draft; the next page shows it as it will be read."""
    unit, actor = asked_unit(request), request.actor
    form = WritingForm(
        request.POST or None, request.FILES or None, unit=unit, actor=actor, initial=_blank(request)
    )
    if practice := carry_out(form, lambda **_typed: actions.draft(unit=unit, by=actor, **form.written())):
        return redirect_with(request, "practices:show", _saved(), practice.pk)
    context = {"form": form, "unit_name": actor.name_of(unit)}
    return render(request, "practices/form.html", context)


def _blank(request: HttpRequest) -> dict[str, Any]:
    is_member = not request.actor.may("practices.judge")
    return {
        "kind": "model",
        "subject": rules.INDIVIDUAL if is_member else rules.COLLECTIVE,
        "person": str(request.actor.person.pk) if is_member else "",
        "level": "cell" if is_member else "grassroots",
    }


def _must_be_hers(request: HttpRequest, practice: Practice) -> None:
    if not queries.may_write(request.actor, practice):
        raise NotAllowed(_("Chỉ người đề xuất và đơn vị thực hiện được làm việc này."))


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Rewrite a draft or one that was returned."""
    practice, actor = load(request, pk), request.actor
    _must_be_hers(request, practice)
    if practice.status not in rules.WRITABLE:
        raise Conflict(_("Mô hình đã đề nghị nên không sửa được. Đề nghị nơi thẩm định trả lại nếu cần sửa."))
    form = WritingForm(
        request.POST or None,
        request.FILES or None,
        unit=practice.unit,
        actor=actor,
        named=practice.person,
        initial=as_typed(practice),
    )
    if carry_out(form, lambda **_typed: actions.edit(practice, by=actor, **form.written())):
        return redirect_with(request, "practices:show", _saved(), pk)
    return _form_page(request, practice, form)


def _form_page(request: HttpRequest, practice: Practice, form: WritingForm, to: str = "") -> HttpResponse:
    unit_name = organisation.name_of(practice.unit, request.actor.on)
    context = {"form": form, "practice": practice, "unit_name": unit_name, "to": to}
    return render(request, "practices/form.html", context)


@posts_only
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for agreement. What is missing is said on the form, where it can be mended."""
    practice = load(request, pk)
    try:
        actions.propose(practice, by=request.actor)
    except BadInput as bad:
        shape = {"unit": practice.unit, "actor": request.actor, "named": practice.person}
        form = as_if_sent(WritingForm, as_typed(practice), **shape)
        put_refusal(form, bad)
        return _form_page(request, practice, form, to="edit")
    judge = organisation.name_of(practice.judging_unit, request.actor.on)
    return redirect_with(request, "practices:show", _("Đã đề nghị %(unit)s thẩm định.") % {"unit": judge}, pk)


def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Since when it is done."""
    practice = load(request, pk)
    _must_be_hers(request, practice)
    initial = {"on": min(practice.starts or request.actor.on, request.actor.on)}
    form = StartForm(request.POST or None, initial=initial)
    if carry_out(form, lambda **typed: actions.start(practice, by=request.actor, **typed)):
        return redirect_with(request, "practices:show", _("Đã ghi ngày bắt đầu thực hiện."), pk)
    return render(request, "practices/start.html", {"form": form, "practice": practice})


def stop(request: HttpRequest, pk: int) -> HttpResponse:
    """Since when it is no longer done, and why."""
    practice = load(request, pk)
    _must_be_hers(request, practice)
    form = StopForm(request.POST or None, initial={"on": request.actor.on})
    if carry_out(form, lambda **typed: actions.stop(practice, by=request.actor, **typed)):
        return redirect_with(request, "practices:show", _("Đã ghi dừng, kèm lý do."), pk)
    return render(request, "practices/stop.html", {"form": form, "practice": practice})


def add_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """More photos and papers, also after it was registered."""
    practice = load(request, pk)
    _must_be_hers(request, practice)
    form = EvidenceForm(request.POST, request.FILES) if request.method == "POST" else EvidenceForm()
    if carry_out(form, lambda evidence: actions.add_evidence(practice, files=evidence, by=request.actor)):
        return redirect_with(request, "practices:show", _("Đã thêm minh chứng."), pk)
    return render(request, "practices/evidence.html", {"form": form, "practice": practice})
