"""The small forms of this room."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.breakthroughs import queries, rules
from lantoa.breakthroughs.actions import Mark
from lantoa.breakthroughs.models import WRITTEN, Breakthrough, QuarterReport
from lantoa.foundation.dates import Period
from lantoa.foundation.fields import DayField, FilesField, NumberField, PlainForm, TextField, capitalised
from lantoa.organisation.models import Unit

ONE_DAY = dt.timedelta(days=1)


class WritingForm(PlainForm):
    """What is undertaken. With `owners` it also asks who registers; a saved draft keeps its owner."""

    advised = {
        "kind": "breakthrough",
        "text_of": "statement,problem,solution,target_value unit_of_value,product",
        "target_of": "target_value",
        "unit_of": "unit_of_value",
        "deadline_of": "horizon",
        "product_of": "product",
        "about": "breakthroughs.draft:dang-viet",
    }

    owner = forms.ChoiceField(label=gettext_lazy("Ai đăng ký"), widget=forms.RadioSelect)
    is_key_task = forms.TypedChoiceField(
        label=gettext_lazy("Loại"),
        choices=[("", gettext_lazy("Nội dung đột phá")), ("1", gettext_lazy("Nhiệm vụ trọng tâm"))],
        coerce=bool,
        empty_value=False,
        required=False,
        widget=forms.RadioSelect,
    )
    statement = TextField(
        label=gettext_lazy("Nội dung, trong một câu"),
        max_length=250,
        rows=2,
        help_text=gettext_lazy("Làm gì, ở đâu. Ví dụ: Hạ số hồ sơ đất đai quá hạn ở xã."),
    )
    problem = TextField(
        label=gettext_lazy("Vấn đề khó, bức xúc cần giải quyết"),
        max_length=3000,
        rows=4,
        required=False,
        help_text=gettext_lazy(
            "Nay vướng ở đâu, bao nhiêu, ai chịu thiệt; kiểm điểm năm trước có nêu không."
        ),
    )
    solution = TextField(label=gettext_lazy("Cách làm"), max_length=3000, rows=4, required=False)
    start_value = NumberField(label=gettext_lazy("Số đầu kỳ"), required=False)
    target_value = NumberField(label=gettext_lazy("Số phải đạt"), required=False)
    unit_of_value = TextField(
        label=gettext_lazy("Đơn vị tính"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Ví dụ: hồ sơ quá hạn, hộ, %."),
    )
    product = TextField(
        label=gettext_lazy("Sản phẩm khi xong"),
        max_length=1000,
        rows=2,
        required=False,
        help_text=gettext_lazy("Khi không đếm được bằng số. Ví dụ: quy chế phân cấp được ban hành."),
    )
    horizon = forms.ChoiceField(
        label=gettext_lazy("Thời hạn"),
        choices=capitalised(Breakthrough.Horizon.choices),
        widget=forms.RadioSelect,
    )
    starts = DayField(label=gettext_lazy("Từ ngày"))
    last_day = DayField(label=gettext_lazy("Phải đạt đích vào ngày"))
    beneficiaries = TextField(label=gettext_lazy("Người được lợi"), max_length=250, required=False)
    partners = TextField(label=gettext_lazy("Đơn vị phối hợp"), max_length=250, required=False)
    approving_unit = forms.ChoiceField(label=gettext_lazy("Trình lên"), widget=forms.RadioSelect)

    def __init__(
        self, *args: Any, unit: Unit, on: dt.date, owners: list[tuple[str, str]] | None, **kwargs: Any
    ):
        super().__init__(*args, **kwargs)
        self.approvers = {str(place.unit_id): place for place in queries.possible_approvers(unit, on)}
        self.fields["approving_unit"].choices = [(pk, place.name) for pk, place in self.approvers.items()]
        if owners is None:
            del self.fields["owner"]
        else:
            self.fields["owner"].choices = owners

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        starts, last_day = typed.get("starts"), typed.get("last_day")
        if starts and last_day:
            self._check_horizon(starts, last_day, typed.get("horizon", ""))
        return typed

    def _check_horizon(self, starts: dt.date, last_day: dt.date, horizon: str) -> None:
        if last_day < starts:
            self.add_error("last_day", _("Ngày phải đạt đích phải sau ngày bắt đầu."))
        elif horizon == "year" and Period(starts, last_day + ONE_DAY) != Period.year(starts.year):
            self.add_error(
                "horizon",
                _("“Một năm” là từ 01/01 đến 31/12. Sửa hai ngày, hoặc chọn khoảng thời gian khác."),
            )

    def written(self) -> dict[str, Any]:
        """The words of models.WRITTEN, ready for an action."""
        typed = dict(self.cleaned_data)
        typed["ends"] = typed.pop("last_day") + ONE_DAY
        if "approving_unit" in typed:
            typed["approving_unit"] = self.approvers[typed["approving_unit"]].unit
        return {name: typed[name] for name in WRITTEN if name in typed}


def as_typed(breakthrough: Breakthrough) -> dict[str, Any]:
    """What the form shows of a draft."""
    shown = {name: getattr(breakthrough, name) for name in WRITTEN}
    shown |= {
        "last_day": breakthrough.last_day,
        "is_key_task": "1" if breakthrough.is_key_task else "",
        "approving_unit": str(breakthrough.approving_unit_id),
    }
    return shown


class ProposalForm(WritingForm):
    """The approved text as it should read from now on, and why."""

    reason = TextField(
        label=gettext_lazy("Vì sao phải sửa đổi"),
        max_length=2000,
        rows=3,
        help_text=gettext_lazy("Điều gì đã thay đổi so với khi duyệt. Ví dụ: sau sáp nhập có thêm 61 hồ sơ."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The kind of paper and who judges it stand as they were approved.
        for name in ("is_key_task", "approving_unit"):
            del self.fields[name]


class MarkForm(PlainForm):
    """One milestone; a line left without text and number is left out."""

    due = DayField(label=gettext_lazy("Đến ngày"), required=False)
    text = TextField(label=gettext_lazy("Việc phải xong"), max_length=300, required=False)
    value = NumberField(label=gettext_lazy("Số phải đạt"), required=False)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        says = typed.get("text") or typed.get("value") is not None
        if says and not typed.get("due") and "due" not in self.errors:
            self.add_error("due", _("Ghi ngày của mốc này, ví dụ 31/03/2027."))
        return typed


class BaseMarks(forms.BaseFormSet):
    """The milestones of one breakthrough."""

    def marks(self) -> list[Mark]:
        """Those that say something."""
        typed = [form.cleaned_data for form in self.forms]
        return [
            Mark(one["due"], one["text"], one["value"])
            for one in typed
            if one.get("due") and (one.get("text") or one.get("value") is not None)
        ]


Marks = forms.formset_factory(MarkForm, formset=BaseMarks, extra=2, max_num=40, absolute_max=60)


def quarter_ends(year: int) -> list[dict[str, dt.date]]:
    """The four days at which milestones usually stand."""
    return [{"due": rules.quarter_period(year, quarter).last_day} for quarter in (1, 2, 3, 4)]


class ReportForm(PlainForm):
    """One quarter."""

    state = forms.ChoiceField(
        label=gettext_lazy("Tiến độ, người đăng ký tự nhận"),
        choices=capitalised(QuarterReport.State.choices),
        widget=forms.RadioSelect,
    )
    result = TextField(
        label=gettext_lazy("Kết quả trong quý"),
        max_length=3000,
        rows=4,
        help_text=gettext_lazy("Đã làm gì, được bao nhiêu."),
    )
    value = NumberField(label=gettext_lazy("Số đạt được đến cuối quý"), required=False)
    obstacle = TextField(
        label=gettext_lazy("Vướng mắc, cần ai gỡ"),
        max_length=2000,
        rows=3,
        required=False,
        help_text=gettext_lazy(
            "Cần ghi khi có khó khăn hoặc chậm: vướng ở đâu, đề nghị ai làm gì, đến khi nào."
        ),
    )
    cell_state = forms.ChoiceField(
        label=gettext_lazy("Chi bộ đánh giá"),
        choices=[("", gettext_lazy("Chi bộ chưa họp đánh giá")), *capitalised(QuarterReport.State.choices)],
        required=False,
        widget=forms.RadioSelect,
    )
    cell_assessment = TextField(
        label=gettext_lazy("Nhận xét của chi bộ"), max_length=2000, rows=2, required=False
    )
    evidence = FilesField(
        label=gettext_lazy("Minh chứng"),
        required=False,
        help_text=gettext_lazy("Ảnh, PDF, .docx hoặc .xlsx; nhiều tệp được."),
    )


class RemarkForm(PlainForm):
    """What the supervising unit says."""

    text = TextField(label=gettext_lazy("Nhận xét"), max_length=2000, rows=3)
