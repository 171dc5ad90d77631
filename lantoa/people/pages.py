"""Sign-in, the choice of post, one's own page, and the administrator's pages of people."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import login, update_session_auth_hash, views
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.contrib.auth.forms import PasswordChangeForm as DjangoPasswordChangeForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lantoa.foundation.dates import read_date
from lantoa.foundation.errors import BadInput
from lantoa.foundation.pages import fault, paginate, redirect_with
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people import actions
from lantoa.people.actors import actors_of
from lantoa.people.middleware import CHOSEN, find_actor, key_of
from lantoa.people.models import Account, Membership, Person, Post
from lantoa.people.roles import ROLES

SIGNED_IN_BY = "django.contrib.auth.backends.ModelBackend"


class SignInForm(AuthenticationForm):
    """A name and a password; the failure says nothing about which of the two was wrong."""

    error_messages = {
        "invalid_login": gettext_lazy("Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra lại rồi thử lần nữa."),
        "inactive": gettext_lazy("Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra lại rồi thử lần nữa."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Số điện thoại hoặc tên đăng nhập")
        self.fields["username"].widget.attrs.update({"autocomplete": "username", "autocapitalize": "none"})
        self.fields["password"].label = _("Mật khẩu")


class SignIn(views.LoginView):
    """The door."""

    template_name = "people/sign_in.html"
    form_class = SignInForm
    redirect_authenticated_user = True


sign_in = SignIn.as_view()
sign_out = views.LogoutView.as_view()


def too_many_tries(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """429: five wrong passwords for one account from one address; others are not affected. The same for codes."""
    if request.resolver_match and request.resolver_match.view_name != "people:sign_in":
        said = _("Đã nhập sai mã nhiều lần từ máy này. Sau 5 phút, thử lại hoặc xin mã mới từ chi bộ.")
        return fault(request, 429, _("Thử lại sau 5 phút"), said)
    return fault(
        request,
        429,
        _("Thử lại sau 5 phút"),
        _(
            "Đã có nhiều lần đăng nhập chưa đúng từ máy này. Nếu quên mật khẩu, xin mã đặt lại từ người quản trị."
        ),
    )


class PasswordForm(DjangoPasswordChangeForm):
    """The old password once, the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = _("Mật khẩu đang dùng")
        self.fields["new_password1"].label = _("Mật khẩu mới")
        self.fields["new_password1"].help_text = _("Ít nhất 12 ký tự. Một câu dài dễ nhớ là tốt nhất.")
        self.fields["new_password2"].label = _("Nhập lại mật khẩu mới")


def change_password(request: HttpRequest) -> HttpResponse:
    """One's own password."""
    form = PasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.set_password(request.user, form.cleaned_data["new_password1"], by=request.actor)
        update_session_auth_hash(request, request.user)
        return redirect_with(request, "people:me", _("Đã đổi mật khẩu."))
    return render(request, "people/change_password.html", {"form": form})


class ResetForm(forms.Form):
    """The sign-in name and the code that the administrator gave."""

    sign_in_name = forms.CharField(label=gettext_lazy("Số điện thoại hoặc tên đăng nhập"), max_length=120)
    code = forms.CharField(
        label=gettext_lazy("Mã đặt lại"),
        max_length=20,
        help_text=gettext_lazy("8 ký tự do người quản trị cấp, dùng một lần, trong vòng 1 giờ."),
    )


def reset(request: HttpRequest) -> HttpResponse:
    """Forgotten password: the one-time code opens the session, the next page asks for a new password."""
    form = ResetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        account = actions.use_reset_code(form.cleaned_data["sign_in_name"], form.cleaned_data["code"])
        if account:
            request.session.cycle_key()
            request.session["resetting"] = account.pk
            return redirect("people:set_password")
        form.add_error(
            None, _("Tên đăng nhập hoặc mã chưa đúng, hoặc mã đã hết hạn. Xin mã mới từ người quản trị.")
        )
    return render(request, "people/reset.html", {"form": form})


def set_password(request: HttpRequest) -> HttpResponse:
    """After a right code: the new password, then one is signed in."""
    account = Account.objects.filter(pk=request.session.get("resetting"), is_active=True).first()
    if account is None:
        return redirect("people:reset")
    form = SetPasswordForm(account, request.POST or None)
    form.fields["new_password1"].label = _("Mật khẩu mới")
    form.fields["new_password1"].help_text = _("Ít nhất 12 ký tự. Một câu dài dễ nhớ là tốt nhất.")
    form.fields["new_password2"].label = _("Nhập lại mật khẩu mới")
    if request.method == "POST" and form.is_valid():
        owner = actors_of(account, request.actor.on, request.actor.request_id)[0]
        actions.set_password(account, form.cleaned_data["new_password1"], by=owner)
        del request.session["resetting"]
        login(request, account, backend=SIGNED_IN_BY)
        return redirect_with(request, "portal:todo", _("Đã đặt mật khẩu mới."))
    return render(request, "people/set_password.html", {"form": form})


def choose_post(request: HttpRequest) -> HttpResponse:
    """Which of one's posts to act with."""
    find_actor(request)
    if request.method == "POST":
        known = {key_of(actor) for actor in request.actors}
        if request.POST.get("as") not in known:
            raise BadInput(_("Vai trò này không còn hiệu lực. Chọn vai trò khác trong danh sách."))
        request.session[CHOSEN] = request.POST["as"]
        return redirect("portal:todo")
    names = organisation.names_of([a.unit.pk for a in request.actors if a.unit], request.actor.on)
    choices = [
        {
            "key": key_of(a),
            "label": a.label,
            "unit": names.get(a.unit.pk) if a.unit else "",
            "current": a == request.actor,
        }
        for a in request.actors
    ]
    return render(request, "people/choose_post.html", {"choices": choices})


def me(request: HttpRequest) -> HttpResponse:
    """What the system knows of me: memberships, posts, account."""
    person = request.actor.person
    context = {
        "person": person,
        "memberships": Membership.objects.filter(person=person).select_related("unit").order_by("-starts"),
        "posts": Post.objects.filter(person=person).select_related("unit", "title").order_by("-starts"),
    }
    return render(request, "people/me.html", _with_names(context, request.actor.on))


def _with_names(context: dict[str, Any], on: Any) -> dict[str, Any]:
    """Add the units' names on that day, in one query."""
    rows = [*context["memberships"], *context["posts"]]
    names = organisation.names_of([row.unit_id for row in rows], on)
    for row in rows:
        row.unit_name = names.get(row.unit_id, row.unit.code)
    return context


def index(request: HttpRequest) -> HttpResponse:
    """The people of the units in reach, searched by name without accents."""
    actor, text = request.actor, request.GET.get("tim", "")
    people = Person.objects.visible_to(actor).named(text)
    members = actor.in_reach(Membership.objects.on(actor.on)).select_related("person")
    page = paginate(request, people.select_related("account"))
    cells = {m.person_id: m for m in members.filter(person__in=[p.pk for p in page])}
    names = organisation.names_of([m.unit_id for m in cells.values()], actor.on)
    for person in page:
        person.cell = cells.get(person.pk)
        person.cell_name = names.get(person.cell.unit_id, "") if person.cell else ""
    return render(request, "people/index.html", {"page": page, "text": text})


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: memberships, posts, and for the administrator the account."""
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    context = {
        "person": person,
        "memberships": person.memberships.select_related("unit").order_by("-starts"),
        "posts": person.posts.select_related("unit", "title").order_by("-starts"),
        "account": Account.objects.filter(person=person).first(),
        "roles": ROLES.values(),
        "reaches": Post.Reach.choices,
        "may_manage_posts": request.actor.may("people.manage_posts"),
        "may_manage_accounts": request.actor.may("people.manage_accounts"),
    }
    return render(request, "people/show.html", _with_names(context, request.actor.on))


@require_POST
def appoint(request: HttpRequest, pk: int) -> HttpResponse:
    """Give this person a post."""
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    unit = get_object_or_404(
        request.actor.in_reach(Unit.objects.all(), of_unit="pk"), code=request.POST.get("unit", "").strip()
    )
    if request.POST.get("role") not in ROLES or request.POST.get("reach") not in Post.Reach.values:
        raise BadInput(_("Chọn một vai trò và một phạm vi trong danh sách."))
    actions.appoint(
        person,
        unit=unit,
        role=request.POST["role"],
        reach=request.POST["reach"],
        title=request.POST.get("title", ""),
        starts=read_date(request.POST.get("starts", ""), "starts"),
        by=request.actor,
    )
    return redirect_with(request, "people:show", _("Đã giao chức vụ."), pk)


@require_POST
def end_post(request: HttpRequest, pk: int) -> HttpResponse:
    """End a post on a day."""
    post = get_object_or_404(Post.objects.visible_to(request.actor), pk=pk)
    actions.end_post(post, ends=read_date(request.POST.get("ends", ""), "ends"), by=request.actor)
    return redirect_with(request, "people:show", _("Đã kết thúc chức vụ."), post.person_id)


@require_POST
def open_account(request: HttpRequest, pk: int) -> HttpResponse:
    """Open an account and show the one-time code, once."""
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    account, code = actions.open_account(
        person, sign_in_name=request.POST.get("sign_in_name", ""), by=request.actor
    )
    return render(request, "people/code.html", {"person": person, "account": account, "code": code})


@require_POST
def give_code(request: HttpRequest, pk: int) -> HttpResponse:
    """A new one-time code for someone who forgot the password, shown once."""
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    account = get_object_or_404(Account, person=person)
    code = actions.give_reset_code(account, by=request.actor)
    return render(request, "people/code.html", {"person": person, "account": account, "code": code})


@require_POST
def switch_account(request: HttpRequest, pk: int) -> HttpResponse:
    """Close an account that is open, or the other way round."""
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    account = get_object_or_404(Account, person=person)
    act = actions.close_account if account.is_active else actions.reopen_account
    act(account, by=request.actor)
    return redirect_with(request, "people:show", _("Đã cập nhật tài khoản."), pk)
