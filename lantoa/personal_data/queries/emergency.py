"""Questions about openings in an emergency: which parts there are, what stands in them, who is below whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Model, Q

from lantoa.foundation.keeps import Kept, all_kept
from lantoa.organisation import queries as organisation
from lantoa.people.actors import Actor
from lantoa.people.models import Person
from lantoa.personal_data.models import Emergency, EmergencyQuerySet
from lantoa.personal_data.queries.mine import shown_rows


def sensitive() -> list[Kept]:
    """What leaves an event when another reads it: this, and what its room keeps beside it, may be asked for."""
    return [one for one in all_kept() if one.read_as and one.model is not Emergency]


def parts_to_choose() -> list[tuple[str, str]]:
    """(table, its name) of every part that may be asked for."""
    return [(one.table, str(one.model._meta.verbose_name)) for one in sensitive()]


def names_of_parts(one: Emergency) -> list[str]:
    """How the parts asked for are called."""
    return [name for table, name in parts_to_choose() if table in one.parts]


def opened(one: Emergency) -> list[dict[str, Any]]:
    """Each table of these parts, and what hangs on them, with its rows, as she herself reads them in her file."""
    asked = [kept for kept in sensitive() if kept.table in one.parts]
    shown = [(kept, _within(kept, asked, one.person)) for kept in all_kept()]
    return [
        {"what": str(kept.model._meta.verbose_name), "rows": rows}
        for kept, within in shown
        if within and (rows := shown_rows(kept, one.person, within))
    ]


def _within(kept: Kept, asked: list[Kept], person: Person) -> Q:
    """Which rows are papers of hers in these parts, or hang on such a paper; empty where none can be."""
    found = Q()
    for part in asked:
        papers = part.model._base_manager.filter(part.of(person.pk)).values("pk")
        for way in _ways(kept.model, part.model):
            found |= Q(**{f"{way}in": papers})
    return found


def _ways(model: type[Model], part: type[Model]) -> Iterator[str]:
    """How a row leads to its paper within one room, over no other part: "pk__", "task__registration__"."""
    if model is part:
        yield "pk__"
        return
    if model._meta.app_label != part._meta.app_label or model in {kept.model for kept in sensitive()}:
        return
    for field in model._meta.concrete_fields:
        above = field.related_model
        if above and above is not model and above._meta.app_label == part._meta.app_label:
            for way in _ways(above, part):
                yield f"{field.name}__{'' if way == 'pk__' else way}"


def papers_opened(one: Emergency) -> Iterator[tuple[Any, str]]:
    """(paper, verb of its reading) of each paper of hers in these parts."""
    for kept in sensitive():
        if kept.table in one.parts:
            for paper in kept.model._base_manager.filter(kept.of(one.person_id)).order_by("pk"):
                yield paper, kept.read_as


def is_below_who_asked(one: Emergency, by: Actor) -> bool:
    """Whether the actor's unit lies below, or beside, that of who asked."""
    if by.unit is None or one.asked_in is None:
        return False
    return not organisation.is_under(one.asked_in, by.unit, by.on)


def waiting_for(by: Actor) -> EmergencyQuerySet:
    """What others asked for and this actor may answer."""
    found = asked_by_others(by).select_related("asked_in", "asked_by", "unit")
    below = [one.pk for one in found if is_below_who_asked(one, by)]
    return found.exclude(pk__in=below)


def asked_by_others(by: Actor) -> EmergencyQuerySet:
    """What others asked for in this actor's reach, whether or not she is high enough to answer."""
    if not by.may("personal_data.agree_to_open"):
        return Emergency.objects.none()
    found = Emergency.objects.visible_to(by).waiting().exclude(asked_by__in=by.one_with)
    return found.exclude(person__in=by.one_with)


def emergencies_of(person: Person) -> EmergencyQuerySet:
    """What was opened of hers, the latest first."""
    return Emergency.objects.filter(person=person, until__isnull=False).select_related(
        "asked_by", "answered_by"
    )
