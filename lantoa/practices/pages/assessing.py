"""The practices of a movement on one page, to say which were effective in the year."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import DayField, PlainForm, carry_out
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.people.actors import Actor
from lantoa.practices import actions, queries
from lantoa.practices.models import Practice
from lantoa.programme.models import Movement

PER_PAGE = 50
EFFECTIVE, NOT_YET = "yes", "no"
FOUND = (
    ("", gettext_lazy("chưa đánh giá")),
    (EFFECTIVE, gettext_lazy("có hiệu quả")),
    (NOT_YET, gettext_lazy("chưa hiệu quả")),
)


class AssessForm(PlainForm):
    """On which day; and of each practice whether it was effective."""

    assessed_on = DayField(label=gettext_lazy("Ngày đánh giá"))

    def __init__(self, practices: list[Practice], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for practice in practices:
            self.fields[f"m{practice.pk}"] = forms.ChoiceField(
                label=f"{practice.name} ({practice.subject_name})", choices=FOUND, required=False
            )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        found = {
            int(name[1:]): word == EFFECTIVE for name, word in typed.items() if name != "assessed_on" and word
        }
        return {"assessed_on": typed.get("assessed_on"), "found": found}


def assess(request: HttpRequest, pk: int) -> HttpResponse:
    """The level above says of each practice whether it was effective; what was said this year stands there."""
    actor = request.actor
    movement = get_object_or_404(Movement.objects.visible_to(actor), pk=pk)
    page = paginate(
        request, queries.assessable(movement, actor).order_by("-registered_on", "-pk"), per=PER_PAGE
    )
    practices = list(page.object_list)
    form = AssessForm(practices, request.POST or None, initial=_said(practices, actor))
    if practices and carry_out(
        form, lambda **typed: actions.assess_in_movement(movement, by=actor, **typed) or True
    ):
        return redirect_with(request, movement, _("Đã ghi đánh giá các mô hình."))
    context = {"form": form, "movement": movement, "page": page}
    return render(request, "practices/assess.html", context)


def _said(practices: list[Practice], actor: Actor) -> dict[str, Any]:
    said = queries.assessed_in(practices, actor.on.year)
    words = {f"m{pk}": EFFECTIVE if effective else NOT_YET for pk, effective in said.items()}
    return {"assessed_on": actor.on, **words}
