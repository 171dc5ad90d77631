"""What this room asks of a person today: those who were absent still have to study."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.todo import Todo
from lantoa.people.actors import Actor
from lantoa.study.models import StudyClass

REMEMBERED = dt.timedelta(days=60)


def items(actor: Actor) -> Iterator[Todo]:
    """Recent classes of one's own unit with members who have not studied yet."""
    if actor.unit is None or not actor.may("study.edit"):
        return
    recent = actor.in_own_unit(StudyClass.objects.with_absent()).filter(
        held_on__gte=actor.on - REMEMBERED, held_on__lte=actor.on
    )
    for one in recent[:3]:
        yield Todo(
            title=_("Tổ chức học bù cho %(n)s đảng viên") % {"n": one.absent},
            url=one.get_absolute_url(),
            button=_("Ghi học bù"),
            minutes=2,
            note=_("%(topic)s, ngày %(day)s") % {"topic": one.topic, "day": show_date(one.held_on)},
        )
