"""Keeping the rules of eligibility, and stating for a proposal which paper shows a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.commendations import library, queries, rules
from lantoa.commendations.actions.shared import must_propose
from lantoa.commendations.models import EligibilityCondition, EligibilityRule, Proposal, StatedYear
from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.people.actors import Actor, keeps_lists


def must_keep_rules(by: Actor) -> None:
    """NotAllowed for anybody but the office that keeps the lists of the whole tree."""
    if not (by.may("commendations.rules") and keeps_lists(by)):
        raise NotAllowed(_("Tiêu chuẩn khen thưởng do cấp cao nhất trong hệ thống giữ."))


@transaction.atomic
def save_rule(
    *,
    by: Actor,
    name: str,
    subject: str,
    level: str,
    form: str,
    starts: dt.date,
    conditions: Mapping[str, int | None],
    basis: str = "",
    ends: dt.date | None = None,
    rule: EligibilityRule | None = None,
) -> EligibilityRule:
    """Write a rule, or change one; `conditions` are merit → years in a row.

    BadInput without a condition, and for a form that its level does not give.
    """
    must_keep_rules(by)
    name = demands.must_say(name, "name", _("Nhập tên tiêu chuẩn, ví dụ: Giấy khen hằng năm cho đảng viên."))
    rules.must_fit(form, level)
    demands.must_end_after_start(starts, ends)
    asked = rules.must_ask_for_something(conditions)
    said = {"name": name, "subject": subject, "level": level, "form": form, "starts": starts}
    if EligibilityRule.objects.filter(**said).exclude(pk=rule.pk if rule else 0).exists():
        raise BadInput(_("Tiêu chuẩn này đã có từ ngày ấy. Sửa dòng đã có trong danh sách."), "name")
    before = _as_said(rule) if rule else None
    kept = rule or EligibilityRule()
    for field, value in {**said, "basis": basis, "ends": ends}.items():
        setattr(kept, field, value)
    kept.save()
    kept.conditions.all().delete()
    EligibilityCondition.objects.bulk_create(
        EligibilityCondition(rule=kept, merit=merit, years=years) for merit, years in asked.items()
    )
    verb = "commendations.rule.edited" if rule else "commendations.rule.added"
    record(verb, kept, by=by, unit=by.unit, on=by.on, before=before, after=_as_said(kept))
    return kept


def _as_said(rule: EligibilityRule) -> dict[str, object]:
    years = {one.merit: one.years for one in EligibilityCondition.objects.filter(rule=rule)}
    days = {"starts": str(rule.starts), "ends": str(rule.ends or "")}
    return {"level": rule.level, "form": rule.form, **days, **years}


@transaction.atomic
def take_ready_rules(*, by: Actor) -> int:
    """Write those of the known guidance that are not there yet; how many those were."""
    must_keep_rules(by)
    there = set(EligibilityRule.objects.values_list("subject", "level", "form", "name"))
    missing = [one for one in library.READY if (one.subject, one.level, one.form, one.name) not in there]
    for one in missing:
        save_rule(
            by=by,
            name=one.name,
            subject=one.subject,
            level=one.level,
            form=one.form,
            basis=library.BASIS,
            starts=library.SINCE,
            conditions={one.merit: one.years},
        )
    if not missing:
        raise Conflict(_("Các tiêu chuẩn này đã có trong danh sách."))
    return len(missing)


def _must_state(proposal: Proposal, by: Actor) -> None:
    must_propose(by, proposal.proposed_by)
    if queries.considers(by, proposal):
        raise NotAllowed(
            _("Nơi xét, thẩm định không nêu căn cứ thay nơi đề nghị. Trả lại để nơi ấy bổ sung.")
        )


@transaction.atomic
def state_year(proposal: Proposal, *, merit: str, year: int, paper: str, by: Actor) -> StatedYear:
    """Name the paper that shows a year of a merit, for the whole climb; a second time it is put right."""
    _must_state(proposal, by)
    paper = demands.must_say(paper, "paper", _("Ghi số, ngày văn bản hoặc biên bản làm căn cứ."))
    rules.must_be_a_year_before(year, by.on)
    key: dict[str, Any] = {"proposal_id": queries.beginning_of(proposal), "merit": merit, "year": year}
    stated, _new = StatedYear.objects.update_or_create(**key, defaults={"paper": paper})
    record(
        "commendations.proposal.year_stated",
        proposal,
        by=by,
        unit=proposal.proposed_by,
        after={"merit": merit, "year": year},
        note=paper,
    )
    return stated


@transaction.atomic
def unstate_year(stated: StatedYear, *, proposal: Proposal, by: Actor) -> None:
    """It was named by mistake."""
    _must_state(proposal, by)
    if not StatedYear.objects.filter(pk=stated.pk, proposal=queries.beginning_of(proposal)).exists():
        raise Conflict(_("Năm này đã được bỏ trước đó."))
    record(
        "commendations.proposal.year_removed",
        proposal,
        by=by,
        unit=proposal.proposed_by,
        before={"merit": stated.merit, "year": stated.year},
        note=stated.paper,
    )
    stated.delete()
