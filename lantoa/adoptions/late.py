"""What falls due: the question whether what was taken over still runs, after six months, twelve, then every year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db.models import Max, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.adoptions import rules
from lantoa.adoptions.models import Adoption
from lantoa.foundation.late import Due
from lantoa.messages import queries as messages
from lantoa.people.models import Beginning
from lantoa.practices.words import RUNNING


def due(first: dt.date, last: dt.date, on: dt.date) -> Iterator[Due]:
    """Told to who does the work of the unit that took it over."""
    since = Beginning.objects.not_before(first - rules.ANSWER_WITHIN)
    asked = _asked(since, last - rules.ANSWER_WITHIN)
    doers = messages.receivers_of({one.practice.unit_id for one, _day in asked}, on)
    for one, day in asked:
        unit = one.practice.unit_id
        for person in sorted(doers.get(unit, ())):
            yield Due(
                f"adoption:{one.pk}",
                person,
                unit,
                day + rules.ANSWER_WITHIN,
                _("trả lời còn duy trì mô hình đã vận dụng hay không"),
                reverse("adoptions:checkup", args=[one.practice_id]),
                priority=35,
                is_of_unit=True,
            )


def _asked(first: dt.date, last: dt.date) -> list[tuple[Adoption, dt.date]]:
    """What is still run and is asked after in these days, without its answer; with the day of the question."""
    running = Adoption.objects.filter(_may_be_asked(first, last), practice__status=RUNNING)
    found: list[tuple[Adoption, dt.date]] = []
    for one in running.annotate(answered=Max("checkups__due_on")).select_related("practice"):
        day = rules.question_due(one.adopted_on, one.answered, last)
        if day and day >= first:
            found.append((one, day))
    return found


def _may_be_asked(first: dt.date, last: dt.date) -> Q:
    """By the days kept at each: six months old, or so many years."""
    asked = Q(half_year_on__range=(first, last))
    for years in range(rules.OLDEST):
        back = [rules.months_after(day, -12 * years) for day in (first, last)]
        asked |= Q(full_year_on__range=(back[0] - dt.timedelta(days=1), back[1] + dt.timedelta(days=1)))
    return asked
