"""A pytest plugin: the stories are told without one check, and some story has to fail of it.

`tools/mutate.py` runs pytest with it. The process is copied (fork) for each check that is left out, so that Python,
Django and the database in memory are made ready once; nothing that a copy does is seen by another. First the story
that noticed it the last time is told. Only for a check that has none, or whose story does not notice any more, all
stories are told once; then those in which the check says no, the quickest first, and the first that fails ends it.
Where it never says no, nobody can see it missing.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
import random
import re
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tools import checks, mutate

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
BY = mutate.told(mutate.NOTICED)
Took = dict[str, float]

checks.watch()


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Instead of telling the stories once."""
    items = {item.nodeid: item for item in session.items}
    _only_of_rights()
    _get_ready(session.items)
    answers = _known()
    found = [check for check in _chosen(list(_all_checks())) if check not in answers]
    for check in _open_to_nobody(session, found):
        _keep(answers, check, "noticed", "")
    for check, story in _noticed_again([check for check in found if check not in answers], items):
        _keep(answers, check, "noticed", story)
    found = [check for check in found if check not in answers]
    told = _map(session.items) if found else {"refused": {}, "took": {}, "broken": []}
    took: Took = told["took"]
    told_of, noticing = Counter[str](), Counter[str]()
    refusing: defaultdict[str, list[str]] = defaultdict(list)
    for story, keys in told["refused"].items():
        for key in keys if story in items else ():
            refusing[key].append(story)

    for check in found:
        if not refusing[check]:
            _keep(answers, check, "silent", "")
    if asked["map"]:
        found = []

    def leave_out(check: str) -> Callable[[], int]:
        def work() -> int:
            # Seconds until one notices, by what those told before have done: the quick and the watchful first.
            cost = {one: took[one] * (1 + told_of[one]) / (1 + noticing[one]) for one in refusing[check]}
            near = sorted(cost, key=lambda one: (_near(one, check), cost[one]))
            return _without(check, [items[one] for one in near], took)

        return work

    for check, code in _side_by_side([(check, leave_out(check)) for check in found if refusing[check]]):
        were_told, story = _what_was_told(check)
        _keep(answers, check, ENDS.get(code, "noticed"), story)
        told_of.update(were_told)
        noticing[story] += bool(story)
    Path(asked["out"]).write_text(json.dumps({"broken": told["broken"], "checks": answers}))
    return True


def _noticed_again(found: list[str], items: dict[str, pytest.Item]) -> Iterator[tuple[str, str]]:
    """(check, story) for each that the story noticed which did so last time: no other has to be told.

    Those of one file, of the access matrix those of one room, share a copy of the process, for they share what is put
    in place; in it each story is told once with every check kept.
    """
    piles: defaultdict[str, list[str]] = defaultdict(list)
    for check in found:
        story = BY.get(check)
        if story in items:
            piles[_ground(story)].append(check)

    def tell(pile: list[str]) -> Callable[[], int]:
        return lambda: _tell_a_pile(pile, items)

    works = [(ground, tell(piles[ground])) for ground in sorted(piles, key=lambda one: -len(piles[one]))]
    for ground, _code in _side_by_side(works):
        for check in piles[ground]:
            if story := _what_was_told(check)[1]:
                yield check, story


def _tell_a_pile(pile: list[str], items: dict[str, pytest.Item]) -> int:
    for story in sorted({BY[check] for check in pile}):
        item, began = items[story], time.process_time()
        if _fails(item):
            continue
        took = {story: time.process_time() - began}
        # Its own things go, what it shares with the others of its file stays.
        item.session._setupstate.teardown_exact(item.parent)
        works = [(check, partial(_without, check, [item], took)) for check in pile if BY[check] == story]
        for _check, _code in _side_by_side(works, at_once=1):
            pass
    return STOOD


def _open_to_nobody(session: pytest.Session, found: list[str]) -> list[str]:
    """Which addresses somebody who belongs nowhere opens once no address asks for its right: that story misses each.

    Asked in one copy of the process; those that refuse her further inside are left out one by one like the others.
    """
    names = [check.removeprefix("address ") for check in found if check.startswith("address ")]
    told = Path(asked["out"]).with_suffix(".open")

    def ask() -> int:
        from django.db import transaction
        from pytest_django.plugin import blocking_manager_key

        from tests.security import test_who_belongs_nowhere as nowhere

        checks.left_out.update(f"address {name}" for name in names)
        with session.config.stash[blocking_manager_key].unblock(), transaction.atomic():
            opened = nowhere.opened(names, nowhere.signed_in())
            transaction.set_rollback(True)
        told.write_text("\n".join(f"address {name}" for name in sorted(opened)))
        return STOOD

    for _name, _code in _side_by_side([("addresses", ask)] if names else []):
        pass
    return told.read_text().splitlines() if told.exists() else []


def _place(check: str) -> Path:
    """Where a copy writes down what it told, and which story noticed."""
    return Path(asked["out"]).with_suffix(f".{hashlib.sha1(check.encode()).hexdigest()}")


def _what_was_told(check: str) -> tuple[list[str], str]:
    """(the stories told without it, the one that failed; "" where none did)."""
    place = _place(check)
    if not place.exists():
        return [], ""
    told, story = json.loads(place.read_text())
    place.unlink()
    return told, story


def _known() -> dict[str, list[str]]:
    """Check → what the log says became of it and which story noticed, of what was asked for."""
    if not asked["log"] or not Path(asked["log"]).exists():
        return {}
    lines = [line.split("\t") for line in Path(asked["log"]).read_text().splitlines()]
    kept = {check: [how, story] for how, check, story in lines}
    return {check: kept[check] for check in _chosen(list(_all_checks())) if check in kept}


def _keep(answers: dict[str, list[str]], check: str, how: str, story: str) -> None:
    answers[check] = [how, story]
    if asked["log"]:
        with Path(asked["log"]).open("a") as log:
            log.write(f"{how}\t{check}\t{story}\n")


def _near(story: str, check: str) -> int:
    """The rows of an address first, then its room's stories, then the others."""
    name = check.removeprefix("address ")
    if name != check and f"[{name} " in story:
        return 0
    return 1 if _room(story) == _room(check) else 2


def _only_of_rights() -> None:
    """How many questions a page asks and how it is built says nothing of rights, and judging it takes long."""
    from tests import police

    police.measured_by_stories = False
    police.faults = lambda *_page, **_more: []


def _get_ready(items: list[pytest.Item]) -> None:
    """The database and whatever else is made once for all, in the process that is copied."""
    first = next(item for item in items if "cast" in getattr(item, "fixturenames", ()))
    runtestprotocol(first, log=False, nextitem=first)
    first.session._setupstate.teardown_exact(
        first.parent
    )  # the story's own things go, what is made once stays
    gc.freeze()  # what nobody touches is not copied with the process


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
    """All that do not stand a second time, or a sample of them that the same seed chooses again."""
    twice = mutate.told(mutate.TWICE)
    found = [one for one in found if one not in twice]
    if asked["sample"]:
        return sorted(random.Random(asked["seed"]).sample(sorted(found), min(asked["sample"], len(found))))
    return [one for one in found if asked["like"] in one]


def _ground(story: str) -> str:
    """What stories share that is put in place once: their file; of the access matrix their room."""
    return f"{ROWS} {_room(story)}" if ROWS in story else story.split("::")[0]


def _room(key: str) -> str:
    """Of a story or a check: "lantoa/people/tests/…", "…test_access.py::…[people:show GET]", "address people:show"."""
    named = re.search(r"^address (\w+):|\[(\w+)[:\]]|^lantoa/(\w+)/", key)
    return next(filter(None, named.groups()), "") if named else ""


def _map(items: list[pytest.Item]) -> dict[str, Any]:
    """Tell all stories once: which checks say no in each, how long it takes, and which fail with all checks kept.

    Beside a log the map is kept as well: only files that were written since are told again.
    """
    jobs, since = asked["jobs"], 0.0
    told: dict[str, Any] = {"refused": {}, "took": {}, "broken": []}
    kept = Path(f"{asked['log'] or asked['out']}.map")
    if kept.exists():
        told, since = json.loads(kept.read_text()), kept.stat().st_mtime
    items = [item for item in items if item.nodeid not in told["took"] or item.path.stat().st_mtime > since]
    told["broken"] = [story for story in told["broken"] if story not in {item.nodeid for item in items}]
    grounds = Counter(_ground(item.nodeid) for item in items)
    turn = {ground: number % jobs for number, (ground, _n) in enumerate(grounds.most_common())}
    files = [Path(asked["out"]).with_suffix(f".{number}") for number in range(jobs)]

    def tell(number: int) -> Callable[[], int]:
        own = [item for item in items if turn[_ground(item.nodeid)] == number]
        return lambda: _tell_all(own, files[number])

    for _number, code in _side_by_side([(str(number), tell(number)) for number in range(jobs)]):
        if code:
            sys.exit(f"The map was not made: {code}")
    for file in files:
        part = json.loads(file.read_text())
        told["refused"].update(part["refused"])
        told["took"].update(part["took"])
        told["broken"] += part["broken"]
    kept.write_text(json.dumps(told))
    # What a row needs put in place is made once for all rows of its room here, and for each copy of the process there.
    rows: Took = defaultdict(float)
    for story, seconds in told["took"].items():
        if ROWS in story:
            rows[_room(story)] = max(rows[_room(story)], seconds)
    told["took"].update({story: rows[_room(story)] for story in told["took"] if ROWS in story})
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
    checks.left_out.add(check)
    ends, told, noticed = time.process_time() + asked["limit"], [], ""
    for item in items:
        signal.setitimer(signal.ITIMER_PROF, took[item.nodeid] * 10 + PATIENCE)
        told.append(item.nodeid)
        if _fails(item):
            noticed = item.nodeid
        if noticed or time.process_time() > ends:
            break
    _place(check).write_text(json.dumps([told, noticed]))
    return NOTICED if noticed else STOOD


def _side_by_side(
    works: Sequence[tuple[str, Callable[[], int]]], at_once: int = 0
) -> Iterator[tuple[str, int]]:
    """Each in a copy of this process, so many at a time or as asked: (its name, the code it ended with)."""
    at_once = at_once or asked["jobs"]
    running: dict[int, str] = {}
    waiting = list(reversed(works))
    while waiting or running:
        while waiting and len(running) < at_once:
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
