"""The rules of eligibility, read by all who read commendations and kept by the office; years stated for a proposal."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.commendations import actions, library, queries, words
from lantoa.commendations.models import (
    AwardLevel,
    EligibilityRule,
    Form,
    Merit,
    Proposal,
    StatedYear,
    Subject,
)
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.fields import (
    DayField,
    NumberField,
    PlainForm,
    TextField,
    YearField,
    capitalised,
    carry_out,
)
from lantoa.foundation.pages import redirect_with
from lantoa.people.actors import Actor, keeps_lists

YEARS = "years_"


class RuleForm(PlainForm):
    """For whom, what is given, since when; for each merit how many years in a row, empty where it is not asked."""

    name = TextField(
        label=gettext_lazy("Tên tiêu chuẩn"),
        max_length=200,
        help_text=gettext_lazy("Ví dụ: Giấy khen hằng năm của đảng ủy cơ sở cho đảng viên."),
    )
    subject = forms.ChoiceField(
        label=gettext_lazy("Áp dụng cho"),
        choices=capitalised([c for c in Subject.choices if c[0] != words.UNSPLIT]),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Chọn tập thể hoặc cá nhân.")},
    )
    level = forms.ChoiceField(label=gettext_lazy("Cấp khen"), choices=capitalised(AwardLevel.choices))
    form = forms.ChoiceField(label=gettext_lazy("Hình thức"), choices=capitalised(Form.choices))
    basis = TextField(
        label=gettext_lazy("Căn cứ"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Số, ngày, mục của hướng dẫn. Người xét mở ra để đối chiếu."),
    )
    starts = DayField(label=gettext_lazy("Áp dụng từ ngày"))
    ends = DayField(
        label=gettext_lazy("Kết thúc từ ngày"),
        required=False,
        help_text=gettext_lazy("Để trống khi còn áp dụng."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, label in Merit.choices:
            self.fields[YEARS + code] = NumberField(
                label=str(label).capitalize(), whole=True, least=1, most=20, required=False
            )

    def clean(self) -> dict[str, Any]:
        """What was typed, with the merits together."""
        typed = super().clean() or {}
        conditions = {code: typed.pop(YEARS + code, None) for code in Merit.values}
        return {**typed, "conditions": conditions}

    def merits(self) -> list[Any]:
        """The boxes of the merits."""
        return [self[YEARS + code] for code in Merit.values]


def index(request: HttpRequest) -> HttpResponse:
    """What each level asks, the rules in force first; the office sees the ways to change them."""
    actor = request.actor
    everything = list(EligibilityRule.objects.prefetch_related("conditions"))
    in_force = {
        one.pk for one in everything if one.starts <= actor.on and (not one.ends or one.ends > actor.on)
    }
    context = {
        "in_force": [one for one in everything if one.pk in in_force],
        "others": [one for one in everything if one.pk not in in_force],
        "may_keep": may_keep(actor),
        "ready": library.READY,
        "basis": library.BASIS,
    }
    return render(request, "commendations/rules.html", context)


def may_keep(actor: Actor) -> bool:
    """Whether the actor changes the rules: the office that keeps the lists of the whole tree."""
    return actor.may("commendations.rules") and keeps_lists(actor)


def write(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Write a rule, or change one."""
    if not may_keep(request.actor):
        raise NotAllowed(_("Tiêu chuẩn khen thưởng do cấp cao nhất trong hệ thống giữ."))
    rule = get_object_or_404(EligibilityRule.objects.prefetch_related("conditions"), pk=pk) if pk else None
    form = RuleForm(request.POST or None, initial=_as_typed(rule) if rule else {"starts": request.actor.on})
    if carry_out(form, lambda **typed: actions.save_rule(by=request.actor, rule=rule, **typed)):
        return redirect_with(request, "commendations:rules", _("Đã lưu tiêu chuẩn."))
    return render(request, "commendations/rule_form.html", {"form": form, "rule": rule})


def _as_typed(rule: EligibilityRule) -> dict[str, Any]:
    fields = ("name", "subject", "level", "form", "basis", "starts", "ends")
    years = {YEARS + one.merit: one.years for one in rule.conditions.all()}
    return {name: getattr(rule, name) for name in fields} | years


@posts_only
def take_ready(request: HttpRequest) -> HttpResponse:
    """Write the rules of the known guidance."""
    count = actions.take_ready_rules(by=request.actor)
    said = _("Đã ghi %(n)s tiêu chuẩn. Kiểm tra lại với hướng dẫn hiện hành.") % {"n": count}
    return redirect_with(request, "commendations:rules", said)


class StatedForm(PlainForm):
    """Which merit, which year, by which paper."""

    merit = forms.ChoiceField(label=gettext_lazy("Điều kiện"), choices=capitalised(Merit.choices))
    year = YearField(label=gettext_lazy("Năm"))
    paper = TextField(
        label=gettext_lazy("Văn bản làm căn cứ"),
        max_length=300,
        help_text=gettext_lazy(
            "Ví dụ: Thông báo số 12-TB/ĐU, ngày 20/12/2025. Người được đề nghị cũng đọc được."
        ),
    )


def state(request: HttpRequest, pk: int) -> HttpResponse:
    """Name the papers that show years of which no record is kept here."""
    actor = request.actor
    visible = Proposal.objects.visible_to(actor).select_related("person", "unit", "occasion", "proposed_by")
    proposal = get_object_or_404(visible, pk=pk)
    if not may_state(actor, proposal):
        raise NotAllowed(_("Nơi viết đề nghị nêu căn cứ của từng năm."))
    initial = {"merit": request.GET.get("dieu-kien", ""), "year": request.GET.get("nam", "")}
    form = StatedForm(request.POST or None, initial=initial)
    if carry_out(form, lambda **typed: actions.state_year(proposal, by=actor, **typed)):
        return redirect_with(request, "commendations:state_years", _("Đã ghi căn cứ."), pk)
    context = {"form": form, "proposal": proposal, "stated": queries.stated_years(proposal)}
    return render(request, "commendations/stated.html", context)


def may_state(actor: Actor, proposal: Proposal) -> bool:
    """Whether the actor writes for the unit that proposes, and does not work where it is considered."""
    writes = actor.may("commendations.propose") and actor.reaches(proposal.proposed_by)
    return writes and not queries.considers(actor, proposal)


@posts_only
def unstate(request: HttpRequest, pk: int, stated_pk: int) -> HttpResponse:
    """It was named by mistake."""
    proposal = get_object_or_404(Proposal.objects.visible_to(request.actor), pk=pk)
    stated = get_object_or_404(StatedYear, pk=stated_pk, proposal=queries.beginning_of(proposal))
    actions.unstate_year(stated, proposal=proposal, by=request.actor)
    return redirect_with(request, "commendations:state_years", _("Đã bỏ căn cứ ghi nhầm."), pk)
