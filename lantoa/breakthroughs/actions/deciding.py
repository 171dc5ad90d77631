"""What the body above decides."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.breakthroughs import queries, rules, words
from lantoa.breakthroughs.actions.writing import refresh
from lantoa.breakthroughs.models import AdvisingBody, Appraisal, Breakthrough
from lantoa.foundation import clock
from lantoa.foundation.approval import must_be_taken_back_in_time
from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.meetings import actions as meetings
from lantoa.meetings.rules import Held
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor


def must_judge(breakthrough: Breakthrough, by: Actor) -> None:
    if queries.is_own(by, breakthrough):
        raise NotAllowed(_("Đây là nội dung của đồng chí; người khác ở nơi duyệt cho ý kiến."))
    if not queries.may_judge(by, breakthrough):
        raise NotAllowed(_("Nội dung này trình nơi khác; chỉ nơi được trình cho ý kiến."))


@transaction.atomic
def return_for_changes(breakthrough: Breakthrough, *, by: Actor, reason: str) -> Breakthrough:
    """Send it back to its owner with the reason; the owner may rewrite and send again."""
    must_judge(breakthrough, by)
    reason = clean(reason)
    rules.must_give_a_reason(reason)
    rules.STEPS.move(breakthrough, "return", return_reason=reason, returned_on=by.on)
    record("breakthrough.returned", breakthrough, by=by, unit=breakthrough.unit, note=reason)
    return breakthrough


@transaction.atomic
def approve(
    breakthrough: Breakthrough,
    *,
    by: Actor,
    document_number: str,
    approved_on: dt.date | None,
    decided_by: str = "",
    supervising_unit: Unit | None = None,
    meeting: Held | None = None,
    at: dt.datetime | None = None,
) -> Breakthrough:
    """Record the decision of the body above: number and date of its paper, and who is to supervise.

    `meeting`, where the body has it here, is chosen or made in place.
    """
    must_judge(breakthrough, by)
    number = clean(document_number)
    rules.must_name_the_document(number, approved_on, by.on)
    body = clean(decided_by) or organisation.name_of(breakthrough.approving_unit, by.on)
    decision: dict[str, Any] = {
        "document_number": number,
        "approved_on": approved_on,
        "decided_by": body,
        "supervising_unit": supervising_unit,
        "meeting": meetings.settle(meeting, unit=breakthrough.approving_unit, by=by) if meeting else None,
        "approved_by": by.person,
        "approved_at": at or clock.now(),
    }
    rules.STEPS.move(breakthrough, "approve", **decision)
    note = _("%(body)s, văn bản số %(number)s, ngày %(day)s") % {
        "body": body,
        "number": number,
        "day": show_date(approved_on),
    }
    record("breakthrough.approved", breakthrough, by=by, unit=breakthrough.unit, on=approved_on, note=note)
    return breakthrough


@transaction.atomic
def take_back_approval(
    breakthrough: Breakthrough, *, by: Actor, at: dt.datetime | None = None
) -> Breakthrough:
    """Who wrote an approval down by mistake undoes it within ten minutes; it waits again, its owner was told nothing.

    NotAllowed for anybody else, Conflict when it is too late or something stands on it.
    """
    refresh(breakthrough)
    is_giver = by.person is not None and breakthrough.approved_by_id in (None, by.person.pk)
    in_time = breakthrough.may_take_back(at or clock.now())
    must_be_taken_back_in_time(is_giver=is_giver, in_time=in_time)
    rules.STEPS.move(breakthrough, "take_back", **words.NOT_DECIDED)
    record("breakthrough.approval_withdrawn", breakthrough, by=by, unit=breakthrough.unit)
    return breakthrough


# The advising body


@transaction.atomic
def appraise(breakthrough: Breakthrough, *, by: Actor, opinion: str, text: str = "") -> Appraisal:
    """The opinion of the advising body; whichever it is, the paper goes on to the one who decides."""
    if queries.is_own(by, breakthrough):
        raise NotAllowed(_("Đây là nội dung của đồng chí; người khác ở cơ quan thẩm định ghi ý kiến."))
    advising = breakthrough.appraising_unit
    if advising is None or not queries.may_appraise(by, breakthrough):
        raise NotAllowed(_("Chỉ cơ quan được giao thẩm định ghi ý kiến."))
    text = clean(text)
    rules.must_say_what_to_mend(opinion, text)
    written = Appraisal.objects.create(
        breakthrough=breakthrough,
        unit=advising,
        unit_name=organisation.name_of(advising, by.on),
        opinion=opinion,
        text=text,
        person_name=str(by.person or by.label),
        post_label=by.label,
        appraised_on=by.on,
    )
    rules.STEPS.move(breakthrough, "appraise")
    said = ". ".join(part for part in (str(written.get_opinion_display()), text) if part)
    record("breakthrough.appraised", breakthrough, by=by, unit=breakthrough.unit, note=said)
    return written


@transaction.atomic
def choose_advising_body(approving_unit: Unit, advising_unit: Unit | None, *, by: Actor) -> None:
    """From now on this unit gives its opinion first; None: papers go straight to who decides.

    Papers that wait for the earlier body move with the choice, so that none lies where nobody looks.
    """
    if not by.may("breakthroughs.judge") or not queries.acts_in(by, approving_unit):
        raise NotAllowed(_("Nơi duyệt tự chọn cơ quan thẩm định của mình."))
    waiting = Breakthrough.objects.select_for_update().filter(
        status=rules.APPRAISING, approving_unit=approving_unit
    )
    if advising_unit is None:
        AdvisingBody.objects.filter(approving_unit=approving_unit).delete()
        waiting.update(status=rules.SUBMITTED, appraising_unit=None)
        note = _("không qua thẩm định")
    else:
        AdvisingBody.objects.update_or_create(
            approving_unit=approving_unit, defaults={"advising_unit": advising_unit}
        )
        waiting.update(appraising_unit=advising_unit)
        note = organisation.name_of(advising_unit, by.on)
    record("breakthrough.advising_body_chosen", approving_unit, by=by, unit=approving_unit, note=note)
