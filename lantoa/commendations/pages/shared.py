"""What the forms of this room share: an occasion, a vote, the name of the body asked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.commendations.actions import Vote
from lantoa.commendations.models import Occasion
from lantoa.foundation.fields import DayField, NumberField, TextField
from lantoa.meetings.choosing import MeetingForm
from lantoa.meetings.rules import Held
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor

MOST_OCCASIONS = 100


class OccasionField(forms.ModelChoiceField):
    """An occasion the actor may see, most recent first; none is a choice too."""

    def __init__(self, actor: Actor) -> None:
        near = [one.pk for one in Occasion.objects.visible_to(actor)[:MOST_OCCASIONS]]
        super().__init__(
            Occasion.objects.filter(pk__in=near),
            label=_("Đợt khen"),
            required=False,
            empty_label=_("Không thuộc đợt nào"),
            error_messages={"invalid_choice": _("Chọn một đợt khen trong danh sách.")},
        )


class VoteForm(MeetingForm):
    """How a meeting voted: a recorded one, or another made in place; cleaned to a Vote under `vote`."""

    day_box = "minutes_on"
    meeting_on = None  # type: ignore[assignment]

    votes_for = NumberField(label=gettext_lazy("Số phiếu đồng ý"), whole=True, least=0, most=100_000)
    votes_total = NumberField(label=gettext_lazy("Tổng số phiếu"), whole=True, least=1, most=100_000)
    minutes_number = TextField(
        label=gettext_lazy("Số biên bản"),
        required=False,
        max_length=60,
        help_text=gettext_lazy("Ví dụ: 05-BB/CB."),
    )
    minutes_on = DayField(label=gettext_lazy("Ngày họp"), required=False)
    field_order = ("votes_for", "votes_total", "meeting", "minutes_on", "minutes_number")

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        held, counts = typed.pop("meeting", None), [typed.pop(n, None) for n in ("votes_for", "votes_total")]
        if isinstance(held, Held) and None not in counts:
            typed["vote"] = Vote(*counts, held.minutes_number, held.held_on, held)
        return typed


def name_or_outside(unit: Unit | None, on: Any) -> str:
    """The name of the body asked; for one that is not in the system, words that say so."""
    return organisation.name_of(unit, on) if unit else _("cấp trên ngoài hệ thống")
