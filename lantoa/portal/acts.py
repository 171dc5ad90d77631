"""How an act is said in the history: "Nguyễn Thị Lan trả lại để sửa: Bản đăng ký …". Gathered from the rooms."""

from __future__ import annotations

from lantoa.foundation.text import word_key
from lantoa.foundation.verbs import said, words

__all__ = ["choices", "said", "verbs_said", "words"]


def choices() -> list[str]:
    """Every way of saying an act, once, as a Vietnamese dictionary orders them."""
    return sorted(
        {str(said_so) for said_so in words().values()}, key=lambda text: [word_key(w) for w in text.split()]
    )


def verbs_said(text: str) -> list[str]:
    """The verbs that are said so: "gửi" → "registration.submitted", …"""
    return [verb for verb, said_so in words().items() if str(said_so) == text]
