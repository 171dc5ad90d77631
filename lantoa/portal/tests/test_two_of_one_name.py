"""Two people of one name, born in one year, are told apart wherever one of them is chosen or listed."""

from __future__ import annotations

import datetime as dt

import pytest

from lantoa.people.models import Person
from tests.cast import Cast, person

PAGES = ["/nguoi/", "/dang-ky/ghi-ho/", "/sinh-hoat/ghi/", "/han-che/moi/"]


@pytest.fixture
def namesakes(cast: Cast) -> list[Person]:
    """Two in the secretary's cell."""
    two = [person("Đỗ Thị Hương", cast.cell), person("Đỗ Thị Hương", cast.cell)]
    for day, one in enumerate(two, 8):
        Person.objects.filter(pk=one.pk).update(born_on=dt.date(1961, 3, day), card_number=f"00{day}")
    return two


@pytest.mark.parametrize("page", PAGES)
def test_a_list_says_which_of_the_two(cast, namesakes, page):
    said = cast.client("secretary").get(page).content.decode()
    assert said.count("Đỗ Thị Hương") >= 2
    assert "08/03/1961" in said and "09/03/1961" in said
