"""What may be told is entered by who keeps readings in the unit, and read by who may view them."""

from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.foundation.errors import NotAllowed
from lantoa.readings import actions
from lantoa.readings.models import Reading
from lantoa.readings.tests.access import prepare

pytestmark = pytest.mark.django_db


def test_entering_asks_for_the_right_and_the_reach_and_reading_for_the_right(cast):
    prepare(cast)
    powerless = replace(cast.officer, permissions=frozenset())
    for nobody in (powerless, replace(cast.officer, unit=cast.far)):
        with pytest.raises(NotAllowed):
            actions.enter(unit=cast.commune, by=nobody, kind="story", title="Chuyện khác", source="Sách")
    assert Reading.objects.visible_to(cast.officer).exists()
    assert not Reading.objects.visible_to(powerless).exists()


def test_what_another_commune_entered_is_on_no_list_here(cast):
    told = {"kind": "story", "title": "Chuyện ở Nậm Khao", "source": "Sách của xã"}
    actions.enter(unit=cast.far, by=cast.officer, **told)
    here, there = (
        cast.client(who).get(reverse("readings:index")).content.decode()
        for who in ("secretary", "far_secretary")
    )
    assert told["title"] in there and told["title"] not in here
