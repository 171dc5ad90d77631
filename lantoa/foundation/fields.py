"""Boxes of a form that read what people here type: days as 2/9/27, numbers as 1.234, clean text."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lantoa.foundation import dates, numbers
from lantoa.foundation.errors import BadInput
from lantoa.foundation.text import clean


class DayField(forms.Field):
    """A day typed as 2/9/27, 02-09-2027 or 02092027; cleaned to a date, shown again as 02/09/2027."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": "12"})

    def prepare_value(self, value: Any) -> Any:
        """A date in the words of the page; what was typed stays as typed."""
        return dates.show_date(value) if isinstance(value, dt.date) else value

    def to_python(self, value: Any) -> dt.date | None:
        """The date, or None when nothing was typed."""
        if isinstance(value, dt.date) or not value:
            return value or None
        try:
            return dates.read_date(str(value)) if str(value).strip() else None
        except BadInput as bad:
            raise ValidationError(str(bad)) from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Two ways of typing one day are the same day."""
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class WholeField(forms.Field):
    """A whole number that is not negative, typed as 1234 or 1.234; cleaned to int, None when empty."""

    widget = forms.TextInput(
        attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": "12", "class": "num"}
    )

    def __init__(self, *, most: int = 2_000_000_000, **kwargs: Any) -> None:
        self.most = most
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """1234 → "1.234"; what was typed stays as typed."""
        return numbers.show(value) if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:
        """The number; a ValidationError says how to type it."""
        if value is None or isinstance(value, int) or not str(value).strip():
            return value if isinstance(value, int) else None
        try:
            number = numbers.read(str(value))
        except BadInput as bad:
            raise ValidationError(str(bad)) from None
        if number != number.to_integral_value() or number < 0:
            raise ValidationError(_("Nhập một số nguyên từ 0 trở lên."))
        if number > self.most:
            raise ValidationError(_("Số lớn quá, kiểm tra lại. Nhiều nhất là %s.") % numbers.show(self.most))
        return int(number)


class CleanField(forms.CharField):
    """Text in NFC without invisible marks. `rows` makes it a large box."""

    def __init__(self, *, rows: int = 0, **kwargs: Any) -> None:
        if rows:
            kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        """The text as it will be kept."""
        return clean(super().to_python(value) or "")
