"""Việc cần làm, the history, help, the size of the text, and what the product promises."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from lantoa.figures.as_of import asked_day
from lantoa.foundation.dates import read_date
from lantoa.foundation.errors import BadInput
from lantoa.foundation.filters import asked_key
from lantoa.foundation.models import Event
from lantoa.foundation.pages import paginate
from lantoa.organisation import queries as organisation
from lantoa.organisation.finding import ever_named
from lantoa.people.actors import Actor
from lantoa.portal import acts, guides, promises, queries, sizes

# More than that a filter narrows nothing, and a question to the database has an end.
MOST_UNITS = 900
AT_ONCE = 50
LONG_DAYS = 7  # what waits longer is marked; the same week in which a registration is asked to be read


def todo(request: HttpRequest) -> HttpResponse:
    """What is to be done, which one first, and how long it takes."""
    actor, as_of = request.actor, asked_day(request)  # type: ignore[attr-defined]
    context = {
        "work": queries.work_of(actor),
        "year": queries.year_of_unit(actor, as_of.asked),
        "as_of": as_of,
        "today": actor.on,
        # Comparing texts takes a moment; the list of things to do does not wait for it.
        "decides": actor.may("practices.judge"),
        "asks_for_offers": actor.unit is not None and actor.may("practices.judge"),
    }
    return render(request, "portal/todo.html", context)


def decisions(request: HttpRequest) -> HttpResponse:
    """Everything that waits for the actor's word, whatever it is: the longest waiting first."""
    actor = request.actor  # type: ignore[attr-defined]
    found = queries.decisions_of(actor, request.GET.get("loai", ""))
    page = paginate(request, found.shown)
    names = organisation.names_of({one.unit_id for one in page}, actor.on)
    rows = [(one, names.get(one.unit_id, ""), (actor.on - one.since).days) for one in page]
    context = {"decisions": found, "page": page, "rows": rows, "late": LONG_DAYS}
    return render(request, "portal/decisions.html", context)


def history(request: HttpRequest) -> HttpResponse:
    """Who did what, newest first, within what the actor may read."""
    asked = {name: request.GET.get(name, "").strip() for name in ("don-vi", "viec", "tu", "den")}
    events, wrong = _filtered(request.actor, Event.objects.all(), asked)  # type: ignore[attr-defined]
    shown, older = _stretch(request.actor, events, request.GET.get("truoc", ""))  # type: ignore[attr-defined]
    context = {
        "events": _with_words(shown),
        "older": older,
        "asked": asked,
        "unit_asked": asked["don-vi"],
        "asks": any(asked.values()),
        "wrong": wrong,
        "verbs": acts.choices(),
    }
    return render(request, "portal/history.html", context)


def _filtered(
    actor: Actor, events: QuerySet[Event], asked: dict[str, str]
) -> tuple[QuerySet[Event], BadInput | None]:
    """The events asked for, and what is wrong with a date typed, if anything."""
    if asked["don-vi"]:
        named = ever_named(asked["don-vi"], queries.places_acted_at(actor))
        events = events.filter(unit_id__in=list(named)[:MOST_UNITS])
    if asked["viec"]:
        events = events.filter(verb__in=acts.verbs_said(asked["viec"]))
    try:
        if asked["tu"]:
            events = events.filter(on__gte=read_date(asked["tu"], "tu"))
        if asked["den"]:
            events = events.filter(on__lte=read_date(asked["den"], "den"))
    except BadInput as wrong:
        return events, wrong
    return events, None


def _stretch(actor: Actor, events: QuerySet[Event], before: str) -> tuple[list[Event], int | None]:
    """Fifty of the events the actor may read of, older than `before`, and where the next fifty begin.

    By key and not by page number: counting a province's history would take longer than showing it.
    """
    found = queries.newest_for(actor, events, AT_ONCE + 1, asked_key(before))
    return found[:AT_ONCE], found[AT_ONCE - 1].pk if len(found) > AT_ONCE else None


def _with_words(events: list[Event]) -> list[Event]:
    """Give each event the words of its verb."""
    for event in events:
        event.words = acts.said(event.verb)  # type: ignore[attr-defined]
    return events


def subject_history(request: HttpRequest, subject_type: str, subject_id: str) -> HttpResponse:
    """The life of one thing, oldest first."""
    visible = queries.events_for(request.actor)  # type: ignore[attr-defined]
    about = visible.filter(subject_type=subject_type, subject_id=subject_id)
    events = _with_words(list(about.order_by("pk")))
    if not events:
        raise Http404
    return render(request, "portal/subject_history.html", {"events": events, "last": events[-1]})


def my_year(request: HttpRequest, year: int) -> HttpResponse:
    """One's whole year on one printable page: every room adds the part it knows."""
    parts = queries.parts_of_year(request.actor, year)  # type: ignore[attr-defined]
    if not parts:
        raise Http404
    shown = [render_to_string(part.template, {**part.context}, request) for part in parts]
    return render(request, "portal/my_year.html", {"year": year, "parts": shown})


def help_page(request: HttpRequest) -> HttpResponse:
    """A short guide for the role one is acting in, and the words used everywhere."""
    actor = request.actor  # type: ignore[attr-defined]
    context = {"guides": guides.guides_for(actor), "questions": guides.questions()}
    return render(request, "portal/help.html", context)


def display(request: HttpRequest) -> HttpResponse:
    """The size of the text, with a sample of each."""
    came_from = request.POST.get("tu") or request.GET.get("tu") or "/"
    if not url_has_allowed_host_and_scheme(came_from, allowed_hosts=None):
        came_from = "/"
    if request.method == "POST":
        code = request.POST.get("size", "")
        if code not in sizes.BY_CODE:
            raise BadInput(_("Chọn một cỡ chữ trong danh sách."))
        response = HttpResponseRedirect(came_from)
        sizes.keep(response, code, secure=request.is_secure())
        return response
    context = {"sizes": sizes.SIZES, "chosen": sizes.chosen(request), "came_from": came_from}
    return render(request, "portal/display.html", context)


def promise(request: HttpRequest) -> HttpResponse:
    """What Lan Tỏa deliberately does not do."""
    return render(request, "portal/promise.html", {"promises": promises.PROMISES})
