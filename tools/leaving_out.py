"""A pytest plugin: the stories are told once to see which check says no in each of them, then again without one.

`tools/mutate.py` runs pytest with it. The process is copied (fork) for each check that is left out, so that Python,
Django and the database in memory are made ready once; nothing that a copy does is seen by another. The stories in
which the check says no are told, the quickest first, and the first that fails ends it; where it never says no, nobody
can see it missing.
"""

from __future__ import annotations

import json
import os
import random
import re
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tools import checks

ASKED = "LANTOA_LEAVE_OUT"
# A story that takes so much longer without the check has noticed: processor seconds on top of ten times its own, for
# on a busy machine the clock says little.
PATIENCE = 20
ROWS = "test_access.py::"
STOOD, BROKEN, NOTICED = 0, 1, 3
ENDS = {STOOD: "missed", BROKEN: "broken"}
# Nobody who has signed in lacks these.
EVERYBODYS = {"public", "signed in", "people.own"}
asked: dict[str, Any] = json.loads(os.environ[ASKED])
Took = dict[str, float]

checks.watch()


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Instead of telling the stories once."""
    items = {item.nodeid: item for item in session.items}
    _get_ready(session.items)
    answers = _known()
    found = [check for check in _chosen(list(_all_checks())) if check not in answers]
    for check in _open_to_nobody(session, found):
        _keep(answers, check, "noticed")
    found = [check for check in found if check not in answers]
    told = _map(session.items) if found else {"refused": {}, "took": {}, "broken": []}
    took: Took = told["took"]
    noticing: Counter[str] = Counter()
    refusing: defaultdict[str, list[str]] = defaultdict(list)
    for story, keys in told["refused"].items():
        for key in keys:
            refusing[key].append(story)

    for check in found:
        if not refusing[check]:
            _keep(answers, check, "silent")
    if asked["map"]:
        found = []

    def leave_out(check: str) -> Callable[[], int]:
        def work() -> int:
            near = sorted(refusing[check], key=lambda one: (_near(one, check), -noticing[one], took[one]))
            return _without(check, [items[one] for one in near], took)

        return work

    for check, code in _side_by_side([(check, leave_out(check)) for check in found if refusing[check]]):
        _keep(answers, check, ENDS.get(code, "noticed"))
        if story := _who_noticed():
            noticing[story] += 1
    Path(asked["out"]).write_text(json.dumps({"broken": told["broken"], "checks": answers}))
    return True


def _open_to_nobody(session: pytest.Session, found: list[str]) -> list[str]:
    """Which addresses somebody who belongs nowhere opens once no address asks for its right: that story misses each.

    Asked in one copy of the process; those that refuse her further inside are left out one by one like the others.
    """
    names = [check.removeprefix("address ") for check in found if check.startswith("address ")]
    told = Path(asked["out"]).with_suffix(".open")

    def ask() -> int:
        from django.db import transaction
        from pytest_django.plugin import blocking_manager_key

        from tests import police
        from tests.security import test_who_belongs_nowhere as nowhere

        police.measured_by_stories = False
        checks.left_out.update(f"address {name}" for name in names)
        with session.config.stash[blocking_manager_key].unblock(), transaction.atomic():
            opened = nowhere.opened(names, nowhere.signed_in())
            transaction.set_rollback(True)
        told.write_text("\n".join(f"address {name}" for name in sorted(opened)))
        return STOOD

    for _name, _code in _side_by_side([("addresses", ask)] if names else []):
        pass
    return told.read_text().splitlines() if told.exists() else []


def _who_noticed() -> str:
    """The story that the last copy of this process failed at; "" where none did."""
    place = Path(asked["out"]).with_suffix(".by")
    story = place.read_text() if place.exists() else ""
    place.unlink(missing_ok=True)
    return story


def _known() -> dict[str, str]:
    """Check → what the log says became of it, of the rooms and words that were asked for."""
    if not asked["log"] or not Path(asked["log"]).exists():
        return {}
    kept = dict(line.split("\t")[::-1] for line in Path(asked["log"]).read_text().splitlines())
    return {check: kept[check] for check in _chosen(list(_all_checks())) if check in kept}


def _keep(answers: dict[str, str], check: str, how: str) -> None:
    answers[check] = how
    if asked["log"]:
        with Path(asked["log"]).open("a") as log:
            log.write(f"{how}\t{check}\n")


def _near(story: str, check: str) -> int:
    """The rows of an address first, then its room's stories, then the others."""
    name = check.removeprefix("address ")
    if name != check and f"[{name} " in story:
        return 0
    return 1 if _room(story) == _room(check) else 2


def _get_ready(items: list[pytest.Item]) -> None:
    """The database and whatever else is made once for all, in the process that is copied."""
    first = next(item for item in items if "cast" in getattr(item, "fixturenames", ()))
    runtestprotocol(first, log=False, nextitem=first)
    first.session._setupstate.teardown_exact(
        first.parent
    )  # the story's own things go, what is made once stays


def _all_checks() -> Iterator[str]:
    """The keys of all checks of the rooms that were asked for."""
    from django.urls import get_resolver

    rooms = set(asked["rooms"])
    for path in checks.sources():
        yield from (one.key for one in checks.of(path) if not rooms or one.room in rooms)
    for included in get_resolver().url_patterns:
        for one in getattr(included, "url_patterns", []):
            right = getattr(one.callback, "permission", "public")
            if right not in EVERYBODYS and (not rooms or included.namespace in rooms):
                yield f"address {included.namespace}:{one.name}"


def _chosen(found: list[str]) -> list[str]:
    """All of them, or a sample that the same seed chooses again."""
    if asked["sample"]:
        return sorted(random.Random(asked["seed"]).sample(sorted(found), min(asked["sample"], len(found))))
    return [one for one in found if asked["like"] in one]


def _room(key: str) -> str:
    """Of a story or a check: "lantoa/people/tests/…", "…test_access.py::…[people:show GET]", "address people:show"."""
    named = re.search(r"^address (\w+):|\[(\w+)[:\]]|^lantoa/(\w+)/", key)
    return next(filter(None, named.groups()), "") if named else ""


def _map(items: list[pytest.Item]) -> dict[str, Any]:
    """Tell all stories once: which checks say no in each, how long it takes, and which fail with all checks kept."""
    jobs, told = asked["jobs"], {"refused": {}, "took": {}, "broken": []}
    modules = sorted({item.nodeid.split("::")[0] for item in items})
    turn = {name: number % jobs for number, name in enumerate(modules)}
    files = [Path(asked["out"]).with_suffix(f".{number}") for number in range(jobs)]

    def tell(number: int) -> Callable[[], int]:
        own = [item for item in items if turn[item.nodeid.split("::")[0]] == number]
        return lambda: _tell_all(own, files[number])

    for _number, code in _side_by_side([(str(number), tell(number)) for number in range(jobs)]):
        if code:
            sys.exit(f"The map was not made: {code}")
    for file in files:
        part = json.loads(file.read_text())
        told["refused"] |= part["refused"]
        told["took"] |= part["took"]
        told["broken"] += part["broken"]
    # What a row needs put in place is made once for all rows of its room here, and for each copy of the process there.
    rows: Took = defaultdict(float)
    for story, seconds in told["took"].items():
        if ROWS in story:
            rows[_room(story)] = max(rows[_room(story)], seconds)
    told["took"] |= {story: rows[_room(story)] for story in told["took"] if ROWS in story}
    return told


def _tell_all(items: list[pytest.Item], out: Path) -> int:
    told: dict[str, Any] = {"refused": {}, "took": {}, "broken": []}
    for item in items:
        checks.said_no.clear()
        began = time.process_time()
        if _fails(item):
            told["broken"].append(item.nodeid)
        else:
            told["refused"][item.nodeid] = sorted(checks.said_no)
        told["took"][item.nodeid] = time.process_time() - began
    out.write_text(json.dumps(told))
    return STOOD


def _fails(item: pytest.Item) -> bool:
    """Whether the story fails; what the one before it had put in place for its own file goes first."""
    item.session._setupstate.teardown_exact(item)
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=item))


def _without(check: str, items: list[pytest.Item], took: Took) -> int:
    """Tell them without the check until one fails or the time for this check is used up."""
    from tests import police

    # How many questions a page asks says nothing of rights.
    police.measured_by_stories = False
    checks.left_out.add(check)
    ends = time.process_time() + asked["limit"]
    for item in items:
        signal.setitimer(signal.ITIMER_PROF, took[item.nodeid] * 10 + PATIENCE)
        if _fails(item):
            Path(asked["out"]).with_suffix(".by").write_text(item.nodeid)
            return NOTICED
        if time.process_time() > ends:
            break
    return STOOD


def _side_by_side(works: list[tuple[str, Callable[[], int]]]) -> Iterator[tuple[str, int]]:
    """Each in a copy of this process, so many at a time as asked: (its name, the code it ended with)."""
    running: dict[int, str] = {}
    waiting = list(reversed(works))
    while waiting or running:
        while waiting and len(running) < asked["jobs"]:
            name, work = waiting.pop()
            running[_copy(work)] = name
        pid, status = os.wait()
        name = running.pop(pid)
        code = os.waitstatus_to_exitcode(status)
        if asked["loud"]:
            print(
                f"{len(works) - len(waiting) - len(running)}/{len(works)} {code} {name}",
                file=sys.stderr,
                flush=True,
            )
        yield name, code


def _copy(work: Callable[[], int]) -> int:
    pid = os.fork()
    if pid:
        return pid
    code = BROKEN
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        code = work()
    finally:
        os._exit(code)
