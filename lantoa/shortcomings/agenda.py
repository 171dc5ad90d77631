"""What a unit has to mend is brought to its meeting; of what was found at one, only that there was something."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.foundation.agenda import REVIEW, Decided, Point
from lantoa.foundation.dates import show_date
from lantoa.meetings.models import Meeting
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor
from lantoa.shortcomings import queries
from lantoa.shortcomings.models import Shortcoming


def decided(meeting: Meeting, actor: Actor) -> Iterator[Decided]:
    """How many, of those that the actor may see."""
    if count := Shortcoming.objects.visible_to(actor).filter(meeting=meeting).count():
        yield Decided(_("Nêu %(n)s hạn chế cần khắc phục") % {"n": count})


def brings(unit: Unit, actor: Actor, on: dt.date) -> Iterator[Point]:
    """What the unit itself has to mend, until when; of persons nothing is printed for everybody to read."""
    for one in Shortcoming.objects.visible_to(actor).filter(
        pk__in=queries.open_of_unit(unit, on=on).values("pk")
    ):
        words = _("Khắc phục hạn chế: %(finding)s") % {"finding": one.finding}
        yield Point(
            REVIEW, words, _("hạn %(day)s") % {"day": show_date(one.deadline)}, one.get_absolute_url()
        )
