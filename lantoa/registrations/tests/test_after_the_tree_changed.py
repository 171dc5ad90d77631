"""A unit that moves takes its papers along: they are compared with those of the organisation it now belongs to."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.foundation import heard
from lantoa.organisation import actions as organisation
from lantoa.registrations import tasks
from lantoa.registrations.heard import LIKENESS, POOLS
from lantoa.registrations.tests import papers
from lantoa.upkeep import actions as upkeep
from lantoa.writing.models import IndexedText, Posting

TOMORROW = dt.timedelta(days=1)


def pools():
    assert set(Posting.objects.values_list("pool")) <= set(IndexedText.objects.values_list("pool"))
    return list(IndexedText.objects.order_by("pk").values_list("pool__key", flat=True))


@pytest.fixture
def paper(cast):
    one = papers.submitted(cast.member)
    heard.hear(LIKENESS)
    assert pools() == [f"unit:{cast.commune.pk}"]
    return one


def hear():
    return heard.hear(POOLS)


def test_a_cell_that_moves_today_is_compared_in_its_new_commune_once_the_room_has_heard(cast, paper):
    organisation.move(cast.cell, parent=cast.far, on=cast.today, by=cast.system)
    assert pools() == [f"unit:{cast.commune.pk}"], "the act itself moves nothing above it"
    assert hear() == 1 and pools() == [f"unit:{cast.far.pk}"]
    assert hear() == 0


def test_papers_of_a_cell_that_ended_belong_where_it_is_continued(cast, paper):
    organisation.merge([cast.cell], into=cast.far_cell, on=cast.today, by=cast.system)
    hear()
    assert pools() == [f"unit:{cast.far.pk}"]


def test_what_a_split_hands_out_goes_with_its_new_organisation(cast, paper):
    north, _south = organisation.split(
        cast.commune,
        names=["Đảng bộ xã An Bắc", "Đảng bộ xã An Nam"],
        carrier=1,
        children={cast.cell.pk: 0},
        on=cast.today,
        by=cast.system,
    )
    hear()
    assert pools() == [f"unit:{north.pk}"]


def test_a_decision_for_tomorrow_takes_effect_tomorrow(cast, paper, settings):
    organisation.move(cast.cell, parent=cast.far, on=cast.today + TOMORROW, by=cast.system)
    hear()
    assert pools() == [f"unit:{cast.commune.pk}"]
    night = dt.datetime.fromisoformat(settings.LANTOA_NOW) + TOMORROW
    for moved in ("1 bản", "0 bản"):
        assert moved in tasks.follow_the_tree(night)
    assert pools() == [f"unit:{cast.far.pk}"]


def test_a_change_that_is_taken_back_brings_the_papers_back(cast, paper):
    organisation.move(cast.cell, parent=cast.far, on=cast.today, by=cast.system)
    hear()
    organisation.take_back(cast.cell.reorganisations.latest("pk").pk, by=cast.system)
    hear()
    assert pools() == [f"unit:{cast.commune.pk}"]


def test_the_clock_lets_the_rooms_hear_and_names_who_stands_still(cast, paper, monkeypatch):
    organisation.move(cast.cell, parent=cast.far, on=cast.today, by=cast.system)
    assert "Đã nghe" in upkeep.run_task(heard.TASK).said and pools() == [f"unit:{cast.far.pk}"]

    def broken(event):
        raise RuntimeError

    organisation.move(cast.cell, parent=cast.commune, on=cast.today, by=cast.system)
    stuck = heard.Listener("registrations.pools", "So giống nhau", POOLS.verbs, broken)
    monkeypatch.setattr(heard, "listeners", lambda: (stuck,))
    run = upkeep.run_task(heard.TASK)
    assert run.is_good is False and "“So giống nhau” dừng ở một việc" in run.said
