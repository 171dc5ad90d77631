"""The table of models in the annex: those an office thought out that were registered, recognised or going on."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Prefetch, Q

from lantoa.foundation.text import title_key
from lantoa.organisation import queries as organisation
from lantoa.practices.actions import result_in_words
from lantoa.practices.models import Practice, Recognition, RecognitionLevel
from lantoa.reports import queries, rules
from lantoa.reports.content import PracticeRow

MOST = 200
HIGHEST_FIRST = list(reversed(RecognitionLevel.values))


def listed(counting: queries.Counting) -> tuple[tuple[PracticeRow, ...], int]:
    """The rows, the highest level first, then by unit; and how many more there are than MOST, typical ones kept.

    Of the period's last day; nobody is named who does not agree to it.
    """
    found = _of(counting)
    chosen = list(found.order_by("-is_typical", "-registered_on", "pk")[: MOST + 1])
    left = found.count() - MOST if len(chosen) > MOST else 0
    rows = organisation.with_unit_names(chosen[:MOST], counting.on)
    rows.sort(key=lambda one: (HIGHEST_FIRST.index(one.level), title_key(one.unit_name), title_key(one.name)))
    return tuple(_row(one, counting) for one in rows), left


def _of(counting: queries.Counting) -> Any:
    """Those of the unit, with their decisions by the end of the period and where each was taken over, at any remove."""
    period = counting.period
    decided = Recognition.objects.filter(decided_on__lt=period.ends)
    new = Q(registered_on__gte=period.starts)
    recognised = Q(pk__in=decided.filter(decided_on__gte=period.starts).values("practice"))
    goes_on = Q(pk__in=Practice.objects.running_on(period.last_day).values("pk"))
    known = Practice.objects.listed().originals().filter(registered_on__lt=period.ends)
    chosen = known.filter(new | recognised | goes_on).select_related("field")
    within = organisation.within(chosen, counting.unit, on=counting.on)
    told = within.prefetch_related(Prefetch("recognitions", decided.order_by("decided_on", "pk"), "decided"))
    taken = Count("descents", filter=Q(descents__adopted_on__lt=period.ends), distinct=True)
    return told.annotate(taken_over=taken)


def _row(one: Any, counting: queries.Counting) -> PracticeRow:
    return PracticeRow(
        name=one.name,
        subject=one.get_subject_display(),
        field=one.field.name if one.field else "",
        unit=one.unit_name,
        level=one.get_level_display(),
        year=one.registered_on.year,
        result=_result(one, counting),
        recognised="; ".join(f"{d.get_level_display()}: {d.decision_number}" for d in one.decided),
        taken_over=one.taken_over,
        url=one.get_absolute_url(),
    )


def _result(one: Practice, counting: queries.Counting) -> str:
    """What was told of it by the end of the period, and that it has stopped."""
    ends, said = counting.period.ends, []
    if one.result_on and one.result_on < ends:
        said.append(result_in_words(one.result, one.result_value, one.result_unit).rstrip("."))
    if one.stopped_on and one.stopped_on < ends:
        said.append(f"dừng ngày {rules.paper_day(one.stopped_on)}")
    return "; ".join(said)
