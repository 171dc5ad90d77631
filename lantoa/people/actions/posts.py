"""Posts: asked for by one person, confirmed by a second one where they give rights over others; ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.foundation import demands
from lantoa.foundation.dates import show_date
from lantoa.foundation.errors import BadInput, Conflict, NotAllowed
from lantoa.foundation.history import record
from lantoa.foundation.text import clean
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people import queries, rules
from lantoa.people.actions.shared import must_reach
from lantoa.people.actors import EVERYTHING, Actor
from lantoa.people.models import Grant, Person, Post, Title
from lantoa.people.roles import ROLES, goes_beyond_a_member


@transaction.atomic
def appoint(
    person: Person,
    *,
    unit: Unit,
    role: str,
    starts: dt.date,
    by: Actor,
    title: str = "",
    reach: str = Post.Reach.UNIT,
    ends: dt.date | None = None,
    is_head: bool = False,
    decision: str = "",
) -> Grant:
    """Ask that a person be given a role in a unit for a time.

    A role that goes beyond a member's own waits for a second person; the system itself, and a role that gives no
    right over others, are given at once (`grant.post` is then set). NotAllowed out of reach, for oneself, and for
    more than one has; BadInput when the dates do not fit, or lie in the past without a decision's number.
    """
    must_reach(by.as_of(max(by.on, starts)) if by.person and not by.reaches(unit) else by, unit)
    rules.must_be_a_role(role, known=ROLES)
    rules.must_not_be_for_oneself(is_for_oneself=by.is_one_with(person.pk))
    demands.must_end_after_start(starts, ends)
    decision = clean(decision)[:80]
    _must_fit(rules.Rights(reach, starts, ends), by, decision=decision)
    _must_stand(unit, starts, by)
    grant = Grant.objects.create(
        person=person,
        unit=unit,
        role=role,
        title=Title.objects.get_or_create(name=clean(title))[0] if clean(title) else None,
        reach=reach,
        is_head=is_head,
        starts=starts,
        ends=ends,
        decision=decision,
        asked_by=by.person,
        asked_in=by.unit,
        asked_on=by.on,
    )
    if by.reach == EVERYTHING or not goes_beyond_a_member(role):
        return _give(grant, by=by, starts=starts, answered_by=None)
    record("post.asked", grant, by=by, unit=unit, on=starts, note=decision, after=_told(grant))
    return grant


@transaction.atomic
def confirm_grant(grant: Grant, *, by: Actor) -> Post:
    """The second person agrees: the post is given, from today where its day has passed while it waited.

    NotAllowed for who asked, for whose post it is, for who is below the one who asked, and beyond one's own.
    """
    grant = _held(grant)
    _must_be_second(grant, by)
    rules.must_be_still_to_come(grant.ends, by.on)
    if grant.stands_for:
        rules.must_end_with_the_holder(grant.ends, grant.stands_for.ends)
    stands = grant.decision or queries.is_being_set_up()
    starts = grant.starts if stands else max(grant.starts, by.on)
    _must_fit(rules.Rights(grant.reach, starts, grant.ends), by, decision=grant.decision)
    given = _give(grant, by=by, starts=starts, answered_by=by.person)
    assert given.post is not None
    return given.post


@transaction.atomic
def confirm_all(*, by: Actor) -> int:
    """While an office is being set up its head confirms the whole list at once; how many.

    Conflict once the first paper has been sent: from then on each post is looked at for itself.
    """
    if not queries.is_being_set_up():
        raise Conflict(_("Đã có bản đăng ký gửi đi. Từ nay xem và xác nhận từng chức vụ."))
    waiting = list(queries.waiting_for(by))
    for grant in waiting:
        confirm_grant(grant, by=by)
    return len(waiting)


@transaction.atomic
def refuse_grant(grant: Grant, *, reason: str, by: Actor) -> Grant:
    """The second person does not agree, and says why."""
    grant = _held(grant)
    _must_be_second(grant, by)
    if not clean(reason):
        raise BadInput(_("Ghi lý do không đồng ý, để người đề nghị biết."), "reason")
    return _answer(grant, rules.REFUSE, "post.refused", by=by, reason=clean(reason)[:300])


@transaction.atomic
def withdraw_grant(grant: Grant, *, by: Actor) -> Grant:
    """Who asked takes it back. NotAllowed for anybody else."""
    grant = _held(grant)
    if by.person is None or grant.asked_by_id != by.person.pk:
        raise NotAllowed(_("Chỉ người đề nghị rút được đề nghị này."))
    return _answer(grant, rules.WITHDRAW, "post.withdrawn", by=by)


@transaction.atomic
def forget_grants_of(units: Iterable[Unit], *, by: Actor) -> None:
    """What was asked for in units that will not come into being after all; the history keeps that it was asked."""
    for grant in Grant.objects.waiting().filter(unit__in=units).select_related("unit", "person", "title"):
        record("post.withdrawn", grant, by=by, unit=grant.unit)
        grant.delete()


@transaction.atomic
def note_seen(grant: Grant, *, by: Actor) -> None:
    """Whose post it is has read that it was given to her."""
    if by.person is None or grant.person_id != by.person.pk:
        raise NotAllowed(_("Chức vụ này không phải của đồng chí."))
    grant.seen_on = by.on
    grant.save(update_fields=["seen_on"])
    record("post.acknowledged", grant, by=by, unit=grant.unit)


@transaction.atomic
def end_post(post: Post, *, ends: dt.date, by: Actor) -> Post:
    """The post ends before that day; what was done with it stays. What has ended is not opened again."""
    must_reach(by, post.unit)
    demands.must_end_after_start(post.starts, ends)
    rules.must_be_ended_once(post.ends, ends, by.on)
    before = {"ends": str(post.ends or "")}
    post.ends = ends
    post.save(update_fields=["ends"])
    record("post.ended", post, by=by, unit=post.unit, on=ends, before=before, after={"ends": str(ends)})
    for deputy in post.deputies.filter(ends__gt=ends).select_related("person", "unit", "title"):
        end_deputy(deputy, ends=ends, by=by)
    return post


def end_deputy(deputy: Post, *, ends: dt.date, by: Actor) -> None:
    """She stands in no longer from that day; who had not begun by then never did. Part of an act that checked."""
    before = {"ends": str(deputy.ends or "")}
    record("post.ended", deputy, by=by, unit=deputy.unit, on=ends, before=before, after={"ends": str(ends)})
    if deputy.starts >= ends:
        deputy.delete()
        return
    deputy.ends = ends
    deputy.save(update_fields=["ends"])


def _must_fit(asked: rules.Rights, by: Actor, *, decision: str) -> None:
    own = queries.rights_of(by)
    rules.must_not_go_beyond(asked, own)
    if not queries.is_being_set_up():
        rules.must_not_reach_back(asked, own, today=by.on, decision=decision)


def _must_stand(unit: Unit, starts: dt.date, by: Actor) -> None:
    """A post begins while its unit stands, not before it was founded and not after it ended."""
    if by.reach != EVERYTHING and organisation.placement(unit, starts) is None:
        raise BadInput(_("Ngày ấy đơn vị chưa thành lập hoặc đã kết thúc. Chọn ngày khác."), "starts")


def _held(grant: Grant) -> Grant:
    """The grant as it stands now, held until the act is done; Conflict when it has been answered."""
    locked = Grant.objects.select_for_update(of=("self",)).select_related(
        "person", "unit", "title", "asked_in", "stands_for"
    )
    held = locked.get(pk=grant.pk)
    rules.must_wait(held.state)
    return held


def _must_be_second(grant: Grant, by: Actor) -> None:
    must_reach(by, grant.unit)
    if not by.may("people.confirm_posts"):
        raise NotAllowed(_("Vai trò đang dùng không xác nhận chức vụ."))
    rules.must_be_a_second_person(
        is_asker=by.is_one_with(grant.asked_by_id),
        is_owner=by.is_one_with(grant.person_id),
        is_below=queries.is_below_asker(grant, by),
    )


def _give(grant: Grant, *, by: Actor, starts: dt.date, answered_by: Person | None) -> Grant:
    given = Post.objects.create(
        person=grant.person,
        unit=grant.unit,
        role=grant.role,
        title=grant.title,
        reach=grant.reach,
        starts=starts,
        ends=grant.ends,
        is_head=grant.is_head,
        stands_for=grant.stands_for,
    )
    rules.GRANT_STEPS.move(grant, rules.GIVE, post=given, answered_by=answered_by, answered_on=by.on)
    told = {**_told(grant), "starts": str(starts)}
    record("post.given", given, by=by, unit=grant.unit, on=starts, note=grant.decision, after=told)
    return grant


def _answer(grant: Grant, step: str, verb: str, *, by: Actor, reason: str = "") -> Grant:
    rules.GRANT_STEPS.move(grant, step, reason=reason, answered_by=by.person, answered_on=by.on)
    record(verb, grant, by=by, unit=grant.unit, note=reason)
    return grant


def _told(grant: Grant) -> dict[str, str]:
    """What the history keeps of a post: the role, how far, how long, and who asked for it."""
    asked_by = str(grant.asked_by) if grant.asked_by else ""
    return {
        "role": grant.role,
        "reach": grant.reach,
        "ends": str(grant.ends or ""),
        "asked_by": asked_by,
        "person": str(grant.person_id),
    }


@transaction.atomic
def hand_over(
    post: Post,
    *,
    person: Person,
    starts: dt.date,
    by: Actor,
    overlap_ends: dt.date | None = None,
    decision: str = "",
) -> Grant:
    """The same post for another person from that day, and the end of the old one: that day, or later to hand over.

    What waits for the holder of the post is found by the post, so it waits for the new one from that day.
    """
    if overlap_ends and overlap_ends < starts:
        raise BadInput(_("Ngày người cũ thôi giữ không thể trước ngày người mới nhận."), "overlap_ends")
    if (overlap_ends or starts) <= post.starts:
        raise BadInput(
            _("Người cũ mới giữ từ ngày %s: ghi ngày nhận sau ngày ấy.") % show_date(post.starts), "starts"
        )
    grant = appoint(
        person,
        unit=post.unit,
        role=post.role,
        title=str(post.title or ""),
        reach=post.reach,
        is_head=post.is_head,
        starts=starts,
        decision=decision,
        by=by,
    )
    end_post(post, ends=overlap_ends or starts, by=by)
    return grant
