"""Practices are found by their name and by whose they are; by whom, see `visible_to`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy

from lantoa.consents.models import Consent
from lantoa.foundation import clock
from lantoa.foundation.search import OWN, REACH, TREE, Found, Sight, Source, itself
from lantoa.organisation import queries as organisation
from lantoa.practices.models import Lesson, Practice
from lantoa.practices.words import BEFORE_REGISTRATION, DRAFT, STOPPED

VIEW, JUDGE = "practices.view", "practices.judge"


def _found(keys: Sequence[int]) -> Iterator[Found]:
    rows = list(Practice.objects.filter(pk__in=keys))
    named: dict[int, set[int]] = defaultdict(set)
    about = Consent.objects.about(Practice).filter(subject_id__in=keys)
    for practice, person in about.filter(person__isnull=False).values_list("subject_id", "person_id"):
        named[practice].add(person)
    silent = set(about.not_agreeing().values_list("subject_id", flat=True))
    told = set(Lesson.objects.filter(practice__in=keys).values_list("practice_id", flat=True))
    names = organisation.with_parents({row.unit_id for row in rows}, clock.today())
    for row in rows:
        yield Found(
            key=row.pk,
            title=row.name,
            line=", ".join(dict.fromkeys([row.subject_name, names.get(row.unit_id, "")])),
            url=reverse("practices:show", args=[row.pk]),
            texts=[row.place_name, row.content_of_uncle],
            sights=list(_sights(row, named[row.pk], row.pk in silent, row.pk in told)),
        )


def _sights(row: Practice, named: set[int], is_silent: bool, is_told: bool) -> Iterator[Sight]:
    """Who does, wrote or is named in it; before registration the line; then all, unless hidden."""
    own = {row.person_id, row.drafted_by_id} | (named if row.status != DRAFT else set())
    yield from (Sight(person=person) for person in own - {None})
    if row.status in BEFORE_REGISTRATION:
        yield Sight(VIEW, row.unit_id, REACH)
        if row.judging_unit_id:
            yield Sight(VIEW, row.judging_unit_id, OWN)
    if row.registered_on is None:
        return
    if is_silent:
        yield Sight(JUDGE, row.unit_id, OWN)
    elif row.status == STOPPED and is_told:
        yield Sight(VIEW, row.unit_id, REACH)
    else:
        yield Sight(VIEW, row.unit_id, TREE)


def _of_lesson(keys: Iterable[int]) -> Iterable[int]:
    return Lesson.objects.filter(pk__in=list(keys)).values_list("practice_id", flat=True)


SOURCES = (
    Source(
        "practice",
        gettext_lazy("Mô hình"),
        "sparkles",
        40,
        keys=lambda: Practice.objects.order_by().values_list("pk", flat=True),
        found=_found,
        hears={"practices.practice": itself, "practices.lesson": _of_lesson},
        permissions=(VIEW, JUDGE),
        is_shared=True,
        imports=("practices",),
    ),
)
