"""How an act is said: a room's door `verbs.py` holds VERBS, the words of every verb that it writes to the history."""

from __future__ import annotations

from functools import cache

from lantoa.foundation.gathering import gather


@cache
def words() -> dict[str, object]:
    """verb → how it is said, of every room."""
    return {verb: said_so for room in gather("verbs") for verb, said_so in room.VERBS.items()}


@cache
def _by_ending() -> dict[str, object]:
    """For acts that were written under an earlier name: by the last word of the verb."""
    return {verb.rpartition(".")[2]: said_so for verb, said_so in words().items()}


def said(verb: str) -> str:
    """The words for a verb; what no room declares is told as an act without more, never as its raw name."""
    return str(words().get(verb) or _by_ending().get(verb.rpartition(".")[2]) or "ghi một việc")
