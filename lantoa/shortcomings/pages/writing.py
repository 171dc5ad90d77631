"""Writing a shortcoming down: of oneself, of one's unit, of somebody one's unit follows."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import DayField, PlainForm, TextField, capitalised, carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.meetings.choosing import NamedMeeting
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor
from lantoa.people.queries import known_as
from lantoa.shortcomings import actions, queries
from lantoa.shortcomings.words import Source

ONESELF = "toi"


class AdmitForm(PlainForm):
    """What one says of oneself."""

    finding = TextField(
        label=gettext_lazy("Hạn chế cần khắc phục"),
        rows=3,
        max_length=1000,
        help_text=gettext_lazy("Nêu việc cụ thể: việc gì, ở khâu nào, ảnh hưởng ra sao."),
    )
    field = TextField(
        label=gettext_lazy("Lĩnh vực"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Ví dụ: thủ tục hành chính, sinh hoạt chi bộ."),
    )
    cause = TextField(
        label=gettext_lazy("Nguyên nhân"),
        required=False,
        rows=2,
        max_length=1000,
        help_text=gettext_lazy("Biết thì ghi."),
    )
    remedy = TextField(label=gettext_lazy("Biện pháp khắc phục"), required=False, rows=3, max_length=1000)
    deadline = DayField(
        label=gettext_lazy("Hạn khắc phục"),
        help_text=gettext_lazy("ngày/tháng/năm"),
        error_messages={"required": gettext_lazy("Nhập hạn khắc phục, ví dụ 31/03/2027.")},
    )

    def chosen(self) -> dict[str, Any]:
        """What the action takes."""
        return dict(self.cleaned_data)


class FindingForm(AdmitForm):
    """What was found, of whom, where."""

    whose = forms.ChoiceField(label=gettext_lazy("Hạn chế của ai?"))
    source = forms.ChoiceField(
        label=gettext_lazy("Nêu ra từ đâu?"),
        choices=capitalised(Source.choices),
        initial=Source.REVIEW,
        widget=forms.RadioSelect,
    )
    meeting = NamedMeeting(
        label=gettext_lazy("Nêu tại buổi họp nào?"),
        help_text=gettext_lazy("Chọn buổi đã ghi thì ngày nêu ra là ngày họp."),
    )
    source_note = TextField(
        label=gettext_lazy("Văn bản, cuộc họp nêu ra"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Ví dụ: Biên bản kiểm điểm số 12-BB/CB."),
    )
    found_on = DayField(
        label=gettext_lazy("Ngày nêu ra"),
        error_messages={"required": gettext_lazy("Nhập ngày nêu ra, ví dụ 16/11/2026.")},
    )
    owner = forms.ModelChoiceField(
        None,
        label=gettext_lazy("Người chịu trách nhiệm khắc phục"),
        required=False,
        empty_label=gettext_lazy("Chính người, đơn vị được nêu"),
    )
    field_order = (
        "whose",
        "finding",
        "source",
        "meeting",
        "source_note",
        "found_on",
        "owner",
        "cause",
        "remedy",
        "deadline",
        "field",
    )

    def __init__(self, actor: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        # Reports take the causes of what units are to mend, never a person's.
        self.fields["cause"].help_text = _("Biết thì ghi; của đơn vị thì báo cáo lấy câu này.")
        self.people = {f"nguoi-{one.pk}": one for one in queries.people_one_writes_of(actor)}
        self.units = {f"don-vi-{one.pk}": one for one in queries.units_one_writes_of(actor)}
        names = organisation.names_of([unit.pk for unit in self.units.values()], actor.on)
        called = known_as(self.people.values(), by=actor)
        whose: Any = self.fields["whose"]
        whose.choices = [
            *((code, names.get(unit.pk, str(unit))) for code, unit in self.units.items()),
            *((code, called[person.pk]) for code, person in self.people.items()),
            (ONESELF, _("Tôi tự nhận")),
        ]
        meeting: Any = self.fields["meeting"]
        meeting.offer(actor.unit, actor.on)
        owner: Any = self.fields["owner"]
        owner.queryset = queries.people_one_writes_of(actor)

    def chosen(self) -> dict[str, Any]:
        read = dict(self.cleaned_data)
        whose = read.pop("whose")
        if whose == ONESELF:
            return read | {"person": self.actor.person, "source": Source.SELF}
        return read | {"person": self.people.get(whose), "unit": self.units.get(whose)}


def new(request: HttpRequest) -> HttpResponse:
    """A member writes of herself; who looks after a unit also of the unit and its people."""
    actor = request.actor
    writes = actor.may("shortcomings.write") and actor.unit is not None
    form: AdmitForm = (
        FindingForm(actor, request.POST or None, initial={"found_on": actor.on})
        if writes
        else AdmitForm(request.POST or None)
    )

    def act(**_typed: Any) -> Any:
        return actions.write_down(by=actor, **({} if writes else {"person": actor.person}), **form.chosen())

    if request.method == "POST" and (one := carry_out(form, act)):
        return redirect_with(request, one, _("Đã ghi hạn chế cần khắc phục."))
    return render(request, "shortcomings/new.html", {"form": form, "writes": writes})
