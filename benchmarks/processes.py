"""What a process and its children have computed and held, read from /proc; 0 where there is none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def tree(pid: int) -> Iterator[int]:
    """The process and all that it began, each by its number."""
    yield pid
    for child in Path(f"/proc/{pid}/task").glob("*/children"):
        for one in child.read_text().split():
            yield from tree(int(one))


def computed(pid: int) -> float:
    """Seconds of processor time of the process and its children that are running."""
    ticks = 0
    for one in tree(pid):
        told = Path(f"/proc/{one}/stat")
        if told.exists():
            ticks += sum(int(part) for part in told.read_text().rpartition(")")[2].split()[11:13])
    return ticks / os.sysconf("SC_CLK_TCK")


def most_held(pid: int) -> int:
    """Megabytes that the largest of them ever held in memory."""
    held = [0]
    for one in tree(pid):
        told = Path(f"/proc/{one}/status")
        lines = told.read_text().splitlines() if told.exists() else []
        held += [int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")]
    return max(held)
