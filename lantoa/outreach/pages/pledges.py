"""Help that is promised again and again: who helps whom, how often, until when."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import read_date
from lantoa.foundation.fields import DayField, Lasting, MoneyField, TextField, carry_out
from lantoa.foundation.filters import choices_of, chosen
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.sheets import wants_workbook
from lantoa.organisation.queries import with_unit_names
from lantoa.outreach import actions, queries
from lantoa.outreach.exchange import PLEDGES
from lantoa.outreach.models import DonorKind, Pledge
from lantoa.outreach.pages.charity import with_the_person
from lantoa.people.fields import OfUnitForm

RUNNING, ENDED = "dang-giup", "da-dung"
STATES = ((RUNNING, gettext_lazy("đang giúp")), (ENDED, gettext_lazy("đã dừng")))


def index(request: HttpRequest) -> HttpResponse:
    """Those that go on first; what is promised is told apart from what was given."""
    actor = request.actor
    found = Pledge.objects.visible_to(actor)
    donor = chosen(request, "ben-ung-ho", DonorKind.values)
    state = chosen(request, "trang-thai", [RUNNING, ENDED])
    if donor:
        found = found.filter(donor_kind=donor)
    if state:
        found = found.standing().kept_on(actor.on) if state == RUNNING else found.filter(ends__lte=actor.on)
    if wants_workbook(request):
        return PLEDGES.answer(found.order_by("-starts", "-pk"), by=actor)
    page = paginate(request, found.select_related("person").order_by("-starts", "-pk"))
    context = {
        "page": page,
        "rows": with_unit_names(page, actor.on),
        "totals": queries.pledge_totals(found, actor.on),
        "donors": choices_of(DonorKind, donor),
        "states": [(code, words, code == state) for code, words in STATES],
        "asks": bool(donor or state),
        "may_edit": actor.may("outreach.edit"),
        "plain_member": not queries.may_read_opinions(actor),
        "today": actor.on,
    }
    return render(request, "outreach/pledges.html", context)


class PledgeForm(Lasting, OfUnitForm):
    """Who helps whom, with what, how often."""

    for_whom = TextField(
        label=gettext_lazy("Giúp ai, việc gì"),
        max_length=200,
        help_text=gettext_lazy("Ví dụ: một học sinh mồ côi lớp 9. Không cần ghi họ tên người được giúp."),
    )
    donor_kind = forms.ChoiceField(
        label=gettext_lazy("Bên giúp là"),
        choices=DonorKind.choices,
        widget=forms.RadioSelect,
        initial=DonorKind.COLLECTIVE,
        error_messages={"required": gettext_lazy("Chọn tập thể hoặc cá nhân.")},
    )
    donor_name = TextField(
        label=gettext_lazy("Họ tên người giúp, hoặc tên nhóm trong đơn vị"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Để trống khi chính đơn vị giúp."),
    )
    rhythm = forms.ChoiceField(
        label=gettext_lazy("Bao lâu một lần"), choices=Pledge.Rhythm.choices, widget=forms.RadioSelect
    )
    amount = MoneyField(
        label=gettext_lazy("Số tiền mỗi lần"),
        required=False,
        help_text=gettext_lazy("Ví dụ 500.000 hoặc 500k. Để trống khi không giúp bằng tiền."),
    )
    in_kind = TextField(
        label=gettext_lazy("Hiện vật, việc làm mỗi lần"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Ví dụ: 10 kg gạo, kèm học hai buổi tối."),
    )
    starts = DayField(label=gettext_lazy("Từ ngày"))
    last_day = DayField(
        label=gettext_lazy("Đến hết ngày"),
        required=False,
        help_text=gettext_lazy("Để trống khi chưa định ngày dừng."),
    )


def new_pledge(request: HttpRequest) -> HttpResponse:
    """Write down what is promised."""
    actor = request.actor
    initial = {"starts": actor.on, "rhythm": Pledge.Rhythm.MONTH}
    form = PledgeForm(actor, request.POST or None, initial=initial)
    if request.method == "POST":
        promised = carry_out(form, lambda **typed: actions.pledge(by=actor, **with_the_person(actor, typed)))
        if promised:
            said = _("Đã ghi việc nhận giúp đỡ: %(what)s.") % {"what": promised}
            return redirect_with(request, "outreach:pledges", said)
    return render(request, "outreach/pledge_new.html", {"form": form})


@posts_only
def end_pledge(request: HttpRequest, pk: int) -> HttpResponse:
    """It stops from the day typed."""
    promised = get_object_or_404(Pledge.objects.visible_to(request.actor), pk=pk)
    actions.end_pledge(promised, on=read_date(request.POST.get("on", ""), "on"), by=request.actor)
    return redirect_with(request, "outreach:pledges", _("Đã ghi ngày dừng giúp đỡ."))
