"""Cases T80, T81, T86, T91: a process is killed in the middle of an act or of a migration, or the disk is full.

What was acknowledged is in a ledger outside the process; all of it is in the database afterwards, once, and nothing of
what was under way is there by half.
"""

from __future__ import annotations

import subprocess

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from lantoa.foundation.tests.test_killed_while_hearing import dies, done
from tests import apart, ready

pytestmark = [pytest.mark.deep, pytest.mark.alone]
MODULE = "lantoa.foundation.tests.a_room_apart"
ROOM_LEFT = 6_000_000  # octets


@pytest.fixture
def send(transactional_db, tmp_path):
    with apart.sending(MODULE, tmp_path) as send:
        yield send


@pytest.mark.timeout(1200)
def test_killed_two_hundred_times_while_acting_nothing_acknowledged_is_lost_or_there_twice(send):
    acknowledged = done(send("act and fall again and again"), 900)
    acts = done(send("say what was done"))
    assert len(acknowledged) > 200 and len(set(acts)) == len(acts)
    assert set(acknowledged) <= set(acts)
    assert done(send("look for faults")) == [0]


def test_killed_in_the_middle_of_a_migration_nothing_of_it_is_there_and_the_next_run_finishes(send):
    dies(send("migrate and die"))
    assert done(send("count trees")) == [0]
    done(send("migrate"))
    assert done(send("count trees")) == [2]


def test_every_migration_of_the_house_is_done_whole_or_not_at_all(db):
    ours = {key: one for key, one in MigrationLoader(connection).disk_migrations.items() if _is_ours(one)}
    assert ours and [key for key, one in ours.items() if not one.atomic] == []


def _is_ours(migration) -> bool:
    return type(migration).__module__.startswith("lantoa.")


@pytest.fixture
def small_disk(tmp_path):
    """A disk of its own with room for the database and little more; only who may mount has one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    size = 2 * ready.migrated().stat().st_size + ROOM_LEFT
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("only root can mount a disk of its own")
    try:
        (folder / "ballast").write_bytes(b"x" * (ROOM_LEFT // 2))
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.skipif(
    "connection.vendor != 'sqlite'", reason="where PostgreSQL keeps its files is its own matter"
)
def test_when_the_disk_fills_up_the_act_has_not_happened_and_with_room_again_the_process_goes_on(
    small_disk, db
):
    with apart.sending(MODULE, small_disk) as send:
        told = done(send("act until the disk is full"))
        fault = told.index(-1)
        assert fault > 0 and len(told) == fault + 4
        assert done(send("say what was done")) == [one for one in told if one > 0]
        assert done(send("look for faults")) == [0]
