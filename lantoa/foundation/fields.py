"""Form fields that read what people type the Vietnamese way, and put refusals beside the right box."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from lantoa.foundation import attachments, dates, numbers
from lantoa.foundation.attachments import Judged
from lantoa.foundation.errors import BadInput, Refusal
from lantoa.foundation.text import clean


def _read(reader: Callable[[Any], Any], typed: Any) -> Any:
    try:
        return reader(typed)
    except BadInput as bad:
        raise ValidationError(str(bad)) from bad


def capitalised(choices: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """Choices whose names stand alone on a page: "một năm" → "Một năm", still translated when shown."""
    return [(code, capfirst(name)) for code, name in choices]


class TextField(forms.CharField):
    """Text in NFC without invisible marks. `rows` makes it a box of several lines."""

    def __init__(self, *, rows: int = 0, **kwargs: Any) -> None:
        if rows:
            kwargs["widget"] = forms.Textarea(attrs={"rows": rows})
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        return clean(super().to_python(value) or "")


class DayField(forms.CharField):
    """A day: 2/9/27, 02-09-2027 or 02092027; shown as 02/09/2027."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs.update({"inputmode": "numeric", "autocomplete": "off", "maxlength": 12})

    def prepare_value(self, value: Any) -> Any:
        return dates.show_date(value) if isinstance(value, dt.date) else value

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return _read(dates.read_date, text) if text else None


class NumberField(forms.CharField):
    """A number: 1.234,5 or 1234,5; None when left empty. `whole` refuses decimals, `least` what is smaller."""

    def __init__(self, *, whole: bool = False, least: int | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.whole, self.least = whole, least
        self.widget.attrs.update(
            {"inputmode": "decimal", "autocomplete": "off", "maxlength": 24, "class": "num"}
        )

    def prepare_value(self, value: Any) -> Any:
        return numbers.show(value) if isinstance(value, int | Decimal) else value

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return None
        number: Decimal = _read(numbers.read, text)
        if self.whole and number != number.to_integral_value():
            raise ValidationError(_("Nhập số nguyên, không có phần thập phân."))
        if self.least is not None and number < self.least:
            raise ValidationError(_("Nhập số từ %(least)s trở lên.") % {"least": numbers.show(self.least)})
        return int(number) if self.whole else number


class _ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, each judged by its content; gives a list of Judged."""

    widget = _ManyFiles

    def __init__(self, *, most: int = 10, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.most = most

    def clean(self, data: Any, initial: Any = None) -> list[Judged]:
        files = [one for one in (data if isinstance(data, list | tuple) else [data]) if one]
        if len(files) > self.most:
            raise ValidationError(_("Chọn không quá %(most)s tệp một lần.") % {"most": self.most})
        for one in files or [None]:
            super().clean(one, initial)
        return [_read(attachments.judge, one) for one in files]


class PlainForm(forms.Form):
    """A form that names an empty box ("Điền “Tên công trình”.") where its field has no sentence of its own."""

    def full_clean(self) -> None:
        usual = forms.Field.default_error_messages["required"]
        for field in self.fields.values():
            if field.error_messages.get("required") is usual:
                word = _("Chọn “%(box)s”.") if isinstance(field, forms.ChoiceField) else _("Điền “%(box)s”.")
                field.error_messages["required"] = word % {"box": field.label}
        super().full_clean()


def put_refusal(form: forms.Form, refusal: Refusal) -> None:
    """Show a refusal of an action beside the box it speaks of, or at the head of the form."""
    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))


def carry_out(form: forms.Form, act: Callable[..., Any]) -> Any:
    """Call the action with what was typed; what it refuses is said beside the box. None when nothing was done."""
    if not form.is_valid():
        return None
    try:
        return act(**form.cleaned_data)
    except BadInput as bad:
        put_refusal(form, bad)
        return None
