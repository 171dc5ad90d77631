"""Who joins late is not late; whoever moves to another cell takes her paper along."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from lantoa.foundation.errors import NotAllowed
from lantoa.people import actions as people
from lantoa.people import actors
from lantoa.people.models import Membership
from lantoa.registrations import actions, queries
from lantoa.registrations.models import Registration
from lantoa.registrations.tests import papers
from tests.cast import person

MOVED = dt.date(2026, 8, 1)


@pytest.fixture
def moved(cast) -> Registration:
    """Agreed to in her first cell in spring; in August she moves to the other."""
    spring = {"on": dt.date(2026, 3, 2)}
    one = papers.submitted(replace(cast.member, **spring), year=2026)
    actions.approve(
        one, by=replace(cast.secretary, **spring), meeting_on=dt.date(2026, 3, 2), minutes_number="03-BB/CB"
    )
    people.join(cast.member.person, unit=cast.other_cell, status="official", starts=MOVED, by=cast.system)
    return one


def test_who_was_admitted_after_the_deadline_is_not_late(cast):
    new = person("Vàng Thị Dế", cast.cell, status="probationary", starts=dt.date(2026, 5, 10))
    actor = actors.as_member(new.memberships.get(), dt.date(2026, 5, 20))
    assert not papers.submitted(actor, year=2026).submitted_late
    assert papers.submitted(replace(cast.colleague, on=dt.date(2026, 5, 20)), year=2026).submitted_late


def test_the_new_cell_reads_records_and_concludes(cast, moved):
    client = cast.client("other_secretary")
    assert client.get(moved.get_absolute_url()).status_code == 200
    assert "Đỗ Thị Hương" in client.get(reverse("registrations:index") + "?nam=2026").content.decode()
    actions.record_progress(moved.tasks.get(), by=cast.other_secretary, on=cast.today, text="Giúp 5 cụ.")
    home = actors.as_member(Membership.objects.on(cast.today).get(person=cast.member.person), cast.today)
    assert home.unit == cast.other_cell
    actions.confirm(moved, by=home)
    papers.assessed(moved, home)
    actions.remark(moved, by=cast.other_secretary, **papers.REMARK)
    assert Registration.objects.get().ending.is_remarked


def test_what_it_counts_for_stays_where_it_was_sent(cast, moved):
    assert moved.unit == cast.cell
    assert list(Registration.objects.under(cast.cell, on=cast.today)) == [moved]
    assert not Registration.objects.under(cast.other_cell, on=cast.today).exists()


def test_before_she_came_the_other_cell_read_nothing(cast, moved):
    july = replace(cast.other_secretary, on=dt.date(2026, 7, 31))
    assert not Registration.objects.visible_to(july).exists() and not queries.records_for(moved, july)
    with pytest.raises(NotAllowed):
        actions.record_progress(moved.tasks.get(), by=july, on=july.on, text="Giúp 5 cụ.")
    assert not Registration.objects.visible_to(cast.far_secretary).exists()
