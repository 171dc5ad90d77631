"""The level above receives what was sent or gives it back; two people open again what has gone into a sum."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from lantoa.foundation import clock
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.rounds import queries, rules
from lantoa.rounds.models import Answer


@transaction.atomic
def accept(answer: Answer, *, by: Actor) -> Answer:
    """Receive what a unit directly below has sent.

    NotAllowed for anybody but the level directly above, and for who sent it herself.
    """
    rules.must_stand_above(queries.receives(by, answer))
    rules.must_not_receive_own(by.is_one_with(answer.sent_by_id))
    rules.LIFE_OF_AN_ANSWER.move(answer, rules.ACCEPT, accepted_at=clock.now(), accepted_by=by.person)
    record("answer.accepted", answer, by=by, unit=answer.unit)
    return answer


@transaction.atomic
def accept_many(answers: Iterable[Answer], *, by: Actor) -> int:
    """Receive several at once; how many. All or none: Conflict when one of them has moved on meanwhile."""
    chosen = list(answers)
    rules.must_choose(len(chosen))
    for answer in chosen:
        accept(answer, by=by)
    return len(chosen)


@transaction.atomic
def give_back(answer: Answer, *, by: Actor, reason: str) -> Answer:
    """Back to the unit, with the reason; not once it has gone into a sum that was sent."""
    rules.must_stand_above(queries.receives(by, answer))
    rules.must_not_receive_own(by.is_one_with(answer.sent_by_id))
    above = Answer.objects.select_for_update().get(pk=queries.answers_above(answer, by.on)[0].pk)
    rules.must_not_be_summed(above.counts)
    rules.must_say_why(clean(reason))
    rules.LIFE_OF_AN_ANSWER.move(answer, rules.GIVE_BACK, return_reason=clean(reason), accepted_at=None)
    record("answer.given_back", answer, by=by, unit=answer.unit, note=clean(reason))
    return answer


def _may_reopen(answer: Answer, by: Actor) -> bool:
    return by.unit == answer.unit or queries.receives(by, answer)


@transaction.atomic
def ask_to_reopen(answer: Answer, *, by: Actor, reason: str) -> Answer:
    """The unit itself or the level above asks that a sent answer be opened again; another person has to agree."""
    rules.must_stand_above(_may_reopen(answer, by))
    rules.must_take_answers(answer.round.is_open)
    rules.must_be_sent(answer.is_told)
    rules.must_say_why(clean(reason))
    answer.reopen_asked_by, answer.reopen_reason = by.person, clean(reason)[:500]
    answer.save(update_fields=["reopen_asked_by", "reopen_reason"])
    record("answer.reopening_asked", answer, by=by, unit=answer.unit, note=answer.reopen_reason)
    return answer


@transaction.atomic
def reopen(answer: Answer, *, by: Actor) -> Answer:
    """The second person agrees. Until the unit sends again its former numbers stand in every sum."""
    rules.must_stand_above(_may_reopen(answer, by))
    rules.must_be_asked_to_reopen(answer.reopen_asked_by_id is not None)
    rules.must_be_two(by.is_one_with(answer.reopen_asked_by_id))
    reason = answer.reopen_reason
    rules.LIFE_OF_AN_ANSWER.move(
        answer,
        rules.REOPEN,
        return_reason=reason,
        reopen_reason="",
        reopen_asked_by=None,
        accepted_at=answer.accepted_at or clock.now(),
    )
    record("answer.reopened", answer, by=by, unit=answer.unit, note=reason)
    return answer


@transaction.atomic
def leave_closed(answer: Answer, *, by: Actor) -> Answer:
    """It is not opened again: the request is answered with no, or taken back by who asked."""
    rules.must_stand_above(_may_reopen(answer, by))
    rules.must_be_asked_to_reopen(answer.reopen_asked_by_id is not None)
    answer.reopen_asked_by, answer.reopen_reason = None, ""
    answer.save(update_fields=["reopen_asked_by", "reopen_reason"])
    record("answer.left_closed", answer, by=by, unit=answer.unit)
    return answer
