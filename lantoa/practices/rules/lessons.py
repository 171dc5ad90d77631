"""How a text says what was done without saying where and by whom."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from lantoa.foundation.text import APOSTROPHES, fold

PHONE = re.compile(r"(?<!\d)(?:\+84|0)\d(?:[ .-]?\d){7,9}(?!\d)")
MAIL = re.compile(r"\S+@\S+\.\w+")
DAY = re.compile(
    r"(?:\b(?:ngày|tháng|Ngày|Tháng)\s+)?(?<!\d)(?:\d{1,2}[/.-])?\d{1,2}[/.-]((?:19|20)\d\d)(?!\d)"
)
NO_NAME_BEGINS_SO = {"bo", "quan", "ban"}


def ways_to_say(name: str) -> set[str]:
    """A unit's name and its shorter forms: "Đảng bộ xã An Phú" → "xã An Phú", "An Phú"."""
    said = {name.strip()}
    for part in re.split(r"[,;()]|\s[-–]\s", name):
        words = part.split()
        for begins in range(len(words) - 1):
            rest = words[begins:]
            ends_like_a_name = rest[-1][0].isupper() or rest[-1].isdecimal()
            capitals = sum(word[0].isupper() for word in rest)
            if fold(rest[0]) in NO_NAME_BEGINS_SO or not (begins == 0 or ends_like_a_name or capitals > 1):
                continue
            said.add(" ".join(rest))
    return said - {""}


def _letters(text: str) -> str:
    """The same text, letter for letter, without accents and in lower case."""
    plain = (unicodedata.normalize("NFD", char)[0].lower()[:1] for char in text.translate(APOSTROPHES))
    return "".join("d" if char == "đ" else char for char in plain)


def without_any(text: str, names: Iterable[str], instead: str) -> str:
    """The text with these names said otherwise, the longest first; accents, their place and case do not matter."""
    text = unicodedata.normalize("NFC", text)
    wanted = {r"\s+".join(re.escape(word) for word in fold(name).split()) for name in names if name.strip()}
    if not wanted:
        return text
    pattern = "|".join(sorted(wanted, key=len, reverse=True))
    parts, end = [], 0
    for found in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", _letters(text)):
        parts += [text[end : found.start()], instead]
        end = found.end()
    return "".join([*parts, text[end:]])


def without_where_and_when(text: str) -> str:
    """Telephones and mail left out; of a day only the year."""
    return DAY.sub(r"năm \1", MAIL.sub("…", PHONE.sub("…", text)))
