"""The checklist of appraisers, and the list it is made from."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.fields import NumberField, PlainForm, TextField, carry_out
from lantoa.foundation.filters import asked_key
from lantoa.foundation.pages import redirect_with
from lantoa.people.actors import heads_the_tree
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


class CriterionForm(PlainForm):
    """One criterion of the list."""

    text = TextField(label=gettext_lazy("Tiêu chí"), max_length=200)
    place = NumberField(label=gettext_lazy("Thứ tự"), whole=True, least=0, most=999, required=False)
    is_used = forms.BooleanField(label=gettext_lazy("Còn dùng khi thẩm định"), required=False)


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


def criteria(request: HttpRequest) -> HttpResponse:
    """The list of criteria: add one, change one, take one out of use."""
    if not heads_the_tree(request.actor):
        raise NotAllowed(_("Tiêu chí thẩm định do cấp tỉnh quản lý."))
    asked = asked_key(request.POST.get("criterion") or request.GET.get("sua"))
    changed = get_object_or_404(Criterion, pk=asked) if asked else None
    form = CriterionForm(request.POST or None, initial=_as_typed(changed))
    if carry_out(form, lambda **typed: actions.save_criterion(by=request.actor, criterion=changed, **typed)):
        return redirect_with(request, "practices:criteria", _("Đã lưu danh mục tiêu chí."))
    context = {"form": form, "changed": changed, "criteria": Criterion.objects.all()}
    return render(request, "practices/criteria.html", context)


def _as_typed(criterion: Criterion | None) -> dict[str, object]:
    if criterion is None:
        return {"is_used": True, "place": Criterion.objects.count() + 1}
    return {"text": criterion.text, "place": criterion.place, "is_used": criterion.is_used}
