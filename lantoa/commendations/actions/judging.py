"""What the body asked does with a nomination: return, approve, send up, decline, decide."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.commendations import queries, rules
from lantoa.commendations.actions.recording import commend, decision_of
from lantoa.commendations.actions.shared import Commended, Vote, must_judge, put_vote
from lantoa.commendations.models import Commendation, Proposal, ProposalAppraisal
from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor


@transaction.atomic
def return_for_changes(proposal: Proposal, *, reason: str, by: Actor) -> Proposal:
    """Send it back with the reason; who proposed may rewrite, vote and send again."""
    must_judge(by, proposal)
    reason = demands.must_say(reason, "reason", _("Ghi lý do trả lại: cần sửa, bổ sung điều gì."))
    rules.STEPS.move(proposal, "return", return_reason=reason)
    proposal.appraisals.update(is_current=False)
    record("commendations.proposal.returned", proposal, by=by, unit=proposal.proposed_by, note=reason)
    return proposal


@transaction.atomic
def appraise(proposal: Proposal, *, opinion: str, words: str, by: Actor) -> ProposalAppraisal:
    """What the body asked finds in the dossier, by one who works for it; the decision is another act."""
    body = proposal.addressed_to
    if body is None or not queries.may_appraise(by, proposal):
        raise NotAllowed(
            _(
                "Người ở nơi nhận đề nghị thẩm định trước khi quyết định; không về chính mình và không phải "
                "người đã gửi."
            )
        )
    words = demands.must_say(words, "words", _("Ghi nhận xét: hồ sơ, tiêu chuẩn, thành tích ra sao."))
    if opinion not in ProposalAppraisal.Opinion.values:
        raise BadInput(_("Chọn một ý kiến thẩm định."), "opinion")
    made = ProposalAppraisal.objects.create(
        proposal=proposal,
        opinion=opinion,
        words=words,
        unit=body,
        said_by=by.person,
        said_on=by.on,
    )
    note = f"{made}: {words}"
    record("commendations.proposal.appraised", proposal, by=by, unit=proposal.proposed_by, note=note)
    return made


def _must_be_appraised(proposal: Proposal) -> None:
    rules.must_be_appraised(
        is_needed=queries.needs_appraisal(proposal),
        is_done=proposal.appraisals.filter(is_current=True).exists(),
    )


@transaction.atomic
def approve(proposal: Proposal, *, by: Actor) -> Proposal:
    """This body agrees to commend at its own level; the decision is to follow."""
    must_judge(by, proposal)
    if (
        proposal.addressed_to is None
        or rules.level_of(proposal.addressed_to.level) != proposal.proposed_level
    ):
        raise BadInput(
            _("Cấp khen đề nghị cao hơn cấp xét. Trình lên trên, hoặc trả lại để đề nghị cấp này.")
        )
    _must_be_appraised(proposal)
    rules.STEPS.move(proposal, "approve")
    record("commendations.proposal.approved", proposal, by=by, unit=proposal.proposed_by)
    return proposal


@transaction.atomic
def send_up(
    proposal: Proposal, *, proposed_form: str, proposed_level: str, vote: Vote, by: Actor
) -> Proposal:
    """Nominate to the next level. Gives the new rung; the old one waits for what becomes of it.

    One that was commended here already stays so, and is proposed above besides.
    """
    must_judge(by, proposal)
    sender = proposal.addressed_to
    if sender is None:
        raise BadInput(_("Đề nghị này đã trình ra ngoài hệ thống. Ghi quyết định khi cấp trên trả lời."))
    if rules.rank(proposed_level) <= rules.rank(rules.level_of(sender.level)):
        raise BadInput(_("Chọn một cấp khen cao hơn cấp của mình để trình."), "proposed_level")
    rules.must_fit(proposed_form, proposed_level)
    _must_not_have_climbed(proposal)
    rules.STEPS.move(proposal, "carry_on" if proposal.status == rules.DECIDED else "send_up")
    rung = _rung_above(proposal, sender, proposed_form, proposed_level, vote, by)
    record(
        "commendations.proposal.sent_up",
        proposal,
        by=by,
        unit=sender,
        after={"form": proposed_form, "level": proposed_level, "rung": rung.pk},
    )
    return rung


def _must_not_have_climbed(proposal: Proposal) -> None:
    """Each rung leads to one above; the lock lets the second of two who press at once see the first."""
    held = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if Proposal.objects.filter(climbs_from=held).exists():
        raise Conflict(_("Đề nghị này đã trình cấp trên trước đó. Tải lại trang để xem."))


def _rung_above(below: Proposal, sender: Unit, form: str, level: str, vote: Vote, by: Actor) -> Proposal:
    rung = Proposal(
        occasion=below.occasion,
        subject=below.subject,
        unit=below.unit,
        person=below.person,
        subject_name=below.subject_name,
        achievement=below.achievement,
        proposed_form=form,
        proposed_level=level,
        proposed_by=sender,
        addressed_to=queries.body_above(sender, level, by.on),
        status=rules.SUBMITTED,
        written_on=by.on,
        submitted_on=by.on,
        submitted_by=by.person,
        climbs_from=below,
        first=below.first or below,
    )
    put_vote(rung, vote, by)
    rung.save()
    record("commendations.proposal.submitted", rung, by=by, unit=sender)
    return rung


@transaction.atomic
def decline(proposal: Proposal, *, reason: str, by: Actor) -> Proposal:
    """Not commended; everyone who nominated along the way can read why."""
    must_judge(by, proposal)
    reason = demands.must_say(reason, "reason", _("Ghi lý do không khen; nơi đề nghị sẽ đọc nguyên văn."))
    rules.STEPS.move(proposal, "decline", return_reason=reason, closed_on=by.on)
    _close_below(proposal, rules.DECLINED, by.on, reason)
    record("commendations.proposal.rejected", proposal, by=by, unit=proposal.proposed_by, note=reason)
    return proposal


def _close_below(proposal: Proposal, status: str, on: dt.date, reason: str = "") -> None:
    """The rungs below were only waiting for this one."""
    below = [rung.pk for rung in queries.chain_of(proposal) if rung.pk < proposal.pk]
    waiting = Proposal.objects.filter(pk__in=below, status=rules.SENT_UP)
    waiting.update(status=status, closed_on=on, return_reason=reason)


@transaction.atomic
def decide(
    proposal: Proposal,
    *,
    number: str,
    decided_on: dt.date,
    by: Actor,
    form: str = "",
    body: str = "",
) -> Commendation:
    """Record the decision of the body asked, and who is thereby commended.

    Several proposals may name the same decision. For a body outside the system `body` says which one.
    """
    must_judge(by, proposal)
    _must_be_appraised(proposal)
    unit = proposal.addressed_to
    level = rules.level_of(unit.level) if unit else proposal.proposed_level
    decision = decision_of(
        number=number,
        decided_on=decided_on,
        unit=unit,
        body=body,
        level=level,
        form=form or proposal.proposed_form,
        occasion=proposal.occasion,
        by=by,
    )
    rules.STEPS.move(proposal, "decide", closed_on=by.on)
    _close_below(proposal, rules.DECIDED, by.on)
    who = Commended(proposal.subject, proposal.unit, proposal.person, proposal.subject_name)
    commendation = commend(decision, [who], form or proposal.proposed_form, proposal=proposal)[0]
    record("commendations.proposal.decided", proposal, by=by, unit=proposal.proposed_by, note=str(decision))
    return commendation
