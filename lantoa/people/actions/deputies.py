"""Who stands in while the holder of a post is away: asked for by the holder, confirmed by a second person."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from lantoa.foundation import demands
from lantoa.foundation.history import record
from lantoa.people import queries, rules
from lantoa.people.actions.posts import end_deputy, withdraw_grant
from lantoa.people.actors import Actor
from lantoa.people.models import Grant, Person, Post
from lantoa.people.roles import goes_beyond_a_member


@transaction.atomic
def ask_deputy(person: Person, *, starts: dt.date, ends: dt.date, by: Actor) -> Grant:
    """Ask that `person` hold the actor's own post from `starts` up to but without `ends`; a second person confirms.

    The role, the unit and the reach are the holder's. NotAllowed for who holds no such post or stands in herself;
    BadInput for who does not belong to the unit, for days in the past, and beyond the end of the post.
    """
    post = held_post(by)
    rules.must_be_of_the_unit(person in queries.may_stand_in(post, by.on))
    demands.must_end_after_start(starts, ends)
    rules.must_begin_from_today(starts, by.on)
    rules.must_end_with_the_holder(ends, post.ends)
    rules.must_stand_in_once(_stands_in(person, post, starts, ends))
    grant = Grant.objects.create(
        person=person,
        unit=post.unit,
        role=post.role,
        title=post.title,
        reach=post.reach,
        starts=starts,
        ends=ends,
        stands_for=post,
        asked_by=by.person,
        asked_in=by.unit,
        asked_on=by.on,
    )
    after = {"role": grant.role, "reach": grant.reach, "ends": str(ends), "asked_by": str(by.person)}
    record("post.asked", grant, by=by, unit=post.unit, on=starts, after=after)
    return grant


def held_post(by: Actor) -> Post:
    """The post with which the actor acts, if somebody may stand in for her in it."""
    post = Post.objects.filter(pk=by.post_id or 0, person=by.person).select_related("unit", "title").first()
    rules.must_hold_the_post(post is not None and goes_beyond_a_member(post.role))
    assert post is not None
    rules.must_not_pass_on(post.stands_for_id is not None)
    return post


def _stands_in(person: Person, post: Post, starts: dt.date, ends: dt.date) -> bool:
    days = {"person": person, "stands_for": post, "starts__lt": ends, "ends__gt": starts}
    return Post.objects.filter(**days).exists() or Grant.objects.waiting().filter(**days).exists()


@transaction.atomic
def take_back_deputy(of: Grant, *, by: Actor) -> None:
    """The holder is back, or changed her mind: who stands in does so no longer, from today on.

    NotAllowed for anybody else; Conflict when it was answered with no or is over.
    """
    grant = Grant.objects.select_for_update(of=("self",)).select_related("post__unit").get(pk=of.pk)
    rules.must_be_ones_deputy(grant.stands_for_id is not None and grant.stands_for_id == by.post_id)
    if grant.state == Grant.State.WAITING:
        withdraw_grant(grant, by=by)
        return
    post = grant.post
    rules.must_still_stand_in(post is not None and post.ends is not None and post.ends > by.on)
    assert post is not None
    end_deputy(post, ends=by.on, by=by)
