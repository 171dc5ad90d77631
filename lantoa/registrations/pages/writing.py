"""Writing a registration: one page to write for all kinds of paper, one to read again, one that says it was sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.foundation import clock
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.entry import drafts
from lantoa.foundation.entry.opening import sent_with
from lantoa.foundation.errors import BadInput
from lantoa.foundation.fields import carry_out
from lantoa.registrations import actions, queries, rules
from lantoa.registrations.models import Registration
from lantoa.registrations.pages import advising, desks
from lantoa.registrations.pages.desks import Desk
from lantoa.registrations.pages.mending import ADD, with_what_is_admitted
from lantoa.registrations.pages.sheet import PREFIXES, REST, RestForm, Sheet

KEEP = "luu"  # the button that only keeps the draft, where no script does
READ = "da-doc"  # the version of the paper that was read before sending


def _at(find: Callable[..., Desk]) -> Callable[..., HttpResponse]:
    """The writing page of one kind of paper."""

    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return _page(find(request, *args, **kwargs))

    return page


write, write_for_another = _at(desks.mine), _at(desks.anothers)
write_for_us, write_for_family = _at(desks.ours), _at(desks.family)


@posts_only
def begin_for_family(request: HttpRequest, year: int) -> HttpResponse:
    """By the name of its head; a family whose draft is there already goes on with it."""
    household = request.POST.get("household", "")
    one = actions.start_household(by=request.actor, year=year, household=household)
    return redirect("registrations:household", one.pk)


def _page(desk: Desk) -> HttpResponse:
    """What is typed becomes a draft, whatever is wrong with it (`foundation/entry`); what was sent is not rewritten."""
    request, one = desk.request, desk.one
    if one and not one.is_editable:
        return _too_late(request, one)
    if request.method != "POST":
        return _shown(desk, desk.sheet())
    sheet = desk.sheet(request.POST)
    if boxes := with_what_is_admitted(sheet, request.POST, desk.year):
        # Its words are in the shortcoming now; the boxes go on without them.
        request.POST = boxes
        sheet = desk.sheet(boxes)
    if ADD in request.POST or KEEP in request.POST or advising.is_asked(request):
        return _goes_on(desk, sheet)
    if saved := _save(desk, sheet):
        return redirect(desk.then(saved))
    return _shown(desk, sheet)


def _too_late(request: HttpRequest, one: Registration) -> HttpResponse:
    """The paper as it was sent; what is typed all the same stays a draft, until it comes back."""
    if request.method == "POST" and sent_with(request):
        said = _("Bản này đã được gửi nên nội dung vừa gõ chưa được ghi; còn giữ làm bản nháp.")
        messages.warning(request, said)
        raise BadInput(said)
    own = one.person_id is not None and one.person == request.actor.person
    return render(request, "registrations/already.html", {"one": one}) if own else redirect(one)


def _goes_on(desk: Desk, sheet: Sheet) -> HttpResponse:
    """The same page, the boxes as they stand and unread: one went on writing, only a button of hers was pressed."""
    request = desk.request
    advising.answer(request)
    if KEEP in request.POST:
        at = f"{timezone.localtime(clock.now()):%H:%M}"
        messages.success(request, _("Đã lưu nháp lúc %(at)s, chưa gửi.") % {"at": at})
    return _shown(desk, desk.sheet(typed=sheet.typed()))


def _shown(desk: Desk, sheet: Sheet) -> HttpResponse:
    one = desk.one
    context = {
        "desk": desk,
        "year": desk.year,
        "one": one,
        "head": desk.head,
        "advice_of": desk.advice_of,
        **sheet.in_context(),
        "returned_by": queries.last_returner(one) if one and one.is_returned else "",
    }
    return render(desk.request, "registrations/write.html", context)


def _save(desk: Desk, sheet: Sheet) -> Registration | None:
    """Write it down; None, with the sentence on the form, when an action refuses."""

    def save(**_typed: Any) -> Registration:
        texts, by = sheet.rest.cleaned_data, desk.request.actor
        return actions.write_down(desk.start, by=by, tasks=sheet.read(), texts=texts)

    saved: Registration | None = carry_out(sheet.first, save, sheet)
    return saved


def check(request: HttpRequest, year: int) -> HttpResponse:
    """Read again before sending: every answer with a link to mend it, and who will receive it."""
    one = desks.of_actor(request, year)
    if one and not one.is_editable:
        return redirect("registrations:sent", year)
    if one is None or not one.ordered_tasks or _typed_on(request, one):
        return redirect("registrations:write", year)
    if request.method == "POST":
        return _send(request, one)
    on = request.actor.on
    boxes = Sheet(request.actor, one).tasks
    calendar = queries.calendar_in(one.unit, request.actor)
    context = {
        "one": one,
        "year": year,
        "tasks": list(zip(PREFIXES, one.ordered_tasks, boxes, strict=False)),
        "advice_of": advising.paper(request, year, one),
        "texts": _texts_of(one, on),
        "receiver": queries.receiver_of(one.unit, one.person, on),
        "answer_by": rules.answer_by(on),
        "is_late": queries.is_late(one, calendar, one.registered_on or on),
        "deadline": calendar.deadline(year),
        "read": (READ, queries.version_of(one)),
    }
    return render(request, "registrations/check.html", context)


def _typed_on(request: HttpRequest, one: Registration) -> bool:
    """Whether a draft holds other words than those written down; on sending she is told so."""
    here = reverse("registrations:write", args=[one.year])
    draft = drafts.unsent(request.actor).filter(place=here).first()
    if draft is None or Sheet(request.actor, one, draft.last_words).says_what_is_written():
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
    """The very words she has read, and no others."""
    if READ in request.POST and request.POST[READ] != queries.version_of(one):
        messages.warning(request, _("Bản này vừa được ghi ở nơi khác. Đọc lại một lượt rồi gửi."))
        return redirect("registrations:check", one.year)
    actions.submit(one, by=request.actor, late_reason=request.POST.get("late_reason", ""))
    drafts.drop(drafts.unsent(request.actor).filter(place=reverse("registrations:write", args=[one.year])))
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
