"""What must stand before a list can come in: a campaign to give to, a year to register for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from lantoa.outreach import actions as outreach
from lantoa.programme import actions as programme
from lantoa.study import actions as study


def _a_campaign(cast):
    outreach.launch_campaign(
        name="Địa chỉ nhân đạo", unit=cast.cell, starts=dt.date(2026, 1, 1), by=cast.secretary
    )


def _a_movement(cast):
    programme.launch_movement(
        name="Dân vận khéo",
        level="unit",
        unit=cast.commune,
        starts=dt.date(2026, 1, 5),
        by=cast.committee,
    )


def _a_prize(cast):
    outreach.open_prize(
        unit=cast.cell,
        name="Giải của trường",
        round="năm 2026",
        level="grassroots",
        fields="Báo chí\nVăn học",
        starts=dt.date(2026, 1, 1),
        by=cast.secretary,
    )


def _a_class(cast):
    study.record_class(
        unit=cast.commune,
        topic="Hội nghị của xã",
        level="grassroots",
        held_on=dt.date(2026, 10, 5),
        party_summoned=40,
        party_attended=38,
        by=cast.committee,
    )


SETTINGS: dict[str, Callable[..., None]] = {
    "donations": _a_campaign,
    "participations": _a_movement,
    "prize_works": _a_prize,
    "study_units": _a_class,
}


@pytest.fixture
def setting(cast) -> Callable[[str], None]:
    """Prepare the world for one kind of list."""

    def prepare(code: str) -> None:
        if code in SETTINGS:
            SETTINGS[code](cast)

    return prepare
