"""A unit confirms or corrects what was counted and sends it upward; whatever comes after the sum is an addendum."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from django.db import transaction

from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record, record_each
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.rounds import adding, compose, queries, rules
from lantoa.rounds.adding import Sum
from lantoa.rounds.compose import Cell, Sheet
from lantoa.rounds.models import Addendum, Answer, Line
from lantoa.rounds.rules import Said
from lantoa.rounds.words import Adds, Kind


@transaction.atomic
def send(
    answer: Answer, *, by: Actor, said: Mapping[int, Said], note: str = "", gaps_why: str = ""
) -> Answer:
    """Keep what the unit says of each item and send it upward; the answer at the top is signed by it.

    BadInput, at the box `vi-<item>`, where a correction, a broken rule or an outlier has no reason, and at `gaps_why`
    where somebody below is missing and no reason is given. NotAllowed for who acts for another unit, Conflict when the
    round is closed or somebody was faster.
    """
    rules.must_be_for_own(by.unit == answer.unit)
    rules.must_take_answers(answer.round.is_open)
    rules.must_not_be_carried(answer.carried_by_id is not None)
    before = {line.item.label: _shown(line) for line in answer.lines.select_related("item")}
    verb = rules.SIGN if answer.is_of_the_top else rules.SEND
    _move(
        answer, verb, by
    )  # first: whoever sends below at this moment now waits, and then comes as an addendum
    sheet = compose.sheet(answer, by.on)
    asked = compose.asked_about(sheet, said, queries.bounds_for(answer, by.on))
    _must_explain(asked, said)
    rules.must_explain_gaps(len(sheet.below.gaps), clean(gaps_why))
    lines = [_line(answer, cell, said[cell.item.pk], asked) for cell in sheet.cells]
    answer.lines.all().delete()
    answer.addenda.all().delete()
    answer.carries.update(carried_at=None)
    Line.objects.bulk_create(lines)
    _keep(answer, sheet, clean(note), clean(gaps_why))
    _receive(answer, by)
    _record(answer, verb, by, before, lines)
    complete_above(answer, by.on)
    return answer


def _move(answer: Answer, verb: str, by: Actor) -> None:
    now = clock.now()
    is_signed = verb == rules.SIGN
    rules.LIFE_OF_AN_ANSWER.move(
        answer,
        verb,
        sent_at=now,
        first_sent_at=answer.first_sent_at or now,
        sent_by=by.person,
        sent_as=by.label[:200],
        return_reason="",
        accepted_at=now if is_signed else None,
        accepted_by=by.person if is_signed else None,
    )


def _must_explain(asked: Mapping[int, list[str]], said: Mapping[int, Said]) -> None:
    for item, sentences in asked.items():
        if len(clean(said[item].reason)) < rules.LEAST_REASON:
            raise BadInput(" ".join(sentences), f"vi-{item}")


def _line(answer: Answer, cell: Cell, said: Said, asked: Mapping[int, list[str]]) -> Line:
    text = clean(said.text)[: rules.LONGEST_PROSE]
    own = rules.amount_in(text) if cell.item.kind == Kind.PROSE else said.amount
    under = cell.below or Sum()
    counted = cell.counted.amount
    return Line(
        answer=answer,
        item=cell.item,
        value=own.value,
        whole=own.whole,
        counted=counted.value,
        counted_whole=counted.whole,
        below=under.amount.value,
        below_whole=under.amount.whole,
        below_told=under.told,
        below_unknown=under.unknown,
        text=text,
        reason=clean(said.reason)[:500],
        warnings=asked.get(cell.item.pk, []),
    )


def _keep(answer: Answer, sheet: Sheet, note: str, gaps_why: str) -> None:
    """Who is missing stays as it was when it was sent."""
    below = sheet.below
    answer.note, answer.gaps_why = note, gaps_why if below.gaps else ""
    answer.gaps = [asdict(gap) for gap in below.gaps]
    answer.due, answer.told = (below.due, below.told) if below.is_asked else (1, 1)
    answer.save(update_fields=["note", "gaps_why", "gaps", "due", "told"])


def _receive(answer: Answer, by: Actor) -> None:
    """What goes into a sum has been received."""
    taken = list(queries.children_to_accept(answer, by.on))
    for one in taken:
        rules.LIFE_OF_AN_ANSWER.move(one, rules.ACCEPT, accepted_at=clock.now(), accepted_by=by.person)
    record_each("answer.accepted", taken, by=by)


def _record(answer: Answer, verb: str, by: Actor, before: dict[str, str], lines: list[Line]) -> None:
    after: dict[str, Any] = {line.item.label: _shown(line) for line in lines}
    told = f"{answer.told}/{answer.due}" if answer.due > 1 else ""
    if answer.gaps:
        after["gaps"] = [gap["name"] for gap in answer.gaps]
    word = "answer.signed" if verb == rules.SIGN else "answer.sent"
    record(word, answer, by=by, unit=answer.unit, note=told, before=before or None, after=after)


def _shown(line: Line) -> str:
    return " ".join(filter(None, [line.text or line.total.show(), line.reason and f"({line.reason})"]))


def complete_above(answer: Answer, on: dt.date) -> None:
    """Each sum above that was sent already gets what it lacks now as an addendum; its own numbers stay."""
    complete(queries.answers_above(answer, on), answer, on)


def complete(sums: Iterable[Answer], answer: Answer, on: dt.date) -> None:
    """The same for these sums, the nearest first; `answer` is what has changed."""
    for above in sums:
        locked = Answer.objects.select_for_update().select_related("round", "unit").get(pk=above.pk)
        if locked.counts:
            _complete(locked, answer, on)


def _complete(above: Answer, source: Answer, on: dt.date) -> None:
    now, then = adding.below(above, on), adding.now_of(above)
    changes = []
    for line in above.lines.select_related("item"):
        if line.item.adds not in (Adds.SUM, Adds.PARTS):
            continue
        more = (line.own_amount + now.of(line.item_id).amount) - then.of(line.item_id).amount
        if more.value or more.whole:
            changes.append([line.item_id, _text(more.value), _text(more.whole)])
    told, due = now.told - then.told, now.due - then.due
    if changes or told or due:
        Addendum.objects.create(answer=above, source=source, told=told, due=due, changes=changes)


def _text(number: Any) -> str | None:
    return None if number is None else str(number)
