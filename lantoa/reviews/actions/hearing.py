"""The meeting and the right of reply; what the meeting found; who is not looked at this time."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation.demands import must_say
from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import clean
from lantoa.meetings import actions as meetings
from lantoa.meetings.rules import Held
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor
from lantoa.reviews import queries, rules
from lantoa.reviews.actions.shared import lock, must_conduct, note, write_mark
from lantoa.reviews.models import Finding, Hearing, Review
from lantoa.reviews.words import SPOKEN_OF, Level, Place
from lantoa.shortcomings import actions as shortcomings
from lantoa.shortcomings.models import Shortcoming
from lantoa.shortcomings.words import Source


@transaction.atomic
def hear(
    review: Review,
    *,
    by: Actor,
    meeting: Held,
    ballot: rules.Ballot,
    remark: str,
    place: str = Place.CELL,
    body: str = "",
    marks: rules.Marks | None = None,
) -> Hearing:
    """What one meeting said of it, how many came and how the ballots fell, and the level it proposes.

    The right of reply begins anew each time. Conflict out of turn, without quorum, or before it was read; BadInput for
    figures that do not go together. Before the result a later word of the same body takes the place of its earlier one.
    """
    lock(review)
    must_conduct(queries.conducts(review, by))
    rules.must_apply(rules.HEAR, review.status)
    _must_be_in_place(review, place)
    rules.must_be_in_turn(review.turn, queries.waiting_turns(review))
    terms = review.period.terms
    rules.must_have_been_read(review.shown_on, meeting.held_on, terms.draft_days)
    rules.must_be_quorate(ballot, terms.quorum_percent)
    rules.must_add_up(ballot)
    remark = clean(remark)
    must_say(remark, "remark", _("Ghi nhận xét của cuộc họp."))
    said = _said(review, meeting, ballot, by) | {"remark": remark, "body": _body(review, place, body, by)}
    heard, _is_new = Hearing.objects.update_or_create(review=review, place=place, defaults=said)
    write_mark(review, place, marks or rules.Marks(), given_by=heard.body, by=by)
    silent = {"reply": "", "replied_on": None, "waived_on": None}
    rules.STEPS.move(review, rules.HEAR, answer_by=rules.answer_by(by.on, terms.reply_days), **silent)
    note("heard", review, by)
    return heard


def _must_be_in_place(review: Review, place: str) -> None:
    """The cell first; then the body in which a leader leads."""
    if place not in Place.values:
        raise BadInput(_("Chọn nơi kiểm điểm."), "place")
    if place == Place.BODY and not review.hearings.filter(place=Place.CELL).exists():
        raise BadInput(_("Kiểm điểm tại chi bộ trước, rồi đến tập thể lãnh đạo, cấp ủy."), "place")


def _body(review: Review, place: str, body: str, by: Actor) -> str:
    body = clean(body)[:200]
    if place == Place.BODY:
        must_say(body, "body", _("Ghi tên tập thể lãnh đạo, cấp ủy đã kiểm điểm."))
        return body
    return body or organisation.name_of(review.unit, by.on)


def _said(review: Review, held: Held, ballot: rules.Ballot, by: Actor) -> dict[str, object]:
    votes = ballot.votes or {}
    return {
        "meeting": meetings.settle(held, unit=review.unit, by=by),
        "held_on": held.held_on,
        "minutes_number": held.minutes_number[:60],
        "due": ballot.due,
        "present": ballot.present,
        "issued": ballot.issued,
        "returned": ballot.returned,
        **{f"votes_{level}": votes.get(level) for level in Level.values},
        "written_by": by.person,
        "written_on": by.on,
    }


@transaction.atomic
def reply(review: Review, *, by: Actor, text: str) -> Review:
    """Her answer to what was said of her; it is printed with the result, always. May be mended until there is one."""
    lock(review)
    _must_answer(review, by)
    rules.must_apply(rules.REPLY, review.status)
    text = clean(text)
    must_say(text, "text", _("Ghi ý kiến trả lời; không có ý kiến thì bấm nút bên dưới."))
    rules.STEPS.move(review, rules.REPLY, reply=text, replied_on=by.on, waived_on=None)
    note("replied", review, by)
    return review


@transaction.atomic
def waive(review: Review, *, by: Actor) -> Review:
    """She has nothing to answer and says so; she does not say that she agrees."""
    lock(review)
    _must_answer(review, by)
    rules.must_apply(rules.WAIVE, review.status)
    rules.STEPS.move(review, rules.WAIVE, waived_on=by.on, reply="", replied_on=None)
    note("waived", review, by)
    return review


def _must_answer(review: Review, by: Actor) -> None:
    rules.must(queries.answers_for(review, by), _("Chỉ người được kiểm điểm trả lời nhận xét về mình."))


@transaction.atomic
def find(
    review: Review, *, by: Actor, finding: str, deadline: dt.date | None, remedy: str = ""
) -> Shortcoming:
    """What the meeting found that is to be mended: a shortcoming of hers, which next year's registration takes up."""
    lock(review)
    must_conduct(queries.conducts(review, by))
    if review.status not in SPOKEN_OF:
        raise BadInput(_("Ghi hạn chế sau khi đã kiểm điểm tại cuộc họp."), "finding")
    heard = review.hearings.order_by("-held_on", "-pk").select_related("meeting").first()
    one = shortcomings.assign(
        by=by,
        unit=review.unit,
        person=review.person,
        finding=finding,
        deadline=deadline,
        remedy=remedy,
        found_on=heard.held_on if heard else by.on,
        source=Source.REVIEW,
        meeting=heard.meeting if heard else None,
    )
    Finding.objects.create(review=review, shortcoming=one)
    note("found", review, by)
    return one


@transaction.atomic
def excuse(review: Review, *, by: Actor, why: str) -> Review:
    """Not looked at this time, with the reason: newly come, ill for long, under examination."""
    lock(review)
    must_conduct(queries.conducts(review, by))
    rules.must_apply(rules.EXCUSE, review.status)
    why = clean(why)[:300]
    must_say(why, "why", _("Ghi vì sao chưa kiểm điểm kỳ này."))
    rules.STEPS.move(review, rules.EXCUSE, excused_why=why)
    note("excused", review, by)
    return review


@transaction.atomic
def resume(review: Review, *, by: Actor) -> Review:
    """Looked at after all."""
    lock(review)
    must_conduct(queries.conducts(review, by))
    rules.must_apply(rules.RESUME, review.status)
    rules.STEPS.move(review, rules.RESUME, excused_why="")
    note("resumed", review, by)
    return review
