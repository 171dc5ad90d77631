"""An approved text changes only by an amendment that the approving body judges."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.breakthroughs import queries, rules, words
from lantoa.breakthroughs.actions.deciding import must_judge
from lantoa.breakthroughs.actions.writing import Mark, cleaned, must_fit, must_write, set_milestones
from lantoa.breakthroughs.models import Amendment, Breakthrough
from lantoa.breakthroughs.words import AMENDABLE
from lantoa.foundation import clock
from lantoa.foundation.approval import must_be_taken_back_in_time
from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.meetings import actions as meetings
from lantoa.meetings.rules import Held
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor


def _locked(breakthrough: Breakthrough) -> Breakthrough:
    locked = Breakthrough.objects.select_for_update().get(pk=breakthrough.pk)
    if locked.status not in rules.UNDER_WAY:
        raise Conflict(_("Chỉ sửa đổi nội dung đã duyệt và chưa kết thúc."))
    return locked


@transaction.atomic
def propose_amendment(
    breakthrough: Breakthrough, *, reason: str, by: Actor, milestones: Iterable[Mark] = (), **written: Any
) -> Amendment:
    """The whole text as it should read, and why. What was approved stays in force until this is decided."""
    must_write(breakthrough, by)
    locked = _locked(breakthrough)
    if locked.amendments.filter(status=rules.PENDING).exists():
        raise Conflict(_("Đã có một bản sửa đổi chờ ý kiến. Rút bản ấy trước khi đề nghị bản khác."))
    reason = clean(reason)
    if not reason:
        raise BadInput(_("Nêu vì sao phải sửa nội dung đã duyệt."), "reason")
    before, after = queries.text_of(locked), _text_after(locked, milestones, cleaned(written))
    rules.must_change_something(before, after)
    amendment = Amendment.objects.create(
        breakthrough=locked,
        reason=reason,
        before=before,
        after=after,
        proposed_by=by.person,
        proposed_by_name=str(by.person or by.label),
        proposed_on=by.on,
    )
    record("breakthrough.amendment_proposed", locked, by=by, unit=locked.unit, note=reason)
    return amendment


def _text_after(locked: Breakthrough, milestones: Iterable[Mark], written: dict[str, Any]) -> dict[str, Any]:
    written = {name: value for name, value in written.items() if name in AMENDABLE}
    whole = {name: getattr(locked, name) for name in AMENDABLE} | written
    must_fit(whole)
    rules.must_be_complete(whole)
    _must_keep_what_is_reported(locked, whole)
    marks = [mark for mark in milestones if mark.text or mark.value is not None]
    rules.must_not_meet([mark.due for mark in marks])
    return queries.as_text(whole, [(mark.due, clean(mark.text), mark.value) for mark in marks])


def _must_keep_what_is_reported(breakthrough: Breakthrough, text: Mapping[str, Any]) -> None:
    """No quarter and no year that was told may fall outside the time of the text."""
    rules.must_keep_what_is_reported(
        text["starts"],
        text["ends"],
        breakthrough.reports.values_list("year", "quarter"),
        breakthrough.assessments.values_list("year", flat=True),
    )


def _must_wait(amendment: Amendment) -> Breakthrough:
    """The breakthrough, locked, so that of two people deciding one wins."""
    return Breakthrough.objects.select_for_update().get(pk=amendment.breakthrough_id)


@transaction.atomic
def amend(
    amendment: Amendment,
    *,
    by: Actor,
    document_number: str,
    decided_on: dt.date | None,
    decided_by: str = "",
    meeting: Held | None = None,
    at: dt.datetime | None = None,
) -> Amendment:
    """Record the decision of the body above: from now on the amended text is in force.

    `meeting`, where the body has it here, is chosen or made in place.
    """
    breakthrough = _must_wait(amendment)
    must_judge(breakthrough, by)
    if queries.proposed(by, amendment):
        raise NotAllowed(_("Bản sửa đổi này do đồng chí đề nghị; người khác ở nơi duyệt cho ý kiến."))
    number = clean(document_number)
    rules.must_name_the_document(number, decided_on, by.on, day_field="decided_on")
    if breakthrough.status not in rules.UNDER_WAY:
        raise Conflict(_("Nội dung này đã kết thúc nên không sửa đổi được nữa."))
    # Quarters may have been reported since it was proposed.
    values, marks = queries.from_text(amendment.after)
    _must_keep_what_is_reported(breakthrough, values)
    held = meetings.settle(meeting, unit=breakthrough.approving_unit, by=by) if meeting else None
    decision: dict[str, Any] = {
        "document_number": number,
        "decided_on": decided_on,
        "decided_by": clean(decided_by) or organisation.name_of(breakthrough.approving_unit, by.on),
        "meeting": held,
        "approved_by": by.person,
        "approved_at": at or clock.now(),
    }
    rules.AMENDMENT_STEPS.move(amendment, "amend", **decision)
    _put_in_force(breakthrough, values, marks)
    note = _("%(body)s, văn bản số %(number)s, ngày %(day)s") % {
        "body": amendment.decided_by,
        "number": number,
        "day": show_date(decided_on),
    }
    record(
        "breakthrough.amended",
        breakthrough,
        by=by,
        unit=breakthrough.unit,
        on=decided_on,
        note=note,
        before=amendment.before,
        after=amendment.after,
    )
    return amendment


@transaction.atomic
def take_back_amendment(amendment: Amendment, *, by: Actor, at: dt.datetime | None = None) -> Amendment:
    """Who wrote an approval down by mistake undoes it within ten minutes: what was in force before is so again.

    NotAllowed for anybody else, Conflict when it is too late or something stands on the amended text.
    """
    breakthrough = _must_wait(amendment)
    amendment.refresh_from_db()
    is_giver = by.person is not None and amendment.approved_by_id == by.person.pk
    in_time = amendment.may_take_back(at or clock.now()) and breakthrough.status in rules.UNDER_WAY
    must_be_taken_back_in_time(is_giver=is_giver, in_time=in_time)
    values, marks = queries.from_text(amendment.before)
    # A quarter reported meanwhile may lie outside the earlier time.
    _must_keep_what_is_reported(breakthrough, values)
    rules.AMENDMENT_STEPS.move(amendment, "take_back", **words.AMENDMENT_NOT_DECIDED)
    _put_in_force(breakthrough, values, marks)
    record("breakthrough.amendment_approval_withdrawn", breakthrough, by=by, unit=breakthrough.unit)
    return amendment


def _put_in_force(
    breakthrough: Breakthrough,
    values: dict[str, Any],
    marks: list[tuple[dt.date, str, Decimal | None]],
) -> None:
    for name, value in values.items():
        setattr(breakthrough, name, value)
    breakthrough.save(update_fields=list(values))
    set_milestones(breakthrough, [Mark(*mark) for mark in marks])


@transaction.atomic
def refuse_amendment(amendment: Amendment, *, by: Actor, reason: str) -> Amendment:
    """What was approved stays as it is; the refused text stays readable with the reason."""
    breakthrough = _must_wait(amendment)
    must_judge(breakthrough, by)
    if queries.proposed(by, amendment):
        raise NotAllowed(_("Bản sửa đổi này do đồng chí đề nghị; người khác ở nơi duyệt cho ý kiến."))
    reason = clean(reason)
    if not reason:
        raise BadInput(_("Ghi lý do không duyệt bản sửa đổi."), "reason")
    amendment.answer = reason
    amendment.decided_by = organisation.name_of(breakthrough.approving_unit, by.on)
    amendment.save(update_fields=["answer", "decided_by"])
    rules.AMENDMENT_STEPS.move(amendment, "refuse")
    record("breakthrough.amendment_refused", breakthrough, by=by, unit=breakthrough.unit, note=reason)
    return amendment


@transaction.atomic
def withdraw_amendment(amendment: Amendment, *, by: Actor) -> Amendment:
    """Its author takes it back; the trail keeps it."""
    breakthrough = _must_wait(amendment)
    must_write(breakthrough, by)
    rules.AMENDMENT_STEPS.move(amendment, "withdraw")
    record("breakthrough.amendment_withdrawn", breakthrough, by=by, unit=breakthrough.unit)
    return amendment
