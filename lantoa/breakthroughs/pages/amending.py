"""Changing an approved text: propose, read both versions side by side, decide, take back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.breakthroughs import actions, queries, rules
from lantoa.breakthroughs.models import Amendment, Breakthrough
from lantoa.breakthroughs.pages.forms import Marks, ProposalForm, as_typed
from lantoa.breakthroughs.pages.judging_forms import AmendForm, RefusalForm
from lantoa.breakthroughs.pages.reading import load
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import Conflict, NotAllowed
from lantoa.foundation.fields import carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation


def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """The approved text in the boxes, to be changed, and why."""
    breakthrough, actor = load(request, pk), request.actor
    if not queries.may_write(actor, breakthrough):
        raise NotAllowed(_("Chỉ người đăng ký và đơn vị đăng ký đề nghị sửa đổi."))
    if breakthrough.status not in rules.UNDER_WAY:
        raise Conflict(_("Chỉ sửa đổi nội dung đã duyệt và chưa kết thúc."))
    written = [{"due": m.due, "text": m.text, "value": m.value} for m in breakthrough.milestones.all()]
    shape = {"unit": breakthrough.unit, "on": actor.on, "owners": None, "initial": as_typed(breakthrough)}
    form = ProposalForm(request.POST or None, **shape)
    marks = Marks(request.POST or None, prefix="moc", initial=written)

    def send(reason: str, **_typed: Any) -> Amendment:
        return actions.propose_amendment(
            breakthrough, by=actor, milestones=marks.marks(), reason=reason, **form.written()
        )

    if amendment := carry_out(form, send, marks):
        receiver = organisation.name_of(breakthrough.approving_unit, actor.on)
        said = _("Đã trình bản sửa đổi lên %(unit)s. Bản đã duyệt vẫn có hiệu lực.") % {"unit": receiver}
        return redirect_with(request, "breakthroughs:amendment", said, amendment.pk)
    context = {"form": form, "marks": marks, "breakthrough": breakthrough}
    context["unit_name"] = organisation.name_of(breakthrough.unit, actor.on)
    return render(request, "breakthroughs/propose_amendment.html", context)


def _load(request: HttpRequest, pk: int) -> Amendment:
    found = Amendment.objects.visible_to(request.actor)
    amendment = get_object_or_404(found, pk=pk)
    amendment.breakthrough = load(request, amendment.breakthrough_id)
    return amendment


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Both versions side by side; who judges decides here."""
    return _page(request, _load(request, pk))


def _page(
    request: HttpRequest,
    amendment: Amendment,
    approval: AmendForm | None = None,
    refusal: RefusalForm | None = None,
) -> HttpResponse:
    actor, breakthrough = request.actor, amendment.breakthrough
    queries.with_names([breakthrough], actor.on)
    waits = amendment.status == rules.PENDING
    changes = queries.changes(breakthrough)
    context: dict[str, Any] = {
        "amendment": amendment,
        "breakthrough": breakthrough,
        "change": next(change for change in changes if change.amendment.pk == amendment.pk),
        "approval": approval or _approval(request, breakthrough),
        "refusal": refusal or RefusalForm(),
        "may_judge": waits and queries.may_judge_amendment(actor, amendment),
        "may_withdraw": waits and queries.may_write(actor, breakthrough),
        "may_take_back": queries.may_take_back_amendment(actor, amendment),
        "days": (actor.on - amendment.proposed_on).days if waits else 0,
        "trail": queries.trail(breakthrough),
    }
    return render(request, "breakthroughs/amendment.html", context)


def _approval(request: HttpRequest, breakthrough: Breakthrough, typed: Any = None) -> AmendForm:
    body = organisation.name_of(breakthrough.approving_unit, request.actor.on)
    initial = {"decided_by": body, "decided_on": request.actor.on}
    return AmendForm(typed, unit=breakthrough.approving_unit, on=request.actor.on, initial=initial)


def _load_to_judge(request: HttpRequest, pk: int) -> Amendment:
    amendment = _load(request, pk)
    if not queries.may_judge_amendment(request.actor, amendment):
        raise NotAllowed(_("Bản sửa đổi này của đồng chí hoặc trình nơi khác; đồng chí không cho ý kiến."))
    return amendment


@posts_only
def amend(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the decision; the amended text is in force."""
    amendment = _load_to_judge(request, pk)
    form = _approval(request, amendment.breakthrough, request.POST)
    if carry_out(form, lambda **typed: actions.amend(amendment, by=request.actor, **typed)):
        said = _("Bản sửa đổi có hiệu lực theo văn bản số %(number)s, ngày %(day)s.") % {
            "number": amendment.document_number,
            "day": show_date(amendment.decided_on),
        }
        return redirect_with(request, "breakthroughs:amendment", said, amendment.pk)
    return _page(request, amendment, approval=form)


@posts_only
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo an approval of the last ten minutes; the amendment waits again."""
    amendment = _load(request, pk)
    actions.take_back_amendment(amendment, by=request.actor)
    said = _("Đã rút lại việc ghi duyệt bản sửa đổi. Bản đã duyệt trước đó lại có hiệu lực.")
    return redirect_with(request, "breakthroughs:amendment", said, pk)


@posts_only
def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    """The approved text stays; the reason is kept."""
    amendment = _load_to_judge(request, pk)
    form = RefusalForm(request.POST)
    if carry_out(form, lambda **typed: actions.refuse_amendment(amendment, by=request.actor, **typed)):
        said = _("Đã ghi không duyệt bản sửa đổi. Bản đã duyệt giữ nguyên hiệu lực.")
        return redirect_with(request, "breakthroughs:show", said, amendment.breakthrough_id)
    return _page(request, amendment, refusal=form)


@posts_only
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Its author takes it back."""
    amendment = _load(request, pk)
    actions.withdraw_amendment(amendment, by=request.actor)
    said = _("Đã rút bản sửa đổi. Bản đã duyệt giữ nguyên hiệu lực.")
    return redirect_with(request, "breakthroughs:show", said, amendment.breakthrough_id)
