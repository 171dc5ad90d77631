"""One nomination: its vote, its way up, and what the body asked does with it."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.commendations import actions, queries, rules
from lantoa.commendations.models import AwardLevel, Form, Proposal, ProposalAppraisal
from lantoa.commendations.pages.eligibility import may_state
from lantoa.commendations.pages.shared import VoteForm, name_or_outside
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.fields import DayField, PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.judging import Answer, Judging, Typed
from lantoa.foundation.models import Event
from lantoa.foundation.pages import redirect_with
from lantoa.foundation.verbs import said
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor

ACTS = {
    "year_stated": gettext_lazy("nêu căn cứ của một năm"),
    "year_removed": gettext_lazy("bỏ căn cứ của một năm"),
    "written": gettext_lazy("viết đề nghị"),
    "edited": gettext_lazy("sửa đề nghị"),
    "voted": gettext_lazy("ghi kết quả bình xét"),
    "submitted": gettext_lazy("gửi"),
    "returned": gettext_lazy("trả lại để sửa"),
    "appraised": gettext_lazy("thẩm định"),
    "approved": gettext_lazy("đồng ý, chờ quyết định"),
    "sent_up": gettext_lazy("trình cấp trên"),
    "rejected": gettext_lazy("không khen"),
    "decided": gettext_lazy("ghi quyết định"),
}


class ReasonForm(PlainForm):
    """Why it goes back, or why nobody is commended."""

    reason = TextField(
        label=gettext_lazy("Lý do"),
        rows=3,
        max_length=1000,
        help_text=gettext_lazy("Nơi đề nghị sẽ đọc nguyên văn."),
    )


class AppraisalForm(PlainForm):
    """What the body asked finds in the dossier."""

    opinion = forms.ChoiceField(
        label=gettext_lazy("Ý kiến thẩm định"),
        choices=capitalised(ProposalAppraisal.Opinion.choices),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Chọn một ý kiến thẩm định.")},
    )
    words = TextField(
        label=gettext_lazy("Nhận xét"),
        rows=3,
        max_length=1000,
        help_text=gettext_lazy(
            "Hồ sơ, tiêu chuẩn, thành tích. Nơi đề nghị và người được đề nghị đọc nguyên văn."
        ),
    )


class SendUpForm(VoteForm):
    """What is asked of the level above, after this body's own vote."""

    proposed_form = forms.ChoiceField(label=gettext_lazy("Hình thức đề nghị"), choices=Form.choices)
    proposed_level = forms.ChoiceField(label=gettext_lazy("Cấp khen đề nghị"), choices=AwardLevel.choices)

    field_order = ("proposed_form", "proposed_level", *VoteForm.field_order)


class DecideForm(PlainForm):
    """The decision: its number, its day, the form given."""

    number = TextField(
        label=gettext_lazy("Số quyết định"),
        max_length=80,
        required=False,
        help_text=gettext_lazy(
            "Ví dụ: 15-QĐ/ĐU. Nhiều đề nghị có thể cùng một quyết định. Để trống để lấy số tiếp theo trong sổ."
        ),
    )
    decided_on = DayField(label=gettext_lazy("Ngày quyết định"))
    form = forms.ChoiceField(label=gettext_lazy("Hình thức khen"), choices=Form.choices)
    body = TextField(
        label=gettext_lazy("Cơ quan quyết định"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Ví dụ: Thủ tướng Chính phủ."),
    )


def show(request: HttpRequest, pk: int, **bound: forms.Form) -> HttpResponse:
    """The nomination, its rungs, and the next steps this actor may take. `bound` holds a form sent with mistakes."""
    actor = request.actor
    visible = Proposal.objects.visible_to(actor).select_related(
        "occasion", "person", "unit", "proposed_by", "addressed_to", "commendation__decision"
    )
    proposal = get_object_or_404(visible, pk=pk)
    judges = queries.judges(actor, proposal) and not actor.is_one_with(proposal.person_id)
    writes = (
        proposal.status in rules.WRITABLE
        and actor.may("commendations.propose")
        and actor.reaches(proposal.proposed_by)
    )
    fulfilments = queries.fulfilment_of(proposal, actor)
    actions.note_evidence(fulfilments, by=actor)
    context = {
        "proposal": proposal,
        "names": _names(proposal, actor),
        "rungs": _rungs(proposal, actor),
        "events": _acts_on(proposal),
        "writes": writes,
        "receiver": _receiver(proposal, actor) if writes else "",
        "may_discard": writes and proposal.status == rules.DRAFT,
        "vote_form": bound.get("vote") or _vote_form(proposal, actor),
        "fulfilments": fulfilments,
        "may_state": may_state(actor, proposal),
        "appraisals": proposal.appraisals.select_related("said_by"),
        "answers": [
            *_to_appraise(proposal, actor, bound),
            *(_answers(proposal, actor, bound) if judges else []),
        ],
        "came_back": next(iter(bound.values()), None),
    }
    return render(request, "commendations/proposal.html", context)


def _names(proposal: Proposal, actor: Actor) -> dict[str, str]:
    names = organisation.names_of([proposal.unit_id, proposal.proposed_by_id], actor.on)
    return {
        "unit": names.get(proposal.unit_id, ""),
        "proposed_by": names.get(proposal.proposed_by_id, ""),
        "addressed_to": name_or_outside(proposal.addressed_to, actor.on) if proposal.submitted_on else "",
    }


def _receiver(proposal: Proposal, actor: Actor) -> str:
    """To whom it will go: the button says so before it is pressed."""
    to = queries.body_above(proposal.proposed_by, proposal.proposed_level, actor.on)
    return name_or_outside(to, actor.on)


def _rungs(proposal: Proposal, actor: Actor) -> list[Proposal]:
    """The climb, for show only when there is more than one rung."""
    rungs = queries.chain_of(proposal)
    names = organisation.names_of([rung.proposed_by_id for rung in rungs], actor.on)
    for rung in rungs:
        rung.proposer_name = names.get(rung.proposed_by_id, "")
    return rungs if len(rungs) > 1 else []


def _acts_on(proposal: Proposal) -> list[Event]:
    events = list(Event.objects.about(proposal))
    for event in events:
        event.words = ACTS.get(event.verb.rpartition(".")[2]) or said(event.verb)
    return events


def _vote_form(proposal: Proposal, actor: Actor) -> VoteForm:
    first = {
        "votes_for": proposal.votes_for,
        "votes_total": proposal.votes_total,
        "minutes_number": proposal.minutes_number,
        "minutes_on": proposal.minutes_on,
        "meeting": str(proposal.meeting_id or ""),
    }
    return VoteForm(prefix="v", initial=first, unit=proposal.proposed_by, on=actor.on)


def _to_appraise(proposal: Proposal, actor: Actor, typed: Typed) -> list[Answer]:
    """The card of who appraises; folded once there is an opinion."""
    if not (queries.needs_appraisal(proposal) and queries.may_appraise(actor, proposal)):
        return []
    form = typed.get("appraise") or AppraisalForm(prefix="a")
    done = proposal.appraisals.filter(is_current=True).exists()
    url = reverse("commendations:appraise", args=[proposal.pk])
    title, button, icon = CARDS["appraise"]
    return [Answer("appraise", title, button, url, form, icon=icon, is_main=not done, is_folded=done)]


def _answers(proposal: Proposal, actor: Actor, typed: Typed) -> list[Answer]:
    """What the body asked may do with it now."""
    verbs, body = set(rules.STEPS.verbs_from(proposal.status)), proposal.addressed_to
    level = rules.level_of(body.level) if body else proposal.proposed_level
    found = []
    if body and "approve" in verbs and level == proposal.proposed_level:
        found.append(_answer(proposal, "approve", typed.get("approve") or PlainForm()))
    if "decide" in verbs:
        found.append(_answer(proposal, "decide", typed.get("decide") or _decide_form(proposal, level, actor)))
    climbs = "send_up" in verbs or ("carry_on" in verbs and not hasattr(proposal, "climbs_to"))
    if body and climbs:
        found.append(_answer(proposal, "send_up", typed.get("send_up") or _send_form(level, actor)))
    if body and "return" in verbs:
        found.append(_answer(proposal, "return", typed.get("return") or ReasonForm(prefix="r")))
    if "decline" in verbs:
        found.append(_answer(proposal, "decline", typed.get("decline") or ReasonForm(prefix="n")))
    return found


# verb → heading, button, icon; folded ones are opened when wanted.
CARDS = {
    "appraise": (gettext_lazy("Thẩm định"), gettext_lazy("Ghi ý kiến thẩm định"), "clipboard-check"),
    "approve": (gettext_lazy("Đồng ý khen"), gettext_lazy("Đồng ý, ghi số quyết định sau"), "check"),
    "decide": (gettext_lazy("Ghi quyết định khen"), gettext_lazy("Ghi quyết định khen"), "award"),
    "send_up": (gettext_lazy("Trình cấp trên"), gettext_lazy("Trình cấp trên"), "arrow-up"),
    "return": (gettext_lazy("Trả lại để sửa"), gettext_lazy("Trả lại để sửa"), "arrow-back-up"),
    "decline": (gettext_lazy("Không khen"), gettext_lazy("Ghi không khen"), "x"),
}
FOLDED = ("send_up", "return", "decline")


def _answer(proposal: Proposal, verb: str, form: forms.Form) -> Answer:
    title, button, icon = CARDS[verb]
    url = reverse(f"commendations:{verb}", args=[proposal.pk])
    folded = verb in FOLDED
    return Answer(verb, title, button, url, form, icon=icon, is_main=verb == "decide", is_folded=folded)


def _decide_form(proposal: Proposal, level: str, actor: Actor) -> DecideForm:
    """Only the forms that the deciding level may give are offered."""
    form = DecideForm(prefix="d", initial={"decided_on": actor.on, "form": proposal.proposed_form})
    allowed = rules.FORMS_OF_LEVEL[level]
    form.fields["form"].choices = [choice for choice in Form.choices if choice[0] in allowed]
    if proposal.addressed_to:
        del form.fields["body"]
    else:
        form.fields["number"].help_text = _("Ghi như trên quyết định, ví dụ: 900/QĐ-TTg.")
    return form


def _send_form(own_level: str, actor: Actor) -> SendUpForm:
    """Only the levels above one's own are offered; from the province up a diploma is the usual form."""
    form = SendUpForm(prefix="s", initial={"proposed_form": Form.DIPLOMA}, unit=actor.unit, on=actor.on)
    above = [choice for choice in AwardLevel.choices if rules.rank(choice[0]) > rules.rank(own_level)]
    form.fields["proposed_level"].choices = above
    return form


class Judge(Judging):
    """A nomination's own page is where the body asked gives its word; the next one opens by itself."""

    page, back = "commendations:proposal", "commendations:proposals"

    def load(self, request: HttpRequest, pk: int) -> Proposal:
        """Any that the actor sees: the act itself refuses who is not asked."""
        return get_object_or_404(Proposal.objects.visible_to(request.actor), pk=pk)

    def waiting(self, actor: Actor) -> QuerySet[Proposal]:
        """Those on which the actor's body has not said anything yet."""
        asked = Proposal.objects.waiting_for(actor).filter(status=rules.SUBMITTED)
        return asked.order_by("submitted_on", "pk")

    def render(self, request: HttpRequest, thing: Proposal, typed: Typed) -> HttpResponse:
        """Its own page."""
        return show(request, thing.pk, **typed)


judging = Judge()


@posts_only
def vote(request: HttpRequest, pk: int) -> HttpResponse:
    """How the meeting voted."""
    proposal = judging.load(request, pk)
    form = VoteForm(request.POST, prefix="v", unit=proposal.proposed_by, on=request.actor.on)
    if carry_out(form, lambda **typed: actions.vote(proposal, by=request.actor, **typed)) is None:
        return show(request, pk, vote=form)
    return redirect_with(request, proposal, _("Đã ghi kết quả bình xét, chưa gửi."))


@posts_only
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Send it; the page says to whom."""
    proposal = get_object_or_404(Proposal.objects.visible_to(request.actor), pk=pk)
    sent = actions.submit(proposal, by=request.actor)
    to = name_or_outside(sent.addressed_to, request.actor.on)
    return redirect_with(request, sent, _("Đã gửi đến %(to)s.") % {"to": to})


@posts_only
def appraise(request: HttpRequest, pk: int) -> HttpResponse:
    """What the dossier was found to be."""
    proposal = judging.load(request, pk)
    form = AppraisalForm(request.POST, prefix="a")
    if carry_out(form, lambda **typed: actions.appraise(proposal, by=request.actor, **typed)) is None:
        return show(request, pk, appraise=form)
    return redirect_with(request, proposal, _("Đã ghi ý kiến thẩm định; quyết định là bước sau."))


@posts_only
def give_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to who proposed, with the reason."""
    form, act = ReasonForm(request.POST, prefix="r"), actions.return_for_changes
    return judging.give(request, pk, "return", form, act, _("Đã trả lại để sửa."))


@posts_only
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """This body agrees; the decision follows."""
    proposal = judging.load(request, pk)
    actions.approve(proposal, by=request.actor)
    return redirect_with(request, proposal, _("Đã đồng ý. Ghi số quyết định khi ban hành."))


@posts_only
def send_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Nominate to the level above."""
    form = SendUpForm(request.POST, prefix="s", unit=request.actor.unit, on=request.actor.on)
    return judging.give(request, pk, "send_up", form, actions.send_up, _("Đã trình cấp trên."))


@posts_only
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Nobody is commended; the reason is read by who proposed."""
    form = ReasonForm(request.POST, prefix="n")
    return judging.give(request, pk, "decline", form, actions.decline, _("Đã ghi không khen, kèm lý do."))


@posts_only
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Record the decision."""
    form = DecideForm(request.POST, prefix="d")
    return judging.give(request, pk, "decide", form, actions.decide, _("Đã ghi quyết định khen thưởng."))
