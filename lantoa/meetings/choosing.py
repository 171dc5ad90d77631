"""The boxes by which a form of any room names the meeting that decided: a recorded one, or another made in place."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import DayField, PlainForm, TextField
from lantoa.meetings import queries
from lantoa.meetings.models import Meeting
from lantoa.meetings.rules import Held
from lantoa.organisation.models import Unit


class MeetingForm(PlainForm):
    """Cleaned to a `Held` under `meeting`; where nothing is chosen, the day and the number below say which."""

    meeting = forms.ChoiceField(
        label=gettext_lazy("Buổi họp"),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Chọn buổi họp trong danh sách.")},
    )
    meeting_on = DayField(label=gettext_lazy("Ngày họp"), required=False)
    minutes_number = TextField(label=gettext_lazy("Biên bản số"), required=False, max_length=40)

    day_box = "meeting_on"  # a form whose box of the day has another name says so
    is_needed = True  # False: nothing chosen and nothing written says that no meeting is named

    def __init__(self, *args: Any, unit: Unit | None, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.recent = {str(one.pk): one for one in queries.recent(unit, on)} if unit else {}
        choose: Any = self.fields["meeting"]
        other = ("", _("Buổi khác: ghi ngày và số biên bản"))
        choose.choices = [other, *((key, _named(one)) for key, one in self.recent.items())]

    def clean(self) -> dict[str, Any]:
        typed = dict(super().clean() or {})
        chosen = self.recent.get(typed.get("meeting", ""))
        day, number = typed.pop(self.day_box, None), typed.pop("minutes_number", "")
        if not (self.is_needed or chosen or day or number or self.errors):
            return typed | {"meeting": None}
        if chosen:
            day, number = chosen.held_on, chosen.minutes_number or number
        if day is None and self.day_box not in self.errors:
            said = _("Chọn buổi họp đã ghi, hoặc nhập ngày họp, ví dụ 16/11/2026.")
            self.add_error(self.day_box, said)
        if not number and "minutes_number" not in self.errors:
            self.add_error("minutes_number", _("Nhập số biên bản của buổi họp."))
        if day and number:
            typed["meeting"] = Held(day, number, chosen.pk if chosen else None)
        return typed


class NamedMeeting(forms.ModelChoiceField):
    """One of the unit's last meetings, or none: where the paper has words of its own for any other."""

    def __init__(self, **kwargs: Any) -> None:
        none = gettext_lazy("Không nêu tại buổi họp nào đã ghi")
        super().__init__(Meeting.objects.none(), required=False, empty_label=none, **kwargs)

    def offer(self, unit: Unit | None, on: dt.date) -> None:
        """The choices."""
        recent = [one.pk for one in queries.recent(unit, on)] if unit else []
        self.queryset = Meeting.objects.filter(pk__in=recent)

    def label_from_instance(self, obj: Meeting) -> str:
        return _named(obj)


def _named(meeting: Meeting) -> str:
    said = capfirst(str(meeting))
    if not meeting.minutes_number:
        return said
    return _("%(meeting)s, biên bản số %(number)s") % {"meeting": said, "number": meeting.minutes_number}
