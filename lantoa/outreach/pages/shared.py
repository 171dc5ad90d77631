"""What the pages of this room share: the period asked, names of units, a form that calls one action."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from lantoa.foundation.dates import Period, recent
from lantoa.foundation.errors import BadInput
from lantoa.foundation.fields import NumberField, put_refusal
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor
from lantoa.people.fields import UnitField

MOST_MONEY = 10**15
SCALES = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 10**3, "ngàn": 10**3}


class MoneyField(NumberField):
    """Đồng: "350.000.000", "350 triệu", "2,95 tỷ"; cleaned to a whole number, shown again in full."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs["maxlength"] = 30

    def to_python(self, value: Any) -> Any:
        text = str(value or "").lower().replace("đồng", "").strip()
        word = next((word for word in SCALES if text.endswith(word)), "")
        number = super().to_python(text.removesuffix(word).strip())
        if number is None:
            return None
        whole = number * SCALES.get(word, 1)
        if whole != whole.to_integral_value() or not 0 < whole <= MOST_MONEY:
            raise ValidationError(
                _("Nhập số tiền lớn hơn 0, tính đến đồng, ví dụ 350.000.000 hoặc 350 triệu.")
            )
        return int(whole)


class OfUnitForm(forms.Form):
    """Something recorded for a unit: the actor's own unless she looks after several."""

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        field = UnitField(actor, label=_("Đơn vị"), required=True)
        if len(field.places) > 1:
            self.fields["unit"] = field
            self.order_fields(["unit"])

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if "unit" not in self.fields:
            typed["unit"] = self.actor.unit
        return typed


def carry_out(form: forms.Form, act: Callable[..., Any]) -> Any:
    """Call the action with what was typed; what it refuses is said beside the box. None when nothing was done."""
    if not form.is_valid():
        return None
    try:
        return act(**form.cleaned_data)
    except BadInput as bad:
        put_refusal(form, bad)
        return None


def asked_period(request: HttpRequest) -> Period | None:
    """The period in the address, None for all time. BadInput when it cannot be read."""
    text = request.GET.get("ky", "")
    return Period.parse(text) if text else None


def period_choices(request: HttpRequest, today: dt.date) -> list[tuple[str, str, bool]]:
    """(code, label, chosen) for the filter; a period from elsewhere keeps its place in the list."""
    asked = asked_period(request)
    offered = recent(today)
    if asked and asked not in offered:
        offered.append(asked)
    return [(period.code, period.label, period == asked) for period in offered]


def with_unit_names(rows: Iterable[Any], on: dt.date) -> list[Any]:
    """The rows, each knowing its unit's name on that day, in one query."""
    found = list(rows)
    names = organisation.names_of([row.unit_id for row in found], on)
    for row in found:
        row.unit_name = names.get(row.unit_id, "")
    return found


def chosen(request: HttpRequest, name: str, values: Iterable[str]) -> str:
    """A filter from the address, ignored when it is none of the values."""
    asked = request.GET.get(name, "")
    return asked if asked in set(values) else ""
