"""Recording a meeting in a few touches, and correcting it."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation import clock
from lantoa.foundation.dates import Period, read_date
from lantoa.foundation.errors import BadInput
from lantoa.foundation.fields import carry_out
from lantoa.foundation.filters import asked_key
from lantoa.foundation.pages import redirect_with
from lantoa.meetings import actions, queries, rules
from lantoa.meetings.models import Appointment, Meeting
from lantoa.meetings.pages.forms import MeetingForm, Sheet
from lantoa.organisation.models import Unit
from lantoa.people.addresses import asked_unit
from lantoa.people.presence import TableForm, asked_of
from lantoa.programme import queries as programme

SHORT_NAMES = {
    rules.REGULAR: gettext_lazy("Thường kỳ"),
    rules.THEMATIC: gettext_lazy("Chuyên đề"),
    rules.FLAG: gettext_lazy("Chào cờ"),
    rules.BOARD: gettext_lazy("Cấp ủy"),
    rules.CONFERENCE: gettext_lazy("Hội nghị"),
}
LISTED = (rules.REGULAR, rules.THEMATIC)
# The fields behind "Thêm": it opens when one of them needs mending.
MORE = {
    "present",
    "attendance_note",
    "opinions",
    "place",
    "chair",
    "secretary_name",
    "minutes_number",
    "file",
    "starts_at",
}
MOST_OPEN = 20
ASKED = ("loai", "thang", "lich")  # which meeting the form is of
FROM_A_PHONE = "from_a_phone"  # set by offline.js: what is sent was kept on the phone
PLANNED = ("starts_at", "place", "topic", "story", "presenter")
# Where and when it was last time is most often so again.
REMEMBERED = ("starts_at", "minutes", "place", "chair", "secretary_name")


def record(request: HttpRequest) -> HttpResponse:
    """A meeting just held: everybody was there except those ticked, a theme, three lines."""
    unit, kind = asked_unit(request), _asked_kind(request)
    rules.must_edit(request.actor.reaches(unit))
    planned = _asked_appointment(request, unit)
    day = planned.held_on if planned else rules.usual_day(_asked_month(request), request.actor.on)
    day = min(day, request.actor.on)
    kind = planned.kind if planned else kind
    sent = request.method == "POST"
    sheet = _sent_sheet(request, unit, day) if sent else Sheet.of_paper(request.GET, unit, day)
    listed = kind in LISTED and bool(sheet.lines)
    form = MeetingForm(
        request.POST or None,
        request.FILES or None,
        kind=kind,
        unit=unit,
        on=day,
        listed=listed,
        open_tasks=[] if kind == rules.FLAG else queries.open_conclusions(unit, day)[:MOST_OPEN],
        initial=_usual(request, unit, kind, day) | _as_planned(planned),
    )

    def write(told: dict[str, Any]) -> Meeting:
        absent = form.away(sheet) if kind in LISTED else []
        recorded = actions.record_from_a_phone if FROM_A_PHONE in request.POST else actions.record_meeting
        return recorded(unit=unit, kind=kind, absent=absent, by=request.actor, **told)

    return _fill_in(request, form, sheet, write, unit=unit, kind=kind, listed=listed)


def attendance_table(request: HttpRequest) -> HttpResponse:
    """A table of names and presence becomes ticks of the form; nothing is written before somebody saves them."""
    unit, kind = asked_unit(request), _asked_kind(request)
    rules.must_edit(request.actor.reaches(unit))
    planned = _asked_appointment(request, unit)
    day = planned.held_on if planned else rules.usual_day(_asked_month(request), request.actor.on)
    form = TableForm(request.POST or None, request.FILES or None)
    people = {one.person_id: one.person.full_name for one in queries.due_to_attend(unit, day)}
    read = carry_out(form, lambda **_typed: form.read(people))
    asked = {name: request.GET[name] for name in ASKED if request.GET.get(name)} | {"don-vi": unit.code}
    if read is not None:
        url = f"{reverse('meetings:record')}?{urlencode(asked)}&{asked_of(read)}"
        return redirect_with(request, url, read.in_words) if read.strangers else redirect(url)
    context = {
        "form": form,
        "heading": SHORT_NAMES[planned.kind if planned else kind],
        "asked": urlencode(asked),
        "unit_name": request.actor.name_of(unit),
    }
    return render(request, "meetings/attendance_table.html", context)


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what is recorded of a meeting."""
    meetings = Meeting.objects.visible_to(request.actor).select_related("unit", "theme")
    found = get_object_or_404(meetings, pk=pk)
    unit, kind = found.unit, found.kind
    rules.must_edit(request.actor.reaches(unit))
    sheet = _sent_sheet(request, unit, found.held_on) if request.method == "POST" else Sheet.kept(found)
    listed = kind in LISTED and bool(sheet.lines)
    form = MeetingForm(
        request.POST or None,
        request.FILES or None,
        kind=kind,
        unit=unit,
        on=found.held_on,
        listed=listed,
        initial=_as_kept(found, sheet),
    )
    if found.posted_to_handbook_at:
        form.fields.pop("posted", None)

    def write(told: dict[str, Any]) -> Meeting:
        absent = form.away(sheet) if kind in LISTED else []
        return actions.change_meeting(found, absent=absent, by=request.actor, **told)

    return _fill_in(request, form, sheet, write, unit=unit, kind=kind, listed=listed, kept=found)


def _asked_appointment(request: HttpRequest, unit: Unit) -> Appointment | None:
    """The registered meeting that is now recorded."""
    key = asked_key(request.GET.get("lich"))
    return Appointment.objects.filter(pk=key, unit=unit, meeting__isnull=True).first() if key else None


def _as_planned(planned: Appointment | None) -> dict[str, Any]:
    """What was said of it when its day was registered."""
    told = {name: getattr(planned, name) for name in PLANNED} if planned else {}
    return {name: value for name, value in told.items() if value}


def _asked_kind(request: HttpRequest) -> str:
    asked = request.GET.get("loai", "")
    return asked if asked in Meeting.Kind.values else rules.REGULAR


def _asked_month(request: HttpRequest) -> dt.date:
    """The first day of the month in the address, or today."""
    try:
        return Period.parse(request.GET.get("thang", "")).starts
    except BadInput:
        return request.actor.on


def _sent_sheet(request: HttpRequest, unit: Unit, day: dt.date) -> Sheet:
    """The sheet of the day that was typed: who is due depends on it."""
    with suppress(BadInput):
        day = read_date(request.POST.get("held_on", ""))
    return Sheet.sent(request.POST, unit, day)


def _usual(request: HttpRequest, unit: Unit, kind: str, day: dt.date) -> dict[str, Any]:
    """What the form offers before anything is typed."""
    last = queries.last_like(unit, kind, day)
    usual = {name: getattr(last, name) for name in REMEMBERED} if last else {}
    if not last and kind == rules.REGULAR:
        usual = {"minutes": rules.ENOUGH_MINUTES, "chair": str(request.actor.person or "")}
    return {"held_on": day, "theme": programme.theme_to_offer(unit, day), **usual}


def _as_kept(found: Meeting, sheet: Sheet) -> dict[str, Any]:
    """What the form shows of a meeting that is kept; a number that follows from the list is not repeated."""
    kept = {name: getattr(found, name) for name in MeetingForm.base_fields if hasattr(found, name)}
    kept["uncounted"] = found.present is None
    if sheet.lines and found.present == sheet.present:
        kept["present"] = None
    return kept


def _done(meeting: Meeting) -> str:
    if meeting.present is None:
        return _("Đã ghi buổi họp: %(meeting)s. Chưa ghi điểm danh.") % {"meeting": meeting}
    said = _("Đã ghi buổi họp: %(meeting)s, %(ratio)s có mặt.")
    return said % {"meeting": meeting, "ratio": meeting.ratio}


def _fill_in(
    request: HttpRequest,
    form: MeetingForm,
    sheet: Sheet,
    write: Any,
    *,
    unit: Unit,
    kind: str,
    listed: bool,
    kept: Meeting | None = None,
) -> HttpResponse:
    if meeting := carry_out(form, lambda **_typed: write(form.told())):
        if form.cleaned_data.get("posted") and not meeting.posted_to_handbook_at:
            actions.mark_posted(meeting, at=clock.now(), by=request.actor)
        return redirect_with(request, meeting, _done(meeting))
    sheet.tell_apart(request.actor)
    context = {
        "form": form,
        "sheet": sheet if listed else None,
        "kind": kind,
        "kinds": SHORT_NAMES.items(),
        "heading": kept or Meeting(kind=kind).get_kind_display().capitalize(),
        "kept": kept,
        "from_a_phone": FROM_A_PHONE,
        "unit": unit,
        "unit_name": request.actor.name_of(unit),
        "asked": urlencode({name: request.GET[name] for name in (*ASKED, "don-vi") if request.GET.get(name)}),
        "more_open": bool(MORE & set(form.errors)),
    }
    return render(request, "meetings/record.html", context)
