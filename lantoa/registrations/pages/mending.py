"""The part of the writing page that carries over what is to be mended: tie a task to it, or add one on the spot."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import PlainForm, TextField
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.registrations import queries
from lantoa.registrations.models import Registration
from lantoa.shortcomings import actions as shortcomings
from lantoa.shortcomings.models import Shortcoming

MENDING = "hanche"
ADD = "tu-nhan"  # the button that adds one and stays on the page
WORDS_OF_A_CHOICE = 30


class MendsField(forms.TypedChoiceField):
    """Which shortcoming a task mends: one tap, or none."""

    widget = forms.RadioSelect

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=int, empty_value=None, **kwargs)

    def offer(self, to_mend: Iterable[Shortcoming]) -> None:
        """The choices, shortened; the whole words stand in the section above."""
        named = [(one.pk, Truncator(one.finding).words(WORDS_OF_A_CHOICE)) for one in to_mend]
        self.choices = [("", _("Không gắn với hạn chế nào")), *named]


class AdmitForm(PlainForm):
    """One more, in one's own words."""

    finding = TextField(
        label=gettext_lazy("Tự nhận thêm một hạn chế cần khắc phục"),
        required=False,
        rows=2,
        max_length=1000,
        help_text=gettext_lazy(
            "Ghi xong thì việc thứ nhất được gắn với hạn chế này. Hạn khắc phục: cuối năm."
        ),
    )


class Section:
    """What the owner has to mend, and the box to add one."""

    def __init__(
        self,
        actor: Actor,
        registration: Registration | None,
        person: Person | None,
        unit: Unit | None,
        data: Any,
        start: Any,
    ) -> None:
        self.actor, self.person, self.unit = actor, person, unit
        tied = [task.shortcoming for task in registration.ordered_tasks] if registration else []
        open_ones = list(queries.to_mend_for(actor, person, unit))
        self.to_mend = [*open_ones, *(one for one in tied if one and one not in open_ones)]
        self.may_admit = queries.may_admit(actor, person, unit)
        self.admit = AdmitForm(data, prefix=MENDING, initial=start)

    @property
    def has_words(self) -> bool:
        """Whether something is written in the box and not yet written down."""
        return self.may_admit and bool(self.admit["finding"].value())

    def add(self, year: int) -> Shortcoming | None:
        """Write down what was typed in the box; due by the end of the year it is mended in."""
        finding = self.admit.cleaned_data["finding"] if self.admit.is_valid() else ""
        if not finding or not self.may_admit:
            return None
        of_whom: dict[str, Any] = {"person": self.person} if self.person else {"unit": self.unit}
        last_day = dt.date(year, 12, 31)
        return shortcomings.write_down(by=self.actor, finding=finding, deadline=last_day, **of_whom)


def with_what_is_admitted(sheet: Any, data: Any, year: int) -> Any:
    """The boxes with what was typed under "tự nhận" written down and tied to the first task; None if nothing was."""
    one = sheet.section.add(year)
    if one is None:
        return None
    boxes = data.copy()
    boxes.pop(sheet.section.admit.add_prefix("finding"), None)
    tie = sheet.first.add_prefix("shortcoming")
    if not boxes.get(tie):
        boxes[tie] = str(one.pk)
    return boxes
