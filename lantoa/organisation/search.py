"""Units are found by every name they have had, short or long, by their code and by their parent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.dates import Period, show_date
from lantoa.foundation.search import REACH, Dressed, Found, Sight, Source, itself
from lantoa.organisation import queries
from lantoa.organisation.models import Placement, Unit

# "Đảng ủy xã …" is asked for as often as "Đảng bộ xã …".
ALSO = {"đảng bộ": "đảng ủy", "chi bộ": "chi ủy"}


def _found(keys: Sequence[int]) -> Iterator[Found]:
    found = Placement.objects.filter(unit__in=keys).select_related("unit")
    rows = list(found.order_by("unit_id", "starts"))
    parents = _names_of_parents({row.parent_id for row in rows if row.parent_id})
    for unit_id, placed in groupby(rows, lambda row: row.unit_id):
        stretches = [
            list(same)
            for _told, same in groupby(placed, lambda row: (row.name, row.short_name, row.parent_id))
        ]
        for part, same in enumerate(stretches):
            yield _one(unit_id, part, same[0], same[-1], parents.get(same[0].parent_id or 0, []))


def _one(unit_id: int, part: int, first: Placement, last: Placement, above: Sequence[str]) -> Found:
    also = [word for said, word in ALSO.items() if first.name.lower().startswith(said)]
    return Found(
        key=unit_id,
        part=part,
        title=first.name,
        line=above[-1] if above else "",
        code=first.unit.code,
        url=reverse("organisation:unit", args=[first.unit.code]),
        texts=[first.short_name, *also, *above],
        sights=[Sight("organisation.view", unit_id, REACH)],
        starts=first.starts,
        ends=last.ends,
    )


def _names_of_parents(ids: set[int]) -> dict[int, list[str]]:
    """Every name each of them has had, the latest last."""
    names: dict[int, list[str]] = {}
    for unit, name in (
        Placement.objects.filter(unit__in=ids).order_by("starts").values_list("unit_id", "name")
    ):
        if name not in names.setdefault(unit, []):
            names[unit].append(name)
    return names


def _dress(rows: Sequence[Any], actor: Any) -> Mapping[tuple[int, int], Dressed]:
    """Under a unit stands what it lies below; under an old name, until when it was and what it is called now."""
    on, ids = actor.on, {row.key for row in rows}
    heirs = queries.heirs_of(ids, on)
    names = queries.names_of({*ids, *heirs.values()}, on)
    places = Placement.objects.on(on).filter(unit__in=set(heirs.values()))
    parent_of = dict(places.values_list("unit_id", "parent_id"))
    above = queries.names_of({parent for parent in parent_of.values() if parent}, on)
    told = {}
    for row in rows:
        now = heirs[row.key]
        parent = above.get(parent_of.get(now) or 0, "")
        if not row.ends or row.ends > on:
            told[row.key, row.part] = Dressed(parent)
            continue
        today = ", ".join(filter(None, [names.get(now, ""), parent]))
        until = _("Đến %(day)s. Nay là %(name)s.") % {
            "day": show_date(Period(row.starts, row.ends).last_day),
            "name": today,
        }
        told[row.key, row.part] = Dressed(
            until, _("tên cũ") if row.title != names.get(now) else _("trước đây")
        )
    return told


SOURCES = (
    Source(
        "unit",
        gettext_lazy("Đơn vị"),
        "sitemap",
        20,
        keys=lambda: Unit.objects.values_list("pk", flat=True),
        found=_found,
        hears={"organisation.unit": itself},
        permissions=("organisation.view",),
        dress=_dress,
        imports=("units",),
    ),
)
