"""The book of complaints. Lists show number, kind, status and result; the paper itself opens where it is handled."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import DayField, NumberField, PlainForm, TextField, carry_out
from lantoa.foundation.filters import asked_key, asked_period, choices_of, chosen, period_choices
from lantoa.foundation.models import Event
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.rights import PAGE, reads
from lantoa.foundation.sheets import wants_workbook
from lantoa.foundation.trail import told
from lantoa.organisation import queries as organisation
from lantoa.organisation.queries import with_unit_names
from lantoa.outreach import actions, queries, rules
from lantoa.outreach.actions.complaining import OPENED
from lantoa.outreach.exchange import COMPLAINTS
from lantoa.outreach.models import CitizenComplaint, CitizenOpinion, Forum
from lantoa.outreach.pages.forwarding import ForwardForm, working_days
from lantoa.people import queries as people
from lantoa.people.actors import Actor
from lantoa.people.addresses import asked_unit

MOST_FORUMS = 100
WAITING = "cho"


def index(request: HttpRequest) -> HttpResponse:
    """The complaints of the units in reach, the newest first; whose they are is on no list."""
    actor, period = request.actor, asked_period(request)
    found = queries.in_period(CitizenComplaint.objects.visible_to(actor), "received_on", period)
    unit = asked_unit(request) if request.GET.get("don-vi") else None
    if unit:
        found = found.to_be_settled_under(unit, actor.on)
    kind = chosen(request, "loai", CitizenComplaint.Kind.values)
    status = chosen(request, "giai-doan", [WAITING, *CitizenComplaint.Status.values])
    is_late = request.GET.get("han") == "qua"
    found = _filtered(found, kind, status)
    if is_late:
        found = found.overdue(actor.on)
    handled = CitizenComplaint.objects.handled_by(actor)
    if wants_workbook(request):
        return COMPLAINTS.answer(found.filter(pk__in=handled.values("pk")), by=actor)
    columns = found.defer("text", "complainant", "contact", "outcome")
    page = paginate(request, columns.order_by("-received_on", "-pk"))
    context = {
        "page": page,
        "rows": _for_reading(with_unit_names(page, actor.on), handled, actor),
        "totals": queries.complaint_totals(found, actor.on),
        "kinds": choices_of(CitizenComplaint.Kind, kind),
        "stages": [
            (WAITING, _("chưa kết thúc"), status == WAITING),
            *choices_of(CitizenComplaint.Status, status),
        ],
        "periods": period_choices(request, actor.on),
        "asks": bool(period or kind or status or is_late or unit),
        "unit": unit,
        "asked_unit_name": actor.name_of(unit) if unit else "",
        "is_late": is_late,
        "today": actor.on,
        "may_edit": actor.unit is not None,
        "may_hold": actor.may("outreach.edit"),
    }
    return render(request, "outreach/complaints.html", context)


def _filtered(found: Any, kind: str, status: str) -> Any:
    if kind:
        found = found.filter(kind=kind)
    if status == WAITING:
        return found.open()
    return found.filter(status=status) if status else found


def _for_reading(rows: list[Any], handled: Any, actor: Actor) -> list[Any]:
    """Each row says whether this reader may open it, and whether its day has passed."""
    ours = set(handled.filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True))
    for row in rows:
        row.is_ours, row.is_late = row.pk in ours, row.is_overdue(actor.on)
    return rows


class ComplaintForm(PlainForm):
    """One paper, as it is entered in the book of the actor's own unit."""

    number = TextField(
        label=gettext_lazy("Số vào sổ"), max_length=40, help_text=gettext_lazy("Ví dụ: 05, 05/2026.")
    )
    received_on = DayField(label=gettext_lazy("Ngày tiếp nhận"))
    kind = forms.ChoiceField(
        label=gettext_lazy("Loại đơn"), choices=CitizenComplaint.Kind.choices, widget=forms.RadioSelect
    )
    channel = forms.ChoiceField(
        label=gettext_lazy("Kênh"), choices=CitizenOpinion.Channel.choices, widget=forms.RadioSelect
    )
    field = forms.ChoiceField(label=gettext_lazy("Lĩnh vực"), choices=CitizenOpinion.Field.choices)
    text = TextField(label=gettext_lazy("Nội dung đơn"), rows=5, max_length=2000)
    people = NumberField(label=gettext_lazy("Số người đứng đơn"), whole=True, least=1, most=100_000)
    complainant = TextField(
        label=gettext_lazy("Người đứng đơn"),
        required=False,
        max_length=200,
        help_text=gettext_lazy(
            "Chỉ người giải quyết đơn ở đơn vị này đọc được; không vào danh sách, không xuất ra."
        ),
    )
    contact = TextField(label=gettext_lazy("Nơi ở, liên hệ"), required=False, max_length=200)
    working_days = working_days(gettext_lazy("Xử lý trong bao nhiêu ngày làm việc"))

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ours = actor.in_own_unit(Forum.objects.all()).standing().receptions().order_by("-held_on", "-pk")
        self.fields["forum"] = forms.ModelChoiceField(
            Forum.objects.filter(pk__in=[one.pk for one in ours[:MOST_FORUMS]]).order_by("-held_on", "-pk"),
            label=_("Nhận tại buổi tiếp dân"),
            required=False,
            empty_label=_("Không qua buổi tiếp dân"),
            error_messages={"invalid_choice": _("Chọn một buổi tiếp dân trong danh sách.")},
        )


def new_complaint(request: HttpRequest) -> HttpResponse:
    """Enter one in the book."""
    actor = request.actor
    initial = {
        "received_on": actor.on,
        "channel": CitizenOpinion.Channel.LETTER,
        "field": CitizenOpinion.Field.OTHER,
        "people": 1,
        "forum": asked_key(request.GET.get("hoi-nghi")),
    }
    form = ComplaintForm(actor, request.POST or None, initial=initial)
    if request.method == "POST":
        one = carry_out(form, lambda **typed: actions.enter_complaint(unit=actor.unit, by=actor, **typed))
        if one:
            return redirect_with(request, one, _("Đã vào sổ đơn số %(number)s.") % {"number": one.number})
    return render(request, "outreach/complaint_new.html", {"form": form})


class AcceptForm(PlainForm):
    """It is taken up, and by when it is to be settled."""

    on = DayField(label=gettext_lazy("Ngày thụ lý"))
    working_days = working_days(gettext_lazy("Giải quyết trong bao nhiêu ngày làm việc"))


class EndingForm(PlainForm):
    """How it ended."""

    ending = forms.ChoiceField(label=gettext_lazy("Kết thúc"), widget=forms.RadioSelect)
    result = forms.ChoiceField(
        label=gettext_lazy("Kết luận"),
        choices=[("", gettext_lazy("không áp dụng")), *CitizenComplaint.Result.choices],
        required=False,
        help_text=gettext_lazy("Cần chọn khi đã giải quyết khiếu nại, tố cáo."),
    )
    outcome = TextField(
        label=gettext_lazy("Kết quả, lý do"),
        rows=4,
        max_length=4000,
        required=False,
        help_text=gettext_lazy("Đã làm gì, trả lời ra sao; hoặc vì sao không thụ lý."),
    )
    on = DayField(label=gettext_lazy("Ngày"))

    def __init__(self, one: CitizenComplaint, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ending"].choices = [
            (status, label)
            for status, label in CitizenComplaint.Status.choices
            if status in rules.ENDINGS and rules.COMPLAINT_STEPS.may(rules.ENDINGS[status], one.status)
        ]


def _handled(request: HttpRequest, pk: int) -> CitizenComplaint:
    """The complaint, for who handles it; for anybody else it is not there."""
    found = CitizenComplaint.objects.handled_by(request.actor)
    return get_object_or_404(found.select_related("unit", "forwarded_to", "forum"), pk=pk)


def show(
    request: HttpRequest,
    pk: int,
    accept: AcceptForm | None = None,
    forward: ForwardForm | None = None,
    ending: EndingForm | None = None,
) -> HttpResponse:
    """One complaint with everything done to it, and who has read it."""
    actor, one = request.actor, _handled(request, pk)
    actions.note_opening(one, by=actor)
    steps = rules.COMPLAINT_STEPS.verbs_from(one.status) if one.withdrawn_on is None else []
    today = {"on": actor.on}
    acts = Event.objects.about(one).exclude(verb=OPENED)
    context = {
        "one": one,
        "unit_name": organisation.name_of(one.unit, actor.on),
        "receiver": one.forwarded_to_body
        or (organisation.name_of(one.forwarded_to, actor.on) if one.forwarded_to else ""),
        "accept_form": (accept or AcceptForm(prefix="a", initial=today)) if "accept" in steps else None,
        "forward_form": (forward or ForwardForm(actor, prefix="f", initial=today))
        if "forward" in steps and actor.unit
        else None,
        "ending_form": (ending or EndingForm(one, prefix="k", initial=today)) if steps else None,
        "is_late": one.is_overdue(actor.on),
        "may_strike": one.withdrawn_on is None and actor.may("outreach.edit") and actor.reaches(one.unit),
        "may_open_forum": actor.may("outreach.view") and actor.reaches(one.unit),
        "may_see_name": reads(actor, "outreach.complainant", PAGE),
        "trail": told(acts, {}),
        "readers": people.readers_of(one, OPENED),
    }
    return render(request, "outreach/complaint.html", context)


@posts_only
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it up; the page comes back with the mistakes marked."""
    one, form = _handled(request, pk), AcceptForm(request.POST, prefix="a")
    if carry_out(form, lambda **typed: actions.accept_complaint(one, by=request.actor, **typed)):
        return redirect_with(request, one, _("Đã ghi thụ lý."))
    return show(request, pk, accept=form)


@posts_only
def forward(request: HttpRequest, pk: int) -> HttpResponse:
    """Pass it on to who has to settle it; the page comes back with the mistakes marked."""
    one, form = _handled(request, pk), ForwardForm(request.actor, request.POST, prefix="f")
    if carry_out(form, lambda **_t: actions.forward_complaint(one, by=request.actor, **form.receiver())):
        return redirect_with(request, _still_here(request, one), _("Đã chuyển đơn."))
    return show(request, pk, forward=form)


def _still_here(request: HttpRequest, one: CitizenComplaint) -> CitizenComplaint | str:
    """Its page; the book for a unit that had it forwarded and passed it on, and so reads it no more."""
    handled = CitizenComplaint.objects.handled_by(request.actor).filter(pk=one.pk)
    return one if handled.exists() else "outreach:complaints"


@posts_only
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down how it ended; the page comes back with the mistakes marked."""
    one = _handled(request, pk)
    form = EndingForm(one, request.POST, prefix="k")
    if carry_out(form, lambda **typed: actions.settle_complaint(one, by=request.actor, **typed)):
        return redirect_with(request, one, _("Đã ghi kết quả của đơn."))
    return show(request, pk, ending=form)
