"""The words that say how exact a number is. Kept as declared and reprinted as declared."""

from __future__ import annotations

EXACT = "chính xác"
ALMOST, OVER, MORE_THAN, ABOUT = "gần", "trên", "hơn", "khoảng"
ALWAYS_OVER, ALWAYS = "luôn đạt hơn", "luôn đạt"
LEAST = "thấp nhất đạt"  # only counted: of several occasions, none is lower
AVERAGE, OFTEN_UP_TO, MOSTLY_OVER, IN_WORDS, REGULARLY = (
    "trung bình",
    "thường lên tới",
    "cơ bản trên",
    "định tính",
    "định kỳ",
)
PRECISION_WORDS = [
    EXACT,
    ALMOST,
    OVER,
    MORE_THAN,
    ABOUT,
    ALWAYS_OVER,
    ALWAYS,
    AVERAGE,
    OFTEN_UP_TO,
    MOSTLY_OVER,
    IN_WORDS,
    REGULARLY,
]
SILENT_WORDS = {EXACT, IN_WORDS, REGULARLY}
# What a unit may choose for its rounded numbers; each only where it is true.
CHOSEN_WORDS = [ALMOST, OVER, MORE_THAN, ABOUT, ALWAYS_OVER]
