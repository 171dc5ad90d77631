"""What was found at a meeting to be mended: only that there was something, for its words are its owner's."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.foundation.agenda import Decided
from lantoa.meetings.models import Meeting
from lantoa.people.actors import Actor
from lantoa.shortcomings.models import Shortcoming


def decided(meeting: Meeting, actor: Actor) -> Iterator[Decided]:
    """How many, of those that the actor may see."""
    if count := Shortcoming.objects.visible_to(actor).filter(meeting=meeting).count():
        yield Decided(_("Nêu %(n)s hạn chế cần khắc phục") % {"n": count})
