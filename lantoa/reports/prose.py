"""How one figure is said in a sentence: precision word, number, unit of count. A figure in, words out."""

from __future__ import annotations

from decimal import Decimal

from lantoa.figures.figure import CHANGE, NUMBER, PERCENT, RANGE, RANK, RATIO, TARGET, Figure
from lantoa.figures.words import ALWAYS, ALWAYS_OVER, LEAST, MOSTLY_OVER, SILENT_WORDS
from lantoa.foundation.numbers import show
from lantoa.foundation.templatetags.lantoa import money
from lantoa.foundation.text import lower_first

MONEY = "đồng"
REACHED = "đạt"
HAS_ITS_VERB = (ALWAYS, ALWAYS_OVER, LEAST)
MOSTLY_REACHED = "cơ bản đạt trên"
WITH_UNIT = (NUMBER, RATIO, RANGE)
MOVES = (" tăng", " giảm")
NUMBER_OF = "số "
# These say how much of one thing there is, and no label tells which things.
MEASURES = ("%", "điểm", "bậc", "lần", "giờ", "phút", "ngày", "tháng", "năm")


def said(figure: Figure, how: str = "") -> str:
    """The figure as it stands in a sentence: "gần 3 tỷ đồng", "56/66 tổ chức đảng", "luôn đạt hơn 98,5%"."""
    if how == "share":
        return f"{show(figure.share)}%"
    if how == "before":
        return f"{show(figure.share)}%" if figure.kind == RATIO else said(figure, "number")
    if figure.kind in (CHANGE, TARGET) or figure.parts:
        return figure.show()
    if figure.kind == RANK:
        return ", ".join(filter(None, [f"xếp {figure.bare}", figure.moved]))
    words = [] if figure.precision in SILENT_WORDS else [figure.precision]
    if figure.kind == PERCENT and how == "reached" and figure.precision not in HAS_ITS_VERB:
        words = [MOSTLY_REACHED] if figure.precision == MOSTLY_OVER else [REACHED, *words]
    if figure.unit_of_count == MONEY and figure.value is not None:
        words.append(in_money(figure.value, with_unit=how != "number"))
    elif how == "number":
        words.append(figure.bare)
    elif figure.kind in WITH_UNIT and figure.unit_of_count not in ("", "%"):
        words += [figure.bare, figure.unit_of_count]
    else:
        words.append(figure.bare + ("%" if figure.kind == NUMBER and figure.unit_of_count == "%" else ""))
    return " ".join(words)


def called(figure: Figure) -> str:
    """What stands before `said`: "Chỉ số PCI tăng bậc" is "Chỉ số PCI tăng" where "11 bậc" follows."""
    unit = f" {figure.unit_of_count}"
    before = figure.label.removesuffix(unit)
    says_how_far = before.endswith(MOVES) and said(figure, "reached").endswith(unit)
    return before if says_how_far else figure.label


def counted_thing(figure: Figure) -> str:
    """What follows the number where the label only names what is counted: "56/66 tổ chức đảng" | " tham gia ủng hộ".

    Empty where the label must stand before it: it names something else, or the number measures and does not count.
    """
    if figure.kind not in (NUMBER, RATIO) or figure.parts or figure.unit_of_count in (*MEASURES, MONEY, ""):
        return ""
    label = lower_first(figure.label).removeprefix(NUMBER_OF)
    after = label.removeprefix(figure.unit_of_count)
    is_thing = after != label and after.startswith(" ") and not after.endswith(MOVES)
    return after if is_thing else ""


def in_money(value: Decimal, *, with_unit: bool = True) -> str:
    """3000000000 → "3 tỷ đồng"; an amount that words would cut short stays in full."""
    words = money(int(value)) if value == value.to_integral_value() else f"{show(value)} {MONEY}"
    return words if with_unit else words.removesuffix(f" {MONEY}")
