"""The end of the year: the owner's assessment, the cell's remark, the answer, the conclusion, the year on paper."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import Conflict
from lantoa.foundation.fields import PlainForm, TextField, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.meetings.choosing import MeetingForm
from lantoa.registrations import actions, queries, rules
from lantoa.registrations.models import Conclusion, Outcome, Registration


def _load(request: HttpRequest, pk: int) -> Registration:
    return get_object_or_404(Registration.objects.visible_to(request.actor).for_lists(), pk=pk)


# The owner


class AssessForm(PlainForm):
    """Two boxes a task, and a word about the year."""

    overall = TextField(
        label=gettext_lazy("Nhận xét chung về năm qua"),
        required=False,
        rows=3,
        max_length=1000,
        help_text=gettext_lazy("Điều làm được, điều chưa làm được, vì sao."),
    )

    def __init__(self, one: Registration, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tasks = one.ordered_tasks
        for task in self.tasks:
            self.fields[f"outcome_{task.order}"] = forms.ChoiceField(
                label=gettext_lazy("Việc này đến nay thế nào?"),
                choices=[(value, str(label).capitalize()) for value, label in Outcome.choices],
                widget=forms.RadioSelect,
                initial=task.outcome,
                error_messages={"required": gettext_lazy("Chọn mức đã làm được của việc này.")},
            )
            self.fields[f"text_{task.order}"] = TextField(
                label=gettext_lazy("Kết quả"),
                required=False,
                rows=3,
                max_length=1000,
                initial=task.outcome_text if one.ending else task.results_in_words[:1000],
                help_text=gettext_lazy("Nêu con số, sản phẩm, ai được lợi. Chưa làm thì nêu vì sao."),
            )

    @property
    def rows(self) -> list[tuple[Any, Any, Any]]:
        """(task, its two boxes)."""
        return [(t, self[f"outcome_{t.order}"], self[f"text_{t.order}"]) for t in self.tasks]


def assess(request: HttpRequest, pk: int) -> HttpResponse:
    """How far each task came, next to what was recorded through the year."""
    one = _load(request, pk)
    rules.must_own(queries.writes(one, request.actor))
    rules.must_be_under_way(one.status)
    rules.must_be_year_end(one.year, request.actor.on)
    form = AssessForm(
        one, request.POST or None, initial={"overall": one.ending.overall if one.ending else ""}
    )

    def act(overall: str, **typed: str) -> Any:
        outcomes = {t.order: (typed[f"outcome_{t.order}"], typed[f"text_{t.order}"]) for t in form.tasks}
        return actions.assess(one, by=request.actor, outcomes=outcomes, overall=overall)

    if request.method == "POST" and carry_out(form, act):
        said = _("Đã gửi bản tự đánh giá năm %(year)s đến chi bộ.") % {"year": one.year}
        return redirect_with(request, "registrations:show", said, one.pk)
    return render(request, "registrations/assess.html", {"one": one, "form": form})


@posts_only
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """The owner's word on the remark, before it is final."""
    one = _load(request, pk)
    text = _("Đồng ý với nhận xét của chi bộ.") if "agree" in request.POST else request.POST.get("text", "")
    actions.reply(one, by=request.actor, text=text[:2000])
    return redirect_with(request, "registrations:show", _("Đã gửi ý kiến của đồng chí."), one.pk)


# The cell


class RemarkForm(MeetingForm):
    """What the meeting said."""

    remark = TextField(
        label=gettext_lazy("Nhận xét của chi bộ"),
        rows=4,
        max_length=2000,
        error_messages={"required": gettext_lazy("Ghi nhận xét của chi bộ.")},
    )
    conclusion = forms.ChoiceField(
        label=gettext_lazy("Kết luận của buổi họp"),
        choices=[(value, str(label).capitalize()) for value, label in Conclusion.choices],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Chọn kết luận của buổi họp.")},
    )


def remark(request: HttpRequest, pk: int) -> HttpResponse:
    """Beside the owner's own words: the remark, the conclusion, the meeting."""
    one = _load(request, pk)
    queries.must_conclude_on(one, request.actor)
    if one.ending is None or one.ending.is_closed:
        said = _("Đã chốt.") if one.ending else _("Người đăng ký chưa tự đánh giá.")
        messages.info(request, said)
        return redirect(one)
    stands = {
        name: getattr(one.ending, name) for name in ("remark", "conclusion", "meeting_on", "minutes_number")
    }
    stands |= {"meeting": str(one.ending.meeting_id or "")}
    unit = one.sent_to or one.unit
    form = RemarkForm(request.POST or None, initial=stands, unit=unit, on=request.actor.on)

    def act(**typed: Any) -> Any:
        return actions.remark(one, by=request.actor, **typed)

    if request.method == "POST" and (done := carry_out(form, act)):
        said = _("Đã gửi nhận xét. Người đăng ký nêu ý kiến đến hết ngày %(day)s.") % {
            "day": show_date(done.answer_by)
        }
        return _next_remark(request, one, said)
    answer_by, waiting = rules.answer_remark_by(request.actor.on), _waiting(request, one)
    context = {"one": one, "form": form, "waiting": waiting, "answer_by": answer_by}
    return render(request, "registrations/remark.html", context)


def remarks(request: HttpRequest) -> HttpResponse:
    """The first self-assessment that waits; the next opens by itself."""
    first = queries.waiting_for_remark(request.actor, _year(request)).first()
    if first:
        return redirect("registrations:remark", first.pk)
    said = _("Không còn bản tự đánh giá nào chờ nhận xét.")
    return redirect_with(request, "registrations:index", said)


def _year(request: HttpRequest) -> int | None:
    asked = request.GET.get("nam", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else None


def _waiting(request: HttpRequest, one: Registration) -> int:
    return queries.waiting_for_remark(request.actor, one.year).exclude(pk=one.pk).count()


def _next_remark(request: HttpRequest, one: Registration, said: str) -> HttpResponse:
    following = queries.waiting_for_remark(request.actor, one.year).exclude(pk=one.pk).first()
    if following:
        return redirect_with(request, "registrations:remark", said, following.pk)
    return redirect_with(request, "registrations:show", said, one.pk)


@posts_only
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """The conclusion stands."""
    one = _load(request, pk)
    try:
        actions.close(one, by=request.actor)
    except Conflict as conflict:
        messages.warning(request, str(conflict))
        return redirect(one)
    return redirect_with(request, "registrations:show", _("Đã chốt kết quả năm."), one.pk)
