"""Naming people, agreeing, taking that back. All of it takes effect at once.

`agree`, `record_agreement` and `revoke` are whole acts. The others are parts of an act of the room whose thing names
people: they run in its transaction and write no event of their own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.consents import queries, rules
from lantoa.consents.models import Consent, ConsentQuerySet
from lantoa.consents.subjects import kind_of
from lantoa.consents.words import BY_WORD, COMMENDED, FOR_ALL, ON_PAPER, OWN_ACCOUNT
from lantoa.foundation import attachments
from lantoa.foundation.attachments import Judged
from lantoa.foundation.errors import Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.people.actors import Actor
from lantoa.people.models import Person


def who(by: Actor) -> str:
    """ "Nguyễn Thị Lan, Bí thư chi bộ": who wrote down what somebody said."""
    return ", ".join(part for part in (str(by.person or ""), by.label) if part) or _("hệ thống")


@transaction.atomic
def agree(consent: Consent, *, by: Actor) -> Consent:
    """The person herself agrees, in her own account; for a collective that was commended, who speaks for it."""
    if consent.stands == COMMENDED and consent.person_id is None and queries.answers_for(by, consent):
        return _agreed(consent, by, way=FOR_ALL, agreed_on=by.on)
    if not queries.is_named(by, consent):
        raise NotAllowed(_("Chỉ người được nêu tên tự bấm đồng ý."))
    return _agreed(consent, by, way=OWN_ACCOUNT, agreed_on=by.on)


@transaction.atomic
def record_agreement(
    consent: Consent, *, by: Actor, way: str, agreed_on: dt.date | None, paper: Judged | None = None
) -> Consent:
    """Her agreement on paper or by word, written down by somebody who answers for what names her."""
    _must_answer_for(consent, by)
    if not Consent.objects.filter(pk=consent.pk).may_be_told().exists():
        raise Conflict(
            _("Người này đã yêu cầu không nêu tên: không ai ghi đồng ý thay, chỉ chính người ấy bấm được.")
        )
    if way not in (ON_PAPER, BY_WORD):
        raise NotAllowed(_("Đồng ý trong tài khoản do chính người được nêu tên bấm."))
    rules.must_be_shown(way, has_paper=paper is not None, agreed_on=agreed_on, today=by.on)
    kept = attachments.keep(paper, by=by) if paper and way == ON_PAPER else None
    return _agreed(consent, by, way=way, agreed_on=agreed_on, paper=kept)


@transaction.atomic
def revoke(consent: Consent, *, by: Actor) -> Consent:
    """She no longer agrees; said by herself, or on her behalf by who answers for it. No reason is asked for."""
    if not queries.is_named(by, consent):
        _must_answer_for(consent, by)
    return _taken_back(consent, by)


@transaction.atomic
def revoke_by_request(person: Person, *, by: Actor) -> int:
    """Every agreement of hers that stands is taken back, as she asked elsewhere; how many those were."""
    standing = list(Consent.objects.filter(person=person).agreeing())
    for one in standing:
        _taken_back(one, by)
    return len(standing)


def _taken_back(consent: Consent, by: Actor) -> Consent:
    locked = _locked(consent)
    if not locked.agrees:
        raise Conflict(_("Không có đồng ý nào đang có hiệu lực."))
    locked.revoked_on, locked.revoked_by = by.on, who(by)
    locked.save(update_fields=["revoked_on", "revoked_by"])
    subject, kind = locked.subject, kind_of(locked.subject_type)
    record(kind.withdrawn, subject, by=by, unit=subject.unit)
    return locked


def _locked(consent: Consent) -> Consent:
    return Consent.objects.select_for_update().get(pk=consent.pk)


def _must_answer_for(consent: Consent, by: Actor) -> None:
    if not queries.answers_for(by, consent):
        raise NotAllowed(_("Chỉ người được nêu tên, người viết bài và đơn vị của bài làm được việc này."))


def _agreed(
    consent: Consent, by: Actor, *, way: str, agreed_on: dt.date | None, paper: Any = None
) -> Consent:
    locked = _locked(consent)
    if locked.agrees:
        raise Conflict(_("Đã ghi đồng ý trước đó."))
    subject, kind = locked.subject, kind_of(locked.subject_type)
    locked.forget()
    locked.way, locked.agreed_on, locked.paper = way, agreed_on, paper
    locked.words = kind.words(subject)
    locked.recorded_by = "" if way == OWN_ACCOUNT else who(by)
    locked.save()
    # Whose agreement it is stands in the row alone: history is read by more people than the row.
    record(kind.consented, subject, by=by, unit=subject.unit, note=str(locked.get_way_display()))
    return locked


# Parts of the acts of other rooms


def name(subject: Any, wanted: Mapping[str, tuple[Person | None, str]]) -> None:
    """One row for everyone named: name → (the person, where she stands).

    Who is named no longer has no row; who still is keeps what she agreed to, unless it is another person now.
    """
    there = {one.name: one for one in subject.named.select_for_update()}
    subject.named.exclude(name__in=wanted).delete()
    for called, (person, stands) in wanted.items():
        row = there.get(called) or Consent(subject=subject, name=called)
        if row.pk and row.person_id != (person.pk if person else None):
            # Another person of the same name: nobody agreed for her.
            row.forget()
        row.person, row.stands = person, stands
        row.save()


def ask_again(subject: Any) -> None:
    """Other words need another agreement of everyone who is named."""
    for one in subject.named.select_for_update():
        one.forget()
        one.version += 1
        one.save()


def say_they_agree(subject: Any, words: str, *, by: Actor, told: bool) -> None:
    """The box of the writer: ticked, those who were not asked yet have told her; unticked, nobody told her."""
    if told:
        unanswered = subject.named.unanswered().may_be_told()
        unanswered.update(agreed_on=by.on, way=BY_WORD, recorded_by=who(by), words=words)
    else:
        spoken = subject.named.filter(way=BY_WORD, revoked_on__isnull=True)
        spoken.update(agreed_on=None, way="", recorded_by="", words="")


def agree_by_proposing(subject: Any, words: str, *, by: Actor) -> None:
    """Who proposes what names herself agrees by doing so."""
    if by.person is not None:
        hers: ConsentQuerySet = subject.named.unanswered().filter(person=by.person)
        hers.update(agreed_on=by.on, way=OWN_ACCOUNT, words=words)


def must_all_agree(subject: Any, sentence: str, field: str = "") -> None:
    """BadInput that names who does not agree. The rows are locked: nobody takes hers back before the act is done."""
    silent = [one.name for one in subject.named.select_for_update() if not one.agrees]
    rules.must_be_agreed(silent, sentence, field)
