"""What stands around the list of a year is asked again only when something has happened."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.registrations import actions
from lantoa.registrations.tests import papers

LIST = "/dang-ky/?nam=2027"

# Several transactions, as in use: inside a single one nothing is kept (foundation/kept.py).
pytestmark = [pytest.mark.alone, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def opened(client, address=LIST):
    """(the page's context, how many questions counted or looked for papers)"""
    with CaptureQueriesContext(connection) as asked:
        context = client.get(address).context
    return context, sum(
        "COUNT(" in one["sql"] and "registrations_registration" in one["sql"] for one in asked
    )


def test_the_numbers_are_counted_once_until_somebody_sends(cast):
    committee = cast.client("committee")
    opened(committee)
    kept, _questions = opened(committee)
    papers.submitted(cast.member)
    told, _questions = opened(committee)
    assert [kept["sent_count"], told["sent_count"]] == [0, 1]
    assert (kept["missing_count"] - told["missing_count"], len(told["rows"])) == (1, 1)


def test_a_second_look_counts_nothing(cast):
    papers.submitted(cast.member)
    committee = cast.client("committee")
    assert [opened(committee)[1], opened(committee)[1]] == [
        2,
        1,
    ]  # the second: what the lines of its rows come to


def test_each_reads_what_is_in_her_own_reach(cast):
    papers.submitted(cast.member)
    theirs = [
        opened(cast.client(who))[0]["sent_count"] for who in ("secretary", "other_secretary", "committee")
    ]
    assert theirs == [1, 0, 1]


def test_each_filter_and_unit_has_its_own_numbers(cast):
    papers.approved(cast.member, cast.secretary)
    committee = cast.client("committee")
    addresses = [
        LIST,
        f"{LIST}&loc=da-duyet",
        f"{LIST}&loc=cho-duyet",
        f"{LIST}&don-vi={cast.other_cell.code}",
    ]
    for _twice in range(2):
        assert [len(opened(committee, one)[0]["rows"]) for one in addresses] == [1, 1, 0, 0]


def test_what_a_row_says_is_asked_each_time(cast):
    one = papers.submitted(cast.member)
    committee = cast.client("committee")
    opened(committee)
    type(one).objects.filter(pk=one.pk).update(
        status="returned", return_reasons=["other"], returned_at=one.submitted_at
    )
    assert "Trả lại" in str(opened(committee)[0]["rows"][0].status)


def test_a_paper_that_its_owner_rewrites_waits_for_no_confirmation_at_once(cast):
    """She writes it anew before she sends it again: no act, and nobody else's word any more."""
    one = papers.entered(cast.secretary, cast.member.person)
    actions.return_for_changes(one, by=cast.secretary, reasons=["no_target"])
    committee = cast.client("committee")
    before = len(opened(committee, f"{LIST}&loc=chua-xac-nhan")[0]["rows"])
    actions.save_draft(one, by=cast.member, tasks=[papers.TASK])
    assert (before, len(opened(committee, f"{LIST}&loc=chua-xac-nhan")[0]["rows"])) == (1, 0)
