"""What a cell plans, launches and joins is not there for another cell, nor for a member of the commune above it."""

import datetime as dt

import pytest
from django.urls import reverse

from lantoa.people import actors
from lantoa.programme import actions
from lantoa.programme.models import ListProposal, MovementReview, Participant, Theme
from lantoa.programme.tests.access import prepare
from tests.cast import person

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 6, 1)


@pytest.fixture
def movement(cast):
    """A movement of the cell alone, over since October and not summed up."""
    prepare(cast)
    return actions.launch_movement(
        unit=cast.cell,
        by=cast.secretary,
        name="Sạch ngõ",
        level="unit",
        starts=DAY,
        ends=dt.date(2026, 10, 1),
    )


def rows(client, name, **asked):
    return client.get(reverse(f"programme:{name}"), asked).context["page"].paginator.count


def test_no_address_finds_what_another_cell_has(cast, movement):
    Theme.objects.filter(pk=cast.theme.pk).update(unit=cast.cell)
    client = cast.client("far_secretary")
    for name, thing in (
        ("movement", movement),
        ("movement_join", movement),
        ("movement_review_edit", cast.reviewed),
        ("participant_end", cast.participant),
        ("theme_file", cast.theme),
    ):
        assert client.get(reverse(f"programme:{name}", args=[thing.pk])).status_code == 404, name
    assert client.post(reverse("programme:task_done", args=[cast.task.pk])).status_code == 404


def test_lists_tell_what_one_reaches(cast, movement):
    here, there = cast.client("secretary"), cast.client("far_secretary")
    assert rows(here, "plans") and not rows(there, "plans")
    for things in (MovementReview.objects.all(), Participant.objects.all()):
        assert things.visible_to(cast.secretary).exists()
        assert not things.visible_to(cast.far_secretary).exists()


def test_who_belongs_to_the_commune_reads_no_line_of_the_cells_below(cast, movement):
    member = person("Hứa Văn Chín", cast.commune)
    cast.clerk = actors.as_member(member.memberships.get(), cast.today)
    for who, count in (("committee", 1), ("clerk", 0)):
        client = cast.client(who)
        assert rows(client, "movements", loc="cho-tong-ket") == count
        assert rows(client, "participations") == count


def test_what_is_proposed_for_a_list_is_read_by_who_writes_programmes(cast, movement):
    assert ListProposal.objects.visible_to(cast.committee).exists()
    assert not ListProposal.objects.visible_to(cast.leader).exists()
