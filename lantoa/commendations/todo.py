"""What this room asks of a person today: nominations that wait for a decision, and those sent back."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.commendations import rules
from lantoa.commendations.models import Proposal
from lantoa.foundation.dates import show_date
from lantoa.foundation.todo import Todo
from lantoa.people.actors import Actor

MINUTES_EACH = 4
MOST_MINUTES = 30


def items(actor: Actor) -> Iterable[Todo]:
    """One line for everything that waits for this actor's body, one for what was sent back to her unit."""
    here = reverse("commendations:proposals")
    waiting = Proposal.objects.waiting_for(actor).aggregate(n=Count("pk"), oldest=Min("submitted_on"))
    if waiting["n"]:
        yield Todo(
            title=_("Chờ đồng chí cho ý kiến: %(n)s đề nghị khen thưởng") % {"n": waiting["n"]},
            url=f"{here}?cho-toi=1",
            button=_("Mở các đề nghị"),
            minutes=min(MINUTES_EACH * waiting["n"], MOST_MINUTES),
            note=_("Đề nghị lâu nhất gửi ngày %(day)s") % {"day": show_date(waiting["oldest"])},
        )
    if not waiting["n"] and (count := Proposal.objects.to_appraise(actor).count()):
        yield Todo(
            title=_("Thẩm định %(n)s đề nghị khen thưởng") % {"n": count},
            url=f"{here}?tham-dinh=1",
            button=_("Mở để thẩm định"),
            minutes=min(MINUTES_EACH * count, MOST_MINUTES),
        )
    if not actor.may("commendations.propose"):
        return
    written = actor.in_own_unit(Proposal.objects.filter(status=rules.RETURNED), of_unit="proposed_by")
    if returned := written.count():
        yield Todo(
            title=_("Sửa %(n)s đề nghị khen thưởng bị trả lại") % {"n": returned},
            url=f"{here}?trang-thai={rules.RETURNED}",
            button=_("Mở để sửa"),
            minutes=min(MINUTES_EACH * returned, MOST_MINUTES),
        )
