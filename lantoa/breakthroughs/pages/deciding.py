"""What the body above does: approve, return, assess, close."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantoa.breakthroughs import actions, queries, rules
from lantoa.breakthroughs.models import Amendment, Breakthrough
from lantoa.breakthroughs.pages.judging_forms import ApproveForm, AssessForm, ReturnForm
from lantoa.breakthroughs.pages.reading import load, shown
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import Conflict, NotAllowed
from lantoa.foundation.fields import carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit


def _supervisors(breakthrough: Breakthrough, request: HttpRequest) -> dict[str, tuple[Unit, str]]:
    """Who may be asked to supervise: the approving unit and those directly below it, except the owner's own."""
    approver, on = breakthrough.approving_unit, request.actor.on
    near = organisation.children_by_name(approver, on)
    below = [place for place in near if place.unit_id != breakthrough.unit_id]
    units = {str(approver.pk): (approver, organisation.name_of(approver, on))}
    return units | {str(place.unit_id): (place.unit, place.name) for place in below}


def _load_to_judge(request: HttpRequest, pk: int) -> Breakthrough:
    breakthrough = load(request, pk)
    if not queries.may_judge(request.actor, breakthrough):
        raise NotAllowed(_("Nội dung này của đồng chí hoặc trình nơi khác; đồng chí không cho ý kiến."))
    return breakthrough


def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Read it and record the decision, or send it back."""
    breakthrough = _load_to_judge(request, pk)
    if breakthrough.status != rules.SUBMITTED:
        raise Conflict(_("Nội dung này đã được xử lý. Mở lại trang để xem trạng thái mới."))
    return _judge_page(request, breakthrough)


def _judge_page(
    request: HttpRequest,
    breakthrough: Breakthrough,
    approval: ApproveForm | None = None,
    return_form: ReturnForm | None = None,
) -> HttpResponse:
    context: dict[str, Any] = shown(request, breakthrough)
    waiting = Breakthrough.objects.awaiting(request.actor)
    context |= {
        "approval": approval or _approve_form(request, breakthrough),
        "return_form": return_form or ReturnForm(initial={"reason": _advised(breakthrough)}),
        "waiting": waiting.count(),
        "fresh": queries.may_be_taken_back(request.actor),
        "days": (request.actor.on - breakthrough.submitted_on).days if breakthrough.submitted_on else 0,
    }
    return render(request, "breakthroughs/judge.html", context)


def _advised(breakthrough: Breakthrough) -> str:
    """What the advising body asks to mend, ready in the box for who returns it."""
    last = queries.last_appraisal(breakthrough)
    return last.text if last and last.opinion == rules.MEND else ""


def _approve_form(request: HttpRequest, breakthrough: Breakthrough, typed: Any = None) -> ApproveForm:
    body = organisation.name_of(breakthrough.approving_unit, request.actor.on)
    initial = {"decided_by": body, "approved_on": request.actor.on}
    return ApproveForm(
        typed,
        supervisors=_supervisors(breakthrough, request),
        unit=breakthrough.approving_unit,
        on=request.actor.on,
        initial=initial,
    )


def _next(request: HttpRequest, message: str) -> HttpResponse:
    """On to the next paper that waits, else back to the list."""
    following = Breakthrough.objects.awaiting(request.actor).first()
    if following:
        return redirect_with(request, "breakthroughs:judge", message, following.pk)
    amendment = Amendment.objects.awaiting(request.actor).first()
    if amendment:
        return redirect_with(request, "breakthroughs:amendment", message, amendment.pk)
    return redirect_with(request, "breakthroughs:index", message)


@posts_only
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the decision with its paper."""
    breakthrough = _load_to_judge(request, pk)
    form = _approve_form(request, breakthrough, request.POST)
    if carry_out(form, lambda **_typed: actions.approve(breakthrough, by=request.actor, **form.decision())):
        day = show_date(breakthrough.approved_on)
        said = _("Đã ghi quyết định duyệt số %(number)s, ngày %(day)s.")
        return _next(request, said % {"number": breakthrough.document_number, "day": day})
    return _judge_page(request, breakthrough, approval=form)


@posts_only
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo an approval of the last ten minutes; the paper opens again to be judged."""
    breakthrough = load(request, pk)
    actions.take_back_approval(breakthrough, by=request.actor)
    said = _("Đã rút lại việc ghi duyệt “%(statement)s”.") % {"statement": breakthrough.statement}
    return redirect_with(request, "breakthroughs:judge", said, pk)


@posts_only
def return_for_changes(request: HttpRequest, pk: int) -> HttpResponse:
    """Send it back with the reason."""
    breakthrough = _load_to_judge(request, pk)
    form = ReturnForm(request.POST)
    if carry_out(
        form, lambda **_typed: actions.return_for_changes(breakthrough, by=request.actor, reason=form.text())
    ):
        return _next(request, _("Đã trả lại để sửa, kèm lý do."))
    return _judge_page(request, breakthrough, return_form=form)


def assess(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it came in a year."""
    breakthrough = _load_to_judge(request, pk)
    if breakthrough.status in rules.BEFORE_APPROVAL:
        raise Conflict(_("Chỉ đánh giá nội dung đã duyệt."))
    today = request.actor.on
    last = min(breakthrough.last_day.year, today.year)
    years = list(range(last, breakthrough.starts.year - 1, -1))
    body = organisation.name_of(breakthrough.approving_unit, today)
    form = AssessForm(request.POST or None, years=years, initial={"assessed_by": body})
    if carry_out(form, lambda **typed: actions.assess_year(breakthrough, by=request.actor, **typed)):
        said = _("Đã ghi đánh giá năm %(year)s.") % {"year": form.cleaned_data["year"]}
        return redirect_with(request, "breakthroughs:show", said, pk)
    return render(request, "breakthroughs/assess.html", {"form": form, "breakthrough": breakthrough})


@posts_only
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """It is over."""
    breakthrough = _load_to_judge(request, pk)
    actions.close(breakthrough, by=request.actor)
    return redirect_with(request, "breakthroughs:show", _("Đã kết thúc nội dung đột phá này."), pk)
