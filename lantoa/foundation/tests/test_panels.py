"""Upper rooms stand on lower pages by their address; the lower page knows none of them."""

import pytest

from lantoa.foundation.gathering import gather
from lantoa.foundation.panels import Link, offered


def test_an_unknown_door_is_no_door():
    with pytest.raises(LookupError, match="no door"):
        gather("doorbell")


def test_a_panel_takes_the_thing_of_the_page_as_argument_or_as_question(db):
    assert Link("a:b", "organisation:unit", "Đơn vị").url("x1") == "/to-chuc/x1/"
    assert Link("a:b", "organisation:tree", "Cây", asked="don-vi").url("x 1") == "/to-chuc/?don-vi=x+1"


def test_every_panel_stands_on_a_page_of_a_lower_room():
    from django.conf import settings

    for room in gather("panels"):
        own = settings.ROOMS.index(room.__name__.split(".")[1])
        for panel in getattr(room, "LINKS", ()):
            place = settings.ROOMS.index(panel.place.split(":")[0])
            assert place < own or panel.place.startswith("portal:"), panel


def test_the_page_of_a_unit_offers_what_the_reader_may_open(cast):
    shown = cast.client("secretary").get(f"/to-chuc/{cast.cell.code}/").content.decode()
    assert f"/tong-quan/?don-vi={cast.cell.code}" in shown
    kept = cast.client("administrator").get(f"/to-chuc/{cast.cell.code}/").content.decode()
    assert "/tong-quan/" not in kept


def test_a_panel_followed_as_a_link_is_a_page_and_fetched_a_fragment(cast):
    browser = cast.client("secretary")
    address = offered("portal:todo")[0].url()
    assert "<h1>" in browser.get(address).content.decode()
    assert "<html" not in browser.get(address, headers={"HX-Request": "true"}).content.decode()
