"""Writing down for a member of one's cell who has no phone; confirming it later, or taking it back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import DayField, FileField, PlainForm, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.people.models import Person
from lantoa.people.queries import known_as
from lantoa.registrations import actions, queries, rules
from lantoa.registrations.models import Confirmation, Registration, SlipRequest


def choose(request: HttpRequest) -> HttpResponse:
    """For whom: the people of one's cell who have sent nothing for the year."""
    asked = request.GET.get("nam", "")
    years = queries.calendar_in(request.actor.unit, request.actor).years
    year = next((one for one in years if str(one) == asked), years[0])
    people = list(queries.neighbours_without(request.actor, year))
    names = known_as([row.person for row in people], by=request.actor)
    for row in people:
        row.known_as = names[row.person_id]
    context = {"people": people, "year": year, "other_years": [one for one in years if one != year]}
    return render(request, "registrations/behalf.html", context)


# Sending


@posts_only
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a collective's paper, or what was typed for a person; the latter stays marked until she confirms it."""
    one = get_object_or_404(Registration.objects.visible_to(request.actor), pk=pk)
    actions.submit(one, by=request.actor)
    said = _("Đã gửi bản ghi hộ, mã %(code)s. Bản này được đánh dấu chưa xác nhận.")
    if one.subject == Registration.Subject.COLLECTIVE:
        said = _("Đã gửi bản đăng ký của tập thể đến cấp trên, mã %(code)s.")
    said %= {"code": one.code}
    return redirect_with(request, "registrations:show", said, one.pk)


# Confirming


class ConfirmForm(PlainForm):
    """How its owner said that it is hers."""

    how = forms.ChoiceField(
        label=gettext_lazy("Người được ghi hộ đã xác nhận bằng cách nào?"),
        choices=[
            (Confirmation.MEETING, gettext_lazy("Nghe đọc lại và xác nhận tại buổi sinh hoạt")),
            (Confirmation.SIGNATURE, gettext_lazy("Ký trên bản giấy, có ảnh đính kèm")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Chọn cách xác nhận.")},
    )
    on = DayField(
        label=gettext_lazy("Ngày xác nhận"),
        help_text=gettext_lazy("Ngày họp, hoặc ngày ký."),
        error_messages={"required": gettext_lazy("Nhập ngày xác nhận, ví dụ 16/11/2026.")},
    )
    witness = forms.ModelChoiceField(
        Person.objects.none(), label=gettext_lazy("Người chứng kiến thứ nhất"), required=False
    )
    second_witness = forms.ModelChoiceField(
        Person.objects.none(),
        label=gettext_lazy("Người chứng kiến thứ hai"),
        required=False,
        help_text=gettext_lazy(
            "Cần khi xác nhận tại buổi sinh hoạt. Hai người được báo và nói lại được nếu không chứng kiến."
        ),
    )
    paper = FileField(
        label=gettext_lazy("Ảnh hoặc tệp quét bản có chữ ký"),
        required=False,
        help_text=gettext_lazy("Chỉ cần khi xác nhận bằng chữ ký."),
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["witness"].queryset = self.fields["second_witness"].queryset = people

    def said(self) -> dict[str, Any]:
        """What the action is told."""
        said = dict(self.cleaned_data)
        named = (said.pop("witness"), said.pop("second_witness"))
        return {**said, "witnesses": [one for one in named if one]}


def slip_of(one: Registration, actor: Any) -> dict[str, Any]:
    """Whether the actor prints the slip with the code, or asks somebody else to."""
    asks = queries.records_for(one, actor) and not queries.may_print_slip(one, actor)
    asked = SlipRequest.objects.filter(registration=one).first()
    return {"prints_slip": queries.may_print_slip(one, actor), "asks_for_slip": asks, "slip_asked": asked}


@posts_only
def vouch(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody named as a witness says that she was none."""
    agreement = get_object_or_404(queries.to_vouch_for(request.actor), pk=pk)
    actions.deny_witness(agreement, by=request.actor)
    said = _("Đã ghi: đồng chí không chứng kiến. Bản này phải xác nhận lại.")
    return redirect_with(request, "registrations:witnessed", said)


def witnessed(request: HttpRequest) -> HttpResponse:
    """For whose word the actor is named as a witness."""
    context = {"agreements": queries.to_vouch_for(request.actor)}
    return render(request, "registrations/witnessed.html", context)


def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The owner presses one button; whoever looks after the paper says when and how she confirmed it."""
    one = get_object_or_404(Registration.objects.visible_to(request.actor).for_lists(), pk=pk)
    is_own = queries.is_own(one, request.actor)
    rules.must_own(is_own or queries.records_for(one, request.actor))
    rules.must_await_confirmation(one.awaits_confirmation)
    people = queries.possible_witnesses(one, request.actor)
    sent = request.POST if request.method == "POST" else None
    form: Any = PlainForm(sent)  # her own word needs one button and no box
    if not is_own:
        form = ConfirmForm(sent, request.FILES or None, people=people)

    def act(**_typed: Any) -> Any:
        return actions.confirm(one, by=request.actor, **({} if is_own else form.said()))

    if carry_out(form, act):
        return redirect_with(request, "registrations:show", _("Đã xác nhận bản đăng ký."), one.pk)
    context = {"one": one, "is_own": is_own, "form": form, **slip_of(one, request.actor)}
    return render(request, "registrations/confirm.html", context)


@posts_only
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Its owner takes it back."""
    one = get_object_or_404(Registration.objects.visible_to(request.actor), pk=pk)
    actions.withdraw(one, by=request.actor, note=request.POST.get("note", ""))
    said = _("Đã rút bản ghi hộ. Bản này không còn được tính; đồng chí có thể tự viết bản của mình.")
    if one.is_household:
        return redirect_with(request, one, _("Đã rút bản ghi hộ. Bản này không còn được tính."))
    return redirect_with(request, "registrations:mine", said)
