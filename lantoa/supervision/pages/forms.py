"""The boxes of this room."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import (
    DayField,
    FileField,
    NumberField,
    PlainForm,
    TextField,
    YearField,
    capitalised,
    read_typed,
)
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.fields import UnitField, person_called
from lantoa.people.models import Person
from lantoa.supervision.words import Kind

ACCEPTED = "image/*,.heic,.pdf,.docx,.xlsx"


def _of_unit(name: str, unit: Unit, by: Actor) -> Person:
    """The person of that name in the unit or below; a ValidationError where there is none, or several."""
    found = read_typed(lambda typed: person_called(typed, unit=unit, by=by), name)
    if found is None:
        said = _("Không có ai tên %(name)s ở đơn vị này. Gõ đủ họ tên như trong danh sách đảng viên.")
        raise ValidationError(said % {"name": name[:80]})
    return found


class ProgrammeForm(PlainForm):
    """The programme itself."""

    year = YearField(label=gettext_lazy("Năm"))
    aim = TextField(label=gettext_lazy("Mục đích, yêu cầu"), required=False, rows=3, max_length=2000)
    on_signs = TextField(
        label=gettext_lazy("Kiểm tra khi có dấu hiệu vi phạm, giải quyết tố cáo"),
        required=False,
        rows=3,
        max_length=2000,
        help_text=gettext_lazy("Ai nắm tình hình, tiếp nhận, làm thế nào. Không nêu tên ai ở đây."),
    )
    on_discipline = TextField(label=gettext_lazy("Thi hành kỷ luật"), required=False, rows=3, max_length=2000)
    on_other_work = TextField(
        label=gettext_lazy("Nhiệm vụ khác"),
        required=False,
        rows=3,
        max_length=2000,
        help_text=gettext_lazy("Chế độ báo cáo, thống kê và việc khác."),
    )
    number = TextField(
        label=gettext_lazy("Số, ký hiệu"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("Khi đã ban hành, ví dụ 02-CTr/UBKT."),
    )
    issued_on = DayField(label=gettext_lazy("Ngày ban hành"), required=False)


class InspectionForm(PlainForm):
    """One line of a programme."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Loại"), choices=capitalised(Kind.choices), widget=forms.RadioSelect
    )
    what = TextField(
        label=gettext_lazy("Nội dung"),
        rows=3,
        max_length=1000,
        help_text=gettext_lazy("Kiểm tra, giám sát việc gì. Ví dụ: viết đăng ký, đưa vào sinh hoạt chi bộ."),
    )
    person = TextField(
        label=gettext_lazy("Đảng viên được kiểm tra, giám sát"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Để trống khi kiểm tra, giám sát tổ chức."),
    )
    led_by = TextField(
        label=gettext_lazy("Người phụ trách, tổ trưởng"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Họ tên. Giám sát thường xuyên: ai theo dõi."),
    )
    team = TextField(label=gettext_lazy("Thành viên, thư ký của tổ"), required=False, rows=2, max_length=500)
    month = NumberField(label=gettext_lazy("Tháng tiến hành"), required=False, whole=True, least=1, most=12)
    covers_from = DayField(label=gettext_lazy("Mốc từ ngày"), required=False)
    covers_to = DayField(label=gettext_lazy("đến ngày"), required=False)
    field_order = ("kind", "unit", "person", "what", "led_by", "team", "month", "covers_from", "covers_to")

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.fields["unit"] = UnitField(actor, label=_("Đơn vị được kiểm tra, giám sát"))
        self.order_fields(self.field_order)

    def clean_person(self) -> Person | None:
        """A person of the unit that was named."""
        return self._called("person", self.cleaned_data.get("unit"))

    def clean_led_by(self) -> Person | None:
        """A person of the body that inspects."""
        return self._called("led_by", self.actor.unit)

    def _called(self, box: str, unit: Unit | None) -> Person | None:
        name = self.cleaned_data.get(box)
        if not name or unit is None:
            return None
        return _of_unit(name, unit, self.actor)

    def clean(self) -> dict[str, Any]:
        """The month as a whole number."""
        typed = super().clean() or {}
        if typed.get("month") is not None:
            typed["month"] = int(typed["month"])
        return typed


class DecisionForm(PlainForm):
    """By which decision it is opened."""

    decision_number = TextField(
        label=gettext_lazy("Quyết định số"), max_length=40, help_text=gettext_lazy("Ví dụ 57-QĐ/UBKT.")
    )
    decided_on = DayField(label=gettext_lazy("Ngày quyết định"))


class WhyForm(PlainForm):
    """A reason."""

    why = TextField(label=gettext_lazy("Vì sao?"), rows=2, max_length=1000)


class PaperForm(PlainForm):
    """One paper of the file."""

    done_on = DayField(label=gettext_lazy("Ngày của tài liệu"), required=False)
    number = TextField(label=gettext_lazy("Số, ký hiệu"), required=False, max_length=40)
    note = TextField(
        label=gettext_lazy("Nội dung, ghi chú"),
        required=False,
        rows=5,
        max_length=5000,
        help_text=gettext_lazy("Không lập tài liệu này thì ghi vì sao."),
    )
    attachment = FileField(
        label=gettext_lazy("Bản đã ký"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    not_needed = forms.BooleanField(label=gettext_lazy("Không lập tài liệu này"), required=False)


class DueForm(PlainForm):
    """Until when a paper is due."""

    due = DayField(label=gettext_lazy("Hạn"), required=False)


class SelfReportForm(PlainForm):
    """What the unit reports of itself."""

    text = TextField(
        label=gettext_lazy("Báo cáo"),
        required=False,
        rows=10,
        max_length=20000,
        help_text=gettext_lazy("Ưu điểm; hạn chế; nguyên nhân; kiến nghị."),
    )
    attachment = FileField(
        label=gettext_lazy("Báo cáo đã ký"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )


class ConclusionForm(PlainForm):
    """What was concluded."""

    conclusion = TextField(
        label=gettext_lazy("Kết luận"),
        rows=8,
        max_length=20000,
        help_text=gettext_lazy("Ưu điểm; hạn chế; yêu cầu. Việc khắc phục ghi thành từng việc ở bên dưới."),
    )
    conclusion_number = TextField(
        label=gettext_lazy("Thông báo kết luận số"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("Ví dụ 12-TB/UBKT. Giám sát thường xuyên không cần số."),
    )
    concluded_on = DayField(label=gettext_lazy("Ngày kết luận"))


class RemedyForm(PlainForm):
    """What is to be mended."""

    finding = TextField(label=gettext_lazy("Hạn chế cần khắc phục"), rows=3, max_length=1000)
    remedy = TextField(
        label=gettext_lazy("Việc khắc phục, minh chứng"), required=False, rows=2, max_length=1000
    )
    owner = TextField(
        label=gettext_lazy("Người chủ trì"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Họ tên người của đơn vị. Để trống thì giao người đứng đầu."),
    )
    deadline = DayField(label=gettext_lazy("Hạn khắc phục"))

    def __init__(self, actor: Actor, unit: Unit, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor, self.unit = actor, unit

    def clean_owner(self) -> Person | None:
        """A person of the unit that has to mend it."""
        if not (name := self.cleaned_data.get("owner")):
            return None
        return _of_unit(name, self.unit, self.actor)


class SampleForm(PlainForm):
    """How a sample is drawn."""

    seed = TextField(
        label=gettext_lazy("Hạt giống"),
        max_length=40,
        help_text=gettext_lazy("Cùng danh sách, cùng hạt giống thì ai lấy cũng ra đúng những bản này."),
    )
    size = NumberField(label=gettext_lazy("Số bản"), whole=True, least=1, most=30)
    why = TextField(
        label=gettext_lazy("Vì sao lấy thêm?"),
        required=False,
        rows=2,
        max_length=500,
        help_text=gettext_lazy("Mẫu đã lấy thì giữ nguyên. Đơn vị đọc được lý do lấy thêm."),
    )

    def __init__(self, *args: Any, is_another: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_another:
            del self.fields["why"]

    def clean(self) -> dict[str, Any]:
        """The size as a whole number."""
        typed = super().clean() or {}
        if typed.get("size") is not None:
            typed["size"] = int(typed["size"])
        return typed


class DisciplineForm(PlainForm):
    """A decision as it was issued."""

    person = TextField(
        label=gettext_lazy("Đảng viên bị kỷ luật"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Để trống khi kỷ luật tổ chức."),
    )
    form = TextField(
        label=gettext_lazy("Hình thức kỷ luật"),
        max_length=120,
        help_text=gettext_lazy("Ghi đúng như quyết định."),
    )
    what = TextField(label=gettext_lazy("Nội dung vi phạm"), rows=4, max_length=2000)
    decision_number = TextField(label=gettext_lazy("Quyết định số"), max_length=40)
    decided_on = DayField(label=gettext_lazy("Ngày quyết định"))
    field_order = ("unit", "person", "form", "what", "decision_number", "decided_on")

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.fields["unit"] = UnitField(actor, label=_("Tổ chức bị kỷ luật, hoặc đơn vị của đảng viên"))
        self.order_fields(self.field_order)

    def clean_person(self) -> Person | None:
        """A person of the unit that was named."""
        name, unit = self.cleaned_data.get("person"), self.cleaned_data.get("unit")
        return _of_unit(name, unit, self.actor) if name and unit else None


class EndForm(PlainForm):
    """Since when it is no longer in force, by which paper."""

    ended_on = DayField(label=gettext_lazy("Hết hiệu lực từ ngày"))
    ended_why = TextField(label=gettext_lazy("Theo văn bản, quy định"), max_length=300)


class NoteForm(PlainForm):
    """What was seen."""

    text = TextField(label=gettext_lazy("Thấy gì, đối chiếu với gì"), rows=4, max_length=2000)


class ReplyForm(PlainForm):
    """What is answered."""

    text = TextField(label=gettext_lazy("Câu trả lời"), rows=4, max_length=2000)
