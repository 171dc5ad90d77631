"""A list that may be as long as the country: counted so far, opened to its end."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from lantoa.foundation.models import Event
from lantoa.foundation.pages import paginate
from lantoa.foundation.paging import Pages
from tests.reading import as_a_browser

DAY = dt.date(2026, 11, 16)


@pytest.fixture
def events(db):
    Event.objects.bulk_create(Event(verb="tried", on=DAY, subject_label=str(n)) for n in range(13))
    return Event.objects.filter(verb="tried").order_by("pk")


def shown(page) -> str:
    page_of = render_to_string("foundation/pager.html", {"page": page}, RequestFactory().get("/"))
    return " ".join(as_a_browser(page_of).split())


def labels(page) -> list[str]:
    return [one.subject_label for one in page]


def test_a_short_list_says_how_many_pages_there_are(events):
    page = Pages(events, 5).get_page(3)
    assert "Trang 3 trên 3, có 13 dòng" in shown(page) and labels(page) == ["10", "11", "12"]


def test_a_long_one_says_that_there_are_more_and_opens_to_its_end(events):
    pages = Pages(events, 5, most=9)
    assert pages.said == "hơn 9"
    assert "Trang 1, có hơn 9 dòng" in shown(pages.get_page(1))
    last = pages.get_page(3)
    assert labels(last) == ["10", "11", "12"] and "Trang sau" not in shown(last)
    assert "trang=2" in shown(last) and "trang=3" in shown(pages.get_page(2))


def test_a_page_behind_the_end_shows_the_nearest_that_was_counted(events):
    assert Pages(events, 5, most=9).get_page(400).number == 2
    assert Pages(events, 5).get_page(400).number == 3


def test_counting_stops_where_nobody_reads_on(events, django_assert_num_queries):
    with django_assert_num_queries(1) as asked:
        assert Pages(events, 5, most=9).count == 9
    assert "LIMIT 10" in asked.captured_queries[0]["sql"]


def test_what_is_said_of_a_thing_is_asked_for_the_rows_of_the_page_alone(events, django_assert_num_queries):
    pages = Pages(events.reverse(), 5, shown=Event.objects.only("subject_label"))
    with django_assert_num_queries(2):
        assert labels(pages.get_page(2)) == ["7", "6", "5", "4", "3"]


def test_rows_that_are_at_hand_are_all_counted():
    pages = Pages(list(range(30)), 5, most=9)
    assert pages.said == "30" and pages.get_page(6).object_list == [25, 26, 27, 28, 29]


def opened(things, **asked):
    return paginate(RequestFactory().get("/", asked), things, per=5)


def test_the_next_page_begins_after_the_row_that_was_read_last(events):
    first = opened(events)
    fewer = events.exclude(subject_label="1")  # by its number the next page would now leave one out
    second = opened(fewer, trang=2, sau=first.last_key)
    assert labels(second) == ["5", "6", "7", "8", "9"] and "Trang 2" in shown(second)
    third = opened(events, trang=3, sau=second.last_key)
    assert labels(third) == ["10", "11", "12"] and not third.has_next()
    assert labels(opened(events, trang=2, truoc=third.first_key)) == labels(second)


def test_where_nothing_is_left_before_a_row_the_page_opens_by_its_number(events):
    tenth = events.get(subject_label="10")
    left = events.filter(pk__gte=tenth.pk)
    assert labels(opened(left, trang=2, truoc=tenth.pk)) == ["10", "11", "12"]


def test_downwards_and_by_two_columns_too(events):
    ordered = events.order_by("-on", "-pk")
    second = opened(ordered, trang=2, sau=opened(ordered).last_key)
    assert labels(second) == ["7", "6", "5", "4", "3"]


def test_a_row_that_is_not_in_the_list_opens_the_page_by_its_number(events):
    foreign = Event.objects.create(verb="other", on=DAY, subject_label="x")
    assert labels(opened(events, trang=2, sau=foreign.pk)) == ["5", "6", "7", "8", "9"]


def test_a_deep_page_leaves_out_no_rows_by_counting_them(events):
    with CaptureQueriesContext(connection) as asked:
        list(opened(events, trang=2, sau=opened(events).last_key))
    assert not [one["sql"] for one in asked if "OFFSET" in one["sql"]]
