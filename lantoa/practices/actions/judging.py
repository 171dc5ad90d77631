"""The level above agrees, returns, recognises, names typical ones."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor
from lantoa.practices import queries, rules
from lantoa.practices.actions.consenting import must_all_agree
from lantoa.practices.actions.requesting import answer_with_a_decision
from lantoa.practices.models import Practice, Recognition


def _must_judge(practice: Practice, by: Actor) -> None:
    if queries.is_own(by, practice):
        raise NotAllowed(_("Đây là mô hình của đồng chí; người khác ở nơi thẩm định cho ý kiến."))
    if not queries.may_judge(by, practice):
        raise NotAllowed(_("Mô hình này đề nghị nơi khác; chỉ nơi được đề nghị cho ý kiến."))


@transaction.atomic
def return_for_changes(practice: Practice, *, by: Actor, reason: str) -> Practice:
    """Send it back with the reason; it may be rewritten and proposed again."""
    _must_judge(practice, by)
    reason = clean(reason)
    rules.must_give_a_reason(reason)
    rules.STEPS.move(practice, "return", return_reason=reason)
    record("practice.returned", practice, by=by, unit=practice.unit, note=reason)
    return practice


@transaction.atomic
def accept(practice: Practice, *, by: Actor, note: str = "", seen: str = "") -> Practice:
    """Agree: it is registered from today and readable to the whole province.

    What has no photo or paper is agreed to by who was there and writes what she saw (`seen`).
    """
    _must_judge(practice, by)
    seen = clean(seen)
    if rules.STEPS.may("accept", practice.status):
        rules.must_be_evidenced(has_files=practice.evidence.exists(), seen=seen)
    must_all_agree(practice)
    rules.STEPS.move(practice, "accept", registered_on=by.on)
    record("practice.approved", practice, by=by, unit=practice.unit, note=_advice(note, seen))
    return practice


def _advice(note: str, seen: str) -> str:
    told = _("đã xem minh chứng tại chỗ: %(seen)s") % {"seen": seen} if seen else ""
    return "; ".join(filter(None, [told, clean(note)]))


@transaction.atomic
def recognise(
    practice: Practice,
    *,
    level: str,
    decision_number: str,
    decided_on: dt.date | None,
    by: Actor,
    body: str = "",
) -> Recognition:
    """Record a decision that recognises it at a level. The same decision is recorded once."""
    if not queries.may_recognise(by, practice):
        raise NotAllowed(_("Nơi cấp trên ghi công nhận, cho mô hình đã đăng ký."))
    level_of_actor = by.unit.level if by.unit else "central"
    if not rules.may_record_recognition(level, level_of_actor):
        raise NotAllowed(_("Đơn vị của đồng chí không ghi công nhận ở cấp này."))
    number = clean(decision_number)
    day = rules.must_name_the_decision(number, decided_on, by.on)
    body = clean(body) or (organisation.name_of(by.unit, by.on) if by.unit else "")
    recognition, is_new = Recognition.objects.get_or_create(
        practice=practice,
        level=level,
        decision_number=number,
        defaults={"decided_on": day, "body": body},
    )
    if not is_new:
        said = _("Quyết định số %(number)s đã được ghi cho mô hình này.") % {"number": number}
        raise BadInput(said, "decision_number")
    answer_with_a_decision(practice, level, by)
    note = _("%(level)s, quyết định số %(number)s, ngày %(day)s") % {
        "level": recognition.get_level_display(),
        "number": number,
        "day": show_date(decided_on),
    }
    record("practice.recognised", practice, by=by, unit=practice.unit, note=note)
    return recognition


@transaction.atomic
def mark_typical(practice: Practice, *, by: Actor, typical: bool = True) -> Practice:
    """Name it among the typical ones ("tiêu biểu"), or no longer."""
    if not queries.may_recognise(by, practice):
        raise NotAllowed(_("Nơi cấp trên chọn mô hình tiêu biểu, trong các mô hình đã đăng ký."))
    Practice.objects.filter(pk=practice.pk).update(is_typical=typical)
    practice.is_typical = typical
    record("practice.marked" if typical else "practice.unmarked", practice, by=by, unit=practice.unit)
    return practice
