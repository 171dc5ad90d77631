"""A complaint is entered under its number, goes to who has to settle it, is accepted, and ends."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.outreach import rules, words
from lantoa.outreach.models import CitizenComplaint, CitizenOpinion, Forum
from lantoa.people import actions as people
from lantoa.people.actors import EVERYTHING, Actor

OPENED = "outreach.complaint.opened"


def must_handle_complaints(by: Actor, unit: Unit) -> None:
    """NotAllowed without the right to handle complaints."""
    if not by.may("outreach.complaints"):
        raise NotAllowed(_("Vai trò đang dùng không được giao tiếp nhận, giải quyết đơn."))


def must_keep_the_book(by: Actor, unit: Unit) -> None:
    """NotAllowed also for another unit's book: who enters a complaint is of those who handle it."""
    must_handle_complaints(by, unit)
    if by.reach != EVERYTHING and (by.unit is None or by.unit.pk != unit.pk):
        raise NotAllowed(_("Mỗi đơn vị giữ sổ đơn của mình; chỉ ghi được đơn của đơn vị đồng chí."))


def must_settle(one: CitizenComplaint, by: Actor) -> None:
    """NotAllowed for whoever is not of the unit that received it or to which it was forwarded."""
    if not CitizenComplaint.objects.handled_by(by).filter(pk=one.pk).exists():
        raise NotAllowed(_("Đơn này do đơn vị khác giải quyết."))


@transaction.atomic
def enter_complaint(
    *,
    unit: Unit,
    number: str,
    received_on: dt.date,
    kind: str,
    text: str,
    by: Actor,
    channel: str = CitizenOpinion.Channel.LETTER,
    field: str = CitizenOpinion.Field.OTHER,
    people: int = 1,
    complainant: str = "",
    contact: str = "",
    forum: Forum | None = None,
    working_days: int | None = None,
) -> CitizenComplaint:
    """Enter it in the unit's book; with `working_days` it has a day to be settled by. BadInput names the box."""
    must_keep_the_book(by, unit)
    one = CitizenComplaint(
        unit=unit,
        number=number,
        received_on=received_on,
        kind=kind,
        text=text,
        channel=channel,
        field=field,
        people=people,
        complainant=clean(complainant),
        contact=clean(contact),
        forum=forum,
    )
    complaint_must_be_right(one, by.on)
    one.due_on = rules.due_after(received_on, working_days)
    one.save()
    record("outreach.complaint.recorded", one, by=by, unit=unit, on=received_on)
    return one


def complaint_must_be_right(one: CitizenComplaint, today: dt.date) -> None:
    """BadInput where it has no number of its own, says nothing, or comes tomorrow; its status follows from its end."""
    one.number = demands.must_say(one.number, "number", _("Ghi số vào sổ của đơn, ví dụ: 05/2026."))
    one.text = demands.must_say(one.text, "text", _("Tóm tắt nội dung đơn."))
    demands.must_have_happened(one.received_on, today, "received_on")
    if one.people < 1:
        raise BadInput(_("Số người đứng đơn ít nhất là 1."), "people")
    if one.forum is not None and one.forum.unit_id != one.unit_id:
        raise BadInput(_("Chọn một buổi tiếp dân của chính đơn vị nhận đơn."), "forum")
    _must_be_its_own_number(one)
    _must_end_right(one, today)


def _must_be_its_own_number(one: CitizenComplaint) -> None:
    book = CitizenComplaint.objects.standing().filter(
        unit=one.unit, year=one.received_on.year, number=one.number
    )
    if book.exclude(pk=one.pk).exists():
        raise BadInput(_("Số này đã có trong sổ của năm. Ghi số kế tiếp, hoặc mở đơn đã ghi."), "number")


def _must_end_right(one: CitizenComplaint, today: dt.date) -> None:
    if one.closed_on is None:
        if one.outcome or one.result:
            rules.must_have_day(None, "closed_on")
        one.status = one.status_while_open
        return
    demands.must_have_happened(one.closed_on, today, "closed_on")
    demands.must_come_after(
        one.closed_on, one.accepted_on or one.received_on, _("ngày tiếp nhận"), "closed_on"
    )
    if one.status not in words.CLOSED:
        one.status = words.RESOLVED
    if one.status == words.RESOLVED:
        rules.must_have_a_result(one.kind, one.result)
        one.outcome = demands.must_say(one.outcome, "outcome", _("Viết kết quả giải quyết."))


@transaction.atomic
def forward_complaint(
    one: CitizenComplaint,
    *,
    on: dt.date,
    by: Actor,
    to: Unit | None = None,
    body: str = "",
    working_days: int | None = None,
) -> CitizenComplaint:
    """To a unit of the tree, which then settles it by its day; or to a body outside, with which it ends here."""
    must_settle(one, by)
    body = clean(body)
    rules.must_name_one(to, body)
    _must_follow(one, on, by)
    if to is not None and to.pk == (one.forwarded_to_id or one.unit_id):
        raise BadInput(_("Đơn đang ở chính nơi này. Chọn nơi khác, hoặc thụ lý luôn."), "body")
    said: dict[str, Any] = {"forwarded_to": to, "forwarded_to_body": body, "forwarded_on": on}
    if to is None:
        said |= {"closed_on": on, "due_on": None}
    else:
        said["due_on"] = rules.due_after(on, working_days)
    held_by = one.forwarded_to_id
    _move(one, "forward" if to else "pass_on", **said)
    if held_by is not None:
        one.passed_by.add(held_by)
    receiver = organisation.name_of(to, by.on) if to else body
    record("outreach.complaint.forwarded", one, by=by, unit=one.unit, on=on, note=receiver)
    return one


@transaction.atomic
def accept_complaint(
    one: CitizenComplaint, *, on: dt.date, by: Actor, working_days: int | None = None
) -> CitizenComplaint:
    """It is taken up; the day to settle it by is counted from here, or stays as it was."""
    must_settle(one, by)
    _must_follow(one, on, by)
    due_on = one.due_on if working_days is None else rules.due_after(on, working_days)
    _move(one, "accept", accepted_on=on, due_on=due_on)
    record("outreach.complaint.accepted", one, by=by, unit=one.unit, on=on)
    return one


@transaction.atomic
def settle_complaint(
    one: CitizenComplaint, *, ending: str, on: dt.date, by: Actor, result: str = "", outcome: str = ""
) -> CitizenComplaint:
    """It ends: resolved with what was found, refused with the reason, or dropped by who wrote it."""
    must_settle(one, by)
    _must_follow(one, on, by)
    outcome = clean(outcome)
    if ending == words.RESOLVED:
        rules.must_have_a_result(one.kind, result)
        outcome = demands.must_say(
            outcome, "outcome", _("Viết kết quả giải quyết: đã làm gì, trả lời ra sao.")
        )
    elif ending == words.REFUSED:
        outcome = demands.must_say(outcome, "outcome", _("Viết lý do không thụ lý."))
    _move(
        one,
        rules.ENDINGS[ending],
        result=result if ending == words.RESOLVED else "",
        outcome=outcome,
        closed_on=on,
    )
    record(f"outreach.complaint.{ending}", one, by=by, unit=one.unit, on=on)
    return one


def _must_follow(one: CitizenComplaint, on: dt.date, by: Actor) -> None:
    """No step lies in the future, or before the one it follows."""
    demands.must_have_happened(on, by.on, "on")
    earlier = max(day for day in (one.received_on, one.forwarded_on, one.accepted_on) if day)
    demands.must_come_after(on, earlier, _("bước trước của đơn"), "on")


def _move(one: CitizenComplaint, verb: str, **said: Any) -> None:
    if not CitizenComplaint.objects.standing().filter(pk=one.pk).exists():
        raise Conflict(_("Đơn này đã được gạch bỏ. Tải lại trang để xem."))
    rules.COMPLAINT_STEPS.move(one, verb, **said)


def note_opening(one: CitizenComplaint, *, by: Actor) -> None:
    """Who has read a complaint on which day is written down, once a day; of no unit, for no level above to watch.

    Conflict for who opens them faster than anybody reads.
    """
    people.note_opening_of_strangers(one, OPENED, unit=one.unit, by=by)
