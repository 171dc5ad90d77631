"""What is to come: a unit registers the days, the level above agrees; the sheet on which a meeting is prepared."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.documents import names
from lantoa.foundation import clock
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.agenda import NEWS, NEXT, REVIEW, STUDY, brought_to
from lantoa.foundation.dates import Period
from lantoa.foundation.fields import carry_out
from lantoa.foundation.pages import redirect_with
from lantoa.foundation.panels import show_panel
from lantoa.foundation.sheets import wants_workbook
from lantoa.meetings import actions, printing, queries, rules
from lantoa.meetings.exchange import CALENDAR
from lantoa.meetings.models import Appointment
from lantoa.meetings.pages.forms import DayForm, YearForm
from lantoa.meetings.pages.months import asked_month, months_to_choose
from lantoa.organisation import queries as organisation
from lantoa.people.addresses import asked_unit, asked_year

PARTS = (
    (STUDY, gettext_lazy("Học tập, làm theo Bác")),
    (NEWS, gettext_lazy("Thời sự, văn bản cấp trên")),
    (REVIEW, gettext_lazy("Đánh giá việc đã giao")),
    (NEXT, gettext_lazy("Nhiệm vụ tới, phân công")),
    ("vote", gettext_lazy("Biểu quyết, kết luận")),
)
SOON = 30  # days: further away nobody prepares
MONTHS_AHEAD = 2  # of the notice of days
SHOWN = 6  # points of a part on the sheet: it is one page


def calendar(request: HttpRequest) -> HttpResponse:
    """The registered days of a unit's year."""
    unit, year, actor = asked_unit(request), asked_year(request), request.actor
    found = Appointment.objects.visible_to(actor).in_period(Period.year(year))
    if wants_workbook(request):
        return CALENDAR.answer(actor.within(found, unit), by=actor, unit=unit)
    context = {
        "unit": unit,
        "unit_name": actor.name_of(unit),
        "rows": found.filter(unit=unit).select_related("meeting"),
        "year": year,
        "years": range(actor.on.year + 1, 2020, -1),
        "may_edit": actor.may("meetings.edit") and actor.reaches(unit),
        "today": actor.on,
        "has_below": actor.reach != "unit",
    }
    return render(request, "meetings/calendar.html", context)


def upcoming(request: HttpRequest) -> HttpResponse:
    """The next registered day of the actor's own unit, with its sheet: beside what is to be done."""
    unit, on = request.actor.unit, request.actor.on
    one = queries.to_come(unit, on, SOON).first() if unit else None
    return show_panel(request, "meetings/upcoming.html", {"one": one}, title=_("Buổi sinh hoạt sắp tới"))


def appoint(request: HttpRequest) -> HttpResponse:
    """One meeting to come."""
    unit = asked_unit(request)
    rules.must_edit(request.actor.reaches(unit))
    form = DayForm(request.POST or None, initial=_usual(unit, request))
    if one := carry_out(form, lambda **typed: actions.appoint(unit=unit, by=request.actor, **typed)):
        return redirect_with(request, "meetings:calendar", _("Đã đăng ký: %(one)s.") % {"one": one})
    return render(request, "meetings/appoint.html", {"form": form, "unit": unit})


def _usual(unit: Any, request: HttpRequest) -> dict[str, Any]:
    """Where and when it was last time."""
    last = queries.last_like(unit, rules.REGULAR, request.actor.on)
    return {"starts_at": last.starts_at, "place": last.place} if last else {}


def appoint_year(request: HttpRequest) -> HttpResponse:
    """The same day of every month that is left of the year."""
    unit = asked_unit(request)
    rules.must_edit(request.actor.reaches(unit))
    initial = {"day": rules.USUAL_DAY, **_usual(unit, request)}
    form = YearForm(request.POST or None, initial=initial)
    if made := carry_out(
        form, lambda **typed: actions.appoint_the_year(unit=unit, by=request.actor, **typed)
    ):
        return redirect_with(request, "meetings:calendar", _("Đã đăng ký %(n)s buổi.") % {"n": len(made)})
    return render(request, "meetings/appoint.html", {"form": form, "unit": unit, "whole_year": True})


def reappoint(request: HttpRequest, pk: int) -> HttpResponse:
    """Another day, place or content."""
    one = _seen(request, pk)
    rules.must_edit(request.actor.reaches(one.unit))
    initial = {name: getattr(one, name) for name in DayForm.base_fields}
    form = DayForm(request.POST or None, initial=initial)
    form.fields.pop("kind")
    if carry_out(form, lambda **typed: actions.reappoint(one, by=request.actor, **typed)):
        return redirect_with(request, one, _("Đã sửa lịch."))
    return render(request, "meetings/appoint.html", {"form": form, "unit": one.unit, "one": one})


@posts_only
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Taken out of the calendar."""
    actions.cancel(_seen(request, pk), by=request.actor)
    return redirect_with(request, "meetings:calendar", _("Đã bỏ buổi này khỏi lịch."))


@posts_only
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """The level above agrees to the day."""
    one = actions.agree(_seen(request, pk), by=request.actor)
    return redirect_with(request, "meetings:schedule", _("Đã thống nhất: %(one)s.") % {"one": one})


def schedule(request: HttpRequest) -> HttpResponse:
    """Every cell below with the day it registered for the month."""
    unit, month, actor = asked_unit(request), asked_month(request), request.actor
    rows = queries.schedule_of(unit, month, actor.on)
    context = {
        "unit": unit,
        "unit_name": actor.name_of(unit),
        "month": month,
        "months": months_to_choose(actor.on, MONTHS_AHEAD),
        "rows": rows,
        "registered": sum(1 for _place, one, _n in rows if one is not None),
        "may_agree": actor.may("meetings.edit"),
        "acts_in": actor.unit,
    }
    return render(request, "meetings/schedule.html", context)


def schedule_word(request: HttpRequest) -> HttpResponseBase:
    """The notice of the schedule, as a Word file."""
    unit, month = asked_unit(request), asked_month(request)
    word = printing.schedule(unit, month, request.actor.on)
    name = f"Lịch sinh hoạt {month.label} {request.actor.name_of(unit)}.docx"
    return names.attachment_response(word, name, names.DOCX)


def prepare(request: HttpRequest, pk: int) -> HttpResponse:
    """One sheet of A4: what to speak of, gathered from every room; room to write at the meeting."""
    one = _seen(request, pk)
    rules.must_edit(request.actor.reaches(one.unit))
    points = list(brought_to(one.unit, request.actor, one.held_on))
    context = {
        "one": one,
        "unit_name": organisation.name_of(one.unit, request.actor.on),
        "parts": [(label, *_few([p for p in points if p.part == part]), part) for part, label in PARTS],
        "nothing": not points,
        "due": queries.due_to_attend(one.unit, one.held_on).count(),
        "minutes": rules.minutes_needed(one.kind, 0, bool(one.topic)),
        "now": clock.now(),
        "takes_attendance": one.kind in (rules.REGULAR, rules.THEMATIC) and one.meeting_id is None,
        "may_record": one.held_on <= request.actor.on and one.meeting_id is None,
    }
    return render(request, "meetings/prepare.html", context)


def _few(points: list[Any]) -> tuple[list[Any], int]:
    return points[:SHOWN], max(0, len(points) - SHOWN)


def _seen(request: HttpRequest, pk: int) -> Appointment:
    found = Appointment.objects.visible_to(request.actor).select_related("unit", "meeting")
    return get_object_or_404(found, pk=pk)
