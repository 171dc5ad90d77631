"""Reading registrations: one's own, one of those in reach, its print, its evidence."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from lantoa.documents import names
from lantoa.foundation.attachments import serve
from lantoa.foundation.dates import show_long
from lantoa.foundation.rights import PRINT
from lantoa.organisation import queries as organisation
from lantoa.registrations import actions, printing, queries, rules
from lantoa.registrations.models import Evidence, Registration
from lantoa.registrations.models.said import HEADINGS
from lantoa.registrations.pages.behalf import slip_of


def mine(request: HttpRequest) -> HttpResponse:
    """What I undertook, how far it has come, and the years before."""
    actor = request.actor
    everything = Registration.objects.of(actor.person).for_lists()
    all_mine = [queries.as_told(one, actor) for one in everything]
    belongs = next((one for one in request.actors if one.is_member), actor)
    calendar = queries.calendar_in(belongs.unit, actor, belongs.path)
    open_years = calendar.years
    current = [one for one in all_mine if one.year in open_years]
    year = open_years[0]
    context = {
        "current": current,
        "earlier": [one for one in all_mine if one.year not in open_years],
        "year": None if any(one.year == year and not one.is_withdrawn for one in current) else year,
        "deadline": calendar.deadline(year),
        "can_write": belongs.unit is not None,
    }
    return render(request, "registrations/mine.html", context)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One registration: what it says, how far it has come, what was done to it."""
    visible = Registration.objects.visible_to(request.actor).for_lists()
    one = queries.as_told(get_object_or_404(visible, pk=pk), request.actor)
    actions.note_opening(one, by=request.actor)
    looks_after = queries.enters_for(one, request.actor)
    is_own = queries.is_own(one, request.actor)
    context = {
        "one": one,
        "is_own": is_own,
        "writes_here": looks_after or (is_own and one.person is None),
        "may_conclude": queries.may_conclude(one, request.actor),
        "may_assess": one.is_approved and rules.asks_for_year_end(one.year, request.actor.on),
        "may_close": bool(one.ending and one.ending.may_close(request.actor.on)),
        "looks_after": looks_after,
        **slip_of(one, request.actor),
        "agreements": one.agreements.select_related("witness", "second_witness", "code_given_by", "denied_by")
        if is_own or looks_after
        else [],
        "records_for": queries.records_for(one, request.actor),
        "mended": queries.mended_by(one),
        "may_withdraw": queries.may_withdraw(one, request.actor),
        "may_judge": queries.may_judge(one, request.actor),
        "trail": queries.trail_of(one),
        "readers": queries.readers_of(one) if is_own and one.person else None,
        "receiver": queries.sent_receiver(one, request.actor.on) if one.is_waiting else None,
        "texts": printing.texts_of(one),
        "unit_name": organisation.name_of(one.unit, request.actor.on),
    }
    return render(request, "registrations/show.html", context)


def print_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper for signing, printed by the browser."""
    visible = Registration.objects.visible_to(request.actor).for_lists()
    one = queries.as_told(get_object_or_404(visible, pk=pk), request.actor)
    actions.note_opening(one, by=request.actor)
    on = one.registered_on or request.actor.on
    above = organisation.ancestors(one.unit, on)
    context = {
        "one": one,
        "day": show_long(on),
        "unit_name": organisation.name_of(one.unit, on),
        "above_name": above[-1].name if above else "",
        "posts": printing.posts_of(one, on),
        "themes": printing.themes_of(one, on),
        "texts": printing.texts_of(one),
        "headings": HEADINGS.values(),
        "shows": printing.read_by(one, request.actor, PRINT),
    }
    return render(request, "registrations/print.html", context)


def word(request: HttpRequest, pk: int, kind: str) -> HttpResponseBase:
    """The registration, or the pledge made of the same words, as a Word file."""
    visible = Registration.objects.visible_to(request.actor).for_lists()
    one = queries.as_told(get_object_or_404(visible, pk=pk), request.actor)
    actions.note_opening(one, by=request.actor)
    if kind not in printing.KINDS or (kind == printing.PLEDGE and one.person is None):
        raise Http404
    name = f"{printing.KINDS[kind]} {one.year} {one.owner_name}.docx"
    return names.attachment_response(
        printing.word(one, kind, request.actor.on, by=request.actor), name, names.DOCX
    )


def evidence(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A photo or paper, for those who may see the registration it belongs to."""
    found = Evidence.objects.visible_to(request.actor).select_related(
        "attachment", "progress__task__registration__unit"
    )
    one = get_object_or_404(found, pk=pk)
    actions.note_opening(one.progress.task.registration, by=request.actor)
    return serve(one.attachment)


def signed_paper(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The paper with the signature by which its owner confirmed what was typed for her."""
    signed = Registration.objects.visible_to(request.actor).filter(signed_paper__isnull=False)
    one = get_object_or_404(signed.select_related("signed_paper", "unit"), pk=pk)
    actions.note_opening(one, by=request.actor)
    return serve(one.signed_paper)
