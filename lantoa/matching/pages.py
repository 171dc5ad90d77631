"""Offers for the actor's unit: a page, and the same as a small panel beside the list of things to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.foundation.addresses import posts_only
from lantoa.foundation.pages import redirect_with
from lantoa.foundation.panels import show_panel
from lantoa.matching import actions, queries
from lantoa.matching.models import Dismissal
from lantoa.practices.models import Practice


def index(request: HttpRequest) -> HttpResponse:
    """Every need of the unit that something may answer, and what was put aside."""
    context = {
        "answered": queries.answered_needs(request.actor),
        "aside": queries.put_aside(request.actor),
        "may_choose": request.actor.may("practices.judge") and request.actor.unit is not None,
    }
    return render(request, "matching/index.html", context)


def panel(request: HttpRequest) -> HttpResponse:
    """The best three in all; nothing when nothing fits."""
    context = {"offers": queries.best_offers(request.actor)}
    return show_panel(request, "matching/panel.html", context, title=_("Mô hình có thể hợp với đơn vị"))


@posts_only
def dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    """Not for us."""
    practice = get_object_or_404(Practice.objects.shared_with(request.actor), pk=pk)
    actions.dismiss(practice, by=request.actor)
    said = _("Không gợi ý “%(name)s” cho đơn vị nữa.") % {"name": practice.name}
    return redirect_with(request, "matching:index", said)


@posts_only
def bring_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer it again."""
    dismissal = get_object_or_404(
        Dismissal.objects.visible_to(request.actor).select_related("practice"), pk=pk
    )
    actions.bring_back(dismissal, by=request.actor)
    return redirect_with(request, "matching:index", _("Sẽ gợi ý lại mô hình này khi hợp."))
