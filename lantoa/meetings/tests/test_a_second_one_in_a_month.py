"""A cell meets regularly once a month; a second meeting is asked about before it is written."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.foundation.errors import Doubt
from lantoa.foundation.tests.asked import at_a_form
from lantoa.meetings import actions


def record(cast, day):
    return actions.record_meeting(
        unit=cast.cell, kind="regular", held_on=dt.date(2026, 10, day), by=cast.secretary
    )


def test_a_second_regular_meeting_in_a_month_is_asked_about(cast):
    record(cast, 3)
    with at_a_form(), pytest.raises(Doubt, match="Tháng 10/2026 đã ghi"):
        record(cast, 17)
    with at_a_form(sure=True):
        assert record(cast, 17).pk
