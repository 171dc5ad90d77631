"""Every address × every role, against the tables that the rooms keep beside their tests.

An address without a row fails the run. Whoever is not named in a row must be refused: 403 for a right
that is missing, 404 for a thing that is not theirs; strangers are sent to sign in. The secretary of a cell far away
shows that the two are told apart: by a number nobody learns what there is elsewhere.
"""

from __future__ import annotations

import copy
import os
import zlib
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from http.cookies import SimpleCookie
from importlib import import_module
from importlib.util import find_spec

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from lantoa.people import actors
from lantoa.people.addresses import PUBLIC, SIGNED_IN
from lantoa.people.roles import ROLES, permissions_of
from tests import police
from tests.access import Row
from tests.cast import ROLES as EVERYONE
from tests.cast import build

REFUSED = {403, 404}
# Ways of working are read by all who may learn from them; what a level above sets, by all below it.
READ_EVERYWHERE = (
    "adoptions:",
    "practices:",
    "programme:basis_edit",
    "programme:directive_edit",
    "programme:movement_edit",
    "programme:movement_sum_up",
    "programme:theme_edit",
    "figures:stage_drop",
)


@cache
def doors():
    """The access table of every room that has one."""
    names = [f"lantoa.{room}.tests.access" for room in settings.ROOMS]
    return [import_module(name) for name in names if find_spec(name)]


def rows() -> list[Row]:
    return [row for door in doors() for row in door.TABLE]


def addresses() -> dict[str, object]:
    """ "room:name" → the guarded page."""
    found = {}
    for included in get_resolver().url_patterns:
        for pattern in included.url_patterns:
            found[f"{included.namespace}:{pattern.name}"] = pattern.callback
    return found


def test_every_address_names_its_permission():
    for name, page in addresses().items():
        assert getattr(page, "permission", None), f"{name} does not declare the right it needs"


def test_every_address_has_a_row_in_its_rooms_access_table():
    listed = {row.name for row in rows()}
    public = {name for name, page in addresses().items() if page.permission == PUBLIC}
    assert set(addresses()) - listed - public == set()
    assert listed - set(addresses()) == set()


def test_roles_and_rooms_speak_of_the_same_rights():
    declared = set()
    for room in settings.ROOMS:
        if find_spec(f"lantoa.{room}.permissions"):
            declared |= set(import_module(f"lantoa.{room}.permissions").PERMISSIONS)
    granted = {p for role in ROLES.values() for p in role.permissions}
    asked = {page.permission for page in addresses().values()} - {PUBLIC, SIGNED_IN}
    assert asked <= declared, "an address asks for a right that no room declares"
    assert declared <= granted, "a right that no role holds"
    built = {right.split(".")[0] for right in declared}
    assert {right for right in granted if right.split(".")[0] in built} <= declared


@pytest.fixture(scope="module")
def furnished(request, django_db_setup, django_db_blocker):
    """(cast, cookies of each): a room's things are put in place once for all its rows."""
    door = request.param
    with django_db_blocker.unblock(), _undone(), _posts_asked_once():
        cast = build()
        if hasattr(door, "prepare"):
            door.prepare(cast)
        yield cast, {who: cast.client(who).cookies for who in EVERYONE}


def each_row() -> list[object]:
    """One test a row: "meetings:show GET 2"."""
    told: Counter[str] = Counter()
    params = []
    for door in doors():
        for row in door.TABLE:
            name = f"{row.name} {row.method}"
            told[name] += 1
            params.append(pytest.param(door, row, id=f"{name} {told[name]}" if told[name] > 1 else name))
    return params


@pytest.mark.django_db
@pytest.mark.parametrize(("furnished", "row"), each_row(), indirect=["furnished"], scope="module")
def test_who_gets_through(furnished, row, settings, pytestconfig):
    """Everyone tries each address. On the second database one who may and one who may not: it asks no one's rights."""
    settings.THROTTLE = False
    cast, cookies = furnished
    allowed = set(EVERYONE) if row.allowed == "everyone" else set(row.allowed.split())
    assert allowed <= set(EVERYONE), f"{row.name} names someone who is not in the cast"
    with _undone():
        url = reverse(row.name, args=row.args(cast) if row.args else [])
        data = row.data(cast) if row.data else {}
        for who in _a_sample(row, allowed) if pytestconfig.getoption("--sampled") else EVERYONE:
            status = _ask(cookies[who], row.method, url, data)
            if who in allowed:
                assert status not in REFUSED and status < 500, f"{who} was refused: {status}"
            else:
                assert status in REFUSED, f"{who} got through: {status}"
                if who == "far_secretary" and _lies_elsewhere(row):
                    assert status == 404, "of what she may not know the number tells her nothing"
        answer = Client().generic(row.method, url)
        assert answer.status_code == 302 and reverse("people:sign_in") in answer["Location"]


def _lies_elsewhere(row: Row) -> bool:
    """Whether the address would be hers, and names something of a unit that she does not reach and may not read of."""
    right = addresses()[row.name].permission
    holds = right == SIGNED_IN or right in permissions_of("secretary")
    return bool(row.args) and holds and not row.name.startswith(READ_EVERYWHERE)


def _a_sample(row: Row, allowed: set[str]) -> list[str]:
    """One of those who may and one of those who may not, not the same for every address, always the same for one."""
    turn = zlib.crc32(row.name.encode())
    groups = ([who for who in EVERYONE if who in allowed], [who for who in EVERYONE if who not in allowed])
    return [group[turn % len(group)] for group in groups if group]


def _ask(cookies: SimpleCookie, method: str, url: str, data: dict) -> int:
    """The status, with everything undone afterwards so that each role meets the same state."""
    client = Client()
    client.cookies = copy.deepcopy(cookies)
    with _undone():
        return getattr(client, method.lower())(url, data).status_code


@contextmanager
def _posts_asked_once():
    """What a row does is undone, so as whom each may act stays what it was. Where budgets are measured it counts."""
    asked, kept = actors.actors_of, {}

    def actors_of(account, on, request_id=""):
        if account.pk not in kept:
            kept[account.pk] = asked(account, on)
        return [replace(one, request_id=request_id) for one in copy.deepcopy(kept[account.pk])]

    with pytest.MonkeyPatch.context() as patch:
        if not os.environ.get(police.MEASURED):
            patch.setattr(actors, "actors_of", actors_of)
        yield


@contextmanager
def _undone():
    """What is done inside has not happened afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
