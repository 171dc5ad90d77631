"""Judging what came in: one paper after the other, the next opens by itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import Conflict
from lantoa.foundation.fields import PlainForm, TextField, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.foundation.text import given_name
from lantoa.meetings.choosing import MeetingForm
from lantoa.organisation import queries as organisation
from lantoa.registrations import actions, queries, rules
from lantoa.registrations.models import Registration, ReturnReason
from lantoa.registrations.queries import review

ORDER, CLOSER = "thu-tu", "xem-ky"  # the reviewer's choice, kept while she is signed in
NEIGHBOURS = 3  # how many papers before and after the open one the queue names


class NumberedBoxes(forms.CheckboxSelectMultiple):
    """Tick boxes that the keys 1, 2, 3… tick."""

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(*args, **kwargs)
        option["attrs"]["data-key"] = str(int(option["index"]) + 1)
        return option


class ReturnForm(PlainForm):
    """Why it goes back."""

    reasons = forms.MultipleChoiceField(
        label=gettext_lazy("Nếu trả lại, đồng chí chọn lý do"),
        help_text=gettext_lazy("Người đăng ký sẽ đọc nguyên văn lý do này."),
        choices=[(value, str(label).capitalize()) for value, label in ReturnReason.choices],
        widget=NumberedBoxes,
        required=False,
    )
    note = TextField(label=gettext_lazy("Nói thêm một câu"), required=False, rows=2, max_length=500)


def queue(request: HttpRequest) -> HttpResponse:
    """The first that waits, in the chosen order; when none is left, what was done today."""
    if ORDER in request.GET:
        request.session[ORDER] = CLOSER if request.GET[ORDER] == CLOSER else ""
    waiting, _looks = _waiting(request)
    if waiting:
        return redirect("registrations:judge", waiting[0].pk)
    fresh = queries.may_be_taken_back(request.actor)
    return render(
        request, "registrations/judged.html", {"judged": queries.judged_by(request.actor), "fresh": fresh}
    )


def _waiting(request: HttpRequest) -> tuple[list[Registration], dict[int, review.Look]]:
    """The queue as it is read: as the papers came, or with what may deserve a closer look first and why."""
    waiting = queries.waiting_for(request.actor).select_related("person", "unit")
    if request.session.get(ORDER) != CLOSER:
        return list(waiting), {}
    papers = list(waiting.prefetch_related("tasks"))
    looks = review.looks_at(papers, request.actor.on)
    return review.closer_first(papers, looks), looks


def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """One paper to judge: its words, the year before, the meeting, the reasons."""
    one = _load(request, pk)
    actions.note_opening(one, by=request.actor)
    sent_on = localtime(one.submitted_at).date() if one.submitted_at else request.actor.on
    agree = _meeting_form(request, one, initial=queries.last_meeting_of(request.actor, sent_on))
    return _page(request, one, agree, ReturnForm())


def _meeting_form(request: HttpRequest, one: Registration, *args: Any, **kwargs: Any) -> MeetingForm:
    return MeetingForm(*args, unit=one.sent_to or one.unit, on=request.actor.on, **kwargs)


def _load(request: HttpRequest, pk: int) -> Registration:
    return get_object_or_404(Registration.objects.visible_to(request.actor).for_lists(), pk=pk)


def _page(request: HttpRequest, one: Registration, agree: MeetingForm, back: ReturnForm) -> HttpResponse:
    """The judging page; when somebody was faster or it is not ours to judge, a sentence that says so."""
    if not one.is_waiting:
        messages.info(request, queries.who_was_faster(one))
        return redirect(one)
    if not queries.may_judge(one, request.actor):
        rules.must_judge(
            may=request.actor.may("registrations.judge"),
            reaches=False,
            is_own=queries.is_own(one, request.actor),
        )
    waiting, looks = _waiting(request)
    look = looks.get(one.pk) or review.looks_at([one], request.actor.on)[one.pk]
    before = queries.last_year_of(one)
    alike = review.alike_to(one, look.matches, request.actor)
    place = next((n for n, other in enumerate(waiting) if other.pk == one.pk), None)
    context = {
        "one": one,
        "agree": agree,
        "back": back,
        "total": len(waiting),
        "minutes": len(waiting),
        "place": None if place is None else place + 1,
        "queue": _around(waiting, place),
        "is_closer_first": request.session.get(ORDER) == CLOSER,
        "everything": [(other, looks[other.pk].reasons) for other in waiting] if looks else [],
        "look": look,
        "beside": review.advice_on(one),
        "alike": alike,
        "same_as_before": next((a for a in alike if a.is_own and a.other == before), None),
        "before": before,
        "answer_by": rules.answer_by(timezone.localtime(one.submitted_at).date()),
        "unit_name": organisation.name_of(one.unit, request.actor.on),
        "fresh": queries.may_be_taken_back(request.actor),
        "next_place": _next_place(place, len(waiting)),
    }
    return render(request, "registrations/judge.html", context)


def _around(waiting: list[Registration], place: int | None) -> list[tuple[int, Registration]]:
    """The queue's neighbours of the open paper, with their numbers."""
    if place is None:
        return []
    start = max(0, min(place - 1, len(waiting) - NEIGHBOURS - 1))
    return list(enumerate(waiting, start=1))[start : start + NEIGHBOURS + 1]


def _next_place(place: int | None, total: int) -> int | None:
    """The number of the paper that opens by itself after this one."""
    if place is None or total < 2:
        return None
    return place + 2 if place + 1 < total else 1


@posts_only
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree; the next one opens."""
    one = _load(request, pk)
    agree = _meeting_form(request, one, request.POST)
    after = _after(request, one)
    try:
        if carry_out(agree, lambda **typed: actions.approve(one, by=request.actor, **typed)):
            return _go_on(request, _("Đã duyệt bản của %(owner)s."), one, after)
    except Conflict as conflict:
        return _too_late(request, conflict)
    return _page(request, one, agree, ReturnForm(initial=_picked(request)))


@posts_only
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo an approval of the last ten minutes; the paper opens again to be judged."""
    one = _load(request, pk)
    actions.take_back_approval(one, by=request.actor)
    said = _("Đã rút lại việc duyệt bản của %(owner)s.") % {"owner": one.owner_name}
    return redirect_with(request, "registrations:judge", said, one.pk)


@posts_only
def return_(request: HttpRequest, pk: int) -> HttpResponse:
    """Send back with the reasons; the next one opens."""
    one, back = _load(request, pk), ReturnForm(request.POST)
    after = _after(request, one)
    try:
        if carry_out(back, lambda **typed: actions.return_for_changes(one, by=request.actor, **typed)):
            return _go_on(request, _("Đã trả lại bản của %(owner)s để sửa."), one, after)
    except Conflict as conflict:
        return _too_late(request, conflict)
    typed = {name: request.POST.get(name, "") for name in MeetingForm.base_fields}
    agree = _meeting_form(request, one, initial=typed)
    return _page(request, one, agree, back)


def _picked(request: HttpRequest) -> dict[str, Any]:
    return {"reasons": request.POST.getlist("reasons"), "note": request.POST.get("note", "")}


def _after(request: HttpRequest, one: Registration) -> int | None:
    """Which paper stands behind this one in the queue, before it leaves it."""
    waiting = [other.pk for other in _waiting(request)[0]]
    if one.pk not in waiting:
        return None
    behind = waiting[waiting.index(one.pk) + 1 :] or waiting[: waiting.index(one.pk)]
    return behind[0] if behind else None


def _go_on(request: HttpRequest, said: str, one: Registration, after: int | None) -> HttpResponse:
    owner = _("đồng chí %(name)s") % {"name": given_name(one.owner_name)} if one.person else one.owner_name
    messages.success(request, said % {"owner": owner})
    return redirect("registrations:judge", after) if after else redirect("registrations:queue")


def _too_late(request: HttpRequest, conflict: Conflict) -> HttpResponse:
    """Somebody was faster: say who and when, and go on with what is left."""
    messages.warning(request, str(conflict))
    return redirect("registrations:queue")
