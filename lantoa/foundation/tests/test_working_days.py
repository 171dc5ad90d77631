"""Days are counted as offices work: not on Saturdays, not at Tết, and as the Government moved them."""

import datetime as dt

from lantoa.foundation.working_days import is_worked, working_day_after


def test_nobody_is_counted_a_day_of_tet():
    # The first day of the year of Đinh Mùi is 06/02/2027.
    assert not any(is_worked(dt.date(2027, 2, day)) for day in (5, 6, 7, 8, 9))
    assert working_day_after(dt.date(2027, 2, 3), 5) >= dt.date(2027, 2, 15)


def test_days_of_the_country_are_off():
    for day in ((4, 30), (5, 1), (9, 2), (1, 1)):
        assert not is_worked(dt.date(2026, *day))


def test_a_day_that_was_moved_is_worked_and_the_other_is_off():
    assert is_worked(dt.date(2026, 1, 10)) and not is_worked(dt.date(2026, 1, 2))


def test_an_ordinary_week_has_five():
    assert working_day_after(dt.date(2026, 11, 13), 5) == dt.date(2026, 11, 20)
