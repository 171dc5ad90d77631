"""The unit and the year that an address names."""

from __future__ import annotations

import pytest
from django.http import Http404
from django.test import RequestFactory

from lantoa.people.addresses import asked_unit, asked_year


def asks(actor, query: str):
    request = RequestFactory().get(f"/?{query}")
    request.actor = actor
    return request


def test_without_a_name_it_is_ones_own(cast):
    assert asked_unit(asks(cast.secretary, "")) == cast.cell
    assert asked_unit(asks(cast.secretary, f"don-vi={cast.cell.code}")) == cast.cell


def test_a_unit_below_is_found_and_one_beside_is_not(cast):
    assert asked_unit(asks(cast.committee, f"don-vi={cast.cell.code}")) == cast.cell
    with pytest.raises(Http404):
        asked_unit(asks(cast.secretary, f"don-vi={cast.other_cell.code}"))


@pytest.mark.parametrize("typed", ["", "hai nghìn", "20266", "²026", "0000"])
def test_a_year_that_cannot_be_read_is_this_year(cast, typed):
    assert asked_year(asks(cast.secretary, f"nam={typed}")) == cast.today.year


def test_a_year_that_can_be_read_is_that_year(cast):
    assert asked_year(asks(cast.secretary, "nam=2024")) == 2024
