"""Agreeing to be named, taking that back, and taking a name out. All of it takes effect at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import attachments
from lantoa.foundation.attachments import Judged
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean, fold
from lantoa.people.actors import Actor
from lantoa.practices import queries, rules
from lantoa.practices.models import NamedPerson, Practice, bare
from lantoa.practices.words import BY_WORD, CONTACT, DOER, IN_THE_STORY, ON_PAPER, OWN_ACCOUNT

# Words that may name somebody.
SPOKEN = ("name", "reason", "how", "target", "scope", "hardest", "cost_note")


def _who(by: Actor) -> str:
    return ", ".join(part for part in (str(by.person or ""), by.label) if part) or _("hệ thống")


def name_people(practice: Practice, by: Actor, *, names: Iterable[str] | None = None) -> None:
    """One row for everyone named: who does it, whom to ask, who stands in the story (`names`; None: as before).

    Who is named no longer has no row; who still is keeps what she agreed to, unless it is another person now.
    """
    there = {one.name: one for one in practice.named.select_for_update()}
    wanted = _wanted(practice, there, names)
    NamedPerson.objects.filter(practice=practice).exclude(name__in=wanted).delete()
    for name, stands in wanted.items():
        is_doer = stands == DOER
        person = practice.person if is_doer else queries.person_of(practice.unit, name, by.on)
        row = there.get(name) or NamedPerson(practice=practice, name=name)
        if row.pk and row.person_id != (person.pk if person else None):
            row.agreed_on, row.way, row.recorded_by, row.paper = None, "", "", None
            row.revoked_on, row.revoked_by = None, ""
        row.person, row.stands = person, stands
        row.save()


def _wanted(practice: Practice, there: dict[str, NamedPerson], names: Iterable[str] | None) -> dict[str, str]:
    told = names
    if told is None:
        told = [one.name for one in there.values() if one.stands == IN_THE_STORY]
    wanted = {practice.subject_name: DOER} if practice.subject == rules.INDIVIDUAL else {}
    doer = fold(practice.subject_name) if wanted else ""
    if practice.contact and not (doer and doer in fold(practice.contact)):
        wanted[practice.contact] = CONTACT
    return {name: IN_THE_STORY for name in map(clean, told) if name} | wanted


def say_they_agree(practice: Practice, by: Actor, *, consented: bool) -> None:
    """The box of the writer: ticked, those who were not asked yet have told her; unticked, nobody told her."""
    rows = NamedPerson.objects.filter(practice=practice)
    if consented:
        told = rows.filter(agreed_on__isnull=True)
        told.update(agreed_on=by.on, way=BY_WORD, recorded_by=_who(by))
    else:
        told = rows.filter(way=BY_WORD, revoked_on__isnull=True)
        told.update(agreed_on=None, way="", recorded_by="")


def agree_by_proposing(practice: Practice, by: Actor) -> None:
    """Who proposes what names herself agrees by doing so."""
    if by.person is not None:
        silent = NamedPerson.objects.filter(practice=practice, person=by.person, agreed_on__isnull=True)
        silent.update(agreed_on=by.on, way=OWN_ACCOUNT)


def must_all_agree(practice: Practice) -> None:
    """BadInput that names who does not agree."""
    silent = practice.named.select_for_update().not_agreeing()
    rules.must_be_agreed(one.name for one in silent)


def _locked(named: NamedPerson) -> NamedPerson:
    return NamedPerson.objects.select_for_update().select_related("practice__unit").get(pk=named.pk)


def _must_write(practice: Practice, by: Actor) -> None:
    if not queries.may_write(by, practice):
        raise NotAllowed(_("Chỉ người đề xuất và đơn vị thực hiện được làm việc này."))


@transaction.atomic
def agree(named: NamedPerson, *, by: Actor) -> NamedPerson:
    """The person herself agrees, in her own account."""
    if not queries.is_named(by, named):
        raise NotAllowed(_("Chỉ người được nêu tên tự bấm đồng ý."))
    return _agreed(named, by, way=OWN_ACCOUNT, agreed_on=by.on)


@transaction.atomic
def record_agreement(
    named: NamedPerson, *, by: Actor, way: str, agreed_on: dt.date | None, paper: Judged | None = None
) -> NamedPerson:
    """Her agreement on paper or by word, written down by somebody who answers for the practice."""
    _must_write(named.practice, by)
    if way not in (ON_PAPER, BY_WORD):
        raise NotAllowed(_("Đồng ý trong tài khoản do chính người được nêu tên bấm."))
    rules.must_be_shown(way, has_paper=paper is not None, agreed_on=agreed_on, today=by.on)
    kept = attachments.keep(paper, by=by) if paper and way == ON_PAPER else None
    return _agreed(named, by, way=way, agreed_on=agreed_on, paper=kept)


def _agreed(
    named: NamedPerson, by: Actor, *, way: str, agreed_on: dt.date | None, paper: Any = None
) -> NamedPerson:
    locked = _locked(named)
    if locked.agrees:
        raise Conflict(_("Đã ghi đồng ý trước đó."))
    locked.way, locked.agreed_on, locked.paper = way, agreed_on, paper
    locked.recorded_by = "" if way == OWN_ACCOUNT else _who(by)
    locked.revoked_on, locked.revoked_by = None, ""
    locked.save()
    # Whose agreement it is stands in the row alone: history is read by more people than the row.
    said = str(locked.get_way_display())
    record("practice.consented", locked.practice, by=by, unit=locked.practice.unit, note=said)
    return locked


@transaction.atomic
def revoke(named: NamedPerson, *, by: Actor) -> NamedPerson:
    """She no longer agrees; said by herself, or on her behalf by her unit. No reason is asked for."""
    if not queries.is_named(by, named):
        _must_write(named.practice, by)
    locked = _locked(named)
    if not locked.agrees:
        raise Conflict(_("Không có đồng ý nào đang có hiệu lực."))
    locked.revoked_on, locked.revoked_by = by.on, _who(by)
    locked.save(update_fields=["revoked_on", "revoked_by"])
    record("practice.consent_withdrawn", locked.practice, by=by, unit=locked.practice.unit)
    return locked


@transaction.atomic
def remove_name(named: NamedPerson, *, by: Actor, **words: str) -> Practice:
    """Take a name out, words (of SPOKEN) included, even after it was registered; the others still agree.

    Whose deed it was stays that of a person, who is no longer told of.
    """
    practice = Practice.objects.select_for_update().get(pk=named.practice_id)
    _must_write(practice, by)
    for field in SPOKEN:
        setattr(practice, field, clean(words.get(field, getattr(practice, field))))
    if not practice.name:
        raise BadInput(_("Đặt tên mô hình, ngắn và nói được việc."), "name")
    if named.stands == CONTACT:
        practice.contact = ""
    if named.stands == DOER:
        practice.person, practice.subject_name = None, _("Một cá nhân của đơn vị")
    spoken = {field: getattr(practice, field) for field in (*SPOKEN, "subject_name", "contact")}
    rules.must_be_gone(bare(named.name), spoken)
    NamedPerson.objects.filter(pk=named.pk).delete()
    practice.save()
    # The name itself is not repeated: what was taken out is not to live on in the trail.
    record("practice.name_removed", practice, by=by, unit=practice.unit)
    return practice
