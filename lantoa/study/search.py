"""Courses are found by their name; by whom, see `visible_to`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_lazy

from lantoa.foundation import clock
from lantoa.foundation.dates import show_date
from lantoa.foundation.search import REACH, Found, Sight, Source, itself
from lantoa.organisation import queries as organisation
from lantoa.study.models import Course

VIEW = "study.view"


def _found(keys: Sequence[int]) -> Iterator[Found]:
    rows = list(Course.objects.filter(pk__in=keys))
    names = organisation.names_of({row.unit_id for row in rows}, clock.today())
    for row in rows:
        yield Found(
            key=row.pk,
            title=row.name,
            line=", ".join(filter(None, [names.get(row.unit_id, ""), show_date(row.starts)])),
            url=row.get_absolute_url(),
            sights=[Sight(VIEW, row.unit_id, REACH)],
        )


SOURCES = (
    Source(
        "course",
        gettext_lazy("Lớp bồi dưỡng"),
        "school",
        46,
        keys=lambda: Course.objects.order_by().values_list("pk", flat=True),
        found=_found,
        hears={"study.course": itself},
        permissions=(VIEW,),
        imports=("courses",),
    ),
)
