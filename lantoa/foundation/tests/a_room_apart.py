"""A room in a process of its own, for stories that kill it. What it is told it writes down, once for each time."""

from __future__ import annotations

import os
import signal
import sys
import time

from django.db import transaction

from lantoa.foundation import heard
from lantoa.foundation.models import Event

ACTED, TOLD = "tree.planted", "tree.told"


def die() -> None:
    """As if somebody pulled the plug: nothing is tidied up."""
    os.kill(os.getpid(), signal.SIGKILL)


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def write(verb: str, subject: object) -> None:
    Event.objects.create(verb=verb, on="2026-11-16", subject_type="a.tree", subject_id=str(subject))


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
def act(before_waking=None) -> None:
    if before_waking:
        transaction.on_commit(before_waking)
    write(ACTED, "cây")
    heard.wake_for(ACTED)


def hear_and_die_after_the_commit() -> None:
    heard.hear(listens(remember))
    die()


def act_on_and_on() -> None:
    while True:
        act()


def hear_on_and_on() -> None:
    while True:
        heard.hear(listens(remember_slowly))


ERRANDS = {
    "act": act,
    "act and die before waking": lambda: act(die),
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
