"""Which code runs here and where it was taken from."""

from __future__ import annotations

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
    """Where git fetched the code from, without a name or a password in it; "" where it was not fetched by git."""
    with suppress(OSError, subprocess.CalledProcessError):
        asked = ["git", "remote", "get-url", "origin"]
        told = subprocess.run(asked, cwd=settings.BASE_DIR, capture_output=True, check=True, text=True)
        address = urlsplit(told.stdout.strip())
        if address.username:
            host = address.netloc.rpartition("@")[2]
            address = address._replace(netloc=host)
        return address.geturl()
    return ""
