"""The question after six months, twelve, and every year: still running, with what result, or stopped, why."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.adoptions import queries, rules
from lantoa.adoptions.models import Adoption, Checkup
from lantoa.foundation.errors import Conflict
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.practices import words
from lantoa.practices.actions import keep_result, must_write, result_in_words, run_again, stop
from lantoa.practices.models import Practice


@transaction.atomic
def answer_checkup(
    adoption: Adoption,
    *,
    by: Actor,
    alive: bool,
    text: str = "",
    value: Decimal | None = None,
    unit_of_count: str = "",
    cause: str = "",
    reason: str = "",
    on: dt.date | None = None,
) -> Checkup:
    """Answer the question that is due: still running (with a result, if there is one to tell), or stopped.

    A stop goes through `stop`, with its cause, reason and day `on` (today unless named): the adopter's practice
    is the one place that says since when it no longer runs. Conflict when no question is due.
    """
    practice = adoption.practice
    must_write(practice, by)
    Adoption.objects.select_for_update().get(pk=adoption.pk)
    practice.refresh_from_db()
    due = queries.due_question(adoption, by.on)
    if due is None or practice.status != words.RUNNING:
        raise Conflict(_("Câu hỏi này đã được trả lời hoặc chưa đến ngày hỏi. Tải lại trang để xem."))
    checkup = Checkup(adoption=adoption, due_on=due, answered_on=by.on, alive=alive, answered_by=by.person)
    if alive:
        _still_running(checkup, practice, by=by, text=text, value=value, unit_of_count=unit_of_count)
    else:
        checkup.why_stopped = stop(practice, by=by, reason=reason, cause=cause, on=on).stop_reason
    checkup.save()
    return checkup


def _still_running(
    checkup: Checkup, practice: Practice, *, by: Actor, text: str, value: Decimal | None, unit_of_count: str
) -> None:
    text, unit_of_count = clean(text), clean(unit_of_count) if value is not None else ""
    if text or value is not None:
        keep_result(practice, text=text, value=value, unit_of_count=unit_of_count, on=by.on)
    checkup.result, checkup.value, checkup.unit_of_count = text, value, unit_of_count
    note = "; ".join(filter(None, [_("còn duy trì"), result_in_words(text, value, unit_of_count)]))
    record("practice.checked_up", practice, by=by, unit=practice.unit, note=note)


@transaction.atomic
def take_back_answer(checkup: Checkup, *, by: Actor) -> None:
    """Undo the last answer, given by mistake, within rules.WINDOW; what it stopped runs again."""
    adoption = checkup.adoption
    practice = adoption.practice
    must_write(practice, by)
    Adoption.objects.select_for_update().get(pk=adoption.pk)
    practice.refresh_from_db()
    is_last = not adoption.checkups.filter(due_on__gt=checkup.due_on).exists()
    if not (is_last and by.on <= checkup.answered_on + rules.WINDOW):
        raise Conflict(_("Chỉ rút được câu trả lời gần nhất, trong 30 ngày."))
    if not checkup.alive:
        _run_again(adoption, practice, by)
    record(
        "practice.answer_taken_back",
        practice,
        by=by,
        unit=practice.unit,
        before={"alive": checkup.alive, "why_stopped": checkup.why_stopped, "result": checkup.result},
    )
    checkup.delete()


def _run_again(adoption: Adoption, practice: Practice, by: Actor) -> None:
    living = queries.living_adoption(adoption.root, practice.unit, by.on)
    rules.must_not_have_it_already(living.practice.name if living else "")
    run_again(practice)
    practice.refresh_from_db()
