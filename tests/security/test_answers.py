"""Cases T03, T13, T37, T46: what every answer says of itself, and what it never says."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from lantoa.people.models import Account, Post
from lantoa.registrations.tests import papers
from lantoa.shortcomings.tests import stories
from tests.architecture.test_access import _undone, doors
from tests.cast import PASSWORD, build


def bare(answer) -> str:
    """The page without what differs between any two requests: its number, its nonce, its token, its own address."""
    html = answer.content.decode()
    html = html.replace(answer.headers["X-Request-Id"], "").replace(answer.wsgi_request.path, "")
    html = re.sub(r'nonce="[^"]*"|value="[\w=+/:.-]{40,}"|"X-CSRFToken": "\w+"', "", html)
    return html.replace(answer.wsgi_request.path.replace("/", "%2F"), "")


@pytest.mark.parametrize(
    "name", ["registrations:show", "registrations:print", "shortcomings:show", "people:show"]
)
def test_a_thing_of_another_unit_answers_like_one_that_does_not_exist(cast, name):
    made = {
        "registrations": lambda: papers.submitted(cast.member).pk,
        "shortcomings": lambda: stories.of_member(cast).pk,
        "people": lambda: cast.member.person.pk,
    }
    pk, client = made[name.split(":")[0]](), cast.client("far_secretary")
    theirs, nothing = client.get(reverse(name, args=[pk])), client.get(reverse(name, args=[999_999]))
    assert theirs.status_code == nothing.status_code == 404
    assert bare(theirs) == bare(nothing)


@pytest.mark.deep
@pytest.mark.django_db
@pytest.mark.parametrize("door", doors(), ids=lambda door: door.__name__.split(".")[1])
def test_of_every_room_a_foreign_thing_answers_like_one_that_does_not_exist(door):
    """T03 at every address: whoever may enter it, but not see this thing, learns not even that it is there."""
    with _undone():
        cast = build()
        if hasattr(door, "prepare"):
            door.prepare(cast)
        told = set()
        for who in ("far_secretary", "other_secretary", "member"):
            client = cast.client(who)
            for row in door.TABLE:
                args = row.args(cast) if row.args and row.method == "GET" else []
                if not args or not isinstance(args[-1], int) or args[-1] < 0:
                    continue
                theirs = client.get(reverse(row.name, args=args))
                if theirs.status_code != 404:
                    continue
                nothing = client.get(reverse(row.name, args=[*args[:-1], 999_999]))
                if nothing.status_code != 404 or bare(theirs) != bare(nothing):
                    told.add((who, row.name))
        assert told == set()


def test_boxes_that_a_form_does_not_have_change_nothing(cast):
    """T13."""
    account, client = cast.account("member"), cast.client("member")
    extra = {
        "is_active": "",
        "is_staff": "on",
        "is_superuser": "on",
        "role": "leader",
        "person": "1",
        "unit": "1",
    }
    new = "mot cau khac dai hon"
    typed = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert client.post("/doi-mat-khau/", {**typed, **extra}).status_code == 302
    account.refresh_from_db()
    assert account.is_active and account.person_id == cast.member.person.pk
    assert not Post.objects.filter(person=cast.member.person).exists()
    assert not any(hasattr(Account, name) for name in ("is_staff", "is_superuser"))


def answers(cast):
    """One of each class: page, sign-in, refusal, nothing there, a file, a program's answer."""
    client = cast.client("secretary")
    yield client.get("/toi/")
    yield Client().get("/dang-nhap/")
    yield client.get("/van-hanh/")
    yield client.get("/khong-co-trang-nay/")
    yield client.get("/nguoi/?xuat=xlsx")
    yield client.get("/toi/du-lieu/tep/")
    yield Client().get("/suc-khoe/")


def test_every_answer_says_how_it_may_be_used(cast):
    """T37."""
    for answer in answers(cast):
        policy = answer.headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in policy and "default-src 'none'" in policy, answer
        assert "unsafe" not in policy and "*" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert "no-store" in answer.headers["Cache-Control"]


def test_cookies_are_kept_from_scripts_and_other_houses(cast):
    cast.account("member")
    client = Client()
    client.post("/dang-nhap/", {"username": "member", "password": PASSWORD})
    for cookie in client.cookies.values():
        assert cookie["httponly"] and cookie["samesite"] == "Lax", cookie.key


@pytest.mark.parametrize(
    "path",
    [".git/config", ".env", "admin/", "admin/doc/", "__debug__/", "metrics", "static/", "accounts/login/"],
)
def test_what_is_not_meant_for_anybody_is_not_there(db, path):
    """T46."""
    answer = Client().get(f"/{path}")
    assert answer.status_code == 404
    assert "Traceback" not in answer.content.decode() and "urlpatterns" not in answer.content.decode()


def test_a_trace_is_no_answer(cast):
    assert Client().trace("/dang-nhap/").status_code == 405
