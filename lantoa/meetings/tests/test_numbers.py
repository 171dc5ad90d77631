"""Thirteen quarterly meetings and thirty-nine monthly topics: two series that never add up."""

import datetime as dt
import importlib

import pytest
from django.apps import apps
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.figures import counting
from lantoa.foundation.dates import Period, next_month
from lantoa.meetings import actions
from lantoa.meetings.models import Meeting
from tests.examples import examples

pytestmark = pytest.mark.django_db
SINCE_2021 = Period.parse("2021-01-01..2024-03-31")
START = dt.date(2021, 1, 1)


def hold(cast, day, kind="regular", unit=None, **fields):
    fields = {"members": 10, "present": 9} | fields
    return actions.record_meeting(unit=unit or cast.cell, by=cast.system, kind=kind, held_on=day, **fields)


def ask(code, unit, period=SINCE_2021, **more):
    return counting.figure(f"meetings.{code}", unit=unit, period=period, **more)


def first_monday(month):
    return month + dt.timedelta(days=(7 - month.weekday()) % 7)


def test_thirteen_quarters_and_thirty_nine_months(cast):
    """C06 and C07: from quarter I/2021 to quarter I/2024, from 01/2021 to 03/2024."""
    for quarter in range(13):
        hold(cast, next_month(START, quarter * 3).replace(day=20), "thematic", topic=f"Quý {quarter}")
    for month in range(39):
        day = first_monday(next_month(START, month))
        hold(cast, day, "flag", topic=f"Chuyên đề tháng {month}", present=30)
    assert ask("thematic", cast.province).show() == "13 buổi"
    assert ask("flag_topics", cast.province).show() == "39 chuyên đề"
    assert ask("flag", cast.province).show() == "39 buổi"
    assert ask("regular", cast.province).show() == "0 buổi"
    first, last = Period.parse("2021-Q1"), Period.parse("2024-Q1")
    assert ask("thematic", cast.province, first).value == ask("thematic", cast.province, last).value == 1


def test_a_topic_spoken_of_on_four_mondays_is_one_topic(cast):
    for day in (6, 13, 20, 27):
        hold(cast, dt.date(2023, 3, day), "flag", topic="Tiết kiệm", present=30)
    hold(cast, dt.date(2023, 3, 6), "flag", unit=cast.other_cell, topic="Tiết kiệm", present=30)
    hold(cast, dt.date(2023, 4, 3), "flag", present=30, story="Một câu chuyện, không có chuyên đề")
    assert ask("flag", cast.province).value == 6
    assert ask("flag_topics", cast.province).value == 2
    # It was first spoken of in March: April adds nothing.
    hold(cast, dt.date(2023, 4, 10), "flag", topic="Tiết kiệm", present=30)
    assert ask("flag_topics", cast.province, Period.parse("2023-04")).value == 0


def test_a_regular_meeting_with_a_thematic_part_is_in_both_lists_and_once_in_each(cast):
    hold(cast, dt.date(2023, 3, 3), combined=True, topic="Nêu gương")
    assert ask("regular", cast.province).value == ask("thematic", cast.province).value == 1
    assert ask("attendance", cast.province).show() == "9/10 lượt"


def test_attendance_is_of_members_meetings_only(cast):
    hold(cast, dt.date(2023, 3, 3), members=18, present=16)
    hold(cast, dt.date(2023, 3, 6), "flag", present=99)
    hold(cast, dt.date(2023, 3, 1), "board", members=3, present=3)
    share = ask("attendance", cast.province)
    assert share.numerator < share.denominator
    assert share.show() == f"{Meeting.objects.regular().get().ratio} lượt"


def test_cells_that_met_and_committees_that_salute_the_flag(cast):
    hold(cast, dt.date(2023, 3, 3))
    assert ask("cells_met", cast.province, Period.parse("2023-03")).show() == "1/3 chi bộ"
    assert ask("superiors_with_flag", cast.province).show() == "0/0 đơn vị"


def test_every_number_opens_for_who_may_read_it(cast):
    hold(cast, dt.date(2023, 3, 3), "thematic", topic="Nêu gương")
    for code in ("thematic", "present", "attendance", "cells_met", "flag_topics"):
        assert cast.client("officer").get(ask(code, cast.province).url).status_code == 200
    assert "Nêu gương" in cast.client("officer").get(ask("thematic", cast.province).url).content.decode()


meetings = st.tuples(
    st.sampled_from(["cell", "other_cell", "far_cell"]),
    st.sampled_from(["regular", "thematic", "flag"]),
    st.dates(dt.date(2024, 1, 1), dt.date(2026, 11, 16)),
    st.sampled_from(["", "Nêu gương", "Tiết kiệm"]),
)


@settings(
    max_examples=examples(10), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(meetings, max_size=9, unique_by=lambda row: row[:3]))
def test_each_series_adds_up_over_units_and_months_by_itself(cast, rows):
    Meeting.objects.all().delete()
    for unit, kind, day, topic in rows:
        hold(cast, day, kind, unit=getattr(cast, unit), topic=topic or ("x" if kind == "thematic" else ""))
    whole = Period.parse("2024-01-01..2026-12-31")
    months = [Period.months(2024 + n // 12, n % 12 + 1, 1) for n in range(36)]
    for code, kind in (("regular", "regular"), ("thematic", "thematic"), ("flag", "flag")):
        total = ask(code, cast.province, whole).exact
        assert total == sum(row[1] == kind for row in rows)
        assert total == ask(code, cast.commune, whole).exact + ask(code, cast.far, whole).exact
    topics = {(unit, topic) for unit, kind, _day, topic in rows if kind == "flag" and topic}
    assert ask("flag_topics", cast.province, whole).exact == len(topics)
    assert sum(ask("flag_topics", cast.province, month).exact for month in months) == len(topics)


def test_a_meeting_whose_attendance_is_not_known_is_a_meeting_and_lowers_no_share(cast):
    hold(cast, dt.date(2023, 3, 3), members=18, present=16)
    hold(cast, dt.date(2023, 4, 3), members=18, present=None)
    assert ask("regular", cast.province).value == 2
    assert ask("attendance", cast.province).show() == "16/18 lượt"


def test_zeros_that_nobody_meant_become_unknown_and_meant_ones_stay(cast):
    made, meant = hold(cast, dt.date(2023, 3, 3)), hold(cast, dt.date(2023, 4, 3))
    Meeting.objects.filter(pk=made.pk).update(present=0, members=0, opinions=0)
    Meeting.objects.filter(pk=meant.pk).update(present=0, opinions=3)
    move = importlib.import_module("lantoa.meetings.migrations.0002_unknown_attendance_is_not_zero")
    move.forget_what_nobody_said(apps, None)
    assert [(m.present, m.opinions) for m in Meeting.objects.order_by("held_on")] == [(None, None), (0, 3)]
