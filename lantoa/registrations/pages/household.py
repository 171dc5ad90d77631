"""The registration of a family, written down for it by whoever looks after the cell it lives with."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import BadInput, NotAllowed, Refusal
from lantoa.foundation.fields import put_refusal
from lantoa.registrations import actions, queries
from lantoa.registrations.models import Registration
from lantoa.registrations.pages import advising
from lantoa.registrations.pages.sheet import Sheet


@posts_only
def new(request: HttpRequest, year: int) -> HttpResponse:
    """By the name of its head; a family whose draft is there already goes on with it."""
    household = request.POST.get("household", "")
    one = actions.start_household(by=request.actor, year=year, household=household)
    return redirect("registrations:household", one.pk)


def _load(request: HttpRequest, pk: int) -> Registration:
    families = Registration.objects.visible_to(request.actor).filter(subject=Registration.Subject.HOUSEHOLD)
    one = get_object_or_404(families.for_lists(), pk=pk)
    if not queries.writes(one, request.actor):
        raise NotAllowed(_("Người phụ trách chi bộ nơi gia đình ở ghi bản này."))
    return one


def _sheet(request: HttpRequest, one: Registration) -> Sheet:
    data = request.POST if request.method == "POST" else None
    return Sheet(request.actor, one, data, subject=Registration.Subject.HOUSEHOLD)


def write(request: HttpRequest, pk: int) -> HttpResponse:
    """The same boxes as for a person; what is typed is kept, whatever is wrong with it."""
    one = _load(request, pk)
    if not one.is_editable:
        return redirect(one)
    sheet = _sheet(request, one)
    if request.method == "POST":
        if advising.is_asked(request):
            _keep(request, one, sheet)
            return advising.answered(request, "registrations:household", one.pk)
        if "luu" not in request.POST and sheet.is_valid() and _save(request, one, sheet):
            return redirect(one)
        _keep(request, one, sheet)
    context = {
        "year": one.year,
        "one": one,
        **sheet.in_context(),
        "advice_of": advising.of_household(one),
        "returned_by": queries.last_returner(one) if one.is_returned else "",
    }
    return render(request, "registrations/household.html", context)


def _save(request: HttpRequest, one: Registration, sheet: Sheet) -> bool:
    """Write it down; False, with the sentence on the form, when an action refuses."""
    try:
        actions.save_draft(one, by=request.actor, tasks=sheet.read(), texts=sheet.rest.cleaned_data)
    except BadInput as bad:
        put_refusal(sheet.first, bad)
        return False
    return True


def _keep(request: HttpRequest, one: Registration, sheet: Sheet) -> None:
    if not sheet.says_what_is_written():
        actions.keep_typed_in(one, by=request.actor, typed=sheet.typed())


@posts_only
def autosave(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what is typed, every few seconds; no words back."""
    one = _load(request, pk)
    try:
        _keep(request, one, _sheet(request, one))
    except Refusal as refusal:
        return HttpResponse(str(refusal), status=409, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=204)
