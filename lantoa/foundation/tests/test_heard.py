"""A room hears every act once: whoever is cut off hears it again, and what came to light late is heard too."""

from __future__ import annotations

import random
import threading
import time

import pytest
from django.db import connection, connections, transaction
from hypothesis import given
from hypothesis import strategies as st

from lantoa.foundation import gaps, heard
from lantoa.foundation.history import record
from lantoa.foundation.models import Event, Listening
from tests import examples

SPOKEN = "tree.planted"


def act(cast, verb=SPOKEN):
    with transaction.atomic():
        return record(verb, cast.cell, by=cast.secretary, unit=cast.cell)


class Room:
    """A room that writes down what it hears, and breaks off once when it is told to."""

    def __init__(self):
        self.told, self.breaks_at = [], None
        self.listener = heard.Listener("room.test", "phòng thử", frozenset({SPOKEN}), self.hear)

    def hear(self, event):
        if self.breaks_at == event.pk:
            raise ConnectionError("killed")
        self.told.append(event.pk)

    def listens(self):
        return heard.hear(self.listener)


@pytest.fixture
def room():
    return Room()


def test_each_act_it_listens_for_is_told_once_in_the_order_of_its_number(cast, room):
    wanted = [act(cast).pk, act(cast).pk]
    act(cast, "tree.watered")
    assert room.listens() == 2 and room.told == wanted
    assert room.listens() == 0
    wanted.append(act(cast).pk)
    assert room.listens() == 1 and room.told == wanted


def test_who_is_cut_off_in_between_has_kept_what_came_before_and_hears_the_rest_again(cast, room):
    first, second, third = (act(cast).pk for _time in range(3))
    room.breaks_at = second
    with pytest.raises(ConnectionError):
        room.listens()
    assert Listening.objects.get(listener="room.test").heard_up_to == first
    room.breaks_at, room.told = None, []
    assert room.listens() == 2 and room.told == [second, third]


def test_what_it_did_is_undone_with_the_cursor(cast, room):
    """The handling and the move of the cursor are one transaction: told, then cut off before the end, is not told."""
    act(cast)

    def does_and_dies(event):
        cast.cell.code = "da-nghe"
        cast.cell.save()
        raise ConnectionError("killed after the work was done")

    with pytest.raises(ConnectionError):
        heard.hear(heard.Listener("room.test", "phòng thử", frozenset({SPOKEN}), does_and_dies))
    cast.cell.refresh_from_db()
    assert cast.cell.code != "da-nghe"
    assert room.listens() == 1


def test_who_reads_many_at_once_and_breaks_off_reads_them_again(cast):
    acts, read = [act(cast).pk for _time in range(3)], []

    def breaks_off(verbs):
        raise ConnectionError("killed")

    with pytest.raises(ConnectionError):
        heard.read_on("room.index", breaks_off)
    assert not heard.has_begun("room.index") and heard.has_more("room.index")
    while not heard.read_on("room.index", read.extend, most=2):
        pass
    assert set(acts) <= set(read) and len(read) == len(set(read))
    assert not heard.has_more("room.index")


def test_one_who_stands_still_does_not_hold_up_the_others(cast, room, monkeypatch):
    other = heard.Listener("room.other", "phòng khác", frozenset({SPOKEN}), lambda event: None)
    monkeypatch.setattr(heard, "listeners", lambda: (room.listener, other))
    room.breaks_at = act(cast).pk
    assert heard.hear_all() == (1, [room.listener])


def test_a_room_that_takes_long_over_each_act_does_not_hold_up_the_others(cast, room, monkeypatch):
    order = []
    slow = heard.Listener("room.slow", "phòng chậm", frozenset({SPOKEN}), lambda event: order.append("slow"))
    quick = heard.Listener(
        "room.quick", "phòng khác", frozenset({SPOKEN}), lambda event: order.append("quick")
    )
    monkeypatch.setattr(heard, "listeners", lambda: (slow, quick))
    monkeypatch.setattr(heard, "A_TURN", 2)
    for _time in range(5):
        act(cast)
    assert heard.hear_all() == (10, [])
    assert order[:4] == ["slow", "slow", "quick", "quick"] and order.count("slow") == 5


def test_what_is_new_is_seen_by_its_number(cast):
    before, _gaps = heard.newest()
    made = act(cast).pk
    assert heard.newest() == (made, False) and made > before


# What comes to light late: two connections, as two people have them


@pytest.fixture
def postgres(transactional_db):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer: no lower number comes after a higher one")


def elsewhere(deed):
    """Do it in a connection of its own, to the end of the returned call."""
    ready, go_on, result = threading.Event(), threading.Event(), []

    def work():
        try:
            with transaction.atomic():
                result.append(deed())
                ready.set()
                go_on.wait(20)
                if result[0] is None:
                    transaction.set_rollback(True)
        finally:
            ready.set()
            connections.close_all()

    thread = threading.Thread(target=work)
    thread.start()
    ready.wait(20)

    def end():
        go_on.set()
        thread.join(20)
        return result[0]

    return end


def planted(**more):
    return Event.objects.create(verb=SPOKEN, on="2026-11-16", subject_type="a", subject_id="1", **more)


@pytest.mark.alone
def test_a_lower_number_that_is_committed_later_is_heard(postgres, room):
    commit = elsewhere(lambda: planted().pk)
    higher = planted().pk
    assert room.listens() == 1 and room.told == [higher]
    assert len(Listening.objects.get().gaps) == 1
    lower = commit()
    assert lower < higher
    assert room.listens() == 1 and room.told == [higher, lower]
    assert room.listens() == 0 and Listening.objects.get().gaps == []


@pytest.mark.alone
def test_a_number_that_was_rolled_back_is_waited_for_no_longer_than_its_writer(postgres, room):
    end = elsewhere(lambda: planted() and None)
    higher = planted().pk
    assert room.listens() == 1
    long_one = elsewhere(lambda: planted().pk)  # who came later cannot fill it
    end()
    assert room.listens() == 0 and Listening.objects.get().gaps == []
    late = long_one()
    assert room.listens() == 1 and room.told == [higher, late]


@pytest.mark.alone
def test_of_two_who_tell_at_once_one_does(postgres, room):
    planted()

    def tell_while_another_tells(event):
        counts.append(elsewhere(lambda: heard.hear(room.listener))())

    counts = []
    slow = heard.Listener("room.test", "phòng thử", frozenset({SPOKEN}), tell_while_another_tells)
    Listening.objects.create(listener="room.test")
    assert heard.hear(slow) == 1 and counts == [0] and room.told == []


@pytest.mark.deep
@pytest.mark.alone
def test_of_many_who_write_and_take_back_at_once_every_act_is_told_once(postgres, room):
    """Six write, one in four takes back, each holds its number a while: told are exactly the acts that stand."""
    kept, taken_back = [], random.Random(examples.seed())

    def write():
        try:
            for _time in range(60):
                with transaction.atomic():
                    number, back = planted().pk, taken_back.random() < 0.25
                    time.sleep(taken_back.random() / 100)
                    transaction.set_rollback(back)
                if not back:
                    kept.append(number)
        finally:
            connections.close_all()

    writers = [threading.Thread(target=write) for _writer in range(6)]
    for one in writers:
        one.start()
    while any(one.is_alive() for one in writers):
        room.listens()
    room.listens()
    assert sorted(room.told) == sorted(kept) and room.told != sorted(room.told)
    assert Listening.objects.get().gaps == []


# The gaps themselves


@given(st.sets(st.integers(1, 60)), st.integers(0, 5))
def test_gaps_are_exactly_the_numbers_that_are_missing(numbers, last):
    numbers = sorted(one for one in numbers if one > last)
    missing = {n for gap in gaps.between(last, numbers) for n in range(gap.first, gap.last + 1)}
    assert missing == set(range(last + 1, max(numbers, default=last))) - set(numbers)


@given(st.sets(st.integers(1, 30)))
def test_what_is_found_leaves_the_rest_of_the_gap_with_its_writers(found):
    writers = frozenset({"3/77"})
    left = gaps.still_open([gaps.Gap(5, 20, writers)], found, writers)
    assert {n for gap in left for n in range(gap.first, gap.last + 1)} == set(range(5, 21)) - found
    assert gaps.read(gap.kept for gap in left) == left


@given(st.sets(st.text(max_size=3)), st.sets(st.text(max_size=3)), st.sets(st.text(max_size=3)))
def test_a_gap_waits_while_one_of_those_writes_who_wrote_when_it_was_found(first, then, last):
    found = gaps.still_open([gaps.Gap(1, 1)], (), frozenset(first))
    later = gaps.still_open(found, (), frozenset(then))
    assert bool(gaps.still_open(later, (), frozenset(last))) == bool(first & then & last)
