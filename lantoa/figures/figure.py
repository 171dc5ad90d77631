"""A figure ready to be shown: on a page, in a report, in a spreadsheet or to a program."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lantoa.figures.rules import percent
from lantoa.figures.words import EXACT, SILENT_WORDS
from lantoa.foundation.dates import Period
from lantoa.foundation.numbers import show

COUNTED, DECLARED = "counted", "declared"
NUMBER, PERCENT, RATIO, RANGE, TEXT, IDENTIFIER = "number", "percent", "ratio", "range", "text", "identifier"
NONE, UNKNOWN, NOT_DUE = "none", "unknown", "not_due"
UNRECORDED = "unrecorded"  # of what is there on a day: nobody has ever recorded any
IN_WORDS = {NONE: "không phát sinh", UNKNOWN: "chưa ghi", NOT_DUE: "chưa đến kỳ", UNRECORDED: "chưa ghi"}
CHANGE, TARGET, RANK, SERIES = "change", "target", "rank", "series"
COUNTS_UNITS = (NUMBER, RATIO, CHANGE, TARGET)


@dataclass(frozen=True)
class Figure:
    """What a number is and where it comes from. `value` is what is said, `exact` what was counted.

    A change goes from `low` to `high`; a target keeps its result in `numerator`, None while there is none; a rank
    its place in `numerator`, and in `low` that of the year before, where it was told. `parts` are (name, number),
    divided as `division` says.
    """

    code: str
    label: str
    kind: str
    unit_of_count: str
    period: Period
    unit_code: str
    unit_name: str
    source: str
    url: str
    how_counted: str = ""
    value: Decimal | None = None
    exact: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    text: str = ""
    precision: str = EXACT
    basis: str = ""
    note: str = ""
    split: str = ""
    parts: tuple[tuple[str, Decimal], ...] = ()
    division: str = "whole"
    state: str = (
        ""  # of a nought: NONE, UNKNOWN, NOT_DUE or UNRECORDED; empty where the number speaks for itself
    )
    added_from: int = 0  # how many units said what this is the sum of; 0 for what was said or counted once

    @property
    def share(self) -> Decimal | None:
        """Per cent of a ratio, of a target that is reached."""
        if self.kind == RANK or self.numerator is None or self.denominator is None:
            return None
        return percent(self.numerator, self.denominator)

    def show(self, *, with_unit: bool = True) -> str:
        """As it is read aloud: "gần 3.000.000.000 đồng", "56/66 tổ chức đảng", "50–83%"."""
        if self.state:
            return IN_WORDS[self.state]
        words = [] if self.precision in SILENT_WORDS else [self.precision]
        words.append(self.bare)
        if with_unit and self.kind in COUNTS_UNITS and self.unit_of_count:
            words.append(self.unit_of_count)
        if self.kind == TARGET:
            words.append("(chỉ tiêu)" if self.numerator is not None else "theo chỉ tiêu")
        if self.parts and self.kind == NUMBER:
            words.append(f"({self.divided})" if self.division == "whole" else f", {self.divided}")
        return " ".join(words).replace(" ,", ",")

    @property
    def divided(self) -> str:
        """ "9 xây mới, 5 sửa chữa"; "trong đó 20 cấp trên công nhận, trong đó 3 cấp tỉnh công nhận"."""
        told = [f"{show(number)} {name}" for name, number in self.parts if number]
        if self.division == "nested":
            return ", ".join(f"trong đó {part}" for part in told)
        return ("trong đó " if self.division == "some" and told else "") + ", ".join(told)

    @property
    def bare(self) -> str:
        """The number alone, without precision word and unit of count."""
        match self.kind:
            case "number":
                return show(self.value)
            case "percent":
                return "–" if self.value is None else f"{show(self.value)}%"
            case "ratio":
                return self._of
            case "change":
                way = "xuống" if (self.high or 0) < (self.low or 0) else "lên"
                mark = "%" if self.unit_of_count == "%" else ""
                return f"từ {show(self.low)}{mark} {way} {show(self.high)}{mark}"
            case "target":
                return show(self.denominator) if self.numerator is None else self._of
            case "rank":
                return f"thứ {self._of}"
            case "range":
                mark = "%" if self.unit_of_count == "%" else ""
                return f"{show(self.low)}–{show(self.high)}{mark}"
        return self.text

    @property
    def moved(self) -> str:
        """Of a rank, against the year before: "tăng 11 bậc so với năm trước"; empty where that was not told."""
        if self.kind != RANK or self.low is None or self.numerator is None:
            return ""
        steps = self.low - self.numerator
        if not steps:
            return "giữ thứ bậc năm trước"
        return f"{'tăng' if steps > 0 else 'giảm'} {show(abs(steps))} bậc so với năm trước"

    @property
    def _of(self) -> str:
        return f"{show(self.numerator)}/{show(self.denominator)}"

    def as_dict(self) -> dict[str, Any]:
        """For the JSON twin of a report. Numbers are JSON numbers, empty parts are left out."""
        parts: dict[str, Any] = {
            "code": self.code,
            "label": self.label,
            "kind": self.kind,
            "value": _plain(self.value),
            "exact": _plain(self.exact),
            "numerator": _plain(self.numerator),
            "denominator": _plain(self.denominator),
            ("before" if self.kind in (CHANGE, RANK) else "min"): _plain(self.low),
            ("after" if self.kind == CHANGE else "max"): _plain(self.high),
            "parts": [{"name": name, "value": _plain(number)} for name, number in self.parts] or None,
            "text": self.text or None,
            "precision": self.precision,
            "unit_of_count": self.unit_of_count,
            "period": {"code": self.period.code, "label": self.period.label},
            "unit": {"code": self.unit_code, "name": self.unit_name},
            "source": self.source,
            "basis": self.basis or None,
            "how_counted": self.how_counted or None,
            "note": self.note or None,
            "split": self.split or None,
            "state": self.state or None,
            "shown": self.show(),
            "records": self.url,
        }
        return {key: value for key, value in parts.items() if value is not None}


def is_nothing(figure: Figure | None) -> bool:
    """Whether there is nothing to tell: no such figure, none counted, or zero."""
    if figure is None:
        return True
    match figure.kind:
        case "number" | "percent":
            return not figure.value
        case "ratio":
            return not figure.numerator or not figure.denominator
        case "target" | "rank":
            return not figure.denominator
        case "range" | "change":
            return figure.low is None or figure.high is None
    return not figure.text


def _plain(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)
