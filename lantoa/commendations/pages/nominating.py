"""Writing a nomination, changing it, throwing a draft away."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.commendations import actions, queries, rules, words
from lantoa.commendations.models import AwardLevel, Form, Proposal, Subject
from lantoa.commendations.pages.shared import OccasionField
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import TextField, carry_out
from lantoa.foundation.filters import asked_key
from lantoa.foundation.pages import redirect_with
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.fields import OfUnitForm, person_called

LEVELS = [choice for choice in AwardLevel.choices if choice[0] != rules.CELL]


class ProposalForm(OfUnitForm):
    """Who, for what, with which form, at which level."""

    subject = forms.ChoiceField(
        label=gettext_lazy("Đề nghị khen"),
        choices=[choice for choice in Subject.choices if choice[0] != words.UNSPLIT],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Chọn tập thể hoặc cá nhân.")},
    )
    subject_name = TextField(
        label=gettext_lazy("Họ tên người được khen, hoặc tên nhóm trong đơn vị"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Để trống khi khen chính đơn vị."),
    )
    achievement = TextField(
        label=gettext_lazy("Thành tích tóm tắt"),
        rows=6,
        max_length=4000,
        help_text=gettext_lazy("Đã làm gì, cho ai, bao nhiêu, kết quả ra sao."),
    )
    proposed_form = forms.ChoiceField(label=gettext_lazy("Hình thức đề nghị"), choices=Form.choices)
    proposed_level = forms.ChoiceField(
        label=gettext_lazy("Cấp khen đề nghị"),
        choices=LEVELS,
        help_text=gettext_lazy("Giấy khen: cơ sở, cấp trên cơ sở. Bằng khen, cờ: từ cấp tỉnh."),
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(actor, *args, **kwargs)
        self.fields["occasion"] = OccasionField(actor)
        if "unit" in self.fields:
            self.fields["unit"].label = _("Tập thể được khen, hoặc đơn vị của người được khen")
        self.order_fields(["occasion", "subject", "unit"])

    def with_person(self, typed: dict[str, Any]) -> dict[str, Any]:
        """A name the system knows in that unit becomes the person; others stay a name."""
        typed = {**typed, "person": None}
        if typed["subject"] == Subject.INDIVIDUAL and typed["subject_name"]:
            unit: Unit = typed["unit"]
            person = person_called(typed["subject_name"], unit=unit, by=self.actor, field="subject_name")
            if person:
                typed |= {"person": person, "subject_name": ""}
        return typed


def _usual_level(actor: Actor) -> str:
    """A cell asks its grassroots committee, a committee its own level."""
    own = rules.level_of(actor.unit.level) if actor.unit else rules.CELL
    return rules.GRASSROOTS if own == rules.CELL else own


def new(request: HttpRequest) -> HttpResponse:
    """Write a nomination for one's unit; it stays a draft until it is voted on and sent."""
    actor = request.actor
    initial: dict[str, Any] = {"proposed_form": Form.CERTIFICATE, "proposed_level": _usual_level(actor)}
    name, known = request.GET.get("ten", ""), queries.record_of(asked_key(request.GET.get("nguoi")), actor)
    if known:
        initial |= {"subject": Subject.INDIVIDUAL, "subject_name": known.name, "unit": known.unit}
    initial["occasion"] = asked_key(request.GET.get("dot"))
    form = ProposalForm(actor, request.POST or None, initial=initial)
    if request.method == "POST":
        proposal = carry_out(form, lambda **typed: actions.propose(by=actor, **form.with_person(typed)))
        if proposal:
            return redirect_with(
                request, proposal, _("Đã lưu bản nháp. Ghi kết quả bình xét rồi gửi; hiện chưa gửi đi đâu.")
            )
    found = queries.found_by_name(name, actor)
    context = {"form": form, "finds": True, "name": name, "found": found, "known": known}
    return render(request, "commendations/proposal_form.html", context)


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a draft, or what was sent back."""
    actor = request.actor
    proposal = get_object_or_404(Proposal.objects.visible_to(actor).select_related("unit", "person"), pk=pk)
    fields = ("subject", "unit", "achievement", "proposed_form", "proposed_level", "occasion")
    initial = {name: getattr(proposal, name) for name in fields} | {"subject_name": proposal.who}
    form = ProposalForm(actor, request.POST or None, initial=initial)
    if request.method == "POST":
        changed = carry_out(
            form, lambda **typed: actions.rewrite(proposal, by=actor, **form.with_person(typed))
        )
        if changed:
            return redirect_with(request, changed, _("Đã lưu bản sửa, chưa gửi."))
    return render(request, "commendations/proposal_form.html", {"form": form, "proposal": proposal})


@posts_only
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    proposal = get_object_or_404(Proposal.objects.visible_to(request.actor), pk=pk)
    actions.discard(proposal, by=request.actor)
    return redirect_with(request, "commendations:proposals", _("Đã bỏ bản nháp."))
