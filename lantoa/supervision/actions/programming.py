"""The programme of a year."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from lantoa.foundation.dates import show_date
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.supervision import rules
from lantoa.supervision.models import YearProgramme


@transaction.atomic
def write_programme(
    *,
    by: Actor,
    year: int | None,
    aim: str = "",
    on_signs: str = "",
    on_discipline: str = "",
    on_other_work: str = "",
    number: str = "",
    issued_on: dt.date | None = None,
) -> YearProgramme:
    """The programme of the actor's own unit for that year, begun or changed.

    NotAllowed for who does not plan there; BadInput for a year too far and for a number without its day.
    """
    rules.must_plan(by.may("supervision.plan") and by.unit is not None)
    rules.must_be_programmed(year, by.on)
    assert year
    number = clean(number)
    rules.must_be_issued(number, issued_on, by.on)
    words = {"aim": aim, "on_signs": on_signs, "on_discipline": on_discipline, "on_other_work": on_other_work}
    said = {name: clean(text) for name, text in words.items()} | {"number": number, "issued_on": issued_on}
    one, _new = YearProgramme.objects.update_or_create(
        unit=by.unit, year=year, defaults=said, create_defaults={**said, "written_by": by.person}
    )
    after = {"number": number, "issued_on": show_date(issued_on) if issued_on else ""}
    record("supervision.programme_written", one, by=by, unit=one.unit, note=one.aim, after=after)
    return one
