"""What people type in boxes is read the way people here write."""

import datetime as dt

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from lantoa.foundation.fields import CleanField, DayField, WholeField


class Paper(forms.Form):
    day = DayField(label="Ngày")
    people = WholeField(label="Số người", required=False, most=5000)
    note = CleanField(label="Ghi chú", required=False, rows=3, max_length=20)


@pytest.mark.parametrize("typed", ["2/9/27", "02-09-2027", "02092027", "2027-09-02", " 2.9.2027 "])
def test_one_day_typed_in_five_ways(typed):
    form = Paper({"day": typed})
    assert form.is_valid() and form.cleaned_data["day"] == dt.date(2027, 9, 2)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("31/02/2026", "không có thật"), ("hôm qua", "Không đọc được ngày"), ("", "bắt buộc")],
)
def test_a_day_that_is_none_says_what_to_do(typed, said):
    form = Paper({"day": typed})
    assert not form.is_valid()
    assert said in str(form.errors["day"])
    assert f'value="{typed}"' in str(form["day"]) or not typed


def test_a_day_is_shown_as_people_write_it():
    assert 'value="02/09/2027"' in str(Paper(initial={"day": dt.date(2027, 9, 2)})["day"])
    assert not DayField().has_changed(dt.date(2027, 9, 2), "2/9/27")
    assert DayField().has_changed(dt.date(2027, 9, 2), "mai")


@given(st.integers(0, 2_000_000_000))
def test_a_number_shown_is_read_back(number):
    field = WholeField()
    assert field.clean(field.prepare_value(number)) == number


@pytest.mark.parametrize(
    ("typed", "said"),
    [("1,5", "số nguyên"), ("-3", "số nguyên"), ("1,234.5", "Không đọc được số"), ("5.001", "Nhiều nhất")],
)
def test_a_number_that_cannot_be_is_asked_about(typed, said):
    form = Paper({"day": "1/1/2026", "people": typed})
    assert not form.is_valid() and said in str(form.errors["people"])


def test_an_empty_number_is_none_and_text_is_cleaned():
    form = Paper({"day": "1/1/2026", "people": " ", "note": "\u200bHo\u0300a  "})
    assert form.is_valid()
    assert form.cleaned_data["people"] is None and form.cleaned_data["note"] == "Hòa"
    assert "<textarea" in str(form["note"])
