"""Form fields that read what people type the Vietnamese way, and put refusals beside the right box."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.forms.utils import pretty_name
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation import attachments, dates, numbers
from lantoa.foundation.attachments import Judged
from lantoa.foundation.entry import old_fonts, sending
from lantoa.foundation.errors import BadInput, Doubt, Refusal, SeveralWrong
from lantoa.foundation.text import clean


def read_typed(reader: Callable[[Any], Any], typed: Any) -> Any:
    """What the reader makes of it; its BadInput becomes the sentence below the box."""
    try:
        return reader(typed)
    except BadInput as bad:
        raise ValidationError(str(bad)) from bad


def capitalised(choices: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """Choices whose names stand alone on a page: "một năm" → "Một năm", still translated when shown."""
    return [(code, capfirst(name)) for code, name in choices]


# A line, and a text of several lines, where nobody says how long; every column can take as much or says less.
LINE, TEXT = 200, 20_000


class TextField(forms.CharField):
    """Text in NFC without invisible marks. `rows` makes it a box of several lines."""

    def __init__(self, *, rows: int = 0, **kwargs: Any) -> None:
        if rows:
            kwargs["widget"] = forms.Textarea(attrs={"rows": rows})
        # Said here and not on the widget: a counter under a box of 20.000 letters would be noise.
        self.longest: int = kwargs.get("max_length") or (TEXT if rows or "widget" in kwargs else LINE)
        super().__init__(**kwargs)
        if self.max_length is None:
            self.validators.append(MaxLengthValidator(self.longest))

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        if said := old_fonts.said_of(text, str(self.label or "")):
            raise ValidationError(said)
        return clean(text)


class DayField(forms.CharField):
    """A day: 2/9/27, 02-09-2027 or 02092027; shown as 02/09/2027."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs.update({"inputmode": "numeric", "autocomplete": "off", "maxlength": 12})

    def prepare_value(self, value: Any) -> Any:
        return dates.show_date(value) if isinstance(value, dt.date) else value

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return read_typed(dates.read_date, text) if text else None


class TimeField(forms.CharField):
    """A time typed as 14:30, 14h30 or 14h; shown as 14:30."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs.update({"autocomplete": "off", "maxlength": 12, "class": "num"})

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, dt.time) else value

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return read_typed(dates.read_time, text) if text else None


class NumberField(forms.CharField):
    """A number: 1.234,5 or 1234,5; None when left empty. `whole` refuses decimals.

    `least` (0 for a whole one) and `most` bound it, both inclusive; `places` is how many digits its column keeps behind
    the comma.
    """

    def __init__(
        self,
        *,
        whole: bool = False,
        least: int | None = None,
        most: int | None = None,
        places: int = numbers.PLACES,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        # Whole numbers count people and things: none of them is less than none, and their columns end at 2.147.483.647.
        self.least = 0 if least is None and whole else least
        self.whole, self.places = whole, 0 if whole else places
        self.most = most if most is not None else 10**9 if whole else 10**numbers.WHOLE_DIGITS - 1
        self.widget.attrs.update(
            {
                "inputmode": "decimal",
                "autocomplete": "off",
                "maxlength": 30,
                "class": "num",
                "data-says": "so",
            }
        )

    def prepare_value(self, value: Any) -> Any:
        return numbers.show(value) if isinstance(value, int | Decimal) else value

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return None
        number: Decimal = read_typed(
            lambda typed: numbers.read(typed, places=self.places or numbers.PLACES), text
        )
        if self.whole and number != number.to_integral_value():
            raise ValidationError(
                _("Nhập số nguyên, không có phần thập phân, thay cho “%(text)s”.")
                % {"text": numbers.quoted(text)}
            )
        self.must_be_within(number)
        return int(number) if self.whole else number

    def must_be_within(self, number: Decimal | int) -> None:
        """A ValidationError when the number is below the least or above the most."""
        if self.least is not None and number < self.least:
            raise ValidationError(_("Nhập số từ %(least)s trở lên.") % {"least": numbers.show(self.least)})
        if max(number, -number) > self.most:
            raise ValidationError(
                _("Số này lớn quá. Nhập số không quá %(most)s.") % {"most": numbers.show(self.most)}
            )


class YearField(NumberField):
    """A year: four digits, shown without the dot of thousands."""

    def __init__(self, *, least: int = dates.FIRST_YEAR, most: int = dates.LAST_YEAR, **kwargs: Any) -> None:
        super().__init__(whole=True, least=least, most=most, **kwargs)
        self.widget.attrs.update({"inputmode": "numeric", "maxlength": 4})
        del self.widget.attrs["data-says"]

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, int) else value

    def must_be_within(self, number: Decimal | int) -> None:
        if number < (self.least or 0) or number > self.most:
            raise ValidationError(
                _("Nhập năm bằng bốn chữ số, từ %(least)s đến %(most)s.")
                % {"least": self.least, "most": self.most}
            )


class MoneyField(NumberField):
    """Đồng: 350.000.000, "350 triệu", 2tr, 500k; cleaned to whole đồng, shown again in full. `least` is 0 or 1."""

    def __init__(self, *, least: int = 1, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", gettext_lazy("Ví dụ: 1.500.000, 350 triệu hoặc 2,95 tỷ."))
        super().__init__(whole=True, least=least, most=numbers.MOST_MONEY, **kwargs)
        self.widget.attrs.update({"inputmode": "text", "maxlength": 40, "data-says": "tien"})

    def to_python(self, value: Any) -> Any:
        text = forms.CharField.to_python(self, value)
        if not text:
            return None
        amount: int = read_typed(numbers.read_money, text)
        self.must_be_within(amount)
        return amount


class FileField(forms.FileField):
    """One file, judged by its content; gives a Judged, None when none was chosen."""

    def clean(self, data: Any, initial: Any = None) -> Judged | None:
        sent = super().clean(data, initial)
        judged: Judged | None = read_typed(attachments.judge, sent) if sent else None
        return judged


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
        return [read_typed(attachments.judge, one) for one in files]


# What a box says when it refuses, by Django's name of the reason. Each sentence names its box.
VOICE = {
    "required": gettext_lazy("Điền “%(box)s”."),
    "invalid": gettext_lazy("“%(box)s” chưa đúng dạng. Kiểm tra lại."),
    "invalid_choice": gettext_lazy("Chọn “%(box)s” trong danh sách."),
    "invalid_list": gettext_lazy("Chọn “%(box)s” trong danh sách."),
    "invalid_pk_value": gettext_lazy("Chọn “%(box)s” trong danh sách."),
    "max_length": gettext_lazy(
        "“%(box)s” dài quá: nhiều nhất %%(limit_value)s ký tự, đang có %%(show_value)s."
    ),
    "min_length": gettext_lazy(
        "“%(box)s” ngắn quá: ít nhất %%(limit_value)s ký tự, đang có %%(show_value)s."
    ),
    "max_value": gettext_lazy("“%(box)s” lớn quá: nhiều nhất %%(limit_value)s."),
    "min_value": gettext_lazy("“%(box)s” nhỏ quá: ít nhất %%(limit_value)s."),
    "null_characters_not_allowed": gettext_lazy("“%(box)s” có ký tự không dùng được. Gõ lại."),
    "empty": gettext_lazy("Tệp ở “%(box)s” không có nội dung. Chọn tệp khác."),
    "missing": gettext_lazy("Chọn tệp cho “%(box)s”."),
    "contradiction": gettext_lazy("Ở “%(box)s”, chọn tệp mới hoặc bỏ tệp cũ, không cả hai."),
    "incomplete": gettext_lazy("Điền đủ “%(box)s”."),
}
CHOICE_VOICE = {"required": gettext_lazy("Chọn “%(box)s”.")}
FILE_VOICE = {
    "required": gettext_lazy("Chọn tệp cho “%(box)s”."),
    "invalid": gettext_lazy("Chọn tệp cho “%(box)s”."),
    "max_length": gettext_lazy(
        "Tên tệp ở “%(box)s” dài quá: nhiều nhất %%(max)s ký tự, đang có %%(length)s."
    ),
}
TICK_VOICE = {"required": gettext_lazy("Đánh dấu “%(box)s”.")}


def give_voice(field: forms.Field, box: str) -> None:
    """Replace Django's sentences of a field by our own, which name its box; a field's own sentences stay."""
    usual: dict[str, Any] = {}
    for kind in reversed(type(field).__mro__):
        if kind.__module__.startswith("django."):
            usual |= kind.__dict__.get("default_error_messages", {})
    words = dict(VOICE)
    match field:
        case forms.FileField():
            words |= FILE_VOICE
        case forms.ChoiceField():
            words |= CHOICE_VOICE
        case forms.BooleanField():
            words |= TICK_VOICE
    for reason, sentence in words.items():
        if field.error_messages.get(reason) is usual.get(reason):
            field.error_messages[reason] = sentence % {"box": box.replace("%", "%%")}


class OneVoice:
    """What makes a form speak with the voice of the house; for forms that come with Django's sign-in."""

    fields: dict[str, forms.Field]

    def full_clean(self) -> None:
        for name, field in self.fields.items():
            give_voice(field, str(field.label or pretty_name(name)))
        super().full_clean()  # type: ignore[misc]


class PlainForm(OneVoice, forms.Form):
    """The form of every page: each refusal names its box ("Điền “Tên công trình”.")."""


class Lasting(PlainForm):
    """`starts` and the `last_day` of a form, cleaned to the half-open `ends` of the tables."""

    def clean(self) -> dict[str, Any]:
        """What was typed; a last day before the first is refused in its own box."""
        typed = super().clean() or {}
        last = typed.pop("last_day", None)
        typed["ends"] = last + dt.timedelta(days=1) if last else None
        if last and typed.get("starts") and last < typed["starts"]:
            self.add_error("last_day", _("Ngày kết thúc phải sau ngày bắt đầu."))
        return typed


def put_refusal(form: forms.Form, refusal: Refusal) -> None:
    """Show a refusal of an action beside the box it speaks of, or at the head of the form. A doubt asks for a tick.

    One that speaks of several boxes is shown beside each.
    """
    if isinstance(refusal, SeveralWrong):
        for box, why in refusal.at.items():
            why.field = box
            put_refusal(form, why)
        return
    if isinstance(refusal, Doubt) and (now := sending.current.get()):
        now.asks = True
    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))


def as_if_sent(kind: Callable[..., Any], typed: dict[str, Any], **shape: Any) -> Any:
    """The form bound to its own words, so that a refusal can stand beside one of its boxes."""
    blank = kind(initial=typed, **shape)
    words = {name: blank[name].value() for name in blank.fields}
    form = kind({name: value for name, value in words.items() if value}, **shape)
    form.is_valid()
    return form


def carry_out(form: forms.Form, act: Callable[..., Any], *beside: Any) -> Any:
    """Call the action with what was typed and give what it made, True if that is nothing.

    None when nothing was done: the form was not sent yet, or what is to be mended now stands beside its boxes.
    `beside` are the other forms and sets of forms of the page; all must be sound before the action is called.
    """
    sound = [one.is_valid() for one in (form, *beside)]  # each is asked, so that every fault is shown
    if not all(sound):
        return None
    try:
        made = act(**form.cleaned_data)
    except BadInput as bad:
        put_refusal(next((one for one in beside if bad.field in getattr(one, "fields", ())), form), bad)
        return None
    return made or True
