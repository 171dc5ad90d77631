"""Decisions: recorded with everybody they commend, shown, handed over; striking out a mistake."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.commendations import actions, printing, queries, rules
from lantoa.commendations.models import AwardLevel, Commendation, Decision, Form, Subject
from lantoa.commendations.pages.listing import may_record
from lantoa.commendations.pages.shared import OccasionField
from lantoa.commendations.pages.subjects import subjects_in
from lantoa.documents.names import DOCX, attachment_response
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import read_date
from lantoa.foundation.fields import DayField, PlainForm, TextField, carry_out
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor
from lantoa.people.fields import OfUnitForm


class DecisionForm(OfUnitForm):
    """A decision and the list behind it."""

    number = TextField(
        label=gettext_lazy("Số quyết định hoặc biên bản"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("Để trống để lấy số tiếp theo trong sổ văn bản của đơn vị."),
    )
    decided_on = DayField(label=gettext_lazy("Ngày"))
    level = forms.ChoiceField(label=gettext_lazy("Cấp khen"), choices=AwardLevel.choices)
    form = forms.ChoiceField(label=gettext_lazy("Hình thức"), choices=Form.choices)
    body = TextField(
        label=gettext_lazy("Cơ quan quyết định, nếu ngoài hệ thống"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Ví dụ: Thủ tướng Chính phủ. Để trống khi chính cấp ủy mình quyết định."),
    )
    subject = forms.ChoiceField(
        label=gettext_lazy("Khen"),
        choices=Subject.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Chọn tập thể, cá nhân hoặc chưa tách.")},
        help_text=gettext_lazy("“Chưa tách” chỉ dùng khi văn bản gộp tập thể với cá nhân."),
    )
    names = TextField(
        label=gettext_lazy("Danh sách, mỗi dòng một tập thể hoặc một người"),
        rows=8,
        help_text=gettext_lazy("Khi cần, ghi đơn vị sau dấu chấm phẩy: Đỗ Thị Hương; Chi bộ thôn Nà Lùng."),
    )
    awarded_on = DayField(
        label=gettext_lazy("Ngày trao"), required=False, help_text=gettext_lazy("Để trống khi chưa trao.")
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(actor, *args, **kwargs)
        self.fields["occasion"] = OccasionField(actor)
        if "unit" in self.fields:
            self.fields["unit"].label = _("Đơn vị của những dòng không ghi đơn vị")
        if not actor.may("commendations.decide"):
            self.fields["level"].choices = [(AwardLevel.CELL.value, AwardLevel.CELL.label)]
            self.fields["form"].choices = [
                c for c in Form.choices if c[0] in rules.FORMS_OF_LEVEL[rules.CELL]
            ]
            del self.fields["body"]


def new(request: HttpRequest) -> HttpResponse:
    """Record a decision of one's own body, or one from above that commends people in reach."""
    actor = request.actor
    if not may_record(actor):
        raise PermissionDenied
    own = rules.level_of(actor.unit.level) if actor.may("commendations.decide") else rules.CELL
    initial = {"decided_on": actor.on, "level": own, "subject": Subject.COLLECTIVE}
    form = DecisionForm(actor, request.POST or None, initial=initial)
    if request.method == "POST" and (decision := carry_out(form, lambda **typed: _record(actor, **typed))):
        return redirect_with(request, decision, _("Đã ghi: %(decision)s.") % {"decision": decision})
    return render(request, "commendations/decision_new.html", {"form": form})


def _record(actor: Actor, *, names: str, subject: str, unit: Any, body: str = "", **said: Any) -> Decision:
    """Without a body outside the system it is the decision of the actor's own unit."""
    subjects = subjects_in(names, subject=subject, unit=unit, by=actor)
    of = None if body else actor.unit
    return actions.record_decision(subjects=subjects, unit=of, body=body, by=actor, **said)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One decision and whom it commends; names out of reach are counted only."""
    actor = request.actor
    decision = get_object_or_404(
        Decision.objects.visible_to(actor).select_related("unit", "occasion", "document"), pk=pk
    )
    whole = decision.commendations.all()
    seen = Commendation.objects.visible_to(actor).filter(decision=decision)
    related = seen.select_related("person", "proposal").prefetch_related("named")
    page = paginate(request, related.order_by("subject", "pk"))
    waiting = actor.in_reach(decision.commendations.standing().filter(awarded_on__isnull=True))
    context = {
        "decision": decision,
        "body": decision.body or organisation.name_of(decision.unit, decision.decided_on),
        "page": page,
        "has_word": decision.unit is not None and actor.reaches(decision.unit),
        "has_certificates": whole.standing().exists(),
        "in_register": queries.may_read_register(actor, decision),
        "rows": organisation.with_unit_names(page, decision.decided_on),
        "totals": queries.totals(whole),
        "hidden": whole.count() - seen.count(),
        "may_award": may_record(actor) and waiting.exists(),
        "may_strike": actor.may("commendations.decide"),
        "today": actor.on,
    }
    return render(request, "commendations/decision.html", context)


def word(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The decision of a unit within reach as a Word file to edit and sign; any other has no such file."""
    seen = Decision.objects.visible_to(request.actor).filter(unit__isnull=False)
    decision = get_object_or_404(
        seen.select_related("unit", "occasion", "document__type", "document__register"), pk=pk
    )
    if not request.actor.reaches(decision.unit):
        raise Http404
    return attachment_response(printing.word(decision), f"{decision}.docx", DOCX)


@posts_only
def award(request: HttpRequest, pk: int) -> HttpResponse:
    """Certificates were handed over on the day typed."""
    decision = get_object_or_404(Decision.objects.visible_to(request.actor), pk=pk)
    count = actions.award(decision, on=read_date(request.POST.get("on", ""), "on"), by=request.actor)
    return redirect_with(request, decision, _("Đã ghi trao cho %(n)s tập thể, cá nhân.") % {"n": count})


class StrikeForm(PlainForm):
    """Why it is struck out."""

    reason = TextField(
        label=gettext_lazy("Lý do gạch bỏ"),
        max_length=300,
        help_text=gettext_lazy(
            "Ví dụ: ghi trùng, nhầm người. Dòng gạch bỏ vẫn đọc được nhưng không tính nữa."
        ),
    )


def strike_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason, then strike the line out."""
    visible = Commendation.objects.visible_to(request.actor).standing()
    commendation = get_object_or_404(visible.select_related("decision", "unit", "person"), pk=pk)
    form = StrikeForm(request.POST or None)
    if request.method == "POST" and carry_out(
        form, lambda **typed: actions.strike_out(commendation, by=request.actor, **typed)
    ):
        return redirect_with(request, commendation.decision, _("Đã gạch bỏ. Dòng này không còn được tính."))
    return render(request, "commendations/strike_out.html", {"form": form, "commendation": commendation})
