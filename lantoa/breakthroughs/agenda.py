"""What was decided of breakthroughs at a meeting: which were approved."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.breakthroughs import queries
from lantoa.breakthroughs.models import Amendment, Breakthrough
from lantoa.breakthroughs.words import IN_FORCE
from lantoa.foundation.agenda import Decided
from lantoa.meetings.models import Meeting
from lantoa.people.actors import Actor


def decided(meeting: Meeting, actor: Actor) -> Iterator[Decided]:
    """One sentence a breakthrough for whoever may see it and may hear of it yet; else only how many there were."""
    passed = Breakthrough.objects.filter(meeting=meeting).count()
    visible = [
        queries.as_told(one, actor) for one in Breakthrough.objects.visible_to(actor).filter(meeting=meeting)
    ]
    seen = [one for one in visible if not one.is_untold]
    for one in seen:
        facts = {"what": one, "number": one.document_number}
        yield Decided(
            _("Duyệt nội dung đột phá: %(what)s, văn bản số %(number)s") % facts, one.get_absolute_url()
        )
    for amended in Amendment.objects.visible_to(actor).filter(meeting=meeting, status=IN_FORCE):
        facts = {"what": amended.breakthrough, "number": amended.document_number}
        yield Decided(
            _("Duyệt bản sửa đổi nội dung đột phá: %(what)s, văn bản số %(number)s") % facts,
            amended.get_absolute_url(),
        )
    if unseen := passed - len(visible):
        yield Decided(_("Duyệt %(n)s nội dung đột phá") % {"n": unseen})
