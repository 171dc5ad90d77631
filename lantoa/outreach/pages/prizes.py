"""Rounds of prizes, the works sent to them, the prizes they were given."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import read_date
from lantoa.foundation.fields import DayField, Lasting, TextField, carry_out
from lantoa.foundation.filters import asked_key, asked_period, choices_of, chosen, period_choices
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.sheets import wants_workbook
from lantoa.organisation.queries import with_unit_names
from lantoa.outreach import actions, queries
from lantoa.outreach.exchange import PRIZE_WORKS
from lantoa.outreach.models import USUAL_FIELDS, Prize, PrizeWork
from lantoa.people.actors import Actor
from lantoa.people.fields import OfUnitForm


def works(request: HttpRequest) -> HttpResponse:
    """Works and promoters, by round; the rounds that one may send to stand beside."""
    actor, period = request.actor, asked_period(request)
    prizes = list(Prize.objects.visible_to(actor))
    found = queries.in_period(PrizeWork.objects.visible_to(actor), "sent_on", period)
    prize = chosen(request, "giai", [str(one.pk) for one in prizes])
    part = chosen(request, "tham-gia", PrizeWork.Part.values)
    won = chosen(request, "dat-giai", ["co"])
    asked = {"prize": prize, "part": part}
    found = found.filter(**{name: value for name, value in asked.items() if value})
    found = found.won() if won else found
    if wants_workbook(request):
        return PRIZE_WORKS.answer(found.order_by("-sent_on", "-pk"), by=actor)
    page = paginate(request, found.select_related("prize").order_by("-sent_on", "-pk"))
    context = {
        "page": page,
        "rows": with_unit_names(page, actor.on),
        "totals": queries.prize_totals(found),
        "prizes": [(one, str(one.pk) == prize) for one in prizes],
        "parts": choices_of(PrizeWork.Part, part),
        "won": won,
        "awards": PrizeWork.Award.choices,
        "periods": period_choices(request, actor.on),
        "asks": bool(period or prize or part or won),
        "may_edit": actor.may("outreach.edit"),
        "today": actor.on,
    }
    return render(request, "outreach/prize_works.html", context)


class PrizeForm(Lasting, OfUnitForm):
    """One round of a prize, and in which fields works may be sent."""

    name = TextField(
        label=gettext_lazy("Tên giải"),
        max_length=250,
        help_text=gettext_lazy("Ví dụ: Giải sáng tác, quảng bá tác phẩm về Chủ tịch Hồ Chí Minh."),
    )
    round = TextField(
        label=gettext_lazy("Đợt"),
        max_length=100,
        help_text=gettext_lazy("Ví dụ: đợt 2 (2021–2025), năm 2026."),
    )
    level = forms.ChoiceField(
        label=gettext_lazy("Cấp"), choices=Prize.Level.choices, widget=forms.RadioSelect
    )
    fields_of_it = TextField(
        label=gettext_lazy("Các lĩnh vực, mỗi dòng một lĩnh vực"), rows=5, max_length=1000
    )
    starts = DayField(label=gettext_lazy("Nhận tác phẩm từ ngày"))
    last_day = DayField(
        label=gettext_lazy("Đến hết ngày"),
        required=False,
        help_text=gettext_lazy("Để trống khi chưa định ngày."),
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        typed["fields"] = typed.pop("fields_of_it", "")
        return typed


def new_prize(request: HttpRequest) -> HttpResponse:
    """Write down a round of a prize."""
    actor = request.actor
    form = PrizeForm(actor, request.POST or None, initial={"starts": actor.on, "fields_of_it": USUAL_FIELDS})
    if request.method == "POST":
        prize = carry_out(form, lambda **typed: actions.open_prize(by=actor, **typed))
        if prize:
            return redirect_with(request, prize, _("Đã ghi đợt giải “%(name)s”.") % {"name": prize})
    return render(request, "outreach/prize_new.html", {"form": form})


class PrizeWorkForm(OfUnitForm):
    """A work, or who promoted works."""

    part = forms.ChoiceField(
        label=gettext_lazy("Tham gia"), choices=PrizeWork.Part.choices, widget=forms.RadioSelect
    )
    title = TextField(label=gettext_lazy("Tên tác phẩm, việc quảng bá"), max_length=300)
    field = TextField(
        label=gettext_lazy("Lĩnh vực"),
        max_length=100,
        help_text=gettext_lazy("Một trong các lĩnh vực của đợt giải, ví dụ: Báo chí."),
    )
    author_kind = forms.ChoiceField(
        label=gettext_lazy("Tác giả là"), choices=PrizeWork.AuthorKind.choices, widget=forms.RadioSelect
    )
    author = TextField(label=gettext_lazy("Tác giả, nhóm tác giả"), max_length=200)
    sent_on = DayField(label=gettext_lazy("Gửi dự giải ngày"))
    award = forms.ChoiceField(
        label=gettext_lazy("Giải"),
        choices=[("", gettext_lazy("chưa có giải")), *PrizeWork.Award.choices],
        required=False,
    )
    awarded_on = DayField(label=gettext_lazy("Trao giải ngày"), required=False)

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(actor, *args, **kwargs)
        self.fields["prize"] = forms.ModelChoiceField(
            Prize.objects.visible_to(actor),
            label=_("Đợt giải"),
            empty_label=None,
            error_messages={
                "required": _("Chọn đợt giải; chưa có thì ghi đợt giải trước."),
                "invalid_choice": _("Chọn một đợt giải trong danh sách."),
            },
        )
        self.order_fields(["prize", "unit"])


def new_work(request: HttpRequest) -> HttpResponse:
    """Record a work sent to a round."""
    actor = request.actor
    initial = {
        "prize": asked_key(request.GET.get("giai")),
        "part": PrizeWork.Part.WORK,
        "author_kind": PrizeWork.AuthorKind.INDIVIDUAL,
        "sent_on": actor.on,
    }
    form = PrizeWorkForm(actor, request.POST or None, initial=initial)
    if request.method == "POST" and (work := carry_out(form, lambda **typed: _send(actor, **typed))):
        return redirect_with(request, work.prize, _("Đã ghi “%(title)s”.") % {"title": work})
    has_prize = form.fields["prize"].queryset.exists()
    return render(request, "outreach/prize_work_new.html", {"form": form, "has_prize": has_prize})


def _send(actor: Actor, *, prize: Prize, **typed: Any) -> PrizeWork:
    return actions.send_work(prize, by=actor, **typed)


@posts_only
def award(request: HttpRequest, pk: int) -> HttpResponse:
    """The prize that a work was given, on the day typed."""
    work = get_object_or_404(PrizeWork.objects.visible_to(request.actor).select_related("unit"), pk=pk)
    on = read_date(request.POST.get("on", ""), "on")
    actions.award_prize(work, award=request.POST.get("award", ""), on=on, by=request.actor)
    return redirect_with(request, "outreach:prize_works", _("Đã ghi giải."))
