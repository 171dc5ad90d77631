"""Forms of taking over: the parts, the six-month question."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from lantoa.adoptions.models import AdoptedPart
from lantoa.adoptions.rules import PartFate
from lantoa.foundation.fields import DayField, MoneyField, NumberField, PlainForm, TextField, capitalised
from lantoa.practices.models import Practice

FATES = capitalised(AdoptedPart.Fate.choices)


class PartsForm(PlainForm):
    """For each core part: kept, changed or dropped, and why. `presets` are (text, PartFate) in their order."""

    def __init__(self, *args: Any, presets: list[tuple[str, PartFate]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.texts = [text for text, _part in presets]
        for place, (text, part) in enumerate(presets, start=1):
            self.fields[f"fate_{place}"] = forms.ChoiceField(
                label=text, choices=FATES, initial=part.fate, widget=forms.RadioSelect
            )
            self.fields[f"why_{place}"] = TextField(
                label=gettext_lazy("Đổi thế nào, vì sao; hoặc vì sao bỏ"),
                max_length=300,
                required=False,
                initial=part.why,
            )

    @property
    def rows(self) -> list[tuple[Any, Any]]:
        """The boxes of each part together."""
        return [(self[f"fate_{n}"], self[f"why_{n}"]) for n in range(1, len(self.texts) + 1)]

    def parts(self) -> dict[int, PartFate]:
        """What was said of each part, by its place."""
        typed = self.cleaned_data
        return {n: PartFate(typed[f"fate_{n}"], typed[f"why_{n}"]) for n in range(1, len(self.texts) + 1)}


class AdoptForm(PartsForm):
    """Taking over: since when, how one came to know it."""

    on = DayField(label=gettext_lazy("Làm từ ngày"))
    note = TextField(
        label=gettext_lazy("Biết mô hình này qua đâu"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Ví dụ: họp giao ban xã, đến thăm tận nơi."),
    )


class GoneForm(PlainForm):
    """It stopped: since when, and why."""

    cause = forms.ChoiceField(
        label=gettext_lazy("Vì sao dừng"),
        choices=capitalised(Practice.StopCause.choices),
        widget=forms.RadioSelect,
    )
    reason = TextField(
        label=gettext_lazy("Ghi rõ thêm"),
        max_length=480,
        rows=2,
        required=False,
        help_text=gettext_lazy("Cần ghi khi chọn “Lý do khác”."),
    )
    on = DayField(label=gettext_lazy("Dừng từ ngày"))


class AdaptForm(PlainForm):
    """How the adopter does it, in its own words and with its own numbers."""

    name = TextField(label=gettext_lazy("Tên mô hình tại đơn vị"), max_length=200)
    reason = TextField(label=gettext_lazy("Vì sao vận dụng"), max_length=4000, rows=3, required=False)
    how = TextField(
        label=gettext_lazy("Cách làm tại đơn vị"),
        max_length=4000,
        rows=6,
        required=False,
        help_text=gettext_lazy("Mỗi bước một dòng."),
    )
    target = TextField(label=gettext_lazy("Chỉ tiêu, sản phẩm"), max_length=2000, rows=2, required=False)
    scope = TextField(label=gettext_lazy("Đối tượng, phạm vi"), max_length=250, required=False)
    participants = NumberField(label=gettext_lazy("Số người tham gia"), whole=True, least=0, required=False)
    cost = MoneyField(label=gettext_lazy("Kinh phí"), least=0, required=False)
    cost_note = TextField(label=gettext_lazy("Nguồn kinh phí"), max_length=250, required=False)
    contact = TextField(label=gettext_lazy("Người liên hệ"), max_length=200, required=False)
