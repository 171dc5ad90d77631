"""What PostgreSQL is told of the machines of today, by each connection: no office has to mend its configuration."""

from __future__ import annotations

from typing import Any

# By default a row found by an index counts as four read in turn, as on a turning disk: lists of a commune would be
# found by walking the country. And compiling one of a page's questions takes longer than answering it.
SAID = "SET random_page_cost = 1.1; SET jit = off"
# Nobody waits longer for a page. Migrations, the worker and commands may: only the server of pages asks it.
PATIENCE = "SET statement_timeout = '60s'"


def tell(connection: Any, **_more: Any) -> None:
    """Heard when a connection is opened; it goes before what the configuration of the server says."""
    _say(connection, SAID)


def hurry(connection: Any, **_more: Any) -> None:
    """Heard when a connection is opened to answer pages."""
    _say(connection, PATIENCE)


def _say(connection: Any, said: str) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(said)
