"""Who learned from whom: generations, folding what cannot be drawn, and the lines it is drawn on."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from lantoa.adoptions import drawing
from lantoa.adoptions.rules.spreading import (
    Place,
    Spot,
    days_until_places,
    drawn,
    most_common,
    pace,
    spread_from,
)

ORIGIN, BEGAN, TODAY = 0, dt.date(2024, 3, 7), dt.date(2026, 11, 16)


def day(many: int) -> dt.date:
    return BEGAN + dt.timedelta(days=many)


def village() -> list[Place]:
    """Khe Sến and TDP 4 saw it themselves; Nà Lùng learned in Khe Sến and stopped; Nà Cóc learned in Nà Lùng."""
    return [
        Place(1, ORIGIN, day(100)),
        Place(2, ORIGIN, day(160)),
        Place(3, 1, day(300), day(360)),
        Place(4, 3, day(340)),
    ]


@st.composite
def chains(draw) -> list[Place]:
    """Up to 300 places, each learned from the origin or from one before it."""
    many = draw(st.integers(0, 300))
    shape = draw(st.sampled_from(["star", "line", "any"]))
    places = []
    for key in range(1, many + 1):
        match shape:
            case "star":
                teacher = ORIGIN
            case "line":
                teacher = key - 1
            case _:
                teacher = draw(st.integers(max(key - 12, 0), key - 1))
        stopped = day(key + 30) if key % 5 == 0 else None
        places.append(Place(key, teacher, day(key), stopped))
    return places


def test_a_generation_is_how_many_hands_it_went_through():
    spread = spread_from(ORIGIN, village(), TODAY)
    assert dict(spread.generation_of) == {0: 0, 1: 1, 2: 1, 3: 2, 4: 3}
    first, second, third = spread.generations()
    assert (first.places, first.stopped, first.running) == (2, 0, 2)
    assert (second.places, second.stopped) == (1, 1)
    assert (second.after_half_a_year.alive, second.after_half_a_year.old_enough) == (0, 1)
    assert (third.number, third.places) == (3, 1)
    assert spread.taught() == {0: 4, 1: 2, 2: 0, 3: 1, 4: 0}


def test_from_a_place_in_the_middle_only_what_it_taught_is_seen():
    spread = spread_from(1, village(), TODAY)
    assert set(spread.places) == {3, 4} and spread.running == 1


def test_a_few_places_are_all_drawn_who_taught_between_those_she_taught():
    spots = drawn(spread_from(ORIGIN, village(), TODAY), 44)
    assert [(spot.key, spot.line, spot.up, spot.is_leaf) for spot in spots] == [
        (0, 1, None, False),
        (1, 0, 0, False),
        (3, 0, 1, False),
        (4, 0, 2, True),
        (2, 2, 0, True),
    ]


def test_thousands_are_folded_into_what_can_be_read():
    star = [Place(key, ORIGIN, day(key % 900)) for key in range(1, 5001)]
    spots = drawn(spread_from(ORIGIN, star, TODAY), 44)
    assert len(spots) == 1 + 24
    assert len(spots[-1].folded) == 5000 - 23
    picture = drawing.tree(spread_from(ORIGIN, star, TODAY), spots, {}, BEGAN)
    assert picture.dots[-1].text == "4.977 nơi nữa"


@given(chains(), st.integers(3, 50))
def test_every_place_is_drawn_or_folded_once_and_the_lines_suffice(places, lines):
    spread = spread_from(ORIGIN, places, TODAY)
    spots = drawn(spread, lines)
    alone = [spot.key for spot in spots if not spot.folded and spot.up is not None]
    folded = [key for spot in spots for key in spot.folded]
    assert sorted(alone + folded) == sorted(spread.places)
    assert max(spot.line for spot in spots) <= 2 * (lines - 1)
    assert _leaves_have_lines_of_their_own(spots)


@given(chains())
def test_the_drawing_has_whole_numbers_within_its_frame(places):
    spread = spread_from(ORIGIN, places, TODAY)
    spots = drawn(spread, 44)
    picture = drawing.tree(spread, spots, dict.fromkeys(spread.generation_of, "thôn Nà Lùng"), BEGAN)
    assert len(picture.dots) == len(spots) and len(picture.edges) == len(spots) - 1
    for dot in picture.dots:
        assert 0 < dot.x < picture.width and 0 < dot.y < picture.height
        assert dot.end_x < picture.width
    assert all("," not in edge.path and "." not in edge.path for edge in picture.edges)
    assert 1 <= len(picture.ticks) <= 8


def _leaves_have_lines_of_their_own(spots: list[Spot]) -> bool:
    lines = [spot.line for spot in spots if spot.is_leaf]
    return len(lines) == len(set(lines)) and all(line % 2 == 0 for line in lines)


def test_how_soon_it_was_learned():
    spread = spread_from(ORIGIN, village(), TODAY)
    found = pace(spread, BEGAN)
    assert (found.median, found.low, found.high) == (100, 85, 170)  # 40, 100, 160, 200 days
    assert days_until_places(spread, BEGAN) == [(1, 100)]
    assert pace(spread_from(ORIGIN, [], TODAY), BEGAN) is None
    (only,) = [pace(spread_from(ORIGIN, [Place(1, ORIGIN, day(70))], TODAY), BEGAN)]
    assert (only.median, only.low, only.high) == (70, 70, 70)


def test_reasons_that_say_the_same_are_one_reason():
    told = ["Sáp nhập thôn", "sáp nhập thôn. ", "Ít người", "", "khác a", "khác b"]
    assert most_common(told, 2) == [("Sáp nhập thôn", 2), ("Ít người", 1), ("", 2)]
    assert most_common([], 3) == []
