"""The pages of heads: mine, those sent to my unit; writing one; one with what was said of it."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import PlainForm, TextField, carry_out
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.organisation import queries as organisation
from lantoa.reviews import actions, compose, queries, rules
from lantoa.reviews.models import HeadReport


def index(request: HttpRequest) -> HttpResponse:
    """The latest year first, then as units stand in the tree; never by what was said of anybody."""
    actor = request.actor
    found = HeadReport.objects.visible_to(actor).select_related("person", "unit")
    page = paginate(request, found.order_by("-year", "person__sort_key", "pk"))
    page.object_list = organisation.with_unit_names(page.object_list, actor.on)
    context = {"page": page, "may_write": queries.is_head(actor), "year": actor.on.year}
    return render(request, "reviews/heads.html", context)


class HeadForm(PlainForm):
    """Six texts, no number; and whether reports quote them."""

    key_tasks = TextField(label=gettext_lazy("Nhiệm vụ trọng tâm, then chốt đã làm"), rows=5, max_length=5000)
    breakthrough = TextField(
        label=gettext_lazy("Nội dung đột phá: đến đâu"), rows=4, max_length=5000, required=False
    )
    exemplary = TextField(
        label=gettext_lazy("Trách nhiệm nêu gương"),
        rows=4,
        max_length=5000,
        help_text=gettext_lazy("Việc cụ thể: nói đi đôi với làm ở việc nào, ai thấy."),
    )
    opinions = TextField(
        label=gettext_lazy("Ý kiến đã nhận được, đã tiếp thu thế nào"),
        rows=4,
        max_length=5000,
        required=False,
    )
    lessons = TextField(
        label=gettext_lazy("Bài học rút ra"),
        rows=3,
        max_length=3000,
        help_text=gettext_lazy("Điều gì làm nên kết quả, điều gì lần sau làm khác."),
        required=False,
    )
    proposals = TextField(
        label=gettext_lazy("Kiến nghị với cấp trên"), rows=3, max_length=3000, required=False
    )
    may_be_quoted = forms.BooleanField(
        label=gettext_lazy("Cho báo cáo của đơn vị và của cấp trên trích trang này"),
        help_text=gettext_lazy("Báo cáo nêu chức vụ, không nêu tên. Bỏ chọn lúc nào cũng được."),
        required=False,
    )


def write(request: HttpRequest, year: int) -> HttpResponse:
    """One year; what the records say of the breakthrough stands there to begin with."""
    actor = request.actor
    rules.must(queries.is_head(actor), _("Người đứng đầu một đơn vị viết báo cáo này."))
    there = HeadReport.objects.filter(person=actor.person, unit=actor.unit, year=year).first()
    if there and there.is_sent:
        return redirect(there)
    start = {name: getattr(there, name) for name in HeadForm.base_fields} if there else {}
    form = HeadForm(
        request.POST or None, initial=start or {"breakthrough": compose.breakthrough_of(actor, year)}
    )
    if request.method == "POST" and (
        one := carry_out(form, lambda **typed: actions.save_head(by=actor, year=year, **typed))
    ):
        return redirect_with(request, one, _("Đã lưu. Đọc lại một lần rồi gửi."))
    context = {"form": form, "year": year, "there": there}
    return render(request, "reviews/head_write.html", context)


def _load(request: HttpRequest, pk: int) -> HeadReport:
    found = HeadReport.objects.visible_to(request.actor).select_related("person", "unit", "sent_to")
    return get_object_or_404(found, pk=pk)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One page, with what the level above said of it."""
    one, actor = _load(request, pk), request.actor
    names = organisation.names_of([one.unit_id, one.sent_to_id], actor.on)
    context = {
        "one": one,
        "unit_name": names.get(one.unit_id, ""),
        "above_name": names.get(one.sent_to_id, ""),
        "is_own": actor.person is not None and one.person_id == actor.person.pk,
        "may_speak": one.is_sent and queries.speaks_of(one, actor),
        "opinions": list(one.said_above.select_related("given_by")),
    }
    return render(request, "reviews/head.html", context)


@posts_only
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """To the level above."""
    one = _load(request, pk)
    actions.send_head(one, by=request.actor)
    return redirect_with(request, one, _("Đã báo cáo cấp trên."))


@posts_only
def quote(request: HttpRequest, pk: int) -> HttpResponse:
    """Whether reports may quote it."""
    one, may = _load(request, pk), request.POST.get("cho") == "1"
    actions.let_head_be_quoted(one, may, by=request.actor)
    told = (
        _("Từ nay báo cáo được trích trang này.")
        if may
        else _(
            "Từ nay không báo cáo nào lấy thêm từ trang này; câu người soạn đã tự sửa và báo cáo đã ký không đổi."
        )
    )
    return redirect_with(request, one, told)


@posts_only
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """To be written on."""
    one = _load(request, pk)
    actions.take_back_head(one, by=request.actor)
    return redirect_with(request, one, _("Đã rút lại; sửa rồi gửi lần nữa."))


@posts_only
def speak(request: HttpRequest, pk: int) -> HttpResponse:
    """What the level above says."""
    one = _load(request, pk)
    actions.speak_of_head(one, by=request.actor, text=request.POST.get("text", "")[:3000])
    return redirect_with(request, one, _("Đã ghi ý kiến; người đứng đầu được báo."))
