"""Quarters, remarks, yearly assessments, the end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.breakthroughs import queries, rules
from lantoa.breakthroughs.actions.deciding import must_judge
from lantoa.breakthroughs.actions.writing import must_write
from lantoa.breakthroughs.models import Breakthrough, QuarterReport, YearAssessment
from lantoa.foundation import attachments
from lantoa.foundation.attachments import Judged
from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor


def _locked_under_way(breakthrough: Breakthrough) -> Breakthrough:
    locked = Breakthrough.objects.select_for_update().get(pk=breakthrough.pk)
    if locked.status not in rules.UNDER_WAY:
        raise Conflict(_("Chỉ ghi kết quả cho nội dung đã duyệt và chưa kết thúc."))
    return locked


@transaction.atomic
def report_quarter(
    breakthrough: Breakthrough,
    *,
    year: int,
    quarter: int,
    state: str,
    result: str,
    by: Actor,
    value: Decimal | None = None,
    obstacle: str = "",
    cell_state: str = "",
    cell_assessment: str = "",
    evidence: Iterable[Judged] = (),
) -> QuarterReport:
    """What the quarter brought; said again, it is corrected and the earlier words stay in the history."""
    must_write(breakthrough, by)
    locked = _locked_under_way(breakthrough)
    result, obstacle = clean(result), clean(obstacle)
    if not result:
        raise BadInput(_("Ghi kết quả trong quý, dù chưa đạt."), "result")
    rules.must_say_what_is_stuck(state, obstacle)
    _must_be_open(locked, year, quarter, by.on)
    before = locked.reports.filter(year=year, quarter=quarter).first()
    report, _new = QuarterReport.objects.update_or_create(
        breakthrough=locked,
        year=year,
        quarter=quarter,
        defaults={
            "state": state,
            "result": result,
            "value": value,
            "obstacle": obstacle,
            "cell_state": cell_state,
            "cell_assessment": clean(cell_assessment),
            "reported_on": by.on,
            "reported_by_name": str(by.person or by.label),
        },
    )
    report.evidence.add(*[attachments.keep(judged, by=by) for judged in evidence])
    if locked.status == rules.APPROVED:
        rules.STEPS.move(locked, "start")
        breakthrough.status = locked.status
    record(
        "breakthrough.recorded",
        locked,
        by=by,
        unit=locked.unit,
        note=f"{report.label}: {report.get_state_display()}",
        before=_words(before),
        after=_words(report),
    )
    return report


def _must_be_open(breakthrough: Breakthrough, year: int, quarter: int, today: dt.date) -> None:
    known = rules.quarters_between(breakthrough.starts, breakthrough.ends)
    if (year, quarter) not in known:
        raise BadInput(_("Quý này nằm ngoài thời hạn của nội dung đột phá."))
    if rules.opens_on(year, quarter) > today:
        opens, period = show_date(rules.opens_on(year, quarter)), rules.quarter_period(year, quarter)
        raise BadInput(
            _("Kết quả %(quarter)s ghi từ ngày %(day)s.") % {"quarter": period.label, "day": opens}
        )


def _words(report: QuarterReport | None) -> dict[str, str] | None:
    if report is None:
        return None
    fields = ("state", "result", "value", "obstacle", "cell_state", "cell_assessment")
    return {name: str(getattr(report, name) or "") for name in fields}


@transaction.atomic
def remark(report: QuarterReport, *, text: str, by: Actor) -> QuarterReport:
    """What the supervising unit says of a quarter."""
    breakthrough = report.breakthrough
    if not queries.may_supervise(by, breakthrough):
        raise NotAllowed(_("Chỉ nơi được phân công giám sát và nơi duyệt ghi nhận xét."))
    text = clean(text)
    if not text:
        raise BadInput(_("Viết nhận xét."), "text")
    before = report.supervisor_remark
    report.supervisor_remark, report.remarked_on = text, by.on
    report.supervisor_name = ", ".join(part for part in (str(by.person or ""), by.label) if part)
    report.save(update_fields=["supervisor_remark", "remarked_on", "supervisor_name"])
    record(
        "breakthrough.remarked",
        breakthrough,
        by=by,
        unit=breakthrough.unit,
        note=f"{report.label}: {text}",
        before={"supervisor_remark": before} if before else None,
    )
    return report


@transaction.atomic
def assess_year(
    breakthrough: Breakthrough, *, year: int, result: str, by: Actor, text: str = "", assessed_by: str = ""
) -> YearAssessment:
    """How far it came in that year, as the approving body says; a later word replaces the earlier one."""
    must_judge(breakthrough, by)
    if breakthrough.status in rules.BEFORE_APPROVAL:
        raise Conflict(_("Chỉ đánh giá nội dung đã duyệt."))
    if not breakthrough.starts.year <= year <= min(breakthrough.last_day.year, by.on.year):
        raise BadInput(_("Chọn một năm trong thời hạn và không sau năm nay."), "year")
    text = clean(text)
    rules.must_say_why_not_done(result, text)
    body = clean(assessed_by) or organisation.name_of(breakthrough.approving_unit, by.on)
    before = breakthrough.assessments.filter(year=year).first()
    assessment, _new = YearAssessment.objects.update_or_create(
        breakthrough=breakthrough,
        year=year,
        defaults={"result": result, "text": text, "assessed_by": body, "assessed_on": by.on},
    )
    record(
        "breakthrough.assessed",
        breakthrough,
        by=by,
        unit=breakthrough.unit,
        note=f"{year}: {assessment.get_result_display()}. {text}".strip(),
        before={"result": before.result, "text": before.text} if before else None,
        after={"result": result, "text": text},
    )
    return assessment


@transaction.atomic
def close(breakthrough: Breakthrough, *, by: Actor) -> Breakthrough:
    """It is over. The approving body closes it, after at least one yearly assessment."""
    must_judge(breakthrough, by)
    if breakthrough.status in rules.UNDER_WAY and not breakthrough.assessments.exists():
        raise BadInput(_("Ghi đánh giá năm trước khi kết thúc nội dung này."))
    if breakthrough.amendments.filter(status=rules.PENDING).exists():
        raise Conflict(_("Còn một bản sửa đổi chờ ý kiến. Cho ý kiến bản ấy trước khi kết thúc."))
    rules.STEPS.move(breakthrough, "close")
    breakthrough.closed_on = by.on
    breakthrough.save(update_fields=["closed_on"])
    record("breakthrough.closed", breakthrough, by=by, unit=breakthrough.unit)
    return breakthrough
