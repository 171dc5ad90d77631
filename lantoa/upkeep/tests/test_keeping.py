"""A lost disk costs a coffee: what is kept comes back as it was, or says in words why not."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from allauth.mfa.totp.internal import auth as totp
from cryptography.fernet import InvalidToken
from django.core.management import CommandError, call_command
from django.db import connection

from lantoa.foundation import attachments, clock
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.foundation.models import Attachment
from lantoa.people import actions as second_key
from lantoa.people import codes
from lantoa.registrations.tests.papers import photo
from lantoa.upkeep import actions, queries, rules
from lantoa.upkeep.actions import databases, keeping
from lantoa.upkeep.management.commands import restore
from lantoa.upkeep.models import KeptCopy
from lantoa.upkeep.queries import disks
from tests.cast import PASSWORD

# A copy is made of what is committed.
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.alone,
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="here the copy is made with SQLite's own backup"
    ),
]


@pytest.fixture
def house(cast, settings, tmp_path, monkeypatch):
    """A key, two places of which one is a stick, one attachment."""
    monkeypatch.setattr(disks, "device_of", lambda path: 2 if path.name == "usb" else 1)
    settings.VAR_DIR = tmp_path / "var"
    settings.VAR_DIR.mkdir()
    (tmp_path / "usb").mkdir()
    settings.MEDIA_ROOT = tmp_path / "old" / "attachments"
    settings.KEEP_PLACES = [str(settings.VAR_DIR / "copies"), str(tmp_path / "usb")]
    attachments.keep(attachments.judge(photo()), by=cast.secretary)
    settings.KEY = actions.make_key()
    return tmp_path


@pytest.fixture
def elsewhere(settings, tmp_path, monkeypatch):
    """An empty machine: a database that is not there yet."""
    place = tmp_path / "new" / "lantoa.sqlite3"

    def bring_back(dumped: Path):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(dumped.read_bytes())
        return databases.check(place)

    monkeypatch.setattr(databases, "is_empty", lambda: not place.exists())
    monkeypatch.setattr(databases, "bring_back", bring_back)
    return place


def kept(house) -> Path:
    return house / "usb" / actions.keep(clock.now()).name


def test_what_was_kept_comes_back_with_every_row_and_file(house, settings, elsewhere):
    copy = kept(house)
    settings.MEDIA_ROOT = house / "new" / "attachments"
    manifest = actions.restore(copy, settings.KEY)
    names = sqlite3.connect(elsewhere).execute("SELECT full_name FROM people_person").fetchall()
    assert ("Đỗ Thị Hương",) in names and sum(manifest["rows"].values()) == KeptCopy.objects.get().rows
    assert (
        settings.MEDIA_ROOT / Attachment.objects.get().file.name
    ).stat().st_size == Attachment.objects.get().size


def test_the_second_key_still_opens_on_the_new_machine(house, cast, settings, elsewhere, monkeypatch):
    """The secret of the telephone is read with the signing key; that came back inside the encrypted copy."""
    secret, account = codes.new_secret(), cast.account("administrator")
    now_shown = totp.format_hotp_value(
        totp.hotp_value(secret, next(iter(totp.yield_hotp_counters_from_time())))
    )
    second_key.turn_on_second_key(account, secret=secret, code=now_shown, by=cast.administrator)
    copy, before = kept(house), settings.SECRET_KEY
    assert before.encode() not in copy.read_bytes()
    settings.SECRET_KEY = "another machine, another key"
    settings.MEDIA_ROOT, settings.VAR_DIR = house / "new" / "attachments", house / "new"
    settings.VAR_DIR.mkdir()
    monkeypatch.delenv("SECRET_KEY", raising=False)
    assert actions.restore(copy, settings.KEY)["signs_as_before"]
    place = settings.VAR_DIR / "secret_key"
    assert place.read_text() == before and place.stat().st_mode & 0o077 == 0
    sealed = json.loads(
        sqlite3.connect(elsewhere)
        .execute("SELECT data FROM mfa_authenticator WHERE type = 'totp'")
        .fetchone()[0]
    )
    with pytest.raises(InvalidToken):
        codes.Adapter().decrypt(sealed["secret"])
    settings.SECRET_KEY = place.read_text()  # as the next start reads it
    assert codes.Adapter().decrypt(sealed["secret"]) == secret


def test_the_key_is_read_as_it_is_typed_from_paper(house, settings, elsewhere):
    copy = kept(house)
    settings.MEDIA_ROOT = house / "new" / "attachments"
    shown = rules.in_groups(settings.KEY)
    assert shown.startswith("AGE-SECRET-KEY-1 ") and max(map(len, shown.split()[1:])) == 6
    public = queries.public_key()
    queries.key_file().unlink()
    actions.restore(copy, f"{shown.lower()}\n")
    assert elsewhere.exists() and queries.public_key() == public, (
        "copies go on, for the sheet that is printed"
    )


def test_beside_the_copies_lies_how_they_are_brought_back(house, settings):
    (settings.VAR_DIR / "revision.txt").write_text("0123abc\n")
    copy = kept(house)
    told = (copy.parent / actions.TOLD).read_text()
    assert "make restore COPY=" in told and "0123abc" in told and "AGE-SECRET-KEY-1)" in told
    assert settings.KEY not in told


def test_one_command_brings_everything_back_and_looks_at_it(house, settings, elsewhere, monkeypatch, capsys):
    copy, ran = kept(house), []
    settings.MEDIA_ROOT = house / "new" / "attachments"
    monkeypatch.setattr("builtins.input", lambda asked: settings.KEY)
    monkeypatch.setattr(restore, "_go_on", lambda words: ran.append(words))
    call_command("restore", str(copy))
    assert [words.split()[0] for words in ran] == ["migrate", "erase_again", "seal", "check_data"]
    said = capsys.readouterr().out.rstrip()
    assert "bản sao lúc 08:00, 16/11/2026" in said and said.endswith("Gõ tiếp: make serve")


def test_a_place_that_is_not_empty_is_refused_before_the_key_is_typed(house, settings, monkeypatch):
    copy = kept(house)
    monkeypatch.setattr("builtins.input", lambda asked: pytest.fail("59 letters for nothing"))
    with pytest.raises(CommandError, match="Chỉ khôi phục vào nơi trống"):
        call_command("restore", str(copy))


def test_a_step_that_fails_afterwards_is_named_with_how_to_go_on(house, settings, elsewhere, monkeypatch):
    copy = kept(house)
    settings.MEDIA_ROOT = house / "new" / "attachments"
    monkeypatch.setattr("builtins.input", lambda asked: settings.KEY)
    monkeypatch.setattr(restore, "_go_on", lambda words: words.startswith("erase_again"))
    with pytest.raises(CommandError, match="(?s)Dữ liệu đã về, nhưng.*erase_again.*seal verify.*check_data"):
        call_command("restore", str(copy))


def test_nothing_starts_on_data_that_are_still_being_looked_at(house, settings, elsewhere, monkeypatch):
    copy, started = kept(house), []
    settings.MEDIA_ROOT = house / "new" / "attachments"
    monkeypatch.setattr("builtins.input", lambda asked: settings.KEY)

    def somebody_starts(words):
        with pytest.raises(Conflict), actions.hold_the_data():
            started.append(words)

    monkeypatch.setattr(restore, "_go_on", somebody_starts)
    call_command("restore", str(copy))
    assert started == []


def test_nothing_is_brought_back_under_what_runs(house, settings, elsewhere, monkeypatch):
    copy = kept(house)
    monkeypatch.setattr("builtins.input", lambda asked: settings.KEY)
    with actions.hold_the_data(), pytest.raises(CommandError, match="đang chạy"):
        call_command("restore", str(copy))
    assert not elsewhere.exists()


def test_a_key_named_and_left_empty_is_none(house, settings, elsewhere, monkeypatch):
    copy = kept(house)
    settings.MEDIA_ROOT, settings.VAR_DIR = house / "new" / "attachments", house / "new"
    settings.VAR_DIR.mkdir()
    monkeypatch.setenv("SECRET_KEY", "")
    assert actions.restore(copy, settings.KEY)["signs_as_before"]


def test_a_machine_that_is_told_another_key_says_what_to_do(house, settings, elsewhere, monkeypatch, capsys):
    copy = kept(house)
    (house / "key.txt").write_text(settings.KEY)
    settings.MEDIA_ROOT, settings.VAR_DIR = house / "new" / "attachments", house / "new"
    settings.VAR_DIR.mkdir()
    monkeypatch.setenv("SECRET_KEY", "told by the machine")
    monkeypatch.setattr(restore, "_go_on", lambda words: 0)
    call_command("restore", str(copy), key_file=house / "key.txt")
    assert "Có dòng SECRET_KEY thì xóa đi" in capsys.readouterr().out


def test_a_copy_is_written_to_every_place_and_nothing_else_is_left(house, settings):
    copy = kept(house)
    made = KeptCopy.objects.get()
    assert len(made.places) == 2 and made.missed == [] and (settings.VAR_DIR / "copies" / copy.name).exists()
    assert sorted(path.name for path in settings.VAR_DIR.iterdir()) == ["copies", "keep-public.txt"]
    assert "Hương".encode() not in copy.read_bytes() and b"SQLite" not in copy.read_bytes()


def test_a_stick_that_is_not_plugged_in_gets_no_copy_onto_the_disk_of_the_data(house, monkeypatch):
    monkeypatch.setattr(disks, "device_of", lambda path: 1)
    copy = actions.keep(clock.now())
    assert copy.places == [str(house / "var" / "copies")] and not list((house / "usb").iterdir())
    assert queries.last_second_copy() is None and queries.health(clock.now())["copy"] == "late"


def test_a_stick_that_is_not_there_is_told_and_the_copy_is_kept_all_the_same(house, settings):
    (house / "usb").rmdir()
    made = actions.keep(clock.now())
    assert made.missed == [str(house / "usb")] and len(made.places) == 1


def test_a_wrong_key_and_a_flipped_bit_are_refused_in_words(house, settings, elsewhere):
    copy, right = kept(house), settings.KEY
    settings.MEDIA_ROOT = house / "new" / "attachments"
    with pytest.raises(BadInput, match="không mở được bản sao ấy"):
        actions.restore(copy, keeping.pyrage.x25519.Identity.generate().__str__())
    with pytest.raises(BadInput, match="không đọc được"):
        actions.restore(copy, "mot khoa bat ky")
    for at in (20, copy.stat().st_size // 2, copy.stat().st_size - 3):
        damaged = bytearray(copy.read_bytes())
        damaged[at] ^= 1
        other = house / "damaged.age"
        other.write_bytes(damaged)
        with pytest.raises((Conflict, BadInput), match="không mở được"):
            actions.restore(other, right)
    assert not elsewhere.exists()


def test_nothing_is_written_over(house, settings):
    copy = kept(house)
    with pytest.raises(Conflict, match="nơi trống"):
        actions.restore(copy, settings.KEY)


def test_a_copy_that_does_not_come_back_as_it_was_is_not_kept(house, monkeypatch):
    monkeypatch.setattr(keeping.databases, "check", lambda place: {"people_person": 1})
    with pytest.raises(Conflict, match="không dùng được"):
        actions.keep(clock.now())
    assert not KeptCopy.objects.exists() and not list((house / "usb").iterdir())


def test_without_a_key_nothing_is_kept(cast, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    with pytest.raises(Conflict, match="Tạo khóa"):
        actions.keep(clock.now())


def test_an_administrator_makes_the_key_and_a_copy_with_her_password(house, cast):
    client = cast.client("administrator")
    for where, box in (("/van-hanh/khoa/", "khoa-password"), ("/van-hanh/sao-luu/", "sao-luu-password")):
        wrong = client.post(where, {box: "sai"})
        page = wrong.content.decode()
        assert wrong.status_code == 400 and "Mật khẩu chưa đúng" in page and f'name="{box}"' in page
    page = client.post("/van-hanh/khoa/", {"khoa-password": PASSWORD}).content.decode()
    assert "AGE-SECRET-KEY-1" in page and "chỉ hiện một lần" in page
    page = client.post("/van-hanh/sao-luu/", {"sao-luu-password": PASSWORD}, follow=True).content.decode()
    assert "Đã sao lưu và thử khôi phục" in page and queries.last_copy()
    assert "AGE-SECRET-KEY-1" not in client.get("/van-hanh/").content.decode()


def test_the_page_is_red_without_a_copy_and_with_one_place(cast, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    settings.KEEP_PLACES = settings.KEEP_PLACES[:1]
    page = cast.client("administrator").get("/van-hanh/").content.decode()
    assert "Chưa sao lưu được: làm ba việc một lần" in page and "cùng đĩa với dữ liệu" in page
    assert "Sao lưu dữ liệu" in cast.client("administrator").get("/").content.decode()


def test_files_without_rows_and_rows_without_files_are_listed_and_left_alone(cast, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "attachments"
    one = attachments.keep(attachments.judge(photo()), by=cast.secretary)
    stray = Path(settings.MEDIA_ROOT) / "2026" / "la.jpg"
    stray.parent.mkdir(parents=True, exist_ok=True)
    stray.write_bytes(b"x")
    Path(one.file.path).unlink()
    wrong = {found.check.code: found.first for found in queries.run_checks() if found.count}
    assert wrong == {"attachment.file": [str(one.pk)], "attachment.row": ["2026/la.jpg"]} and stray.exists()
