"""How the quarters went, and how assessments are said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from lantoa.breakthroughs import rules
from lantoa.breakthroughs.models import Breakthrough, Milestone, QuarterReport, YearAssessment
from lantoa.foundation.dates import Period
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit


@dataclass(frozen=True)
class Quarter:
    """One line of "Từng quý": what was planned, what was reported, whether it can be reported today."""

    year: int
    quarter: int
    label: str
    short_label: str
    planned: tuple[Milestone, ...]
    report: QuarterReport | None
    opens_on: dt.date
    is_open: bool

    @property
    def planned_value(self) -> Decimal | None:
        """The number to be reached by the end of the quarter."""
        return next((mark.value for mark in reversed(self.planned) if mark.value is not None), None)


def quarters(breakthrough: Breakthrough, today: dt.date) -> list[Quarter]:
    """Every quarter of its time up to the next one that opens; expects milestones and reports prefetched."""
    reports = {(r.year, r.quarter): r for r in breakthrough.reports.all()}
    marks: dict[tuple[int, int], list[Milestone]] = {}
    for mark in breakthrough.milestones.all():
        marks.setdefault(rules.quarter_of(mark.due), []).append(mark)
    one_year = breakthrough.starts.year == breakthrough.last_day.year
    lines = [
        Quarter(
            year,
            quarter,
            label := rules.quarter_period(year, quarter).label,
            label.partition("/")[0] if one_year else label,
            tuple(marks.get((year, quarter), ())),
            reports.get((year, quarter)),
            rules.opens_on(year, quarter),
            rules.opens_on(year, quarter) <= today,
        )
        for year, quarter in rules.quarters_between(breakthrough.starts, breakthrough.ends)
    ]
    return [line for line in lines if line.is_open or line.planned or line.report] or lines[:1]


@dataclass(frozen=True)
class Progress:
    """From start to target, and where it is now by the latest quarter that gave a number."""

    report: QuarterReport
    gone: Decimal | None
    planned_value: Decimal | None
    planned_gone: Decimal | None


def progress(breakthrough: Breakthrough, lines: Iterable[Quarter]) -> Progress | None:
    """How much of the way is behind, against the plan; None before the first number."""
    for line in reversed(list(lines)):
        if line.report is not None and line.report.value is not None:
            first, target = breakthrough.start_value, breakthrough.target_value
            return Progress(
                line.report,
                rules.way_gone(first, target, line.report.value),
                line.planned_value,
                rules.way_gone(first, target, line.planned_value),
            )
    return None


def _units_of(row: Breakthrough) -> tuple[int | None, ...]:
    return row.unit_id, row.approving_unit_id, row.supervising_unit_id, row.appraising_unit_id


def with_names(rows: Iterable[Breakthrough], on: dt.date) -> list[Breakthrough]:
    """Adds `unit_name` and `approver_name` as of that day, in one query."""
    rows = list(rows)
    ids = {pk for row in rows for pk in _units_of(row) if pk}
    names = organisation.names_of(ids, on)
    for row in rows:
        row.unit_name = names.get(row.unit_id, "")
        row.approver_name = names.get(row.approving_unit_id, "")
        row.supervisor_name = names.get(row.supervising_unit_id, "") if row.supervising_unit_id else ""
        row.appraiser_name = names.get(row.appraising_unit_id, "") if row.appraising_unit_id else ""
    return rows


def assessment_text(unit: Unit, period: Period) -> str:
    """How the assessments of a period are said in a report: "cơ bản hoàn thành mục tiêu", or how many did.

    The latest assessment of each breakthrough in the period counts; "" when there is none.
    """
    found = YearAssessment.objects.filter(assessed_on__gte=period.starts, assessed_on__lt=period.ends)
    found = organisation.within(found, unit, on=period.last_day, of_unit="breakthrough__unit")
    latest = dict(found.order_by("year").values_list("breakthrough_id", "result"))
    results = list(latest.values())
    if not results:
        return ""
    if all(result == "done" for result in results):
        return _("hoàn thành mục tiêu")
    reached = sum(result != "not_done" for result in results)
    if reached == len(results):
        return _("cơ bản hoàn thành mục tiêu")
    return _("%(reached)s/%(all)s nội dung hoàn thành hoặc cơ bản hoàn thành mục tiêu") % {
        "reached": reached,
        "all": len(results),
    }
