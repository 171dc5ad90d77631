"""What an address asks of a list."""

import datetime as dt

import pytest
from django.test import RequestFactory

from lantoa.foundation import pages
from lantoa.foundation.dates import Period
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.filters import asked_period, chosen, period_choices

TODAY = dt.date(2026, 11, 16)


def address(query):
    return RequestFactory().get(f"/?{query}")


def test_no_period_is_all_time_and_a_wrong_one_is_said():
    assert asked_period(address("")) is None
    assert asked_period(address("ky=2026-Q3")) == Period.parse("2026-Q3")
    with pytest.raises(BadInput, match="Không hiểu kỳ"):
        asked_period(address("ky=quý+ba"))


def test_the_way_back_drops_the_filter_that_could_not_be_read_and_keeps_the_others():
    def told(query, refusal, status=400):
        return pages.refused(address(query), refusal, status).content.decode()

    with pytest.raises(BadInput) as unread:
        asked_period(address("don-vi=AP&ky=abc"))
    assert 'href="/?don-vi=AP"' in told("don-vi=AP&ky=abc", unread.value)
    assert "bỏ mọi điều kiện" in told("thang=abc", BadInput("Không hiểu."))
    assert "Mở lại trang" not in told("ky=2026", NotAllowed("Không có quyền."), 403) + told("", unread.value)


def test_a_period_from_elsewhere_stays_in_the_list():
    asked = period_choices(address("ky=2021-01-01..2024-03-13"), TODAY)
    assert asked[0] == ("2026", "năm 2026", False)
    assert asked[-1] == ("2021-01-01..2024-03-13", "từ 01/01/2021 đến 13/03/2024", True)


def test_a_filter_that_is_none_of_the_values_is_ignored():
    assert chosen(address("loai=house"), "loai", ["house"]) == "house"
    assert chosen(address("loai=%00"), "loai", ["house"]) == ""
