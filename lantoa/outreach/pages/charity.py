"""Campaigns, gifts and works."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import read_date
from lantoa.foundation.entry import sending
from lantoa.foundation.errors import Doubt
from lantoa.foundation.fields import DayField, Lasting, MoneyField, NumberField, TextField, carry_out
from lantoa.foundation.filters import asked_key, asked_period, choices_of, chosen, period_choices
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.sheets import wants_workbook
from lantoa.organisation.queries import with_unit_names
from lantoa.outreach import actions, queries
from lantoa.outreach.exchange import DONATIONS, WORKS
from lantoa.outreach.models import Campaign, Donation, DonorKind, Work
from lantoa.people.actors import Actor
from lantoa.people.fields import OfUnitForm, person_called


class CampaignChoice(forms.ModelChoiceField):
    """A campaign the actor may see; most recent first."""

    def __init__(self, actor: Actor, **kwargs: Any) -> None:
        super().__init__(Campaign.objects.visible_to(actor), **kwargs)
        self.error_messages["invalid_choice"] = _("Chọn một cuộc vận động trong danh sách.")


class CampaignForm(Lasting, OfUnitForm):
    """What is launched, and for how long."""

    name = TextField(label=gettext_lazy("Tên cuộc vận động"), max_length=250)
    starts = DayField(label=gettext_lazy("Từ ngày"))
    last_day = DayField(
        label=gettext_lazy("Đến hết ngày"),
        required=False,
        help_text=gettext_lazy("Để trống khi chưa định ngày kết thúc."),
    )


def new_campaign(request: HttpRequest) -> HttpResponse:
    """Launch a campaign in one's unit."""
    actor = request.actor
    form = CampaignForm(actor, request.POST or None, initial={"starts": actor.on})
    if request.method == "POST":
        campaign = carry_out(form, lambda **typed: actions.launch_campaign(by=actor, **typed))
        if campaign:
            return redirect_with(
                request, campaign, _("Đã mở cuộc vận động “%(name)s”.") % {"name": campaign.name}
            )
    return render(request, "outreach/campaign_new.html", {"form": form})


def donations(request: HttpRequest) -> HttpResponse:
    """The ledger: organisations and persons, money and things, each with its own total."""
    actor, period = request.actor, asked_period(request)
    gifts = queries.in_period(Donation.objects.visible_to(actor), "given_on", period)
    campaigns = list(Campaign.objects.visible_to(actor))
    campaign = chosen(request, "cuoc-van-dong", [str(one.pk) for one in campaigns])
    donor = chosen(request, "ben-ung-ho", DonorKind.values)
    if campaign:
        gifts = gifts.filter(campaign=campaign)
    if donor:
        gifts = gifts.filter(donor_kind=donor)
    if wants_workbook(request):
        return DONATIONS.answer(gifts, by=actor)
    page = paginate(request, gifts.select_related("campaign", "person").order_by("-given_on", "-pk"))
    context = {
        "page": page,
        "rows": with_unit_names(page, actor.on),
        "totals": queries.donation_totals(gifts),
        "campaigns": [(one, str(one.pk) == campaign) for one in campaigns],
        "donors": choices_of(DonorKind, donor),
        "periods": period_choices(request, actor.on),
        "asks": bool(period or campaign or donor),
        "one_campaign": bool(campaign),
        "may_edit": actor.may("outreach.edit"),
        "plain_member": not queries.may_read_opinions(actor),
    }
    return render(request, "outreach/donations.html", context)


class DonationForm(OfUnitForm):
    """One gift: who gave, money or things, when."""

    donor_kind = forms.ChoiceField(
        label=gettext_lazy("Người ủng hộ là"),
        choices=DonorKind.choices,
        widget=forms.RadioSelect,
        initial=DonorKind.COLLECTIVE,
        error_messages={"required": gettext_lazy("Chọn tập thể hoặc cá nhân.")},
    )
    donor_name = TextField(
        label=gettext_lazy("Họ tên người ủng hộ, hoặc tên nhóm trong đơn vị"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Để trống khi chính đơn vị ủng hộ."),
    )
    amount = MoneyField(
        label=gettext_lazy("Số tiền"),
        required=False,
        help_text=gettext_lazy("Ví dụ 5.000.000 hoặc 5 triệu. Để trống khi ủng hộ hiện vật."),
    )
    in_kind = TextField(
        label=gettext_lazy("Hiện vật"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Ví dụ: gạo, chăn ấm, ngày công. Không cộng vào tiền."),
    )
    quantity = NumberField(label=gettext_lazy("Số lượng hiện vật"), required=False, most=10**9, places=2)
    quantity_unit = TextField(
        label=gettext_lazy("Đơn vị tính"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("Ví dụ: kg, chiếc, công."),
    )
    value = MoneyField(
        label=gettext_lazy("Trị giá hiện vật"),
        required=False,
        least=1,
        help_text=gettext_lazy("Ghi khi biết rõ. Được nêu riêng, không cộng vào tiền."),
    )
    given_on = DayField(label=gettext_lazy("Ngày ủng hộ"))
    purpose = TextField(
        label=gettext_lazy("Ủng hộ việc gì"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Cần ghi khi không thuộc cuộc vận động nào. Ví dụ: áo ấm cho học sinh."),
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(actor, *args, **kwargs)
        self.fields["campaign"] = CampaignChoice(
            actor,
            label=_("Cuộc vận động"),
            required=False,
            empty_label=_("Không thuộc cuộc vận động nào"),
        )
        self.order_fields(["campaign", "unit"])


def new_donation(request: HttpRequest) -> HttpResponse:
    """Write one gift into the ledger."""
    actor = request.actor
    initial = {"given_on": actor.on, "campaign": asked_key(request.GET.get("cuoc-van-dong"))}
    form = DonationForm(actor, request.POST or None, initial=initial)
    if request.method == "POST" and (gift := carry_out(form, lambda **typed: _give(actor, **typed))):
        again = "again" in request.POST
        to = f"{request.path}?cuoc-van-dong={gift.campaign_id or ''}" if again else _ledger_of(gift)
        return redirect_with(request, to, _("Đã ghi khoản ủng hộ."))
    return render(request, "outreach/donation_new.html", {"form": form})


def _ledger_of(gift: Donation) -> str:
    return gift.campaign.get_absolute_url() if gift.campaign else reverse("outreach:donations")


def with_the_person(actor: Actor, typed: dict[str, Any]) -> dict[str, Any]:
    """A person whom the system knows is recorded as that person, others by the name alone."""
    if typed["donor_kind"] == DonorKind.INDIVIDUAL and typed["donor_name"]:
        person = person_called(typed["donor_name"], unit=typed["unit"], by=actor, field="donor_name")
        if person:
            return typed | {"person": person, "donor_name": ""}
    return typed


def _give(actor: Actor, **typed: Any) -> Donation:
    typed = with_the_person(actor, typed)
    _ask_about_an_equal_gift(typed)
    return actions.record_donation(typed.pop("campaign"), by=actor, **typed)


def _ask_about_an_equal_gift(typed: dict[str, Any]) -> None:
    """The same giver, day and sum may be a second gift, or one gift written down by two people. Doubt asks which."""
    names = (
        "campaign",
        "purpose",
        "unit",
        "person",
        "donor_name",
        "amount",
        "in_kind",
        "quantity",
        "given_on",
    )
    same = {name: typed[name] for name in names if typed.get(name) is not None}
    if not sending.is_sure() and Donation.objects.standing().filter(**same).exists():
        raise Doubt(
            _(
                "Đã có một khoản cùng người, cùng ngày, cùng mức. Nếu là khoản khác, đánh dấu vào ô rồi ghi lại."
            )
        )


def works(request: HttpRequest) -> HttpResponse:
    """Works handed over and works under way; new ones and repairs are told apart."""
    actor, period = request.actor, asked_period(request)
    found = Work.objects.visible_to(actor)
    if period:
        found = queries.in_period(found, "handed_over_on", period)
    kind = chosen(request, "loai", Work.Kind.values)
    if kind:
        found = found.filter(kind=kind)
    if wants_workbook(request):
        return WORKS.answer(found.order_by("-handed_over_on", "-pk"), by=actor)
    page = paginate(request, found.select_related("campaign").order_by("-handed_over_on", "-pk"))
    context = {
        "page": page,
        "rows": with_unit_names(page, actor.on),
        "totals": queries.work_totals(found),
        "kinds": choices_of(Work.Kind, kind),
        "periods": period_choices(request, actor.on),
        "asks": bool(period or kind),
        "may_edit": actor.may("outreach.edit"),
        "today": actor.on,
    }
    return render(request, "outreach/works.html", context)


class WorkForm(OfUnitForm):
    """One house, one road."""

    kind = forms.ChoiceField(label=gettext_lazy("Loại công trình"), choices=Work.Kind.choices)
    build = forms.ChoiceField(
        label=gettext_lazy("Hình thức"),
        choices=Work.Build.choices,
        widget=forms.RadioSelect,
        initial=Work.Build.NEW,
    )
    name = TextField(
        label=gettext_lazy("Tên công trình"),
        max_length=250,
        help_text=gettext_lazy("Ví dụ: Nhà đại đoàn kết thôn Nà Lùng."),
    )
    place = TextField(label=gettext_lazy("Nơi xây dựng"), required=False, max_length=250)
    cost = MoneyField(label=gettext_lazy("Kinh phí"), required=False)
    funded_by = TextField(label=gettext_lazy("Nguồn kinh phí"), required=False, max_length=250)
    handed_over_on = DayField(
        label=gettext_lazy("Ngày bàn giao"),
        required=False,
        help_text=gettext_lazy("Để trống khi đang làm; công trình chỉ được tính khi đã bàn giao."),
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(actor, *args, **kwargs)
        self.fields["campaign"] = CampaignChoice(
            actor,
            label=_("Thuộc cuộc vận động"),
            required=False,
            empty_label=_("Không thuộc cuộc vận động nào"),
        )


def new_work(request: HttpRequest) -> HttpResponse:
    """Record a work, handed over or under way."""
    actor = request.actor
    form = WorkForm(actor, request.POST or None)
    if request.method == "POST":
        work = carry_out(form, lambda **typed: actions.record_work(by=actor, **typed))
        if work:
            return redirect_with(
                request, "outreach:works", _("Đã ghi công trình “%(name)s”.") % {"name": work}
            )
    return render(request, "outreach/work_new.html", {"form": form})


@posts_only
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """The work is handed over on the day typed."""
    work = get_object_or_404(Work.objects.visible_to(request.actor), pk=pk)
    actions.hand_over(work, on=read_date(request.POST.get("on", ""), "on"), by=request.actor)
    return redirect_with(request, "outreach:works", _("Đã ghi bàn giao “%(name)s”.") % {"name": work})
