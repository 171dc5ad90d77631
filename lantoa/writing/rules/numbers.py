"""Finding «chỉ tiêu»: a number with its unit for what is undertaken.

Not every number is a target: dates, ages, classes, documents, the numbers of villages and criteria, slogans.
The lists name what a number is *not*; after digits the unit is open, because nobody can list all that is counted.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lantoa.writing.rules.formal import is_formal
from lantoa.writing.rules.places import (
    around,
    before,
    form,
    is_cut,
    phrases,
    stands_before,
    starts_with,
    words,
)
from lantoa.writing.text import Text, is_stop
from lantoa.writing.words import read

Timed = frozenset[int]

NAMED = phrases(read("numbered"))
SLOGANS = phrases(read("number_slogans"))
SAYINGS = phrases(read("number_sayings"))
UNITS = words(" ".join(read("number_units")))
NO_UNITS = words(" ".join(read("number_no_units")))
HEADS = words("người em hộ thành bạn học")  # "tổ 5 người": counted even after a name

YEAR_BEFORE = words("năm tháng ngày quý tuần giai khóa đầu cuối hết trong đến từ và nhiệm kỳ")
LENGTHS = words("ngày tháng năm tuần quý đêm hôm kỳ")
MINUTES = words("phút tiếng")
HOURS = words("giờ phút tiếng giây")
OFTEN = words("lần buổi lượt")
TO = words("đến tới lên xuống còn hoặc")
CLOCK = re.compile(r"(?:lúc|trước|từ|đến|sau|khoảng|hồi|tới|-|–|việc)\s?$")
CHANGED = re.compile(
    r"(?<!\w)(?:giảm|rút ngắn|rút gọn|cắt giảm|xuống|còn|nhanh hơn|sớm hơn|tiết kiệm|tăng)(?!\w)"
)
LEVEL = re.compile(r"(?<!\w)(?:từ|lên|xuống|còn|đạt|tăng|giảm)\s(?:hơn\s|trên\s|dưới\s)?$")
MOVED = re.compile(r"(?<!\w)(?:từ|lên|xuống|giảm|tăng|nâng)(?!\w)")
DOCUMENT = re.compile(
    r"\d+\s?[-–/]\s?(?:ct|nq|kl|qđ|hd|kh|tb|tt|nđ|qđi|bc|tw|đa|ub|tl|cp)\w*|24/7|24/24|7/7|\d\.0(?!\d)|24h"
)
A_YEAR = re.compile(r"19[3-9]\d|20[0-6]\d")

SPELLED = words("hai ba bốn năm sáu bảy tám chín mười chục trăm nghìn ngàn vạn triệu tỷ mươi rưỡi")
IN_WORDS = SPELLED | words("một")
BIG = words("trăm nghìn ngàn vạn triệu tỷ chục mươi")
TAIL = BIG | words("lăm mốt tư linh lẻ") | words("hai ba bốn sáu bảy tám chín")
# "năm" is five only before what is counted by heads or pieces; else it is a year.
FIVE = words(
    "người em cháu hộ cụ bác chị anh bạn cây con căn ngôi chiếc cái suất phần bộ triệu trăm nghìn ngàn"
)
ORDINAL = words("thứ cả")
LETTERS = frozenset("mghlk")  # "500m", "20g", "3h": of a measure; "lớp 4A", "quốc lộ 1A", "5S" are names

LEAST = phrases("tối thiểu|ít nhất|thêm|trên|hơn|nhận|đỡ đầu|kèm|kèm cặp|giúp|giúp đỡ|nuôi|phụng dưỡng")
TAKEN_ON = words("em cháu hộ gia cụ học thương bà mẹ cặp bệnh trẻ bạn sáng cải đảng")
EACH = words("mỗi từng")
EVERY = EACH | words("hằng hàng một")
TURNS = words("ngày tuần tháng quý năm kỳ buổi sáng trưa chiều tối đêm lần đợt phiên khi bữa ca tiết giờ")
NO_PIECE = words("số cách phần lòng chút ít lúc vài khi tình cảm vẻ")
GOOD_DEEDS = phrases(
    "việc tốt|việc nghĩa|việc thiện|việc ý nghĩa|tấm gương|bông hoa|niềm vui|việc làm tốt|điều hay"
)


# So that what is shown is "12 học sinh" and not "12 học".
WHOLE = frozenset(read("number_wholes"))


class Target(NamedTuple):
    """A counted undertaking: its first and last word; formal if it only counts signing up and studying."""

    first: int
    last: int
    formal: bool


def targets(text: Text, times: list[tuple[int, int]]) -> list[Target]:
    """Every counted undertaking, in order. The numbers of the text's times count nothing."""
    found: list[Target] = []
    timed = _words_of(text, times)
    free = 0
    for at, word in enumerate(text.words):
        if not word.is_number and word.form not in IN_WORDS:
            continue
        last = None if at < free or at in text.quoted else _counted(text, at, timed)
        if last is not None:
            found.append(Target(at, last, is_formal(text, at, last)))
            free = last + 1
    return found


def whole(text: Text, target: Target) -> int:
    """The last word of the target as a reader sees it: a unit of two syllables is not cut in half."""
    following = target.last + 1
    if is_cut(text, following) or f"{form(text, target.last)} {form(text, following)}" not in WHOLE:
        return target.last
    return following


def _words_of(text: Text, times: list[tuple[int, int]]) -> Timed:
    """Which words stand in a time."""
    inside, at = set(), 0
    for number, word in enumerate(text.words):
        while at < len(times) and times[at][1] <= word.start:
            at += 1
        if at < len(times) and times[at][0] <= word.start:
            inside.add(number)
    return frozenset(inside)


def _counted(text: Text, at: int, timed: Timed) -> int | None:
    """The last word of the target that starts at this word; None if no target starts here."""
    word = text.words[at]
    if word.is_number:
        return _digits(text, at, timed)
    if word.form in SPELLED:
        return _spelled(text, at, timed)
    return _one(text, at) if word.form == "một" else None


# Digits


def _digits(text: Text, at: int, timed: Timed, behind: int = 0) -> int | None:
    """`behind` says how many numbers of a range or a ratio stand before this one; more than two are no range."""
    following = form(text, at + 1)
    if following == "%":
        return at + 1
    if at in timed and not _is_measured_time(text, at) and not _is_often(text, at):
        return None
    if following in TO and form(text, at + 2)[:1].isdigit() and not is_cut(text, at + 1) and behind < 2:
        return _digits(text, at + 2, timed, behind + 1)
    if not text.words[at].form.strip("0") or _is_document(text, at) or _is_year(text, at):
        return None
    if is_cut(text, at + 1):
        return _before_a_mark(text, at, timed, behind)
    return _with_unit(text, at)


def _before_a_mark(text: Text, at: int, timed: Timed, behind: int) -> int | None:
    """ "74/74 nhà trọ", "5 - 7 hộ": the unit follows the second number; "từ 2,9 lên 3,3" needs none."""
    joined = at + 1 < len(text.words) and text.words[at + 1].gap.strip() in {"/", "-", "–"}
    if joined and text.words[at + 1].is_number and behind < 2:
        return _digits(text, at + 1, timed, behind + 1)
    return at if _is_level(text, at) else None


def _with_unit(text: Text, at: int) -> int | None:
    unit, glued = form(text, at + 1), text.words[at + 1].gap == ""
    if glued and len(unit) == 1 and unit not in LETTERS:
        return None
    if (
        not glued
        and not _is_each_time(text, at)
        and stands_before(text, at, NAMED)
        and unit not in HEADS
        and not _is_often(text, at)
    ):
        return None
    if unit in LENGTHS or unit in HOURS:
        return at + 1 if _is_measured_time(text, at) else None
    if unit in NO_UNITS:
        return at if _is_level(text, at) else None
    return None if starts_with(text, at + 1, SLOGANS) else at + 1


def _is_each_time(text: Text, at: int) -> bool:
    """ "mỗi tuần 2 bài": the week is no name of the number, it is shared out."""
    is_each = form(text, at - 1) in TURNS and form(text, at - 2) in EVERY and not is_cut(text, at - 1)
    return is_each and form(text, at + 1) not in OFTEN


def _is_level(text: Text, at: int) -> bool:
    """ "từ 2,9 lên 3,3": a measure without a unit."""
    return bool(LEVEL.search(before(text, at, 16))) and bool(MOVED.search(around(text, at)))


def _is_measured_time(text: Text, at: int) -> bool:
    """A length of time is a target only if it is made shorter, or if hours and minutes are spent."""
    unit, said = form(text, at + 1), before(text, at)
    if unit in LENGTHS:
        made_shorter = CHANGED.search(said) and not re.search(r"(?:trước|đến) $", said)
        return form(text, at + 2) == "công" or bool(made_shorter)
    if unit in MINUTES:
        return not re.search(r"(?:lúc|giờ|hồi)\s$", said)
    return unit == "giờ" and not CLOCK.search(said) and not form(text, at + 2)[:1].isdigit()


def _is_often(text: Text, at: int) -> bool:
    """ "mỗi ngày 2 lần": more than once is a measure as well as a time."""
    return form(text, at + 1) in OFTEN and text.words[at].form not in {"1", "01"}


def _is_document(text: Text, at: int) -> bool:
    """ "05-CT/TW", "Nghị quyết số 35-NQ/TW", "24/7", "4.0"."""
    start = text.words[at].start
    return bool(DOCUMENT.match(text.reading[start : start + 12]))


def _is_year(text: Text, at: int) -> bool:
    if not A_YEAR.fullmatch(text.words[at].form):
        return False
    return form(text, at - 1) in YEAR_BEFORE or form(text, at + 1) not in UNITS


# In words


def _spelled(text: Text, at: int, timed: Timed) -> int | None:
    """ "ba hộ", "gần hai trăm mét vuông"; "hai bên đường" and "năm học" count nothing."""
    if at in timed or starts_with(text, at, SAYINGS) or form(text, at - 1) in ORDINAL:
        return None
    last = at
    while form(text, last + 1) in (TAIL if last > at else BIG) and not is_cut(text, last + 1):
        last += 1
    only_big = text.words[at].form in BIG and last == at
    if is_cut(text, last + 1) or only_big or (stands_before(text, at, NAMED) and not _is_each_time(text, at)):
        return None
    known = FIVE if text.words[at].form == "năm" and last == at else UNITS
    return last + 1 if form(text, last + 1) in known else None


def _one(text: Text, at: int) -> int | None:
    """ "Một" is a number only where it is shared out ("mỗi người một cây"), a least, or somebody is taken on."""
    unit = form(text, at + 1)
    if unit in BIG and not is_cut(text, at + 1):
        return _spelled(text, at, frozenset())
    if unit == "nửa" and not is_cut(text, at + 1) and CHANGED.search(before(text, at)):
        return at + 1
    if is_cut(text, at + 1) or unit in NO_PIECE or starts_with(text, at + 1, GOOD_DEEDS):
        return None
    is_least = stands_before(text, at, LEAST) and (unit in UNITS or unit in TAKEN_ON)
    is_taken_on = unit in TAKEN_ON and _stands_near(text, at, LEAST, 5)
    is_shared = unit not in TURNS and form(text, at - 1) not in {"là", "như"} and _is_shared_out(text, at)
    return at + 1 if is_least or is_taken_on or is_shared else None


def _stands_near(text: Text, at: int, wanted: frozenset[tuple[str, ...]], reach: int) -> bool:
    """Whether a phrase stands before the word, a few words away in the same clause."""
    for place in range(at, max(0, at - reach), -1):
        if is_cut(text, place):
            return False
        if stands_before(text, place, wanted):
            return True
    return False


def _is_shared_out(text: Text, at: int) -> bool:
    """Whether the sentence gives one to each before this place."""
    for place in range(at - 1, max(-1, at - 14), -1):
        if text.words[place].form in EACH:
            return form(text, place + 1) not in TURNS
        if is_stop(text.words[place].gap):
            return False
    return False
