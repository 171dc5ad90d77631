"""A forgotten password: a code from the administrator, once, for an hour; guessing is stopped at the door."""

import datetime as dt

import pytest
from django.test import Client

from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.people import actions
from lantoa.people.actions import accounts
from lantoa.people.models import Account, ResetCode

NEW = "cau dai de nho nam nay"


@pytest.fixture
def code(cast) -> str:
    return actions.give_reset_code(cast.account("member"), by=cast.administrator)


def test_the_whole_way_from_code_to_signed_in(cast, code):
    client = Client()
    answer = client.post("/dat-lai-mat-khau/", {"sign_in_name": "member", "code": f" {code.lower()} "})
    assert answer["Location"] == "/dat-lai-mat-khau/moi/"
    answer = client.post("/dat-lai-mat-khau/moi/", {"new_password1": NEW, "new_password2": NEW})
    assert answer.status_code == 302
    assert client.get("/toi/").status_code == 200
    assert Account.objects.get(sign_in_name="member").check_password(NEW)


def test_a_code_works_once(cast, code):
    assert actions.use_reset_code("member", code)
    assert actions.use_reset_code("member", code) is None


def test_a_code_is_dead_after_an_hour(cast, code, settings):
    settings.LANTOA_NOW = "2026-11-16T09:00:01+07:00"
    assert actions.use_reset_code("member", code) is None


def test_a_strangers_wrong_tries_do_not_burn_the_code(cast, code):
    for number in range(12):
        said = {"sign_in_name": "member", "code": "AAAA2222"}
        Client().post("/dat-lai-mat-khau/", said, REMOTE_ADDR=f"10.0.0.{number}")
    answer = Client().post("/dat-lai-mat-khau/", {"sign_in_name": "member", "code": code})
    assert answer["Location"] == "/dat-lai-mat-khau/moi/"


def test_the_reset_door_shuts_for_a_machine_that_guesses(cast, code):
    said = {"sign_in_name": "member", "code": "AAAA2222"}
    answers = [Client().post("/dat-lai-mat-khau/", said).status_code for _try in range(6)]
    assert answers == [200] * 5 + [429]
    unknown = [
        Client().post("/dat-lai-mat-khau/", {**said, "sign_in_name": "khong-co-ai"}).status_code
        for _try in range(6)
    ]
    assert unknown == answers


def test_a_wrong_code_costs_one_comparison_whether_one_is_pending_or_not(cast, code, monkeypatch):
    actions.use_reset_code("khong-co-ai", "AAAA2222")  # the hash to compare with is made once
    asked = []
    monkeypatch.setattr(accounts, "check_password", lambda *said: asked.append(said) or False)
    monkeypatch.setattr(accounts, "make_password", lambda *said: pytest.fail("a hash was made"))
    for name in ("member", "khong-co-ai"):
        actions.use_reset_code(name, "AAAA2222")
    assert len(asked) == 2


def test_a_new_code_kills_the_one_before(cast, code):
    actions.give_reset_code(cast.account("member"), by=cast.administrator)
    assert actions.use_reset_code("member", code) is None


def test_a_closed_account_cannot_be_reset(cast, code):
    actions.close_account(cast.account("member"), by=cast.administrator)
    assert actions.use_reset_code("member", code) is None


def test_a_wrong_code_and_an_unknown_name_get_the_same_words(cast, code):
    said = set()
    for name in ("member", "khong-co-ai"):
        answer = Client().post("/dat-lai-mat-khau/", {"sign_in_name": name, "code": "AAAA2222"})
        said.add(str(answer.context["form"].non_field_errors()))
    assert len(said) == 1


def test_the_page_for_a_new_password_opens_only_after_a_code(cast):
    assert Client().get("/dat-lai-mat-khau/moi/")["Location"] == "/dat-lai-mat-khau/"


def test_the_code_is_kept_only_as_a_hash(cast, code):
    assert code not in ResetCode.objects.get(used_at__isnull=True).code_hash


def test_an_account_is_opened_with_a_code_and_only_once(cast):
    account, code = actions.open_account(
        cast.colleague.person, sign_in_name="0987 654 321", by=cast.administrator
    )
    assert actions.use_reset_code("0987654321", code).account == account
    with pytest.raises(BadInput, match="đã có tài khoản"):
        actions.open_account(cast.colleague.person, sign_in_name="khac", by=cast.administrator)
    with pytest.raises(BadInput, match="đã có người dùng"):
        actions.open_account(cast.secretary.person, sign_in_name="0987654321", by=cast.administrator)


def test_nobody_closes_their_own_account(cast):
    account = cast.account("administrator")
    with pytest.raises(NotAllowed, match="chính đồng chí"):
        actions.close_account(account, by=cast.administrator)


def test_codes_live_for_an_hour_from_now(cast, code):
    given = ResetCode.objects.get(used_at__isnull=True)
    assert given.expires_at.astimezone(dt.UTC) == dt.datetime(2026, 11, 16, 2, 0, tzinfo=dt.UTC)
