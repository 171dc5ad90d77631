"""Drawing a sample."""

from __future__ import annotations

from django.db import transaction

from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.supervision import queries, rules
from lantoa.supervision.models import Inspection, Sample, SampledPaper


@transaction.atomic
def draw_sample(
    unit: Unit,
    *,
    by: Actor,
    year: int,
    seed: str,
    size: int | None = rules.SAMPLE_SIZE,
    why: str = "",
    inspection: Inspection | None = None,
) -> Sample:
    """`size` agreed registrations of the unit and below, by the seed; kept for good with the list's mark.

    NotAllowed out of reach; BadInput for an empty list, no seed, or another sample without a reason.
    """
    rules.must_look(by.may("supervision.sample") and by.unit is not None and by.reaches(unit))
    if inspection:
        rules.must_plan(queries.keeps_file(inspection, by))
        rules.must_be_of_the_inspection(
            is_of_unit=inspection.unit_id == unit.pk and inspection.person_id is None,
            is_over=inspection.is_closed or inspection.is_dropped,
        )
    Unit.objects.select_for_update().get(pk=unit.pk)
    pool, seed, why = queries.pool_of(unit, year, by), clean(seed)[:40], clean(why)[:500]
    turn = len(queries.earlier_samples(unit, year, by)) + 1
    rules.must_be_drawn(seed=seed, size=size, pool=len(pool), is_another=turn > 1, why=why)
    assert size and by.unit
    drawn = rules.draw(pool, seed=seed, size=size)
    one = Sample.objects.create(
        unit=unit,
        body=by.unit,
        inspection=inspection,
        year=year,
        turn=turn,
        seed=seed,
        size=len(drawn),
        pool_size=len(pool),
        pool_digest=rules.digest(pool),
        why=why,
        drawn_on=by.on,
        drawn_by=by.person,
    )
    SampledPaper.objects.bulk_create(
        SampledPaper(sample=one, order=order, registration_id=pool[code])
        for order, code in enumerate(drawn, start=1)
    )
    after = {"seed": seed, "pool": str(len(pool)), "digest": one.pool_digest, "drawn": ", ".join(drawn)}
    record("supervision.sample_drawn", one, by=by, unit=unit, note=why, after=after)
    return one
