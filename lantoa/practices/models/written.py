"""The text of a practice as a person writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lantoa.practices.models.practice import Practice


# Words that may name somebody: what the persons named agree to.
SPOKEN = ("name", "reason", "how", "target", "scope", "hardest", "cost_note")


def bare(name: str) -> str:
    """A name as it stands in a text: "Đồng chí Hà Văn Sinh, Bí thư" → "Hà Văn Sinh"."""
    return name.split(",")[0].removeprefix("Đồng chí ").strip()


def steps_of(how: str) -> list[str]:
    """A way of working, one step a line, without the numbers and dashes people type before them."""
    lines = [line.strip().lstrip("-–•*+ ").strip() for line in how.splitlines()]
    return [_without_number(line) for line in lines if line]


def _without_number(line: str) -> str:
    head, mark, rest = line.partition(" ")
    numbered = mark and head.rstrip(".):").isdecimal() and head[-1] in ".):"
    return rest.strip() if numbered else line


# What a person writes; everything else is set by acts.
WRITTEN = (
    "name",
    "kind",
    "level",
    "field",
    "movement",
    "axis",
    "content_of_uncle",
    "reason",
    "how",
    "target",
    "scope",
    "participants",
    "cost",
    "cost_note",
    "hardest",
    "contact",
    "starts",
    "ends",
)


def as_written(practice: Practice) -> dict[str, str]:
    """The text as it stands, for the history: an older version stays readable there."""
    kept = {name: getattr(practice, name) for name in (*WRITTEN, "subject_name")}
    kept["core_parts"] = "\n".join(practice.core_parts.values_list("text", flat=True))
    return {name: "" if value is None else str(value) for name, value in kept.items()}
