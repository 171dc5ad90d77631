"""A term of a committee is opened by who may, in reach."""

import datetime as dt
from dataclasses import replace

import pytest

from lantoa.documents import actions
from lantoa.foundation.errors import NotAllowed


def test_opening_a_term_asks_for_the_right(cast):
    powerless = replace(cast.committee, permissions=frozenset())
    for nobody in (powerless, cast.far_secretary):
        with pytest.raises(NotAllowed):
            actions.open_term(unit=cast.commune, name="XX", starts=dt.date(2025, 8, 1), by=nobody)
