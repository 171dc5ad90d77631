"""Writers on SQLite stand in a line: nobody is passed over, and whoever gives up lets the next one in."""

from __future__ import annotations

import threading

import pytest
from django.db import OperationalError, connections

from config.sqlite3.base import DatabaseWrapper, _turn


@pytest.fixture
def office(tmp_path):
    """Connections to one file, as processes of the server have them; closed in the end."""
    made = []

    def enter(patience=20.0):
        known = connections["default"].settings_dict
        options = {"timeout": patience, "transaction_mode": "IMMEDIATE"}
        one = DatabaseWrapper(
            {**known, "NAME": str(tmp_path / "office.sqlite3"), "OPTIONS": options}, alias="apart"
        )
        one.inc_thread_sharing()
        made.append(one)
        return one

    yield enter
    for one in made:
        one.close()


def begin(connection):
    connection.ensure_connection()
    connection._start_transaction_under_autocommit()


def test_whoever_comes_while_another_waits_stands_behind_her(tmp_path):
    door, inside, order = str(tmp_path / "turn"), threading.Event(), []

    def comes():
        inside.set()
        with _turn(door):
            order.append("second")

    with _turn(door):
        other = threading.Thread(target=comes)
        other.start()
        inside.wait()
        order.append("first")
    other.join()
    assert order == ["first", "second"]


def test_whoever_loses_patience_is_told_and_leaves_the_door_open(office, django_db_blocker):
    with django_db_blocker.unblock():
        first, second, third = office(), office(patience=0.05), office()
        begin(first)
        with pytest.raises(OperationalError, match="locked"):
            begin(second)
        first.connection.execute("COMMIT")
        begin(third)
        third.connection.execute("COMMIT")


def test_who_waited_long_at_the_door_has_her_patience_again_the_next_time(
    office, django_db_blocker, monkeypatch
):
    monkeypatch.setattr("config.sqlite3.base.NOTICED", 0.0)
    with django_db_blocker.unblock():
        one = office(patience=7.0)
        begin(one)
        one.connection.execute("COMMIT")
        assert one.connection.execute("PRAGMA busy_timeout").fetchone() == (7000,)


def test_where_no_file_can_be_made_there_is_no_line(tmp_path):
    with _turn(str(tmp_path / "no folder" / "turn")) as waited:
        assert waited < 60
