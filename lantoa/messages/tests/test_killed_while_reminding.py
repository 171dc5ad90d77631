"""A year of reminders through the worker, which is killed twenty times on the way: really killed, by signal 9."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from urllib.parse import urlsplit

import pytest
from django.db import connection

from tests import examples, ready

pytestmark = [pytest.mark.deep, pytest.mark.alone]
ROOM = "import django; django.setup(); from lantoa.messages.tests.a_worker_apart import go; go({!r})"
KILLS = 20


@pytest.fixture
def send(transactional_db, tmp_path):
    """Send a process of its own on an errand, on a database of its own."""
    if connection.vendor == "sqlite":
        ready.begin_again(str(tmp_path / "room.sqlite3"))
        url = f"sqlite:///{tmp_path / 'room.sqlite3'}"
    else:
        named = connection.settings_dict["NAME"]
        url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{named}").geturl()
    env = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    rooms = []

    def start(errand):
        command = [sys.executable, "-c", ROOM.format(errand)]
        rooms.append(subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True))
        assert rooms[-1].stdout.readline() == "ready\n"
        return rooms[-1]

    yield start
    for room in rooms:
        room.kill()


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
