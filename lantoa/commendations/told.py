"""Who is told what of commendations: who proposed one, and whoever is proposed, commended or thanked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.commendations.models import Commendation, Proposal, Thanks
from lantoa.foundation.models import Event
from lantoa.foundation.told import News, to, told, who_did
from lantoa.people import queries as people

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


def proposed_to_her(event: Event) -> Iterator[News]:
    """The person whom it is about: she reads what was written of her, and to which level it went."""
    one = Proposal.objects.filter(pk=event.subject_id).first()
    if one is not None and one.person_id:
        facts = {"form": one.get_proposed_form_display(), "level": one.get_proposed_level_display()}
        said = _("Đồng chí được đề nghị khen: %(form)s (cấp khen: %(level)s)") % facts
        yield News(to(one.person_id), said, reverse("commendations:mine"))


def rejected(event: Event) -> Iterator[News]:
    """Who proposed it, and the person whom it was about; both read the reason."""
    yield from _told(gettext_lazy("Đề nghị khen không được đồng ý"))(event)
    one = Proposal.objects.filter(pk=event.subject_id).first()
    if one is not None and one.person_id:
        said = _("Đề nghị khen đồng chí chưa được đồng ý")
        yield News(to(one.person_id), said, reverse("commendations:mine"), event.note)


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


def thanked(event: Event) -> Iterator[News]:
    """The person thanked, or the head of the unit; the words stay on their page, from which they can be taken back."""
    one = Thanks.objects.standing().filter(pk=event.subject_id).select_related("practice", "given_by").first()
    if one is not None:
        said = _("%(who)s gửi lời cảm ơn về “%(practice)s”")
        facts = {"who": one.given_by, "practice": one.practice}
        yield News(_who_is_thanked(one, event), said % facts, one.get_absolute_url())


def thanks_taken_back(event: Event) -> Iterator[News]:
    """The same people."""
    one = Thanks.objects.filter(pk=event.subject_id).select_related("practice").first()
    if one is not None:
        said = _("Một lời cảm ơn về “%(practice)s” đã được người gửi rút lại") % {"practice": one.practice}
        yield News(_who_is_thanked(one, event), said, one.get_absolute_url())


def _who_is_thanked(one: Thanks, event: Event) -> frozenset[int]:
    return to(one.person_id) if one.person_id else to(people.head_of(one.unit_id, event.on))


TOLD = (
    told("commendations.proposal.submitted", proposed_to_her),
    told("commendations.proposal.returned", _told(gettext_lazy("Đề nghị khen được trả lại để sửa"))),
    told("commendations.proposal.appraised", _told(gettext_lazy("Đề nghị khen đã được thẩm định"))),
    told("commendations.proposal.approved", _told(gettext_lazy("Đề nghị khen được đồng ý"))),
    told("commendations.proposal.sent_up", _told(gettext_lazy("Đề nghị khen được trình lên cấp trên"))),
    told("commendations.proposal.rejected", rejected),
    told("commendations.proposal.decided", decided),
    told("commendations.decision.recorded", recorded),
    told("commendations.thanks.given", thanked),
    told("commendations.thanks.taken_back", thanks_taken_back),
)
