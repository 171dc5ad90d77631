"""Dates as typed, printed and asked about; periods are half-open."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.foundation.dates import Period, read_date, read_year, recent, show_date, show_long, show_weekday
from lantoa.foundation.errors import BadInput


@pytest.mark.parametrize(
    "typed", ["2/9/2027", "02-09-2027", "02092027", "2/9/27", "2027-09-02", " 2.9.2027 "]
)
def test_the_ways_people_type_a_date(typed):
    assert read_date(typed) == dt.date(2027, 9, 2)


def test_a_day_that_does_not_exist_is_named():
    with pytest.raises(BadInput, match="30/02/2027 không có thật"):
        read_date("30/02/2027")


def test_what_is_no_date_gets_an_example():
    with pytest.raises(BadInput, match="ví dụ 02/09/2027") as refused:
        read_date("cuối năm", "due")
    assert refused.value.field == "due"


def test_printed_dates_take_leading_zeros_where_the_rule_asks():
    assert show_long(dt.date(2026, 11, 16)) == "ngày 16 tháng 11 năm 2026"
    assert show_long(dt.date(2026, 2, 3)) == "ngày 03 tháng 02 năm 2026"
    assert show_long(dt.date(2026, 3, 3)) == "ngày 03 tháng 3 năm 2026"
    assert show_weekday(dt.date(2026, 11, 16)) == "thứ Hai, 16/11/2026"
    assert show_date(None) == ""


@pytest.mark.parametrize(
    ("code", "label", "last"),
    [
        ("2026", "năm 2026", dt.date(2026, 12, 31)),
        ("2026-H1", "6 tháng đầu năm 2026", dt.date(2026, 6, 30)),
        ("2026-H2", "6 tháng cuối năm 2026", dt.date(2026, 12, 31)),
        ("2026-Q3", "quý III/2026", dt.date(2026, 9, 30)),
        ("2026-10", "tháng 10/2026", dt.date(2026, 10, 31)),
        ("2021-01-01..2024-03-13", "từ 01/01/2021 đến 13/03/2024", dt.date(2024, 3, 13)),
    ],
)
def test_a_period_is_written_said_and_ends(code, label, last):
    period = Period.parse(code)
    assert (period.code, period.label, period.last_day) == (code, label, last)
    assert period.contains(last) and not period.contains(period.ends)


@pytest.mark.parametrize(
    "text", ["", "2026-Q5", "2026-13", "năm nay", "2024-01-01..2023-01-01", "2026-02-30..2026-03-01"]
)
def test_a_period_that_cannot_be_read_is_refused_in_words(text):
    with pytest.raises(BadInput):
        Period.parse(text)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2089, 12, 31)), st.integers(1, 4000))
def test_every_period_reads_back_from_its_code(starts, days):
    period = Period(starts, starts + dt.timedelta(days=days))
    assert Period.parse(period.code) == period


@given(st.dates(dt.date(1950, 1, 1), dt.date(2089, 12, 31)))
def test_every_date_reads_back_as_shown(day):
    assert read_date(show_date(day)) == day


def test_the_periods_people_ask_a_list_for():
    told = [period.label for period in recent(dt.date(2026, 5, 20), years=3)]
    assert told == ["năm 2026", "6 tháng đầu năm 2026", "quý II/2026", "quý I/2026", "năm 2025", "năm 2024"]


@pytest.mark.parametrize("typed", ["31/12/9999", "1/1/1899", "2/9/0000", "1/1/2206", "٣/1/2026", "1" * 5000])
def test_a_day_outside_the_calendar_of_the_programme_is_refused(typed):
    with pytest.raises(BadInput):
        read_date(typed)


@pytest.mark.parametrize("asked", ["0000", "9999", "10000", "²026", "", "2026 "])
def test_a_year_of_an_address_is_within_reason_or_the_usual_one(asked):
    assert read_year(asked, default=2026) == 2026
    with pytest.raises(BadInput):
        Period.parse(asked if asked != "2026 " else "0000-01")
