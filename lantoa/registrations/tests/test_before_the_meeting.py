"""Three days before the cell meets each is asked how far her work has come; the secretary sees who is silent."""

import datetime as dt
from dataclasses import replace

import pytest

from lantoa.foundation.agenda import REVIEW, brought_to
from lantoa.meetings import actions as meetings
from lantoa.registrations import todo
from lantoa.registrations.tests import papers

pytestmark = pytest.mark.django_db
MEETS_ON = dt.date(2026, 12, 3)


@pytest.fixture
def approved(cast):
    """What the member undertook for this year was agreed to."""
    return papers.approved(cast.member, cast.secretary, year=2026)


@pytest.fixture
def asked(cast, approved):
    """The cell has registered its meeting of December."""
    meetings.appoint(unit=cast.cell, kind="regular", held_on=MEETS_ON, by=cast.secretary)
    return cast


def questions(actor, on):
    return [one for one in todo.items(replace(actor, on=on)) if one.title.startswith("Trước buổi họp")]


def test_with_her_own_sentence_above_it(asked, approved):
    (one,) = questions(asked.member, dt.date(2026, 11, 30))
    assert one.note == f"“{approved.first_task.what}”" and one.due == MEETS_ON
    assert one.url.endswith("/ket-qua/")


@pytest.mark.parametrize("day", [dt.date(2026, 11, 29), dt.date(2026, 12, 4)])
def test_neither_earlier_nor_afterwards(asked, day):
    assert questions(asked.member, day) == []


def test_who_keeps_silent_is_named_to_the_secretary_alone(asked, approved):
    later = dt.date(2027, 3, 1)
    type(approved).objects.filter(pk=approved.pk).update(year=later.year)
    (point,) = [
        one
        for one in brought_to(asked.cell, replace(asked.secretary, on=later), later)
        if one.part == REVIEW and one.words.startswith("Cần hỏi")
    ]
    assert approved.owner_name in point.words
    assert not [
        one
        for one in brought_to(asked.cell, replace(asked.member, on=later), later)
        if "Cần hỏi" in one.words
    ]


def test_the_panel_is_for_who_judges(asked):
    assert asked.client("secretary").get("/dang-ky/chua-ghi/").status_code == 200
    assert asked.client("member").get("/dang-ky/chua-ghi/").status_code == 403
