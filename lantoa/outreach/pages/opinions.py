"""Citizens' opinions: conferences, quick entry of many, answers, what became of them. No list shows a name."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.fields import DayField, NumberField, PlainForm, TextField, carry_out
from lantoa.foundation.filters import asked_key, asked_period, choices_of, chosen, period_choices
from lantoa.foundation.models import Event
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.rights import PAGE, reads
from lantoa.foundation.sheets import wants_workbook
from lantoa.foundation.verbs import said
from lantoa.organisation import queries as organisation
from lantoa.organisation.queries import with_unit_names
from lantoa.outreach import actions, queries, rules
from lantoa.outreach.exchange import OPINIONS
from lantoa.outreach.models import CitizenOpinion, Forum
from lantoa.outreach.pages.forwarding import ForwardForm, working_days
from lantoa.people.actors import Actor
from lantoa.people.addresses import asked_unit
from lantoa.people.fields import OfUnitForm

MOST_FORUMS = 100
ACTS = {
    "outreach.opinions.recorded": gettext_lazy("ghi lại"),
    "outreach.opinion.answered": gettext_lazy("trả lời"),
    "outreach.opinion.resolved": gettext_lazy("giải quyết xong"),
    "outreach.opinion.forwarded": gettext_lazy("chuyển đến"),
    "outreach.opinion.asked_again": gettext_lazy("hỏi lại mức hài lòng"),
    "outreach.citizenopinion.removed": gettext_lazy("gạch bỏ"),
}


def _must_read(actor: Actor) -> None:
    if not queries.may_read_opinions(actor):
        raise NotAllowed(_("Ý kiến nhân dân chỉ mở cho người được giao phụ trách đơn vị."))


def index(request: HttpRequest) -> HttpResponse:
    """The opinions of the units in reach, those that wait first in time."""
    actor, period = request.actor, asked_period(request)
    _must_read(actor)
    found = queries.in_period(CitizenOpinion.objects.visible_to(actor), "received_on", period)
    asked = _asked(request)
    found = found.filter(**{name: value for name, value in asked.items() if value})
    unit = asked_unit(request) if request.GET.get("don-vi") else None
    if unit:
        found = found.to_be_answered_under(unit, actor.on)
    is_late = request.GET.get("han") == "qua"
    if is_late:
        found = found.overdue(actor.on)
    if wants_workbook(request):
        return OPINIONS.answer(found, by=actor)
    page = paginate(request, found.defer("given_by").select_related("forum").order_by("-received_on", "-pk"))
    context = {
        "page": page,
        "rows": with_unit_names(page, actor.on),
        "totals": queries.opinion_totals(found),
        "statuses": choices_of(CitizenOpinion.Status, asked["status"]),
        "channels": choices_of(CitizenOpinion.Channel, asked["channel"]),
        "sources": choices_of(CitizenOpinion.Source, asked["source"]),
        "fields": choices_of(CitizenOpinion.Field, asked["field"]),
        "periods": period_choices(request, actor.on),
        "asks": bool(period or is_late or unit or any(asked.values())),
        "unit": unit,
        "asked_unit_name": actor.name_of(unit) if unit else "",
        "is_late": is_late,
        "today": actor.on,
        "forums": Forum.objects.visible_to(actor).standing().order_by("-held_on", "-pk")[:5],
        "may_edit": actor.may("outreach.edit"),
    }
    return render(request, "outreach/opinions.html", context)


def _asked(request: HttpRequest) -> dict[str, str]:
    return {
        "status": chosen(request, "trang-thai", CitizenOpinion.Status.values),
        "channel": chosen(request, "kenh", CitizenOpinion.Channel.values),
        "source": chosen(request, "nguon", CitizenOpinion.Source.values),
        "field": chosen(request, "linh-vuc", CitizenOpinion.Field.values),
    }


class ForumForm(OfUnitForm):
    """Where and when people were heard."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Hình thức"), choices=Forum.Kind.choices, widget=forms.RadioSelect
    )
    title = TextField(
        label=gettext_lazy("Tên hội nghị, buổi tiếp dân"),
        max_length=250,
        help_text=gettext_lazy("Ví dụ: Công an lắng nghe ý kiến nhân dân; Tiếp dân định kỳ tháng 10."),
    )
    held_on = DayField(label=gettext_lazy("Ngày tổ chức"))
    place = TextField(label=gettext_lazy("Địa điểm"), required=False, max_length=250)
    attended = NumberField(
        label=gettext_lazy("Số lượt người dự, được tiếp"), required=False, whole=True, least=1
    )


def new_forum(request: HttpRequest) -> HttpResponse:
    """Record a conference; its opinions come next."""
    actor = request.actor
    form = ForumForm(actor, request.POST or None, initial={"held_on": actor.on, "kind": Forum.Kind.HEARING})
    if request.method == "POST":
        forum = carry_out(form, lambda **typed: actions.hold_forum(by=actor, **typed))
        if forum:
            return redirect_with(request, forum, _("Đã ghi. Ghi các ý kiến nghe được ở trang này."))
    return render(request, "outreach/forum_new.html", {"form": form})


def forum(request: HttpRequest, pk: int) -> HttpResponse:
    """One conference and what was said there."""
    actor = request.actor
    _must_read(actor)
    found = get_object_or_404(Forum.objects.visible_to(actor), pk=pk)
    opinions = CitizenOpinion.objects.visible_to(actor).filter(forum=found)
    page = paginate(request, opinions.defer("given_by").order_by("pk"))
    context = {
        "forum": found,
        "unit_name": organisation.name_of(found.unit, found.held_on),
        "page": page,
        "rows": list(page),
        "totals": queries.opinion_totals(opinions),
        "may_edit": actor.may("outreach.edit"),
    }
    return render(request, "outreach/forum.html", context)


class OpinionsForm(OfUnitForm):
    """Several opinions at once, one a line; or one long opinion."""

    text = TextField(
        label=gettext_lazy("Ý kiến, mỗi ý kiến một dòng"),
        rows=9,
        help_text=gettext_lazy("Không cần ghi tên. Không chép họ tên, số điện thoại vào nội dung."),
    )
    single = forms.BooleanField(
        label=gettext_lazy("Cả ô trên là một ý kiến"),
        required=False,
        help_text=gettext_lazy("Dùng khi một ý kiến dài nhiều dòng."),
    )
    received_on = DayField(label=gettext_lazy("Ngày tiếp nhận"))
    channel = forms.ChoiceField(
        label=gettext_lazy("Kênh"), choices=CitizenOpinion.Channel.choices, widget=forms.RadioSelect
    )
    source = forms.ChoiceField(
        label=gettext_lazy("Nguồn"), choices=CitizenOpinion.Source.choices, widget=forms.RadioSelect
    )
    field = forms.ChoiceField(label=gettext_lazy("Lĩnh vực"), choices=CitizenOpinion.Field.choices)
    given_by = TextField(
        label=gettext_lazy("Người góp ý, nếu muốn để lại tên"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Chỉ dùng cho một ý kiến; không hiện trong bất kỳ danh sách nào."),
    )
    working_days = working_days(gettext_lazy("Trả lời trong bao nhiêu ngày làm việc"))

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(actor, *args, **kwargs)
        known = Forum.objects.visible_to(actor).standing().order_by("-held_on", "-pk")
        recent = [one.pk for one in known[:MOST_FORUMS]]
        self.fields["forum"] = forms.ModelChoiceField(
            Forum.objects.filter(pk__in=recent).order_by("-held_on", "-pk"),
            label=_("Tại hội nghị, buổi tiếp dân"),
            required=False,
            empty_label=_("Không qua hội nghị, buổi tiếp dân"),
            help_text=_("Khi chọn hội nghị, đơn vị và ngày tiếp nhận lấy theo hội nghị."),
            error_messages={"invalid_choice": _("Chọn một hội nghị trong danh sách.")},
        )
        self.order_fields(["forum", "unit", "text", "single", "given_by"])


def new_opinions(request: HttpRequest) -> HttpResponse:
    """Receive opinions: a whole conference or a pile of survey sheets in one go."""
    actor = request.actor
    initial = {
        "forum": asked_key(request.GET.get("hoi-nghi")),
        "received_on": actor.on,
        "channel": CitizenOpinion.Channel.DIRECT,
        "source": CitizenOpinion.Source.PEOPLE,
        "field": CitizenOpinion.Field.OTHER,
    }
    form = OpinionsForm(actor, request.POST or None, initial=initial)
    if request.method == "POST" and (said := carry_out(form, lambda **typed: _receive(actor, **typed))):
        to = said[0].forum or "outreach:opinions"
        return redirect_with(request, to, _("Đã ghi %(n)s ý kiến.") % {"n": len(said)})
    return render(request, "outreach/opinions_new.html", {"form": form})


def _receive(actor: Actor, *, text: str, single: bool, **typed: Any) -> list[CitizenOpinion]:
    texts = [text] if single else rules.opinions_in(text)
    return actions.receive_opinions(texts, by=actor, **typed)


class AnswerForm(PlainForm):
    """What was answered."""

    answer = TextField(label=gettext_lazy("Nội dung trả lời"), rows=4, max_length=4000)
    on = DayField(label=gettext_lazy("Ngày trả lời"))


class OutcomeForm(PlainForm):
    """How the matter was settled."""

    outcome = TextField(label=gettext_lazy("Kết quả giải quyết"), rows=4, max_length=4000)
    on = DayField(label=gettext_lazy("Ngày giải quyết xong"))


class SatisfactionForm(PlainForm):
    """What people said of the answer, when and how they were asked."""

    satisfaction = forms.ChoiceField(
        label=gettext_lazy("Mức hài lòng"),
        choices=CitizenOpinion.Satisfaction.choices,
        widget=forms.RadioSelect,
    )
    how = TextField(
        label=gettext_lazy("Hỏi lại bằng cách nào"),
        max_length=200,
        help_text=gettext_lazy("Ví dụ: gọi điện, gặp tại nhà, phiếu."),
    )
    on = DayField(label=gettext_lazy("Ngày hỏi lại"))


def show(
    request: HttpRequest,
    pk: int,
    answer: AnswerForm | None = None,
    outcome: OutcomeForm | None = None,
    forward: ForwardForm | None = None,
    satisfaction: SatisfactionForm | None = None,
) -> HttpResponse:
    """One opinion, to whom it went, what was answered, what became of it, and the next step."""
    actor = request.actor
    _must_read(actor)
    related = CitizenOpinion.objects.visible_to(actor).select_related("forum", "unit", "forwarded_to")
    opinion = get_object_or_404(related, pk=pk)
    received_it = actor.reaches(opinion.unit)
    may_edit = actor.may("outreach.edit") and opinion.withdrawn_on is None
    steps = rules.OPINION_STEPS.verbs_from(opinion.status) if may_edit else []
    context = {
        "opinion": opinion,
        "unit_name": organisation.name_of(opinion.unit, actor.on),
        "answer_form": (answer or AnswerForm(prefix="a", initial={"on": actor.on}))
        if "answer" in steps
        else None,
        "outcome_form": (outcome or OutcomeForm(prefix="o", initial={"on": actor.on}))
        if "resolve" in steps
        else None,
        "forward_form": (forward or ForwardForm(actor, prefix="f", initial={"on": actor.on}))
        if "forward" in steps and received_it and actor.unit
        else None,
        "satisfaction_form": (
            satisfaction or SatisfactionForm(prefix="s", initial=_asked_before(opinion, actor))
        )
        if may_edit and opinion.status != CitizenOpinion.Status.RECEIVED
        else None,
        "receiver": opinion.forwarded_to_body
        or (organisation.name_of(opinion.forwarded_to, actor.on) if opinion.forwarded_to else ""),
        "is_overdue": opinion.due_on is not None
        and opinion.status == CitizenOpinion.Status.RECEIVED
        and opinion.due_on < actor.on,
        "may_edit": may_edit and received_it,
        "may_see_name": reads(actor, "outreach.given_by", PAGE)
        and actor.in_own_unit(CitizenOpinion.objects.filter(pk=pk)).exists(),
        "events": _acts_on(opinion),
    }
    return render(request, "outreach/opinion.html", context)


def _asked_before(opinion: CitizenOpinion, actor: Actor) -> dict[str, Any]:
    """What was recorded of people's satisfaction before: a slip is set right in the same form."""
    if not opinion.satisfaction:
        return {"on": actor.on}
    return {
        "satisfaction": opinion.satisfaction,
        "how": opinion.satisfaction_by,
        "on": opinion.satisfaction_on,
    }


def _acts_on(opinion: CitizenOpinion) -> list[Event]:
    events = list(Event.objects.about(opinion))
    for event in events:
        event.words = ACTS.get(event.verb) or said(event.verb)
    return events


@posts_only
def forward(request: HttpRequest, pk: int) -> HttpResponse:
    """Pass it on; the page comes back with the mistakes marked."""
    actor = request.actor
    opinion = get_object_or_404(CitizenOpinion.objects.visible_to(actor).select_related("unit"), pk=pk)
    form = ForwardForm(actor, request.POST, prefix="f")
    if carry_out(form, lambda **_t: actions.forward_opinion(opinion, by=actor, **form.receiver())):
        return redirect_with(request, opinion, _("Đã chuyển ý kiến."))
    return show(request, pk, forward=form)


@posts_only
def satisfaction(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what people said of the answer; the page comes back with the mistakes marked."""
    opinion = get_object_or_404(CitizenOpinion.objects.visible_to(request.actor), pk=pk)
    form = SatisfactionForm(request.POST, prefix="s")
    if carry_out(form, lambda **typed: actions.record_satisfaction(opinion, by=request.actor, **typed)):
        return redirect_with(request, opinion, _("Đã ghi mức hài lòng."))
    return show(request, pk, satisfaction=form)


@posts_only
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what was answered; the page comes back with the mistakes marked."""
    opinion = get_object_or_404(CitizenOpinion.objects.visible_to(request.actor), pk=pk)
    form = AnswerForm(request.POST, prefix="a")
    if carry_out(form, lambda **typed: actions.answer_opinion(opinion, by=request.actor, **typed)):
        return redirect_with(request, opinion, _("Đã ghi trả lời."))
    return show(request, pk, answer=form)


@posts_only
def resolve(request: HttpRequest, pk: int) -> HttpResponse:
    """Record how the matter was settled; the page comes back with the mistakes marked."""
    opinion = get_object_or_404(CitizenOpinion.objects.visible_to(request.actor), pk=pk)
    form = OutcomeForm(request.POST, prefix="o")
    if carry_out(form, lambda **typed: actions.resolve_opinion(opinion, by=request.actor, **typed)):
        return redirect_with(request, opinion, _("Đã ghi kết quả giải quyết."))
    return show(request, pk, outcome=form)
