"""The lesson of a practice that stopped, without where and without whom."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _

from lantoa.foundation.text import fold
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement
from lantoa.organisation.paths import ancestor_paths
from lantoa.practices.models import Lesson, Practice, bare
from lantoa.practices.queries.consent import names_to_leave_out
from lantoa.practices.rules.lessons import ways_to_say, without_any, without_where_and_when


def places_of(practice: Practice, on: dt.date) -> set[str]:
    """Every name, of any day, of its unit, of what continues it and of what stands above, also said short."""
    units = {practice.unit_id, *organisation.heirs_of({practice.unit_id}, on).values()}
    held = Placement.objects.filter(unit__in=units).values_list("path", flat=True)
    paths = {above for path in held for above in ancestor_paths(path)}
    lines = Placement.objects.filter(path__in=paths).values("unit")
    names = set(Placement.objects.filter(unit__in=lines).values_list("name", flat=True))
    if practice.subject == Practice.Subject.COLLECTIVE:
        names.add(practice.subject_name)
    return {said for name in {*names, practice.place_name} for said in ways_to_say(name)}


def persons_of(practice: Practice) -> set[str]:
    """Whoever is named in it or does it."""
    names = {*names_to_leave_out([practice]), bare(practice.contact)}
    if practice.person:
        names.add(str(practice.person))
    if practice.subject == Practice.Subject.INDIVIDUAL:
        names.add(bare(practice.subject_name))
    return names - {""}


def lesson_from(practice: Practice, on: dt.date) -> Lesson:
    """What would be published of it: not saved, for the owner to look at first."""
    places, persons = places_of(practice, on), persons_of(practice)

    def told(text: str) -> str:
        text = without_any(text, places, _("một đơn vị"))
        return without_where_and_when(without_any(text, persons, _("một người")))

    lesson = Lesson(
        practice=practice,
        name=told(practice.name),
        reason=told(practice.reason),
        how=told(practice.how),
        target=told(practice.target),
        hardest=told(practice.hardest),
        stop_reason=told(practice.stop_reason),
        first_year=practice.began_on.year if practice.began_on else None,
        last_year=(practice.stopped_on or on).year,
    )
    words = (lesson.name, lesson.reason, lesson.how, lesson.target, lesson.stop_reason)
    lesson.folded = fold(" ".join(words))
    return lesson


def lesson_of(practice: Practice) -> Lesson | None:
    """What is published of it."""
    return Lesson.objects.filter(practice=practice).first()
