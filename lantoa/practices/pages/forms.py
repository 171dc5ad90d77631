"""The small forms of this room."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from lantoa.consents.models import Consent
from lantoa.foundation.fields import (
    DayField,
    FilesField,
    MoneyField,
    NumberField,
    PlainForm,
    TextField,
    capitalised,
)
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.practices import queries, rules
from lantoa.practices.models import WRITTEN, Field, Practice, RecognitionLevel
from lantoa.programme.models import Movement

ONE_DAY = dt.timedelta(days=1)
# At what levels one proposes; the centre's are only ever recognised.
LEVELS_TO_PROPOSE = [(code, name) for code, name in RecognitionLevel.choices if code != "central"]


class WritingForm(PlainForm):
    """A practice as it is proposed."""

    name = TextField(
        label=lazy("Tên mô hình"), max_length=200, help_text=lazy("Ví dụ: Nhà văn hóa sáng đèn.")
    )
    kind = forms.ChoiceField(
        label=lazy("Loại"), choices=capitalised(Practice.Kind.choices), widget=forms.RadioSelect
    )
    subject = forms.ChoiceField(
        label=lazy("Của ai"), choices=capitalised(Practice.Subject.choices), widget=forms.RadioSelect
    )
    person = forms.ChoiceField(label=lazy("Nếu của cá nhân: người thực hiện"), required=False)
    subject_name = TextField(
        label=lazy("Tên tập thể hoặc người ngoài danh sách"),
        max_length=200,
        required=False,
        help_text=lazy("Bỏ trống thì lấy tên đơn vị. Ví dụ: Chi hội Phụ nữ thôn Nà Lùng."),
    )
    names = TextField(
        label=lazy("Người được nêu tên trong câu chuyện"),
        max_length=1000,
        rows=2,
        required=False,
        help_text=lazy(
            "Họ tên đầy đủ, mỗi người một dòng. Người thực hiện và người liên hệ không cần ghi lại."
        ),
    )
    consent = forms.BooleanField(
        label=lazy("Những người được nêu tên (kể cả người liên hệ) đã đồng ý, tôi đã hỏi từng người"),
        required=False,
    )
    field = forms.ModelChoiceField(
        Field.objects.filter(is_offered=True),
        label=lazy("Lĩnh vực"),
        required=False,
        empty_label=lazy("Chọn lĩnh vực"),
    )
    content_of_uncle = TextField(
        label=lazy("Học nội dung nào của Bác"),
        max_length=300,
        required=False,
        help_text=lazy("Ví dụ: gần dân, giúp dân; nói đi đôi với làm."),
    )
    reason = TextField(
        label=lazy("Chuyện bắt đầu thế nào"),
        max_length=4000,
        rows=4,
        required=False,
        help_text=lazy("Trước đó thế nào, vướng ở đâu, vì sao nghĩ ra việc này."),
    )
    how = TextField(
        label=lazy("Cách làm"),
        max_length=4000,
        rows=6,
        required=False,
        help_text=lazy("Mỗi bước một dòng, để nơi khác làm lại được."),
    )
    core_parts = TextField(
        label=lazy("Phần cốt lõi"),
        max_length=2000,
        rows=4,
        required=False,
        help_text=lazy(
            "Thiếu thì không còn là mô hình này; mỗi phần một dòng. Bỏ trống thì lấy các bước ở trên."
        ),
    )
    target = TextField(label=lazy("Chỉ tiêu, sản phẩm"), max_length=2000, rows=2, required=False)
    scope = TextField(label=lazy("Đối tượng, phạm vi"), max_length=250, required=False)
    participants = NumberField(label=lazy("Số người tham gia"), whole=True, least=0, required=False)
    cost = MoneyField(label=lazy("Kinh phí"), least=0, required=False)
    cost_note = TextField(label=lazy("Nguồn kinh phí"), max_length=250, required=False)
    hardest = TextField(label=lazy("Việc khó nhất"), max_length=250, required=False)
    contact = TextField(label=lazy("Người liên hệ"), max_length=200, required=False)
    starts = DayField(label=lazy("Bắt đầu"), required=False)
    last_day = DayField(label=lazy("Dự kiến đến hết ngày"), required=False)
    level = forms.ChoiceField(
        label=lazy("Cấp đăng ký"), choices=capitalised(LEVELS_TO_PROPOSE), widget=forms.RadioSelect
    )
    movement = forms.ModelChoiceField(
        Movement.objects.none(),
        label=lazy("Thuộc phong trào thi đua"),
        required=False,
        empty_label=lazy("Không thuộc phong trào nào"),
    )
    evidence = FilesField(
        label=lazy("Ảnh, minh chứng"),
        required=False,
        help_text=lazy("Ảnh, PDF, .docx hoặc .xlsx; nhiều tệp được."),
    )

    def __init__(
        self, *args: Any, unit: Unit, actor: Actor, named: Person | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = people_to_name(unit, actor)
        if named:
            self.people.setdefault(str(named.pk), named)
        names = [(pk, str(person)) for pk, person in self.people.items()]
        self.fields["person"].choices = [("", _("Chọn trong danh sách đơn vị")), *names]
        self.fields["movement"].queryset = Movement.objects.for_unit(unit, actor.on).on(actor.on)

    def written(self) -> dict[str, Any]:
        """The words of models.WRITTEN, and whose it is, ready for an action."""
        typed = dict(self.cleaned_data)
        last_day = typed.pop("last_day")
        typed["ends"] = last_day + ONE_DAY if last_day else None
        whose = {
            "subject": typed["subject"],
            "person": self.people.get(typed["person"]),
            "subject_name": typed["subject_name"],
            "consented": typed["consent"],
            "names": typed["names"].splitlines(),
            "evidence": typed["evidence"],
            "core_parts": typed["core_parts"].splitlines(),
        }
        return {name: typed[name] for name in WRITTEN} | whose


def people_to_name(unit: Unit, actor: Actor) -> dict[str, Person]:
    """Whom this actor may name: herself, and for those who judge the members of the unit."""
    people = {str(actor.person.pk): actor.person} if actor.person else {}
    if actor.may("people.view") and actor.reaches(unit):
        people |= {str(one.person_id): one.person for one in queries.members_of(unit, actor.on)}
    return people


def as_typed(practice: Practice) -> dict[str, Any]:
    """What the form shows of a draft."""
    shown = {name: getattr(practice, name) for name in WRITTEN}
    named = list(practice.named.all())
    return shown | {
        "subject": practice.subject,
        "person": str(practice.person_id or ""),
        "subject_name": "" if practice.person_id else practice.subject_name,
        "consent": bool(named) and all(one.agrees for one in named),
        "names": "\n".join(one.name for one in named if one.stands == Consent.Place.STORY),
        "last_day": practice.ends - ONE_DAY if practice.ends else None,
        "field": practice.field_id,
        "movement": practice.movement_id,
        "core_parts": "\n".join(part.text for part in practice.core_parts.all()),
    }


class AcceptForm(PlainForm):
    """A word of advice with the agreement; for what has no photo or paper, what was seen."""

    was_there = forms.BooleanField(label=lazy("Đã xem minh chứng tại chỗ"), required=False)
    seen = TextField(
        label=lazy("Đã xem gì"),
        max_length=500,
        required=False,
        help_text=lazy("Ví dụ: sổ ghi việc dân hỏi, từ tháng 3."),
    )
    note = TextField(label=lazy("Góp ý khi thực hiện"), max_length=1000, rows=3, required=False)
    must = ("seen",)

    def __init__(self, *args: Any, has_files: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_files:
            del self.fields["was_there"], self.fields["seen"]

    def clean(self) -> dict[str, str]:
        """What the action is told; what was seen counts only with its tick."""
        typed = self.cleaned_data
        seen = typed.get("seen", "") if typed.get("was_there") else ""
        return {"note": typed.get("note", ""), "seen": seen}


class StartForm(PlainForm):
    """Since when it is done."""

    on = DayField(label=lazy("Thực hiện từ ngày"))


class StopForm(PlainForm):
    """Since when it is no longer done, and why."""

    on = DayField(label=lazy("Dừng từ ngày"))
    cause = forms.ChoiceField(
        label=lazy("Vì sao dừng"),
        choices=capitalised(Practice.StopCause.choices),
        widget=forms.RadioSelect,
        required=False,
    )
    reason = TextField(
        label=lazy("Ghi rõ thêm"),
        max_length=500,
        rows=3,
        required=False,
        help_text=lazy("Ghi thật để nơi khác tránh được, ví dụ: người trực chuyển công tác, không ai thay."),
    )


class RecogniseForm(PlainForm):
    """The decision that recognises."""

    level = forms.ChoiceField(label=lazy("Cấp công nhận"), widget=forms.RadioSelect)
    decision_number = TextField(
        label=lazy("Số quyết định"), max_length=60, help_text=lazy("Ví dụ: 214-QĐ/TU.")
    )
    decided_on = DayField(label=lazy("Ngày quyết định"))
    body = TextField(label=lazy("Cơ quan công nhận"), max_length=200)

    def __init__(self, *args: Any, level_of_actor: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = [
            one for one in RecognitionLevel.choices if rules.may_record_recognition(one[0], level_of_actor)
        ]
        self.fields["level"].choices = capitalised(allowed)


class EvidenceForm(PlainForm):
    """More photos and papers."""

    evidence = FilesField(label=lazy("Thêm ảnh, minh chứng"))


class FieldForm(PlainForm):
    """One field of the list."""

    name = TextField(label=lazy("Lĩnh vực"), max_length=120)
    short_name = TextField(label=lazy("Tên gọn"), max_length=60, required=False)
    place = NumberField(label=lazy("Thứ tự"), whole=True, least=0, most=999, required=False)
    is_offered = forms.BooleanField(label=lazy("Còn dùng khi đăng ký mới"), required=False)


class CorePartsForm(PlainForm):
    """The core parts, one a line."""

    core_parts = TextField(
        label=lazy("Phần cốt lõi"),
        max_length=3000,
        rows=7,
        help_text=lazy("Thiếu thì không còn là mô hình này; mỗi phần một dòng."),
    )
