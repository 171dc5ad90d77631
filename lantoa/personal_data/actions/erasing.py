"""Erasing: what a person asked for, what a copy brought back, what is over its time. Nothing goes by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import clock, sealing
from lantoa.foundation.entry import drafts
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.foundation.models import Draft
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor, heads_the_tree
from lantoa.people.models import Account, OpenSession, Person, ResetCode
from lantoa.personal_data import queries, rules
from lantoa.personal_data.actions.requests import must_answer
from lantoa.personal_data.models import DataRequest, Erasure, RetentionProposal, RetentionRule
from lantoa.personal_data.queries import ERASED_TEXT, Tombstone
from lantoa.personal_data.words import WHEN_LEFT, Expiring, Part, ProposalStatus


def erase(one: DataRequest, *, by: Actor, parts: Iterable[str], answer: str) -> Erasure:
    """Carry out a request to erase: these parts are gone, the request is answered, the history says so by number.

    Sealed first: of what stands under no seal it could not be proved later that it was only erased.
    BadInput without a part, for what is kept while she belongs to a unit, and without an answer.
    """
    chosen = [part for part in Part.values if part in set(parts)]
    must_answer(one, by)
    rules.must_be_to_erase(one.kind)
    rules.must_choose_parts(chosen, has_left=queries.has_left(one.person, by.on), when_left=WHEN_LEFT)
    sealing.seal(clock.now())
    return _erase(one, by, chosen, answer)


@transaction.atomic
def _erase(one: DataRequest, by: Actor, parts: list[str], answer: str) -> Erasure:
    answer = clean(answer)
    rules.must_give_reason(answer)
    said = {"answer": answer, "answered_by": by.person, "answered_on": by.on}
    rules.STEPS.move(
        one, rules.FINISH, **said, taken_by=one.taken_by or by.person, taken_on=one.taken_on or by.on
    )
    number = queries.free_number(one.number)
    made = Erasure.objects.create(number=number, person=one.person, request=one, parts=parts)
    _take_out(one.person, parts, one.number)
    record("person.erased", one.person, by=by, unit=None, note=_("yêu cầu số %s") % one.number)
    record("data_request.done", one, by=by, unit=None, after={"kind": one.kind, "parts": parts})
    stone = Tombstone(number, one.person.pk, tuple(parts))
    transaction.on_commit(lambda: _write_down(stone))
    return made


def _write_down(stone: Tombstone) -> None:
    for file in queries.tombstone_files():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("a", encoding="ascii") as book:
                book.write(stone.line)
        except OSError:
            continue  # the page of upkeep says which place has fallen behind


def erase_again(*, by: Actor) -> int:
    """After a copy was brought back: what was erased since it was made is erased again. How many requests that were."""
    missing = queries.not_erased_again()
    if missing:
        sealing.seal(clock.now())
    return sum(_again(stone, by) for stone in missing)


@transaction.atomic
def _again(stone: Tombstone, by: Actor) -> int:
    person = Person.objects.filter(pk=stone.person).first()
    if person is None:
        return 0
    Erasure.objects.create(number=stone.number, person=person, parts=list(stone.parts))
    _take_out(person, stone.parts, stone.number)
    record("person.erased", person, by=by, unit=None, note=_("làm lại yêu cầu số %s") % stone.number)
    return 1


# Each part: how it is taken out of what is kept of a person.


def _take_out(person: Person, parts: Iterable[str], number: str) -> None:
    for part in parts:
        if part in TAKEN_OUT:
            TAKEN_OUT[part](person, number)


def _reach(person: Person, number: str) -> None:
    Person.objects.filter(pk=person.pk).update(phone="", email="")


def _identity(person: Person, number: str) -> None:
    Person.objects.filter(pk=person.pk).update(born_on=None, card_number="")


def _name(person: Person, number: str) -> None:
    now = Person.objects.get(pk=person.pk)
    now.full_name = _("Người đã xóa tên (yêu cầu số %s)") % number
    now.save()
    person.full_name = now.full_name


def _drafts(person: Person, number: str) -> None:
    drafts.drop(Draft.objects.filter(person_id=person.pk))


def _history(person: Person, number: str) -> None:
    sealing.erase_words_of(queries.events_about(person), request_number=number)


def _account(person: Person, number: str) -> None:
    account = Account.objects.filter(person=person).first()
    if account is None:
        return
    Authenticator.objects.filter(user=account).delete()
    OpenSession.objects.filter(account=account).delete()
    ResetCode.objects.filter(account=account).delete()
    account.sign_in_name, account.is_active = f"da-xoa-{account.pk}", False
    account.generation += 1
    account.set_unusable_password()
    account.save()


TAKEN_OUT: dict[str, Callable[[Person, str], None]] = {
    Part.REACH: _reach,
    Part.IDENTITY: _identity,
    Part.NAME: _name,
    Part.DRAFTS: _drafts,
    Part.HISTORY: _history,
    Part.ACCOUNT: _account,
}


# When its time is over


@transaction.atomic
def set_retention(
    *, by: Actor, kind: str, starts: dt.date, months: int | None = None, basis: str = ""
) -> RetentionRule:
    """How long this kind is kept from that day on; None is not known and nothing is proposed."""
    _must_decide(by)
    said = {"months": months, "basis": clean(basis)}
    rule, _is_new = RetentionRule.objects.update_or_create(kind=kind, starts=starts, defaults=said)
    record("retention.rule_set", rule, by=by, unit=by.unit, after=said)
    return rule


@transaction.atomic
def propose(on: dt.date) -> int:
    """What is older than its rule is proposed, and no longer where there is none, or no more than somebody said no to.

    How many proposals wait.
    """
    for kind in Expiring.values:
        rule = queries.rule_of(kind, on)
        before = rules.months_before(on, rule.months) if rule and rule.months is not None else None
        count = queries.expired(kind, before).count() if before else 0
        waiting = RetentionProposal.objects.filter(kind=kind, status=ProposalStatus.WAITING)
        if rule is None or before is None or count <= queries.said_no_to(rule):
            waiting.delete()
        elif not waiting.update(before=before, count=count):
            RetentionProposal.objects.create(kind=kind, before=before, count=count, proposed_on=on)
    return RetentionProposal.objects.filter(status=ProposalStatus.WAITING).count()


@transaction.atomic
def carry_out(one: RetentionProposal, *, by: Actor) -> int:
    """A person said yes: what is still older than the day of the proposal goes. How much that was."""
    _must_decide(by)
    gone = _let_go(one, _("hết hạn lưu %s") % one.pk)
    rules.RETENTION_STEPS.move(one, rules.CARRY_OUT, count=gone, answered_by=by.person, answered_on=by.on)
    record("retention.carried_out", one, by=by, unit=by.unit, after={"kind": one.kind, "count": gone})
    return gone


def _let_go(one: RetentionProposal, number: str) -> int:
    found = queries.expired(one.kind, one.before)
    if one.kind == Expiring.SIGN_INS:
        return sealing.erase_words_of(found, request_number=number)
    emptied: dict[str, dict[str, object]] = {
        Expiring.REACH: {"phone": "", "email": ""},
        Expiring.IDENTITY: {"born_on": None, "card_number": ""},
        Expiring.REQUESTS: {"text": ERASED_TEXT, "answer": ERASED_TEXT, "extended_why": ""},
    }
    return int(
        found.model._base_manager.filter(pk__in=found.order_by().values("pk")).update(**emptied[one.kind])
    )


@transaction.atomic
def decline(one: RetentionProposal, *, by: Actor, reason: str) -> RetentionProposal:
    """A person said no, and why; the clock proposes again when more is too old, or by a newer rule."""
    _must_decide(by)
    reason = clean(reason)
    if not reason:
        raise BadInput(_("Ghi lý do chưa xóa."), "reason")
    rules.RETENTION_STEPS.move(
        one, rules.DECLINE, reason=reason[:300], answered_by=by.person, answered_on=by.on
    )
    record("retention.declined", one, by=by, unit=by.unit, note=reason)
    return one


def _must_decide(by: Actor) -> None:
    rules.must_keep_terms(heads_the_tree=by.may("personal_data.answer") and heads_the_tree(by))
