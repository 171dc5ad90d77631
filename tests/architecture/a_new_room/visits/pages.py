"""What a person sees and presses: the visits in reach, and the form for one more."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.foundation.fields import DayField, NumberField, PlainForm, carry_out
from lantoa.foundation.pages import paginate, redirect_with
from lantoa.organisation import queries as organisation
from lantoa.people.addresses import asked_unit
from lantoa.visits import actions
from lantoa.visits.models import Visit


class VisitForm(PlainForm):
    """On which day, to how many families."""

    held_on = DayField(label=gettext_lazy("Ngày thăm"))
    families = NumberField(label=gettext_lazy("Số gia đình"), whole=True, least=1)


def index(request: HttpRequest) -> HttpResponse:
    """The list, and above it the form for whoever may write."""
    actor = request.actor
    may_edit = actor.may("visits.edit") and actor.unit is not None
    form = VisitForm(request.POST or None) if may_edit else None
    if form and carry_out(form, lambda **typed: actions.record_visit(asked_unit(request), by=actor, **typed)):
        return redirect_with(request, "visits:index", _("Đã ghi việc thăm hỏi."))
    page = paginate(request, Visit.objects.visible_to(actor))
    names = organisation.names_of({one.unit_id for one in page}, actor.on)
    for one in page:
        one.unit_name = names.get(one.unit_id, "")
    return render(request, "visits/index.html", {"form": form, "page": page})
