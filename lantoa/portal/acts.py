"""How an act is said in the history: "Nguyễn Thị Lan trả lại để sửa: Bản đăng ký …". Gathered from the rooms."""

from __future__ import annotations

from functools import cache

from lantoa.foundation.gathering import gather
from lantoa.foundation.text import word_key


@cache
def words() -> dict[str, object]:
    """verb → how it is said, of every room."""
    return {verb: said_so for room in gather("verbs") for verb, said_so in room.VERBS.items()}


@cache
def _by_ending() -> dict[str, object]:
    """For acts that were written under an earlier name: by the last word of the verb."""
    return {verb.rpartition(".")[2]: said_so for verb, said_so in words().items()}


def said(verb: str) -> str:
    """The words for a verb; what no room declares is told as an act without more."""
    return str(words().get(verb) or _by_ending().get(verb.rpartition(".")[2]) or "ghi một việc")


def choices() -> list[str]:
    """Every way of saying an act, once, as a Vietnamese dictionary orders them."""
    return sorted(
        {str(said_so) for said_so in words().values()}, key=lambda text: [word_key(w) for w in text.split()]
    )


def verbs_said(text: str) -> list[str]:
    """The verbs that are said so: "gửi" → "registration.submitted", …"""
    return [verb for verb, said_so in words().items() if str(said_so) == text]
