"""What every drawing is made of: places on a scale, a line through them, dots in proportion."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from lantoa.foundation.drawing import dots, path, scale, stretches


def test_a_scale_runs_from_its_low_to_its_high_and_upside_down_too():
    down = scale(Decimal(0), Decimal(200), 246, 22)
    assert (down(Decimal(0)), down(Decimal(100)), down(Decimal(200))) == (246, 134, 22)


def test_a_line_begins_with_a_move():
    assert path([("46.0", "22.0"), ("50.0", "9.5")]) == "M46.0 22.0 L50.0 9.5" and path([]) == ""


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_who_stopped_is_never_left_out_of_the_dots(running, stopped):
    drawn = dots(running, stopped).dots
    assert len(drawn) == min(running + stopped, 45)
    assert any(dot.css == "pt0" for dot in drawn) == bool(stopped)


def test_a_bar_leaves_out_what_is_none_and_fills_its_width():
    kept, dropped = stretches(3, 0, 1)
    assert (kept.css, dropped.css, kept.width + dropped.width) == ("kept", "dropped", 300)
