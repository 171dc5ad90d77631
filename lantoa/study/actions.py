"""What is done with classes: record, correct, make up for, remove."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.study import rules
from lantoa.study.models import StudyClass

KEPT = (
    "topic",
    "theme_id",
    "level",
    "form",
    "sites",
    "held_on",
    "speaker",
    "party_summoned",
    "party_attended",
    "made_up",
    "outside_attended",
    "essays",
    "note",
)


@transaction.atomic
def record_class(*, unit: Unit, by: Actor, **fields: Any) -> StudyClass:
    """A class that was held. BadInput when its numbers cannot be, or when it is recorded already."""
    study_class = StudyClass(unit=unit, **fields)
    _check_and_save(study_class, by)
    record(
        "study_class.recorded",
        study_class,
        by=by,
        unit=unit,
        on=study_class.held_on,
        after=_kept(study_class),
    )
    return study_class


@transaction.atomic
def change_class(study_class: StudyClass, *, by: Actor, **fields: Any) -> StudyClass:
    """Correct what is recorded of a class."""
    before = _kept(study_class)
    for name, value in fields.items():
        setattr(study_class, name, value)
    _check_and_save(study_class, by)
    after = _kept(study_class)
    if after != before:
        record("study_class.corrected", study_class, by=by, unit=study_class.unit, before=before, after=after)
    return study_class


@transaction.atomic
def make_up(study_class: StudyClass, *, people: int, by: Actor) -> StudyClass:
    """So many more of those absent have now studied. The class's own attendance stays what it was."""
    rules.must_edit(by.reaches(study_class.unit))
    current = StudyClass.objects.select_for_update().get(pk=study_class.pk)
    if people < 1:
        raise BadInput(_("Nhập số đảng viên đã học bù, từ 1 trở lên."), "people")
    rules.must_fit(current.party_attended, current.party_summoned, current.made_up + people)
    current.made_up += people
    current.save(update_fields=["made_up"])
    record("study_class.made_up", current, by=by, unit=current.unit, note=str(people))
    return current


@transaction.atomic
def remove_class(study_class: StudyClass, *, reason: str, by: Actor) -> None:
    """Take back a class entered by mistake; the history keeps what it said and why it went."""
    rules.must_edit(by.reaches(study_class.unit))
    if not reason:
        raise BadInput(_("Ghi lý do bỏ lớp này, ví dụ ghi trùng."), "reason")
    record(
        "study_class.removed",
        study_class,
        by=by,
        unit=study_class.unit,
        note=reason,
        before=_kept(study_class),
    )
    study_class.delete()


def _check_and_save(study_class: StudyClass, by: Actor) -> None:
    one = study_class
    rules.must_edit(by.reaches(one.unit))
    rules.must_have_been_held(one.held_on, by.on)
    rules.must_fit(one.party_attended, one.party_summoned, one.made_up)
    rules.must_be_believable(sites=one.sites, outside_attended=one.outside_attended, essays=one.essays)
    rules.must_have_writers(one.essays, one.party_attended, one.made_up, one.outside_attended)
    if one.form == StudyClass.Form.DIRECT:
        one.sites = 1
    try:
        with transaction.atomic():
            one.save()
    except IntegrityError as broken:
        if "recorded_once" not in str(broken) and "UNIQUE" not in str(broken):
            raise
        raise BadInput(
            _(
                "Lớp học nội dung này đã được ghi trong ngày. Nếu là lớp khác, ghi rõ thêm, ví dụ “buổi chiều”."
            ),
            "topic",
        ) from None


def _kept(study_class: StudyClass) -> dict[str, Any]:
    """What the history keeps of a class."""
    return {name: str(getattr(study_class, name)) for name in KEPT}
