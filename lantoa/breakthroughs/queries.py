"""Questions about breakthroughs: who decides, how the quarters went, what happened to one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.breakthroughs import rules
from lantoa.breakthroughs.models import Breakthrough, Milestone, QuarterReport, YearAssessment
from lantoa.foundation.dates import Period
from lantoa.foundation.models import Event
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.actors import EVERYTHING, Actor
from lantoa.people.models import Post

NOT_A_DECIDING_LEVEL = ("section", "cell")
WORDS: dict[str, str | Promise] = {
    "breakthrough.written": gettext_lazy("viết bản nháp"),
    "breakthrough.edited": gettext_lazy("sửa"),
    "breakthrough.submitted": gettext_lazy("trình"),
    "breakthrough.returned": gettext_lazy("trả lại để sửa"),
    "breakthrough.approved": gettext_lazy("ghi quyết định duyệt"),
    "breakthrough.recorded": gettext_lazy("ghi kết quả"),
    "breakthrough.remarked": gettext_lazy("nhận xét"),
    "breakthrough.assessed": gettext_lazy("ghi đánh giá năm"),
    "breakthrough.closed": gettext_lazy("kết thúc"),
}


# Who may do what


def possible_approvers(unit: Unit, on: dt.date) -> list[Placement]:
    """Where it may be sent, the nearest first: the units above, or the unit itself at the root."""
    above = list(reversed(organisation.ancestors(unit, on)))
    here = organisation.placement(unit, on)
    return above or ([here] if here else [])


def usual_approver(unit: Unit, on: dt.date) -> Unit:
    """The committee directly above that decides: a section has no such say, a cell never."""
    possible = possible_approvers(unit, on)
    deciding = [place.unit for place in possible if place.unit.level not in NOT_A_DECIDING_LEVEL]
    return (deciding or [place.unit for place in possible] or [unit])[0]


def heads_of(unit: Unit, on: dt.date) -> QuerySet[Post]:
    """The posts at the head of this very unit that day."""
    return (
        Post.objects.on(on).filter(unit=unit, is_head=True).select_related("person", "title").order_by("pk")
    )


def _in_own_unit(actor: Actor, breakthrough: Breakthrough, of_unit: str = "unit") -> bool:
    return actor.in_own_unit(Breakthrough.objects.filter(pk=breakthrough.pk), of_unit).exists()


def may_write(actor: Actor, breakthrough: Breakthrough) -> bool:
    """Its owner, who drafted it, and those who write in its unit."""
    if not actor.may("breakthroughs.write"):
        return False
    if actor.person and actor.person.pk in (breakthrough.person_id, breakthrough.drafted_by_id):
        return True
    return _in_own_unit(actor, breakthrough)


def is_own(actor: Actor, breakthrough: Breakthrough) -> bool:
    """Whether the actor would decide on her own paper: its owner, who sent it, a post holder of the collective."""
    if actor.person is None:
        return False
    if actor.person.pk in (breakthrough.person_id, breakthrough.submitted_by_id):
        return True
    if breakthrough.person_id or breakthrough.unit_id == breakthrough.approving_unit_id:
        return False
    return Post.objects.on(actor.on).filter(person=actor.person, unit=breakthrough.unit_id).exists()


def may_judge(actor: Actor, breakthrough: Breakthrough) -> bool:
    """Someone with the right to judge in the unit it was sent to, who is not judging her own."""
    return (
        actor.may("breakthroughs.judge")
        and _in_own_unit(actor, breakthrough, "approving_unit")
        and not is_own(actor, breakthrough)
    )


def may_supervise(actor: Actor, breakthrough: Breakthrough) -> bool:
    """The unit assigned to supervise, and the one that approved."""
    if actor.reach == EVERYTHING:
        return True
    supervising = breakthrough.supervising_unit_id and _in_own_unit(actor, breakthrough, "supervising_unit")
    assigned = supervising and actor.may("breakthroughs.view") and not is_own(actor, breakthrough)
    return bool(assigned) or may_judge(actor, breakthrough)


# How it goes


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


@dataclass(frozen=True)
class Act:
    """One line of the trail."""

    said: str
    event: Event

    @property
    def css(self) -> str:
        """Returned acts stand out."""
        return "rt" if self.event.verb.endswith(".returned") else "y"


def trail(breakthrough: Breakthrough) -> list[Act]:
    """What happened to it, in the order it happened; single edits of a draft are left out."""
    events = Event.objects.about(breakthrough).exclude(verb="breakthrough.edited")
    return [Act(str(WORDS.get(event.verb, event.verb)), event) for event in events]


def with_names(rows: Iterable[Breakthrough], on: dt.date) -> list[Breakthrough]:
    """Adds `unit_name` and `approver_name` as of that day, in one query."""
    rows = list(rows)
    ids = {pk for row in rows for pk in (row.unit_id, row.approving_unit_id, row.supervising_unit_id) if pk}
    names = organisation.names_of(ids, on)
    for row in rows:
        row.unit_name = names.get(row.unit_id, "")
        row.approver_name = names.get(row.approving_unit_id, "")
        row.supervisor_name = names.get(row.supervising_unit_id, "") if row.supervising_unit_id else ""
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
