"""Run a command with DATABASE_URL pointing at a throw-away PostgreSQL: python -m tools.postgres COMMAND…"""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg

from tools import machine

FAST = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60 "
    # A test asks a thousand small questions; compiling one, or sweeping behind it, takes longer than answering.
    "-c jit=off -c autovacuum=off"
)
# As an office or a province runs it: what was acknowledged survives a power cut.
LASTING = "-c max_connections=60 -c shared_buffers=512MB -c max_wal_size=4GB"
# The same while a large world is copied into it: what was copied into an emptied table need not be logged besides.
FILLING = f"{LASTING} -c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off -c checkpoint_timeout=30min"


def free_port() -> int:
    """A port below the range the system hands out by itself, so that nobody takes it meanwhile."""
    for port in range(21000, 32000, 7):
        with contextlib.closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    raise RuntimeError("no free port")


def ordinary_user() -> list[str]:
    """PostgreSQL refuses to run as root: the prefix that becomes someone else."""
    if os.geteuid() != 0:
        return []
    name = next(n for n in ("postgres", "nobody") if n in {p.pw_name for p in pwd.getpwall()})
    return ["runuser", "-u", name, "--"]


@contextlib.contextmanager
def cluster(settings: str = FAST) -> Iterator[str]:
    """A running cluster in a temporary folder; gives its URL, stops and removes it in the end."""
    folder = tempfile.mkdtemp(prefix="lantoa-pg-")
    try:
        with _running(folder, settings, end="immediate") as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def kept(place: Path, settings: str = LASTING) -> Iterator[str]:
    """The cluster that is kept in a folder, made where there is none; stopped in the end, its data stay.

    One that somebody left running, cut off before the end, is stopped and started anew.
    """
    place.mkdir(parents=True, exist_ok=True)
    folder = str(place.resolve())
    if Path(folder, "data", "postmaster.pid").exists():
        ctl = [
            *ordinary_user(),
            str(machine.find("pg_ctl")),
            "-D",
            f"{folder}/data",
            "-m",
            "fast",
            "-w",
            "stop",
        ]
        subprocess.run(ctl, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)
    with _running(folder, settings, end="fast") as url:
        yield url


@contextlib.contextmanager
def _running(folder: str, settings: str, *, end: str) -> Iterator[str]:
    machine.need("initdb")
    become, port = ordinary_user(), free_port()
    if become:
        shutil.chown(folder, become[2])
    ctl, data = machine.find("pg_ctl"), f"{folder}/data"
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 {settings}"
    said = f"-D {data} -U lantoa -A trust -E UTF8 --locale=C.UTF-8"
    quiet: dict[str, Any] = {"check": True, "stdout": subprocess.DEVNULL, "cwd": folder}
    try:
        if not os.path.exists(data):
            subprocess.run([*become, str(machine.find("initdb")), *said.split()], **quiet)
        # Long, because one that was cut off first reads again what it had logged.
        start = [*become, ctl, "-D", data, "-o", options, "-l", f"{folder}/log", "-w", "-t", "3600", "start"]
        subprocess.run(start, **quiet)
        yield f"postgresql://lantoa@127.0.0.1:{port}/postgres"
    finally:
        stop = [*become, ctl, "-D", data, "-m", end, "-t", "3600", "stop"]
        subprocess.run(stop, stdout=subprocess.DEVNULL, cwd=folder)


def migrated(url: str, name: str = "migrated") -> str:
    """A database of the cluster in which all migrations have run, for others to begin as a copy of; its name."""
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
    env = {**os.environ, "DATABASE_URL": f"{url.rpartition('/')[0]}/{name}"}
    subprocess.run([sys.executable, "manage.py", "migrate", "--verbosity", "0"], env=env, check=True)
    return name


def main(command: list[str]) -> int:
    """Run the command inside a cluster and give back its exit code."""
    with cluster() as url:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
