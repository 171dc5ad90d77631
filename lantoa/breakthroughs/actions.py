"""What is done with breakthroughs. Each act checks, changes and writes one event in one transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.breakthroughs import queries, rules
from lantoa.breakthroughs.models import (
    WRITTEN,
    Breakthrough,
    Milestone,
    QuarterReport,
    YearAssessment,
    as_written,
)
from lantoa.foundation import attachments
from lantoa.foundation.attachments import Judged
from lantoa.foundation.dates import Period, show_date
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Person, Post, Title


@dataclass(frozen=True)
class Mark:
    """A milestone to be: by the day `due`, this done or this number reached."""

    due: dt.date
    text: str = ""
    value: Decimal | None = None


# Writing


@transaction.atomic
def register(
    *,
    kind: str,
    unit: Unit,
    by: Actor,
    post: Post | None = None,
    person: Person | None = None,
    title_name: str = "",
    milestones: Iterable[Mark] = (),
    **written: Any,
) -> Breakthrough:
    """A draft. For kind "head" give the `post`, or `person` and `title_name` for someone without one here.

    `written` are the fields named in models.WRITTEN; the time defaults to the calendar year of `by.on`, the
    approver to the committee above. NotAllowed out of reach, BadInput when the dates do not fit.
    """
    if not by.may("breakthroughs.write") or not by.reaches(unit):
        raise NotAllowed(_("Đồng chí chỉ đăng ký nội dung đột phá cho đơn vị trong phạm vi của mình."))
    year = Period.year(by.on.year)
    written = {"starts": year.starts, "ends": year.ends, **_cleaned(written)}
    written.setdefault("approving_unit", queries.usual_approver(unit, by.on))
    _must_fit(written)
    draft = Breakthrough(kind=kind, unit=unit, drafted_by=by.person, **written)
    if kind == Breakthrough.Kind.HEAD:
        _name_the_head(draft, post, person, title_name)
    draft.save()
    _set_milestones(draft, milestones)
    record("breakthrough.written", draft, by=by, unit=unit)
    return draft


def _name_the_head(draft: Breakthrough, post: Post | None, person: Person | None, title_name: str) -> None:
    owner, name = (post.person, post.label) if post else (person, clean(title_name))
    if owner is None or not name:
        raise BadInput(_("Chọn người đứng đầu đăng ký nội dung này."), "owner")
    draft.person, draft.title_name = owner, name
    draft.title = post.title if post and post.title else Title.objects.get_or_create(name=name)[0]


def _cleaned(written: dict[str, Any]) -> dict[str, Any]:
    unknown = set(written) - set(WRITTEN)
    if unknown:
        raise TypeError(f"a breakthrough has no {', '.join(sorted(unknown))}")
    return {name: clean(value) if isinstance(value, str) else value for name, value in written.items()}


def _must_fit(written: dict[str, Any]) -> None:
    rules.must_end_after_start(written["starts"], written["ends"])
    if not written.get("statement"):
        raise BadInput(_("Viết nội dung đột phá trong một câu: làm gì, ở đâu."), "statement")
    rules.must_name_the_unit_of_value(written)


def _set_milestones(breakthrough: Breakthrough, milestones: Iterable[Mark]) -> None:
    said = [mark for mark in milestones if mark.text or mark.value is not None]
    days = [mark.due for mark in said]
    if twice := next((day for day in days if days.count(day) > 1), None):
        raise BadInput(_("Có hai mốc cùng ngày %(day)s. Gộp thành một mốc.") % {"day": show_date(twice)})
    breakthrough.milestones.all().delete()
    Milestone.objects.bulk_create(
        Milestone(breakthrough=breakthrough, due=mark.due, text=clean(mark.text), value=mark.value)
        for mark in said
    )


def _refresh(breakthrough: Breakthrough) -> None:
    """What is in the database now, and nobody else changes it until this act is over."""
    breakthrough.refresh_from_db(from_queryset=Breakthrough.objects.select_for_update())


def _must_write(breakthrough: Breakthrough, by: Actor) -> None:
    if not queries.may_write(by, breakthrough):
        raise NotAllowed(_("Chỉ người đăng ký và đơn vị đăng ký được sửa, trình nội dung này."))


@transaction.atomic
def edit(
    breakthrough: Breakthrough, *, by: Actor, milestones: Iterable[Mark] | None = None, **written: Any
) -> Breakthrough:
    """Change a draft or one that was returned. Conflict when it has been sent or decided meanwhile."""
    _must_write(breakthrough, by)
    _refresh(breakthrough)
    if breakthrough.status not in rules.WRITABLE:
        raise Conflict(_("Nội dung đã trình nên không sửa được. Đề nghị nơi duyệt trả lại nếu cần sửa."))
    written = _cleaned(written)
    _must_fit({name: getattr(breakthrough, name) for name in WRITTEN} | written)
    before = as_written(breakthrough)
    for name, value in written.items():
        setattr(breakthrough, name, value)
    breakthrough.save(update_fields=list(written))
    if milestones is not None:
        _set_milestones(breakthrough, milestones)
    after = as_written(breakthrough)
    record("breakthrough.edited", breakthrough, by=by, unit=breakthrough.unit, before=before, after=after)
    return breakthrough


@transaction.atomic
def submit(breakthrough: Breakthrough, *, by: Actor) -> Breakthrough:
    """Send it to the approving unit. The text as it was sent stays in the history."""
    _must_write(breakthrough, by)
    _refresh(breakthrough)
    rules.must_be_complete({name: getattr(breakthrough, name) for name in WRITTEN})
    # The day first: a paper that was sent has one, and the database insists.
    breakthrough.registered_on = breakthrough.registered_on or by.on
    breakthrough.submitted_on, breakthrough.submitted_by = by.on, by.person
    breakthrough.save(update_fields=["registered_on", "submitted_on", "submitted_by"])
    rules.STEPS.move(breakthrough, "submit")
    receiver = organisation.name_of(breakthrough.approving_unit, by.on)
    record(
        "breakthrough.submitted",
        breakthrough,
        by=by,
        unit=breakthrough.unit,
        note=receiver,
        after=as_written(breakthrough),
    )
    return breakthrough


# Deciding


def _must_judge(breakthrough: Breakthrough, by: Actor) -> None:
    if queries.is_own(by, breakthrough):
        raise NotAllowed(_("Đây là nội dung của đồng chí; người khác ở nơi duyệt cho ý kiến."))
    if not queries.may_judge(by, breakthrough):
        raise NotAllowed(_("Nội dung này trình nơi khác; chỉ nơi được trình cho ý kiến."))


@transaction.atomic
def return_for_changes(breakthrough: Breakthrough, *, by: Actor, reason: str) -> Breakthrough:
    """Send it back to its owner with the reason; the owner may rewrite and send again."""
    _must_judge(breakthrough, by)
    reason = clean(reason)
    rules.must_give_a_reason(reason)
    breakthrough.return_reason = reason
    breakthrough.save(update_fields=["return_reason"])
    rules.STEPS.move(breakthrough, "return")
    record("breakthrough.returned", breakthrough, by=by, unit=breakthrough.unit, note=reason)
    return breakthrough


@transaction.atomic
def approve(
    breakthrough: Breakthrough,
    *,
    by: Actor,
    document_number: str,
    approved_on: dt.date | None,
    decided_by: str = "",
    supervising_unit: Unit | None = None,
) -> Breakthrough:
    """Record the decision of the body above: number and date of its paper, and who is to supervise."""
    _must_judge(breakthrough, by)
    number = clean(document_number)
    rules.must_name_the_document(number, approved_on, by.on)
    body = clean(decided_by) or organisation.name_of(breakthrough.approving_unit, by.on)
    breakthrough.document_number, breakthrough.approved_on = number, approved_on
    breakthrough.decided_by = body
    breakthrough.supervising_unit = supervising_unit or breakthrough.supervising_unit
    breakthrough.save(update_fields=["document_number", "approved_on", "decided_by", "supervising_unit"])
    rules.STEPS.move(breakthrough, "approve")
    note = _("%(body)s, văn bản số %(number)s, ngày %(day)s") % {
        "body": body,
        "number": number,
        "day": show_date(approved_on),
    }
    record("breakthrough.approved", breakthrough, by=by, unit=breakthrough.unit, on=approved_on, note=note)
    return breakthrough


# Carrying out


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
    cell_assessment: str = "",
    evidence: Iterable[Judged] = (),
) -> QuarterReport:
    """What the quarter brought; said again, it is corrected and the earlier words stay in the history."""
    _must_write(breakthrough, by)
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
    fields = ("state", "result", "value", "obstacle", "cell_assessment")
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
    _must_judge(breakthrough, by)
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
    _must_judge(breakthrough, by)
    if breakthrough.status in rules.UNDER_WAY and not breakthrough.assessments.exists():
        raise BadInput(_("Ghi đánh giá năm trước khi kết thúc nội dung này."))
    rules.STEPS.move(breakthrough, "close")
    breakthrough.closed_on = by.on
    breakthrough.save(update_fields=["closed_on"])
    record("breakthrough.closed", breakthrough, by=by, unit=breakthrough.unit)
    return breakthrough
