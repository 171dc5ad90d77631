"""What every page of this room loads: a paper or a period in sight, and nothing else."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import NumberField, capitalised
from lantoa.reviews import rules
from lantoa.reviews.models import Review, ReviewPeriod, Template
from lantoa.reviews.words import Level

NO_LEVEL = gettext_lazy("Chưa chọn")


def load(request: HttpRequest, pk: int) -> Review:
    """The review, for who may read it; 404 for everybody else."""
    found = Review.objects.visible_to(request.actor).for_lists()
    return get_object_or_404(found.select_related("period__decided_by", "period__terms"), pk=pk)


def load_period(request: HttpRequest, pk: int) -> ReviewPeriod:
    """The period, for who conducts or decides it."""
    found = ReviewPeriod.objects.visible_to(request.actor).select_related("unit", "decided_by", "terms")
    return get_object_or_404(found, pk=pk)


def load_to_write(request: HttpRequest, pk: int) -> Review:
    """A review of which the actor does something: 404 unseen, 409 when its period is closed."""
    review = load(request, pk)
    rules.must_be_open(review.period.is_open)
    return review


def level_field(label: Any, *, required: bool = False) -> forms.ChoiceField:
    """One of the four levels, chosen by a person; nothing stands chosen."""
    choices = [("", NO_LEVEL), *capitalised(Level.choices)]
    return forms.ChoiceField(label=label, choices=choices, required=required)


class MarkBoxes(forms.Form):
    """Three numbers and a level as somebody writes them; no numbers where the paper has none."""

    def give_marks(self, template: Template, level_label: Any) -> None:
        """Put the boxes in; what each may be at most stands behind it."""
        self.most = {
            "common": f"/{template.common_most}",
            "tasks": f"/{template.task_most}",
            "total": f"/{template.total_most}",
        }
        if template.has_marks:
            for name, label, most in (
                ("common", gettext_lazy("Tiêu chí chung"), template.common_most),
                ("tasks", gettext_lazy("Kết quả nhiệm vụ"), template.task_most),
                ("total", gettext_lazy("Tổng, do người chấm cộng"), template.total_most),
            ):
                self.fields[name] = NumberField(label=label, required=False, least=0, most=most, places=2)
        self.fields["level"] = level_field(level_label)

    def marks(self) -> rules.Marks:
        """What was typed."""
        typed = {name: self.cleaned_data.get(name) for name in ("common", "tasks", "total")}
        return rules.Marks(**typed, level=self.cleaned_data.get("level", ""))
