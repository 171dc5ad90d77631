"""Confirming with a code: whoever looks after a paper gets one, its owner types it at an open door."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from lantoa.foundation import clock
from lantoa.foundation.addresses import absolute, posts_only
from lantoa.foundation.fields import PlainForm, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.people import sign_in
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.registrations import actions, printing, queries
from lantoa.registrations.models import ConfirmationCode, Progress, Registration

DOOR = "ma-xac-nhan"  # under which wrong codes are counted
# What this machine has opened, the owner's PIN that was given for it (None before she set one), and how it ended.
OPENED, OPENED_BY, FINISHED = "confirming", "confirming_pin", "confirmed"


@posts_only
@never_cache
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """A code to hand over, shown this once."""
    one = get_object_or_404(Registration.objects.visible_to(request.actor).for_lists(), pk=pk)
    code, given = actions.give_code(one, by=request.actor)
    context = {
        "one": one,
        "code": code,
        "given": given,
        "address": absolute(request, reverse("registrations:by_code")),
        "texts": printing.texts_of(one) if one.is_on_behalf and not one.confirmed_on else [],
        "has_pin": queries.pin_of(one.person) is not None,
    }
    return render(request, "registrations/code.html", context)


@posts_only
def forget_pin(request: HttpRequest, pk: int) -> HttpResponse:
    """The owner has forgotten the PIN that she set."""
    one = get_object_or_404(Registration.objects.visible_to(request.actor).for_lists(), pk=pk)
    actions.forget_pin(one, by=request.actor)
    said = _(
        "Đã bỏ số PIN cũ. Phiếu vẫn dùng được: nhập mã và năm sinh hoặc 4 số cuối điện thoại, rồi đặt PIN mới."
    )
    return redirect_with(request, one, said)


@posts_only
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever typed it asks somebody else to hand over a code."""
    one = get_object_or_404(Registration.objects.visible_to(request.actor).for_lists(), pk=pk)
    actions.ask_for_slip(one, by=request.actor)
    return redirect_with(
        request, one, _("Đã nhờ. Cấp ủy hoặc phó bí thư thấy việc này ở trang Việc cần làm.")
    )


def slips(request: HttpRequest) -> HttpResponse:
    """Papers whose owners are to be handed a code by the actor."""
    return render(request, "registrations/slips.html", {"papers": queries.slips_to_print(request.actor)})


class CodeForm(PlainForm):
    """The code, and something only its owner is likely to know. No word about which of the two is wrong."""

    code = forms.CharField(
        label=gettext_lazy("Mã xác nhận"),
        max_length=20,
        help_text=gettext_lazy("8 chữ và số in trên phiếu, viết hoa hay viết thường đều được."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        error_messages={"required": gettext_lazy("Nhập mã in trên phiếu.")},
    )
    answer = forms.CharField(
        label=gettext_lazy("Số PIN tự đặt; lần đầu thì năm sinh hoặc 4 số cuối điện thoại"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("Phiếu chỉ ghi “Nhập mã này” thì để trống."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )


class PinForm(PlainForm):
    """Set with the first code, for all that come."""

    pin = forms.CharField(
        label=gettext_lazy("Tự đặt số PIN, 6 chữ số"),
        max_length=20,
        help_text=gettext_lazy("Lần sau hỏi số này thay năm sinh. Không nói cho ai, kể cả người ghi hộ."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        error_messages={
            "required": gettext_lazy("Tự đặt số PIN gồm đúng 6 chữ số, ghi nhớ để dùng lần sau.")
        },
    )

    def __init__(self, owner: Person | None, *args: Any) -> None:
        """A household, and who has one already, sets none."""
        super().__init__(*args)
        if owner is None or queries.pin_of(owner):
            del self.fields["pin"]


@never_cache
def enter(request: HttpRequest) -> HttpResponse:
    """The open door: a code, and the owner's PIN; with the first one her year of birth or the end of her telephone.

    Not where somebody is signed in: who typed the words must not be able to say yes to them at her own machine.
    """
    if request.actor.is_signed_in:
        return render(request, "registrations/by_code.html", {"signed_in": True})
    if sign_in.is_shut(request, DOOR):
        return sign_in.too_many_tries(request)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = _tried(form.cleaned_data["code"], form.cleaned_data["answer"])
        if code:
            request.session.cycle_key()
            request.session[OPENED] = code.pk
            request.session[OPENED_BY] = _pin_of(code)
            return redirect("registrations:by_code_read")
        sign_in.note_wrong_try(request, DOOR)
        form.add_error(
            None,
            _(
                "Mã hoặc thông tin kèm theo chưa đúng, hoặc mã đã hết hạn. Kiểm tra lại, hoặc xin mã mới từ chi bộ."
            ),
        )
    return render(request, "registrations/by_code.html", {"form": form})


def _tried(typed: str, answer: str) -> ConfirmationCode | None:
    """The code, when both answers are right."""
    code = queries.code_of(typed, clock.now())
    if code is None or not queries.knows_the_owner(code.registration, answer):
        if code:
            actions.note_wrong_answer(code)
        return None
    return code


def _pin_of(code: ConfirmationCode) -> int | None:
    pin = queries.pin_of(code.registration.person)
    return pin.pk if pin else None


def _opened(request: HttpRequest) -> tuple[ConfirmationCode, Actor] | None:
    """What this machine has opened with a code that still works, and its owner speaking through it.

    None, too, when she has set a PIN since the door was opened without it: it is asked there.
    """
    if request.actor.is_signed_in:
        return None
    live = ConfirmationCode.objects.live(clock.now()).filter(pk=request.session.get(OPENED))
    code = live.select_related("registration__person", "registration__unit").first()
    if code is None or _pin_of(code) not in (None, request.session.get(OPENED_BY)):
        return None
    return code, queries.bearer_of(code, request.actor.on, request.actor.request_id)


@never_cache
def read(request: HttpRequest) -> HttpResponse:
    """Exactly what is said in the owner's name, and two buttons."""
    opened = _opened(request)
    if opened is None:
        return redirect("registrations:by_code")
    return _to_read(request, opened[0], PinForm(opened[1].person))


def _to_read(request: HttpRequest, code: ConfirmationCode, form: PinForm) -> HttpResponse:
    one = Registration.objects.for_lists().get(pk=code.registration_id)
    if not one.awaits_confirmation:
        return redirect("registrations:by_code")
    whole = one.is_on_behalf and one.confirmed_on is None
    context = {
        "one": one,
        "whole": whole,
        "lines": queries.typed_lines(one),
        "texts": printing.texts_of(one) if whole else [],
        "imprint": queries.imprint_of(one),
        "form": form,
    }
    return render(request, "registrations/by_code_read.html", context)


def _finished(request: HttpRequest, how: str, one: Registration) -> HttpResponseRedirect:
    """The code is spent: this machine forgets what it had opened."""
    request.session.pop(OPENED, None)
    request.session.pop(OPENED_BY, None)
    request.session[FINISHED] = {"how": how, "paper": str(one), "code": one.code}
    sign_in.forget_wrong_tries(request, DOOR)
    return redirect("registrations:by_code_done")


@posts_only
def confirm(request: HttpRequest) -> HttpResponse:
    """It is hers."""
    opened = _opened(request)
    if opened is None:
        return redirect("registrations:by_code")
    (code, owner), read = opened, request.POST.get("imprint", "")
    form = PinForm(owner.person, request.POST)
    one = carry_out(form, lambda pin="": actions.confirm_by_code(code, read, by=owner, pin=pin.strip()))
    return _finished(request, "confirmed", one) if one else _to_read(request, code, form)


@posts_only
def disown(request: HttpRequest) -> HttpResponse:
    """It is not hers: the whole paper goes."""
    opened = _opened(request)
    if opened is None:
        return redirect("registrations:by_code")
    code, owner = opened
    return _finished(request, "disowned", actions.disown_by_code(code, by=owner))


@posts_only
def drop_line(request: HttpRequest, pk: int) -> HttpResponse:
    """One line is not hers; the rest stays to be read."""
    opened = _opened(request)
    if opened is None:
        return redirect("registrations:by_code")
    code, owner = opened
    line = get_object_or_404(Progress, pk=pk, task__registration=code.registration_id)
    actions.drop_line_by_code(code, line, by=owner)
    if _opened(request) is None:
        return _finished(request, "dropped", code.registration)
    return redirect("registrations:by_code_read")


@never_cache
def done(request: HttpRequest) -> HttpResponse:
    """What was done, to be read once more and then left."""
    finished: dict[str, Any] | None = request.session.get(FINISHED)
    if finished is None:
        return redirect("registrations:by_code")
    return render(request, "registrations/by_code_done.html", {"finished": finished})
