"""Signing in and out, one's own password, and the way back in for who forgot it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash, views
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.contrib.auth.forms import PasswordChangeForm as DjangoPasswordChangeForm
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation import clock
from lantoa.foundation.entry import drafts
from lantoa.foundation.errors import BadInput
from lantoa.foundation.fields import OneVoice, PlainForm
from lantoa.foundation.menu import HOME, way
from lantoa.foundation.pages import redirect_with
from lantoa.people import actions, codes, rules
from lantoa.people import sign_in as sign_in_doors
from lantoa.people.actors import Actor, actors_of
from lantoa.people.middleware import CHOSEN
from lantoa.people.models import Account, ResetCode

DOOR, RESET_DOOR = "sign-in", "reset"  # under which wrong tries are counted
RESETTING = "resetting"  # the reset code with which this machine opened the page for a new password


PASSWORD_VOICE = {
    "password_mismatch": gettext_lazy("“Nhập lại mật khẩu mới” chưa giống “Mật khẩu mới”. Gõ lại cả hai."),
    "password_incorrect": gettext_lazy("“Mật khẩu đang dùng” chưa đúng. Gõ lại."),
}
# What the hash takes a moment for must not be a book.
LONGEST_PASSWORD = 256


def _bound(*fields: forms.Field) -> None:
    for field in fields:
        field.validators.append(MaxLengthValidator(LONGEST_PASSWORD))


class SignInForm(OneVoice, AuthenticationForm):
    """A name and a password; the failure says nothing about which of the two was wrong."""

    error_messages = {
        **AuthenticationForm.error_messages,
        "invalid_login": gettext_lazy("Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra lại rồi thử lần nữa."),
        "inactive": gettext_lazy("Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra lại rồi thử lần nữa."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Số điện thoại hoặc tên đăng nhập")
        self.fields["username"].widget.attrs.update({"autocomplete": "username", "autocapitalize": "none"})
        self.fields["password"].label = _("Mật khẩu")
        _bound(self.fields["password"])


class SignIn(views.LoginView):
    """The door."""

    template_name = "people/sign_in.html"
    form_class = SignInForm
    redirect_authenticated_user = True

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Shut for a while after wrong tries; then nothing is even compared."""
        if sign_in_doors.is_shut(request, DOOR, request.POST.get("username", "")):
            return sign_in_doors.too_many_tries(request)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        """In, or on to the page that asks for the second key."""
        account, to = form.get_user(), self.get_success_url()
        sign_in_doors.forget_wrong_tries(self.request, DOOR, account.sign_in_name)
        if codes.has_second_key(account):
            sign_in_doors.wait_for_second_key(self.request, account, to)
            return redirect("people:second_step")
        return let_in(self.request, account, to)

    def form_invalid(self, form: Any) -> HttpResponse:
        """Not in: counted, where both a name and a password were typed."""
        name = self.request.POST.get("username", "")
        if name and self.request.POST.get("password"):
            sign_in_doors.note_wrong_try(self.request, DOOR, name)
            if sign_in_doors.is_shut(self.request, DOOR, name):
                return sign_in_doors.too_many_tries(self.request)
        return super().form_invalid(form)


def let_in(request: HttpRequest, account: Account, to: str, *, second: bool = False) -> HttpResponse:
    """Signed in: written down as who and when; whoever was typing when her session ended goes on in that post."""
    sign_in_doors.begin_session(request, account, second=second)
    response = redirect(to)
    sign_in_doors.remember_device(request, response, account.sign_in_name)
    device = rules.device_said_by(request.headers.get("User-Agent", ""))
    address = request.META.get("REMOTE_ADDR", "")
    actions.note_sign_in(account, by=first_actor(account), device=device, address=address)
    if draft := drafts.typed_at(account.person_id, to):
        request.session[CHOSEN] = f"post-{draft.post_id}" if draft.post_id else "member"
    return response


def first_actor(account: Account) -> Actor:
    return actors_of(account, clock.today())[0]


sign_in = SignIn.as_view()


class SignOut(views.LogoutView):
    """Signing out, which also empties what pages kept on this machine (a meeting recorded without a network)."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """End the session here."""
        answer = super().post(request, *args, **kwargs)
        answer.headers["Clear-Site-Data"] = '"storage"'
        return answer


sign_out = SignOut.as_view()


class PasswordForm(OneVoice, DjangoPasswordChangeForm):
    """The old password once, the new one twice."""

    error_messages = {**DjangoPasswordChangeForm.error_messages, **PASSWORD_VOICE}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = _("Mật khẩu đang dùng")
        self.fields["new_password1"].label = _("Mật khẩu mới")
        self.fields["new_password1"].help_text = _("Ít nhất 12 ký tự. Một câu dài dễ nhớ là tốt nhất.")
        self.fields["new_password2"].label = _("Nhập lại mật khẩu mới")
        _bound(*self.fields.values())


def change_password(request: HttpRequest) -> HttpResponse:
    """One's own password."""
    form = PasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.set_password(request.user, form.cleaned_data["new_password1"], by=request.actor)
        update_session_auth_hash(request, request.user)
        sign_in_doors.note_session(request, request.user)
        return redirect_with(request, "people:me", _("Đã đổi mật khẩu."))
    return render(request, "people/change_password.html", {"form": form})


class NewPasswordForm(OneVoice, SetPasswordForm):
    """The new password twice."""

    error_messages = {**SetPasswordForm.error_messages, **PASSWORD_VOICE}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = _("Mật khẩu mới")
        self.fields["new_password1"].help_text = _("Ít nhất 12 ký tự. Một câu dài dễ nhớ là tốt nhất.")
        self.fields["new_password2"].label = _("Nhập lại mật khẩu mới")
        _bound(*self.fields.values())

    def ask_second_key(self) -> None:
        """The account has one, and nobody agreed that it is lost."""
        self.fields["second"] = forms.CharField(
            label=_("Mã của khóa thứ hai"),
            max_length=20,
            help_text=_(
                "Mã 6 số trên điện thoại hoặc một mã dự phòng 8 số. Mất cả hai: nhờ người quản trị thứ hai đồng ý."
            ),
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        )


class ResetForm(PlainForm):
    """The sign-in name and the code that the administrator gave."""

    sign_in_name = forms.CharField(label=gettext_lazy("Số điện thoại hoặc tên đăng nhập"), max_length=120)
    code = forms.CharField(
        label=gettext_lazy("Mã đặt lại"),
        max_length=20,
        help_text=gettext_lazy("8 ký tự do người quản trị cấp, dùng một lần, trước giờ ghi trên phiếu."),
    )


def reset(request: HttpRequest) -> HttpResponse:
    """Forgotten password: a right code opens the page for a new password, and nothing else."""
    form = ResetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["sign_in_name"]
        if sign_in_doors.is_shut(request, RESET_DOOR, name):
            return sign_in_doors.too_many_tries(request)
        code = actions.use_reset_code(name, form.cleaned_data["code"])
        if code:
            sign_in_doors.forget_wrong_tries(request, RESET_DOOR, name)
            logout(request)  # whoever was signed in at this machine is not who holds the code
            request.session[RESETTING] = code.pk
            return redirect("people:set_password")
        sign_in_doors.note_wrong_try(request, RESET_DOOR, name)
        form.add_error(
            None, _("Tên đăng nhập hoặc mã chưa đúng, hoặc mã đã hết hạn. Xin mã mới từ người quản trị.")
        )
    return render(request, "people/reset.html", {"form": form})


def _code_of(request: HttpRequest) -> ResetCode | None:
    """The code with which this page was opened, while its hour lasts and nothing newer has come."""
    used = ResetCode.objects.filter(pk=request.session.get(RESETTING), used_at__isnull=False)
    live = used.filter(closed_at__isnull=True, expires_at__gt=clock.now(), account__is_active=True)
    return live.select_related("account__person").first()


def set_password(request: HttpRequest) -> HttpResponse:
    """After a right code: the new password, then one is signed in."""
    code = _code_of(request)
    if code is None:
        request.session.pop(RESETTING, None)
        return redirect("people:reset")
    account, asks = code.account, not code.agreed_by_id and codes.has_second_key(code.account)
    form = NewPasswordForm(account, request.POST or None)
    if asks:
        form.ask_second_key()
    if request.method == "POST" and form.is_valid():
        if asks and sign_in_doors.is_shut(request, sign_in_doors.SECOND_DOOR, account.sign_in_name):
            return sign_in_doors.too_many_tries(request)
        try:
            return _set(request, code, form.cleaned_data, asks=asks)
        except BadInput as bad:
            sign_in_doors.note_wrong_second(request, account, by=first_actor(account))
            form.add_error("second", str(bad))
    return render(request, "people/set_password.html", {"form": form})


def _set(request: HttpRequest, code: ResetCode, typed: dict[str, Any], *, asks: bool) -> HttpResponse:
    owner = actors_of(code.account, request.actor.on, request.actor.request_id)[0]
    account = actions.reset_password(code, typed["new_password1"], second=typed.get("second", ""), by=owner)
    request.session.flush()
    messages.success(request, _("Đã đặt mật khẩu mới."))
    return let_in(request, account, resolve_url(way(HOME)), second=asks)
