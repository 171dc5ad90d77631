"""A room in a process of its own, for stories that kill it. What it is told it writes down, once for each time."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from django.db import connection, migrations, models, transaction
from django.db.migrations.state import ProjectState

from lantoa.foundation import heard
from lantoa.foundation.faults import FULL, cause_of
from lantoa.foundation.models import Event
from tests import examples

ROUNDS = 200
ACTED, TOLD = "tree.planted", "tree.told"


def die() -> None:
    """As if somebody pulled the plug: nothing is tidied up."""
    os.kill(os.getpid(), signal.SIGKILL)


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def write(verb: str, subject: object, much: str = "") -> int:
    about = {"subject_type": "a.tree", "subject_id": str(subject), "after": {"said": much}}
    return Event.objects.create(verb=verb, on="2026-11-16", **about).pk


def remember(event: Event) -> None:
    write(TOLD, event.pk)


def remember_slowly(event: Event) -> None:
    remember(event)
    time.sleep(0.003)


def remember_and_die(event: Event) -> None:
    remember(event)
    die()


def listens(hear) -> heard.Listener:
    return heard.Listener("room.apart", "phòng thử", frozenset({ACTED}), hear)


@transaction.atomic
def act(after_the_commit=None, much: str = "") -> int:
    if after_the_commit:
        transaction.on_commit(after_the_commit)
    return write(ACTED, "cây", much)


def hear_and_die_after_the_commit() -> None:
    heard.hear(listens(remember))
    die()


def act_on_and_on() -> None:
    while True:
        act()


def hear_on_and_on() -> None:
    while True:
        heard.hear(listens(remember_slowly))


def act_and_fall_again_and_again() -> None:
    """A child acts and writes each act into a ledger outside; it is killed at any moment, then the next one goes on."""
    moments, ledger = random.Random(examples.seed()), []
    for _round in range(ROUNDS):
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            while True:
                os.write(writing, f"{act()}\n".encode())
        os.close(writing)
        with os.fdopen(reading) as told:
            ledger.append(told.readline())
            time.sleep(moments.uniform(0, 0.03))
            os.kill(child, signal.SIGKILL)
            ledger += told.readlines()
        os.waitpid(child, 0)
    say(*(line.strip() for line in ledger if line.endswith("\n")))


def faults_of_the_database() -> int:
    """How many SQLite finds in the file; PostgreSQL mends its own when it starts again."""
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            return 0
        whole = cursor.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return len(cursor.execute("PRAGMA foreign_key_check").fetchall()) + (not whole)


def migrate(between: Callable[..., None]) -> None:
    """Two tables in one migration, and something between them."""

    class Halfway(migrations.Migration):
        operations = [
            migrations.CreateModel("FirstTree", [("id", models.AutoField(primary_key=True))]),
            migrations.RunPython(between),
            migrations.CreateModel("SecondTree", [("id", models.AutoField(primary_key=True))]),
        ]

    with connection.schema_editor(atomic=Halfway.atomic) as editor:
        Halfway("halfway", "foundation").apply(ProjectState(), editor)


def trees() -> int:
    """How many of the two tables are there."""
    return len(
        {"foundation_firsttree", "foundation_secondtree"} & set(connection.introspection.table_names())
    )


def act_until_the_disk_is_full_and_go_on_when_there_is_room() -> None:
    """Says what was acknowledged, before and after; what the fault was called stands between, as -1 where known."""
    ledger, place = [], Path(connection.settings_dict["NAME"]).parent
    try:
        while True:
            ledger.append(act(much="x" * 20_000))
    except Exception as fault:
        ledger.append(-1 if cause_of(fault) is FULL else -2)
    (place / "ballast").unlink()
    ledger += [act(much="x" * 20_000) for _again in range(3)]
    say(*ledger)


ERRANDS = {
    "act and fall again and again": act_and_fall_again_and_again,
    "look for faults": lambda: say(faults_of_the_database()),
    "migrate and die": lambda: migrate(lambda *_apps: die()),
    "migrate": lambda: migrate(lambda *_apps: None),
    "count trees": lambda: say(trees()),
    "act until the disk is full": act_until_the_disk_is_full_and_go_on_when_there_is_room,
    "act": act,
    "act and die after the commit": lambda: act(die),
    "hear": lambda: heard.hear(listens(remember)),
    "hear and die while being told": lambda: heard.hear(listens(remember_and_die)),
    "hear and die after the commit": hear_and_die_after_the_commit,
    "act on and on": act_on_and_on,
    "hear on and on": hear_on_and_on,
    "say what was done": lambda: say(*Event.objects.filter(verb=ACTED).values_list("pk", flat=True)),
    "say what was told": lambda: say(*Event.objects.filter(verb=TOLD).values_list("subject_id", flat=True)),
}


def go(errand: str) -> None:
    """Say that the process has begun, then do the errand."""
    heard.listeners = lambda: (listens(remember),)
    say("ready")
    ERRANDS[errand]()
