"""What may be said of a number: precision words, rounding in prose, the arithmetic of stock figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import pairwise

from django.utils.translation import gettext as _

from lantoa.figures.measure import IN_PERIOD, Distinct, Measure, Records, Total, UnitsWith
from lantoa.figures.words import (
    ABOUT,
    ALMOST,
    ALWAYS,
    ALWAYS_OVER,
    EXACT,
    LEAST,
    MORE_THAN,
    OVER,
    SILENT_WORDS,
)
from lantoa.foundation.errors import BadInput, NotAllowed
from lantoa.foundation.numbers import show


def stated(value: Decimal, step: Decimal, *, least: bool = False, word: str = "") -> tuple[Decimal, str]:
    """How an exact number is said in prose: the nearest step and the word that makes it true.

    2.953.000.000 by steps of a billion → (3.000.000.000, "gần"); 553 by 50 → (550, "trên").
    `least` is for a minimum over occasions: 98,53 by 0,5 → (98,5, "luôn đạt hơn"). A step that would leave nothing
    of the number is made ten times finer: 420 by a thousand → (400, "trên"). `word` is kept where it is true.
    """
    rounding = ROUND_FLOOR if least else ROUND_HALF_UP
    said = (value / step).quantize(Decimal(1), rounding=rounding) * step
    if value and (not said or abs(said - value) * 2 > abs(value)):
        return stated(value, step / 10, least=least, word=word)
    if said == value:
        return value, ALWAYS if least else EXACT
    if least:
        return said, ALWAYS_OVER
    if word == ABOUT:
        return said, ABOUT
    if said > value:
        return said, ALMOST
    return said, word if word in (OVER, MORE_THAN) else OVER


def is_still_true(said: Decimal, word: str, value: Decimal, step: Decimal) -> bool:
    """Whether the words chosen for one number also tell another: "trên 1.000" by hundreds tells 1.058, not 1.137."""
    if word == ALMOST:
        return 0 < said - value <= step
    if word in (OVER, MORE_THAN):
        return 0 < value - said < step
    return word == ABOUT and abs(value - said) < step


def least_word(word: str, occasions: int) -> str:
    """The word that is true of a minimum: "luôn" needs more than one occasion, and a step that lies below it.

    Without a step nothing is said of the others but that none is lower: "thấp nhất đạt 92,5%".
    """
    if occasions == 1:
        return MORE_THAN if word == ALWAYS_OVER else EXACT
    return LEAST if word == ALWAYS else word


def stage_of(day: dt.date) -> dt.date:
    """The first day of the five years that the day lies in, as terms run: 2021–2025, 2026–2030."""
    return dt.date(day.year - (day.year - 1) % 5, 1, 1)


def can_be_unknown(measure: Measure) -> bool:
    """Whether nought may mean that nobody wrote it down: what happens in a period and is counted from records."""
    counted = isinstance(measure.counts, Records | Total | Distinct)
    return measure.records is not None and measure.meaning == IN_PERIOD and counted


def must_keep_stages(heads_the_tree: bool) -> None:
    """From which day everybody counts is said by those who act for the whole tree."""
    if not heads_the_tree:
        raise NotAllowed(_("Giai đoạn tính lũy kế do cấp cao nhất trong hệ thống đặt."))


def must_keep_indicators(may: bool, in_reach: bool) -> None:
    """Who keeps indicators has the right, for a unit within reach: everybody below is asked for them."""
    if not may or not in_reach:
        raise NotAllowed(_("Vai trò đang dùng không đặt chỉ tiêu cho đơn vị này."))


def must_declare(in_reach: bool, wanted_role: str, role: str, wanted_level: str, level: str) -> None:
    """Who declares is in reach of the unit, in the role and at the level that the indicator asks for."""
    if not in_reach:
        raise NotAllowed(_("Đơn vị này nằm ngoài phạm vi của đồng chí."))
    if wanted_role and role and role != wanted_role:
        raise NotAllowed(_("Chỉ tiêu này do vai trò khác khai. Đổi vai trò, hoặc báo đơn vị đặt chỉ tiêu."))
    if wanted_level and level != wanted_level:
        raise BadInput(_("Chỉ tiêu này do đơn vị ở cấp khác khai; cấp trên tự cộng lại."), "indicator")


def do_cross(one: tuple[dt.date, dt.date], other: tuple[dt.date, dt.date]) -> bool:
    """Whether two half-open stretches share days without one holding the other."""
    meet = one[0] < other[1] and other[0] < one[1]
    holds = (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])
    return meet and not holds


def must_make_the_whole(
    division: str, whole: Decimal | None, parts: Sequence[tuple[str, Decimal]], kind: str
) -> None:
    """Parts that are the whole add up to it, a part is no larger than it, each nested part no larger than the last.

    Published totals often do not add up; here the reason is said before they are kept.
    """
    if not parts or whole is None or kind != "number":
        return
    told = " + ".join(f"{name} {show(number)}" for name, number in parts)
    total = sum((number for _name, number in parts), Decimal(0))
    if division == "whole" and total != whole:
        raise BadInput(
            _("Các phần cộng lại là %(total)s (%(told)s), khác tổng số %(whole)s. Kiểm tra lại từng số.")
            % {"total": show(total), "told": told, "whole": show(whole)},
            "value",
        )
    if division == "some" and total > whole:
        raise BadInput(
            _("Các phần cộng lại là %(total)s (%(told)s), lớn hơn tổng số %(whole)s.")
            % {"total": show(total), "told": told, "whole": show(whole)},
            "value",
        )
    if division == "nested":
        for (before, larger), (name, smaller) in zip([(_("tổng số"), whole), *parts], parts, strict=False):
            if smaller > larger:
                raise BadInput(
                    _("“%(name)s” (%(smaller)s) nằm trong “%(before)s” (%(larger)s) nên không thể lớn hơn.")
                    % {"name": name, "smaller": show(smaller), "before": before, "larger": show(larger)},
                    "value",
                )


# How the kinds add up: what is no number does not, and only two sides add side by side.
ADDED_AS = {
    "number": {"sum", "none", "last", "least"},
    "percent": {"none", "last", "least"},
    "ratio": {"parts", "none", "last"},
    "target": {"parts", "none", "last"},
}
IN_PARTS = {"number"}


def must_fit_together(kind: str, adds: str, parts: list[str]) -> None:
    """A share is not summed, words are not either; only a number is divided into parts."""
    if adds not in ADDED_AS.get(kind, {"none", "last"}):
        raise BadInput(
            _(
                "Loại số này không cộng theo cách ấy: tỷ lệ %% không cộng, tử số và mẫu số cộng riêng từng vế, "
                "xếp hạng và lời văn nêu riêng từng đơn vị."
            )
            % {},
            "adds",
        )
    if parts and kind not in IN_PARTS:
        raise BadInput(_("Chỉ số đếm mới chia thành các phần. Bỏ trống ô này."), "parts")
    if len({part.casefold() for part in parts}) != len(parts):
        raise BadInput(_("Có hai phần cùng tên. Mỗi phần một tên riêng."), "parts")


def kind_of_counts(counts: str) -> str:
    """What a declaration for a measure consists of, by the way the measure counts."""
    return {"Share": "ratio", "UnitsWith": "ratio", "Least": "percent"}.get(counts, "number")


def must_be_a_stage(starts: dt.date, ends: dt.date | None) -> None:
    """A stage ends after it starts."""
    if ends and ends <= starts:
        raise BadInput(_("Ngày cuối phải sau ngày đầu của giai đoạn."), "last_day")


def sum_word(words: list[str]) -> str:
    """The word that is true of a sum of numbers said with these words: over + over is over, over + almost about."""
    inexact = {word for word in words if word not in SILENT_WORDS}
    if not inexact:
        return EXACT
    if len(inexact) == 1:
        return inexact.pop()
    return OVER if inexact == {OVER, MORE_THAN} else ABOUT


def percent(numerator: Decimal | int, denominator: Decimal | int) -> Decimal | None:
    """Per cent with two decimals; None when there is nothing to divide by."""
    if not denominator:
        return None
    share = Decimal(numerator) * 100 / Decimal(denominator)
    return share.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def resolved_in_time(parts: Sequence[tuple[str, Decimal]]) -> Decimal | None:
    """Early and on time together; None where the parts are not told so. Vietnamese words of the library's parts."""
    named = {name.casefold(): number for name, number in parts}
    early, on_time = named.get("trước hạn"), named.get("đúng hạn")
    return None if early is None or on_time is None else early + on_time


def dossiers_must_balance(told: Mapping[str, Decimal]) -> str:
    """What to ask where what was there and came is not what was resolved and is still open; "" where it agrees.

    `told` is opening, received, resolved, pending; where one is not known nothing is asked.
    """
    if not {"opening", "received", "resolved", "pending"} <= told.keys():
        return ""
    have, went = told["opening"] + told["received"], told["resolved"] + told["pending"]
    if have == went:
        return ""
    return _(
        "Kỳ trước chuyển sang %(opening)s + tiếp nhận %(received)s = %(have)s hồ sơ, nhưng đã giải quyết %(resolved)s "
        "+ đang giải quyết %(pending)s = %(went)s. Có đúng không?"
    ) % {name: show(number) for name, number in {**told, "have": have, "went": went}.items()}


@dataclass(frozen=True)
class Stock:
    """Dossiers of a period: what was there, what came, what was resolved and how, what is still open."""

    opening: int
    received: int
    early: int
    on_time: int
    late: int
    pending: int

    @property
    def resolved(self) -> int:
        """Early, on time and late together."""
        return self.early + self.on_time + self.late

    @property
    def on_time_share(self) -> Decimal | None:
        """Early and on time ÷ *resolved*, never ÷ received: what is still open is not yet late."""
        return percent(self.early + self.on_time, self.resolved)

    @property
    def gap(self) -> int:
        """Opening + received − resolved − pending: 0 when the figures agree."""
        return self.opening + self.received - self.resolved - self.pending


PERSONS, OCCURRENCES = ("người", "đảng viên", "quần chúng", "cá nhân", "học viên"), "lượt"


@dataclass(frozen=True)
class Counted:
    """What a figure counts: its name, its unit of count, the level of the units it counts ("" for all else)."""

    label: str
    unit_of_count: str
    level: str = ""

    @classmethod
    def of(cls, measure: Measure) -> Counted:
        """What a measure counts."""
        level = measure.counts.level if isinstance(measure.counts, UnitsWith) else ""
        return cls(str(measure.label), str(measure.unit_of_count), level)

    @property
    def is_of_persons(self) -> bool:
        """Whether it counts persons, each once."""
        return self.unit_of_count.startswith(PERSONS)

    @property
    def is_of_occurrences(self) -> bool:
        """Whether it counts how often: one person may be there several times."""
        return self.unit_of_count.startswith(OCCURRENCES)


def why_not_compared(one: Counted, other: Counted) -> str:
    """Why neither can be a part of the other: persons beside occurrences, units of two levels. Empty where it can."""
    for persons, times in ((one, other), (other, one)):
        if persons.is_of_persons and times.is_of_occurrences:
            return _(
                "“%(persons)s” đếm người, “%(times)s” đếm lượt: một người có thể có nhiều lượt nên hai số này không "
                "so với nhau. Chọn hai số cùng đếm người hoặc cùng đếm lượt."
            ) % {"persons": persons.label, "times": times.label}
    if one.level and other.level and one.level != other.level:
        return _(
            "“%(one)s” và “%(other)s” đếm đơn vị ở hai cấp khác nhau nên không số nào là phần của số kia. Chọn hai số "
            "cùng cấp."
        ) % {"one": one.label, "other": other.label}
    return ""


def why_no_way(steps: Sequence[Counted]) -> str:
    """Why these are no steps of one way, each a part of the one before: they count different things. Else empty."""
    for before, now in pairwise(steps):
        if why := why_not_compared(before, now):
            return why
        if before.unit_of_count != now.unit_of_count:
            return _(
                "“%(one)s” đếm %(unit)s, “%(other)s” đếm %(another)s: bước sau không phải là phần của bước trước."
            ) % {
                "one": before.label,
                "unit": before.unit_of_count,
                "other": now.label,
                "another": now.unit_of_count,
            }
    return ""
