"""Rules between figures, as data: those of the office and of the levels above it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import PlainForm, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.rounds import actions, choosing, rules
from lantoa.rounds.library import BOUNDS
from lantoa.rounds.models import Bound


class BoundForm(PlainForm):
    """Two figures of which the first is never more than the second."""

    part = forms.ChoiceField(label=gettext_lazy("Số này"))
    whole = forms.ChoiceField(label=gettext_lazy("không nhiều hơn số này"))

    def __init__(self, *args: Any, offered: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("part", "whole"):
            self.fields[name].choices = [("", "—"), *offered]


def index(request: HttpRequest) -> HttpResponse:
    """What holds for one's unit, and a form for one more."""
    actor = request.actor
    rules.must_open_for_own(actor.unit is not None)
    offered = choosing.offered(actor.unit, actor.on)
    labels = choosing.figures_offered(actor.unit, actor.on)
    form = BoundForm(request.POST or None, offered=offered)
    if carry_out(form, lambda **typed: actions.keep_bound(by=actor, **typed)):
        return redirect_with(request, "rounds:bounds", _("Đã đặt quy tắc."))
    kept = organisation.with_unit_names(Bound.objects.visible_to(actor).select_related("unit"), actor.on)
    known = {(one.part, one.whole) for one in kept}
    context = {
        "form": form,
        "rows": [(one, labels.get(one.part, one.part), labels.get(one.whole, one.whole)) for one in kept],
        "ready": [
            (part, whole, labels[part], labels[whole])
            for part, whole in BOUNDS
            if (part, whole) not in known and part in labels and whole in labels
        ],
        "unit": actor.unit,
    }
    return render(request, "rounds/bounds.html", context)


@posts_only
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """It holds no longer."""
    bound = get_object_or_404(Bound.objects.visible_to(request.actor).select_related("unit"), pk=pk)
    actions.drop_bound(bound, by=request.actor)
    return redirect_with(request, "rounds:bounds", _("Đã bỏ quy tắc."))
