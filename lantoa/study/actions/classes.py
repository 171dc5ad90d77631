"""What is done with classes: record, correct, make up for, take back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from lantoa.foundation import attachments
from lantoa.foundation.attachments import Judged
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.history import record
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.programme.models import Directive
from lantoa.study import rules
from lantoa.study.actions.attendance import must_hold_its_parts
from lantoa.study.models import (
    StudyClass,
)

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
    "exempt",
    "excused",
    "essays_by",
    "file_id",
    "note",
)
OF_THE_LIST = ("party_summoned", "party_attended", "made_up", "exempt", "excused")


@transaction.atomic
def record_class(
    *, unit: Unit, by: Actor, papers: Iterable[Directive] = (), file: Judged | None = None, **fields: Any
) -> StudyClass:
    """A class that was held, on these `papers` and this file. BadInput for numbers that cannot be, or one recorded."""
    study_class = StudyClass(unit=unit, file=attachments.keep(file, by=by) if file else None, **fields)
    _check_and_save(study_class, by)
    study_class.papers.set(papers)
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
def change_class(
    study_class: StudyClass,
    *,
    by: Actor,
    papers: Iterable[Directive] | None = None,
    file: Judged | None = None,
    **fields: Any,
) -> StudyClass:
    """Correct what is recorded of a class; numbers that follow from a list of names are corrected there."""
    StudyClass.objects.select_for_update().get(pk=study_class.pk)
    study_class.refresh_from_db(fields=OF_THE_LIST)  # who takes attendance meanwhile is not overwritten
    before = _kept(study_class)
    differs = any(
        name in fields and fields[name] is not None and fields[name] != getattr(study_class, name)
        for name in OF_THE_LIST
    )
    is_listed = study_class.absences.exists()
    rules.must_follow_the_list(is_listed, differs)
    if is_listed:
        fields = {name: value for name, value in fields.items() if name not in OF_THE_LIST}
    for name, value in fields.items():
        setattr(study_class, name, value)
    if file:
        study_class.file = attachments.keep(file, by=by)
    _check_and_save(study_class, by)
    if papers is not None:
        study_class.papers.set(papers)
    after = _kept(study_class)
    if after != before:
        record("study_class.corrected", study_class, by=by, unit=study_class.unit, before=before, after=after)
    return study_class


@transaction.atomic
def make_up(study_class: StudyClass, *, people: int, by: Actor) -> StudyClass:
    """So many more of those absent have now studied. The class's own attendance stays what it was."""
    rules.must_edit(by.reaches(study_class.unit))
    rules.must_follow_the_list(study_class.absences.exists(), differs=True)
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
    try:
        study_class.delete()
    except ProtectedError:
        said = _("Đã có bài thu hoạch về lớp này nên không bỏ được. Sửa lại lớp thay vì bỏ.")
        raise Conflict(said) from None


def _check_and_save(study_class: StudyClass, by: Actor) -> None:
    one = study_class
    rules.must_edit(by.reaches(one.unit))
    rules.must_have_been_held(one.held_on, by.on)
    rules.must_fit(one.party_attended, one.party_summoned, one.made_up)
    rules.must_be_believable(sites=one.sites, outside_attended=one.outside_attended, essays=one.essays)
    rules.must_be_excused_of_absent(one.excused, one.party_attended, one.party_summoned)
    rules.must_leave_time_to_write(one.essays_by, one.held_on)
    rules.must_have_writers(one.essays, one.party_attended, one.made_up, one.outside_attended)
    if one.pk:
        must_hold_its_parts(one)
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
