"""Where units stand is seen in reach by who may view it, and corrected by who reaches the unit."""

from dataclasses import replace

import pytest

from lantoa.foundation.errors import NotAllowed
from lantoa.organisation import actions
from lantoa.organisation.models import Placement

pytestmark = pytest.mark.django_db


def test_places_are_seen_by_right_and_reach(cast):
    seen = Placement.objects.visible_to(cast.secretary)
    assert {one.unit_id for one in seen} == {cast.cell.pk}
    assert not Placement.objects.visible_to(replace(cast.secretary, permissions=frozenset())).exists()


def test_a_unit_is_corrected_by_who_reaches_it(cast):
    elsewhere = replace(cast.administrator, unit=cast.far)
    with pytest.raises(NotAllowed):
        actions.correct(cast.cell, by=elsewhere, short_name="CB Hòa Bình")
