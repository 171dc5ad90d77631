"""Incidents with personal data: the register, one of them with its clock, who was told, the print."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation import clock
from lantoa.foundation.dates import show_long
from lantoa.foundation.fields import (
    DayField,
    NumberField,
    PlainForm,
    TextField,
    TimeField,
    capitalised,
    carry_out,
)
from lantoa.foundation.keeps import all_kept
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.organisation import queries as organisation
from lantoa.people.actors import heads_the_tree
from lantoa.people.fields import UnitField
from lantoa.personal_data import actions, queries
from lantoa.personal_data.models import Incident, IncidentTerm
from lantoa.personal_data.words import Told


def _at(day: dt.date, time: dt.time) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, time))


def index(request: HttpRequest) -> HttpResponse:
    """The register, the latest first."""
    actor = request.actor
    found = Incident.objects.visible_to(actor).prefetch_related("notices")
    page = paginate(request, found)
    names = organisation.names_of({one.unit_id for one in page}, actor.on)
    for one in page:
        one.unit_name, one.overdue = names.get(one.unit_id, ""), one.is_late(clock.now())  # type: ignore[attr-defined]
    context = {"page": page, "term": queries.incident_term_on(actor.on)}
    return render(request, "personal_data/incidents.html", context)


class KnownForm(PlainForm):
    """What is known of an incident; all of it may still be mended while it is open."""

    title = TextField(
        label=gettext_lazy("Sự cố"), max_length=200, help_text=gettext_lazy("Một dòng, không nêu tên ai.")
    )
    what = TextField(label=gettext_lazy("Việc gì đã xảy ra?"), rows=5, max_length=4000)
    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("Loại dữ liệu"), required=False, widget=forms.CheckboxSelectMultiple
    )
    affected = NumberField(
        label=gettext_lazy("Số người bị ảnh hưởng"),
        whole=True,
        required=False,
        help_text=gettext_lazy("Để trống khi chưa rõ."),
    )
    affected_said = TextField(
        label=gettext_lazy("Ai bị ảnh hưởng?"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Ví dụ: đảng viên của hai chi bộ. Không ghi tên."),
    )
    done = TextField(
        label=gettext_lazy("Đã làm gì để ngăn chặn, khắc phục?"), rows=4, max_length=4000, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds: Any = self.fields["kinds"]
        kinds.choices = [(one.table, one.label) for one in all_kept()]


class NewForm(KnownForm):
    """An incident as it is first written down."""

    noticed_on = DayField(label=gettext_lazy("Phát hiện ngày"))
    noticed_time = TimeField(label=gettext_lazy("Lúc"), help_text=gettext_lazy("Ví dụ 14:30."))

    def __init__(self, actor: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = UnitField(actor, label=_("Đơn vị"), initial=actor.unit)
        self.order_fields(["unit", "title", "noticed_on", "noticed_time"])


def new(request: HttpRequest) -> HttpResponse:
    """Write one down: its clock begins when it was noticed."""
    actor = request.actor
    now = timezone.localtime(clock.now())
    start = {"noticed_on": now.date(), "noticed_time": now.time()}
    form = NewForm(actor, request.POST or None, initial=start)

    def act(noticed_on: dt.date, noticed_time: dt.time, **typed: Any) -> Incident:
        return actions.record_incident(by=actor, noticed_at=_at(noticed_on, noticed_time), **typed)

    if request.method == "POST" and (one := carry_out(form, act)):
        return redirect_with(request, one, _("Đã ghi sự cố số %(number)s.") % {"number": one.number})
    return render(request, "personal_data/incident_new.html", {"form": form})


def _load(request: HttpRequest, pk: int) -> Incident:
    found = Incident.objects.visible_to(request.actor).select_related("unit", "recorded_by", "closed_by")
    return get_object_or_404(found.prefetch_related("notices__recorded_by"), pk=pk)


def _shown(request: HttpRequest, one: Incident) -> dict[str, Any]:
    labels = {kept.table: kept.label for kept in all_kept()}
    now = clock.now()
    left = one.report_by - now if one.report_by else None
    return {
        "one": one,
        "kinds": [labels[table] for table in one.kinds if table in labels],
        "unit_name": organisation.name_of(one.unit, request.actor.on),
        "is_late": one.is_late(now),
        "hours_left": int(left.total_seconds() // 3600) if left and left.total_seconds() > 0 else None,
        "is_reported": any(notice.to == Told.AUTHORITY for notice in one.notices.all()),
    }


class NoticeForm(PlainForm):
    """Who was told, when and how."""

    to = forms.ChoiceField(label=gettext_lazy("Báo cho"), choices=lambda: capitalised(Told.choices))
    name = TextField(label=gettext_lazy("Tên nơi, người được báo"), max_length=200)
    on = DayField(label=gettext_lazy("Ngày báo"))
    time = TimeField(label=gettext_lazy("Lúc báo"))
    how = TextField(label=gettext_lazy("Bằng cách nào, số văn bản"), required=False, max_length=200)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One incident with its clock; who was told is added here."""
    one, actor = _load(request, pk), request.actor
    now = timezone.localtime(clock.now())
    form = NoticeForm(request.POST or None, initial={"on": now.date(), "time": now.time()})

    def act(on: dt.date, time: dt.time, **typed: Any) -> Any:
        return actions.note_told(one, by=actor, at=_at(on, time), **typed)

    if request.method == "POST" and carry_out(form, act):
        return redirect_with(request, one, _("Đã ghi việc báo."))
    return render(request, "personal_data/incident.html", {**_shown(request, one), "form": form})


def mend(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known by now."""
    one = _load(request, pk)
    form = KnownForm(
        request.POST or None, initial={name: getattr(one, name) for name in KnownForm.base_fields}
    )
    if request.method == "POST" and carry_out(
        form, lambda **typed: actions.mend_incident(one, by=request.actor, **typed)
    ):
        return redirect_with(request, one, _("Đã ghi thêm về sự cố."))
    return render(request, "personal_data/incident_mend.html", {"one": one, "form": form})


class CloseForm(PlainForm):
    """What it came from, and what was learnt."""

    lesson = TextField(label=gettext_lazy("Nguyên nhân, việc rút ra"), rows=4, max_length=4000)


def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Over."""
    one = _load(request, pk)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and carry_out(
        form, lambda **typed: actions.close_incident(one, by=request.actor, **typed)
    ):
        return redirect_with(request, one, _("Đã kết thúc sự cố."))
    return render(request, "personal_data/incident_close.html", {**_shown(request, one), "form": form})


def print_one(request: HttpRequest, pk: int) -> HttpResponse:
    """The same on paper, for the file and for whoever is told."""
    one = _load(request, pk)
    context = {**_shown(request, one), "day": show_long(request.actor.on)}
    return render(request, "personal_data/incident_print.html", context)


class HoursForm(PlainForm):
    """Within how many hours, from a day on."""

    starts = DayField(label=gettext_lazy("Áp dụng từ ngày"))
    hours = NumberField(label=gettext_lazy("Báo trong"), whole=True, least=1, most=2000, required=False)
    basis = TextField(label=gettext_lazy("Căn cứ"), required=False, max_length=300)


def hours(request: HttpRequest) -> HttpResponse:
    """The clock of incidents, as dated data."""
    actor = request.actor
    form = HoursForm(request.POST or None, initial={"starts": actor.on})
    if request.method == "POST" and carry_out(
        form, lambda **typed: actions.set_incident_term(by=actor, **typed)
    ):
        return redirect_with(request, "personal_data:incident_hours", _("Đã ghi hạn báo sự cố."))
    context = {"form": form, "terms": IncidentTerm.objects.all(), "may_set": heads_the_tree(actor)}
    return render(request, "personal_data/incident_hours.html", context)
