"""The pages by which an office begins: code, unit, two people; then the steps, the slip, the head's word."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.beginning import actions, codes, queries
from lantoa.beginning.actions import Somebody, Top
from lantoa.foundation.dates import read_year
from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.fields import DayField, PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.menu import HOME, way
from lantoa.foundation.pages import fault, redirect_with
from lantoa.organisation.models import Unit
from lantoa.people import sign_in
from lantoa.people.models import Account, Beginning
from lantoa.registrations import rules as registrations

OPENED, TOP, DOOR = "beginning_opened", "beginning_top", "bat-dau"


class CodeForm(PlainForm):
    """The code from the terminal or the file."""

    code = TextField(label=gettext_lazy("Mã cài đặt"), max_length=40)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs.update({"autocomplete": "off", "autocapitalize": "characters"})


def _must_be_empty() -> None:
    if queries.has_begun():
        raise Http404


def code(request: HttpRequest) -> HttpResponse:
    """Step 1: whoever can read the terminal or the data folder may go on, once."""
    _must_be_empty()
    if request.session.get(OPENED):
        return redirect("beginning:unit")
    if sign_in.is_shut(request, DOOR):
        said = _("Đã nhập sai mã nhiều lần từ máy này. Sau 5 phút, thử lại.")
        return fault(request, 429, _("Thử lại sau 5 phút"), said)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if codes.use(form.cleaned_data["code"]):
            request.session[OPENED] = True
            return redirect("beginning:unit")
        sign_in.note_wrong_try(request, DOOR)
        form.add_error("code", _("Mã chưa đúng hoặc đã hết hạn. Chạy lại make serve để có mã mới."))
    return render(request, "beginning/code.html", {"form": form, "step": 1})


class UnitForm(PlainForm):
    """The unit at the top."""

    name = TextField(
        label=gettext_lazy("Tên đơn vị đứng đầu"),
        max_length=250,
        help_text=gettext_lazy("Ghi đủ, ví dụ Đảng bộ xã An Phú. Chi bộ và đơn vị trực thuộc thêm ở bước 4."),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Loại"), choices=lambda: capitalised(Unit.Kind.choices))
    level = forms.ChoiceField(label=gettext_lazy("Cấp"), choices=lambda: capitalised(Unit.Level.choices))
    since = DayField(
        label=gettext_lazy("Thành lập từ ngày"),
        help_text=gettext_lazy("Không nhớ thì để ngày đầu năm: số liệu được tính từ ngày này."),
    )


def unit(request: HttpRequest) -> HttpResponse:
    """Step 2: kept in the session; nothing is written before step 3."""
    _must_be_opened(request)
    start = request.session.get(TOP) or {
        "kind": Unit.Kind.PARTY,
        "level": Unit.Level.GRASSROOTS,
        "since": request.actor.on.replace(month=1, day=1).isoformat(),
    }
    form = UnitForm(request.POST or None, initial=start | {"since": dt.date.fromisoformat(start["since"])})
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        request.session[TOP] = typed | {"since": typed["since"].isoformat()}
        return redirect("beginning:people")
    return render(request, "beginning/unit.html", {"form": form, "step": 2})


def _must_be_opened(request: HttpRequest) -> None:
    _must_be_empty()
    if not request.session.get(OPENED):
        raise Http404


class PeopleForm(PlainForm):
    """The administrator, who is sitting here, and the head."""

    administrator_name = TextField(label=gettext_lazy("Họ và tên"), max_length=120)
    administrator_title = TextField(label=gettext_lazy("Chức danh"), max_length=160, required=False)
    administrator_account = TextField(
        label=gettext_lazy("Số điện thoại"), max_length=120, help_text=gettext_lazy("Dùng để đăng nhập.")
    )
    password = forms.CharField(
        label=gettext_lazy("Mật khẩu"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=True),
        help_text=gettext_lazy("Từ 12 ký tự, nên là một câu dễ nhớ."),
    )
    head_name = TextField(label=gettext_lazy("Họ và tên người đứng đầu"), max_length=120)
    head_title = TextField(label=gettext_lazy("Chức vụ"), max_length=160)
    head_account = TextField(
        label=gettext_lazy("Số điện thoại của người đứng đầu"),
        max_length=120,
        help_text=gettext_lazy("Dùng để đăng nhập."),
    )

    @property
    def of_administrator(self) -> list[forms.BoundField]:
        """The boxes about the administrator."""
        return [self[name] for name in self.fields if not name.startswith("head")]

    @property
    def of_head(self) -> list[forms.BoundField]:
        """The boxes about the head."""
        return [self[name] for name in self.fields if name.startswith("head")]


def people(request: HttpRequest) -> HttpResponse:
    """Step 3: everything is written at once, and the administrator is signed in."""
    _must_be_opened(request)
    if TOP not in request.session:
        return redirect("beginning:unit")
    form = PeopleForm(request.POST or None)
    if begun := carry_out(form, lambda **typed: _begin(request, typed)):
        return begun
    return render(request, "beginning/people.html", {"form": form, "step": 3, "top": request.session[TOP]})


def _begin(request: HttpRequest, typed: dict[str, Any]) -> HttpResponse:
    top = request.session[TOP]
    beginning = actions.begin(
        Top(top["name"], dt.date.fromisoformat(top["since"]), top["kind"], top["level"]),
        Somebody(typed["administrator_name"], typed["administrator_account"], typed["administrator_title"]),
        Somebody(typed["head_name"], typed["head_account"], typed["head_title"]),
        password=typed["password"],
        on=request.actor.on,
    )
    for name in (OPENED, TOP):
        request.session.pop(name, None)
    account = Account.objects.get(person=beginning.administrator)
    sign_in.begin_session(request, account, second=False)
    return redirect_with(
        request, "beginning:steps", _("Đã ghi đơn vị và hai người. Đồng chí đang đăng nhập.")
    )


def steps(request: HttpRequest) -> HttpResponse:
    """The five steps, which are done, which comes next."""
    beginning = _own(request)
    found = queries.steps_of(beginning, request.actor)
    context = {"beginning": beginning, "steps": found, "following": queries.following(found)}
    return render(request, "beginning/steps.html", context)


def _own(request: HttpRequest) -> Beginning:
    beginning = queries.beginning_of(request.actor)
    if beginning is None:
        raise Http404
    return beginning


def year(request: HttpRequest) -> HttpResponse:
    """What the year needs, what of it stands, and where it is set."""
    actor = request.actor
    if actor.unit is None:
        raise NotAllowed(_("Vai trò đang dùng không gắn với đơn vị nào. Chọn vai trò khác."))
    years = queries.years_to_arrange(actor.on)
    usual = registrations.year_to_register(actor.on)
    asked = read_year(request.GET.get("nam", ""), default=usual)
    asked = asked if asked in years else usual
    found = queries.settings_of(actor.unit, asked, actor)
    context = {
        "year": asked,
        "years": years,
        "unit_name": actor.name_of(actor.unit),
        "settings": found,
        "following": next((one for one in found if not one.is_set and one.tools), None),
    }
    return render(request, "beginning/year.html", context)


def slip(request: HttpRequest) -> HttpResponse:
    """The head's invitation: asked for first, then shown once with its code."""
    beginning = _own(request)
    context: dict[str, Any] = {"beginning": beginning}
    if request.method == "POST":
        account, code = actions.give_slip(beginning, by=request.actor)
        context |= {"account": account, "code": code}
    return render(request, "beginning/slip.html", context)


def confirm(request: HttpRequest) -> HttpResponse:
    """The head reads who administers, and says yes or no."""
    beginning = get_object_or_404(
        Beginning.objects.select_related("administrator", "head", "unit"), head=request.actor.person
    )
    if request.method == "POST":
        if request.POST.get("tra-loi") == "co":
            actions.confirm(beginning, by=request.actor)
            return redirect_with(request, way(HOME), _("Đã xác nhận người quản trị."))
        actions.refuse(beginning, by=request.actor)
        return redirect_with(request, way(HOME), _("Đã từ chối; tài khoản của người quản trị đã khóa."))
    account = Account.objects.filter(person=beginning.administrator).first()
    return render(request, "beginning/confirm.html", {"beginning": beginning, "account": account})
