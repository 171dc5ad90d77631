"""What every test may ask for. The fixed day and the folder tests write in stand in tests/settings.py."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from _pytest import runner
from django.core.cache import caches
from django.db import connection
from django.db.models.signals import post_save

from config.roomy import in_a_roomy_place
from lantoa.foundation.models import Event
from lantoa.portal import acts
from tests import examples, pace, police
from tests.cast import Cast, build
from tests.ready import begin_as_a_copy, migrated

examples.set_up()
pace.look_for_garbage_seldom()
pace.make_the_middleware_once()
roomy = in_a_roomy_place()
# A room that a story builds into a copy of the house.
collect_ignore = ["tests/architecture/a_new_room"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """The test database begins as a copy of a migrated one; on SQLite in memory, where each process has its own."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = None
    begin_as_a_copy()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """`--on-the-database`: only what touches it; `--rooms`: of the access matrix only their rows.

    `--sampled`: of the rest a twelfth. What is marked `deep` runs only when `--deep` asks for it; of what is marked
    `deep(each=3)` every third case always, of `deep(one_in=3)` a third by name; `--whole` asks for the others too, and
    for `deep(slow=True)`.
    """
    kept = items if config.getoption("--deep") else _in_the_usual_run(items, config.getoption("--whole"))
    if config.getoption("--on-the-database"):
        kept = [item for item in kept if _touches_the_database(item)]
    if config.getoption("--sampled"):
        kept = [item for item in kept if _in_the_sample(item)]
    if rooms := config.getoption("--rooms"):
        kept = [item for item in kept if _is_of(item, rooms.split(","))]
    left = set(kept)
    config.hook.pytest_deselected(items=[item for item in items if item not in left])
    items[:] = kept


def _in_the_usual_run(items: list[pytest.Item], whole: bool) -> list[pytest.Item]:
    """Without what is slow by nature: of a table of many cases, and of what every room tells alike, a fixed part."""
    turns: Counter[tuple[Path, str]] = Counter()
    kept = []
    for item in items:
        told = (item.path, getattr(item, "originalname", item.name))
        if _is_told_always(item, turns[told]) or (whole and _is_told_on_both(item)):
            kept.append(item)
        turns[told] += 1
    return kept


def _is_told_always(item: pytest.Item, turn: int) -> bool:
    """`deep`, `deep(slow=True)` never; `deep(each=3)` every third case of a table, `deep(one_in=3)` a third by name."""
    deep = item.get_closest_marker("deep")
    if deep is None:
        return True
    if one_in := deep.kwargs.get("one_in"):
        return zlib.crc32(item.nodeid.encode()) % one_in == 0
    return "each" in deep.kwargs and turn % deep.kwargs["each"] == 0


def _is_told_on_both(item: pytest.Item) -> bool:
    """What `--whole` adds, on the second database too: all but what is long by nature."""
    deep = item.get_closest_marker("deep")
    return deep is not None and bool(deep.kwargs)


def _touches_the_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool({"db", "transactional_db"} & fixtures) or item.get_closest_marker("django_db") is not None


def _in_the_sample(item: pytest.Item) -> bool:
    """Every property, every file that speaks of PostgreSQL, and always the same twelfth of the rest."""
    whole = item.get_closest_marker("hypothesis") or _speaks_of_postgresql(item.path)
    return bool(whole) or zlib.crc32(item.nodeid.encode()) % 12 == 0


@cache
def _speaks_of_postgresql(path: Path) -> bool:
    return "postgres" in path.read_text().lower()


def _is_of(item: pytest.Item, rooms: list[str]) -> bool:
    """What is told for each room is told for these; everything else was asked for by its place."""
    if not any(place in item.nodeid for place in ("test_access.py", "test_who_belongs_nowhere.py")):
        return True
    return any(f"[{room}{end}" in item.nodeid for room in rooms for end in ":]")


def pytest_collection_finish(session: pytest.Session) -> None:
    """The migrated database is made before the first story's own time runs: on a busy machine that takes long."""
    if connection.vendor == "sqlite" and any(map(_touches_the_database, session.items)):
        migrated()
    pace.keep_what_was_read()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
    """As pytest tells a story, from a roomy place."""
    return roomy(runner.pytest_runtest_protocol, item, nextitem)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--on-the-database", action="store_true", help="only the tests that touch the database")
    parser.addoption(
        "--rooms", default="", help="of the access matrix only the rows of these rooms, by commas"
    )
    parser.addoption("--deep", action="store_true", help="what is marked deep too")
    parser.addoption("--whole", action="store_true", help="every case of what is marked deep(each=…)")
    parser.addoption(
        "--sampled",
        action="store_true",
        help="of the access matrix two of the cast a row; of stories without random examples a twelfth",
    )


@pytest.fixture(autouse=True, scope="session")
def _every_page_is_judged(pytestconfig: pytest.Config) -> Iterator[None]:
    """Whatever test asks for a page: see tests/police.py. A page reads the same on the second database."""
    with police.on_duty(reading=not pytestconfig.getoption("--on-the-database")):
        yield


@pytest.fixture(autouse=True)
def _nothing_was_typed_yet() -> None:
    """Each story is judged by what it sent itself."""
    police.typed.clear()


@pytest.fixture(autouse=True)
def _nothing_is_kept_from_another_story() -> None:
    """The next story's acts have the same numbers (foundation/kept.py)."""
    caches["kept"].clear()


@pytest.fixture(autouse=True)
def _every_act_has_words(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever story writes an act: a room declares it in its door `verbs`, names built at run time too.

    The ground knows no rooms: its own stories write acts of their own invention.
    """
    if "lantoa/foundation/" in request.node.path.as_posix():
        yield
        return

    def must_be_declared(instance: Event, **_more: object) -> None:
        assert instance.verb in acts.words(), f"no room says what {instance.verb} means"

    post_save.connect(must_be_declared, sender=Event)
    yield
    post_save.disconnect(must_be_declared, sender=Event)


@pytest.fixture
def cast(db) -> Cast:
    """The small cast of every story: see tests/cast.py."""
    return build()
