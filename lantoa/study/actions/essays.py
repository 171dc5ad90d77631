"""What a member writes after a class: sent, mended, taken back by herself; who has read it, she reads."""

from __future__ import annotations

from django.db import transaction

from lantoa.foundation import clock
from lantoa.foundation.history import record
from lantoa.people import actions as people
from lantoa.people.actors import Actor
from lantoa.study import queries, rules
from lantoa.study.models import Essay, StudyClass


@transaction.atomic
def write_essay(
    study_class: StudyClass, *, by: Actor, understood: str, applied: str, will_do: str, duty: str = ""
) -> Essay:
    """Her paper on the class; written again, the later words stand. NotAllowed for a class that is not hers.

    BadInput for who has no unit, and for who by the list has not studied it yet. The history keeps no words of it.
    """
    home = rules.must_belong(queries.home_of(by))
    mine = Essay.objects.select_for_update().filter(study_class=study_class, person=by.person).first()
    if mine is None:
        rules.must_be_hers(queries.classes_of(by).filter(pk=study_class.pk).exists())
        rules.must_have_studied(queries.has_missed(study_class, by))
    said = {"duty": duty, "understood": understood, "applied": applied, "will_do": will_do}
    if mine is not None and all(getattr(mine, name) == value for name, value in said.items()):
        return mine
    essay = mine or Essay(study_class=study_class, person=by.person, unit=home)
    for name, value in said.items():
        setattr(essay, name, value)
    essay.changed_at = clock.now() if mine else None
    essay.save()
    record("essay.corrected" if mine else "essay.sent", essay, by=by, unit=essay.unit)
    return essay


@transaction.atomic
def take_back_essay(essay: Essay, *, by: Actor) -> None:
    """She takes her own paper back; that she did stays, no word of it."""
    rules.must_be_the_writer(by.person is not None and by.person.pk == essay.person_id)
    record("essay.taken_back", essay, by=by, unit=essay.unit)
    essay.delete()


def note_opening(essay: Essay, *, by: Actor) -> None:
    """Write down that somebody other than its writer has opened it today, for her to read."""
    people.note_opening(essay, queries.OPENED, unit=essay.unit, by=by)
