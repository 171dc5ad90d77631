"""Who is told what of commendations: who proposed one, and whoever is commended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.commendations.models import Commendation, Proposal
from lantoa.foundation.models import Event
from lantoa.foundation.told import News, to, told, who_did

Text = str | Promise
PROPOSED = "commendations.proposal.written commendations.proposal.submitted"


def _told(said: Text) -> Callable[[Event], Iterator[News]]:
    """`said` of the proposal, to who wrote and sent it."""

    def tell(event: Event) -> Iterator[News]:
        proposal = Proposal.objects.filter(pk=event.subject_id).first()
        if proposal is not None:
            url = proposal.get_absolute_url()
            yield News(who_did(event, PROPOSED), f"{said}: {event.subject_label}", url, event.note)

    return tell


def decided(event: Event) -> Iterator[News]:
    """Who proposed it, and the person commended."""
    yield from _told(gettext_lazy("Đã có quyết định khen"))(event)
    yield from _to_the_commended(Commendation.objects.filter(proposal__pk=event.subject_id))


def recorded(event: Event) -> Iterator[News]:
    """Everybody commended by the decision."""
    yield from _to_the_commended(Commendation.objects.filter(decision__pk=event.subject_id))


def _to_the_commended(commendations: Any) -> Iterator[News]:
    for one in commendations.filter(person__isnull=False).select_related("decision"):
        said = _("Đồng chí được khen: %(form)s") % {"form": one.get_form_display()}
        yield News(to(one.person_id), said, one.get_absolute_url(), str(one.decision))


TOLD = (
    told("commendations.proposal.returned", _told(gettext_lazy("Đề nghị khen được trả lại để sửa"))),
    told("commendations.proposal.approved", _told(gettext_lazy("Đề nghị khen được đồng ý"))),
    told("commendations.proposal.sent_up", _told(gettext_lazy("Đề nghị khen được trình lên cấp trên"))),
    told("commendations.proposal.rejected", _told(gettext_lazy("Đề nghị khen không được đồng ý"))),
    told("commendations.proposal.decided", decided),
    told("commendations.decision.recorded", recorded),
)
