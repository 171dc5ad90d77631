"""How commendations are spread, for those who decide; and those whose names may be shown, for everybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantoa.commendations import queries
from lantoa.commendations.models import Commendation
from lantoa.commendations.printing.balance import balance_sheet
from lantoa.foundation.filters import chosen
from lantoa.foundation.pages import paginate
from lantoa.foundation.sheets import wants_workbook
from lantoa.organisation import queries as organisation
from lantoa.organisation.queries import with_unit_names

YEARS = ("1", "3", "5")
USUAL = "3"


def balance(request: HttpRequest) -> HttpResponse:
    """Leaders and others, the places below, cells that had none in the last years."""
    actor = request.actor
    years = chosen(request, "may-nam", YEARS) or USUAL
    found = queries.balance_of(actor, int(years))
    without = queries.cells_without(actor, found.since)
    if wants_workbook(request):
        name = f"can-doi-{years}-nam"
        sheet = balance_sheet(found, ((one.name, one.above) for one in without.iterator()))
        return sheet.answer_unless_long(name, name, found.cells_without, unit=actor.unit)
    context = {
        "balance": found,
        "years": years,
        "choices": [(code, _("%(n)s năm") % {"n": code}, code == years) for code in YEARS],
        "page": paginate(request, without, counted=found.cells_without),
        "may_propose": actor.may("commendations.propose"),
    }
    return render(request, "commendations/balance.html", context)


def honours(request: HttpRequest) -> HttpResponse:
    """Commendations that whoever received them agreed to make public, the latest first."""
    actor = request.actor
    found = actor.in_own_tree(Commendation.objects.made_public()).select_related("decision__unit", "person")
    page = paginate(request, found.order_by("-decision__decided_on", "-pk"))
    rows = with_unit_names(page, actor.on)
    bodies = organisation.names_of([one.decision.unit_id for one in rows if one.decision.unit_id], actor.on)
    for one in rows:
        one.body = one.decision.body or bodies.get(one.decision.unit_id, "")
    return render(request, "commendations/honours.html", {"page": page, "rows": rows})
