"""The checklist of appraisers, and the list it is made from."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.fields import PlainForm, TextField, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.practices import actions, queries
from lantoa.practices.models import Appraised, Criterion
from lantoa.practices.pages.reading import load


class ChecklistForm(PlainForm):
    """For each criterion an answer and a word; all of them may stay empty."""

    def __init__(self, *args: Any, criteria: list[Criterion], found: dict[int, Appraised], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        choices = [("", _("chưa xem")), *Appraised.Answer.choices]
        for one in criteria:
            before = found.get(one.pk)
            self.fields[f"answer_{one.pk}"] = forms.ChoiceField(
                label=one.text,
                choices=[(code, str(name).capitalize()) for code, name in choices],
                required=False,
                initial=before.answer if before else "",
            )
            self.fields[f"words_{one.pk}"] = TextField(
                label=gettext_lazy("Nói thêm"),
                max_length=300,
                required=False,
                initial=before.words if before else "",
            )

    def rows(self) -> list[tuple[Any, Any]]:
        """The two boxes of each criterion."""
        return [(self[f"answer_{one.pk}"], self[f"words_{one.pk}"]) for one in self.criteria]

    def answers(self) -> dict[Criterion, tuple[str, str]]:
        """What was typed, by criterion."""
        typed = self.cleaned_data
        return {one: (typed[f"answer_{one.pk}"], typed[f"words_{one.pk}"]) for one in self.criteria}


def checklist(request: HttpRequest, pk: int) -> HttpResponse:
    """Go through the criteria; nothing is decided here."""
    practice, actor = load(request, pk), request.actor
    if not queries.may_appraise(actor, practice):
        raise NotAllowed(_("Người ở nơi thẩm định, không phải chủ mô hình, nhận xét theo tiêu chí."))
    found = {one.criterion_id: one for one in queries.appraised_of(practice)}
    form = ChecklistForm(request.POST or None, criteria=queries.criteria_in_use(), found=found)
    if carry_out(form, lambda **_typed: actions.appraise(practice, answers=form.answers(), by=actor)):
        to = "practices:judge" if queries.waits_for(actor, practice) else "practices:show"
        return redirect_with(request, to, _("Đã lưu nhận xét theo tiêu chí."), pk)
    return render(request, "practices/checklist.html", {"form": form, "practice": practice})
