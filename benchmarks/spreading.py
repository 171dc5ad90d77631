"""A province in which practices travel: 152 of them, one taken over 5,000 times, and what its pages cost."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.world import TODAY, World
from lantoa.adoptions.models import AdoptedPart, Adoption
from lantoa.adoptions.rules.adopting import months_after
from lantoa.adoptions.words import CHANGED, DROPPED, KEPT
from lantoa.organisation.models import Unit
from lantoa.practices.models import CorePart, Field, Practice
from lantoa.practices.words import RUNNING, STOPPED

PRACTICES, ADOPTIONS, PARTS = 152, 5_000, 5
FIRST = dt.date(2023, 1, 10)


def build(world: World, *, each: int = 30, seed: int = 7) -> Practice:
    """The practice that was taken over 5,000 times; the others `each` times. Everybody learned from somebody."""
    chance = random.Random(seed)
    units = list(Unit.objects.filter(level="cell").order_by("pk"))
    field = Field.objects.order_by("place").first()
    roots = Practice.objects.bulk_create(
        _practice(f"Mô hình số {n}", units[n * 7 % len(units)], field, FIRST, None) for n in range(PRACTICES)
    )
    CorePart.objects.bulk_create(
        CorePart(practice=root, place=place, text=f"Phần cốt lõi số {place}")
        for root in roots
        for place in range(1, PARTS + 1)
    )
    for root in roots:
        _take_over(root, ADOPTIONS if root == roots[0] else each, units, chance)
    return roots[0]


def _practice(name: str, unit: Unit, field: Field | None, day: dt.date, stopped: dt.date | None) -> Practice:
    return Practice(
        name=name,
        unit=unit,
        field=field,
        subject_name=unit.code,
        place_name=unit.code,
        how="Chọn việc.\nPhân công.\nRút kinh nghiệm.",
        status=STOPPED if stopped else RUNNING,
        registered_on=day,
        began_on=day,
        stopped_on=stopped,
        stop_reason="Người phụ trách chuyển công tác" if stopped else "",
    ).prepare()


def _take_over(root: Practice, times: int, units: list[Unit], chance: random.Random) -> None:
    days = sorted(chance.randrange(30, (TODAY - FIRST).days) for _ in range(times))
    made = []
    for day in (FIRST + dt.timedelta(days=many) for many in days):
        lived = chance.randrange(20, 1500)
        stopped = day + dt.timedelta(days=lived) if chance.random() < 0.3 else None
        stopped = stopped if stopped and stopped <= TODAY else None
        made.append(_practice(root.name, chance.choice(units), root.field, day, stopped))
    made = Practice.objects.bulk_create(made, batch_size=500)
    edges: list[Adoption] = []
    generation = {root.pk: 0}
    for place, practice in enumerate(made):
        # The older a place, the likelier somebody has seen it; the first ones teach most.
        origin = root if place < 3 or chance.random() < 0.1 else made[int(place * chance.random() ** 2)]
        generation[practice.pk] = generation[origin.pk] + 1
        day = practice.began_on
        assert day is not None
        edges.append(
            Adoption(
                origin=origin,
                practice=practice,
                root=root,
                generation=generation[practice.pk],
                adopted_on=day,
                half_year_on=months_after(day, 6),
                full_year_on=months_after(day, 12),
                recorded_on=day,
            )
        )
    edges = Adoption.objects.bulk_create(edges, batch_size=500)
    AdoptedPart.objects.bulk_create(
        (
            AdoptedPart(
                adoption=edge,
                place=place,
                text=f"Phần cốt lõi số {place}",
                fate=(fate := chance.choices([KEPT, CHANGED, DROPPED], [7, 2, 1])[0]),
                why="" if fate == KEPT else "cho hợp nơi này",
            )
            for edge in edges
            for place in range(1, PARTS + 1)
        ),
        batch_size=500,
    )
