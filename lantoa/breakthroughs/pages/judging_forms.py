"""The small forms of who advises, approves and assesses."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.breakthroughs import rules
from lantoa.breakthroughs.models import Appraisal, YearAssessment
from lantoa.foundation.fields import DayField, PlainForm, TextField, capitalised
from lantoa.meetings.choosing import MeetingForm
from lantoa.organisation.models import Unit

ONE_DAY = dt.timedelta(days=1)


class ReturnForm(PlainForm):
    """Why it goes back: ready sentences, and what else there is to say."""

    reasons = forms.MultipleChoiceField(
        label=gettext_lazy("Lý do"),
        choices=capitalised((str(number), text) for number, text in enumerate(rules.RETURN_REASONS)),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    reason = TextField(label=gettext_lazy("Ghi rõ thêm"), max_length=1000, rows=3, required=False)

    def text(self) -> str:
        """One text that the owner reads word for word."""
        chosen = [str(rules.RETURN_REASONS[int(number)]) for number in self.cleaned_data["reasons"]]
        return "; ".join([*chosen, *filter(None, [self.cleaned_data["reason"]])])


class ApproveForm(MeetingForm):
    """The paper of the body that decided, its meeting if it has it here, and who will supervise."""

    is_needed = False

    document_number = TextField(
        label=gettext_lazy("Số văn bản duyệt"), max_length=60, help_text=gettext_lazy("Ví dụ: 31-TB/TU.")
    )
    approved_on = DayField(label=gettext_lazy("Ngày văn bản"))
    decided_by = TextField(
        label=gettext_lazy("Cơ quan duyệt"),
        max_length=200,
        help_text=gettext_lazy("Ví dụ: Ban Thường vụ Tỉnh ủy."),
    )
    supervising_unit = forms.ChoiceField(label=gettext_lazy("Giao giám sát"), required=False)

    def __init__(self, *args: Any, supervisors: dict[str, tuple[Unit, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.supervisors = supervisors
        self.fields["supervising_unit"].choices = [("", _("Chưa giao"))] + [
            (pk, name) for pk, (_unit, name) in supervisors.items()
        ]

    def decision(self) -> dict[str, Any]:
        """What the action asks for."""
        chosen = self.cleaned_data.pop("supervising_unit")
        return self.cleaned_data | {"supervising_unit": self.supervisors[chosen][0] if chosen else None}


class AmendForm(MeetingForm):
    """The paper that approves a changed text, and the meeting of the body if it has it here."""

    is_needed = False

    document_number = TextField(
        label=gettext_lazy("Số văn bản duyệt"), max_length=60, help_text=gettext_lazy("Ví dụ: 58-TB/TU.")
    )
    decided_on = DayField(label=gettext_lazy("Ngày văn bản"))
    decided_by = TextField(label=gettext_lazy("Cơ quan duyệt"), max_length=200)


class RefusalForm(PlainForm):
    """Why the approved text stays."""

    reason = TextField(label=gettext_lazy("Lý do không duyệt"), max_length=1000, rows=3)


class AppraisalForm(PlainForm):
    """The opinion of the advising body."""

    opinion = forms.ChoiceField(
        label=gettext_lazy("Ý kiến thẩm định"),
        choices=capitalised(Appraisal.Opinion.choices),
        widget=forms.RadioSelect,
    )
    text = TextField(
        label=gettext_lazy("Nội dung ý kiến"),
        max_length=2000,
        rows=4,
        required=False,
        help_text=gettext_lazy("Đề nghị sửa thì ghi rõ sửa chỗ nào."),
    )


class AdvisingBodyForm(PlainForm):
    """Which unit gives its opinion first."""

    advising_unit = forms.ChoiceField(
        label=gettext_lazy("Ai thẩm định trước khi trình duyệt"), required=False, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, possible: dict[str, tuple[Unit, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.possible = possible
        self.fields["advising_unit"].choices = [
            *[(pk, name) for pk, (_unit, name) in possible.items()],
            ("", _("Không qua thẩm định")),
        ]

    def chosen(self) -> Unit | None:
        """The unit, or None when the step is skipped."""
        pk = self.cleaned_data["advising_unit"]
        return self.possible[pk][0] if pk else None


class AssessForm(PlainForm):
    """How far it came in a year."""

    year = forms.TypedChoiceField(label=gettext_lazy("Năm"), coerce=int)
    result = forms.ChoiceField(
        label=gettext_lazy("Mức hoàn thành"),
        choices=capitalised(YearAssessment.Result.choices),
        widget=forms.RadioSelect,
    )
    text = TextField(
        label=gettext_lazy("Nhận xét"),
        max_length=2000,
        rows=3,
        required=False,
        help_text=gettext_lazy("Cần ghi khi chưa hoàn thành: vì sao."),
    )
    assessed_by = TextField(label=gettext_lazy("Cơ quan đánh giá"), max_length=200)

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(year, year) for year in years]
