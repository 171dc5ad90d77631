"""What another unit has asked for, said or worded is changed by nobody who does not reach that unit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.urls import reverse

from lantoa.figures import actions
from lantoa.figures.tests.test_indicators_without_code import YEAR, keep
from lantoa.foundation.errors import NotAllowed
from lantoa.foundation.models import Event

ARTICLES = "outreach.articles"


def _declared(cast):
    return actions.declare(
        keep(cast), unit=cast.far_cell, period=YEAR, kind="number", value=Decimal(3), by=cast.far_secretary
    )


def _nothing(cast):
    return actions.say_nothing(ARTICLES, unit=cast.far_cell, period=YEAR, by=cast.far_secretary)


def _rounded(cast, by):
    return actions.say_rounded(ARTICLES, unit=cast.province, step=Decimal(10), by=by)


@pytest.mark.parametrize(
    ("prepare", "act"),
    [
        (None, lambda cast, _none: actions.switch_on("land.area", unit=cast.province, by=cast.secretary)),
        (None, lambda cast, _none: actions.count_besides(ARTICLES, unit=cast.province, by=cast.secretary)),
        (keep, lambda cast, kept: actions.stop_indicator(kept, by=cast.secretary)),
        (keep, lambda cast, kept: actions.resume_indicator(kept, by=cast.secretary)),
        (_declared, lambda cast, declared: actions.withdraw(declared, by=cast.secretary)),
        (_nothing, lambda cast, said: actions.take_back_nothing(said, by=cast.secretary)),
        (None, lambda cast, _none: _rounded(cast, cast.secretary)),
        (
            lambda cast: _rounded(cast, cast.officer),
            lambda cast, rounding: actions.say_exactly(rounding, by=cast.secretary),
        ),
    ],
    ids=["switch on", "count besides", "stop", "resume", "withdraw", "take back", "round", "say exactly"],
)
def test_a_cell_changes_nothing_of_a_unit_out_of_reach(cast, prepare, act):
    thing = prepare(cast) if prepare else None
    before = Event.objects.count()
    with pytest.raises(NotAllowed):
        act(cast, thing)
    assert Event.objects.count() == before


@pytest.mark.parametrize(
    ("address", "prepare"),
    [
        ("indicator_stop", keep),
        ("indicator_resume", keep),
        ("take_back_nothing", _nothing),
        ("say_exactly", lambda cast: _rounded(cast, cast.officer)),
    ],
)
def test_for_a_cell_what_a_unit_out_of_reach_keeps_is_not_there(cast, address, prepare):
    thing = prepare(cast)
    answer = cast.client("secretary").post(reverse(f"figures:{address}", args=[thing.pk]))
    assert answer.status_code == 404 and type(thing).objects.get() == thing
