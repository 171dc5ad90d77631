"""Whatever is typed into whatever box, nothing answers with a fault, and the pages of what was written still open.

Every form of the house is opened as the first person who may, filled in sensibly and sent once; then one box at a
time is filled with something nasty while the rest stays sensible, and the pages of the thing are opened again.
A few values a box in the usual run, always the same; every page, and other values for each seed, when `make deep`
asks (marker `deep`).
"""

from __future__ import annotations

import random
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from tests import examples, police
from tests.architecture.test_access import doors
from tests.cast import Cast, build
from tests.fuzz.boxes import NASTY, Sent, filters_of, forms_of

USUAL = {
    "tim",
    "ky",
    "nam",
    "don-vi",
    "trang",
    "loai",
    "ngay",
    "thang",
    "tach",
    "loc",
    "truoc",
    "format",
    "sua",
}
names = [door.__name__.split(".")[1] for door in doors()]


@pytest.fixture(autouse=True)
def _budgets_are_for_stories(monkeypatch):
    """Garbage goes ways that no story goes; what is asked there was never measured."""
    monkeypatch.setattr(police, "measured_by_stories", False)


@contextmanager
def undone():
    """What is done inside has not happened afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def faultless(client: Client, method: str, where: str, data: dict[str, Any]) -> Any:
    """The answer; a fault fails the test with what was sent."""
    client.raise_request_exception = True
    try:
        answer = getattr(client, method)(where, data)
    except Exception as fault:
        sent = {name: f"{value!s:.60}" for name, value in data.items()}
        pytest.fail(f"{method} {where} {sent}: {type(fault).__name__}: {fault!s:.300}")
    assert answer.status_code < 500, (method, where, data)
    return answer


def furnished(door: Any) -> Cast:
    cast = build()
    if hasattr(door, "prepare"):
        door.prepare(cast)
    return cast


def first_who_may(row: Any) -> str:
    return "member" if row.allowed == "everyone" else row.allowed.split()[0]


def garble(door: Any, cast: Cast, rng: random.Random, *, pages: int, boxes: int, values: int) -> int:
    """Fill the forms of so many addresses with so many nasty values in so many boxes; how many succeeded once."""
    succeeded, seen = 0, set()
    for row in rng.sample(door.TABLE, min(pages, len(door.TABLE))):
        with undone():
            client = cast.client(first_who_may(row))
            address = reverse(row.name, args=row.args(cast) if row.args else [])
            for sent in _forms_at(client, row, address, cast):
                if (sent.where, tuple(sent.boxes)) not in seen:
                    seen.add((sent.where, tuple(sent.boxes)))
                    succeeded += _garble_one(client, address, sent, rng, boxes, values)
    return succeeded


def _forms_at(client: Client, row: Any, address: str, cast: Cast) -> list[Sent]:
    if row.method == "POST":
        return [Sent(address, dict(row.data(cast) if row.data else {}))]
    answer = faultless(client, "get", address, {})
    if answer.status_code != 200 or "text/html" not in answer["Content-Type"]:
        return []
    found = forms_of(answer.content, address)
    return [one for one in found if not one.where.startswith(("/dang-xuat", "/dang-nhap"))]


def _garble_one(client: Client, page: str, sent: Sent, rng: random.Random, boxes: int, values: int) -> bool:
    """Whether the form went through once as it should be."""
    with undone():
        succeeded = faultless(client, "post", sent.where, sent.boxes).status_code in (302, 204)
    for box in rng.sample(list(sent.boxes), min(boxes, len(sent.boxes))):
        for value in rng.sample(NASTY, values):
            with undone():
                answer = faultless(client, "post", sent.where, sent.with_box(box, value))
                if answer.status_code == 302:
                    back = "/" if sent.where == page else page
                    for address in dict.fromkeys((answer["Location"].partition("#")[0], back, "/")):
                        faultless(client, "get", address, {})
    return succeeded


def ask(door: Any, cast: Cast, rng: random.Random, *, pages: int, filters: int, values: int) -> None:
    """The lists of the room, asked by what nobody asks for."""
    read = [row for row in door.TABLE if row.method == "GET"]
    for row in rng.sample(read, min(pages, len(read))):
        with undone():
            client = cast.client(first_who_may(row))
            address = reverse(row.name, args=row.args(cast) if row.args else [])
            answer = client.get(address)
            if answer.status_code == 200 and "text/html" in answer["Content-Type"]:
                names = sorted(filters_of(answer.content) | USUAL)
                for name in rng.sample(names, min(filters, len(names))):
                    for value in rng.sample(NASTY, values):
                        faultless(client, "get", address, {name: value[:3000]})


@pytest.mark.django_db
@pytest.mark.parametrize("door", doors(), ids=names)
def test_neither_a_box_nor_a_filter_makes_a_fault(door):
    cast, rng = furnished(door), random.Random(examples.seed())
    garble(door, cast, rng, pages=2, boxes=2, values=1)
    ask(door, cast, rng, pages=2, filters=2, values=1)


@pytest.mark.deep
@pytest.mark.django_db
@pytest.mark.parametrize("door", doors(), ids=names)
def test_no_box_and_no_filter_makes_a_fault_whatever_is_typed(door):
    cast, rng = furnished(door), random.Random(examples.seed())
    succeeded = garble(door, cast, rng, pages=1000, boxes=5, values=5)
    ask(door, cast, rng, pages=1000, filters=5, values=3)
    writes = [row for row in door.TABLE if row.method == "POST"]
    assert succeeded or not writes, (
        "no form of this room was ever sent as it should be: the rest proves nothing"
    )


def test_there_is_an_address_for_every_row():
    assert {row.name.split(":")[0] for door in doors() for row in door.TABLE} <= {
        included.namespace for included in get_resolver().url_patterns
    }
