"""Processes of their own, on a database of their own, that a story sends on an errand and may kill on the way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.db import connection

from tests import ready

Errand = Callable[[str], "subprocess.Popen[str]"]


@contextmanager
def sending(module: str, folder: Path) -> Iterator[Errand]:
    """Each errand is told to `go` of the module, which says "ready" first. Who is away at the end is killed."""
    env = os.environ | {"DATABASE_URL": _database(folder), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    away: list[subprocess.Popen[str]] = []

    def send(errand: str) -> subprocess.Popen[str]:
        program = f"import django; django.setup(); from {module} import go; go({errand!r})"
        one = subprocess.Popen([sys.executable, "-c", program], env=env, stdout=subprocess.PIPE, text=True)
        away.append(one)
        assert one.stdout and one.stdout.readline() == "ready\n"
        return one

    try:
        yield send
    finally:
        for one in away:
            one.kill()


def _database(folder: Path) -> str:
    if connection.vendor == "sqlite":
        file = str(folder / "apart.sqlite3")
        ready.begin_again(file)
        return f"sqlite:///{file}"
    named = connection.settings_dict["NAME"]
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{named}").geturl()
