"""A period: opening it, giving out papers, sending drafts round, closing it and opening it again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import ROMAN
from lantoa.foundation.errors import Conflict, NotAllowed
from lantoa.foundation.fields import DayField, PlainForm, TextField, YearField, capitalised, carry_out
from lantoa.foundation.filters import asked_key
from lantoa.foundation.pages import redirect_with
from lantoa.foundation.text import title_key
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor
from lantoa.reviews import actions, queries, rules
from lantoa.reviews.models import ComparableGroup
from lantoa.reviews.pages.shared import load_period, load_to_write
from lantoa.reviews.words import WRITTEN, Code, Kind, Turn


class PeriodForm(PlainForm):
    """Which time, by when, who rates."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Kỳ kiểm điểm"),
        choices=lambda: capitalised(Kind.choices),
        widget=forms.RadioSelect,
    )
    year = YearField(label=gettext_lazy("Năm"), required=False)
    quarter = forms.TypedChoiceField(
        label=gettext_lazy("Quý"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "–"), *((str(n), ROMAN[n]) for n in range(1, 5))],
        help_text=gettext_lazy("Chỉ chọn khi kiểm điểm theo quý."),
    )
    name = TextField(label=gettext_lazy("Kiểm điểm khi cần: vì việc gì"), required=False, max_length=160)
    starts = DayField(label=gettext_lazy("Khi cần: từ ngày"), required=False)
    last_day = DayField(label=gettext_lazy("Khi cần: đến hết ngày"), required=False)
    send_by = DayField(
        label=gettext_lazy("Gửi bản tự kiểm điểm trước hết ngày"),
        error_messages={"required": gettext_lazy("Nhập hạn gửi bản tự kiểm điểm, ví dụ 08/12/2026.")},
    )
    meets_on = DayField(label=gettext_lazy("Dự kiến họp ngày"), required=False)
    decided_by = forms.ChoiceField(
        label=gettext_lazy("Nơi quyết định xếp loại"),
        help_text=gettext_lazy("Thường là cấp ủy cấp trên trực tiếp."),
    )
    members_read = forms.BooleanField(
        label=gettext_lazy("Đảng viên trong chi bộ đọc dự thảo trước họp"),
        required=False,
        help_text=gettext_lazy("Không chọn thì chỉ chi ủy và chính người viết đọc; ai mở đều được ghi."),
    )
    with_collective = forms.BooleanField(
        label=gettext_lazy("Kiểm điểm cả tập thể (tập thể trước, cá nhân sau)"), required=False
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = queries.deciders_for(actor.unit, actor.on) if actor.unit else []
        self.units = {str(unit.pk): unit for unit in units}
        names = organisation.names_of([unit.pk for unit in units], actor.on)
        choose: Any = self.fields["decided_by"]
        choose.choices = [(key, names.get(unit.pk, str(unit))) for key, unit in self.units.items()]

    def clean(self) -> dict[str, Any]:
        typed = dict(super().clean() or {})
        typed["decided_by"] = self.units.get(typed.get("decided_by", ""))
        return typed


def new(request: HttpRequest) -> HttpResponse:
    """The unit begins to look back."""
    actor = request.actor
    if actor.unit is None:
        raise NotAllowed(_("Đợt kiểm điểm do người phụ trách của một đơn vị mở."))
    quarter = (actor.on.month - 1) // 3 + 1
    start = {"kind": Kind.YEAR, "year": actor.on.year, "quarter": str(quarter), "with_collective": True}
    form = PeriodForm(actor, request.POST or None, initial=start)
    opened = request.method == "POST" and carry_out(
        form, lambda **typed: actions.open_period(by=actor, **typed)
    )
    if opened:
        return redirect_with(request, opened, _("Đã mở đợt; mỗi người có một bản để viết và được báo."))
    return render(request, "reviews/new.html", {"form": form, "terms": queries.terms_on(actor.on)})


class AssignForm(PlainForm):
    """Which paper, whose turn, with whom she is compared when rated."""

    code = forms.ChoiceField(
        label=gettext_lazy("Mẫu kiểm điểm"),
        choices=lambda: [(code, Code(code).label) for code in WRITTEN],
    )
    turn = forms.TypedChoiceField(
        label=gettext_lazy("Thứ tự kiểm điểm"), coerce=int, choices=lambda: capitalised(Turn.choices)
    )
    group = TextField(
        label=gettext_lazy("Nhóm vị trí, chức năng tương đồng"),
        required=False,
        max_length=120,
        help_text=gettext_lazy(
            "Tỷ lệ xuất sắc tính trong nhóm này, ở nơi quyết định xếp loại. Ví dụ: hiệu trưởng các trường THCS."
        ),
    )


def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """One paper: its form, its turn, its group."""
    review, actor = load_to_write(request, pk), request.actor
    rules.must(
        queries.conducts(review, actor),
        _("Người phụ trách kiểm điểm chọn mẫu, thứ tự và nhóm; bản của chính mình thì người khác chọn."),
    )
    start = {"code": review.template.code, "turn": review.turn, "group": review.group or ""}
    form = AssignForm(request.POST or None, initial=start)
    if request.method == "POST" and carry_out(form, lambda **t: actions.assign(review, by=actor, **t)):
        return redirect_with(request, review.period, _("Đã ghi mẫu, thứ tự và nhóm."))
    year = review.period.last_day.year
    kept = ComparableGroup.objects.filter(unit=review.period.decided_by, year=year)
    groups = sorted(kept, key=lambda one: title_key(one.name))
    return render(request, "reviews/assign.html", {"one": review, "form": form, "groups": groups})


@posts_only
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody who came since."""
    period = load_period(request, pk)
    key = asked_key(request.POST.get("person", ""))
    person = next((one for one in queries.not_yet_in(period, request.actor.on) if one.pk == key), None)
    if person is None:
        raise Conflict(_("Người này không còn trong danh sách chờ. Tải lại trang của đợt."))
    actions.add_person(period, person, by=request.actor)
    return redirect_with(request, period, _("Đã thêm một bản vào đợt."))


@posts_only
def show_drafts(request: HttpRequest, pk: int) -> HttpResponse:
    """What was sent is read before the meeting from today on."""
    period = load_period(request, pk)
    count = actions.show_drafts(period, by=request.actor)
    return redirect_with(request, period, _("Đã gửi %(n)s bản để đọc trước họp.") % {"n": count})


@posts_only
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """From now on nothing of it changes."""
    period = load_period(request, pk)
    actions.close(period, by=request.actor)
    return redirect_with(request, period, _("Đã khóa đợt kiểm điểm."))


class ReopenForm(PlainForm):
    """Why."""

    why = TextField(
        label=gettext_lazy("Vì sao cần mở lại?"),
        rows=3,
        max_length=1000,
        help_text=gettext_lazy("Người thứ hai đọc và đồng ý thì đợt mới mở."),
    )


def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """One person asks; on the period's own page another agrees."""
    period, actor = load_period(request, pk), request.actor
    form = ReopenForm(request.POST or None)
    if request.method == "POST" and carry_out(
        form, lambda why: actions.ask_to_reopen(period, by=actor, why=why)
    ):
        return redirect_with(request, period, _("Đã đề nghị mở lại; chờ người thứ hai đồng ý."))
    return render(request, "reviews/reopen.html", {"one": period, "form": form})


@posts_only
def answer_reopening(request: HttpRequest, pk: int) -> HttpResponse:
    """The second person's word."""
    period = load_period(request, pk)
    agrees = "khong" not in request.POST
    actions.answer_reopening(period, by=request.actor, agrees=agrees)
    said = _("Đã mở lại đợt kiểm điểm.") if agrees else _("Đợt vẫn khóa; người đề nghị được báo.")
    return redirect_with(request, period, said)
