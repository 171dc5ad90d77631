"""The drill on PostgreSQL: a copy by pg_dump comes back into an empty database with every row and file."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pyrage
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from lantoa.foundation import attachments, clock, sealing
from lantoa.foundation.errors import Conflict
from lantoa.foundation.models import Attachment
from lantoa.people.models import Person
from lantoa.registrations.tests.papers import photo
from lantoa.upkeep import actions
from lantoa.upkeep.actions import databases
from lantoa.upkeep.models import KeptCopy
from lantoa.upkeep.queries import disks

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.alone,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="here the copy is made with pg_dump"),
]
EMPTY = "lantoa_drill"


@pytest.fixture
def copy(cast, settings, tmp_path, monkeypatch) -> tuple[Path, str]:
    """A copy of the cast and one attachment on a stick, and the key that opens it."""
    monkeypatch.setattr(disks, "device_of", lambda path: 2 if path.name == "usb" else 1)
    settings.VAR_DIR, settings.MEDIA_ROOT = tmp_path / "var", tmp_path / "old"
    (tmp_path / "usb").mkdir()
    settings.VAR_DIR.mkdir()
    settings.KEEP_PLACES = [str(tmp_path / "usb")]
    attachments.keep(attachments.judge(photo()), by=cast.secretary)
    sealing.seal(clock.now())
    key = actions.make_key()
    return tmp_path / "usb" / actions.keep(clock.now()).name, key


@pytest.fixture
def elsewhere(settings, tmp_path, monkeypatch):
    """An empty database on the same server, as on a new machine."""
    server = psycopg.connect(**databases._named(), autocommit=True)
    server.execute(f"DROP DATABASE IF EXISTS {EMPTY}")
    server.execute(f"CREATE DATABASE {EMPTY} TEMPLATE template0")

    def move() -> None:
        connection.close()
        monkeypatch.setitem(connection.settings_dict, "NAME", EMPTY)
        settings.MEDIA_ROOT = tmp_path / "new"

    yield move
    connection.close()
    monkeypatch.undo()
    server.execute(f"DROP DATABASE {EMPTY}")
    server.close()


def test_what_was_kept_comes_back_with_every_row_file_and_seal(copy, elsewhere, settings):
    place, key = copy
    rows, name = KeptCopy.objects.get().rows, Attachment.objects.get().file.name
    elsewhere()
    assert connection.settings_dict["NAME"] == EMPTY and databases.is_empty()
    manifest = actions.restore(place, key)
    assert sum(manifest["rows"].values()) == rows
    assert Person.objects.filter(full_name="Đỗ Thị Hương").exists() and (settings.MEDIA_ROOT / name).exists()
    assert sealing.verify().fault is None and sealing.verify().checked == manifest["sealed"]
    with pytest.raises(Conflict, match="nơi trống"):
        actions.restore(place, key)


def test_by_the_command_it_says_what_came_back_and_what_to_do_next(copy, elsewhere, tmp_path, capsys):
    place, key = copy
    printed, wrong = tmp_path / "printed", tmp_path / "wrong"
    printed.write_text(key)
    wrong.write_text(str(pyrage.x25519.Identity.generate()))
    elsewhere()
    with pytest.raises(CommandError, match="không mở được bản sao ấy"):
        call_command("restore", str(place), key_file=wrong)
    assert databases.is_empty()
    call_command("restore", str(place), key_file=printed)
    said = capsys.readouterr().out
    assert "Đã khôi phục bản sao" in said and "Đối chiếu lịch sử" in said and "Gõ tiếp: make serve" in said
    with pytest.raises(CommandError, match="không ghi đè"):
        call_command("restore", str(place), key_file=printed)


def test_one_flipped_bit_is_refused_and_leaves_the_empty_place_empty(copy, elsewhere):
    place, key = copy
    damaged = bytearray(place.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    place.write_bytes(damaged)
    elsewhere()
    with pytest.raises(Conflict, match="không mở được"):
        actions.restore(place, key)
    assert databases.is_empty()
