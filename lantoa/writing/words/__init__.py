"""Word lists of the rules, in Vietnamese, by meaning: for the language, not for one year's texts.

One list a file, phrases between bars or on lines of their own, `#` begins a remark.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def read(name: str) -> list[str]:
    """The phrases of one list, in the order of the file."""
    return [phrase.strip() for line in read_lines(name) for phrase in line.split("|") if phrase.strip()]


def read_lines(name: str) -> list[str]:
    """The lines of one list, without remarks."""
    listed = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in listed if line.strip() and not line.startswith("#")]
