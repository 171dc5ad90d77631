"""Vietnamese numbers: 1.234,5 on the page, and a careful reader of what people type."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput

# ASCII digits only: "²" and "٣" are no numbers that anybody here types.
PLAIN = re.compile(r"-?[0-9]+(,[0-9]+)?")
GROUPED = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?")
# What every column of this house can give back; a narrower column says so at its box.
WHOLE_DIGITS, PLACES = 12, 4
LONGEST = 60
MOST_MONEY = 10**15
SCALES = {
    "tỷ": 10**9, "tỉ": 10**9, "ty": 10**9, "triệu": 10**6, "trieu": 10**6, "tr": 10**6, "nghìn": 10**3,
    "nghin": 10**3, "ngàn": 10**3, "ngan": 10**3, "k": 10**3,
}  # fmt: skip
CURRENCY = re.compile(r"\s*(việt nam đồng|vnđ|vnd|đồng|dong|đ|₫)\.?$")
SCALED = re.compile(
    rf"(?P<number>[0-9][0-9.,\s]*?)\s*(?P<scale>{'|'.join(sorted(SCALES, key=len, reverse=True))})(?![^\W\d_])\s*"
)
DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def show(value: Decimal | int | float | None, places: int | None = None) -> str:
    """1234.5 → "1.234,5". `places` fixes the decimals; without it trailing zeros are dropped."""
    if value is None:
        return ""
    number = Decimal(str(value))
    if places is not None:
        number = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    sign, text = ("-" if number < 0 else ""), f"{abs(number):f}"
    whole, _dot, rest = text.partition(".")
    if places is None:
        rest = rest.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{sign}{grouped},{rest}" if rest else f"{sign}{grouped}"


def read(text: str, field: str = "", *, whole: int = WHOLE_DIGITS, places: int = PLACES) -> Decimal:
    """ "1234,5" or "1.234,5" → Decimal, of at most `whole` digits before the comma and `places` behind it.

    Raises BadInput for anything else, quoting what was typed; "1,234.5" is asked about, never guessed.
    """
    bare = re.sub(r"[\s\u00a0\u202f]", "", text[:LONGEST])
    if len(text) >= LONGEST or not (PLAIN.fullmatch(bare) or GROUPED.fullmatch(bare)):
        raise BadInput(
            _("Không đọc được số “%(text)s”. Nhập theo cách viết Việt Nam, ví dụ 1.234,5 hoặc 1234,5.")
            % {"text": quoted(text)},
            field,
        )
    number = Decimal(bare.replace(".", "").replace(",", "."))
    must_fit(number, text, field, whole=whole, places=places)
    return number


def must_fit(number: Decimal, typed: str, field: str = "", *, whole: int, places: int) -> None:
    """A number that its column could not give back is refused at the door."""
    if abs(number) >= Decimal(10) ** whole:
        raise BadInput(
            _("Số “%(text)s” dài quá: nhiều nhất %(whole)s chữ số trước dấu phẩy. Kiểm tra lại.")
            % {"text": quoted(typed), "whole": whole},
            field,
        )
    exponent = number.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent > places:
        raise BadInput(
            _("Số “%(text)s” có nhiều chữ số lẻ quá. Làm tròn đến %(places)s chữ số sau dấu phẩy.")
            % {"text": quoted(typed), "places": places},
            field,
        )


def quoted(typed: str) -> str:
    """What was typed, as it stands in a refusal: one line, cut when long."""
    words = " ".join(typed.split())
    return words if len(words) <= 40 else f"{words[:40]}…"


def read_money(text: str, field: str = "") -> int:
    """Đồng as people write them → whole đồng: 1.500.000đ, 500k, 2tr, "2,5 triệu", "1 tỷ 200 triệu", 2tr5.

    Raises BadInput when it is no sum, is below zero, or has less than a whole đồng.
    """
    amount = _sum_of(unicodedata.normalize("NFC", text[:LONGEST]).lower(), field)
    if amount is None or len(text) >= LONGEST:
        raise BadInput(
            _("Không đọc được số tiền “%(text)s”. Nhập ví dụ 1.500.000, 500 nghìn, 2,5 triệu hoặc 1,2 tỷ.")
            % {"text": quoted(text)},
            field,
        )
    if amount != amount.to_integral_value() or not 0 <= amount <= MOST_MONEY:
        raise BadInput(
            _("Số tiền “%(text)s” không đúng. Nhập từ 0 trở lên, đến một triệu tỷ, tính đến đồng.")
            % {"text": quoted(text)},
            field,
        )
    return int(amount)


def _sum_of(text: str, field: str) -> Decimal | None:
    """The parts of a sum added up, each smaller in kind than the one before; None when it is none."""
    text = CURRENCY.sub("", text.strip()).strip()
    if not any(char.isalpha() for char in text):
        return _number(text)
    total, before, rest = Decimal(0), Decimal(10) ** 12, text
    while part := SCALED.match(rest):
        number, scale = _number(part["number"]), Decimal(SCALES[part["scale"]])
        if number is None or scale >= before:
            return None
        total, before, rest = total + number * scale, scale, rest[part.end() :].strip(" ,")
    if rest == "rưỡi":
        return total + before / 2
    if rest and total and re.fullmatch(r"[0-9]{1,3}", rest):  # "2tr5" is two and a half
        return total + Decimal(f"0.{rest}") * before
    return total if not rest and before < 10**12 else None


def _number(text: str) -> Decimal | None:
    try:
        return read(text, whole=16)
    except BadInput:
        return None


def say(number: int | Decimal) -> str:
    """A number spelled as it is read aloud: 1250000 → "một triệu hai trăm năm mươi nghìn"."""
    sign = _("âm") + " " if number < 0 else ""
    whole = int(max(number, -number))
    words = _say_whole(whole)
    rest = f"{abs(Decimal(number)) - whole:f}".partition(".")[2].rstrip("0")
    if rest:
        words += " phẩy " + " ".join(DIGITS[int(digit)] for digit in rest)
    return sign + words


def _say_whole(whole: int) -> str:
    if whole == 0:
        return DIGITS[0]
    if whole >= 10**9:
        high, low = divmod(whole, 10**9)
        return f"{_say_whole(high)} tỷ" + (f" {_say_group(low, full=True)}" if low else "")
    return _say_group(whole, full=False)


def _say_group(whole: int, *, full: bool) -> str:
    """What is below a thousand million; `full` when something stands before it."""
    words = []
    for step, name in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        part, whole = divmod(whole, step)
        if part:
            words.append(f"{_say_hundreds(part, full=full)} {name}".strip())
            full = True
    return " ".join(words)


def _say_hundreds(number: int, *, full: bool) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = [DIGITS[hundreds], "trăm"] if hundreds or full else []
    if tens > 1:
        words += [DIGITS[tens], "mươi"]
    elif tens == 1:
        words.append("mười")
    elif ones and words:
        words.append("linh")
    if ones:
        words.append(_say_ones(tens, ones))
    return " ".join(words)


def _say_ones(tens: int, ones: int) -> str:
    """The last digit as it sounds behind its tens: mười lăm, hai mươi mốt."""
    if ones == 5 and tens:
        return "lăm"
    return "mốt" if ones == 1 and tens > 1 else DIGITS[ones]
