"""The conclusion and what it asks to be mended."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.supervision import actions, queries, rules
from lantoa.supervision.models import Inspection, Remedy
from lantoa.supervision.pages.files import load
from lantoa.supervision.pages.forms import ConclusionForm, RemedyForm


def conclude(request: HttpRequest, pk: int) -> HttpResponse:
    """The conclusion is issued, and with it what is to be mended."""
    one, actor = load(request, pk), request.actor
    rules.must_plan(queries.keeps_file(one, actor))
    rules.must_be_unconcluded(is_regular=one.is_regular, status=one.status)
    form = ConclusionForm(request.POST or None, initial={"concluded_on": actor.on})

    def act(**typed: Any) -> Inspection:
        return actions.conclude(one, by=actor, **typed)

    if request.method == "POST" and carry_out(form, act):
        said = _("Đã ban hành kết luận. Việc khắc phục đã giao, nhắc theo hạn.")
        return redirect_with(request, one, said)
    context = {"one": one, "form": form, "remedies": one.remedies.select_related("owner")}
    return render(request, "supervision/conclude.html", context)


def remedy(request: HttpRequest, pk: int) -> HttpResponse:
    """One thing to be mended: in the draft of the conclusion, or in force when it was issued."""
    one, actor = load(request, pk), request.actor
    rules.must_plan(queries.keeps_file(one, actor))
    rules.must_be_alive(one.status)
    form = RemedyForm(actor, one.unit, request.POST or None)

    def act(**typed: Any) -> Remedy:
        return actions.remember_remedy(one, by=actor, **typed)

    if request.method == "POST" and carry_out(form, act):
        return redirect_with(request, one, _("Đã ghi việc khắc phục."))
    return render(request, "supervision/remedy.html", {"one": one, "form": form})


@posts_only
def drop_remedy(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft is taken out again."""
    found = Remedy.objects.visible_to(request.actor).filter(inspection__isnull=False)
    one = get_object_or_404(found.select_related("inspection__programme"), pk=pk)
    inspection = one.inspection
    assert inspection
    actions.drop_remedy(one, by=request.actor)
    return redirect_with(request, inspection, _("Đã bỏ khỏi dự thảo."))


@posts_only
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """The file is put away."""
    one = load(request, pk)
    actions.close(one, by=request.actor)
    return redirect_with(request, one, _("Đã lưu hồ sơ."))
