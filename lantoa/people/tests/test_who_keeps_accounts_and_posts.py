"""Whoever does not hold somebody's keys, or does not reach the unit, is refused by every act, not only by its page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lantoa.foundation.errors import NotAllowed
from lantoa.people import actions
from lantoa.people.models import Account, Grant, Membership, Post


@pytest.fixture
def far(cast):
    """An administrator of the far commune: the right, but not the reach."""
    return replace(cast.administrator, unit=cast.far)


def test_accounts_and_codes_lie_with_who_reaches_the_whole_person(cast, far):
    person = cast.colleague.person
    with pytest.raises(NotAllowed):
        actions.add_account(person, sign_in_name="thang", by=far)
    account = actions.add_account(person, sign_in_name="thang", by=cast.administrator)
    with pytest.raises(NotAllowed):
        actions.give_first_codes([account], by=far)
    actions.close_account(account, by=cast.administrator)
    with pytest.raises(NotAllowed):
        actions.reopen_account(account, by=far)
    assert not Account.objects.get(pk=account.pk).is_active


def test_nobody_ends_a_post_or_joins_a_member_out_of_reach(cast, far):
    post = Post.objects.get(person=cast.secretary.person)
    with pytest.raises(NotAllowed):
        actions.end_post(post, ends=cast.today, by=far)
    with pytest.raises(NotAllowed):
        actions.join(cast.former.person, unit=cast.cell, status="official", starts=cast.today, by=far)
    with pytest.raises(NotAllowed):
        actions.add_member(
            unit=cast.cell, status="official", starts=cast.today, by=far, full_name="Lò Văn Ơn"
        )
    assert not Membership.objects.filter(person__full_name="Lò Văn Ơn").exists()


def test_a_grant_is_refused_by_a_second_who_may_and_read_by_its_holder(cast, far):
    grant = actions.appoint(
        cast.colleague.person,
        unit=cast.cell,
        role="secretary",
        title="Phó Bí thư",
        reach="unit",
        starts=cast.today,
        by=cast.administrator,
    )
    for by in (far, cast.secretary, cast.inspector, cast.administrator):
        with pytest.raises(NotAllowed):
            actions.refuse_grant(grant, reason="Chưa đủ hồ sơ.", by=by)
    with pytest.raises(NotAllowed):
        actions.note_seen(grant, by=cast.member)
    assert Grant.objects.get(pk=grant.pk).state == Grant.State.WAITING
