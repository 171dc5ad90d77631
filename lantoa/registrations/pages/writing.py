"""Writing a registration: one page to write for all kinds of paper, one to read again, one that says it was sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.errors import Conflict, Refusal
from lantoa.foundation.fields import carry_out
from lantoa.registrations import actions, queries, rules
from lantoa.registrations.models import Registration
from lantoa.registrations.pages import advising, desks
from lantoa.registrations.pages.desks import Desk
from lantoa.registrations.pages.mending import ADD, with_what_is_admitted
from lantoa.registrations.pages.sheet import PREFIXES, REST, RestForm, Sheet


def _at(find: Callable[..., Desk]) -> Callable[..., HttpResponse]:
    """The writing page of one kind of paper."""

    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return _page(find(request, *args, **kwargs))

    return page


def _draft_of(find: Callable[..., Desk]) -> Callable[..., HttpResponse]:
    """Where the page of that kind keeps what is typed, every few seconds; no words back."""

    @posts_only
    def autosave(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            desk = find(request, *args, **kwargs)
            rules.must_not_be_outrun(desk.sheet(request.POST).is_outrun)
            _keep(desk, desk.sheet(request.POST))
        except Refusal as refusal:
            return HttpResponse(str(refusal), status=409, content_type="text/plain; charset=utf-8")
        return HttpResponse(status=204)

    return autosave


write, autosave = _at(desks.mine), _draft_of(desks.mine)
write_for_another, autosave_for_another = _at(desks.anothers), _draft_of(desks.anothers)
write_for_us, autosave_for_us = _at(desks.ours), _draft_of(desks.ours)
write_for_family, autosave_for_family = _at(desks.family), _draft_of(desks.family)


@posts_only
def begin_for_family(request: HttpRequest, year: int) -> HttpResponse:
    """By the name of its head; a family whose draft is there already goes on with it."""
    household = request.POST.get("household", "")
    one = actions.start_household(by=request.actor, year=year, household=household)
    return redirect("registrations:household", one.pk)


def _page(desk: Desk) -> HttpResponse:
    """What is typed is kept as a draft, whatever is wrong with it; what was sent is not rewritten."""
    request, one = desk.request, desk.one
    if one and not one.is_editable:
        own = one.person_id is not None and one.person == request.actor.person
        return render(request, "registrations/already.html", {"one": one}) if own else redirect(one)
    if request.method != "POST":
        return _shown(desk, desk.sheet())
    sheet = desk.sheet(request.POST)
    if sheet.is_outrun:
        return _both_versions(desk, sheet)
    if boxes := with_what_is_admitted(sheet, request.POST, desk.year):
        # Its words are in the shortcoming now; the boxes go on without them.
        sheet = desk.sheet(boxes)
    if ADD in request.POST or "luu" in request.POST:
        return _kept(desk, sheet)
    if advising.is_asked(request):
        _keep(desk, sheet)
        return advising.answered(request, desk.here)
    if saved := _save(desk, sheet):
        return redirect(desk.then(saved))
    return _shown(desk, sheet, _keep(desk, sheet))


def _shown(desk: Desk, sheet: Sheet, one: Registration | None = None, **more: Any) -> HttpResponse:
    one = one or desk.one
    context = {
        "desk": desk,
        "year": desk.year,
        "one": one,
        "head": desk.head,
        "advice_of": desk.advice_of,
        **sheet.in_context(),
        "returned_by": queries.last_returner(one) if one and one.is_returned else "",
        **more,
    }
    return render(desk.request, "registrations/write.html", context)


def _kept(desk: Desk, sheet: Sheet) -> HttpResponse:
    """Back to the page, with the time."""
    kept = _keep(desk, sheet)
    if "luu" in desk.request.POST:
        at = f"{timezone.localtime(kept.saved_at):%H:%M}"
        messages.success(desk.request, _("Đã lưu nháp lúc %(at)s, chưa gửi.") % {"at": at})
    return redirect(desk.here)


def _both_versions(desk: Desk, sheet: Sheet) -> HttpResponse:
    """Somebody wrote it down meanwhile: what stands is shown beside the boxes, and nothing is overwritten yet."""
    sheet.is_valid()
    return _shown(desk, sheet, standing=desk.one)


def _save(desk: Desk, sheet: Sheet) -> Registration | None:
    """Write it down; None, with the sentence on the form, when an action refuses."""

    def save(**_typed: Any) -> Registration:
        texts, by = sheet.rest.cleaned_data, desk.request.actor
        return actions.save_draft(desk.start(), by=by, tasks=sheet.read(), texts=texts)

    saved: Registration | None = carry_out(sheet.first, save, sheet)
    return saved


def _keep(desk: Desk, sheet: Sheet) -> Registration:
    """Keep the boxes. A late draft of what was just written down is no new draft."""
    if sheet.registration and sheet.says_what_is_written():
        return sheet.registration
    return actions.keep_typed_in(desk.start(), by=desk.request.actor, typed=sheet.typed())


def check(request: HttpRequest, year: int) -> HttpResponse:
    """Read again before sending: every answer with a link to mend it, and who will receive it."""
    one = desks.of_actor(request, year)
    if one and not one.is_editable:
        return redirect("registrations:sent", year)
    if one is None or not one.ordered_tasks or _was_changed(request, one):
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


def _was_changed(request: HttpRequest, one: Registration) -> bool:
    """Whether the boxes hold other words than those written down; on sending she is told so."""
    if not one.typed or Sheet(request.actor, one, one.typed).says_what_is_written():
        return False
    if request.method == "POST":
        messages.warning(request, _("Bản nháp vừa được sửa ở nơi khác. Đọc lại một lượt rồi gửi."))
    return True


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
        if one.typed:  # the very words that are written down
            actions.keep_typed_in(one, by=request.actor, typed={})
        actions.submit(one, by=request.actor, late_reason=request.POST.get("late_reason", ""))
    except Conflict as conflict:
        messages.warning(request, str(conflict))
        return redirect("registrations:write", one.year)
    return redirect("registrations:sent", one.year)


def sent(request: HttpRequest, year: int) -> HttpResponse:
    """It was sent: the code, to whom, when, and what comes next."""
    one = desks.of_actor(request, year)
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
