"""A new version: a copy first, the way back written down before anything changes, a restart only when all is whole."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from lantoa.foundation import clock
from lantoa.people.models import Person
from lantoa.upkeep import actions
from lantoa.upkeep.actions import upgrading
from lantoa.upkeep.management.commands import serve
from lantoa.upkeep.models import KeptCopy

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(cast, settings, tmp_path, monkeypatch):
    """A copy is tried in its own stories; here one is made at once."""
    settings.VAR_DIR, settings.MEDIA_ROOT = tmp_path, tmp_path / "attachments"
    places = [str(tmp_path / "copies"), "/media/usb"]
    more = {"name": "lan-toa-1.age", "size": 1, "seconds": 1, "places": places, "rows": 7, "events": 0}
    monkeypatch.setattr(upgrading, "make_copy", lambda now, folders: KeptCopy(at=now, **more))
    (tmp_path / "revision.txt").write_text("0123abc\n")
    return tmp_path


@pytest.mark.deep(slow=True)
def test_the_way_back_names_the_copy_and_the_version_that_ran(house):
    said: list[str] = []
    place = actions.upgrade(clock.now(), say=said.append)
    text = place.read_text()
    assert "git checkout 0123abc" in text and "restore /media/usb/lan-toa-1.age" in text
    assert "08:00 16/11/2026" in text and any("7 dòng" in line for line in said)
    assert "Chưa chạy" in said[-1] and (house / "revision.txt").read_text() != "0123abc\n"


@pytest.mark.deep(slow=True)
def test_where_the_data_is_not_whole_nothing_is_restarted_and_the_way_back_is_named(house, monkeypatch):
    Person.objects.filter(full_name="Lê Quốc Dũng").update(full_name="")
    monkeypatch.setattr(upgrading, "restart_what_runs", lambda: pytest.fail("restarted all the same"))
    with pytest.raises(CommandError, match=r"Ai cũng có họ và tên.*quay-lai-"):
        call_command("upgrade")
    assert (house / "revision.txt").read_text() == "0123abc\n"


@pytest.mark.deep(slow=True)
def test_a_table_that_only_the_new_version_knows_is_not_asked_before_it_is_there(
    house, settings, monkeypatch
):
    def not_there():
        raise OperationalError("no such table: upkeep_keepplace")

    monkeypatch.setattr(upgrading.queries, "folders", not_there)
    settings.KEEP_PLACES = ["/media/usb"]
    assert actions.upgrade(clock.now(), say=str).exists() and KeptCopy.objects.count() == 1


def test_without_a_copy_nothing_is_changed(house, monkeypatch):
    monkeypatch.undo()
    with pytest.raises(CommandError, match="khóa sao lưu"):
        call_command("upgrade")
    assert not list(house.glob("quay-lai-*"))


def test_what_runs_is_told_to_begin_again(house):
    assert not actions.restart_what_runs(), "nothing runs"
    told: list[int] = []
    signal.signal(signal.SIGHUP, lambda number, _frame: told.append(number))
    actions.pid_file().write_text(f"{os.getpid()}\n")
    assert actions.restart_what_runs()
    assert told == [signal.SIGHUP]
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.mark.parametrize(("number", "again"), [(signal.SIGHUP, True), (signal.SIGTERM, False)])
def test_serving_ends_with_its_children_and_begins_again_only_when_asked(monkeypatch, number, again):
    children: list[subprocess.Popen[bytes]] = []

    def start(command):
        children.append(subprocess.Popen(command))
        os.kill(os.getpid(), number)
        return children[-1]

    before = {one: signal.getsignal(one) for one in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)}
    monkeypatch.setattr(serve, "_start", start)
    try:
        sleeping = [sys.executable, "-c", f"import time; time.sleep({60})"]
        assert serve.keep_running({"web": sleeping}) is again
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
    assert children[0].poll() is not None


def test_what_dies_is_started_again_and_leaves_nothing_behind(monkeypatch, tmp_path):
    """A worker that is killed has children of its own; beside the new one they would work on with the old code."""
    started: list[subprocess.Popen[bytes]] = []
    child = "import os, time; os.fork(); time.sleep(60)"

    def start(command):
        started.append(subprocess.Popen(command, start_new_session=True))
        if len(started) == 2:
            os.kill(os.getpid(), signal.SIGTERM)
        else:
            time.sleep(0.5)
            started[0].kill()
        return started[-1]

    before = {one: signal.getsignal(one) for one in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)}
    monkeypatch.setattr(serve, "_start", start)
    monkeypatch.setattr(serve, "PAUSE", 0)
    try:
        serve.keep_running({"worker": [sys.executable, "-c", child]})
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
    assert len(started) == 2 and not [one for process in started for one in alive_in(process.pid)]


def tells_children() -> bool:
    """Whether this machine can tell a child that its parent is gone."""
    found = shutil.which("setpriv")
    return (
        bool(found) and b"--pdeathsig" in subprocess.run([str(found), "--help"], capture_output=True).stdout
    )


@pytest.mark.skipif(not tells_children(), reason="only some Linux tells a child that its parent is gone")
def test_killed_it_takes_what_it_had_started_with_it():
    """Else the next one finds its port taken, and two workers would work on the same data."""
    child = "import os, time; print(os.getpid(), flush=True); time.sleep(60)"
    parent = (
        "import sys, time, django; django.setup(); from lantoa.upkeep.management.commands import serve; "
        f"serve._start([sys.executable, '-c', {child!r}]); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", parent], stdout=subprocess.PIPE, text=True) as served:
        group = int(served.stdout.readline())
        served.kill()
    try:
        end = time.monotonic() + 10  # by itself it would live for a minute
        while alive_in(group) and time.monotonic() < end:
            time.sleep(0.05)
        assert not alive_in(group)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)


def test_where_nothing_tells_a_child_that_its_parent_is_gone_it_is_started_as_it_is(tmp_path, monkeypatch):
    """An older setpriv knows no such option: pages and worker would not start at all."""
    older = tmp_path / "setpriv"
    older.write_text("#!/bin/sh\nexit 1\n")
    older.chmod(0o755)
    for path in (str(tmp_path), str(tmp_path / "nothing")):
        monkeypatch.setenv("PATH", path)
        serve._ends_with_us.cache_clear()
        assert serve._ends_with_us() == ()
        assert serve._start([sys.executable, "-c", "raise SystemExit(7)"]).wait(60) == 7
    serve._ends_with_us.cache_clear()


def alive_in(group: int) -> list[str]:
    """The processes of this group that have not ended."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _parent, of_group = place.read_text().rpartition(")")[2].split()[:3]
            if int(of_group) == group and state not in "ZX":
                found.append(place.parent.name)
    return found


def test_the_same_data_is_served_once(house):
    with actions.hold_the_data(), pytest.raises(CommandError, match="ở một cửa sổ khác"):
        call_command("serve", port=18999)


def test_the_unit_of_an_ordinary_user_starts_what_stands_here(house, settings, capsys):
    for _time in range(2):
        call_command("service", folder=house / "units", port=8123)
    unit = (house / "units" / "lantoa.service").read_text()
    assert f"WorkingDirectory={settings.BASE_DIR}" in unit and f"LANTOA_VAR={house}" in unit
    assert f"ExecStart={sys.executable} manage.py serve --port 8123" in unit and "User=" not in unit
    assert "enable --now lantoa" in capsys.readouterr().out
