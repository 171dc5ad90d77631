"""The desk of requests about personal data: what waits, one of them, the answer, and how long answers may take."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import DayField, NumberField, PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.filters import chosen
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.organisation import queries as organisation
from lantoa.people.actors import heads_the_tree
from lantoa.people.queries import reaches_all_of
from lantoa.personal_data import actions, queries
from lantoa.personal_data.models import AnswerTerm, DataRequest, Erasure, Restriction
from lantoa.personal_data.words import Kind, Part

LATE, CLOSED = "qua-han", "da-tra-loi"
FILTERS = {
    "": gettext_lazy("Chờ trả lời"),
    LATE: gettext_lazy("Quá hạn"),
    CLOSED: gettext_lazy("Đã xong"),
}
MOST_DAYS = 365


def desk(request: HttpRequest) -> HttpResponse:
    """What waits for an answer in the units in reach, the nearest term first."""
    actor = request.actor
    mine = DataRequest.objects.for_desk(actor)
    shown = chosen(request, "loc", FILTERS)
    lists = {
        "": mine.open().nearest_first(),
        LATE: mine.late(actor.on).nearest_first(),
        CLOSED: mine.closed().order_by("-pk"),
    }
    found = lists[shown]
    page = paginate(request, found.select_related("person"))
    names = organisation.names_of({one.unit_id for one in page}, actor.on)
    for one in page:
        one.unit_name = names.get(one.unit_id, "")  # type: ignore[attr-defined]
        one.overdue = one.is_late(actor.on)  # type: ignore[attr-defined]
    context = {"page": page, "filters": FILTERS.items(), "shown": shown}
    return render(request, "personal_data/desk.html", context)


def _load(request: HttpRequest, pk: int) -> DataRequest:
    people = ("person", "unit", "taken_by", "answered_by", "entered_by")
    return get_object_or_404(DataRequest.objects.for_desk(request.actor).select_related(*people), pk=pk)


class AnswerForm(PlainForm):
    """What was done, or why not."""

    answer = TextField(
        label=gettext_lazy("Câu trả lời"),
        rows=5,
        max_length=4000,
        help_text=gettext_lazy("Người gửi đọc nguyên văn. Chưa thực hiện thì ghi lý do và căn cứ."),
    )


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One request, what may be done about it, and the answer."""
    one, actor = _load(request, pk), request.actor
    form = AnswerForm(request.POST or None)
    act = actions.refuse if "chua" in request.POST else actions.finish
    if request.method == "POST" and carry_out(form, lambda **typed: act(one, by=actor, **typed)):
        said = _("Đã trả lời yêu cầu số %(number)s; người gửi được báo.") % {"number": one.number}
        return redirect_with(request, "personal_data:desk", said)
    term = queries.term_of(one.kind, one.asked_on)
    mends = actor.may("people.manage_accounts") and reaches_all_of(one.person, actor)
    context = {
        "one": one,
        "form": form,
        "about": queries.label_of(one.about),
        "unit_name": organisation.name_of(one.unit, actor.on),
        "is_late": one.is_late(actor.on),
        "may_extend": one.is_open and one.finish_by and not one.extended_on and term and term.extend_days,
        "mends": mends,
        "menders": [] if mends else queries.administrators_of(one.unit, actor.on),
        "restriction": Restriction.objects.filter(request=one).first(),
        "erasure": (erasure := Erasure.objects.filter(request=one).first()),
        "erased": [Part(part).label for part in erasure.parts if part in Part.values] if erasure else [],
    }
    return render(request, "personal_data/request.html", context)


@posts_only
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Taken up."""
    one = actions.take(_load(request, pk), by=request.actor)
    return redirect_with(request, one, _("Đã tiếp nhận; người gửi được báo."))


class ExtendForm(PlainForm):
    """Why it takes longer."""

    why = TextField(
        label=gettext_lazy("Vì sao cần thêm thời gian?"),
        rows=3,
        max_length=1000,
        help_text=gettext_lazy("Người gửi đọc nguyên văn. Mỗi yêu cầu gia hạn một lần."),
    )


def extend(request: HttpRequest, pk: int) -> HttpResponse:
    """A longer term, once."""
    one = _load(request, pk)
    form = ExtendForm(request.POST or None)
    if request.method == "POST" and carry_out(form, lambda **t: actions.extend(one, by=request.actor, **t)):
        return redirect_with(request, one, _("Đã gia hạn; người gửi được báo."))
    return render(request, "personal_data/extend.html", {"one": one, "form": form})


class TermForm(PlainForm):
    """Terms of one kind from a day on."""

    kind = forms.ChoiceField(label=gettext_lazy("Loại yêu cầu"), choices=lambda: capitalised(Kind.choices))
    starts = DayField(label=gettext_lazy("Áp dụng từ ngày"))
    answer_days = NumberField(
        label=gettext_lazy("Tiếp nhận trong"), whole=True, least=1, most=MOST_DAYS, required=False
    )
    answer_working = forms.BooleanField(label=gettext_lazy("Tính theo ngày làm việc"), required=False)
    finish_days = NumberField(
        label=gettext_lazy("Giải quyết trong"), whole=True, least=1, most=MOST_DAYS, required=False
    )
    finish_working = forms.BooleanField(
        label=gettext_lazy("Thời gian giải quyết tính theo ngày làm việc"), required=False
    )
    extend_days = NumberField(
        label=gettext_lazy("Gia hạn một lần thêm"), whole=True, least=1, most=MOST_DAYS, required=False
    )
    basis = TextField(
        label=gettext_lazy("Căn cứ"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Văn bản, điều, khoản. Ô số để trống: chưa rõ, không tính hạn."),
    )


def terms(request: HttpRequest) -> HttpResponse:
    """How long answers may take, by kind and day; a change begins on a day and leaves what stands."""
    actor: Any = request.actor
    form = TermForm(request.POST or None, initial={"starts": actor.on, "answer_working": True})
    if request.method == "POST" and carry_out(form, lambda **typed: actions.set_term(by=actor, **typed)):
        return redirect_with(request, "personal_data:terms", _("Đã ghi hạn trả lời."))
    rows = list(AnswerTerm.objects.all())
    order = {kind: place for place, kind in enumerate(Kind.values)}
    rows.sort(key=lambda one: (order[one.kind], -one.starts.toordinal()))
    context = {"form": form, "terms": rows, "may_set": heads_the_tree(actor)}
    return render(request, "personal_data/terms.html", context)
