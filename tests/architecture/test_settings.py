"""What the settings promise to every test and to whoever serves the house."""

from __future__ import annotations

import importlib
import re
import tomllib
from collections import Counter
from pathlib import Path

from django.conf import settings
from django.db.backends.signals import connection_created

from config import planner


def test_tests_write_nowhere_in_the_house():
    for place in (settings.VAR_DIR, settings.MEDIA_ROOT, settings.OUT_DIR, settings.STATIC_ROOT):
        assert not Path(place).is_relative_to(settings.BASE_DIR), place


def test_there_is_one_language_until_another_is_whole():
    assert settings.LANGUAGE_CODE == "vi"
    assert (
        not settings.LOCALE_PATHS and "django.middleware.locale.LocaleMiddleware" not in settings.MIDDLEWARE
    )


def test_the_served_house_holds_no_test_tool():
    """requirements.lock is what it runs on; what `dev` adds in pyproject.toml stands in requirements-dev.lock alone."""
    house = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())["project"]
    tools = {re.split(r"[<>=\[]", name)[0].lower() for name in house["optional-dependencies"]["dev"]}
    served, tried = locked("requirements.lock"), locked("requirements-dev.lock")
    assert tools <= set(tried) and not tools & set(served), "make lock"
    assert served.items() <= tried.items(), "the two locks name different versions: make lock"


def test_a_setting_is_made_once():
    """Two rooms that need the same one do not each give it a value of their own."""
    made = re.findall(
        r"^([A-Z_]+)(?:: [^=]+)? = ", (settings.BASE_DIR / "config/settings.py").read_text(), re.MULTILINE
    )
    again = {name for name, times in Counter(made).items() if times > 1}
    assert again <= {"ROOMS"}, again


def locked(name: str) -> dict[str, str]:
    """Package → version."""
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", (settings.BASE_DIR / name).read_text(), re.MULTILINE))


class Told:
    """A connection to PostgreSQL that keeps what it is told."""

    vendor = "postgresql"

    def __init__(self):
        self.told = []

    def cursor(self):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *_fault):
        return None

    def execute(self, said):
        self.told.append(said)


def test_each_connection_tells_postgresql_that_rows_found_by_an_index_are_near():
    """Otherwise a commune's list is found by walking the country."""
    connection = Told()
    planner.tell(connection)
    assert connection.told == [planner.SAID] and "random_page_cost = 1.1" in planner.SAID


def test_only_where_pages_are_served_a_question_is_cut_off():
    """A migration of a large table, the worker and a copy take longer than anybody waits for a page."""
    connection = Told()
    planner.hurry(connection)
    assert connection.told == ["SET statement_timeout = '60s'"]
    assert not connection_created.disconnect(planner.hurry), "no command and no story asks it"
    importlib.reload(importlib.import_module("config.wsgi"))
    assert connection_created.disconnect(planner.hurry)
    assert "statement_timeout" not in (settings.BASE_DIR / "deploy/postgresql.sql").read_text()
