"""The small forms of this room."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import DayField, FilesField, PlainForm, TextField, YearField
from lantoa.people.actors import Actor
from lantoa.people.fields import UnitField
from lantoa.programme.models import Axis, Directive, Kind, Plan, Serves, Theme

FIRST_YEAR = 2016
SPANS = [(Theme.Span.YEAR, gettext_lazy("một năm")), (Theme.Span.TERM, gettext_lazy("toàn khóa"))]
MOST_TASKS = 60


class OfUnitForm(PlainForm):
    """A paper of one unit; the unit is asked only of those who write for more than one."""

    def __init__(self, *args: Any, actor: Actor, with_unit: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = UnitField(actor, label=_("Đơn vị"))
        if with_unit and len(field.places) > 1:
            self.fields["unit"] = field


class YearsForm(OfUnitForm):
    """A year, or the years of a term; cleaned to half-open dates `starts` and `ends`."""

    from_year = YearField(label=gettext_lazy("Năm"), least=FIRST_YEAR)
    to_year = YearField(
        least=FIRST_YEAR,
        label=gettext_lazy("Đến hết năm"),
        required=False,
        help_text=gettext_lazy("Chỉ nhập khi làm cho cả khóa, ví dụ từ 2026 đến 2030."),
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        first = typed.pop("from_year", None)
        last = typed.pop("to_year", None) or first
        if first is not None and last < first:
            self.add_error("to_year", _("Năm cuối không thể trước năm đầu."))
        elif first is not None:
            typed["starts"], typed["ends"] = dt.date(first, 1, 1), dt.date(last + 1, 1, 1)
        return typed


def years_of(thing: Any) -> dict[str, int]:
    """What YearsForm shows of dates that are already kept."""
    first, last = thing.starts.year, (thing.ends - dt.timedelta(days=1)).year
    return {"from_year": first} if first == last else {"from_year": first, "to_year": last}


class ThemeForm(YearsForm):
    """A theme of a year or a term."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Chuyên đề"),
        choices=SPANS,
        initial=Theme.Span.YEAR,
        widget=forms.RadioSelect,
    )
    title = TextField(label=gettext_lazy("Tên chuyên đề"), max_length=300, rows=2)
    papers = forms.ModelMultipleChoiceField(
        Directive.objects.none(),
        label=gettext_lazy("Văn bản, hướng dẫn của chuyên đề, có trong hệ thống"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    file = FilesField(label=gettext_lazy("Tài liệu chuyên đề"), required=False, most=1)
    field_order = ["kind", "title", "from_year", "to_year", "papers", "file"]

    def __init__(self, *args: Any, offered: QuerySet[Directive], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["papers"].queryset = offered  # type: ignore[attr-defined]
        if not offered:
            del self.fields["papers"]


class DirectiveForm(OfUnitForm):
    """A document by which the unit directs those below it, or that it received from outside."""

    kind = forms.ChoiceField(label=gettext_lazy("Loại văn bản"), choices=Kind.choices, initial=Kind.GUIDANCE)
    number = TextField(
        label=gettext_lazy("Số"), max_length=20, help_text=gettext_lazy("Như ghi trên văn bản, ví dụ 03.")
    )
    symbol = TextField(
        label=gettext_lazy("Số, ký hiệu đầy đủ"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Ví dụ 03-HD/ĐU."),
    )
    issued_on = DayField(label=gettext_lazy("Ngày ban hành"))
    abstract = TextField(label=gettext_lazy("Trích yếu"), max_length=500, rows=3)
    term = TextField(
        label=gettext_lazy("Giai đoạn, nhiệm kỳ"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("Ví dụ 2021–2025."),
    )
    replaces = forms.ModelChoiceField(
        Directive.objects.none(),
        label=gettext_lazy("Thay thế văn bản"),
        required=False,
        empty_label=gettext_lazy("Không thay thế văn bản nào"),
    )
    received_from = TextField(
        label=gettext_lazy("Nơi ban hành, nếu là văn bản nhận từ ngoài hệ thống"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Ví dụ Ban Bí thư. Để trống khi đơn vị tự ban hành."),
    )
    received_on = DayField(label=gettext_lazy("Ngày nhận"), required=False)
    asks = TextField(
        label=gettext_lazy("Yêu cầu cấp dưới trực tiếp làm gì"), max_length=2000, rows=3, required=False
    )
    answer_by = DayField(
        label=gettext_lazy("Thực hiện, báo kết quả chậm nhất ngày"),
        required=False,
        help_text=gettext_lazy("Mỗi đơn vị ngay dưới nhận một việc có hạn này. Để trống khi không yêu cầu."),
    )
    file = FilesField(label=gettext_lazy("Tệp văn bản"), required=False, most=1)

    def __init__(
        self, *args: Any, earlier: QuerySet[Directive], has_below: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if not has_below:
            del self.fields["asks"], self.fields["answer_by"]
        self.fields["replaces"].queryset = earlier  # type: ignore[attr-defined]


class AnswerForm(PlainForm):
    """What the unit has done about a document."""

    done_on = DayField(label=gettext_lazy("Thực hiện xong ngày"))
    said = TextField(
        label=gettext_lazy("Đã làm gì"),
        max_length=500,
        rows=3,
        help_text=gettext_lazy("Ví dụ: đã quán triệt tại sinh hoạt chi bộ ngày 3/11, ban hành 02-KH/CB."),
    )


class PlanForm(YearsForm):
    """A plan; number and date are filled in at once only for one that was already signed on paper."""

    scope = forms.ChoiceField(
        label=gettext_lazy("Kế hoạch cho"),
        choices=SPANS,
        initial=Theme.Span.YEAR,
        widget=forms.RadioSelect,
    )
    title = TextField(label=gettext_lazy("Tên kế hoạch"), max_length=300, rows=2)
    rests_on = forms.ModelMultipleChoiceField(
        queryset=Plan.objects.none(),
        label=gettext_lazy("Căn cứ kế hoạch của cấp trên"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    other_bases = TextField(
        label=gettext_lazy("Căn cứ khác"),
        required=False,
        max_length=4000,
        rows=3,
        help_text=gettext_lazy("Mỗi dòng một văn bản: số, ký hiệu, ngày, trích yếu."),
    )
    purpose = TextField(label=gettext_lazy("Mục đích, yêu cầu"), required=False, max_length=4000, rows=4)
    content = TextField(
        label=gettext_lazy("Nội dung"),
        required=False,
        max_length=8000,
        rows=6,
        help_text=gettext_lazy("Ngắn gọn, cụ thể, dễ làm, dễ kiểm điểm."),
    )
    field_order = ["scope", "title", "from_year", "to_year", "rests_on", "other_bases", "purpose", "content"]

    def __init__(self, *args: Any, superiors: QuerySet[Plan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = self.fields["rests_on"]
        assert isinstance(offered, forms.ModelMultipleChoiceField)
        offered.queryset = superiors
        offered.label_from_instance = _cited  # type: ignore[method-assign]
        if not superiors.exists():
            del self.fields["rests_on"]


def _cited(plan: Plan) -> str:
    return f"{plan.symbol}: {plan.title}"


class SignedForm(PlainForm):
    """Under what number and date the paper was signed; both or neither when `optional`.

    Otherwise without a number the register gives the next.
    """

    number = TextField(
        label=gettext_lazy("Số, ký hiệu"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Ví dụ 12-KH/ĐU. Để trống để lấy số tiếp theo trong Sổ văn bản đi."),
    )
    issued_on = DayField(label=gettext_lazy("Ngày ban hành"))
    lower_by = DayField(
        label=gettext_lazy("Cấp dưới trực tiếp ban hành kế hoạch chậm nhất ngày"),
        required=False,
        help_text=gettext_lazy("Mỗi đơn vị ngay dưới nhận một việc có hạn này. Để trống khi không yêu cầu."),
    )
    file = FilesField(
        label=gettext_lazy("Bản đã ký"),
        required=False,
        most=1,
        help_text=gettext_lazy("Ảnh chụp, PDF hoặc .docx."),
    )

    def __init__(self, *args: Any, optional: bool = False, has_below: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_below:
            del self.fields["lower_by"]
        self.optional = optional
        if optional:
            self.fields["issued_on"].required = False
            self.fields["number"].help_text = _("Ví dụ 12-KH/ĐU.")

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if not self.optional:
            return typed
        number, day = typed.get("number"), typed.get("issued_on")
        if number and not day and "issued_on" not in self.errors:
            self.add_error("issued_on", _("Nhập ngày ban hành ghi trên văn bản đã ký."))
        if day and not number:
            self.add_error("number", _("Nhập số, ký hiệu của văn bản đã ký, ví dụ 12-KH/ĐU."))
        return typed


class TaskForm(PlainForm):
    """One line of the assignment table; an empty line is left out."""

    content = TextField(label=gettext_lazy("Nội dung công việc"), max_length=500, required=False)
    lead = TextField(label=gettext_lazy("Chủ trì"), max_length=200, required=False)
    with_whom = TextField(label=gettext_lazy("Phối hợp"), max_length=200, required=False)
    due = DayField(label=gettext_lazy("Hạn"), required=False)
    product = TextField(label=gettext_lazy("Sản phẩm"), max_length=200, required=False)
    axis = forms.ChoiceField(
        label=gettext_lazy("Trục kết quả"),
        choices=[("", gettext_lazy("chưa gắn")), *Axis.choices],
        required=False,
    )
    note = TextField(label=gettext_lazy("Ghi chú"), max_length=300, required=False)
    origin = TextField(max_length=12, required=False, widget=forms.HiddenInput)

    def clean_origin(self) -> str:
        """The key of the superior's line; what is no key says nothing."""
        origin: str = self.cleaned_data["origin"]
        return origin if origin.isdecimal() else ""

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        is_own = not typed.get("origin")
        if (
            is_own
            and any(value for name, value in typed.items() if name != "content")
            and not typed.get("content")
        ):
            self.add_error("content", _("Ghi nội dung công việc, hoặc xóa trắng cả dòng."))
        return typed


TaskFormSet = forms.formset_factory(TaskForm, extra=3, max_num=MOST_TASKS, validate_max=True)


class SaidForm(PlainForm):
    """How a plan stands after six months, or at its end."""

    on = DayField(label=gettext_lazy("Ngày"))
    said = TextField(
        label=gettext_lazy("Kết quả"),
        max_length=4000,
        rows=5,
        help_text=gettext_lazy("Việc đã làm được, việc chưa làm được, vì sao."),
    )


class ResultForm(PlainForm):
    """What came of one line of a plan."""

    result = TextField(label=gettext_lazy("Kết quả, sản phẩm"), max_length=500, required=False)


class BasisForm(PlainForm):
    """A document on which the programme rests."""

    symbol = TextField(label=gettext_lazy("Số, ký hiệu"), max_length=40)
    kind = forms.ChoiceField(label=gettext_lazy("Loại văn bản"), choices=Kind.choices)
    issuer = TextField(label=gettext_lazy("Cơ quan ban hành"), max_length=160)
    issued_on = DayField(label=gettext_lazy("Ngày ban hành"))
    abstract = TextField(label=gettext_lazy("Trích yếu"), max_length=500, rows=3)
    serves = forms.ChoiceField(label=gettext_lazy("Là căn cứ của"), choices=Serves.choices)
    starts = DayField(label=gettext_lazy("Có hiệu lực từ ngày"))
    ends = DayField(label=gettext_lazy("Hết hiệu lực từ ngày"), required=False)
    verified = forms.BooleanField(label=gettext_lazy("Đã đối chiếu bản gốc"), required=False)
    note = TextField(label=gettext_lazy("Ghi chú"), max_length=300, required=False)


class ProgrammeForm(PlainForm):
    """The programme's new name from a day on, and its pillars, one a line."""

    name = TextField(label=gettext_lazy("Tên chương trình"), max_length=250, rows=2)
    short_name = TextField(label=gettext_lazy("Tên ngắn"), max_length=120)
    starts = DayField(label=gettext_lazy("Từ ngày"))
    pillars = TextField(
        label=gettext_lazy("Các nội dung"),
        max_length=800,
        rows=5,
        help_text=gettext_lazy("Mỗi dòng một nội dung, theo thứ tự in."),
    )

    def clean_pillars(self) -> list[str]:
        """One name a line, blank lines left out."""
        return [line.strip()[:80] for line in self.cleaned_data["pillars"].splitlines() if line.strip()]
