"""From the first day on, up to but without the last; without an end for good."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from lantoa.figures.models import Stage
from lantoa.foundation.half_open import goes_past, holds_on

pytestmark = pytest.mark.django_db
FIRST, END = dt.date(2026, 3, 1), dt.date(2026, 6, 1)
ONE_DAY = dt.timedelta(days=1)


@pytest.fixture
def stage() -> Stage:
    return Stage.objects.create(name="Giai đoạn thử", starts=FIRST, ends=END)


@pytest.mark.parametrize(
    ("day", "holds"), [(FIRST - ONE_DAY, False), (FIRST, True), (END - ONE_DAY, True), (END, False)]
)
def test_the_first_day_is_inside_and_the_last_is_not(stage, day, holds):
    assert Stage.objects.filter(holds_on(day), pk=stage.pk).exists() == holds


def test_what_has_no_end_goes_past_every_day(stage):
    Stage.objects.filter(pk=stage.pk).update(ends=None)
    assert Stage.objects.filter(holds_on(dt.date(2100, 12, 31)), pk=stage.pk).exists()


def test_what_is_yet_to_begin_goes_past_today_but_does_not_hold(stage):
    early = Stage.objects.filter(pk=stage.pk)
    assert early.filter(goes_past(FIRST - ONE_DAY)).exists()
    assert not early.filter(holds_on(FIRST - ONE_DAY)).exists()


def test_nothing_ends_on_the_day_it_begins():
    with pytest.raises(IntegrityError), transaction.atomic():
        Stage.objects.create(name="Không một ngày", starts=FIRST, ends=FIRST)
