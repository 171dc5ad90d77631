"""Requests about personal data. Each act is told to the person without her words; the history names no unit,
so that no level reads who asked what.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import attachments
from lantoa.foundation.attachments import Judged
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor, heads_the_tree
from lantoa.people.models import Person
from lantoa.personal_data import queries, rules
from lantoa.personal_data.models import AnswerTerm, DataRequest, Restriction
from lantoa.personal_data.words import LIMITS, Status


@transaction.atomic
def ask(*, by: Actor, kind: str, text: str, about: str = "") -> DataRequest:
    """She asks something about her own data. BadInput without a word, or when the same is asked already."""
    assert by.person is not None
    one = _written(by.person, kind=kind, text=clean(text), about=about, on=by.on, home_on=by.on)
    _record("asked", one, by)
    return one


@transaction.atomic
def enter(
    person: Person, *, by: Actor, kind: str, text: str, asked_on: dt.date, received_by: str, scan: Judged
) -> DataRequest:
    """What somebody asked on paper, with its scan; its terms begin on the day the paper was handed over.

    NotAllowed but for who answers for her unit, and never for herself; BadInput for a day yet to come.
    """
    rules.must_be_handed_over(asked_on, by.on)
    received_by = clean(received_by)[:120]
    rules.must_name_who_took_it(received_by)
    one = _written(person, kind=kind, text=clean(text), about="", on=asked_on, home_on=by.on)
    must_answer(one, by)
    one.entered_by, one.received_by, one.scan = by.person, received_by, attachments.keep(scan, by=by)
    one.save(update_fields=["entered_by", "received_by", "scan"])
    _record("entered", one, by)
    return one


def _written(
    person: Person, *, kind: str, text: str, about: str, on: dt.date, home_on: dt.date
) -> DataRequest:
    rules.must_ask_something(text)
    if queries.open_of(person).filter(kind=kind, text=text).exists():
        raise BadInput(_("Yêu cầu này đã gửi và đang được giải quyết."), "text")
    term = queries.term_of(kind, on) or AnswerTerm(kind=kind, starts=on)
    return DataRequest.objects.create(
        person=person,
        unit=queries.home_of(person, home_on),
        kind=kind,
        about=about,
        text=text,
        asked_on=on,
        answer_by=rules.due_after(on, term.answer_days, working=term.answer_working),
        finish_by=rules.due_after(on, term.finish_days, working=term.finish_working),
    )


@transaction.atomic
def take(one: DataRequest, *, by: Actor) -> DataRequest:
    """Somebody has taken it up: the first answer that the law asks for."""
    must_answer(one, by)
    rules.STEPS.move(one, rules.TAKE, taken_by=by.person, taken_on=by.on)
    _record("taken", one, by)
    return one


@transaction.atomic
def extend(one: DataRequest, *, by: Actor, why: str) -> DataRequest:
    """The term is made longer, once, with a reason that she reads. Conflict where no rule says how long."""
    _lock(one)
    must_answer(one, by)
    why = clean(why)
    rules.must_give_reason(why, "why")
    term = queries.term_of(one.kind, one.asked_on)
    rules.must_be_extended_once(
        is_open=one.is_open,
        was_extended=one.extended_on is not None,
        days=term.extend_days if term and one.finish_by else None,
    )
    assert term
    assert one.finish_by
    one.finish_by = rules.due_after(one.finish_by, term.extend_days, working=term.finish_working)
    one.extended_on, one.extended_why = by.on, why
    one.save(update_fields=["finish_by", "extended_on", "extended_why"])
    _record("extended", one, by)
    return one


@transaction.atomic
def finish(one: DataRequest, *, by: Actor, answer: str) -> DataRequest:
    """Done, with what was done in words. What was asked to be limited is limited from this day."""
    _answer(one, rules.FINISH, by, answer)
    if one.kind in LIMITS and not queries.is_restricted(one.person):
        Restriction.objects.create(person=one.person, request=one, starts=by.on)
    _record("done", one, by, after={"kind": one.kind})
    return one


@transaction.atomic
def refuse(one: DataRequest, *, by: Actor, answer: str) -> DataRequest:
    """Not done, with the reason and where it is said; she reads both."""
    _answer(one, rules.REFUSE, by, answer)
    _record("refused", one, by)
    return one


def _answer(one: DataRequest, step: str, by: Actor, answer: str) -> None:
    must_answer(one, by)
    answer = clean(answer)
    rules.must_give_reason(answer)
    said = {"answer": answer, "answered_by": by.person, "answered_on": by.on}
    if one.status == Status.RECEIVED:
        said |= {"taken_by": by.person, "taken_on": by.on}
    rules.STEPS.move(one, step, **said)


@transaction.atomic
def withdraw(one: DataRequest, *, by: Actor) -> DataRequest:
    """She takes it back; no reason is asked for."""
    rules.must_be_ones_own(is_own=by.person is not None and one.person_id == by.person.pk)
    rules.STEPS.move(one, rules.WITHDRAW)
    _record("withdrawn", one, by)
    return one


@transaction.atomic
def lift(restriction: Restriction, *, by: Actor) -> Restriction:
    """She no longer wants her data to be only kept. Conflict where it was lifted before."""
    rules.must_be_ones_own(is_own=by.person is not None and restriction.person_id == by.person.pk)
    if not Restriction.objects.filter(pk=restriction.pk, ends__isnull=True).update(ends=by.on):
        raise Conflict(_("Việc hạn chế này đã được bỏ."))
    _record("lifted", restriction.request, by)
    return restriction


@transaction.atomic
def set_term(
    *,
    by: Actor,
    kind: str,
    starts: dt.date,
    answer_days: int | None = None,
    answer_working: bool = False,
    finish_days: int | None = None,
    finish_working: bool = False,
    extend_days: int | None = None,
    basis: str = "",
) -> AnswerTerm:
    """Terms of one kind from a day on; requests that stand keep theirs. NotAllowed but for who answers for all."""
    rules.must_keep_terms(heads_the_tree=by.may("personal_data.answer") and heads_the_tree(by))
    said = {
        "answer_days": answer_days,
        "answer_working": answer_working,
        "finish_days": finish_days,
        "finish_working": finish_working,
        "extend_days": extend_days,
        "basis": clean(basis),
    }
    term, _is_new = AnswerTerm.objects.update_or_create(kind=kind, starts=starts, defaults=said)
    record("data_request.term_set", term, by=by, unit=by.unit, after=said)
    return term


def _lock(one: DataRequest) -> None:
    one.refresh_from_db(from_queryset=DataRequest.objects.select_for_update())


def must_answer(one: DataRequest, by: Actor) -> None:
    """NotAllowed but for who answers for her unit, and never for herself or for whom she stands in."""
    is_own = by.is_one_with(one.person_id)
    rules.must_answer_others(may=by.may("personal_data.answer") and by.reaches(one.unit), is_own=is_own)


def _record(verb: str, one: DataRequest, by: Actor, after: dict[str, str] | None = None) -> None:
    record(f"data_request.{verb}", one, by=by, unit=None, after=after)
