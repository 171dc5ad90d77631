"""A year of reminders through the worker, which is killed twenty times on the way: really killed, by signal 9."""

from __future__ import annotations

import random
import signal
import time

import pytest

from tests import apart, examples

# Twenty processes begin and a thousand turns are run on the way: on a crowded machine that is not ten minutes.
pytestmark = [pytest.mark.deep, pytest.mark.alone, pytest.mark.timeout(3600)]
KILLS = 20


@pytest.fixture
def send(transactional_db, tmp_path):
    """Send a process of its own on an errand; it is back when somebody waits for it, or kills it."""
    with apart.sending("lantoa.messages.tests.a_worker_apart", tmp_path) as send:
        yield send


def done(room):
    said = room.communicate(timeout=600)[0]
    assert room.returncode == 0
    return said


def test_a_year_of_66_units_each_reminder_goes_once_though_the_worker_is_killed_twenty_times(send):
    moments, turn = random.Random(examples.seed()), 0
    done(send("begin"))
    for _kill in range(KILLS):
        worker = send(f"work {turn}")
        for _turn in range(moments.randint(40, 100)):
            turn = int(worker.stdout.readline())
        time.sleep(moments.uniform(0, 0.05))
        worker.kill()
        left = worker.communicate(timeout=60)[0].split()
        assert worker.returncode == -signal.SIGKILL
        turn = int(left[-1]) if left else turn
    done(send(f"work {turn}"))
    assert " sent, " in done(send("judge"))
