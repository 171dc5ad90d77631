"""Registering, rewriting and sending."""

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
    AdvisingBody,
    Breakthrough,
    Milestone,
    as_written,
)
from lantoa.foundation.dates import Period
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
    written = {"starts": year.starts, "ends": year.ends, **cleaned(written)}
    written.setdefault("approving_unit", queries.usual_approver(unit, by.on))
    must_fit(written)
    draft = Breakthrough(kind=kind, unit=unit, drafted_by=by.person, **written)
    if kind == Breakthrough.Kind.HEAD:
        _name_the_head(draft, post, person, title_name)
    draft.save()
    set_milestones(draft, milestones)
    record("breakthrough.written", draft, by=by, unit=unit)
    return draft


def _name_the_head(draft: Breakthrough, post: Post | None, person: Person | None, title_name: str) -> None:
    owner, name = (post.person, post.label) if post else (person, clean(title_name))
    if owner is None or not name:
        raise BadInput(_("Chọn người đứng đầu đăng ký nội dung này."), "owner")
    draft.person, draft.title_name = owner, name
    draft.title = post.title if post and post.title else Title.objects.get_or_create(name=name)[0]


def cleaned(written: dict[str, Any]) -> dict[str, Any]:
    unknown = set(written) - set(WRITTEN)
    if unknown:
        raise TypeError(f"a breakthrough has no {', '.join(sorted(unknown))}")
    return {name: clean(value) if isinstance(value, str) else value for name, value in written.items()}


def must_fit(written: dict[str, Any]) -> None:
    rules.must_end_after_start(written["starts"], written["ends"])
    if not written.get("statement"):
        raise BadInput(_("Viết nội dung đột phá trong một câu: làm gì, ở đâu."), "statement")
    rules.must_name_the_unit_of_value(written)


def set_milestones(breakthrough: Breakthrough, milestones: Iterable[Mark]) -> None:
    said = [mark for mark in milestones if mark.text or mark.value is not None]
    rules.must_not_meet([mark.due for mark in said])
    breakthrough.milestones.all().delete()
    Milestone.objects.bulk_create(
        Milestone(breakthrough=breakthrough, due=mark.due, text=clean(mark.text), value=mark.value)
        for mark in said
    )


def refresh(breakthrough: Breakthrough) -> None:
    """What is in the database now, and nobody else changes it until this act is over."""
    breakthrough.refresh_from_db(from_queryset=Breakthrough.objects.select_for_update())


def must_write(breakthrough: Breakthrough, by: Actor) -> None:
    if not queries.may_write(by, breakthrough):
        raise NotAllowed(_("Chỉ người đăng ký và đơn vị đăng ký được sửa, trình nội dung này."))


@transaction.atomic
def edit(
    breakthrough: Breakthrough, *, by: Actor, milestones: Iterable[Mark] | None = None, **written: Any
) -> Breakthrough:
    """Change a draft or one that was returned. Conflict when it has been sent or decided meanwhile."""
    must_write(breakthrough, by)
    refresh(breakthrough)
    if breakthrough.status not in rules.WRITABLE:
        raise Conflict(_("Nội dung đã trình nên không sửa được. Đề nghị nơi duyệt trả lại nếu cần sửa."))
    written = cleaned(written)
    must_fit({name: getattr(breakthrough, name) for name in WRITTEN} | written)
    before = as_written(breakthrough)
    for name, value in written.items():
        setattr(breakthrough, name, value)
    breakthrough.save(update_fields=list(written))
    if milestones is not None:
        set_milestones(breakthrough, milestones)
    after = as_written(breakthrough)
    record("breakthrough.edited", breakthrough, by=by, unit=breakthrough.unit, before=before, after=after)
    return breakthrough


@transaction.atomic
def submit(breakthrough: Breakthrough, *, by: Actor) -> Breakthrough:
    """Send it up: to the advising body first where the approving unit has one. The text sent stays in the history."""
    must_write(breakthrough, by)
    refresh(breakthrough)
    rules.must_be_complete({name: getattr(breakthrough, name) for name in WRITTEN})
    # The day first: a paper that was sent has one, and the database insists.
    breakthrough.registered_on = breakthrough.registered_on or by.on
    breakthrough.submitted_on, breakthrough.submitted_by = by.on, by.person
    body = AdvisingBody.objects.filter(approving_unit=breakthrough.approving_unit).first()
    breakthrough.appraising_unit = body.advising_unit if body else None
    breakthrough.save(update_fields=["registered_on", "submitted_on", "submitted_by", "appraising_unit"])
    rules.STEPS.move(breakthrough, "submit_for_appraisal" if body else "submit")
    receiver = organisation.name_of(body.advising_unit if body else breakthrough.approving_unit, by.on)
    record(
        "breakthrough.submitted",
        breakthrough,
        by=by,
        unit=breakthrough.unit,
        note=_("%(unit)s thẩm định") % {"unit": receiver} if body else receiver,
        after=as_written(breakthrough),
    )
    return breakthrough


@transaction.atomic
def withdraw(breakthrough: Breakthrough, *, by: Actor, reason: str = "") -> Breakthrough:
    """Take back what was sent and not decided yet; it may be rewritten and sent again."""
    must_write(breakthrough, by)
    rules.STEPS.move(breakthrough, "withdraw")
    record("breakthrough.withdrawn", breakthrough, by=by, unit=breakthrough.unit, note=clean(reason))
    return breakthrough
