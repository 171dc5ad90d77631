"""The small forms of this room."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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
from lantoa.programme.models import Axis, Movement

ONE_DAY = dt.timedelta(days=1)
# At what levels one proposes; the centre's are only ever recognised.
LEVELS_TO_PROPOSE = [(code, name) for code, name in RecognitionLevel.choices if code != "central"]


class WritingForm(PlainForm):
    """A practice as it is proposed."""

    advised = {
        "kind": "practice",
        "text_of": "reason,how,target",
        "target_of": "target",
        "deadline_of": "last_day",
        "about": "practices.draft:dang-viet",
    }

    name = TextField(
        label=gettext_lazy("Tên mô hình"),
        max_length=200,
        help_text=gettext_lazy("Ví dụ: Nhà văn hóa sáng đèn."),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Loại"), choices=capitalised(Practice.Kind.choices), widget=forms.RadioSelect
    )
    subject = forms.ChoiceField(
        label=gettext_lazy("Của ai"), choices=capitalised(Practice.Subject.choices), widget=forms.RadioSelect
    )
    person = forms.ChoiceField(label=gettext_lazy("Nếu của cá nhân: người thực hiện"), required=False)
    subject_name = TextField(
        label=gettext_lazy("Tên tập thể hoặc người ngoài danh sách"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Bỏ trống thì lấy tên đơn vị. Ví dụ: Chi hội Phụ nữ thôn Nà Lùng."),
    )
    names = TextField(
        label=gettext_lazy("Người được nêu tên trong câu chuyện"),
        max_length=1000,
        rows=2,
        required=False,
        help_text=gettext_lazy(
            "Họ tên đầy đủ, mỗi người một dòng. Người thực hiện và người liên hệ không cần ghi lại."
        ),
    )
    consent = forms.BooleanField(
        label=gettext_lazy("Những người được nêu tên (kể cả người liên hệ) đã đồng ý, tôi đã hỏi từng người"),
        required=False,
    )
    field = forms.ModelChoiceField(
        Field.objects.filter(is_offered=True),
        label=gettext_lazy("Lĩnh vực"),
        required=False,
        empty_label=gettext_lazy("Chọn lĩnh vực"),
    )
    content_of_uncle = TextField(
        label=gettext_lazy("Học nội dung nào của Bác"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Ví dụ: gần dân, giúp dân; nói đi đôi với làm."),
    )
    reason = TextField(
        label=gettext_lazy("Chuyện bắt đầu thế nào"),
        max_length=4000,
        rows=4,
        required=False,
        help_text=gettext_lazy("Trước đó thế nào, vướng ở đâu, vì sao nghĩ ra việc này."),
    )
    how = TextField(
        label=gettext_lazy("Cách làm"),
        max_length=4000,
        rows=6,
        required=False,
        help_text=gettext_lazy("Mỗi bước một dòng, để nơi khác làm lại được."),
    )
    core_parts = TextField(
        label=gettext_lazy("Phần cốt lõi"),
        max_length=2000,
        rows=4,
        required=False,
        help_text=gettext_lazy(
            "Thiếu thì không còn là mô hình này; mỗi phần một dòng. Bỏ trống thì lấy các bước ở trên."
        ),
    )
    target = TextField(label=gettext_lazy("Chỉ tiêu, sản phẩm"), max_length=2000, rows=2, required=False)
    scope = TextField(label=gettext_lazy("Đối tượng, phạm vi"), max_length=250, required=False)
    participants = NumberField(label=gettext_lazy("Số người tham gia"), whole=True, least=0, required=False)
    cost = MoneyField(label=gettext_lazy("Kinh phí"), least=0, required=False)
    cost_note = TextField(label=gettext_lazy("Nguồn kinh phí"), max_length=250, required=False)
    hardest = TextField(label=gettext_lazy("Việc khó nhất"), max_length=250, required=False)
    contact = TextField(label=gettext_lazy("Người liên hệ"), max_length=200, required=False)
    starts = DayField(label=gettext_lazy("Bắt đầu"), required=False)
    last_day = DayField(label=gettext_lazy("Dự kiến đến hết ngày"), required=False)
    level = forms.ChoiceField(
        label=gettext_lazy("Cấp đăng ký"), choices=capitalised(LEVELS_TO_PROPOSE), widget=forms.RadioSelect
    )
    movement = forms.ModelChoiceField(
        Movement.objects.none(),
        label=gettext_lazy("Thuộc phong trào thi đua"),
        required=False,
        empty_label=gettext_lazy("Không thuộc phong trào nào"),
    )
    axis = forms.ChoiceField(
        label=gettext_lazy("Trục kết quả"),
        choices=[("", gettext_lazy("chưa gắn")), *Axis.choices],
        required=False,
        help_text=gettext_lazy("Một trục hoặc để trống."),
    )
    evidence = FilesField(
        label=gettext_lazy("Ảnh, minh chứng"),
        required=False,
        help_text=gettext_lazy("Ảnh, PDF, .docx hoặc .xlsx; nhiều tệp được."),
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

    was_there = forms.BooleanField(label=gettext_lazy("Đã xem minh chứng tại chỗ"), required=False)
    seen = TextField(
        label=gettext_lazy("Đã xem gì"),
        max_length=500,
        required=False,
        help_text=gettext_lazy("Ví dụ: sổ ghi việc dân hỏi, từ tháng 3."),
    )
    note = TextField(label=gettext_lazy("Góp ý khi thực hiện"), max_length=1000, rows=3, required=False)
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

    on = DayField(label=gettext_lazy("Thực hiện từ ngày"))


class StopForm(PlainForm):
    """Since when it is no longer done, and why."""

    on = DayField(label=gettext_lazy("Dừng từ ngày"))
    cause = forms.ChoiceField(
        label=gettext_lazy("Vì sao dừng"),
        choices=capitalised(Practice.StopCause.choices),
        widget=forms.RadioSelect,
        required=False,
    )
    reason = TextField(
        label=gettext_lazy("Ghi rõ thêm"),
        max_length=500,
        rows=3,
        required=False,
        help_text=gettext_lazy(
            "Ghi thật để nơi khác tránh được, ví dụ: người trực chuyển công tác, không ai thay."
        ),
    )


class RecogniseForm(PlainForm):
    """The decision that recognises."""

    level = forms.ChoiceField(label=gettext_lazy("Cấp công nhận"), widget=forms.RadioSelect)
    decision_number = TextField(
        label=gettext_lazy("Số quyết định"), max_length=60, help_text=gettext_lazy("Ví dụ: 214-QĐ/TU.")
    )
    decided_on = DayField(label=gettext_lazy("Ngày quyết định"))
    body = TextField(label=gettext_lazy("Cơ quan công nhận"), max_length=200)

    def __init__(self, *args: Any, level_of_actor: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = [
            one for one in RecognitionLevel.choices if rules.may_record_recognition(one[0], level_of_actor)
        ]
        self.fields["level"].choices = capitalised(allowed)


class EvidenceForm(PlainForm):
    """More photos and papers."""

    evidence = FilesField(label=gettext_lazy("Thêm ảnh, minh chứng"))


class CorePartsForm(PlainForm):
    """The core parts, one a line."""

    core_parts = TextField(
        label=gettext_lazy("Phần cốt lõi"),
        max_length=3000,
        rows=7,
        help_text=gettext_lazy("Thiếu thì không còn là mô hình này; mỗi phần một dòng."),
    )
