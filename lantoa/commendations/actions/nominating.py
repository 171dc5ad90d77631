"""Nominating: an occasion, a draft, the vote on it, sending it to the body that considers it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.commendations import queries, rules
from lantoa.commendations.actions.shared import Vote, must_propose, put_vote
from lantoa.commendations.models import Occasion, Proposal, Subject
from lantoa.foundation import demands
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.programme.models import Movement


@transaction.atomic
def open_occasion(
    *, name: str, unit: Unit, held_on: dt.date, by: Actor, movement: Movement | None = None
) -> Occasion:
    """An occasion on which people are commended: a review, an anniversary, the summing-up of a movement."""
    if not by.may("commendations.decide"):
        must_propose(by, unit)
    if not by.reaches(unit):
        raise NotAllowed(_("Đơn vị này nằm ngoài phạm vi của đồng chí."))
    name = demands.must_say(name, "name", _("Nhập tên đợt khen, ví dụ: Sơ kết 2 năm thực hiện Kết luận 01."))
    if Occasion.objects.filter(unit=unit, name=name, held_on=held_on).exists():
        raise BadInput(_("Đợt khen này đã có. Chọn nó trong danh sách."), "name")
    occasion = Occasion.objects.create(name=name, unit=unit, held_on=held_on, movement=movement)
    record("commendations.occasion.opened", occasion, by=by, unit=unit, on=held_on)
    return occasion


@transaction.atomic
def propose(
    *,
    subject: str,
    unit: Unit,
    achievement: str,
    proposed_form: str,
    proposed_level: str,
    by: Actor,
    proposed_by: Unit | None = None,
    person: Person | None = None,
    subject_name: str = "",
    occasion: Occasion | None = None,
) -> Proposal:
    """A draft nomination. `unit` is the collective, or where the person works; it lies at or below the
    unit that proposes (the actor's own unless given).
    """
    proposed_by = proposed_by or by.unit
    if proposed_by is None:
        raise NotAllowed(_("Đồng chí chưa thuộc đơn vị nào nên chưa viết được đề nghị."))
    must_propose(by, proposed_by)
    proposal = Proposal(proposed_by=proposed_by, written_on=by.on)
    _write(
        proposal,
        by,
        subject=subject,
        unit=unit,
        achievement=achievement,
        proposed_form=proposed_form,
        proposed_level=proposed_level,
        person=person,
        subject_name=subject_name,
        occasion=occasion,
    )
    proposal.save()
    record("commendations.proposal.written", proposal, by=by, unit=proposed_by)
    return proposal


@transaction.atomic
def rewrite(proposal: Proposal, *, by: Actor, **written: Any) -> Proposal:
    """Change a draft, or a proposal that was sent back. Takes what `propose` takes."""
    must_propose(by, proposal.proposed_by)
    held = Proposal.objects.select_for_update().get(pk=proposal.pk)
    _must_be_writable(held)
    if held.climbs_from_id is not None:
        _must_stay_on_the_climb(held, written)
    before = held.achievement
    _write(held, by, **written)
    held.save()
    record(
        "commendations.proposal.edited",
        held,
        by=by,
        unit=held.proposed_by,
        before={"achievement": before},
        after={"achievement": held.achievement},
    )
    return held


def _must_stay_on_the_climb(rung: Proposal, written: dict[str, Any]) -> None:
    """What came from below keeps whom it names, and still asks a level above."""
    person = written.get("person")
    same = (written["subject"], written["unit"].pk, person.pk if person else None)
    if (
        same != (rung.subject, rung.unit_id, rung.person_id)
        or clean(written.get("subject_name", "")) != rung.subject_name
    ):
        raise BadInput(
            _("Đề nghị từ cấp dưới trình lên thì giữ nguyên tập thể, cá nhân được khen."), "subject_name"
        )
    if rules.rank(written["proposed_level"]) <= rules.rank(rules.level_of(rung.proposed_by.level)):
        raise BadInput(_("Chọn một cấp khen cao hơn cấp của mình để trình."), "proposed_level")


def _must_be_writable(proposal: Proposal) -> None:
    if proposal.status not in rules.WRITABLE:
        raise Conflict(_("Đề nghị này đã gửi nên không sửa được nữa. Tải lại trang để xem trạng thái mới."))


def _write(proposal: Proposal, by: Actor, **written: Any) -> None:
    achievement = demands.must_say(
        written["achievement"], "achievement", _("Viết thành tích: đã làm gì, cho ai, kết quả ra sao.")
    )
    name = clean(written.get("subject_name", ""))
    if written["subject"] == Subject.UNSPLIT:
        raise BadInput(_("Đề nghị khen phải nêu rõ tập thể hay cá nhân."), "subject")
    rules.must_name_subject(written["subject"], written.get("person") is not None, name)
    rules.must_be_a_level_above_cells(written["proposed_level"], proposal.proposed_by.level)
    rules.must_fit(written["proposed_form"], written["proposed_level"])
    if not organisation.is_under(written["unit"], proposal.proposed_by, by.on):
        raise BadInput(_("Chỉ đề nghị khen tập thể, cá nhân thuộc đơn vị mình."), "unit")
    values = {**written, "achievement": achievement, "subject_name": name}
    for field, value in values.items():
        setattr(proposal, field, value)


@transaction.atomic
def discard(proposal: Proposal, *, by: Actor) -> None:
    """Throw away a draft that was never sent."""
    must_propose(by, proposal.proposed_by)
    draft = Proposal.objects.select_for_update().filter(pk=proposal.pk, status=rules.DRAFT).first()
    if draft is None:
        raise Conflict(_("Đề nghị này đã gửi nên không bỏ được. Tải lại trang để xem trạng thái mới."))
    record("commendations.proposal.deleted", draft, by=by, unit=draft.proposed_by)
    draft.delete()


@transaction.atomic
def vote(proposal: Proposal, vote: Vote, *, by: Actor) -> Proposal:
    """Record how the meeting voted, with the number and day of its minutes."""
    must_propose(by, proposal.proposed_by)
    held = Proposal.objects.select_for_update().get(pk=proposal.pk)
    _must_be_writable(held)
    put_vote(held, vote, by)
    held.save()
    record(
        "commendations.proposal.voted",
        held,
        by=by,
        unit=held.proposed_by,
        on=vote.minutes_on,
        after={"for": vote.votes_for, "of": vote.votes_total, "minutes": held.minutes_number},
    )
    return held


@transaction.atomic
def submit(proposal: Proposal, *, by: Actor) -> Proposal:
    """Send it to the body that considers it. Without a vote it is not sent: BadInput."""
    must_propose(by, proposal.proposed_by)
    rules.must_have_been_voted(proposal.votes_total, proposal.minutes_number, proposal.minutes_on)
    to = queries.body_above(proposal.proposed_by, proposal.proposed_level, by.on)
    rules.STEPS.move(
        proposal, "submit", addressed_to=to, submitted_on=by.on, submitted_by=by.person, return_reason=""
    )
    record("commendations.proposal.submitted", proposal, by=by, unit=proposal.proposed_by)
    return proposal
