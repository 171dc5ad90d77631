"""Vietnamese text: folding for search, the order of names, cleaning what people paste."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Zero-width and direction marks are invisible and change what a name seems to say.
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]"
)  # what XML and databases refuse
TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the dictionary's order
LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"


def as_typed(text: str) -> str:
    """The text in NFC without what no database keeps; blanks, line breaks and invisible marks stay."""
    return CONTROL.sub("", unicodedata.normalize("NFC", text))


def clean(text: str) -> str:
    """The text in NFC, without invisible marks, trimmed; inner line breaks stay."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return CONTROL.sub("", INVISIBLE.sub("", text)).strip()


def fold(text: str) -> str:
    """Lower case without accents, for search: "Đặng Thị Hòa" → "dang thi hoa"."""
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    bare = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(bare.lower().split())


def given_name(full_name: str) -> str:
    """What a person is called by: the last word of the full name."""
    return full_name.split()[-1] if full_name.split() else ""


def initials(full_name: str) -> str:
    """Two letters for a badge: "Nguyễn Thị Lan" → "NL"."""
    words = full_name.split()
    if not words:
        return "?"
    return (words[0][0] + words[-1][0] if len(words) > 1 else words[0][:2]).upper()


def word_key(word: str) -> str:
    """A key that sorts one word as a Vietnamese dictionary does: letters first, tone last."""
    letters, tone = [], 0
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in TONES:
            tone = TONES.index(char) + 1
        else:
            letters.append(char)
    base = unicodedata.normalize("NFC", "".join(letters))
    places = "".join(f"{LETTERS.index(c) + 10:02d}" if c in LETTERS else f"99{c}" for c in base)
    return f"{places}.{tone}"


def name_key(full_name: str) -> str:
    """Sort key of a person's name: given name, then family name, then the middle ones."""
    words = clean(full_name).split()
    if not words:
        return ""
    order = [words[-1], words[0], *words[1:-1]] if len(words) > 1 else words
    return " ".join(word_key(word) for word in order)


def lower_first(words: str) -> str:
    """A name as it goes into a sentence: "Học tập" → "học tập"; "PCI" stays."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words


def without_names(text: str, names: Iterable[str], instead: str) -> str:
    """The text, telling of somebody instead of naming her; the longest name first."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = re.sub(re.escape(name), instead, text, flags=re.IGNORECASE)
    return text
