"""Questions about practices: who judges, what the library shows, what happened to one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from lantoa.foundation.models import Event
from lantoa.organisation import queries as organisation
from lantoa.organisation.models import Placement, Unit
from lantoa.people.actors import EVERYTHING, Actor
from lantoa.people.models import Membership, Post
from lantoa.practices import rules
from lantoa.practices.models import Field, Practice, PracticeQuerySet

WORDS: dict[str, str | Promise] = {
    "practice.written": gettext_lazy("viết bản nháp"),
    "practice.edited": gettext_lazy("sửa"),
    "practice.proposed": gettext_lazy("đề nghị đăng ký"),
    "practice.returned": gettext_lazy("trả lại để sửa"),
    "practice.approved": gettext_lazy("đồng ý đăng ký"),
    "practice.started": gettext_lazy("bắt đầu thực hiện"),
    "practice.stopped": gettext_lazy("dừng"),
    "practice.recognised": gettext_lazy("ghi quyết định công nhận"),
    "practice.marked": gettext_lazy("đánh dấu tiêu biểu"),
    "practice.unmarked": gettext_lazy("bỏ đánh dấu tiêu biểu"),
    "practice.evidenced": gettext_lazy("thêm minh chứng"),
}


# Who may do what


def line_upwards(unit: Unit, on: dt.date) -> list[Placement]:
    """The unit and everything above it that day, the nearest first."""
    here = organisation.placement(unit, on)
    above = list(reversed(organisation.ancestors(unit, on)))
    return [here, *above] if here else above


def judge_for(unit: Unit, level: str, *, by: Actor) -> Unit:
    """Which unit judges a practice of this unit at this level; the one above when the proposer would judge."""
    line = line_upwards(unit, by.on)
    if not line:
        return unit
    index = rules.nearest_at_or_above(level, [place.unit.level for place in line])
    judges_there = by.unit is not None and by.unit.pk == line[index].unit_id and by.may("practices.judge")
    if judges_there and by.reach != EVERYTHING:
        index = min(index + 1, len(line) - 1)
    return line[index].unit


def may_write(actor: Actor, practice: Practice) -> bool:
    """Whose it is, who drafted it, and those who judge for its unit."""
    if not actor.may("practices.write"):
        return False
    if actor.person and actor.person.pk in (practice.person_id, practice.drafted_by_id):
        return True
    return actor.may("practices.judge") and _in_own_unit(actor, practice)


def _in_own_unit(actor: Actor, practice: Practice, of_unit: str = "unit") -> bool:
    return actor.in_own_unit(Practice.objects.filter(pk=practice.pk), of_unit).exists()


def is_own(actor: Actor, practice: Practice) -> bool:
    """Whether the actor would decide on her own: its person, who proposed it, a post holder of the collective."""
    if actor.person is None:
        return False
    if actor.person.pk in (practice.person_id, practice.proposed_by_id):
        return True
    if practice.subject == rules.INDIVIDUAL or practice.unit_id == practice.judging_unit_id:
        return False
    return Post.objects.on(actor.on).filter(person=actor.person, unit=practice.unit_id).exists()


def may_judge(actor: Actor, practice: Practice) -> bool:
    """Someone with the right to judge in the unit it was proposed to, who is not judging her own."""
    return (
        actor.may("practices.judge")
        and practice.judging_unit_id is not None
        and _in_own_unit(actor, practice, "judging_unit")
        and not is_own(actor, practice)
    )


def may_recognise(actor: Actor, practice: Practice) -> bool:
    """Judges of a level above the practice, for what has been registered."""
    return (
        practice.registered_on is not None
        and actor.may("practices.judge")
        and actor.reaches(practice.unit)
        and not is_own(actor, practice)
    )


def members_of(unit: Unit, on: dt.date) -> list[Membership]:
    """Who belongs to this very unit that day, in the order of names."""
    found = Membership.objects.on(on).filter(unit=unit).select_related("person")
    return list(found.order_by("person__sort_key"))


# What the library shows


@dataclass(frozen=True)
class Counted:
    """A field and how many practices of the library are in it."""

    field: Field
    count: int


def by_field(found: PracticeQuerySet) -> list[Counted]:
    """How many of these practices each field has; fields no longer used are shown while they have some."""
    counts = dict(found.order_by().values_list("field").annotate(n=Count("pk")))
    return [
        Counted(field, counts.get(field.pk, 0))
        for field in Field.objects.all()
        if field.is_offered or counts.get(field.pk)
    ]


def with_places(rows: Iterable[Practice], on: dt.date) -> list[Practice]:
    """Adds `unit_name` and `parent_name` as of that day, in a constant number of queries."""
    rows = list(rows)
    ids = {row.unit_id for row in rows}
    names = organisation.names_of(ids | {row.judging_unit_id for row in rows if row.judging_unit_id}, on)
    parents = dict(Placement.objects.on(on).filter(unit__in=ids).values_list("unit_id", "parent__pk"))
    parent_names = organisation.names_of({pk for pk in parents.values() if pk}, on)
    for row in rows:
        row.unit_name = names.get(row.unit_id, row.place_name)
        row.parent_name = parent_names.get(parents.get(row.unit_id) or 0, "")
        row.judge_name = names.get(row.judging_unit_id, "") if row.judging_unit_id else ""
    return rows


@dataclass(frozen=True)
class Act:
    """One line of the trail."""

    said: str
    event: Event

    @property
    def css(self) -> str:
        """Returned acts stand out."""
        return "rt" if self.event.verb.endswith((".returned", ".stopped")) else "y"


def trail(practice: Practice) -> list[Act]:
    """What happened to it, in the order it happened; single edits of a draft are left out."""
    events = Event.objects.about(practice).exclude(verb="practice.edited")
    return [Act(str(WORDS.get(event.verb, event.verb)), event) for event in events]
