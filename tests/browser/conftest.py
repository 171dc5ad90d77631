"""One Chromium for the whole run; each test gets pages in which one of the cast has signed in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser.visitor import Visitor, start
from tests.cast import Cast, build
from tests.ready import begin_again, begin_as_a_copy

# Playwright's synchronous door runs an event loop in this thread; Django would refuse the database in it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

PHONE, DESK, NARROW = (390, 844), (1280, 900), (320, 640)
# Whether a page can be read: on a phone a third of them in the usual run, all of them on all three in `make deep`.
ON_EVERY_SCREEN = pytest.mark.parametrize(
    "size",
    [
        pytest.param(PHONE, id="phone", marks=pytest.mark.deep(one_in=3)),
        pytest.param(NARROW, id="narrow", marks=pytest.mark.deep),
        pytest.param(DESK, id="desk", marks=pytest.mark.deep),
    ],
)
# A walk that Django's client tells too is clicked through with scripts, and without in `make deep`; the first paper
# and the paper slips of codes are walked both ways always.
WITH_AND_WITHOUT_SCRIPTS = pytest.mark.parametrize(
    "scripts", [True, pytest.param(False, marks=pytest.mark.deep)], ids=["scripts", "no scripts"]
)
ON_PHONE_AND_DESK = pytest.mark.parametrize(
    "size", [PHONE, pytest.param(DESK, marks=pytest.mark.deep)], ids=["phone", "desk"]
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, without a window and without calling home."""
    with sync_playwright() as playwright:
        browser = start(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file: a browser asks several things at once, and one connection in memory cannot be shared."""
    settings = connection.settings_dict
    if settings["ENGINE"].endswith("sqlite3"):
        settings["TEST"]["NAME"] = str(tmp_path_factory.mktemp("browser") / "test.sqlite3")
    begin_as_a_copy()


@pytest.fixture
def transactional_db(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """What is written is seen by the live server. Afterwards the file is again as migrations left it.

    One copy takes a hundredth of the time of emptying each table and writing again what migrations wrote.
    """
    if connection.vendor != "sqlite":
        pytest.skip("browser stories are walked on SQLite")
    with django_db_blocker.unblock():
        yield
        connections.close_all()
        begin_again(str(connection.settings_dict["NAME"]))


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The same cast as everywhere, written where the live server can read it."""
    return build()


@pytest.fixture
def page_as(chromium: Browser, live_server: LiveServer, cast: Cast) -> Iterator[Callable[..., Visitor]]:
    """page_as("member", PHONE): a visitor who has signed in; "" has no account; `scripts=False` for no JavaScript."""
    contexts = []

    def open_page(who: str, size: tuple[int, int] = PHONE, *, scripts: bool = True) -> Visitor:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": size[0], "height": size[1]},
            java_script_enabled=scripts,
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
        )
        contexts.append(context)
        if who:
            session = cast.client(who).cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        page: Page = context.new_page()
        page.set_default_timeout(30_000)  # a crowded machine is slow
        return Visitor(page)

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def visit(
    chromium: Browser, live_server: LiveServer, transactional_db: None, settings: Any, tmp_path: Path
) -> Iterator[Callable[..., Visitor]]:
    """A visitor at an installation in which nothing stands."""
    settings.VAR_DIR = tmp_path
    contexts = []

    def open_page(size: tuple[int, int] = DESK) -> Visitor:
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": size[0], "height": size[1]}, locale="vi-VN"
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        return Visitor(page)

    yield open_page
    for context in contexts:
        context.close()
