"""When the tree has changed, open rounds follow it: ended units are carried by their heirs, new ones are asked."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import Exists, OuterRef

from lantoa.foundation import clock
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement
from lantoa.rounds import queries
from lantoa.rounds.actions.answering import complete
from lantoa.rounds.models import Answer, Round


@transaction.atomic
def follow_the_tree(found: Round, on: dt.date) -> None:
    """Ask who is new below, let the answer of an ended unit be carried by its heir's, add to the sums above."""
    _ask_who_is_new(found, on)
    for answer in found.answers.standing().exclude(_stands(on)).select_related("unit", "round"):
        _carry(answer, on)
    for answer in found.answers.filter(_stands(on), carried_by__isnull=False).select_related("unit", "round"):
        _speak_again(answer, on)


def _ask_who_is_new(found: Round, on: dt.date) -> None:
    known = found.answers.filter(unit=OuterRef("unit"))
    new = queries.asked_below(found.unit, found.lowest, on).filter(~Exists(known))
    Answer.objects.bulk_create(
        Answer(round=found, unit_id=unit, asked_on=on) for unit in new.values_list("unit_id", flat=True)
    )


def _stands(on: dt.date) -> Exists:
    return Exists(Placement.objects.on(on).filter(unit=OuterRef("unit")))


def _carry(answer: Answer, on: dt.date) -> None:
    heir = organisation.successor_of(answer.unit, on)
    carrier = Answer.objects.filter(round=answer.round_id, unit=heir).select_related("round", "unit").first()
    if carrier is None:
        return
    answer.carried_by, answer.carried_at = carrier, clock.now()
    answer.save(update_fields=["carried_by", "carried_at"])
    last = organisation.last_day_in(answer.unit, answer.asked_on, on + dt.timedelta(days=1))
    before = queries.answers_above(answer, last) if last else []
    now = queries.answers_above(carrier, on)
    complete([*now, *(one for one in before if one not in now)], answer, on)


def _speak_again(answer: Answer, on: dt.date) -> None:
    """The decision was undone: the unit tells its own figures again."""
    answer.carried_by, answer.carried_at = None, None
    answer.save(update_fields=["carried_by", "carried_at"])
    complete(queries.answers_above(answer, on), answer, on)
