"""An occasion with what was proposed and decided on it; the dossier of what a unit proposes; certificates in bulk."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from lantoa.commendations import printing, rules
from lantoa.commendations.models import Decision, Occasion, Proposal, ProposalQuerySet
from lantoa.documents.names import DOCX, attachment_response
from lantoa.foundation.errors import BadInput
from lantoa.foundation.pages import paginate
from lantoa.organisation import queries as organisation
from lantoa.organisation.queries import with_unit_names
from lantoa.people.actors import Actor

ZIP = "application/zip"
MOST_IN_A_DOSSIER = 200
MOST_CERTIFICATES = 500


def occasion(request: HttpRequest, pk: int) -> HttpResponse:
    """What was proposed on this occasion and what came of it, as far as the actor sees it."""
    actor = request.actor
    held = get_object_or_404(Occasion.objects.visible_to(actor).select_related("unit", "movement"), pk=pk)
    found = Proposal.objects.visible_to(actor).filter(occasion=held).select_related("person", "occasion")
    page = paginate(request, found)
    decisions = Decision.objects.visible_to(actor).filter(occasion=held).select_related("unit")
    context = {
        "occasion": held,
        "unit_name": organisation.name_of(held.unit, held.held_on),
        "page": page,
        "rows": with_unit_names(page, actor.on),
        "decisions": decisions,
        "has_own": actor.may("commendations.propose") and _own(actor, held).exists(),
        "may_propose": actor.may("commendations.propose"),
    }
    return render(request, "commendations/occasion.html", context)


def _own(actor: Actor, held: Occasion) -> ProposalQuerySet:
    """What the actor's own unit proposes on the occasion, without what was declined."""
    found = Proposal.objects.filter(occasion=held).exclude(status=rules.DECLINED)
    return actor.in_own_unit(found, of_unit="proposed_by")


def of_occasion(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The papers of everything that the actor's own unit proposes on the occasion, in one file."""
    held = get_object_or_404(Occasion.objects.visible_to(request.actor), pk=pk)
    return _dossier(_own(request.actor, held), request.actor, str(held))


def of_proposal(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The papers of one proposal."""
    visible = Proposal.objects.visible_to(request.actor).filter(pk=pk)
    return _dossier(visible, request.actor, str(get_object_or_404(visible.select_related("person", "unit"))))


def _dossier(found: ProposalQuerySet, actor: Actor, name: str) -> HttpResponseBase:
    related = found.select_related("person", "unit", "proposed_by", "addressed_to", "occasion", "meeting")
    proposals: Sequence[Proposal] = list(related.order_by("subject", "pk")[: MOST_IN_A_DOSSIER + 1])
    if not proposals:
        raise Http404
    if len(proposals) > MOST_IN_A_DOSSIER:
        raise BadInput(
            _("Một hồ sơ có nhiều nhất %(n)s đề nghị. Chia thành nhiều đợt.") % {"n": MOST_IN_A_DOSSIER}
        )
    file = _("Hồ sơ đề nghị khen thưởng %(name)s") % {"name": name}
    return attachment_response(printing.dossier(proposals, actor), f"{file}.zip", ZIP)


def certificates(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A page for everybody commended by a decision of a unit within reach, in one Word file."""
    actor = request.actor
    seen = Decision.objects.visible_to(actor).filter(unit__isnull=False)
    decision = get_object_or_404(seen.select_related("unit", "occasion"), pk=pk)
    count = decision.commendations.standing().count()
    if not actor.reaches(decision.unit) or not count:
        raise Http404
    if count > MOST_CERTIFICATES:
        raise BadInput(
            _("Quyết định có %(n)s tập thể, cá nhân; một tệp in được nhiều nhất %(most)s.")
            % {"n": count, "most": MOST_CERTIFICATES}
        )
    name = _("%(form)s theo %(decision)s") % {"form": decision.get_form_display(), "decision": decision}
    return attachment_response(printing.certificates(decision), f"{name}.docx", DOCX)
