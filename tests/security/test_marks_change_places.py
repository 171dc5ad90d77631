"""Marks that change places within one cell move no row, and change nothing outside the reviews they stand in."""

from __future__ import annotations

import re
import zipfile
import zlib
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lantoa.reviews.models import Mark, Review
from lantoa.reviews.tests import stories
from tests.access import Row
from tests.architecture.test_access import _undone, doors
from tests.cast import ROLES, build

# What is drawn anew each time a page or file is made: keys of forms, of drafts, of the page's own scripts, the second.
DRAWN = re.compile(r"\.?[\w=+/-]{22,}|:\w{6}:|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?")
# Of the addresses that need no key every twelfth is opened by these each time; all of them by everybody when told deep.
FEW, EACH = ("secretary", "committee"), 6


# A page that draws another secret at each opening; and the file in which she takes her own review with her.
BESIDES = {"people:second_key", "personal_data:download"}


def outside(door: Any) -> list[Row]:
    found = [row for row in door.TABLE if row.method == "GET" and row.name not in BESIDES]
    return [row for row in found if not row.name.startswith("reviews:")]


def a_few() -> list[Row]:
    open_ones = [row for door in doors() for row in outside(door) if row.args is None]
    return [row for row in open_ones if zlib.crc32(row.name.encode()) % EACH == 0]


def rated(cast: Any) -> list[Review]:
    """The cell has looked back on its year: everybody bears other marks, and another rating."""
    period = stories.shown(cast)
    stories.all_heard(cast, period)
    found = [stories.of(period, who) for who in (cast.secretary, cast.member, cast.colleague)]
    for review, rating in zip(found, ("good", "done", "not"), strict=True):
        stories.rated(review, cast.committee, rating)
    for number, mark in enumerate(Mark.objects.filter(review__in=found).order_by("pk")):
        Mark.objects.filter(pk=mark.pk).update(total=Decimal(50 + 7 * number))
    return found


def change_places(found: list[Review]) -> None:
    totals = list(Mark.objects.filter(review__in=found).order_by("pk").values_list("pk", "total"))
    for (key, _mine), (_other, total) in zip(totals, totals[1:] + totals[:1], strict=True):
        Mark.objects.filter(pk=key).update(total=total)
    for review, rating in zip(found, ("done", "not", "good"), strict=True):
        Review.objects.filter(pk=review.pk).update(rating=rating)


def told_by(answer: Any) -> str:
    """The words of a page or file without what is drawn anew; of a picture that it is one."""
    kind = answer.headers.get("Content-Type", "")
    return kind if kind.startswith("image/") else DRAWN.sub("", unpacked(answer))


def unpacked(answer: Any) -> str:
    """What it says, also of the papers within a packed dossier."""
    if answer.status_code != 200:
        return ""
    return all_of(b"".join(answer.streaming_content) if answer.streaming else answer.content)


def all_of(content: bytes) -> str:
    if not content.startswith(b"PK"):
        return content.decode(errors="replace")
    with zipfile.ZipFile(BytesIO(content)) as packed:
        return " ".join(f"{name} {all_of(packed.read(name))}" for name in packed.namelist())


def read(clients: dict[str, Client], rows: list[Row], cast: Any) -> dict[tuple[str, str], str]:
    """What each sees at each address, as if she opened that one alone."""
    shown = {}
    for turn, row in enumerate(rows):
        readers = list(clients) if len(clients) > len(FEW) else [FEW[turn % len(FEW)]]
        for who in readers:
            with _undone():
                answer = clients[who].get(reverse(row.name, args=row.args(cast) if row.args else []))
                shown[who, row.name] = f"{answer.status_code} {told_by(answer)}"
    return shown


def must_stay(cast: Any, rows: list[Row], roles: tuple[str, ...]) -> None:
    found = rated(cast)
    clients = {who: cast.client(who) for who in roles}
    before = read(clients, rows, cast)
    change_places(found)
    after = read(clients, rows, cast)
    assert [key for key in before if before[key] != after[key]] == []
    assert sum(page.startswith("200") for page in before.values()) > len(rows) // 2


def test_no_page_outside_the_reviews_changes(cast, settings):
    settings.THROTTLE = False
    assert len(a_few()) > 10
    must_stay(cast, a_few(), FEW)


@pytest.mark.deep
@pytest.mark.django_db
@pytest.mark.parametrize("door", doors(), ids=lambda door: door.__name__.split(".")[1])
def test_no_page_of_any_room_changes_for_anybody(door, settings):
    settings.THROTTLE = False
    rows = outside(door)
    if not rows:
        return
    with _undone():
        cast = build()
        if hasattr(door, "prepare"):
            door.prepare(cast)
        must_stay(cast, rows, tuple(ROLES))
