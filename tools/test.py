"""make test: everything, on SQLite, on PostgreSQL, and in a real browser."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from tools import machine, postgres

PYTEST = [sys.executable, "-m", "pytest", "-q"]
FAST = [*PYTEST, "-n", "2", "--dist", "loadfile", "-m", "not browser"]
BROWSER = [*PYTEST, "-m", "browser"]


def main() -> int:
    """Three runs; every one is made, the first failure decides the exit code."""
    machine.need("initdb", "chromium")
    codes = []
    for name, command in (("SQLite", FAST), ("PostgreSQL", FAST), ("Chromium", BROWSER)):
        print(f"\n=== {name}", flush=True)
        began = time.monotonic()
        if name == "PostgreSQL":
            codes.append(postgres.main(command))
        else:
            env = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
            codes.append(subprocess.run(command, env=env).returncode)
        print(f"=== {name}: {time.monotonic() - began:.0f} s", flush=True)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
