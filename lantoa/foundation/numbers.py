"""Vietnamese numbers: 1.234,5 on the page, and a careful reader of what people type."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from lantoa.foundation.errors import BadInput

PLAIN = re.compile(r"-?\d+(,\d+)?")
GROUPED = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?")


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


def read(text: str, field: str = "") -> Decimal:
    """ "1234,5" or "1.234,5" → Decimal.

    Raises BadInput for anything else; "1,234.5" is asked about, never guessed.
    """
    text = text.strip().replace("\u00a0", "").replace(" ", "")
    if PLAIN.fullmatch(text) or GROUPED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    raise BadInput(
        _("Không đọc được số “%(text)s”. Nhập theo cách viết Việt Nam, ví dụ 1.234,5 hoặc 1234,5.")
        % {"text": text[:40]},
        field,
    )
