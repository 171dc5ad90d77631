"""Writing a registration on a phone: one page to write, one to read again, one that says it was sent."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import BadInput, Conflict, Refusal
from lantoa.foundation.fields import put_refusal
from lantoa.foundation.pages import redirect_with
from lantoa.registrations import actions, queries, rules
from lantoa.registrations.models import Registration
from lantoa.registrations.pages import advising
from lantoa.registrations.pages.mending import ADD, with_what_is_admitted
from lantoa.registrations.pages.sheet import PREFIXES, REST, RestForm, Sheet


def _mine(request: HttpRequest, year: int) -> Registration | None:
    """The actor's own registration of that year, if there is one."""
    return Registration.objects.of(request.actor.person).standing().in_year(year).for_lists().first()


# Pages


def write(request: HttpRequest, year: int) -> HttpResponse:
    """The page to write on. What is typed is kept as a draft, whatever is wrong with it."""
    one = _mine(request, year)
    if one and not one.is_editable:
        return render(request, "registrations/already.html", {"one": one})
    if one is None:
        queries.calendar_for(request.actor).must_be_open(year)
    if request.method != "POST":
        return _writing_page(request, year, one, Sheet(request.actor, one))
    sheet = Sheet(request.actor, one, request.POST)
    if boxes := with_what_is_admitted(sheet, request.POST, year):
        # Its words are in the shortcoming now; the boxes go on without them.
        sheet = Sheet(request.actor, one, boxes)
    if ADD in request.POST:
        _keep(request, year, sheet)
        return redirect("registrations:write", year)
    if advising.is_asked(request):
        _keep(request, year, sheet)
        return advising.answered(request, "registrations:write", year)
    if "luu" in request.POST:
        kept = _keep(request, year, sheet)
        said = _("Đã lưu nháp lúc %(at)s, chưa gửi.") % {"at": f"{timezone.localtime(kept.saved_at):%H:%M}"}
        return redirect_with(request, "registrations:write", said, year)
    if sheet.is_valid() and _save(request, year, sheet):
        return redirect("registrations:check", year)
    return _writing_page(request, year, _keep(request, year, sheet), sheet)


def _writing_page(request: HttpRequest, year: int, one: Registration | None, sheet: Sheet) -> HttpResponse:
    taken = Registration.objects.of(request.actor.person).standing().values_list("year", flat=True)
    home = queries.home_of(request.actor.person, request.actor)
    on = request.actor.on
    context = {
        "head": queries.head_first(home.unit, year, on, reader=request.actor.person) if home else None,
        "year": year,
        "one": one,
        "advice_of": advising.paper(request, year, one),
        **sheet.in_context(),
        "other_years": [y for y in queries.calendar_for(request.actor).years if y != year and y not in taken],
        "returned_by": queries.last_returner(one) if one and one.is_returned else "",
    }
    return render(request, "registrations/write.html", context)


def _save(request: HttpRequest, year: int, sheet: Sheet) -> bool:
    """Write the draft down; False, with the sentence on the form, when an action refuses."""
    try:
        one = actions.start_draft(by=request.actor, year=year)
        actions.save_draft(one, by=request.actor, tasks=sheet.read(), texts=sheet.rest.cleaned_data)
    except BadInput as bad:
        put_refusal(sheet.first, bad)
        return False
    return True


def _keep(request: HttpRequest, year: int, sheet: Sheet) -> Registration:
    """Keep the boxes. A late autosave of what was just written down is no new draft."""
    if sheet.registration and sheet.says_what_is_written():
        return sheet.registration
    return actions.keep_typed(by=request.actor, year=year, typed=sheet.typed())


@posts_only
def autosave(request: HttpRequest, year: int) -> HttpResponse:
    """Keep what is typed, every few seconds; no words back."""
    try:
        _keep(request, year, Sheet(request.actor, _mine(request, year), request.POST))
    except Refusal as refusal:
        return HttpResponse(str(refusal), status=409, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=204)


def check(request: HttpRequest, year: int) -> HttpResponse:
    """Read again before sending: every answer with a link to mend it, and who will receive it."""
    one = _read_up(request, year)
    if one and not one.is_editable:
        return redirect("registrations:sent", year)
    if one is None or one.typed or not one.ordered_tasks:
        return redirect("registrations:write", year)
    if request.method == "POST":
        return _send(request, one)
    on = request.actor.on
    boxes = Sheet(request.actor, one).tasks
    calendar = queries.calendar_of(one.unit, on)
    context = {
        "one": one,
        "year": year,
        "tasks": list(zip(PREFIXES, one.ordered_tasks, boxes, strict=False)),
        "advice_of": advising.paper(request, year, one),
        "texts": _texts_of(one, on),
        "receiver": queries.receiver_of(one.unit, one.person, on),
        "answer_by": rules.answer_by(on),
        "is_late": calendar.is_late(year, one.registered_on or on),
        "deadline": calendar.deadline(year),
    }
    return render(request, "registrations/check.html", context)


def _read_up(request: HttpRequest, year: int) -> Registration | None:
    """The actor's registration, with what was typed since written down if it can be read."""
    one = _mine(request, year)
    if one and one.is_editable and one.typed:
        sheet = Sheet(request.actor, one, one.typed)
        # A late autosave of the very words that are being sent does not hold the sending up.
        may_write = (request.method == "GET" and not sheet.section.has_words) or sheet.says_what_is_written()
        if may_write and sheet.is_valid() and _save(request, year, sheet):
            return _mine(request, year)
    return one


def _texts_of(one: Registration, on: Any) -> list[tuple[str, str, str]]:
    """(name of the box, label, text) of what was added in words."""
    _name, pillars = queries.programme_in_force(on)
    form = RestForm(pillars=pillars)
    found = [
        (f"id_{REST}-{name}", str(field.label), getattr(one, name)) for name, field in form.fields.items()
    ]
    return [row for row in found if row[2]]


def _send(request: HttpRequest, one: Registration) -> HttpResponse:
    try:
        actions.submit(one, by=request.actor, late_reason=request.POST.get("late_reason", ""))
    except Conflict as conflict:
        messages.warning(request, str(conflict))
        return redirect("registrations:write", one.year)
    return redirect("registrations:sent", one.year)


def sent(request: HttpRequest, year: int) -> HttpResponse:
    """It was sent: the code, to whom, when, and what comes next."""
    one = _mine(request, year)
    if one is None or one.is_editable:
        return redirect("registrations:write", year)
    if one.is_approved:
        return redirect(one)
    on = timezone.localtime(one.submitted_at or clock.now()).date()
    context = {
        "one": one,
        "receiver": queries.sent_receiver(one, request.actor.on),
        "answer_by": rules.answer_by(on),
    }
    return render(request, "registrations/sent.html", context)
