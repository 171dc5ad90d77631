"""make test: everything, on SQLite, on PostgreSQL, and in a real browser."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from tests import ready
from tools import machine, postgres

PYTEST = [sys.executable, "-m", "pytest", "-q"]
FAST = [*PYTEST, "-n", "2", "--dist", "loadfile", "-m", "not browser and not alone"]
ALONE = [*PYTEST, "-m", "alone"]
# What touches no database was run with the first one.
AGAIN = "--on-the-database"
BROWSER = [*PYTEST, "-m", "browser"]


def main() -> int:
    """Every run is made; the worst decides the exit code."""
    machine.need("initdb", "chromium")
    codes = []
    sqlite = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    for name, commands in (("SQLite", [FAST, ALONE]), ("PostgreSQL", [FAST, ALONE]), ("Chromium", [BROWSER])):
        print(f"\n=== {name}", flush=True)
        began = time.monotonic()
        if name == "PostgreSQL":
            with postgres.cluster() as url:
                env = sqlite | {"DATABASE_URL": url, ready.TEMPLATE: postgres.migrated(url)}
                codes += [subprocess.run([*c, AGAIN], env=env).returncode for c in commands]
        else:
            codes += [subprocess.run(c, env=sqlite).returncode for c in commands]
        print(f"=== {name}: {time.monotonic() - began:.0f} s", flush=True)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
