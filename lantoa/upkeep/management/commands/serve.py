"""`manage.py serve`: the pages and the worker, kept running together; one command, one place to stop them."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from functools import cache
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from lantoa.foundation import clock
from lantoa.foundation.errors import BadInput, Conflict
from lantoa.upkeep import actions, queries
from lantoa.upkeep.actions import metrics

PAUSE = 2  # seconds before something that died is started again
PATIENCE = 10  # seconds for it to stop by itself


class Command(BaseCommand):
    """Starts in a moment where nothing has changed; starts again whatever dies."""

    help = "Chạy trang web và việc chạy nền; Ctrl+C để dừng cả hai."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to listen, with how many processes, and whether phones of the office get a secure page."""
        parser.add_argument("--host", default="")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=_workers())
        told = "cổng trang bảo mật cho điện thoại trong cơ quan, bằng chứng thư của chính máy này"
        parser.add_argument("--https", type=int, nargs="?", const=8443, default=0, help=told)
        told = "thêm tên hoặc địa chỉ của máy này trong mạng cơ quan (dùng với --https)"
        parser.add_argument("--name", action="append", default=[], help=told)
        told = "cổng số đo cho Prometheus, chỉ máy này hỏi được; 0: không mở"
        parser.add_argument("--metrics-port", type=int, default=9108, help=told)

    def handle(self, *args: Any, port: int, https: int, metrics_port: int, **options: Any) -> None:
        """CommandError, in words, when a port is taken, the data is served already, or a name is not the office's."""
        if isinstance(
            sys.stdout, TextIOWrapper
        ):  # a journal else gets what is said here when the process ends
            sys.stdout.reconfigure(line_buffering=True)
        host = options["host"] or ("0.0.0.0" if https else "127.0.0.1")
        for one in filter(None, (port, https)):
            _must_be_free("127.0.0.1" if host == "0.0.0.0" else host, one)
        held = _held()
        _make_ready(self.stdout)
        web = self._pages(host, port, https, options)
        noted = metrics.make_folder()
        self._open_metrics(metrics_port)
        actions.pid_file().write_text(f"{os.getpid()}\n", encoding="ascii")
        begins_again = keep_running({**web, "worker": [sys.executable, "manage.py", "work"]})
        actions.pid_file().unlink(missing_ok=True)
        shutil.rmtree(noted, ignore_errors=True)
        held.close()
        if begins_again:  # as a new process, so that nothing of the old code is left
            os.execv(sys.executable, [sys.executable, *sys.argv])

    def _pages(self, host: str, port: int, https: int, options: dict[str, Any]) -> dict[str, list[str]]:
        """What serves the pages: one listener; with the own certificate a second one that leads to the secure page."""
        if not https:
            self.stdout.write(f"Lan Tỏa: http://{host}:{port}")
            return {"web": _granian(host, port, options["workers"])}
        names = [*actions.names_here(), *options["name"]]
        try:
            certificate, key = actions.certify(names, clock.now())
        except BadInput as refusal:
            raise CommandError(str(refusal)) from None
        _tell_the_pages(names, https)
        self.stdout.write(f"Lan Tỏa: https://{names[-1]}:{https}")
        self.stdout.write(
            f"Điện thoại cài chứng thư một lần, theo trang http://{names[-1]}:{port}/chung-thu/"
        )
        self.stdout.write(f"Dấu vân SHA-256 để so: {queries.fingerprint()}")
        secured = ["--ssl-certificate", str(certificate), "--ssl-keyfile", str(key)]
        return {
            "web": [*_granian(host, https, options["workers"]), *secured],
            "plain": _granian(host, port, 1),
        }

    def _open_metrics(self, port: int) -> None:
        if port and not metrics.open_port(port):
            self.stderr.write(f"Cổng số đo {port} đã có chương trình khác dùng: chạy tiếp, không có số đo.")
        elif port:
            self.stdout.write(f"Số đo cho Prometheus, chỉ trên máy này: http://127.0.0.1:{port}/metrics")


def _workers() -> int:
    """One process a core on PostgreSQL; on SQLite, where one writes at a time, two at most."""
    cores = os.cpu_count() or 1
    return min(2, cores) if connection.vendor == "sqlite" else cores


def _granian(host: str, port: int, workers: int) -> list[str]:
    said = f"-m granian --interface wsgi --host {host} --port {port} --workers {workers}"
    said += " --respawn-failed-workers --backpressure 16 --log-level error config.wsgi:application"
    return [sys.executable, *said.split()]


def _tell_the_pages(names: list[str], https: int) -> None:
    """Processes started from now on know under which names they are reached, and that the line is secure."""
    known = [*filter(None, os.environ.get("ALLOWED_HOSTS", "").split(",")), *names, "[::1]"]
    told = {
        "LANTOA_HTTPS": "own",
        "LANTOA_HTTPS_PORT": str(https),
        "ALLOWED_HOSTS": ",".join(dict.fromkeys(known)),
    }
    os.environ.update(told)
    os.environ.setdefault("LANTOA_ADDRESS", f"https://{names[-1]}:{https}")


def _make_ready(say: Any) -> None:
    """Tables, files of the pages, the code by which an office begins."""
    _migrate_where_needed(say)
    _collect_where_changed()
    if "setup_code" in get_commands():
        call_command("setup_code", stdout=say)
    connection.close()
    actions.note_revision()


def _must_be_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex((host, port)) == 0:
            raise CommandError(
                f"Cổng {port} đã có chương trình khác dùng, có thể là một Lan Tỏa đang chạy. "
                f"Dừng nó trước, hoặc chọn cổng khác: make serve PORT={port + 1}"
            )


def _held() -> IO[str]:
    try:
        return actions.hold_the_data()
    except Conflict as other:
        raise CommandError(str(other)) from None


def _migrate_where_needed(say: Any) -> None:
    executor = MigrationExecutor(connection)
    if plan := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say.write(f"Đang lập các bảng dữ liệu ({len(plan)} bước). Lần đầu mất vài phút, đừng tắt cửa sổ này.")
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
                _end_the_rest_of(process)
                time.sleep(PAUSE)
                running[name] = _start(commands[name])
    for process in running.values():
        process.terminate()
    for process in running.values():
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
        _end_the_rest_of(process)
    return signal.SIGHUP in stopping


def _end_the_rest_of(process: subprocess.Popen[bytes]) -> None:
    """What it had started and left behind: a second worker beside the new one, with the code of before."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    """In a session of its own, so that Ctrl+C reaches it through us and once."""
    return subprocess.Popen([*_ends_with_us(), *command], cwd=settings.BASE_DIR, start_new_session=True)


@cache
def _ends_with_us() -> tuple[str, ...]:
    """What to put before a command for it to be told to stop when this process is gone, even where that was killed.

    Empty where this machine cannot: off Linux, or with a `setpriv` that is too old.
    """
    before = ("setpriv", "--pdeathsig", "TERM")
    try:
        able = subprocess.run([*before, "true"], capture_output=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return () if able.returncode else before
