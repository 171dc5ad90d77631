"""The second key: asked for after the password, shown again before what gives rights away, turned on and off."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from lantoa.foundation import clock
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import Conflict
from lantoa.foundation.fields import PlainForm, carry_out
from lantoa.foundation.menu import HOME, way
from lantoa.foundation.pages import redirect_with
from lantoa.people import actions, codes, queries, sign_in
from lantoa.people.actors import Actor
from lantoa.people.middleware import is_asked_of
from lantoa.people.models import Account, Person
from lantoa.people.pages.sign_in import first_actor, let_in

SECRET = "new_second_key"  # the secret that the page showed and the telephone has not confirmed yet
HERE = "people:second_key"
PROOF_DOOR = "proof"


class CodeForm(PlainForm):
    """Six digits of the telephone, or eight of a code on paper."""

    code = forms.CharField(
        label=gettext_lazy("Mã của khóa thứ hai"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("6 số đang hiện trên điện thoại, hoặc một mã dự phòng 8 số."),
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "autofocus": True}
        ),
    )

    credential = forms.CharField(required=False, max_length=8000, widget=forms.HiddenInput)


class NewKeyForm(PlainForm):
    """Six digits, to show that the telephone has read the square."""

    code = forms.CharField(
        label=gettext_lazy("6 số điện thoại đang hiện"),
        max_length=10,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )


class PasswordForm(PlainForm):
    """The password, once more."""

    password = forms.CharField(
        label=gettext_lazy("Mật khẩu"),
        max_length=256,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )


@never_cache
def step(request: HttpRequest) -> HttpResponse:
    """After a right password: the second key; without a password of the last five minutes, the door again."""
    found = sign_in.waiting(request)
    if found is None:
        return redirect("people:sign_in")
    account, to = found
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if sign_in.is_shut(request, sign_in.SECOND_DOOR, account.sign_in_name):
            return sign_in.too_many_tries(request)
        if _shows(request, account, form.cleaned_data, by=first_actor(account)):
            return let_in(request, account, to, second=True)
        form.add_error("code", _("Mã chưa đúng hoặc đã dùng. Chờ điện thoại hiện mã mới rồi nhập lại."))
    return render(request, "people/second_step.html", {"form": form, "asks": _asks_machine(request, account)})


def _shows(request: HttpRequest, account: Account, typed: dict[str, str], *, by: Actor) -> bool:
    """Whether the second key is shown: by a machine, or by digits."""
    if typed["credential"]:
        if codes.use_passkey(account, typed["credential"]):
            return True
        sign_in.note_wrong_second(request, account, by=by)
        return False
    return sign_in.opens(request, account, typed["code"], by=by)


def _asks_machine(request: HttpRequest, account: Account) -> str:
    """What a browser needs to show a key of its machine; "" where there is none, or the line is open to all."""
    if not codes.may_have_passkeys(request) or not codes.keys_of(account).machines:
        return ""
    return codes.asks_for(account)


@never_cache
def prove(request: HttpRequest) -> HttpResponse:
    """Before what gives rights or keys away: the second key where there is one, else the password."""
    asks_code = codes.has_second_key(request.user)
    form = (CodeForm if asks_code else PasswordForm)(request.POST or None)
    to = _inside(request)
    if request.method == "POST" and form.is_valid():
        door = sign_in.SECOND_DOOR if asks_code else PROOF_DOOR
        if sign_in.is_shut(request, door, request.user.sign_in_name):
            return sign_in.too_many_tries(request)
        if _is_right(request, form.cleaned_data):
            sign_in.note_proof(request, second=asks_code)
            return redirect(to)
        field = "code" if asks_code else "password"
        form.add_error(field, _("Mã chưa đúng hoặc đã dùng.") if asks_code else _("Mật khẩu chưa đúng."))
    asks = _asks_machine(request, request.user) if asks_code else ""
    return render(request, "people/prove.html", {"form": form, "next": to, "asks": asks})


def _is_right(request: HttpRequest, typed: dict[str, str]) -> bool:
    account = request.user
    if "code" in typed:
        return _shows(request, account, typed, by=request.actor)
    if account.check_password(typed["password"]):
        return True
    sign_in.note_wrong_try(request, PROOF_DOOR, account.sign_in_name)
    return False


def _inside(request: HttpRequest) -> str:
    """Where to go on: an address of this house, else the first page."""
    to = request.POST.get("next") or request.GET.get("next", "")
    return to if url_has_allowed_host_and_scheme(to, {request.get_host()}) else resolve_url(way(HOME))


@never_cache
@sign_in.proves
def index(request: HttpRequest) -> HttpResponse:
    """One's own second key: how it stands; where there is none, the square for the telephone."""
    keys = codes.keys_of(request.user)
    is_asked = settings.SECOND_KEY_REQUIRED and is_asked_of(request)
    context = {"keys": keys, "is_asked": is_asked, "must": is_asked and not keys}
    if codes.may_have_passkeys(request):
        context["asks"] = codes.asks_for_new(request.user)
    if keys.telephone:
        return render(request, "people/second_key.html", context)
    secret = request.session.setdefault(SECRET, codes.new_secret())
    form = NewKeyForm(request.POST or None)
    if shown := carry_out(form, lambda code: _turn_on(request, secret, code)):
        return shown
    picture = codes.picture(request.user, secret)
    context |= {"form": form, "picture": picture, "secret": codes.in_groups(secret)}
    return render(request, "people/second_key.html", context)


def _turn_on(request: HttpRequest, secret: str, code: str) -> HttpResponse:
    paper = actions.turn_on_second_key(request.user, secret=secret, code=code, by=request.actor)
    request.session.pop(SECRET, None)
    sign_in.note_proof(request, second=True)
    return _sheet(request, paper)


def _sheet(request: HttpRequest, paper: list[str]) -> HttpResponse:
    return render(request, "people/recovery_codes.html", {"codes": [codes.in_groups(one) for one in paper]})


@posts_only
@never_cache
@sign_in.proves
def paper(request: HttpRequest) -> HttpResponse:
    """Ten new codes on paper, shown this once."""
    return _sheet(request, actions.new_recovery_codes(request.user, by=request.actor))


@posts_only
@never_cache
@sign_in.proves
def add_passkey(request: HttpRequest) -> HttpResponse:
    """A key on this machine; with the first key of all, ten codes on paper."""
    name, credential = request.POST.get("name", ""), request.POST.get("credential", "")[:8000]
    paper = actions.add_passkey(request.user, name=name, credential=credential, by=request.actor)
    sign_in.note_proof(request, second=True)
    if paper:
        return _sheet(request, paper)
    return redirect_with(request, HERE, _("Đã thêm khóa trên máy."))


@posts_only
@sign_in.proves
def remove_passkey(request: HttpRequest, pk: int) -> HttpResponse:
    """A machine that is sold or lost opens nothing any more."""
    if pk not in {one.pk for one in codes.keys_of(request.user).machines}:
        raise Http404
    actions.remove_passkey(request.user, pk, by=request.actor)
    if not codes.has_second_key(request.user):
        request.session[sign_in.SECOND] = False
    return redirect_with(request, HERE, _("Đã bỏ khóa trên máy."))


@posts_only
@sign_in.proves
def turn_off(request: HttpRequest) -> HttpResponse:
    """Only the password again; where the office asks for more, the page then asks for a new one."""
    actions.turn_off_second_key(request.user, by=request.actor)
    request.session[sign_in.SECOND] = False
    return redirect_with(request, HERE, _("Đã tắt khóa thứ hai."))


@posts_only
@sign_in.proves
def agree_to_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """A second person agrees that this person's second key is lost."""
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    code = queries.code_of(get_object_or_404(Account, person=person), clock.now())
    if code is None:
        raise Conflict(_("Người này chưa có mã đặt lại còn hạn. Người quản trị thứ nhất cấp mã trước."))
    actions.agree_to_drop(code, by=request.actor)
    return redirect_with(
        request, "people:show", _("Đã đồng ý bỏ khóa thứ hai. Mã đặt lại dùng được ngay."), pk
    )
