"""The result and after: rating, the groups and their ceilings, a complaint, rating anew."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import DayField, NumberField, PlainForm, TextField, carry_out
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.foundation.text import title_key
from lantoa.organisation import queries as organisation
from lantoa.reviews import actions, queries, rules
from lantoa.reviews.models import Complaint
from lantoa.reviews.pages.reading import sections_of
from lantoa.reviews.pages.shared import level_field, load, load_to_write
from lantoa.reviews.words import Reading, Stage


class DecisionForm(PlainForm):
    """One of four, and the paper that says so."""

    rating = level_field(gettext_lazy("Xếp loại"), required=True)
    decision_number = TextField(label=gettext_lazy("Số quyết định, thông báo"), required=False, max_length=60)
    decision_note = TextField(
        label=gettext_lazy("Nhận xét, lý do"),
        required=False,
        rows=3,
        max_length=2000,
        help_text=gettext_lazy("Người được xếp loại đọc nguyên văn."),
    )


def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """The competent body's word, with what she said, what the meeting said and her answer above it."""
    review, actor = load_to_write(request, pk), request.actor
    rules.must(
        queries.decides(review, actor), _("Nơi quyết định xếp loại ghi kết quả, không ai ghi cho mình.")
    )
    rules.must_apply(rules.DECIDE, review.status)
    actions.note_opening(review, by=actor)
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and carry_out(
        form, lambda **typed: actions.decide(review, by=actor, **typed)
    ):
        return redirect_with(request, review.period, _("Đã ghi kết quả; người được xếp loại được báo."))
    marks = {one.stage: one for one in review.marks.all()}
    hearings = list(review.hearings.all())
    for one in hearings:
        one.mark = marks.get(one.place)
    context = {
        "one": review,
        "period": review.period,
        "form": form,
        "sections": sections_of(review),
        "own_mark": marks.get(Stage.SELF),
        "hearings": hearings,
        "ceiling": queries.ceiling_of(review.group, review.period.terms) if review.group else None,
        "unit_name": organisation.name_of(review.unit, actor.on),
    }
    return render(request, "reviews/decide.html", context)


def groups(request: HttpRequest) -> HttpResponse:
    """Each group with its figures under both readings: of the group, never of a person."""
    actor = request.actor
    terms = queries.terms_on(actor.on)
    kept = sorted(queries.groups_of(actor), key=lambda one: (-one.year, title_key(one.name)))
    page = paginate(request, kept, per=50)
    found = zip(page.object_list, queries.ceilings_of(page.object_list, terms), strict=True)
    rows = [
        (group, ceiling, [(Reading(code), ceiling.most_by(code)) for code in Reading.values])
        for group, ceiling in found
    ]
    context = {"page": page, "rows": rows, "terms": terms}
    return render(request, "reviews/groups.html", context)


class CeilingForm(PlainForm):
    """What is allowed beyond the usual, and by which paper."""

    percent = NumberField(
        label=gettext_lazy("Xuất sắc không quá"), whole=True, least=0, most=100, required=False
    )
    allowed_by = TextField(label=gettext_lazy("Văn bản cho phép"), required=False, max_length=200)


def ceiling(request: HttpRequest, pk: int) -> HttpResponse:
    """The ceiling of one group."""
    actor = request.actor
    group = get_object_or_404(queries.groups_of(actor), pk=pk)
    form = CeilingForm(
        request.POST or None, initial={"percent": group.percent, "allowed_by": group.allowed_by}
    )
    if request.method == "POST" and carry_out(form, lambda **t: actions.set_ceiling(group, by=actor, **t)):
        return redirect_with(request, "reviews:groups", _("Đã ghi tỷ lệ của nhóm."))
    return render(
        request, "reviews/ceiling.html", {"group": group, "form": form, "terms": queries.terms_on(actor.on)}
    )


class ComplaintForm(PlainForm):
    """What she does not agree with, and on what she rests."""

    text = TextField(
        label=gettext_lazy("Điều chưa đồng ý và căn cứ"),
        rows=6,
        max_length=5000,
        help_text=gettext_lazy("Cấp trên của nơi quyết định đọc và thẩm tra lại."),
    )


def complain(request: HttpRequest, pk: int) -> HttpResponse:
    """A complaint, also when the period is closed: it changes nothing there."""
    review, actor = load(request, pk), request.actor
    rules.must(queries.answers_for(review, actor), _("Người được xếp loại khiếu nại về kết quả của mình."))
    form = ComplaintForm(request.POST or None)
    if request.method == "POST" and carry_out(
        form, lambda text: actions.complain(review, by=actor, text=text)
    ):
        return redirect_with(request, review, _("Đã gửi khiếu nại đến cấp trên của nơi quyết định."))
    terms = queries.terms_on(actor.on)
    return render(request, "reviews/complain.html", {"one": review, "form": form, "terms": terms})


class AnswerForm(PlainForm):
    """What the new look found."""

    is_upheld = forms.ChoiceField(
        label=gettext_lazy("Kết quả thẩm tra lại"),
        choices=[
            ("co", gettext_lazy("Khiếu nại có căn cứ: nơi quyết định xếp loại lại")),
            ("khong", gettext_lazy("Giữ kết quả")),
        ],
        widget=forms.RadioSelect,
    )
    answer = TextField(label=gettext_lazy("Trả lời"), rows=5, max_length=5000)


def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The level above answers."""
    actor = request.actor
    complaint = get_object_or_404(queries.complaints_for(actor), pk=pk)
    actions.note_opening(complaint.review, by=actor)
    form = AnswerForm(request.POST or None)

    def act(is_upheld: str, answer: str) -> Complaint:
        return actions.answer_complaint(complaint, by=actor, answer=answer, is_upheld=is_upheld == "co")

    if request.method == "POST" and carry_out(form, act):
        return redirect_with(request, "reviews:index", _("Đã trả lời khiếu nại; người khiếu nại được báo."))
    return render(
        request, "reviews/answer.html", {"complaint": complaint, "one": complaint.review, "form": form}
    )


class RerateForm(PlainForm):
    """Mẫu 03."""

    rating = level_field(gettext_lazy("Xếp loại lại"), required=True)
    why = TextField(label=gettext_lazy("Lý do xếp loại lại"), rows=4, max_length=2000)
    decision_number = TextField(label=gettext_lazy("Số quyết định"), max_length=60)
    decided_on = DayField(label=gettext_lazy("Ngày quyết định"), required=False)


def rerate(request: HttpRequest, pk: int) -> HttpResponse:
    """The earlier rating is cancelled and another given."""
    review, actor = load_to_write(request, pk), request.actor
    rules.must(
        queries.decides(review, actor), _("Nơi quyết định xếp loại xếp loại lại, không ai cho chính mình.")
    )
    rules.must_apply(rules.RERATE, review.status)
    form = RerateForm(request.POST or None, initial={"decided_on": actor.on})
    if request.method == "POST" and carry_out(
        form, lambda **typed: actions.rerate(review, by=actor, **typed)
    ):
        return redirect_with(
            request, review, _("Đã ghi quyết định xếp loại lại; kết quả trước vẫn đọc được.")
        )
    return render(request, "reviews/rerate.html", {"one": review, "form": form})
