"""What came of it, and the core parts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.fields import carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.practices import actions, queries
from lantoa.practices.forms import ResultForm
from lantoa.practices.pages.forms import CorePartsForm
from lantoa.practices.pages.reading import load


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
    if form.is_bound and carry_out(
        form, lambda **typed: actions.report_result(practice, by=request.actor, **typed)
    ):
        return redirect_with(request, practice, _("Đã ghi kết quả."))
    return render(request, "practices/result.html", {"form": form, "practice": practice})


def core_parts(request: HttpRequest, pk: int) -> HttpResponse:
    """The parts without which it would be another practice."""
    practice = load(request, pk)
    _must_be_hers(request, queries.may_write(request.actor, practice))
    first = {"core_parts": "\n".join(queries.core_texts(practice))}
    form = CorePartsForm(request.POST or None, initial=first)

    def write(core_parts: str) -> object:
        return actions.write_core_parts(practice, by=request.actor, texts=core_parts.splitlines())

    if form.is_bound and carry_out(form, write):
        return redirect_with(request, practice, _("Đã lưu phần cốt lõi."))
    return render(request, "practices/core_parts.html", {"form": form, "practice": practice})
