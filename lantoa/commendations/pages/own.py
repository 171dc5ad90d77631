"""What concerns oneself: one's commendations, nominations about one, and consent to publish."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.commendations import actions, queries, rules
from lantoa.commendations.models import Commendation, Proposal
from lantoa.foundation.addresses import posts_only
from lantoa.foundation.pages import redirect_with
from lantoa.organisation import queries as organisation


def mine(request: HttpRequest) -> HttpResponse:
    """Everything this room knows of the person who asks: no note is hidden from whom it is about."""
    actor = request.actor
    person = actor.person
    nominated = Proposal.objects.filter(person=person).exclude(status=rules.DRAFT).select_related("person")
    rows = list(nominated.prefetch_related("appraisals").order_by("-submitted_on", "-pk"))
    names = organisation.names_of([row.proposed_by_id for row in rows], actor.on)
    stated = queries.stated_by_climb(rows)
    for row in rows:
        row.stated = stated.get(queries.beginning_of(row), [])
        row.proposer_name = names.get(row.proposed_by_id, "")
    commendations = queries.of_person(person)
    bodies = organisation.names_of(
        [c.decision.unit_id for c in commendations if c.decision.unit_id], actor.on
    )
    for one in commendations:
        one.body = one.decision.body or bodies.get(one.decision.unit_id, "")
    return render(request, "commendations/mine.html", {"commendations": commendations, "nominations": rows})


@posts_only
def consent(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree that this item may be made public, or take that back."""
    commendation = get_object_or_404(Commendation.objects.visible_to(request.actor).standing(), pk=pk)
    agrees = request.POST.get("agree") == "1"
    act = actions.give_consent if agrees else actions.revoke_consent
    act(commendation, by=request.actor)
    said = _("Đã ghi đồng ý công bố.") if agrees else _("Đã rút đồng ý công bố.")
    own = commendation.person_id == getattr(request.actor.person, "pk", None)
    return redirect_with(request, "commendations:mine" if own else commendation.decision, said)


@posts_only
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree, from the page of every place that names me."""
    commendation = get_object_or_404(Commendation.objects.visible_to(request.actor).standing(), pk=pk)
    actions.give_consent(commendation, by=request.actor)
    return redirect_with(request, "consents:naming_me", _("Đã ghi đồng ý công bố."))
