"""Case T34: opening a page writes nothing but that it was opened, and what a session remembers."""

from __future__ import annotations

import re
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.architecture.test_access import _undone, doors
from tests.cast import ROLES, build

WRITES = re.compile(r'^\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)
# That somebody read what tells of a person, that a right was missing; the session itself.
MAY_WRITE = {"foundation_event", "django_session"}
# That she has opened her own message, looked at what her own list did, or taken her own file.
BESIDES = {
    "messages:open": {"messages_message"},
    "exchange:show": {"exchange_import"},
    "exchange:take": {"exchange_export"},
}


@contextmanager
def written():
    """The tables that are written to inside."""
    tables: set[str] = set()

    def look(execute, sql, params, many, context):
        if found := WRITES.match(sql):
            tables.add(found[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield tables


@pytest.mark.django_db
@pytest.mark.deep(each=4)
@pytest.mark.parametrize("door", doors(), ids=lambda door: door.__name__.split(".")[1])
def test_opening_a_page_writes_nothing(door, settings):
    settings.THROTTLE = False
    with _undone():
        cast = build()
        if hasattr(door, "prepare"):
            door.prepare(cast)
        clients: dict[str, Client] = {}
        found = {}
        for row in door.TABLE:
            if row.method != "GET":
                continue
            who = ROLES[0] if row.allowed == "everyone" else row.allowed.split()[0]
            client = clients.setdefault(who, cast.client(who))
            with _undone():
                address = reverse(row.name, args=row.args(cast) if row.args else [])
                with written() as tables:
                    client.get(address)
            if more := tables - MAY_WRITE - BESIDES.get(row.name, set()):
                found[row.name] = more
        assert found == {}
