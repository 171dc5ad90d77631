"""Arithmetic of the tree: a path says where a unit stands, in a fixed number of base-36 characters a level."""

from __future__ import annotations

from collections.abc import Collection

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
STEP = 4  # characters a level: 36⁴ ≈ 1.7 million children of one unit
MAX_DEPTH = 15  # from the root down; the nation's Party organisations need six


def segment(number: int) -> str:
    """The n-th child's own part of the path: 0 → "0000", 36 → "0010"."""
    if not 0 <= number < len(DIGITS) ** STEP:
        raise ValueError(f"a unit cannot have child number {number}")
    text = ""
    for _place in range(STEP):
        number, rest = divmod(number, len(DIGITS))
        text = DIGITS[rest] + text
    return text


def child_number(path: str) -> int:
    """Which child the last part of a path names: "00000010" → 36."""
    return int(path[-STEP:], len(DIGITS))


def after(path: str) -> str:
    """The smallest path that lies after the whole subtree of this one, in byte order.

    A subtree is the range path <= p < after(path); "[" follows "Z" in ASCII.
    """
    return path + "["


def is_inside(path: str, ancestor: str) -> bool:
    """Whether the path lies at or below the ancestor."""
    return path.startswith(ancestor)


def depth(path: str) -> int:
    """How many units stand from the root down to this path, itself included."""
    return len(path) // STEP


def ancestor_paths(path: str) -> list[str]:
    """Root first, the path itself last."""
    return [path[:end] for end in range(STEP, len(path) + 1, STEP)]


def common_ancestor(paths: Collection[str]) -> str:
    """The deepest path that all of these are, or stand below; empty where they share nothing."""
    lines = (ancestor_paths(one) for one in (min(paths), max(paths))) if paths else ((), ())
    shared = [one for one, other in zip(*lines, strict=False) if one == other]
    return shared[-1] if shared else ""
