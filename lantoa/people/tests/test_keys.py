"""An account's keys lie with who reaches the whole person; a code opens one page, for one hour, once."""

import datetime as dt

import pytest
from django.test import Client

from lantoa.foundation import clock
from lantoa.foundation.errors import Conflict, NotAllowed
from lantoa.foundation.models import Event
from lantoa.people import actions, actors
from lantoa.people.models import Account, Beginning, Membership, Post, ResetCode
from tests.cast import PASSWORD, person

NEW = "cau dai de nho nam nay"
KEYS = [actions.give_reset_code, actions.close_account, actions.reopen_account]


@pytest.fixture
def local(cast):
    """An administrator of the cell alone, in which the province's leader is a member."""
    Membership.objects.create(person=cast.leader.person, unit=cast.cell, starts=dt.date(2022, 1, 1))
    post = Post.objects.create(
        person=person("Hà Thị Vân", None), unit=cast.cell, role="administrator", starts=dt.date(2026, 1, 1)
    )
    return actors.as_post(post, cast.today)


@pytest.mark.parametrize("act", KEYS)
def test_one_membership_in_reach_gives_no_key_to_a_leader_above(cast, local, act):
    with pytest.raises(NotAllowed, match="ngoài phạm vi"):
        act(cast.account("leader"), by=local)
    assert not ResetCode.objects.exists()


def test_nor_is_an_account_opened_for_somebody_one_does_not_reach_whole(cast, local):
    with pytest.raises(NotAllowed):
        actions.open_account(cast.leader.person, sign_in_name="thanh", by=local)
    assert actions.open_account(cast.member.person, sign_in_name="huong", by=local)


def test_a_post_still_to_come_counts_and_one_that_is_over_does_not(cast, local):
    member = cast.account("member")
    over = Post.objects.create(
        person=member.person,
        unit=cast.far,
        role="officer",
        starts=dt.date(2024, 1, 1),
        ends=dt.date(2025, 1, 1),
    )
    assert actions.give_reset_code(member, by=local)
    over.ends = None
    over.save()
    with pytest.raises(NotAllowed):
        actions.give_reset_code(member, by=local)


def test_nobody_takes_a_code_for_herself(cast):
    with pytest.raises(NotAllowed, match="chính đồng chí"):
        actions.give_reset_code(cast.account("administrator"), by=cast.administrator)


def test_the_page_shows_no_keys_to_who_does_not_hold_them(cast, local):
    account = Account(person=local.person, sign_in_name="van")
    account.set_password(PASSWORD)
    account.save()
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    cast.account("leader")
    page = client.get(f"/nguoi/{cast.leader.person.pk}/").content.decode()
    assert "Cấp mã đặt lại mật khẩu" not in page and "cấp trên giữ" in page


def opened(cast) -> Client:
    code = actions.give_reset_code(cast.account("member"), by=cast.administrator)
    client = Client()
    client.post("/dat-lai-mat-khau/", {"sign_in_name": "member", "code": code})
    return client


def save(client):
    return client.post("/dat-lai-mat-khau/moi/", {"new_password1": NEW, "new_password2": NEW})


def test_what_a_code_opened_can_only_set_the_password(cast):
    client = opened(cast)
    assert client.get("/dat-lai-mat-khau/moi/").status_code == 200
    assert client.get("/toi/").status_code == 302 and client.get("/nguoi/").status_code == 302


def test_it_lives_for_one_hour(cast, settings):
    client = opened(cast)
    settings.LANTOA_NOW = "2026-11-16T09:00:01+07:00"
    assert client.get("/dat-lai-mat-khau/moi/")["Location"] == "/dat-lai-mat-khau/"
    assert save(client)["Location"] == "/dat-lai-mat-khau/"


def test_it_ends_when_the_owner_changes_her_password(cast):
    client = opened(cast)
    actions.set_password(cast.account("member"), "mot cau khac dai hon", by=cast.member)
    assert save(client)["Location"] == "/dat-lai-mat-khau/"
    assert cast.account("member").check_password("mot cau khac dai hon")


def test_it_ends_when_a_newer_code_is_given(cast):
    client = opened(cast)
    actions.give_reset_code(cast.account("member"), by=cast.administrator)
    assert save(client)["Location"] == "/dat-lai-mat-khau/"


def test_a_reset_ends_every_session_and_is_written_as_what_it_was(cast):
    elsewhere = cast.client("member")
    save(opened(cast))
    assert elsewhere.get("/toi/").status_code == 302
    event = Event.objects.get(verb="account.password_reset")
    assert event.note == "bằng mã do Phan Thị Ngân cấp lúc 08:00 16/11/2026"
    assert not Event.objects.filter(verb="account.password_changed").exists()


def test_two_tabs_of_one_code_set_one_password(cast):
    used = actions.use_reset_code(
        "member", actions.give_reset_code(cast.account("member"), by=cast.administrator)
    )
    actions.reset_password(used, NEW, by=cast.member)
    with pytest.raises(Conflict, match="hết hiệu lực"):
        actions.reset_password(used, "mot cau khac dai hon", by=cast.member)


def test_who_was_signed_in_at_the_machine_is_signed_out_by_a_code(cast):
    code = actions.give_reset_code(cast.account("member"), by=cast.administrator)
    client = cast.client("secretary")
    client.post("/dat-lai-mat-khau/", {"sign_in_name": "member", "code": code})
    assert client.get("/toi/").status_code == 302


def test_an_account_locked_and_opened_again_has_no_old_sessions(cast):
    client = cast.client("member")
    actions.close_account(cast.account("member"), by=cast.administrator)
    actions.reopen_account(cast.account("member"), by=cast.administrator)
    assert client.get("/toi/").status_code == 302


def test_one_button_ends_the_sessions_on_other_machines(cast):
    here, elsewhere = cast.client("member"), cast.client("member")
    assert here.post("/toi/thoat-may-khac/").status_code == 302
    assert here.get("/toi/").status_code == 200 and elsewhere.get("/toi/").status_code == 302


def test_who_began_an_office_gives_no_code_before_its_head_confirms_her(cast):
    begun = Beginning.objects.create(
        unit=cast.province, administrator=cast.administrator.person, head=cast.leader.person
    )
    account = cast.account("member")
    with pytest.raises(NotAllowed, match="chưa xác nhận"):
        actions.give_reset_code(account, by=cast.administrator)
    assert not ResetCode.objects.exists()
    begun.confirmed_at = clock.now()
    begun.save()
    assert actions.give_reset_code(account, by=cast.administrator)
