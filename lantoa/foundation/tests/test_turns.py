"""Writers on SQLite stand in a line: nobody is passed over, and whoever gives up lets the next one in."""

from __future__ import annotations

import contextlib
import fcntl
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


def is_free(door):
    """Whether whoever comes now would be let in at once."""
    with open(door, "w") as looked:
        try:
            fcntl.flock(looked, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def test_nobody_is_let_in_while_another_is_at_the_head_of_the_line(tmp_path):
    door = str(tmp_path / "turn")
    with _turn(door):
        assert not is_free(door)
    assert is_free(door)


def test_whoever_waits_comes_in_when_the_first_has_left(tmp_path):
    door, inside = str(tmp_path / "turn"), threading.Event()

    def comes():
        with _turn(door):
            inside.set()

    other = threading.Thread(target=comes)
    with _turn(door):
        other.start()
        assert not inside.wait(0.2)
    other.join()
    assert inside.is_set()


def test_whoever_loses_patience_is_told_and_leaves_the_door_open(office, django_db_blocker, tmp_path):
    with django_db_blocker.unblock():
        first, second, third = office(), office(patience=0.05), office()
        begin(first)
        with pytest.raises(OperationalError, match="locked"):
            begin(second)
        assert is_free(tmp_path / "office.sqlite3-turn")
        first.connection.execute("COMMIT")
        begin(third)
        assert third.connection.in_transaction and not second.connection.in_transaction


def test_who_waited_long_at_the_door_waits_so_much_less_inside_and_has_her_patience_again(
    office, django_db_blocker, monkeypatch
):
    monkeypatch.setattr("config.sqlite3.base.NOTICED", 0.0)
    monkeypatch.setattr("config.sqlite3.base._turn", lambda _door: contextlib.nullcontext(5.0))
    with django_db_blocker.unblock():
        one = office(patience=7.0)
        given, be_patient = [], one._be_patient
        monkeypatch.setattr(one, "_be_patient", lambda seconds: (given.append(seconds), be_patient(seconds)))
        begin(one)
        assert given == [2.0, 7.0]
        assert one.connection.execute("PRAGMA busy_timeout").fetchone() == (7000,)


def test_where_no_file_can_be_made_she_begins_without_a_line(office, django_db_blocker, tmp_path):
    (tmp_path / "office.sqlite3-turn").mkdir()
    with django_db_blocker.unblock():
        one = office()
        begin(one)
        assert one.connection.in_transaction
