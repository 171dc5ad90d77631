"""Whatever people press and in whatever order: a paper only ever takes the steps of the table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantoa.foundation.errors import Conflict, Refusal
from lantoa.foundation.models import Event
from lantoa.people.actors import Actor
from lantoa.registrations import actions, rules
from lantoa.registrations.actions import judging
from lantoa.registrations.models import Progress, Registration
from lantoa.registrations.rules import APPROVED, DRAFT, RETURNED, SUBMITTED, Undertaking
from lantoa.registrations.tests import papers
from tests.examples import examples

# What the member, the secretary of the cell, the one of another cell and the level above may try.
MEMBER, SECRETARY, OTHER, COMMITTEE = "member", "secretary", "other_secretary", "committee"
TRIES = ("rewrite", "send", "return", "approve", "tell")
MAY = {
    ("rewrite", MEMBER): ({DRAFT, RETURNED}, None),
    ("send", MEMBER): ({DRAFT, RETURNED}, SUBMITTED),
    ("tell", MEMBER): ({APPROVED}, None),
    # On the member's behalf; the line is marked and waits for her word.
    ("tell", SECRETARY): ({APPROVED}, None),
    ("return", SECRETARY): ({SUBMITTED}, RETURNED),
    ("return", COMMITTEE): ({SUBMITTED}, RETURNED),
    ("approve", SECRETARY): ({SUBMITTED}, APPROVED),
    ("approve", COMMITTEE): ({SUBMITTED}, APPROVED),
}


def attempt(what: str, pk: int, by: Actor) -> None:
    """One person presses one button, on a paper as it lies in the database."""
    one = Registration.objects.get(pk=pk)
    tries: dict[str, Callable[[], object]] = {
        "rewrite": lambda: actions.save_draft(one, by=by, tasks=[Undertaking("Việc viết lại")]),
        "send": lambda: actions.submit(one, by=by),
        "return": lambda: actions.return_for_changes(one, by=by, reasons=["no_duty"]),
        "approve": lambda: papers.agree(one, by),
        "tell": lambda: actions.record_progress(
            one.tasks.first(), by=by, on=dt.date(2026, 11, 16), text="Một dòng"
        ),
    }
    tries[what]()


presses = st.lists(
    st.tuples(st.sampled_from(TRIES), st.sampled_from([MEMBER, SECRETARY, OTHER, COMMITTEE])), max_size=14
)


@given(presses=presses)
@settings(
    max_examples=examples(40),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_every_sequence_of_presses_agrees_with_the_table(cast, presses):
    with transaction.atomic():
        pk, expected = papers.drafted(cast.member).pk, DRAFT
        for what, who in presses:
            froms, to = MAY.get((what, who), (set(), None))
            events, lines = Event.objects.count(), Progress.objects.count()
            try:
                with transaction.atomic():
                    attempt(what, pk, getattr(cast, who))
                done = True
            except Refusal:
                done = False
            assert done == (expected in froms), f"{who} tried to {what} what was {expected}"
            expected = (to or expected) if done else expected
            one = Registration.objects.get(pk=pk)
            assert one.status == expected
            assert done or (Event.objects.count(), Progress.objects.count()) == (events, lines)
            if expected == RETURNED:
                assert one.reason
            if expected == APPROVED:
                assert one.minutes_number and one.approved_by != one.person
        transaction.set_rollback(True)


@pytest.mark.parametrize("state", [DRAFT, SUBMITTED, RETURNED, APPROVED])
def test_each_state_offers_only_its_own_verbs(state):
    offered = {
        DRAFT: ["submit"],
        SUBMITTED: ["return", "approve", "withdraw"],
        RETURNED: ["submit", "withdraw"],
        APPROVED: ["take_back", "withdraw"],
    }
    assert rules.STEPS.verbs_from(state) == offered[state]


def test_an_act_whose_history_cannot_be_written_does_not_happen(cast, monkeypatch):
    one = papers.submitted(cast.member)

    def broken(*_args, **_words):
        raise RuntimeError("no history")

    monkeypatch.setattr(judging, "record", broken)
    with pytest.raises(RuntimeError):
        papers.agree(one, cast.secretary)
    assert Registration.objects.get(pk=one.pk).is_waiting


def test_results_wait_for_the_approval(cast):
    one = papers.submitted(cast.member)
    with pytest.raises(Conflict, match="chưa được duyệt"):
        actions.record_progress(one.tasks.get(), by=cast.member, on=cast.today, text="Đã giúp 3 người")
