"""What this room asks of a person today: to write on a class; whoever was absent still has to study."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.foundation.dates import show_date
from lantoa.foundation.todo import Todo
from lantoa.people.actors import Actor
from lantoa.study import queries
from lantoa.study.models import StudyClass

MOST = 3
REMEMBERED = dt.timedelta(days=60)


def items(actor: Actor) -> Iterator[Todo]:
    """Papers she owes; recent classes of one's own unit with members who have not studied yet."""
    yield from _to_write(actor)
    yield from _to_make_up(actor)


def _to_write(actor: Actor) -> Iterator[Todo]:
    if actor.person is None or not actor.may("study.write"):
        return
    for one in queries.to_write(actor)[:MOST]:
        yield Todo(
            title=_("Viết bài thu hoạch: %(topic)s") % {"topic": one.topic},
            url=reverse("study:write", args=[one.pk]),
            button=_("Viết bài"),
            minutes=15,
            due=one.essays_by,
            note=_("Học ngày %(day)s") % {"day": show_date(one.held_on)},
        )


def _to_make_up(actor: Actor) -> Iterator[Todo]:
    if actor.unit is None or not actor.may("study.edit"):
        return
    recent = actor.in_own_unit(StudyClass.objects.with_absent()).filter(
        held_on__gte=actor.on - REMEMBERED, held_on__lte=actor.on
    )
    for one in recent[:MOST]:
        yield Todo(
            title=_("Tổ chức học bù cho %(n)s đảng viên") % {"n": one.absent},
            url=one.get_absolute_url(),
            button=_("Ghi học bù"),
            minutes=2,
            note=_("%(topic)s, ngày %(day)s") % {"topic": one.topic, "day": show_date(one.held_on)},
        )
