"""The overview: how far a unit is in a year, and which of its units to look at."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.figures.as_of import asked_as_of
from lantoa.foundation import clock
from lantoa.foundation.dates import Period, read_year
from lantoa.foundation.errors import BadInput
from lantoa.foundation.pages import paginate
from lantoa.foundation.sheets import wants_workbook
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Unit
from lantoa.statistics import queries, xlsx

EARLIEST, LATEST = 1930, 2999


def overview(request: HttpRequest) -> HttpResponse:
    """The unit one acts for, or one in reach, in the year one chooses."""
    unit, year = _unit(request), _year(request)
    period = Period.year(year)
    as_of = asked_as_of(request, unit, period)
    found = queries.overview(unit, as_of.period, today=request.actor.on, on=as_of.asked)
    silent = None
    # Who opens the page wants to see numbers: the last year that has some.
    asks = bool(request.GET.get("nam") or as_of.asked)
    if not asks and not queries.tells_of_its_year(found) and (told := queries.last_year_told(unit, year)):
        silent, period = year, Period.year(told)
        as_of = asked_as_of(request, unit, period)
        found = queries.overview(unit, period, today=request.actor.on)
    if wants_workbook(request):
        return _workbook(unit, period, found)
    context = {
        "unit": unit,
        "unit_name": organisation.name_of(unit, min(period.last_day, request.actor.on)),
        "is_own": unit == request.actor.unit,
        "period": period,
        "years": queries.years_to_offer(request.actor.on, period.starts.year),
        "found": queries.carried(found, as_of) if as_of.asked else found,
        "as_of": as_of,
        "silent": silent,
        "may_notice": request.actor.may("supervision.sample"),
        "farthest": queries.farthest(unit, request.actor, as_of.on),
        "sheet": f"?don-vi={unit.code}&nam={period.starts.year}{as_of.query}&xuat=xlsx",
        "page": paginate(request, found.rows, per=40),
        "at": found.as_of or clock.now(),
    }
    return render(request, "statistics/overview.html", context)


def _workbook(unit: Unit, period: Period, found: queries.Overview) -> HttpResponse:
    title = _("Tổng quan %(period)s") % {"period": period.label}
    return xlsx.workbook(found, title).answer(f"tong-quan-{unit.code}-{period.code}")


def _unit(request: HttpRequest) -> Unit:
    """The unit named in the address, within reach; the actor's own when none is named. 404 otherwise."""
    actor, code = request.actor, request.GET.get("don-vi", "")
    if not code or (actor.unit and actor.unit.code == code):
        if actor.unit is None:
            raise Http404
        return actor.unit
    return get_object_or_404(actor.in_reach(Unit.objects.all(), of_unit="pk"), code=code)


def _year(request: HttpRequest) -> int:
    text = request.GET.get("nam", "")
    if not text:
        return request.actor.on.year
    if not EARLIEST <= read_year(text, default=0) <= LATEST:
        raise BadInput(_("Không hiểu năm “%(text)s”. Chọn một năm trong danh sách.") % {"text": text[:20]})
    return int(text)
