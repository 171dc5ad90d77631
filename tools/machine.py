"""What the machine must have besides Python: installed when we are root, otherwise said in a sentence."""

from __future__ import annotations

import glob
import os
import shutil
import subprocess
import sys

BROWSER = "chromium-headless-shell"  # Chromium without windows: half the work of the whole one
PACKAGES = {"initdb": "postgresql", BROWSER: BROWSER}


def find(program: str) -> str | None:
    """The program's path, also where Debian keeps PostgreSQL's own."""
    places = sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{program}"), reverse=True)
    return places[0] if places else shutil.which(program)


def need(*programs: str) -> None:
    """Make sure the programs are there; ends the run with a sentence when they cannot be."""
    missing = sorted({PACKAGES[p] for p in programs if not find(p)})
    if not missing:
        return
    if os.geteuid() != 0:
        sys.exit(f"Cần cài thêm: {' '.join(missing)}. Chạy: sudo apt-get install {' '.join(missing)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing],
        check=True,
        env=quiet,
        stdout=subprocess.DEVNULL,
    )
