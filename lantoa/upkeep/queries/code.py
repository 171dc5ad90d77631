"""Which code runs here and where it was taken from."""

from __future__ import annotations

import re
import subprocess
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings


def revision_in_use() -> str:
    """The version that ran last, as it was noted; "" where none was."""
    place = Path(settings.VAR_DIR) / "revision.txt"
    return place.read_text(encoding="ascii").strip() if place.exists() else ""


def origin_of_the_code() -> str:
    """Where git fetched the code from, without a name or a password in it; "" where it was not fetched by git, or
    lies in a folder that would be lost with the disk."""
    with suppress(OSError, subprocess.CalledProcessError):
        asked = ["git", "remote", "get-url", "origin"]
        told = subprocess.run(asked, cwd=settings.BASE_DIR, capture_output=True, check=True, text=True)
        address = urlsplit(told.stdout.strip())
        if "@" in address.netloc:
            address = address._replace(netloc=address.netloc.rpartition("@")[2])
        is_elsewhere = address.netloc or re.match(r"[\w.-]+@[\w.-]+:", told.stdout)
        return address.geturl() if is_elsewhere else ""
    return ""
