"""Boxes that this room and the rooms above it ask with."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import NumberField, PlainForm, TextField


class ResultForm(PlainForm):
    """What came of it: a number with what it counts, words, or both."""

    value = NumberField(
        label=gettext_lazy("Kết quả bằng số"),
        least=0,
        places=2,
        required=False,
        help_text=gettext_lazy("Ví dụ: 48."),
    )
    unit_of_count = TextField(
        label=gettext_lazy("Đếm gì"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Ví dụ: việc, hộ, triệu đồng."),
    )
    text = TextField(label=gettext_lazy("Kết quả bằng lời"), max_length=500, rows=2, required=False)
