"""What the forms of this room share: money as people say it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lantoa.foundation.fields import NumberField

MOST_MONEY = 10**15
SCALES = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 10**3, "ngàn": 10**3}


class MoneyField(NumberField):
    """Đồng: "350.000.000", "350 triệu", "2,95 tỷ"; cleaned to a whole number, shown again in full."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs["maxlength"] = 30

    def to_python(self, value: Any) -> Any:
        text = str(value or "").lower().replace("đồng", "").strip()
        word = next((word for word in SCALES if text.endswith(word)), "")
        number = super().to_python(text.removesuffix(word).strip())
        if number is None:
            return None
        whole = number * SCALES.get(word, 1)
        if whole != whole.to_integral_value() or not 0 < whole <= MOST_MONEY:
            raise ValidationError(
                _("Nhập số tiền lớn hơn 0, tính đến đồng, ví dụ 350.000.000 hoặc 350 triệu.")
            )
        return int(whole)
