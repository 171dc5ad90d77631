"""The registration of a unit as a whole, written by whoever leads it and judged by the level above."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import BadInput, NotAllowed, Refusal
from lantoa.foundation.fields import put_refusal
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.registrations import actions, queries
from lantoa.registrations.models import Registration
from lantoa.registrations.pages import advising
from lantoa.registrations.pages.mending import ADD, with_what_is_admitted
from lantoa.registrations.pages.sheet import Sheet

COLLECTIVE = Registration.Subject.COLLECTIVE


def _unit(request: HttpRequest) -> Unit:
    """The unit the actor leads."""
    if request.actor.unit is None:
        raise NotAllowed(_("Đồng chí chưa được giao phụ trách đơn vị nào."))
    return request.actor.unit


def _ours(unit: Unit, year: int) -> Registration | None:
    """The unit's own registration of that year, if there is one."""
    return Registration.objects.collective(unit).in_year(year).for_lists().first()


def write(request: HttpRequest, year: int) -> HttpResponse:
    """The same boxes as for a person; what is typed is kept, whatever is wrong with it."""
    unit = _unit(request)
    one = _ours(unit, year)
    if one and not one.is_editable:
        return redirect(one)
    if one is None:
        queries.calendar_of(unit, request.actor.on).must_be_open(year)
    sheet = Sheet(request.actor, one, request.POST if request.method == "POST" else None, subject=COLLECTIVE)
    if request.method == "POST":
        if boxes := with_what_is_admitted(sheet, request.POST, year):
            sheet = Sheet(request.actor, one, boxes, subject=COLLECTIVE)
        if ADD in request.POST:
            _keep(request, year, sheet)
            return redirect("registrations:collective", year)
        if advising.is_asked(request):
            _keep(request, year, sheet)
            return advising.answered(request, "registrations:collective", year)
        if "luu" not in request.POST and sheet.is_valid() and (saved := _save(request, year, sheet)):
            return redirect(saved)
        one = _keep(request, year, sheet)
    context = {
        "unit_name": organisation.name_of(unit, request.actor.on),
        "year": year,
        "one": one,
        **sheet.in_context(),
        "advice_of": advising.paper(request, year, one, collective=True),
        "returned_by": queries.last_returner(one) if one and one.is_returned else "",
    }
    return render(request, "registrations/collective.html", context)


def _save(request: HttpRequest, year: int, sheet: Sheet) -> Registration | None:
    """Write it down; None, with the sentence on the form, when an action refuses."""
    try:
        one = actions.start_draft(by=request.actor, year=year, collective=True)
        return actions.save_draft(one, by=request.actor, tasks=sheet.read(), texts=sheet.rest.cleaned_data)
    except BadInput as bad:
        put_refusal(sheet.first, bad)
        return None


def _keep(request: HttpRequest, year: int, sheet: Sheet) -> Registration:
    if sheet.registration and sheet.says_what_is_written():
        return sheet.registration
    typed = sheet.typed()
    return actions.keep_typed(by=request.actor, year=year, typed=typed, collective=True)


@posts_only
def autosave(request: HttpRequest, year: int) -> HttpResponse:
    """Keep what is typed, every few seconds; no words back."""
    try:
        _keep(
            request, year, Sheet(request.actor, _ours(_unit(request), year), request.POST, subject=COLLECTIVE)
        )
    except Refusal as refusal:
        return HttpResponse(str(refusal), status=409, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=204)
