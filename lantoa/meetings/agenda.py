"""What the meetings before left to be done, and the story that was chosen: brought to the next meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.foundation.agenda import REVIEW, STUDY, Point
from lantoa.foundation.dates import show_date
from lantoa.meetings import queries
from lantoa.organisation.models import Unit
from lantoa.people.actors import Actor

STORIES = 2  # to choose from


def brings(unit: Unit, actor: Actor, on: dt.date) -> Iterator[Point]:
    """What was chosen to be told that day; each open line of earlier conclusions, with whose it is and until when."""
    planned_story = False
    for planned in queries.to_come(unit, on, 0):
        planned_story = planned_story or bool(planned.story)
        if planned.topic:
            yield Point(STUDY, _("Chuyên đề: %(topic)s") % {"topic": planned.topic}, planned.presenter)
        if planned.story:
            yield Point(STUDY, _("Kể chuyện: %(story)s") % {"story": planned.story}, planned.presenter)
    for story in queries.stories_not_told(unit, on)[: 0 if planned_story else STORIES]:
        words = _("Chuyện chưa kể: %(story)s") % {"story": story}
        yield Point(STUDY, words, story.cited, story.get_absolute_url())
    for one in queries.open_conclusions(unit, on):
        known = [str(one.owner or ""), _("hạn %(day)s") % {"day": show_date(one.due)} if one.due else ""]
        given = _("giao ngày %(day)s") % {"day": show_date(one.meeting.held_on)}
        yield Point(REVIEW, one.what, ", ".join(filter(None, [*known, given])), one.get_absolute_url())
