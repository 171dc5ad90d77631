"""Opening a year of registering for a unit and everything below it, in one act."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from lantoa.foundation import clock
from lantoa.foundation.dates import show_date
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.people.actors import Actor
from lantoa.registrations import queries, rules
from lantoa.registrations.models import RegistrationYear


@transaction.atomic
def open_year(
    *,
    by: Actor,
    year: int,
    opens_on: dt.date | None,
    deadline: dt.date | None,
    note: str = "",
    at: dt.datetime | None = None,
) -> RegistrationYear:
    """Open the year for the actor's unit and all units below it; a second time changes its days.

    NotAllowed for who looks after one cell only, BadInput for days that do not fit, and for another day of opening
    once somebody has sent.
    """
    rules.must_open_years(by.unit is not None and queries.may_open_years(by))
    rules.must_be_a_stretch(year, opens_on, deadline, by.on)
    before = RegistrationYear.objects.filter(unit=by.unit, year=year).first()
    if before and by.unit and opens_on != before.opens_on:
        rules.must_keep_the_day(before.opens_on, opens_on, queries.sent_in(by.unit, year, by.on))
    values = {"opens_on": opens_on, "deadline": deadline, "note": clean(note)[:300]}
    who = {"opened_by": by.person, "opened_at": at or clock.now()}
    one, is_new = RegistrationYear.objects.update_or_create(
        unit=by.unit, year=year, defaults={**values, **who}
    )
    record(
        "registration_year.opened" if is_new else "registration_year.amended",
        one,
        by=by,
        unit=by.unit,
        note=one.note,
        before=_days(before) if before else None,
        after=_days(one),
    )
    return one


def _days(one: RegistrationYear) -> dict[str, str]:
    return {"opens_on": show_date(one.opens_on), "deadline": show_date(one.deadline)}
