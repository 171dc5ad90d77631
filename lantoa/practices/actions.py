"""What is done with practices. Each act checks, changes and writes one event in one transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import attachments
from lantoa.foundation.attachments import Judged
from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.practices import queries, rules
from lantoa.practices.models import WRITTEN, Field, Practice, Recognition, as_written
from lantoa.programme.queries import heads_the_tree

# Writing


@transaction.atomic
def draft(
    *,
    unit: Unit,
    by: Actor,
    subject: str = rules.COLLECTIVE,
    person: Person | None = None,
    subject_name: str = "",
    consented: bool = False,
    evidence: Iterable[Judged] = (),
    **written: Any,
) -> Practice:
    """A draft. `written` are the fields named in models.WRITTEN; whose it is defaults to the unit's name.

    Anyone may draft for her own unit; for others only who judges there. BadInput without a name.
    """
    if not _may_draft_for(unit, by):
        raise NotAllowed(_("Đồng chí chỉ đề xuất mô hình cho đơn vị của mình."))
    practice = Practice(unit=unit, drafted_by=by.person, **_cleaned(written))
    practice.place_name = organisation.name_of(unit, by.on)
    _name_the_subject(practice, subject, person, subject_name)
    practice.consent_on = by.on if consented else None
    _must_fit(practice)
    practice.save()
    practice.evidence.add(*[attachments.keep(judged, by=by) for judged in evidence])
    record("practice.written", practice, by=by, unit=unit)
    return practice


def _may_draft_for(unit: Unit, by: Actor) -> bool:
    if not by.may("practices.write"):
        return False
    own = by.unit is not None and by.unit.pk == unit.pk
    return own or (by.may("practices.judge") and by.reaches(unit))


def _cleaned(written: dict[str, Any]) -> dict[str, Any]:
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


def _refresh(practice: Practice) -> None:
    """What is in the database now, and nobody else changes it until this act is over."""
    practice.refresh_from_db(from_queryset=Practice.objects.select_for_update())


def _must_write(practice: Practice, by: Actor) -> None:
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
    evidence: Iterable[Judged] = (),
    **written: Any,
) -> Practice:
    """Change a draft or one that was returned. Conflict when it has been proposed or agreed to meanwhile."""
    _must_write(practice, by)
    _refresh(practice)
    if practice.status not in rules.WRITABLE:
        raise Conflict(_("Mô hình đã đề nghị nên không sửa được. Đề nghị nơi thẩm định trả lại nếu cần sửa."))
    before = as_written(practice)
    for name, value in _cleaned(written).items():
        setattr(practice, name, value)
    if subject is not None:
        _name_the_subject(practice, subject, person, subject_name)
    if consented is not None:
        practice.consent_on = (practice.consent_on or by.on) if consented else None
    _must_fit(practice)
    practice.save()
    practice.evidence.add(*[attachments.keep(judged, by=by) for judged in evidence])
    record("practice.edited", practice, by=by, unit=practice.unit, before=before, after=as_written(practice))
    return practice


@transaction.atomic
def add_evidence(practice: Practice, *, files: Iterable[Judged], by: Actor) -> Practice:
    """Photos and papers that show it is real; also after it was registered."""
    _must_write(practice, by)
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
    _must_write(practice, by)
    _refresh(practice)
    rules.must_be_complete({name: getattr(practice, name) for name in WRITTEN})
    is_oneself = by.person is not None and by.person.pk == practice.person_id
    rules.must_agree_to_be_named(
        practice.subject, is_oneself=is_oneself, consented=practice.consent_on is not None
    )
    practice.consent_on = practice.consent_on or (by.on if is_oneself else None)
    practice.judging_unit = queries.judge_for(practice.unit, practice.level, by=by)
    practice.proposed_by, practice.proposed_on = by.person, by.on
    practice.save(update_fields=["consent_on", "judging_unit", "proposed_by", "proposed_on"])
    rules.STEPS.move(practice, "propose")
    receiver = organisation.name_of(practice.judging_unit, by.on)
    record(
        "practice.proposed", practice, by=by, unit=practice.unit, note=receiver, after=as_written(practice)
    )
    return practice


# Judging


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
    practice.return_reason = reason
    practice.save(update_fields=["return_reason"])
    rules.STEPS.move(practice, "return")
    record("practice.returned", practice, by=by, unit=practice.unit, note=reason)
    return practice


@transaction.atomic
def accept(practice: Practice, *, by: Actor, note: str = "") -> Practice:
    """Agree: it is registered from today and readable to the whole province."""
    _must_judge(practice, by)
    practice.registered_on = by.on
    practice.save(update_fields=["registered_on"])
    rules.STEPS.move(practice, "accept")
    record("practice.approved", practice, by=by, unit=practice.unit, note=clean(note))
    return practice


# Doing it


@transaction.atomic
def start(practice: Practice, *, by: Actor, on: dt.date | None = None) -> Practice:
    """It is being done since that day (today unless said; not after today)."""
    _must_write(practice, by)
    on = on or by.on
    rules.must_lie_between(on, None, by.on, "on")
    practice.began_on = on
    practice.save(update_fields=["began_on"])
    rules.STEPS.move(practice, "start")
    record("practice.started", practice, by=by, unit=practice.unit, on=on)
    return practice


@transaction.atomic
def stop(practice: Practice, *, by: Actor, reason: str, on: dt.date | None = None) -> Practice:
    """It is no longer done since that day, and why: a reason teaches those who think of taking it over."""
    _must_write(practice, by)
    on, reason = on or by.on, clean(reason)
    rules.must_give_a_reason(reason)
    rules.must_lie_between(on, practice.began_on, by.on, "on")
    if not rules.STEPS.may("stop", practice.status):
        raise Conflict(_("Chỉ ghi dừng cho mô hình đã đăng ký và chưa dừng."))
    moved = Practice.objects.filter(pk=practice.pk, status__in=rules.GOING_ON).update(
        status=rules.STOPPED, stopped_on=on, stop_reason=reason
    )
    if not moved:
        raise Conflict(_("Mô hình này vừa được người khác xử lý. Tải lại trang để xem trạng thái mới."))
    practice.refresh_from_db()
    record("practice.stopped", practice, by=by, unit=practice.unit, on=on, note=reason)
    return practice


# Recognising


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
        raise Conflict(_("Quyết định số %(number)s đã được ghi cho mô hình này.") % {"number": number})
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


# The list of fields


@transaction.atomic
def save_field(
    *,
    by: Actor,
    name: str,
    short_name: str = "",
    place: int = 0,
    is_offered: bool = True,
    field: Field | None = None,
) -> Field:
    """Add a field or change one; practices keep the field they have. Only who acts for the whole tree."""
    if not (by.may("programme.edit") and heads_the_tree(by)):
        raise NotAllowed(_("Danh mục lĩnh vực do cấp tỉnh quản lý."))
    name = clean(name)
    if not name:
        raise BadInput(_("Đặt tên lĩnh vực."), "name")
    same = Field.objects.filter(name=name).first()
    if same is not None and same != field:
        raise BadInput(_("Đã có lĩnh vực tên này."), "name")
    before = {"name": field.name, "is_offered": field.is_offered} if field else None
    kept = field or Field()
    kept.name, kept.short_name, kept.place, kept.is_offered = name, clean(short_name), place, is_offered
    kept.save()
    record(
        "field.edited" if field else "field.added",
        kept,
        by=by,
        unit=by.unit,
        before=before,
        after={"name": name, "is_offered": is_offered},
    )
    return kept
