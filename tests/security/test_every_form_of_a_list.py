"""Case T06: whoever asks for a list gets exactly what she may see, the same on the page, in the print, in the workbook,
in the list that goes out and in the search.

What she may see is said here once more in plain words, by where things lie and how far a post reaches, and asks nothing
of the rooms' own `visible_to`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from django.test import Client

from lantoa.outreach import actions as outreach
from lantoa.people.actors import Actor
from lantoa.practices import actions as practices
from lantoa.practices.tests.stories import words
from lantoa.registrations.tests import papers
from lantoa.searching import actions as searching
from lantoa.shortcomings.tests import stories
from lantoa.study import actions as study
from tests.cast import ROLES
from tests.security.test_fields import text_of

# One thing in each cell, by whoever keeps it there; its words stand nowhere else.
KEEPERS = {"cell": "secretary", "other_cell": "other_secretary", "far_cell": "far_secretary"}
MARKS = {"cell": "suối Nậm Rốm", "other_cell": "đèo Pha Đin", "far_cell": "hồ Pa Khoang"}
EVERYWHERE = set(MARKS)
OWN = {keeper: {cell} for cell, keeper in KEEPERS.items()}
REACHED = {
    **OWN,
    "committee": {"cell", "other_cell"},
    **dict.fromkeys(("officer", "leader", "inspector"), EVERYWHERE),
}


@dataclass(frozen=True)
class Listed:
    """A list: how one thing comes into it, the address of each form, and which cells' things each role reads there."""

    name: str
    put: Callable[[Actor, str], Any]
    forms: dict[str, str]
    sees: dict[str, set[str]] = field(default_factory=lambda: REACHED)
    marks: dict[str, str] = field(default_factory=lambda: MARKS)


def _register(by: Actor, mark: str) -> None:
    papers.submitted(by, task=replace(papers.TASK, what=f"Ở {mark}: {papers.WHAT}"))


def _learn(by: Actor, mark: str) -> None:
    told = {"topic": f"Chuyên đề {mark}", "level": "cell", "party_summoned": 3, "party_attended": 3}
    study.record_class(unit=by.unit, by=by, held_on=by.on, **told)


def _publish(by: Actor, mark: str) -> None:
    outreach.record_article(
        unit=by.unit, kind="article", title=f"Chuyện ở {mark}", outlet="Báo Sơn Hà", published_on=by.on, by=by
    )


def _practise(by: Actor, mark: str) -> None:
    one = practices.draft(unit=by.unit, by=by, **words(name=f"Sáng đèn {mark}"))
    practices.propose(one, by=by)


def _fall_short(by: Actor, mark: str) -> None:
    stories.of_unit(by, finding=f"Sổ họp ở {mark} ghi chưa đủ ý kiến thảo luận.")


def _live(by: Actor, mark: str) -> None:
    """They live there already."""


LISTS = [
    Listed(
        "registrations",
        _register,
        {
            "page": "/dang-ky/?nam=2027",
            "workbook": "/dang-ky/?nam=2027&xuat=xlsx",
            "goes out": "/xuat/registrations/?don-vi={unit}&nam=2027",
        },
    ),
    Listed(
        "classes",
        _learn,
        {
            "page": "/hoc-tap/?don-vi={unit}",
            "workbook": "/hoc-tap/?don-vi={unit}&xuat=xlsx",
            "goes out": "/xuat/study/?don-vi={unit}",
        },
    ),
    Listed(
        "articles",
        _publish,
        {"page": "/tuyen-truyen/tin-bai/", "workbook": "/tuyen-truyen/tin-bai/?xuat=xlsx"},
        # What is in the newspaper the members of the cell read as well.
        sees=REACHED | {"member": {"cell"}, "former": {"far_cell"}},
    ),
    Listed(
        "one's own practices",
        _practise,
        {
            "page": "/mo-hinh/cua-toi/",
            "workbook": "/mo-hinh/cua-toi/?xuat=xlsx",
        },
        sees=OWN,
    ),
    Listed(
        "shortcomings of units",
        _fall_short,
        {
            "page": "/han-che/?xem=don-vi",
            "print": "/han-che/in/?xem=don-vi",
            "workbook": "/han-che/?xem=don-vi&xuat=xlsx",
            "goes out": "/xuat/shortcomings/?don-vi={unit}",
        },
    ),
    Listed(
        "people",
        _live,
        sees=REACHED | {"administrator": EVERYWHERE},
        forms={
            "page": "/nguoi/",
            "workbook": "/nguoi/?xuat=xlsx",
            "goes out": "/xuat/people/?don-vi={unit}",
            "search": "/tim/?tim={part}",
        },
        marks={"cell": "Bùi Văn Thắng", "other_cell": "Lò Văn Pánh", "far_cell": "Giàng A Sử"},
    ),
]


def read(client: Client, unit: str, address: str, marks: dict[str, str]) -> set[str]:
    """The cells whose things stand in what she gets there; a search is asked for each."""
    said, found = "", set()
    for cell, mark in marks.items():
        if not said or "{part}" in address:
            said = text_of(client.get(address.format(unit=unit, part=mark.rpartition(" ")[0])))
            said = re.sub(r"<[^>]+>", "", said.partition("<main")[2] or said)
        if mark in said:
            found.add(cell)
    return found


@pytest.mark.deep(each=3)
@pytest.mark.django_db
@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.name)
def test_each_form_of_a_list_holds_exactly_what_she_may_see(cast, settings, one):
    settings.THROTTLE = False
    for cell, keeper in KEEPERS.items():
        one.put(getattr(cast, keeper), MARKS[cell])
    searching.catch_up()
    wrong = {}
    for who in ROLES:
        client, unit = cast.client(who), getattr(cast, who).unit
        may = one.sees.get(who, set())
        for form, address in one.forms.items():
            found = read(client, unit.code if unit else "", address, one.marks)
            if found != may:
                wrong[who, form] = (found, may)
    assert wrong == {}
