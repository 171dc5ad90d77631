"""A process is killed between the act and its hearing: nothing is missed, and nothing is told twice."""

from __future__ import annotations

import random
import signal
import time

import pytest

from tests import apart, examples

pytestmark = [pytest.mark.deep, pytest.mark.alone]
ROUNDS = 6


@pytest.fixture
def send(transactional_db, tmp_path):
    """Send a process of its own on an errand; it is back when somebody waits for it, or kills it."""
    with apart.sending("lantoa.foundation.tests.a_room_apart", tmp_path) as send:
        yield send


def done(room, patience: int = 60):
    """What it said, as numbers, when it went its way to the end."""
    said = room.communicate(timeout=patience)[0].split()
    assert room.returncode == 0
    return [int(word) for word in said]


def dies(room):
    room.communicate(timeout=60)
    assert room.returncode == -signal.SIGKILL


def test_killed_after_the_commit_the_act_is_heard_at_the_next_turn(send):
    dies(send("act and die after the commit"))
    done(send("hear"))
    assert done(send("say what was told")) == done(send("say what was done")) != []


def test_killed_while_being_told_nothing_was_told_and_killed_after_it_nothing_is_told_again(send):
    done(send("act"))
    dies(send("hear and die while being told"))
    assert done(send("say what was told")) == []
    dies(send("hear and die after the commit"))
    done(send("hear"))
    assert done(send("say what was told")) == done(send("say what was done")) != []


def test_killed_at_any_moment_while_acts_go_on_every_act_is_told_once(send):
    """One acts, one hears; each is killed again and again, and another goes on where it fell."""
    moments = random.Random(examples.seed())
    for _round in range(ROUNDS):
        rooms = [send("act on and on"), send("hear on and on")]
        moments.shuffle(rooms)
        for room in rooms:
            time.sleep(moments.uniform(0.05, 0.6))
            room.kill()
            dies(room)
    done(send("hear"))
    acts, told = done(send("say what was done")), done(send("say what was told"))
    assert sorted(told) == sorted(acts) and len(acts) > ROUNDS
