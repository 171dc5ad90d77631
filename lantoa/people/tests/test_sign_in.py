"""Signing in: throttled, silent about what was wrong, gone when it should be gone."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from lantoa.foundation.models import Event
from lantoa.people import actions
from lantoa.people.models import Account
from tests.cast import PASSWORD

DOOR = "/dang-nhap/"


def knock(client: Client, name: str, password: str, address: str = "127.0.0.1"):
    return client.post(DOOR, {"username": name, "password": password}, REMOTE_ADDR=address)


def test_a_person_signs_in_and_lands_on_what_is_to_be_done(cast):
    cast.account("secretary")
    answer = knock(Client(), "secretary", PASSWORD)
    assert answer.status_code == 302 and answer["Location"] == reverse("portal:todo")


def test_blanks_and_capitals_in_the_name_do_not_matter(cast):
    Account.objects.filter(pk=cast.account("secretary").pk).update(sign_in_name="0912345678")
    assert knock(Client(), "0912 345 678", PASSWORD).status_code == 302


def test_a_wrong_password_and_a_wrong_name_get_the_same_words(cast):
    cast.account("secretary")
    sentences = set()
    for name in ("secretary", "nobody-here"):
        answer = knock(Client(), name, "sai mat khau roi")
        assert answer.status_code == 200
        sentences.add(str(answer.context["form"].non_field_errors()))
    assert len(sentences) == 1 and "còn" not in sentences.pop().lower().replace("không còn", "")


def test_five_wrong_tries_close_the_door_for_that_address_only(cast):
    cast.account("secretary")
    stranger = Client()
    for _try in range(5):
        last = knock(stranger, "secretary", "sai", address="10.0.0.9")
    assert last.status_code == 429
    assert knock(stranger, "secretary", PASSWORD, address="10.0.0.9").status_code == 429
    assert knock(Client(), "secretary", PASSWORD, address="10.0.0.7").status_code == 302


def test_an_office_behind_one_address_is_not_locked_out_by_one_of_them(cast):
    cast.account("secretary"), cast.account("member")
    for _try in range(6):
        knock(Client(), "secretary", "sai")
    assert knock(Client(), "member", PASSWORD).status_code == 302


@pytest.mark.parametrize(
    "evil", ["//evil.example/", "https://evil.example/", "javascript:alert(1)", "/\\evil.example"]
)
def test_after_signing_in_one_stays_in_the_house(cast, evil):
    cast.account("secretary")
    answer = Client().post(
        f"{DOOR}?next={evil}", {"username": "secretary", "password": PASSWORD, "next": evil}
    )
    assert answer["Location"] == reverse("portal:todo")


def test_a_stranger_is_sent_to_the_door_and_back_to_where_she_wanted(cast):
    answer = Client().get("/nguoi/")
    assert answer["Location"] == "/dang-nhap/?next=/nguoi/"


def test_changing_the_password_ends_the_other_sessions(cast):
    here, elsewhere = cast.client("member"), cast.client("member")
    new = "mot cau khac dai hon"
    answer = here.post(
        "/doi-mat-khau/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    )
    assert answer.status_code == 302
    assert here.get("/toi/").status_code == 200
    assert elsewhere.get("/toi/").status_code == 302
    assert Event.objects.filter(verb="account.password_changed", person_id=cast.member.person.pk).exists()


def test_a_short_password_is_refused_in_words(cast):
    answer = cast.client("member").post(
        "/doi-mat-khau/", {"old_password": PASSWORD, "new_password1": "ngan", "new_password2": "ngan"}
    )
    assert "12" in str(answer.context["form"].errors)


def test_a_closed_account_is_out_on_the_next_click(cast):
    client = cast.client("member")
    actions.close_account(cast.account("member"), by=cast.administrator)
    assert client.get("/toi/").status_code == 302
    assert knock(Client(), "member", PASSWORD).status_code == 200


def test_a_post_that_ends_is_refused_on_the_next_click(cast, settings):
    client = cast.client("secretary")
    assert client.get("/nguoi/").status_code == 200
    post = cast.secretary.person.posts.get()
    actions.end_post(post, ends=dt.date(2026, 11, 16), by=cast.administrator)
    assert client.get("/nguoi/").status_code == 403
