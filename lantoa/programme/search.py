"""Movements are found by their name; by whom, see `visible_to`: what a unit launches is for it and for all below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_lazy

from lantoa.foundation import clock
from lantoa.foundation.dates import show_date
from lantoa.foundation.search import ABOVE, REACH, Found, Sight, Source, itself
from lantoa.organisation import queries as organisation
from lantoa.programme.models import Movement

VIEW = "programme.view"


def _found(keys: Sequence[int]) -> Iterator[Found]:
    rows = list(Movement.objects.filter(pk__in=keys))
    names = organisation.names_of({row.unit_id for row in rows}, clock.today())
    for row in rows:
        yield Found(
            key=row.pk,
            title=row.name,
            line=", ".join(filter(None, [names.get(row.unit_id, ""), show_date(row.starts)])),
            url=row.get_absolute_url(),
            texts=[row.launched_by],
            sights=[Sight(VIEW, row.unit_id, REACH), Sight(VIEW, row.unit_id, ABOVE)],
        )


SOURCES = (
    Source(
        "movement",
        gettext_lazy("Phong trào thi đua"),
        "flag",
        45,
        keys=lambda: Movement.objects.order_by().values_list("pk", flat=True),
        found=_found,
        hears={"programme.movement": itself},
        permissions=(VIEW,),
        imports=("movements",),
    ),
)
