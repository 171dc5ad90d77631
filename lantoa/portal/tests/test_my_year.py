"""One's whole year on one page: what was undertaken and done, thanks, and who has opened it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from django.urls import reverse

from lantoa.commendations.tests.stories import individual, recorded
from lantoa.portal.queries import parts_of_year
from lantoa.registrations import actions
from lantoa.registrations.tests import papers

YEAR = reverse("portal:my_year", args=[2026])


def worked(cast):
    """The member's paper of 2026, agreed to, with eight lines."""
    early = replace(cast.member, on=dt.date(2026, 1, 10))
    one = papers.approved(early, cast.secretary, year=2026)
    for month in range(2, 10):
        actions.record_progress(
            one.tasks.get(),
            by=cast.member,
            on=dt.date(2026, month, 1),
            text=f"Buổi {month}.",
            value=Decimal(4),
        )
    return one


def test_what_was_undertaken_and_done(cast):
    worked(cast)
    page = cast.client("member").get(YEAR).content.decode()
    assert "MỘT NĂM CỦA TÔI – 2026" in page and papers.WHAT in page
    assert "Cả năm: 32/30 người." in page and "Còn 2 lần ghi trước" in page
    assert "Buổi 9." in page and "Buổi 3." not in page
    assert "Cảm ơn, khen thưởng" not in page and "Ai đã mở hồ sơ này" in page


def test_thanks_and_commendations_of_that_year_only(cast):
    worked(cast)
    for year in (2025, 2026):
        who = individual(cast.cell, cast.member.person)
        recorded(cast, who, number=f"{year}-QĐ/TU", decided_on=dt.date(year, 9, 2))
    page = cast.client("member").get(YEAR).content.decode()
    assert "Cảm ơn, khen thưởng" in page and "2026-QĐ/TU" in page and "2025-QĐ/TU" not in page


def test_a_year_of_which_nothing_is_known_is_not_found(cast):
    assert cast.client("member").get(YEAR).status_code == 404
    assert parts_of_year(cast.member, 2026) == []


def test_nobody_elses_year_is_shown(cast):
    worked(cast)
    assert cast.client("secretary").get(YEAR).status_code == 404
