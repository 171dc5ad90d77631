"""The meeting and what follows it: the word of a body, the reply, what was found, who is not looked at this time."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import DayField, NumberField, PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.meetings import queries as meetings
from lantoa.meetings.choosing import MeetingForm
from lantoa.organisation import queries as organisation
from lantoa.reviews import actions, queries, rules
from lantoa.reviews.models import Review
from lantoa.reviews.pages.reading import sections_of
from lantoa.reviews.pages.shared import MarkBoxes, load_to_write
from lantoa.reviews.words import Level, Place

MOST = 100_000


def _count(label: Any, *, required: bool = False) -> NumberField:
    return NumberField(label=label, whole=True, least=0, most=MOST, required=required)


class HearingForm(MarkBoxes, MeetingForm):
    """The meeting, who came, the ballots, the remark, the level it proposes and marks where it gave any."""

    place = forms.ChoiceField(
        label=gettext_lazy("Kiểm điểm ở đâu?"),
        choices=lambda: capitalised(Place.choices),
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Cán bộ lãnh đạo kiểm điểm tại chi bộ trước, rồi ở tập thể lãnh đạo, cấp ủy."),
    )
    body = TextField(
        label=gettext_lazy("Tên tập thể lãnh đạo, cấp ủy (khi kiểm điểm ở nơi thứ hai)"),
        required=False,
        max_length=200,
    )
    due = _count(gettext_lazy("Phải dự"), required=True)
    present = _count(gettext_lazy("Có mặt"), required=True)
    issued = _count(gettext_lazy("Phiếu phát ra"))
    returned = _count(gettext_lazy("Phiếu thu về"))
    votes_excellent = _count(Level.EXCELLENT.label)
    votes_good = _count(Level.GOOD.label)
    votes_done = _count(Level.DONE.label)
    votes_not = _count(Level.NOT.label)
    remark = TextField(label=gettext_lazy("Nhận xét của cuộc họp"), rows=5, max_length=5000)

    def ballot(self) -> rules.Ballot:
        """What was counted."""
        typed = self.cleaned_data
        votes = {level: typed.get(f"votes_{level}") for level in Level.values}
        return rules.Ballot(typed["due"], typed["present"], typed["issued"], typed["returned"], votes)


def hear(request: HttpRequest, pk: int) -> HttpResponse:
    """What the meeting said of it."""
    review, actor = load_to_write(request, pk), request.actor
    rules.must(
        queries.conducts(review, actor),
        _("Người phụ trách kiểm điểm ghi kết quả cuộc họp, và không ai ghi về chính mình."),
    )
    rules.must_apply(rules.HEAR, review.status)
    form = HearingForm(request.POST or None, unit=review.unit, on=actor.on, initial=_start(review, actor))
    form.give_marks(review.template, gettext_lazy("Mức cuộc họp đề xuất"))

    def act(**typed: Any) -> Any:
        said = {name: typed[name] for name in ("meeting", "place", "body", "remark")}
        return actions.hear(review, by=actor, ballot=form.ballot(), marks=form.marks(), **said)

    if request.method == "POST" and carry_out(form, act):
        until = {"day": review.answer_by.strftime("%d/%m/%Y") if review.answer_by else ""}
        return redirect_with(
            request, review, _("Đã ghi; người được kiểm điểm trả lời đến hết ngày %(day)s.") % until
        )
    shown = {"one": review, "form": form, "sections": sections_of(review), "period": review.period}
    return render(request, "reviews/hear.html", shown)


def _start(review: Review, actor: Any) -> dict[str, Any]:
    """How many are due stands ready; what was written before is there to be mended."""
    there = review.hearings.order_by("-pk").first()
    if there is None:
        due = meetings.due_to_attend(review.unit, actor.on).count()
        return {"place": Place.CELL, "due": due or None}
    names = ("place", "body", "due", "present", "issued", "returned", "remark")
    votes = [f"votes_{level}" for level in Level.values]
    start = {name: getattr(there, name) for name in (*names, *votes)}
    mark = review.marks.filter(stage=there.place).first()
    return start | (rules.kept(mark) if mark else {}) | {"meeting": str(there.meeting_id or "")}  # type: ignore[arg-type]


@posts_only
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Her answer, or that she has none to give."""
    review, actor = load_to_write(request, pk), request.actor
    if "khong-y-kien" in request.POST:
        actions.waive(review, by=actor)
        return redirect_with(
            request, review, _("Đã ghi: đồng chí không có ý kiến. Điều đó không có nghĩa là đồng ý.")
        )
    actions.reply(review, by=actor, text=request.POST.get("text", "")[:5000])
    return redirect_with(request, review, _("Đã ghi trả lời; lời này luôn in liền sau nhận xét."))


class FindingForm(PlainForm):
    """What is to be mended, by when."""

    finding = TextField(label=gettext_lazy("Hạn chế cần khắc phục"), rows=3, max_length=1000)
    remedy = TextField(label=gettext_lazy("Biện pháp khắc phục"), required=False, rows=2, max_length=1000)
    deadline = DayField(
        label=gettext_lazy("Hạn khắc phục"),
        error_messages={"required": gettext_lazy("Nhập hạn khắc phục, ví dụ 31/03/2027.")},
    )


def find(request: HttpRequest, pk: int) -> HttpResponse:
    """A shortcoming, which goes its own way from here and stands in next year's registration."""
    review, actor = load_to_write(request, pk), request.actor
    rules.must(queries.conducts(review, actor), _("Người phụ trách kiểm điểm của đơn vị ghi hạn chế."))
    form = FindingForm(request.POST or None)
    if request.method == "POST" and carry_out(form, lambda **typed: actions.find(review, by=actor, **typed)):
        return redirect_with(request, review, _("Đã ghi hạn chế; sẽ có sẵn trong bản đăng ký năm sau."))
    whose = review.person.full_name if review.person else organisation.name_of(review.unit, actor.on)
    return render(request, "reviews/find.html", {"one": review, "form": form, "whose": whose})


@posts_only
def excuse(request: HttpRequest, pk: int) -> HttpResponse:
    """Not looked at this time, with the reason."""
    review = load_to_write(request, pk)
    actions.excuse(review, by=request.actor, why=request.POST.get("why", "")[:300])
    return redirect_with(request, review.period, _("Đã ghi vì sao chưa kiểm điểm."))


@posts_only
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Looked at after all."""
    review = load_to_write(request, pk)
    actions.resume(review, by=request.actor)
    return redirect_with(request, review.period, _("Đã đưa vào kiểm điểm."))
