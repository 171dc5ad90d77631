"""What was decided of commendations at a meeting: which proposals were voted on."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.commendations.models import Proposal
from lantoa.foundation.agenda import Decided
from lantoa.meetings.models import Meeting
from lantoa.people.actors import Actor


def decided(meeting: Meeting, actor: Actor) -> Iterator[Decided]:
    """One sentence a proposal, with the votes, for whoever may see it; else only how many there were."""
    voted = Proposal.objects.filter(meeting=meeting)
    seen = list(Proposal.objects.visible_to(actor).filter(meeting=meeting))
    for one in seen:
        facts = {"what": one, "votes": one.votes_for, "of": one.votes_total}
        yield Decided(_("Bình xét: %(what)s, %(votes)s/%(of)s phiếu đồng ý") % facts, one.get_absolute_url())
    if unseen := voted.count() - len(seen):
        yield Decided(_("Bình xét %(n)s đề nghị khen thưởng") % {"n": unseen})
