"""Papers and terms: read by everybody, kept by the highest unit."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import DayField, NumberField, PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.people.actors import keeps_lists
from lantoa.reviews import actions, queries
from lantoa.reviews.models import Template, Terms
from lantoa.reviews.words import Reading

NEW_LINES = 3


def _days(label: Any, *, required: bool = False) -> NumberField:
    return NumberField(label=label, whole=True, least=1, most=365, required=required)


def _percent(label: Any) -> NumberField:
    return NumberField(label=label, whole=True, least=1, most=100, required=False)


class TermsForm(PlainForm):
    """How reviewing goes from a day on."""

    starts = DayField(label=gettext_lazy("Áp dụng từ ngày"))
    draft_days = _days(gettext_lazy("Đọc dự thảo trước họp ít nhất"), required=True)
    reply_days = _days(gettext_lazy("Trả lời nhận xét trong"), required=True)
    quorum_percent = _percent(gettext_lazy("Cuộc họp có mặt ít nhất"))
    complain_days = _days(gettext_lazy("Khiếu nại trong"))
    answer_days = _days(gettext_lazy("Giải quyết khiếu nại trong"))
    ceiling_percent = _percent(gettext_lazy("Xuất sắc không quá"))
    ceiling_most = _percent(gettext_lazy("Cấp có thẩm quyền cho đến"))
    reading = forms.ChoiceField(
        label=gettext_lazy("Tỷ lệ xuất sắc tính trên"),
        choices=lambda: capitalised(Reading.choices),
        widget=forms.RadioSelect,
    )
    basis = TextField(
        label=gettext_lazy("Căn cứ"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Văn bản, điều, khoản. Ô số để trống: chưa rõ, không tính."),
    )


def terms(request: HttpRequest) -> HttpResponse:
    """The terms by their days, the papers in force, and for who keeps them new terms."""
    actor = request.actor
    may_keep = actor.may("reviews.keep_terms") and keeps_lists(actor)
    now = queries.terms_on(actor.on)
    start = {name: getattr(now, name) for name in TermsForm.base_fields if name != "starts"}
    form = TermsForm(request.POST or None, initial=start | {"starts": actor.on})
    if request.method == "POST" and carry_out(form, lambda **typed: actions.set_terms(by=actor, **typed)):
        return redirect_with(
            request, "reviews:terms", _("Đã ghi quy tắc; đợt đang mở giữ quy tắc của ngày mở.")
        )
    context = {
        "form": form,
        "rows": list(Terms.objects.all()[:20]),
        "templates": list(Template.objects.on(actor.on).order_by("code")),
        "may_keep": may_keep,
    }
    return render(request, "reviews/terms.html", context)


class TemplateForm(PlainForm):
    """One paper from a day on: a box for each number and each heading."""

    starts = DayField(label=gettext_lazy("Áp dụng từ ngày"))
    title = TextField(label=gettext_lazy("Tên văn bản"), max_length=200)
    basis = TextField(label=gettext_lazy("Căn cứ"), required=False, max_length=300)
    common_most = NumberField(
        label=gettext_lazy("Điểm tối đa, tiêu chí chung"), whole=True, most=100, required=False
    )
    task_most = NumberField(
        label=gettext_lazy("Điểm tối đa, kết quả nhiệm vụ"), whole=True, most=100, required=False
    )

    def __init__(self, template: Template, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [(one.number, one.heading) for one in template.sections.all()]
        self.places = range(1, len(rows) + NEW_LINES + 1)
        for place, (number, heading) in zip(self.places, [*rows, *[("", "")] * NEW_LINES], strict=True):
            self.fields[f"so{place}"] = TextField(
                label=_("Số mục thứ %(n)s") % {"n": place}, required=False, max_length=10, initial=number
            )
            self.fields[f"muc{place}"] = TextField(
                label=_("Tên mục thứ %(n)s") % {"n": place}, required=False, max_length=300, initial=heading
            )

    def rows(self) -> list[tuple[Any, Any]]:
        """The boxes of each section."""
        return [(self[f"so{place}"], self[f"muc{place}"]) for place in self.places]

    def headings(self) -> list[tuple[str, str]]:
        """What was typed."""
        typed = self.cleaned_data
        return [(typed.get(f"so{place}", ""), typed.get(f"muc{place}", "")) for place in self.places]


def template(request: HttpRequest, pk: int) -> HttpResponse:
    """One paper with its sections; for who keeps it the same paper from another day on."""
    actor = request.actor
    one = get_object_or_404(Template, pk=pk)
    start = {name: getattr(one, name) for name in ("title", "basis", "common_most", "task_most")}
    form = TemplateForm(one, request.POST or None, initial=start | {"starts": actor.on})

    def act(**typed: Any) -> Any:
        facts = {name: typed[name] for name in TemplateForm.base_fields}
        return actions.set_template(one, by=actor, headings=form.headings(), **facts)

    if request.method == "POST" and carry_out(form, act):
        return redirect_with(request, "reviews:terms", _("Đã ghi mẫu; bản đang viết giữ mẫu đã dùng."))
    may_keep = actor.may("reviews.keep_terms") and keeps_lists(actor)
    return render(request, "reviews/template.html", {"one": one, "form": form, "may_keep": may_keep})
