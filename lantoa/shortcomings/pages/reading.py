"""Reading: what is mine, what is my unit's; one of them; the print; the evidence."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _

from lantoa.foundation.attachments import serve
from lantoa.foundation.dates import show_long
from lantoa.foundation.pages import paginate
from lantoa.foundation.sheets import wants_workbook
from lantoa.organisation import queries as organisation
from lantoa.people.addresses import asked_unit
from lantoa.shortcomings import actions, queries
from lantoa.shortcomings.exchange import SHORTCOMINGS
from lantoa.shortcomings.models import Shortcoming, ShortcomingQuerySet

MINE, UNIT = "cua-toi", "don-vi"
OPEN, OVERDUE, WAITING, MENDED = "dang-khac-phuc", "qua-han", "cho-xac-nhan", "da-khac-phuc"
FILTERS = {
    "": _("Chưa xong"),
    OPEN: _("Đang khắc phục"),
    OVERDUE: _("Quá hạn"),
    WAITING: _("Chờ kiểm tra, xác nhận"),
    MENDED: _("Đã khắc phục"),
}


def index(request: HttpRequest) -> HttpResponse:
    """Mine, or my unit's; the nearest deadline first, never by person."""
    asked, found = _asked(request)
    if wants_workbook(request):
        return SHORTCOMINGS.answer(found, by=request.actor)
    page = paginate(request, found.for_lists())
    page.object_list = _with_unit_names(request, page)
    context = {
        "page": page,
        "asked": asked,
        "filters": FILTERS.items(),
        "sees_unit": _sees_unit(request),
        "waiting": queries.to_verify(request.actor).count(),
    }
    return render(request, "shortcomings/index.html", context)


def print_list(request: HttpRequest) -> HttpResponse:
    """The same list on paper."""
    actor = request.actor
    asked, found = _asked(request)
    actions.note_list(found, by=actor)
    context = {
        "rows": _with_unit_names(request, found.for_lists()),
        "asked": asked,
        "filter": FILTERS[asked["filter"]],
        "unit_name": actor.name_of(actor.unit) if actor.unit else "",
        "day": show_long(actor.on),
    }
    return render(request, "shortcomings/print.html", context)


def _sees_unit(request: HttpRequest) -> bool:
    return request.actor.may("shortcomings.view") and request.actor.unit is not None


def _asked(request: HttpRequest) -> tuple[dict[str, str], ShortcomingQuerySet]:
    """What the address asks for, and the shortcomings it means; the usual ones when it makes no sense."""
    chosen, which = request.GET.get("loc", ""), request.GET.get("xem", "")
    which = UNIT if which == UNIT and _sees_unit(request) else MINE
    chosen = chosen if chosen in FILTERS else ""
    found = queries.mine(request.actor).standing()
    if which == UNIT:
        found = Shortcoming.objects.visible_to(request.actor).standing()
    if which == UNIT and "don-vi" in request.GET:
        found = organisation.within(found.of_units(), asked_unit(request), on=request.actor.on)
    words = {
        "": found.not_closed,
        OPEN: found.to_mend,
        OVERDUE: lambda: found.overdue(request.actor.on),
        WAITING: found.reported,
        MENDED: found.verified,
    }
    return {"filter": chosen, "which": which}, words[chosen]()


def _with_unit_names(request: HttpRequest, found: Iterable[Shortcoming]) -> list[Shortcoming]:
    rows = list(found)
    names = organisation.names_of({row.unit_id for row in rows}, request.actor.on)
    for row in rows:
        row.unit_name = names.get(row.unit_id, "")  # type: ignore[attr-defined]
        row.is_late = row.is_overdue(request.actor.on)  # type: ignore[attr-defined]
    return rows


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One: what was found, what is done about it, what whoever it is about says of it, and everything done to it."""
    actor = request.actor
    one = get_object_or_404(Shortcoming.objects.visible_to(actor).for_lists(), pk=pk)
    actions.note_opening(one, by=actor)
    context = {
        "one": one,
        "is_late": one.is_overdue(actor.on),
        "is_about": queries.is_about(one, actor),
        "mends": one.is_open and queries.mends(one, actor),
        "reports_for": one.is_open and queries.reports_for(one, actor),
        "may_verify": one.is_reported and queries.may_verify(one, actor),
        "may_reopen": one.is_verified and queries.may_verify(one, actor),
        "may_withdraw": queries.may_withdraw(one, actor),
        "readers": queries.readers_of(one, actor),
        "trail": queries.trail_of(one),
        "unit_name": organisation.name_of(one.unit, actor.on),
        "keeper_name": organisation.name_of(one.kept_by, actor.on),
    }
    return render(request, "shortcomings/show.html", context)


def by_unit(request: HttpRequest) -> HttpResponse:
    """How old what units have to mend is, what came back, what repeats itself: by unit, in the order of names."""
    actor = request.actor
    unit = asked_unit(request)
    context = {
        "rows": queries.ages_below(unit, actor.on),
        "unit_name": actor.name_of(unit),
    }
    return render(request, "shortcomings/by_unit.html", context)


def evidence(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What shows that it was mended, for who may read of it."""
    one = get_object_or_404(Shortcoming.objects.visible_to(request.actor).select_related("kept_by"), pk=pk)
    if one.evidence is None:
        raise Http404
    actions.note_opening(one, by=request.actor)
    return serve(one.evidence)
