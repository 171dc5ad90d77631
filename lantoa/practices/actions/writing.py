"""Writing a practice down and asking for agreement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.consents import actions as consents
from lantoa.foundation import attachments
from lantoa.foundation.attachments import Judged
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.practices import queries, rules
from lantoa.practices.actions.consenting import must_all_agree, name_people
from lantoa.practices.actions.parts import lines_of, rewrite_parts
from lantoa.practices.models import WRITTEN, Practice, as_written


@transaction.atomic
def draft(
    *,
    unit: Unit,
    by: Actor,
    subject: str = rules.COLLECTIVE,
    person: Person | None = None,
    subject_name: str = "",
    consented: bool = False,
    names: Iterable[str] = (),
    evidence: Iterable[Judged] = (),
    core_parts: Iterable[str] = (),
    **written: Any,
) -> Practice:
    """A draft. `written` are the fields named in models.WRITTEN; whose it is defaults to the unit's name.

    Anyone may draft for her own unit; for others only who judges there. BadInput without a name.
    """
    if not _may_draft_for(unit, by):
        raise NotAllowed(_("Đồng chí chỉ đề xuất mô hình cho đơn vị của mình."))
    practice = Practice(unit=unit, drafted_by=by.person, **cleaned(written))
    practice.place_name = organisation.name_of(unit, by.on)
    _name_the_subject(practice, subject, person, subject_name)
    practice.consent_on = by.on if consented else None
    _must_fit(practice)
    practice.save()
    rewrite_parts(practice, lines_of(core_parts))
    name_people(practice, by, names=names)
    consents.say_they_agree(practice, practice.agreed_words(), by=by, told=consented)
    practice.evidence.add(*[attachments.keep(judged, by=by) for judged in evidence])
    record("practice.written", practice, by=by, unit=unit)
    return practice


def _may_draft_for(unit: Unit, by: Actor) -> bool:
    if not by.may("practices.write"):
        return False
    own = by.unit is not None and by.unit.pk == unit.pk
    return own or (by.may("practices.judge") and by.reaches(unit))


def cleaned(written: dict[str, Any]) -> dict[str, Any]:
    unknown = set(written) - set(WRITTEN)
    if unknown:
        raise TypeError(f"a practice has no {', '.join(sorted(unknown))}")
    return {name: clean(value) if isinstance(value, str) else value for name, value in written.items()}


def _name_the_subject(practice: Practice, subject: str, person: Person | None, subject_name: str) -> None:
    practice.subject = subject
    practice.person = person if subject == rules.INDIVIDUAL else None
    practice.subject_name = str(practice.person or "") or clean(subject_name)
    if not practice.subject_name and subject == rules.COLLECTIVE:
        practice.subject_name = practice.place_name
    if not practice.subject_name:
        raise BadInput(_("Chọn hoặc ghi họ tên người thực hiện."), "person")


def _must_fit(practice: Practice) -> None:
    if not practice.name:
        raise BadInput(_("Đặt tên mô hình, ngắn và nói được việc."), "name")
    rules.must_fit_dates(practice.starts, practice.ends)


def refresh(practice: Practice) -> None:
    """What is in the database now, and nobody else changes it until this act is over."""
    practice.refresh_from_db(from_queryset=Practice.objects.select_for_update())


def must_write(practice: Practice, by: Actor) -> None:
    if not queries.may_write(by, practice):
        raise NotAllowed(_("Chỉ người đề xuất và đơn vị thực hiện được làm việc này."))


@transaction.atomic
def edit(
    practice: Practice,
    *,
    by: Actor,
    subject: str | None = None,
    person: Person | None = None,
    subject_name: str = "",
    consented: bool | None = None,
    names: Iterable[str] | None = None,
    evidence: Iterable[Judged] = (),
    core_parts: Iterable[str] | None = None,
    **written: Any,
) -> Practice:
    """Change a draft or one that was returned. Conflict when it has been proposed or agreed to meanwhile."""
    must_write(practice, by)
    refresh(practice)
    if practice.status not in rules.WRITABLE:
        raise Conflict(_("Mô hình đã đề nghị nên không sửa được. Đề nghị nơi thẩm định trả lại nếu cần sửa."))
    before = as_written(practice)
    for name, value in cleaned(written).items():
        setattr(practice, name, value)
    if subject is not None:
        _name_the_subject(practice, subject, person, subject_name)
    if consented is not None:
        practice.consent_on = (practice.consent_on or by.on) if consented else None
    _must_fit(practice)
    practice.save()
    if core_parts is not None:
        rewrite_parts(practice, lines_of(core_parts))
    name_people(practice, by, names=names)
    if consented is not None:
        consents.say_they_agree(practice, practice.agreed_words(), by=by, told=consented)
    practice.evidence.add(*[attachments.keep(judged, by=by) for judged in evidence])
    record("practice.edited", practice, by=by, unit=practice.unit, before=before, after=as_written(practice))
    return practice


@transaction.atomic
def add_evidence(practice: Practice, *, files: Iterable[Judged], by: Actor) -> Practice:
    """Photos and papers that show it is real; also after it was registered."""
    must_write(practice, by)
    kept = [attachments.keep(judged, by=by) for judged in files]
    if not kept:
        raise BadInput(_("Chọn ít nhất một tệp."), "evidence")
    practice.evidence.add(*kept)
    note = ", ".join(file.name for file in kept)
    record("practice.evidenced", practice, by=by, unit=practice.unit, note=note)
    return practice


@transaction.atomic
def propose(practice: Practice, *, by: Actor) -> Practice:
    """Ask the level it is registered at to agree. The text as it was proposed stays in the history."""
    must_write(practice, by)
    refresh(practice)
    rules.must_be_complete({name: getattr(practice, name) for name in WRITTEN})
    consents.agree_by_proposing(practice, practice.agreed_words(), by=by)
    must_all_agree(practice)
    judge = queries.judge_for(practice.unit, practice.level, by=by)
    rules.STEPS.move(
        practice,
        "propose",
        consent_on=practice.consent_on or (by.on if practice.subject == rules.INDIVIDUAL else None),
        judging_unit=judge,
        proposed_by=by.person,
        proposed_on=by.on,
    )
    receiver = organisation.name_of(judge, by.on)
    record(
        "practice.proposed", practice, by=by, unit=practice.unit, note=receiver, after=as_written(practice)
    )
    return practice
