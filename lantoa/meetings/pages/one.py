"""One meeting: what was recorded, what is still to be done about it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.documents import names
from lantoa.foundation import attachments, clock
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.agenda import decided_at
from lantoa.foundation.fields import carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.meetings import actions, printing, queries, rules
from lantoa.meetings.models import Conclusion, Meeting, OtherAnswer, ScoreSheet
from lantoa.meetings.pages.forms import TaskForm
from lantoa.organisation import queries as organisation


def _seen(request: HttpRequest, pk: int) -> Meeting:
    meetings = Meeting.objects.visible_to(request.actor).select_related("unit", "theme", "minutes_file")
    return get_object_or_404(meetings, pk=pk)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One meeting. Who was absent and why is shown only to those who keep the records."""
    found, actor = _seen(request, pk), request.actor
    keeps = actor.may("meetings.view") and actor.reaches(found.unit)
    may_edit = keeps and actor.may("meetings.edit")
    regular = queries.regular_in_month_of(found) if found.kind == rules.THEMATIC else True
    context = {
        "meeting": found,
        "unit_name": organisation.name_of(found.unit, found.held_on),
        "keeps": keeps,
        "may_edit": may_edit,
        "absences": found.absences.select_related("person") if keeps else [],
        "warnings": rules.warnings(found, regular_this_month=regular, today=actor.on) if may_edit else [],
        "answers": queries.other_answers(found, actor) if may_edit else [],
        "decided": list(decided_at(found, actor)),
        "tasks": found.conclusions.select_related("owner", "meeting"),
        "score": ScoreSheet.objects.visible_to(actor).filter(meeting=found).first() if keeps else None,
        "is_scored": may_edit and queries.score_rule(found.held_on) is not None,
        "members_meeting": found.kind in (rules.REGULAR, rules.THEMATIC),
        "speeches": rules.lines_of(found.speeches),
        "points": rules.lines_of(found.programme),
        "praised": rules.lines_of(found.praise),
        "is_conference": found.kind == rules.CONFERENCE,
        "is_about_him": bool(found.about) and (found.kind != rules.CONFERENCE or found.theme is not None),
        "has_minutes": found.kind in (rules.REGULAR, rules.THEMATIC, rules.CONFERENCE),
        "is_to_be_posted": may_edit and not found.posted_to_handbook_at,
    }
    return render(request, "meetings/show.html", context)


def file(request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes, for those who keep the records."""
    found = _seen(request, pk)
    if found.minutes_file is None or not request.actor.reaches(found.unit):
        raise Http404
    return attachments.serve(found.minutes_file)


@posts_only
def posted(request: HttpRequest, pk: int) -> HttpResponse:
    """The results are on the electronic handbook."""
    found = actions.mark_posted(_seen(request, pk), at=clock.now(), by=request.actor)
    return redirect_with(request, found, _("Đã ghi việc đăng Sổ tay."))


@posts_only
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a meeting entered by mistake."""
    reason = request.POST.get("reason", "").strip()
    actions.remove_meeting(_seen(request, pk), reason=reason, by=request.actor)
    return redirect_with(request, "meetings:index", _("Đã bỏ buổi sinh hoạt ghi nhầm."))


def minutes(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The minutes as a Word file, for those who keep the records."""
    return _paper(request, pk, printing.minutes, _("Biên bản"))


def resolution(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The resolution as a Word file."""
    return _paper(request, pk, printing.resolution, _("Nghị quyết"))


def _paper(request: HttpRequest, pk: int, write: Any, label: str) -> HttpResponseBase:
    found = _seen(request, pk)
    if not request.actor.reaches(found.unit):
        raise Http404
    unit = organisation.name_of(found.unit, found.held_on)
    name = f"{label} {found.held_on:%d-%m-%Y} {unit}.docx"
    return names.attachment_response(write(found), name, names.DOCX)


def task(request: HttpRequest, pk: int) -> HttpResponse:
    """Whose a task is, and until when."""
    one = _seen_task(request, pk)
    rules.must_edit(request.actor.reaches(one.meeting.unit))
    initial = {"owner": one.owner, "due": one.due}
    form = TaskForm(request.POST or None, one=one, on=request.actor.on, initial=initial)
    if carry_out(form, lambda **typed: actions.assign(one, by=request.actor, **typed)):
        return redirect_with(request, one.get_absolute_url(), _("Đã ghi người làm và hạn."))
    return render(request, "meetings/task.html", {"form": form, "one": one})


@posts_only
def task_done(request: HttpRequest, pk: int) -> HttpResponse:
    """It is done, today."""
    one = actions.finish(_seen_task(request, pk), on=request.actor.on, by=request.actor)
    return redirect_with(request, one.get_absolute_url(), _("Đã ghi việc đã xong."))


def _seen_task(request: HttpRequest, pk: int) -> Conclusion:
    found = Conclusion.objects.visible_to(request.actor).select_related("meeting__unit", "owner")
    return get_object_or_404(found, pk=pk)


@posts_only
def answer_take(request: HttpRequest, pk: int) -> HttpResponse:
    """The other device was right."""
    meeting = actions.choose(_other_answer(request, pk), by=request.actor)
    return redirect_with(request, meeting, _("Đã lấy bản ghi trên máy khác."))


@posts_only
def answer_drop(request: HttpRequest, pk: int) -> HttpResponse:
    """What is recorded is right."""
    answer = _other_answer(request, pk)
    actions.drop(answer, by=request.actor)
    return redirect_with(request, answer.meeting, _("Giữ nguyên bản đang ghi."))


def _other_answer(request: HttpRequest, pk: int) -> OtherAnswer:
    return get_object_or_404(
        OtherAnswer.objects.visible_to(request.actor).select_related("meeting__unit"), pk=pk
    )
