"""What is taught: curricula with their subjects."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput
from lantoa.foundation.history import record
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.study import rules
from lantoa.study.models import (
    Curriculum,
    CurriculumPart,
)


@transaction.atomic
def set_curriculum(*, unit: Unit, by: Actor, topics: str, programme_topics: str, **fields: Any) -> Curriculum:
    """A curriculum (kind, name, basis, starts, ends) with its subjects, one a line; apart those of the programme."""
    return _keep_curriculum(Curriculum(unit=unit, **fields), topics, programme_topics, "curriculum.added", by)


@transaction.atomic
def change_curriculum(
    curriculum: Curriculum, *, by: Actor, topics: str, programme_topics: str, **fields: Any
) -> Curriculum:
    """Correct or end a curriculum; what courses already said of themselves stays."""
    for name, value in fields.items():
        setattr(curriculum, name, value)
    return _keep_curriculum(curriculum, topics, programme_topics, "curriculum.edited", by)


def _keep_curriculum(
    curriculum: Curriculum, topics: str, programme_topics: str, verb: str, by: Actor
) -> Curriculum:
    rules.must_edit(by.reaches(curriculum.unit))
    demands.must_end_after_start(curriculum.starts, curriculum.ends)
    parts = [(*part, False) for part in rules.read_parts(topics, "topics")]
    parts += [(*part, True) for part in rules.read_parts(programme_topics, "programme_topics")]
    if not parts:
        raise BadInput(_("Ghi ít nhất một chuyên đề, mỗi dòng một chuyên đề."), "topics")
    same = Curriculum.objects.filter(unit=curriculum.unit, starts=curriculum.starts, name=curriculum.name)
    if same.exclude(pk=curriculum.pk).exists():
        raise BadInput(_("Chương trình tên này đã được ghi từ ngày ấy. Sửa chương trình đã có."), "name")
    curriculum.save()
    before = [str(one) for one in curriculum.parts.all()]
    curriculum.parts.all().delete()
    made = [
        CurriculumPart(
            curriculum=curriculum, position=n, title=title, lessons=lessons, is_programme=is_programme
        )
        for n, (title, lessons, is_programme) in enumerate(parts, start=1)
    ]
    CurriculumPart.objects.bulk_create(made)
    told = {"parts": "; ".join(map(str, made))}
    record(verb, curriculum, by=by, unit=curriculum.unit, before={"parts": "; ".join(before)}, after=told)
    return curriculum
