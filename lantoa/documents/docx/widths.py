"""How wide a line of bold Times is, so that a rule can be as long as the text above it."""

from __future__ import annotations

import unicodedata

# Advance widths of the bold face in thousandths of the size, the same in Times New Roman and Liberation Serif.
# Tone marks, hats and breves add nothing; the horn and the bar do.
THOUSANDTHS = {
    250: " ,.",
    278: "'/\\il",
    333: "!()-:;[]`fjt",
    389: "Is",
    444: "cerz",
    500: "#$*0123456789?J_agovxy“”–",
    554: "ơ",
    556: 'Sbdhknpquđ"',
    600: "ư+<=>",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYwĐ",
    778: "GHKOQƠ",
    796: "Ư",
    833: "&m",
    944: "M@",
    1000: "%W",
}
WIDTHS = {letter: width for width, letters in THOUSANDTHS.items() for letter in letters}
HORN = "\u031b"
USUAL = 556


def bold_width(text: str, size: float) -> float:
    """The width in points of a line of bold text of that size."""
    return (
        sum(WIDTHS.get(_bare(letter), USUAL) for letter in unicodedata.normalize("NFC", text)) * size / 1000
    )


def balanced(text: str, size: float, room: float) -> float:
    """The narrowest width in which the text needs no more lines than in `room`: lines of like length."""
    needed = _lines(text, size, room)
    width = bold_width(text, size) / needed
    while width < room and _lines(text, size, width) > needed:
        width += 2
    return min(width, room)


def _lines(text: str, size: float, room: float) -> int:
    """How many lines the text takes when it is broken between words."""
    lines, filled, blank = 1, 0.0, bold_width(" ", size)
    for word in text.split():
        width = bold_width(word, size)
        if filled and filled + blank + width > room:
            lines, filled = lines + 1, width
        else:
            filled += (blank if filled else 0) + width
    return lines


def _bare(letter: str) -> str:
    """The letter without marks that do not widen it: "Ệ" → "E", "ợ" → "ơ"."""
    parts = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", parts[0] + (HORN if HORN in parts else ""))
