"""How the name of a unit is compared: folded, without what people leave out or write short."""

from __future__ import annotations

import re

from lantoa.foundation.text import fold, word_key

LONGEST = 250
SHORT = {"cb": "chi bo", "db": "dang bo", "dbbp": "dang bo bo phan", "tdp": "to dan pho", "kp": "khu pho"}
BODY = re.compile(r"^(dang uy|dang bo|chi uy|chi bo|ban chap hanh dang bo)\s+")
PLACE = re.compile(
    r"^(thon|ban|ap|xom|buon|lang|khu pho|khu dan cu|to dan pho|khom|xa|phuong|dac khu|truong|tinh)\s+"
)


def normal(name: str) -> str:
    """A name as it is compared: folded, without signs, short kinds written long."""
    words = "".join(c if c.isalnum() else " " for c in fold(name)).split()
    return " ".join(SHORT.get(word, word) for word in words)


def spelt(name: str) -> str:
    """A name with its marks, wherever a tone stands: "Hoà" is "Hòa", but "Lộc Thành" is not "Lộc Thạnh"."""
    return " ".join(word_key(word) for word in name.split())


def bare(name: str) -> str:
    """Without the body's own word: "Đảng ủy xã Bắc Bình", "Đảng bộ xã Bắc Bình" and "xã Bắc Bình" are one place."""
    return BODY.sub("", normal(name))


def bare_place(name: str) -> str:
    """Without the kind of place too: "Nà Lùng" for "Chi bộ thôn Nà Lùng"; "" for "thôn 1", which names nothing."""
    left = PLACE.sub("", bare(name))
    return left if any(sign.isalpha() for sign in left) else ""


def looked_for(name: str) -> str:
    """What a unit is found by in an index: the same for every two names that may be meant by one another.

    No longer than its column: short kinds are written long in it.
    """
    return (bare_place(name) or bare(name))[:LONGEST]
