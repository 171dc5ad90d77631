"""The administrator keeps the list: adds a person, mends her details, moves her to another cell, hands over a post."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import DayField, PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.people import actions, queries, rules
from lantoa.people.addresses import asked_unit
from lantoa.people.fields import UnitField
from lantoa.people.models import Membership, Person, Post
from lantoa.people.roles import ROLE_CHOICES
from lantoa.people.sign_in import proves


class DetailsForm(PlainForm):
    """What is kept of a person; why each box is there stands in docs/decisions."""

    full_name = TextField(label=gettext_lazy("Họ và tên"), max_length=120)
    born_on = DayField(
        label=gettext_lazy("Ngày sinh"),
        required=False,
        help_text=gettext_lazy("Để phân biệt người cùng tên và để tự xác nhận bằng mã."),
    )
    card_number = TextField(label=gettext_lazy("Số thẻ đảng viên"), required=False, max_length=20)
    phone = TextField(label=gettext_lazy("Điện thoại"), required=False, max_length=20)
    email = forms.EmailField(label=gettext_lazy("Thư điện tử"), required=False, max_length=254)


class NewForm(DetailsForm):
    """Somebody new, and the cell she belongs to."""

    status = forms.ChoiceField(
        label=gettext_lazy("Diện"), choices=lambda: capitalised(Membership.Status.choices)
    )
    starts = DayField(label=gettext_lazy("Sinh hoạt từ ngày"))
    opens_account = forms.BooleanField(label=gettext_lazy("Mở tài khoản theo số điện thoại"), required=False)

    def __init__(self, actor: Any, unit: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = UnitField(actor, label=_("Chi bộ, đơn vị"), initial=unit)
        self.order_fields(["full_name", "unit", "status", "starts"])


def new(request: HttpRequest) -> HttpResponse:
    """Add a person; somebody of that name in reach is asked about first."""
    actor = request.actor
    form = NewForm(actor, asked_unit(request), request.POST or None, initial={"starts": actor.on})
    alike: list[Person] = []
    if request.method == "POST" and form.is_valid():
        alike = list(Person.objects.visible_to(actor).named_exactly(form.cleaned_data["full_name"])[:5])
        if not alike or request.POST.get("nguoi-moi"):
            person = carry_out(form, lambda **typed: actions.add_member(by=actor, **typed))
            if person:
                return redirect_with(request, "people:show", _("Đã thêm đồng chí %s.") % person, person.pk)
            alike = []
    return render(request, "people/new.html", {"form": form, "alike": alike})


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Name, day of birth, card, telephone, mail."""
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    if request.method != "POST":  # the act asks as well
        rules.must_keep(queries.keeps(person, request.actor))
    start = {name: getattr(person, name) for name in DetailsForm.base_fields}
    form = DetailsForm(request.POST or None, initial=start)
    act = partial(actions.mend_person, person, by=request.actor)
    if request.method == "POST" and carry_out(form, act):
        return redirect_with(request, "people:show", _("Đã ghi thông tin."), pk)
    return _form(request, form, person, _("Sửa thông tin"), _("Ghi thông tin"), edits=person)


class TransferForm(PlainForm):
    """To which cell, from which day."""

    status = forms.ChoiceField(
        label=gettext_lazy("Diện"), choices=lambda: capitalised(Membership.Status.choices)
    )
    starts = DayField(label=gettext_lazy("Từ ngày"))

    def __init__(self, actor: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = UnitField(actor, label=_("Sinh hoạt tại"), initial="")
        self.order_fields(["unit", "status", "starts"])


def transfer(request: HttpRequest, pk: int) -> HttpResponse:
    """To another cell, or another status in the same: her papers go with her, what the cell keeps stays."""
    actor = request.actor
    person = get_object_or_404(Person.objects.visible_to(actor), pk=pk)
    here = Membership.objects.on(actor.on).filter(person=person).select_related("unit").first()
    start = {
        "starts": actor.on,
        "status": here.status if here else "official",
        "unit": here.unit if here else "",
    }
    form = TransferForm(actor, request.POST or None, initial=start)
    if request.method == "POST" and carry_out(form, lambda **typed: actions.join(person, by=actor, **typed)):
        return redirect_with(request, "people:show", _("Đã ghi việc chuyển sinh hoạt."), pk)
    hint = _("Bản đăng ký và kết quả đi theo người; biên bản, danh sách của chi bộ cũ giữ nguyên.")
    return _form(request, form, person, _("Chuyển sinh hoạt, đổi diện"), _("Ghi việc chuyển"), hint)


class PostForm(PlainForm):
    """A post: where, as what, from when; whoever holds it already is asked about."""

    title = TextField(label=gettext_lazy("Chức danh"), required=False, max_length=160)
    role = forms.ChoiceField(
        label=gettext_lazy("Vai trò trong hệ thống"),
        choices=lambda: ROLE_CHOICES,
    )
    reach = forms.ChoiceField(label=gettext_lazy("Phạm vi"), choices=lambda: capitalised(Post.Reach.choices))
    is_head = forms.BooleanField(label=gettext_lazy("Là người đứng đầu đơn vị"), required=False)
    starts = DayField(label=gettext_lazy("Từ ngày"))
    ends = DayField(label=gettext_lazy("Kết thúc từ ngày"), required=False)
    decision = TextField(
        label=gettext_lazy("Số quyết định"),
        required=False,
        max_length=80,
        help_text=gettext_lazy("Cần khi ngày bắt đầu đã qua."),
    )
    anyway = forms.BooleanField(label=gettext_lazy("Vẫn giao: hai người cùng giữ"), required=False)

    def __init__(self, actor: Any, unit: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = UnitField(actor, label=_("Đơn vị"), initial=unit)
        self.order_fields(["unit"])
        if not self.data.get("unit"):
            del self.fields["anyway"]


@proves
def appoint(request: HttpRequest, pk: int) -> HttpResponse:
    """Give this person a post, or ask for it where a second person confirms."""
    actor = request.actor
    person = get_object_or_404(Person.objects.visible_to(actor), pk=pk)
    here = Membership.objects.on(actor.on).filter(person=person).select_related("unit").first()
    unit = here.unit if here and actor.reaches(here.unit) else asked_unit(request)
    start = {"starts": actor.on, "role": "secretary", "reach": Post.Reach.UNIT}
    form = PostForm(actor, unit, request.POST or None, initial=start)
    grant = None
    if request.method == "POST" and form.is_valid() and _nobody_holds_it(form, person, actor):
        form.cleaned_data.pop("anyway", None)
        grant = carry_out(form, lambda **typed: actions.appoint(person, by=actor, **_whole(typed)))
    if grant:
        said = _("Đã ghi đề nghị. Chức vụ có hiệu lực khi người thứ hai xác nhận.")
        return redirect_with(request, "people:show", _("Đã giao chức vụ.") if grant.post else said, pk)
    hint = _("Vai trò có quyền với việc của người khác chờ người thứ hai, cùng cấp hoặc cấp trên, xác nhận.")
    return _form(request, form, person, _("Giao chức vụ"), _("Giao chức vụ"), hint)


def _whole(typed: dict[str, Any]) -> dict[str, Any]:
    typed.pop("anyway", None)
    return typed


def _nobody_holds_it(form: PostForm, person: Person, actor: Any) -> bool:
    """A second holder of a post that one person holds is asked about, never taken in silence."""
    typed = form.cleaned_data
    if typed.get("anyway") or not (typed["is_head"] or rules.is_held_by_one(typed["role"])):
        return True
    holder = queries.holder_of(typed["unit"], typed["role"], typed["starts"], is_head=typed["is_head"])
    if holder is None or holder.person_id == person.pk:
        return True
    said = _("Đồng chí %(name)s đang giữ chức vụ này. Mở trang đơn vị để bàn giao, hoặc đánh dấu “Vẫn giao”.")
    form.add_error("anyway" if "anyway" in form.fields else None, said % {"name": holder.person})
    return False


class HandOverForm(PlainForm):
    """Who holds it from which day; how long the two hold it together."""

    person = forms.ChoiceField(label=gettext_lazy("Người nhận"), choices=())
    starts = DayField(label=gettext_lazy("Nhận từ ngày"))
    overlap_ends = DayField(
        label=gettext_lazy("Người cũ thôi giữ từ ngày"),
        required=False,
        help_text=gettext_lazy("Để trống là cùng ngày nhận. Muộn hơn thì hai người cùng giữ để bàn giao."),
    )
    decision = TextField(label=gettext_lazy("Số quyết định"), required=False, max_length=80)

    def __init__(self, post: Post, actor: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = queries.candidates_for(post, actor)
        field: Any = self.fields["person"]
        field.choices = [("", _("Chọn người")), *((str(p.pk), queries.told_apart(p)) for p in people)]
        self.people = {str(p.pk): p for p in people}

    def clean_person(self) -> Person:
        return self.people[self.cleaned_data["person"]]


@proves
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """From one holder to the next: one form, one act."""
    actor = request.actor
    post = get_object_or_404(Post.objects.visible_to(actor).select_related("person", "unit", "title"), pk=pk)
    form = HandOverForm(post, actor, request.POST or None, initial={"starts": actor.on})
    if request.method == "POST" and carry_out(
        form, lambda **typed: actions.hand_over(post, by=actor, **typed)
    ):
        said = _(
            "Đã ghi bàn giao. Quyền của người mới có khi người thứ hai xác nhận; người cũ thôi đúng ngày đã ghi."
        )
        return redirect_with(request, post.unit, said)
    title = _("Bàn giao: %s") % post.label
    hint = organisation.name_of(post.unit, actor.on)
    return _form(request, form, post.person, title, _("Ghi bàn giao"), hint)


def _form(
    request: HttpRequest,
    form: Any,
    person: Person,
    title: str,
    button: str,
    hint: str = "",
    edits: Person | None = None,
) -> HttpResponse:
    context = {"form": form, "person": person, "title": title, "button": button, "hint": hint, "edits": edits}
    return render(request, "people/keep.html", context)
