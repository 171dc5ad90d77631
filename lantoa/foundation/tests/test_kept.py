"""What is counted is kept until something happens, and never read where something is being written."""

from __future__ import annotations

import datetime as dt
import itertools
import threading

import pytest
from django.db import connection, transaction

from lantoa.foundation import kept
from lantoa.foundation.kept import until_something_happens
from lantoa.foundation.models import Event

DAY = dt.date(2026, 11, 16)


def act(verb: str = "tried", subject: str = "tried") -> Event:
    return Event.objects.create(verb=verb, on=DAY, subject_label=subject)


def counted(*asked: object) -> int:
    return until_something_happens(
        ("acts", *asked), lambda: Event.objects.filter(subject_label="tried").count()
    )


@pytest.mark.alone
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestAmongProcesses:
    """Where what one writes others see: outside the one transaction that most stories are told in."""

    def test_what_was_counted_is_not_counted_again(self, django_assert_num_queries):
        act()
        assert counted() == 1
        with django_assert_num_queries(1):  # what the newest act is
            assert counted() == 1

    def test_after_an_act_it_is_counted_again(self):
        act()
        before = counted()
        act()
        assert (before, counted()) == (1, 2)

    def test_another_question_has_another_answer(self):
        act()
        assert counted(1) == 1
        assert until_something_happens(("acts", 2), lambda: "another") == "another"

    def test_that_somebody_opened_a_paper_changes_nothing(self, django_assert_num_queries):
        act()
        counted()
        act("registration.opened", "a paper")
        with django_assert_num_queries(1):
            counted()

    def test_who_writes_sees_what_she_wrote_and_leaves_nothing_of_it_when_it_is_undone(self):
        act()
        counted()
        with pytest.raises(RuntimeError), transaction.atomic():
            act()
            assert counted() == 2
            raise RuntimeError
        # SQLite gives the number that was not used to the next.
        assert counted() == 1
        act(subject="another")
        assert counted() == 1

    def test_while_somebody_writes_who_may_have_a_lower_number_nothing_is_kept(self, monkeypatch):
        act()
        answers = itertools.count()
        monkeypatch.setattr(kept, "writing_now", lambda: frozenset({"somebody"}))
        asked = [until_something_happens(("answers",), lambda: next(answers)) for _twice in range(2)]
        assert asked == [0, 1]

    @pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer")
    def test_an_act_of_a_lower_number_that_ends_later_is_counted(self):
        has_written, may_end = threading.Event(), threading.Event()

        def late() -> None:
            with transaction.atomic():
                act()
                has_written.set()
                may_end.wait(10)
            connection.close()

        writer = threading.Thread(target=late)
        writer.start()
        assert has_written.wait(10)
        act()
        assert counted() == 1
        may_end.set()
        writer.join()
        assert counted() == 2


def test_inside_a_transaction_it_is_asked_each_time(db):
    answers = itertools.count()
    assert [until_something_happens(("answers",), lambda: next(answers)) for _twice in range(2)] == [0, 1]
