"""What was recorded is set right: the history keeps what it said before. Struck out, it stays as it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation.models import Unit
from lantoa.outreach import rules, words
from lantoa.outreach.actions.complaining import complaint_must_be_right, must_handle_complaints, must_settle
from lantoa.outreach.actions.giving import donation_must_be_right, pledge_must_be_right
from lantoa.outreach.actions.publishing import (
    issue_must_be_right,
    prize_work_must_be_right,
    sharing_must_be_right,
)
from lantoa.outreach.actions.recording import article_must_be_right, must_edit, work_must_be_right
from lantoa.outreach.models import (
    Article,
    CitizenComplaint,
    CitizenOpinion,
    Donation,
    NewsletterIssue,
    Pledge,
    PrizeWork,
    Recorded,
    Sharing,
    Work,
)
from lantoa.people.actors import Actor


@transaction.atomic
def correct_donation(donation: Donation, *, by: Actor, **said: Any) -> Donation:
    """Another campaign, day, donor (`person` or `donor_name`), amount or thing. BadInput says what does not fit."""
    return _correct(donation, said, donation_must_be_right, by)


@transaction.atomic
def correct_pledge(promised: Pledge, *, by: Actor, **said: Any) -> Pledge:
    """Another donor, rhythm, amount, thing or day."""
    return _correct(promised, said, pledge_must_be_right, by)


@transaction.atomic
def correct_work(work: Work, *, by: Actor, **said: Any) -> Work:
    """Another name, place, cost, or the day on which it was handed over."""
    return _correct(work, said, work_must_be_right, by)


@transaction.atomic
def correct_article(article: Article, *, by: Actor, **said: Any) -> Article:
    """Another title, outlet, day or address."""
    return _correct(article, said, _article_must_be_right, by)


@transaction.atomic
def correct_issue(issue: NewsletterIssue, *, by: Actor, **said: Any) -> NewsletterIssue:
    """Another number, day, column or count."""
    return _correct(issue, said, issue_must_be_right, by)


@transaction.atomic
def correct_sharing(sharing: Sharing, *, by: Actor, **said: Any) -> Sharing:
    """Another count, place or time."""
    return _correct(sharing, said, sharing_must_be_right, by)


@transaction.atomic
def correct_prize_work(work: PrizeWork, *, by: Actor, **said: Any) -> PrizeWork:
    """Another title, author or field; the prize it was given."""
    return _correct(work, said, prize_work_must_be_right, by)


@transaction.atomic
def correct_complaint(one: CitizenComplaint, *, by: Actor, **said: Any) -> CitizenComplaint:
    """Another number, day, kind or text; how it ended. Only who handles it; the history keeps which boxes, no words."""
    must_settle(one, by)
    return _correct(one, said, complaint_must_be_right, by, is_told=False, may=must_handle_complaints)


@transaction.atomic
def correct_opinion(opinion: CitizenOpinion, *, by: Actor, **said: Any) -> CitizenOpinion:
    """Another day, channel or field; what was answered, how it was settled. Its state follows from these."""
    return _correct(opinion, said, _opinion_must_be_right, by, is_told=False)


def _correct(
    thing: Any,
    said: Mapping[str, Any],
    must_be_right: Callable[[Any, dt.date], None],
    by: Actor,
    *,
    is_told: bool = True,
    may: Callable[[Actor, Unit], None] = must_edit,
) -> Any:
    """`is_told`: whether the history may quote it; of what people said it keeps only which boxes were changed."""
    fresh: Recorded = type(thing)._default_manager.select_for_update(of=("self",)).get(pk=thing.pk)
    may(by, fresh.unit)
    if fresh.withdrawn_on is not None:
        raise Conflict(_("Dòng này đã được gạch bỏ nên không sửa nữa. Ghi dòng mới."))
    before = {}
    for name, value in said.items():
        value = clean(value) if isinstance(value, str) else value
        if getattr(fresh, name) != value:
            before[name] = str(getattr(fresh, name) or "")
            setattr(fresh, name, value)
    must_be_right(fresh, by.on)
    if before:
        fresh.save()
        told = {name: str(getattr(fresh, name) or "") for name in before}
        changed = {"before": before, "after": told} if is_told else {"after": {"boxes": sorted(before)}}
        record(f"outreach.{fresh._meta.model_name}.corrected", fresh, by=by, unit=fresh.unit, **changed)
    return fresh


def _article_must_be_right(article: Article, today: dt.date) -> None:
    article_must_be_right(article, today)
    if article.ended_on is not None:
        first = article.published_on + dt.timedelta(days=1)
        demands.must_come_after(article.ended_on, first, _("ngày mở chuyên mục"), "published_on")


def _opinion_must_be_right(opinion: CitizenOpinion, today: dt.date) -> None:
    opinion.text = demands.must_say(opinion.text, "text", _("Viết ít nhất một ý kiến, mỗi ý kiến một dòng."))
    demands.must_have_happened(opinion.received_on, today, "received_on")
    if opinion.forum is not None and opinion.received_on != opinion.forum.held_on:
        raise BadInput(_("Ý kiến này thuộc một hội nghị nên giữ ngày của hội nghị."), "received_on")
    _must_go_together(opinion.answer, opinion.answered_on, "answer", "answered_on")
    _must_go_together(opinion.outcome, opinion.resolved_on, "outcome", "resolved_on")
    for field, day in (("answered_on", opinion.answered_on), ("resolved_on", opinion.resolved_on)):
        if day is not None:
            demands.must_have_happened(day, today, field)
            demands.must_come_after(day, opinion.received_on, _("ngày tiếp nhận"), field)
    if opinion.answered_on and opinion.resolved_on:
        demands.must_come_after(opinion.resolved_on, opinion.answered_on, _("ngày trả lời"), "resolved_on")
    opinion.status = words.RECEIVED
    if opinion.resolved_on:
        opinion.status = words.RESOLVED
    elif opinion.answered_on:
        opinion.status = words.ANSWERED


def _must_go_together(text: str, day: dt.date | None, box: str, box_of_day: str) -> None:
    if text and day is None:
        rules.must_have_day(day, box_of_day)
    if day is not None and not text:
        raise BadInput(_("Ngày thì có mà nội dung thì chưa. Ghi đã trả lời, giải quyết thế nào."), box)
