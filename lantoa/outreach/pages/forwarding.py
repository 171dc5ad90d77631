"""Where an opinion or a complaint goes on to, and by when it is to be answered there."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import DayField, NumberField, PlainForm, TextField
from lantoa.organisation.models import Unit
from lantoa.outreach import rules
from lantoa.people.actors import Actor
from lantoa.people.fields import UnitField


def working_days(label: Any) -> NumberField:
    """The box for a clock of working days; empty is no clock."""
    return NumberField(
        label=label,
        required=False,
        whole=True,
        least=1,
        most=250,
        help_text=gettext_lazy("Không tính thứ bảy, chủ nhật, ngày lễ. Để trống khi không định hạn."),
    )


class ForwardForm(PlainForm):
    """To whom it goes, and within how many working days it is to be answered."""

    body = TextField(
        label=gettext_lazy("Cơ quan khác, nếu không có ở trên"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Ví dụ: Văn phòng đăng ký đất đai."),
    )
    working_days = working_days(gettext_lazy("Trả lời trong bao nhiêu ngày làm việc"))
    on = DayField(label=gettext_lazy("Ngày chuyển"))

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        above = [(place.unit.code, place.name) for place in actor.line if place.unit_id != actor.unit.pk]
        self.fields["above"] = forms.ChoiceField(
            label=_("Cấp trên"), choices=[("", _("Không chuyển lên cấp trên")), *above], required=False
        )
        units = UnitField(actor, label=_("Đơn vị trong phạm vi"), required=False, initial=None)
        if len(units.places) > 1:
            self.fields["unit"] = units
        self.order_fields(["above", "unit", "body"])

    def receiver(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        typed = dict(self.cleaned_data)
        above, unit = typed.pop("above", ""), typed.pop("unit", None)
        if above and unit:
            rules.must_name_one(above, unit)
        typed["to"] = Unit.objects.get(code=above) if above else unit
        return typed
