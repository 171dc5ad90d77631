"""The set-up code: printed in the terminal, kept in a file of the data folder that only its owner reads."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from django.conf import settings

from lantoa.beginning import rules
from lantoa.foundation import clock
from lantoa.people.rules import new_code


def place() -> Path:
    """The file: the code on the first line, until when it holds on the second."""
    return Path(settings.VAR_DIR) / "setup_code"


def kept() -> str:
    """The code that still holds; "" when there is none, or its hour is over."""
    try:
        code, until = place().read_text().split()
    except (OSError, ValueError):
        return ""
    return code if clock.now() < dt.datetime.fromisoformat(until) else ""


def make() -> str:
    """The code that holds, or a new one for an hour."""
    if code := kept():
        return code
    fresh = new_code() + new_code()
    code = "-".join(fresh[start : start + 4] for start in range(0, 16, 4))
    place().unlink(missing_ok=True)
    place().touch(mode=0o600)
    place().write_text(f"{code}\n{(clock.now() + rules.CODE_LASTS).isoformat()}\n")
    return code


def use(typed: str) -> bool:
    """Whether it is the code; it opens once."""
    code = kept()
    if not code or not rules.is_right(typed, code):
        return False
    place().unlink(missing_ok=True)
    return True
