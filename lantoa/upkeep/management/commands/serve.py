"""`manage.py serve`: the pages and the worker, kept running together; one command, one place to stop them."""

from __future__ import annotations

import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from lantoa.foundation import clock
from lantoa.upkeep import actions

PAUSE = 2  # seconds before something that died is started again
PATIENCE = 10  # seconds for it to stop by itself


class Command(BaseCommand):
    """Starts in a moment where nothing has changed; starts again whatever dies."""

    help = "Chạy trang web và việc chạy nền; Ctrl+C để dừng cả hai."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to listen, and with how many processes."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1))

    def handle(self, *args: Any, host: str, port: int, workers: int, **options: Any) -> None:
        """CommandError, in words, when the port is taken."""
        _must_be_free(host, port)
        _migrate_where_needed()
        _collect_where_changed()
        if "setup_code" in get_commands():
            call_command("setup_code", stdout=self.stdout)
        actions.schedule_all(clock.now())
        connection.close()
        actions.note_revision()
        self.stdout.write(f"Lan Tỏa: http://{host}:{port}")
        web = f"-m granian --interface wsgi --host {host} --port {port} --workers {workers}"
        web += " --respawn-failed-workers --backpressure 16 --log-level warning config.wsgi:application"
        actions.pid_file().write_text(f"{os.getpid()}\n", encoding="ascii")
        begins_again = keep_running(
            {"web": [sys.executable, *web.split()], "worker": [sys.executable, "manage.py", "qcluster"]}
        )
        actions.pid_file().unlink(missing_ok=True)
        if begins_again:  # as a new process, so that nothing of the old code is left
            os.execv(sys.executable, [sys.executable, *sys.argv])


def _must_be_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex((host, port)) == 0:
            raise CommandError(
                f"Cổng {port} đã có chương trình khác dùng, có thể là một Lan Tỏa đang chạy. "
                f"Dừng nó trước, hoặc chọn cổng khác: make serve PORT={port + 1}"
            )


def _migrate_where_needed() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0)


def _collect_where_changed() -> None:
    """Collecting takes seconds; a look at the names, sizes and times of the sources takes none."""
    stamp, told = Path(settings.VAR_DIR) / "static.stamp", _told_of_sources()
    if not stamp.exists() or stamp.read_text() != told or not Path(settings.STATIC_ROOT).is_dir():
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(told)


def _told_of_sources() -> str:
    seen = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            found = Path(storage.path(name)).stat()
            seen.update(f"{name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return seen.hexdigest()


def keep_running(commands: dict[str, list[str]]) -> bool:
    """Start each, start again whatever ends by itself, stop all when told to stop; True to begin again (SIGHUP)."""
    stopping: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda told, _frame: stopping.append(told))
    running = {name: _start(command) for name, command in commands.items()}
    while not stopping:
        time.sleep(0.2)
        for name, process in running.items():
            if process.poll() is not None and not stopping:
                time.sleep(PAUSE)
                running[name] = _start(commands[name])
    for process in running.values():
        process.terminate()
    for process in running.values():
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
    return signal.SIGHUP in stopping


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    """In a session of its own, so that Ctrl+C reaches it through us and once."""
    return subprocess.Popen(command, cwd=settings.BASE_DIR, start_new_session=True)
