"""Publishing what a practice that stopped teaches, without naming where; and taking it back."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.errors import Conflict
from lantoa.foundation.history import record
from lantoa.people.actors import Actor
from lantoa.practices import queries, rules
from lantoa.practices.actions.writing import must_write
from lantoa.practices.models import Lesson, Practice


@transaction.atomic
def publish_lesson(practice: Practice, *, by: Actor) -> Lesson:
    """Others read it from now on as the preview showed it."""
    must_write(practice, by)
    practice = Practice.objects.select_for_update().get(pk=practice.pk)
    if practice.status != rules.STOPPED:
        raise Conflict(_("Chỉ công bố bài học của mô hình đã dừng."))
    if queries.lesson_of(practice):
        raise Conflict(_("Bài học này đã được công bố."))
    lesson = queries.lesson_from(practice, by.on)
    lesson.published_on, lesson.published_by = by.on, by.person
    lesson.save()
    record("practice.lesson_published", practice, by=by, unit=practice.unit)
    return lesson


@transaction.atomic
def take_back_lesson(practice: Practice, *, by: Actor) -> None:
    """Nobody else reads it any more."""
    must_write(practice, by)
    gone, _rows = Lesson.objects.filter(practice=practice).delete()
    if not gone:
        raise Conflict(_("Bài học này chưa công bố hoặc đã được rút."))
    record("practice.lesson_taken_back", practice, by=by, unit=practice.unit)
